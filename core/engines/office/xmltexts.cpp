#include "core/engines/office/xmltexts.h"

#include <QUrl>

#include <array>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype deepest = 400;
constexpr qsizetype longestAttribute = 64 << 10;

template <std::size_t size>
bool isOneOf(QByteArrayView name, const std::array<QByteArrayView, size> &names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements whose text belongs to the sentence around them.
bool isRunText(QByteArrayView name)
{
    return isOneOf(name, std::array<QByteArrayView, 3> {"t", "delText", "text"});
}

bool isInstruction(QByteArrayView name)
{
    return isOneOf(name, std::array<QByteArrayView, 2> {"instrText", "delInstrText"});
}

/// Elements that end a sentence. "si", "is" and "text" are spreadsheet strings made of runs.
bool isParagraph(QByteArrayView name)
{
    return isOneOf(name, std::array<QByteArrayView, 5> {"p", "si", "is", "text", "h"});
}

bool isRemoval(QByteArrayView name)
{
    return isOneOf(name, std::array<QByteArrayView, 3> {"del", "moveFrom", "deletion"});
}

bool isAddition(QByteArrayView name)
{
    return isOneOf(name, std::array<QByteArrayView, 2> {"ins", "moveTo"});
}

bool isTextBox(QByteArrayView name)
{
    return isOneOf(name, std::array<QByteArrayView, 5> {"txbxContent", "textbox", "txBody", "txbx", "text-box"});
}

bool isTable(QByteArrayView name)
{
    return name == "tbl" || name == "table";
}

bool isRow(QByteArrayView name)
{
    return name == "tr" || name == "table-row";
}

bool isCell(QByteArrayView name)
{
    return isOneOf(name, std::array<QByteArrayView, 3> {"tc", "table-cell", "covered-table-cell"});
}

/// Elements of an OpenDocument paragraph that hold words about it, not of it.
bool isBesideText(QByteArrayView name)
{
    return isOneOf(name, std::array<QByteArrayView, 8> {"creator", "creator-initials", "date", "date-string", "note-citation", "title", "desc", "binary-data"});
}

/// What an attribute of this name holds if people have written it; empty for all others.
QString kindOfAttribute(QByteArrayView element, QByteArrayView name)
{
    if (name == "name") // of a bookmark, a sheet, a column ...
        return element == "font" || element == "style" ? QString() : u"name"_s;
    if (name == "val") {
        static constexpr std::array<QByteArrayView, 7> written {"docVar", "tag", "alias", "statusText", "helpText", "default", "listEntry"};
        return isOneOf(element, written) ? u"setting"_s : QString();
    }
    if (name == "string-value")
        return isCell(element) ? QString() : u"field"_s;
    struct Known {
        QByteArrayView name;
        const char16_t *kind;
    };
    static constexpr std::array<Known, 29> known {{{"href", u"link"}, {"formula", u"formula"}, {"string-value-if-true", u"field"}, {"descr", u"alt_text"}, {"title", u"alt_text"}, {"alt", u"alt_text"},
        {"author", u"author"}, {"initials", u"author"}, {"displayName", u"author"}, {"userId", u"author"}, {"userName", u"author"},
        {"lastModifiedBy", u"author"}, {"Target", u"link"}, {"tooltip", u"link"}, {"display", u"link"}, {"location", u"link"},
        {"anchor", u"link"}, {"instr", u"field"}, {"alias", u"setting"}, {"prompt", u"setting"}, {"promptTitle", u"setting"},
        {"error", u"setting"}, {"connection", u"setting"}, {"command", u"setting"}, {"caption", u"setting"}, {"comment", u"setting"},
        {"string", u"textbox"}, {"displayText", u"setting"}, {"formatCode", u"setting"}}};
    for (const Known &candidate : known) {
        if (candidate.name == name)
            return QString::fromUtf16(candidate.kind);
    }
    return {};
}

/// Any other attribute that can be words of a person: Han, an address of mail or web, or a long run of digits.
bool looksWritten(const QString &value)
{
    int digits = 0;
    int longestRun = 0;
    for (const QChar c : value) {
        if (c == u'@' || (c >= QChar(0x3400) && c <= QChar(0x9FFF)) || c.isHighSurrogate())
            return true;
        digits = c.isDigit() ? digits + 1 : 0;
        longestRun = qMax(longestRun, digits);
    }
    return longestRun >= 11;
}

} // namespace

XmlTexts::XmlTexts(QString part, QString kind, Take take)
    : m_part(std::move(part))
    , m_kind(std::move(kind))
    , m_take(std::move(take))
{
}

void XmlTexts::leaveCells(std::vector<bool> &usedStrings)
{
    m_usedStrings = &usedStrings;
}

Result<> XmlTexts::read(XmlScanner::Source source)
{
    XmlScanner xml(std::move(source));
    for (;;) {
        DW_ASSIGN(const XmlScanner::Token token, xml.next());
        switch (token) {
        case XmlScanner::Token::Start:
            DW_TRY(start(xml));
            break;
        case XmlScanner::Token::End:
            end(xml.name());
            break;
        case XmlScanner::Token::Text:
            addText(xml.text());
            break;
        case XmlScanner::Token::Done:
            flushLoose();
            while (!m_paragraphs.empty())
                endParagraph();
            // A part that stops within an element was cut off: say so rather than pass for complete.
            if (!m_open.isEmpty())
                return fail(ErrorCode::Corrupt, u"xml.malformed"_s, {}, u"ends within an element"_s);
            return {};
        }
    }
}

Result<> XmlTexts::start(const XmlScanner &xml)
{
    const QByteArrayView name = xml.name();
    if (m_open.size() >= deepest)
        return fail(ErrorCode::LimitExceeded, u"xml.too_deep"_s, {QString::number(deepest)});
    if (!isRunText(name) && !isInstruction(name) && m_paragraphs.empty() && name != "r" && name != "rPr")
        flushLoose();
    m_open.append(name.toByteArray());
    if (m_usedStrings) {
        m_cells += name == "sheetData" ? 1 : 0;
        if (m_cells > 0)
            return startCell(xml);
    }
    takeAttributes(xml);
    startOpenDocument(xml);
    m_removed += isRemoval(name) ? 1 : 0;
    m_added += isAddition(name) ? 1 : 0;
    m_boxes += isTextBox(name) ? 1 : 0;
    if (name == "property")
        m_note = QString::fromUtf8(xml.attribute("name")).left(80);
    if (name == "comment" || name == "footnote" || name == "endnote" || name == "threadedComment") {
        const QByteArray place = xml.attribute("ref");
        m_note = QString::fromUtf8(place.isEmpty() ? xml.attribute("id") : place).left(40);
    }
    if (isTable(name))
        m_tables.push_back({++m_tableCount, 0});
    else if (isRow(name) && !m_tables.empty())
        m_rows.push_back({{}, m_tables.back().number, ++m_tables.back().rows});
    else if (isCell(name) && !m_rows.empty())
        m_rows.back().cells.append(QString());
    else if (isParagraph(name))
        beginParagraph();
    else if (name == "tab" || name == "ptab")
        append(u"\t"_s);
    else if (name == "br" || name == "cr" || name == "line-break")
        append(u"\n"_s);
    else if (name == "noBreakHyphen")
        append(u"-"_s);
    return {};
}

Result<> XmlTexts::startCell(const XmlScanner &xml)
{
    if (xml.name() == "c") {
        m_note = QString::fromLatin1(xml.attribute("r")).left(40);
        m_isSharedCell = xml.attribute("t") == "s";
    }
    return {};
}

void XmlTexts::addCellText(QByteArrayView element, QByteArrayView text)
{
    if (element == "f") {
        m_loose += QString::fromUtf8(text);
        m_looseAt = m_note.toUtf8();
    } else if (element == "v" && m_isSharedCell) {
        bool isNumber = false;
        const qlonglong index = text.trimmed().toLongLong(&isNumber);
        constexpr qlonglong most = 1 << 28;
        if (!isNumber || index < 0 || index > most)
            return;
        if (std::size_t(index) >= m_usedStrings->size())
            m_usedStrings->resize(std::size_t(index) * 2 + 1024);
        (*m_usedStrings)[std::size_t(index)] = true;
    }
}

void XmlTexts::end(QByteArrayView name)
{
    if (m_open.isEmpty())
        return;
    // Nesting is not checked; what is not closed is found at the end.
    m_open.removeLast();
    if (m_cells > 0) {
        m_cells -= name == "sheetData" ? 1 : 0;
        flushLoose();
        return;
    }
    m_removed = qMax(0, m_removed - (isRemoval(name) ? 1 : 0));
    m_added = qMax(0, m_added - (isAddition(name) ? 1 : 0));
    m_boxes = qMax(0, m_boxes - (isTextBox(name) ? 1 : 0));
    endOpenDocument(name);
    if (isParagraph(name) && !m_paragraphs.empty())
        endParagraph();
    else if (isRow(name) && !m_rows.empty())
        endRow();
    else if (isTable(name) && !m_tables.empty())
        m_tables.pop_back();
    else if (!isRunText(name) && name != "r" && name != "rPr")
        flushLoose();
}

void XmlTexts::addText(QByteArrayView bytes)
{
    if (m_open.isEmpty())
        return;
    const QByteArray &element = m_open.constLast();
    if (m_cells > 0)
        return addCellText(element, bytes);
    const QString text = QString::fromUtf8(bytes);
    if (isInstruction(element) && !m_paragraphs.empty()) {
        m_paragraphs.back().instructions += text;
    } else if (isRunText(element) || (m_isOpenDocument && !m_paragraphs.empty() && !isBesideText(element))) {
        append(text);
    } else if (!text.trimmed().isEmpty()) {
        // Pieces of one element's text follow each other without anything between.
        m_loose += text;
        m_looseAt = element;
    }
}

void XmlTexts::append(const QString &text)
{
    if (m_paragraphs.empty()) {
        m_loose += text.trimmed().isEmpty() ? QString() : text;
        m_looseAt = m_open.isEmpty() ? QByteArray() : m_open.constLast();
        return;
    }
    Paragraph &paragraph = m_paragraphs.back();
    if (m_removed == 0)
        paragraph.text += text;
    if (m_added > 0)
        return;
    if (m_removed > 0) {
        if (paragraph.removedStart < 0)
            paragraph.removedStart = paragraph.before.size();
        paragraph.removedEnd = paragraph.before.size() + text.size();
    }
    paragraph.before += text;
}

void XmlTexts::beginParagraph()
{
    Paragraph paragraph;
    paragraph.number = ++m_paragraphCount;
    paragraph.kind = kindHere();
    const bool isWhereBoxesFloat = m_kind == "body"_L1 || m_kind == "header"_L1 || m_kind == "footer"_L1 || m_kind == "setting"_L1;
    paragraph.isInBox = m_boxes > 0 && paragraph.kind.isEmpty() && isWhereBoxesFloat && !m_part.startsWith("ppt/"_L1);
    // A box inside a cell floats: it is no part of the row.
    paragraph.row = m_paragraphs.empty() && paragraph.kind.isEmpty() && !m_rows.empty() && !m_rows.back().cells.isEmpty() ? qsizetype(m_rows.size()) - 1 : -1;
    m_paragraphs.push_back(paragraph);
}

void XmlTexts::endParagraph()
{
    const Paragraph paragraph = m_paragraphs.back();
    m_paragraphs.pop_back();
    emitParagraph(paragraph);
    flushLoose();
}

void XmlTexts::emitParagraph(const Paragraph &paragraph)
{
    const QString at = m_note.isEmpty() || m_kind == "body"_L1 ? u'p' + QString::number(paragraph.number) : m_note;
    if (paragraph.row >= 0 && std::size_t(paragraph.row) < m_rows.size()) {
        QString &cell = m_rows[std::size_t(paragraph.row)].cells.last();
        cell += (cell.isEmpty() || paragraph.text.isEmpty() ? QString() : u"\n"_s) + paragraph.text;
    } else if (!paragraph.text.trimmed().isEmpty()) {
        emitText(!paragraph.kind.isEmpty() ? paragraph.kind : paragraph.isInBox ? u"textbox"_s : m_kind, at, paragraph.text);
    }
    if (paragraph.removedStart >= 0 && !paragraph.before.trimmed().isEmpty()) {
        FileText text;
        text.part = m_part;
        text.kind = u"deleted"_s;
        text.at = at;
        text.text = paragraph.before;
        text.focusStart = paragraph.before.left(paragraph.removedStart).toUcs4().size();
        text.focusEnd = paragraph.before.left(paragraph.removedEnd).toUcs4().size();
        m_take(text);
    }
    if (!paragraph.instructions.trimmed().isEmpty())
        emitText(u"field"_s, at, paragraph.instructions);
}

void XmlTexts::endRow()
{
    const Row row = m_rows.back();
    m_rows.pop_back();
    FileText text;
    text.part = m_part;
    text.kind = m_kind;
    text.at = u"t%1r%2"_s.arg(row.table).arg(row.number);
    text.cells = row.cells;
    text.isNewTable = row.number == 1;
    if (!row.cells.join(QString()).trimmed().isEmpty())
        m_take(text);
}

void XmlTexts::startOpenDocument(const XmlScanner &xml)
{
    constexpr int mostRepeats = 1024; // more are the empty rest of a row
    const QByteArrayView name = xml.name();
    m_isOpenDocument = m_isOpenDocument || name == "document-content" || name == "document-styles";
    if (!m_isOpenDocument)
        return;
    if (name == "changed-region")
        m_region = QString::fromUtf8(xml.attribute("id"));
    else if (name == "change")
        insertDeleted(m_deletions.value(QString::fromUtf8(xml.attribute("change-id"))));
    else if (name == "note")
        m_noteClass = QString::fromUtf8(xml.attribute("note-class"));
    else if (name == "s")
        append(QString(qBound(1, xml.attribute("c").toInt(), mostRepeats), u' '));
    if (isCell(name)) {
        m_cellValue = QString::fromUtf8(xml.attribute("string-value"));
        const int repeats = xml.attribute("number-columns-repeated").toInt();
        m_cellRepeats = repeats > 1 && repeats <= mostRepeats ? repeats : 1;
    }
}

void XmlTexts::endOpenDocument(QByteArrayView name)
{
    constexpr qsizetype mostDeletions = 10'000;
    if (!m_isOpenDocument)
        return;
    if (isParagraph(name) && !m_paragraphs.empty() && !m_region.isEmpty() && m_deletions.size() < mostDeletions) {
        QString &text = m_deletions[m_region];
        text += (text.isEmpty() ? QString() : u"\n"_s) + m_paragraphs.back().before;
    } else if (name == "changed-region") {
        m_region.clear();
    } else if (isCell(name) && !m_rows.empty() && !m_rows.back().cells.isEmpty()) {
        QStringList &cells = m_rows.back().cells;
        if (cells.last().isEmpty())
            cells.last() = std::exchange(m_cellValue, {});
        for (int more = std::exchange(m_cellRepeats, 1); more > 1; --more)
            cells.append(QString());
    }
}

/// What was deleted where the reader stands: into the text before the changes only.
void XmlTexts::insertDeleted(const QString &text)
{
    if (m_paragraphs.empty() || text.isEmpty())
        return;
    Paragraph &paragraph = m_paragraphs.back();
    if (paragraph.removedStart < 0)
        paragraph.removedStart = paragraph.before.size();
    paragraph.before += text;
    paragraph.removedEnd = paragraph.before.size();
}

/// Where an OpenDocument file keeps its notes, comments and headers: inside its other text.
QString XmlTexts::kindHere() const
{
    if (!m_isOpenDocument)
        return {};
    for (auto element = m_open.crbegin(); element != m_open.crend(); ++element) {
        if (*element == "annotation")
            return u"comment"_s;
        if (*element == "note-body")
            return m_noteClass == "endnote"_L1 ? u"endnote"_s : u"footnote"_s;
        if (*element == "notes")
            return u"note"_s;
        if (*element == "header" || *element == "header-left" || *element == "header-first")
            return u"header"_s;
        if (*element == "footer" || *element == "footer-left" || *element == "footer-first")
            return u"footer"_s;
    }
    return {};
}

void XmlTexts::takeAttributes(const XmlScanner &xml)
{
    const auto attributes = xml.attributes();
    for (const auto &[name, bytes] : attributes) {
        if (bytes.size() < 2 || bytes.size() > longestAttribute)
            continue;
        const QString value = QString::fromUtf8(bytes);
        const QString kind = kindOfAttribute(xml.name(), name);
        if (kind == "link"_L1)
            emitOnce(kind, QString::fromUtf8(name), QUrl::fromPercentEncoding(bytes));
        else if (!kind.isEmpty())
            emitOnce(kind, QString::fromUtf8(name), value);
        else if (looksWritten(value))
            emitOnce(u"setting"_s, QString::fromUtf8(name), value);
    }
}

void XmlTexts::emitText(const QString &kind, const QString &at, const QString &text)
{
    FileText result;
    result.part = m_part;
    result.kind = kind;
    result.at = at;
    result.text = text;
    m_take(result);
}

void XmlTexts::emitOnce(const QString &kind, const QString &at, const QString &text)
{
    constexpr qsizetype remembered = 100'000;
    const QString key = kind + u'\n' + text;
    if (m_seen.contains(key))
        return;
    if (m_seen.size() < remembered)
        m_seen.insert(key);
    emitText(kind, at, text);
}

void XmlTexts::flushLoose()
{
    if (m_loose.isEmpty())
        return;
    const QString text = std::exchange(m_loose, {}).trimmed();
    if (text.size() < 2)
        return;
    const QString here = kindHere();
    emitText(here.isEmpty() ? m_kind : here, m_kind == "property"_L1 && !m_note.isEmpty() ? m_note : QString::fromUtf8(m_looseAt), text);
}

} // namespace dw
