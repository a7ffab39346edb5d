#include "core/worker/documentsweep.h"

#include "core/worker/filefinder.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestHeading = 60;

/// "B" for 1, "AA" for 26: as spreadsheets name columns.
QString columnName(qsizetype column)
{
    QString name;
    for (qsizetype c = column + 1; c > 0; c = (c - 1) / 26)
        name.prepend(QChar(char16_t(u'A' + (c - 1) % 26)));
    return name;
}

bool isSheet(const FileText &row)
{
    return row.kind == "cell"_L1 || row.kind == "hidden_cell"_L1;
}

/// "Sheet!7" and column 1 to "Sheet!B7"; "t2r3" to "t2r3c2"; "7" of a list without sheets to "B7".
QString cellPlace(const FileText &row, qsizetype column)
{
    if (!isSheet(row))
        return row.at + u'c' + QString::number(column + 1);
    const qsizetype mark = row.at.lastIndexOf(u'!');
    return row.at.left(mark + 1) + columnName(column) + row.at.mid(mark + 1);
}

qsizetype sizeOf(const FileText &text)
{
    qsizetype size = 200 + 2 * text.text.size();
    for (const QString &cell : text.cells)
        size += 80 + 2 * cell.size();
    for (const PdfWord &word : text.words.words)
        size += 160 + 34 * word.text.size();
    return size;
}

/// A cell after its heading, as one reads it.
QString withHeading(const QString &heading, const QString &cell)
{
    return heading.isEmpty() ? cell : heading + u": " + cell;
}

FileFinding findingIn(const FileText &text, const FoundSpan &span, const QString &value)
{
    FileFinding result;
    result.span = span;
    result.text = value;
    result.part = text.part;
    result.kind = text.kind;
    result.at = text.at;
    result.page = text.page;
    result.isRecognised = text.isRecognised;
    return result;
}

} // namespace

DocumentSweep::DocumentSweep(const Finder &finder, Take take)
    : m_finder(finder)
    , m_take(std::move(take))
{
}

void DocumentSweep::add(FileText text)
{
    Held held {std::move(text), {}};
    if (held.text.page > 0)
        held.units.append({-1, {}, PageSearch(held.text.words).findFirst(m_finder, m_notes)});
    else if (!held.text.cells.isEmpty())
        searchRow(held);
    else
        held.units.append({-1, {}, {m_finder.findFirst(MappedText(held.text.text), m_notes), {}}});
    m_heldBytes += sizeOf(held.text);
    m_held.push_back(std::move(held));
    if (m_heldBytes > mostHeld)
        letGo();
}

void DocumentSweep::finish()
{
    letGo();
}

void DocumentSweep::searchRow(Held &held)
{
    const FileText &row = held.text;
    if (row.isNewTable)
        m_headings = row.cells;
    for (qsizetype column = 0; column < row.cells.size(); ++column) {
        const QString &cell = row.cells.at(column);
        if (cell.isEmpty())
            continue;
        const QString heading = headingOf(row, column);
        held.units.append({column, heading, {m_finder.findFirst(MappedText(withHeading(heading, cell)), m_notes), {}}});
    }
}

/// Of a Word table the cell to the left may be what says what this one holds.
QString DocumentSweep::headingOf(const FileText &row, qsizetype column) const
{
    constexpr qsizetype longestLabel = 16;
    const QString heading = row.isNewTable ? QString() : m_headings.value(column).left(longestHeading);
    if (isSheet(row) || column == 0)
        return heading;
    const QString left = row.cells.at(column - 1);
    return left.size() <= longestLabel ? left : heading;
}

void DocumentSweep::letGo()
{
    std::optional<NameDictionary> noted;
    if (!m_notes.isEmpty())
        noted.emplace(Finder::noted(m_notes));
    const NameDictionary *const names = noted ? &*noted : nullptr;
    for (const Held &held : m_held) {
        if (held.text.page > 0)
            m_take(held.text, pageFindings(held, names));
        else
            m_take(held.text, held.text.cells.isEmpty() ? textFindings(held, names) : rowFindings(held, names));
    }
    m_held.clear();
    m_heldBytes = 0;
}

QList<FileFinding> DocumentSweep::pageFindings(const Held &held, const NameDictionary *noted) const
{
    QList<FileFinding> result;
    const QList<PageSpan> spans = PageSearch(held.text.words).findAgain(m_finder, held.units.first().found, noted);
    for (const PageSpan &found : spans) {
        result.append(findingIn(held.text, found.span, found.text));
        result.last().rects = found.rects;
    }
    return result;
}

QList<FileFinding> DocumentSweep::textFindings(const Held &held, const NameDictionary *noted) const
{
    QList<FileFinding> result;
    const FileText &text = held.text;
    const MappedText mapped(text.text);
    QList<FoundSpan> spans = held.units.first().found.whole;
    if (noted)
        spans = m_finder.findAgain(mapped, std::move(spans), *noted);
    for (FoundSpan &span : spans) {
        if (text.focusEnd >= 0 && (span.end <= text.focusStart || span.start >= text.focusEnd))
            continue;
        const QString value = mapped.sourceText(span.start, span.end);
        span.start += text.offset;
        span.end += text.offset;
        result.append(findingIn(text, span, value));
    }
    return result;
}

QList<FileFinding> DocumentSweep::rowFindings(const Held &held, const NameDictionary *noted) const
{
    QList<FileFinding> result;
    const FileText &row = held.text;
    qsizetype before = 0;
    qsizetype unit = 0;
    for (qsizetype column = 0; column < row.cells.size(); ++column) {
        const QString &cell = row.cells.at(column);
        if (unit < held.units.size() && held.units.at(unit).column == column) {
            const Unit &at = held.units.at(unit++);
            const MappedText mapped(withHeading(at.heading, cell));
            const qsizetype heading = at.heading.isEmpty() ? 0 : at.heading.toUcs4().size() + 2;
            QList<FoundSpan> spans = at.found.whole;
            if (noted)
                spans = m_finder.findAgain(mapped, std::move(spans), *noted);
            for (FoundSpan &span : spans) {
                if (span.start < heading)
                    continue;
                const QString value = mapped.sourceText(span.start, span.end);
                span.start += before - heading;
                span.end += before - heading;
                result.append(findingIn(row, span, value));
                result.last().at = cellPlace(row, column);
            }
        }
        before += cell.toUcs4().size() + 1;
    }
    return result;
}

} // namespace dw
