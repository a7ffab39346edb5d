#include "core/engines/office/packagereader.h"

#include "core/engines/office/xlsxparts.h"
#include "core/engines/office/xmltexts.h"

#include <QRegularExpression>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int partRatio = 300;
constexpr qsizetype chunkBytes = 256 << 10;
constexpr int rowsAtOnce = 2000;
constexpr qint64 largestInner = 256LL << 20;

bool endsWithOneOf(const QString &name, const QStringList &endings)
{
    return std::any_of(endings.begin(), endings.end(), [&](const QString &ending) { return name.endsWith(ending); });
}

/// What stands in the paragraphs of a part of this name; see FileText::kind.
QString kindOfPart(const QString &part)
{
    static const QList<std::pair<QRegularExpression, QString>> kinds {{QRegularExpression(u"^word/glossary/"_s), u"glossary"_s},
        {QRegularExpression(u"^word/header[^/]*$"_s), u"header"_s}, {QRegularExpression(u"^word/footer[^/]*$"_s), u"footer"_s},
        {QRegularExpression(u"footnotes[^/]*$"_s), u"footnote"_s}, {QRegularExpression(u"endnotes[^/]*$"_s), u"endnote"_s},
        {QRegularExpression(u"comment[^/]*$"_s, QRegularExpression::CaseInsensitiveOption), u"comment"_s},
        {QRegularExpression(u"/charts?/"_s), u"chart"_s}, {QRegularExpression(u"/diagrams/"_s), u"diagram"_s},
        {QRegularExpression(u"/slides?/"_s), u"slide"_s}, {QRegularExpression(u"/notesSlides/"_s), u"note"_s},
        {QRegularExpression(u"/drawings/"_s), u"textbox"_s}, {QRegularExpression(u"^(docProps/|meta\\.xml)"_s), u"property"_s},
        {QRegularExpression(u"^customXml/"_s), u"custom_xml"_s}, {QRegularExpression(u"/externalLinks/"_s), u"external"_s},
        {QRegularExpression(u"\\.rels$"_s), u"link"_s}, {QRegularExpression(u"^xl/workbook"_s), u"name"_s},
        {QRegularExpression(u"^xl/tables/"_s), u"name"_s}, {QRegularExpression(u"^xl/worksheets/"_s), u"formula"_s},
        {QRegularExpression(u"(^word/document|(^|/)content\\.xml$)"_s), u"body"_s}};
    for (const auto &[pattern, kind] : kinds) {
        if (pattern.match(part).hasMatch())
            return kind;
    }
    return u"setting"_s;
}

/// Holds no words of people: how things look, not what they say.
bool isSilent(const QString &part)
{
    static const QRegularExpression silent(
        u"(^\\[Content_Types\\]\\.xml$|/theme/|/fonts/|/printerSettings/|calcChain\\.xml$|fontTable\\.xml$|\\.(odttf|fntdata|ttf)$|^mimetype$|/$"
        "|^Configurations2/)"_s);
    return silent.match(part).hasMatch();
}

/// Header and footer of a sheet without the codes between its words (18.3.1.46).
QString withoutPrintCodes(QString text)
{
    static const QRegularExpression codes(u"&(\"[^\"]*\"|K[0-9A-Fa-f+-]{6}|[0-9]{1,3}|[A-Z+-])"_s);
    return text.replace(codes, u" "_s);
}

} // namespace

PackageReader::PackageReader(const QByteArray &bytes, ZipReader zip, QString name, OpenInner openInner)
    : m_bytes(bytes)
    , m_zip(std::move(zip))
    , m_name(std::move(name))
    , m_openInner(std::move(openInner))
    , m_pivots([this](FileText text) { m_pivotTexts.append(std::move(text)); })
{
}

Result<std::unique_ptr<TextReader>> PackageReader::open(const QByteArray &bytes, const QString &name, OpenInner openInner)
{
    // The archive reads the very bytes that the reader keeps: implicit sharing gives both the same block.
    DW_ASSIGN(ZipReader zip, ZipReader::open(bytes));
    std::unique_ptr<PackageReader> reader(new PackageReader(bytes, std::move(zip), name, std::move(openInner)));
    DW_TRY(reader->plan());
    return reader;
}

Result<> PackageReader::plan()
{
    QStringList names = m_zip.names();
    const bool isOpenDocument = names.contains(u"mimetype"_s) && names.contains(u"content.xml"_s);
    const bool isOffice = isOpenDocument || m_zip.contains(u"[Content_Types].xml"_s);
    if (isOpenDocument) {
        const auto manifest = m_zip.readAll(u"META-INF/manifest.xml"_s, 4 << 20);
        if (manifest && manifest->contains("encryption-data"))
            return fail(ErrorCode::Unsupported, u"find.encrypted_office"_s, {m_name});
    }
    if (isOffice) {
        if (const auto workbook = readXlsxWorkbook(m_zip)) {
            for (const XlsxWorkbook::Sheet &sheet : workbook->sheets)
                m_sheets.append({sheet.name, sheet.part, sheet.isHidden});
        }
    }
    // The text that a reader sees comes first.
    std::sort(names.begin(), names.end());
    std::stable_partition(names.begin(), names.end(), [](const QString &part) { return part == "word/document.xml"_L1 || part == "content.xml"_L1; });
    for (int sheet = 0; sheet < m_sheets.size(); ++sheet)
        m_steps.append({Role::Sheet, m_sheets.at(sheet).part, sheet});
    for (const QString &part : std::as_const(names))
        planPart(part, isOffice);
    // Which strings are used is known when all sheets have been read.
    std::stable_partition(m_steps.begin(), m_steps.end(), [](const Step &step) { return step.role != Role::SharedStrings; });
    m_steps.append({Role::Names, {}, -1});
    return {};
}

void PackageReader::planPart(const QString &part, bool isOffice)
{
    const QString lower = part.toLower();
    if (!isOffice) {
        if (!part.endsWith(u'/'))
            m_steps.append({Role::Inner, part, -1});
        return;
    }
    if (isSilent(part))
        return;
    for (int sheet = 0; sheet < m_sheets.size(); ++sheet) {
        if (m_sheets.at(sheet).part.compare(part, Qt::CaseInsensitive) == 0) {
            m_steps.append({Role::SheetRest, part, sheet});
            return;
        }
    }
    if (lower.contains("pivotcachedefinition"_L1) && !lower.endsWith(".rels"_L1))
        m_steps.append({Role::PivotDefinition, part, -1});
    else if (lower.contains("pivotcacherecords"_L1) && !lower.endsWith(".rels"_L1))
        return; // read with its definition
    else if (lower.endsWith("sharedstrings.xml"_L1) && !m_sheets.isEmpty())
        m_steps.append({Role::SharedStrings, part, -1});
    else if (endsWithOneOf(lower, {u".xml"_s, u".rels"_s, u".vml"_s, u".rdf"_s}))
        m_steps.append({Role::Xml, part, -1});
    else if (endsWithOneOf(lower, {u"vbaproject.bin"_s, u".emf"_s, u".wmf"_s, u".activex"_s}) || lower.contains("activex"_L1))
        m_steps.append({Role::Unread, part, -1});
    else
        m_steps.append({Role::Inner, part, -1});
}

QString PackageReader::stepName(int step) const
{
    return step >= 0 && step < m_steps.size() ? m_steps.at(step).part : QString();
}

void PackageReader::skipTo(int step)
{
    m_step = step;
    m_table.reset();
    m_inner.reset();
}

void PackageReader::finishStep()
{
    skipTo(m_step + 1);
}

FileTexts PackageReader::next()
{
    FileTexts result;
    const int before = m_step;
    const Step step = m_steps.at(m_step);
    Result<> read;
    switch (step.role) {
    case Role::Xml:
    case Role::SheetRest:
        read = readXml(step, result);
        finishStep();
        break;
    case Role::Sheet:
        read = readSheet(step, result);
        break;
    case Role::SharedStrings:
        read = readSharedStrings(step, result);
        finishStep();
        break;
    case Role::PivotDefinition:
        read = readPivot(step, result);
        finishStep();
        break;
    case Role::Inner:
        read = readInner(step, result);
        break;
    case Role::Names:
        readNames(result);
        finishStep();
        break;
    case Role::Unread:
        read = fail(ErrorCode::Unsupported, u"find.part_unread"_s, {m_name, step.part});
        finishStep();
        break;
    }
    if (read)
        return result;
    const bool tellsItself = read.error().reason.startsWith("find."_L1);
    result.unread.append(tellsItself ? read.error() : Error {read.error().code, u"find.part_unread"_s, {m_name, step.part}, read.error().reason});
    if (m_step == before)
        finishStep();
    return result;
}

Result<> PackageReader::readXml(const Step &step, FileTexts &result)
{
    DW_ASSIGN(ZipEntry part, m_zip.entry(step.part, step.role == Role::SheetRest ? TableLimits().partBytes : largestPart, partRatio));
    const QString kind = kindOfPart(step.part);
    const QString sheet = step.sheet >= 0 ? m_sheets.at(step.sheet).name : QString();
    qsizetype taken = 0;
    XmlTexts texts(step.part, kind, [&](FileText text) {
        if (step.sheet >= 0 && (text.at.startsWith("odd"_L1) || text.at.startsWith("even"_L1) || text.at.startsWith("first"_L1))) {
            text.kind = u"header_footer"_s;
            text.text = withoutPrintCodes(text.text);
        }
        if (step.sheet >= 0)
            text.at = sheet + u'!' + text.at;
        taken += text.text.size() + text.cells.join(QString()).size();
        if (taken <= largestText)
            result.texts.append(std::move(text));
    });
    if (step.sheet >= 0)
        texts.leaveCells(m_usedStrings);
    DW_TRY(texts.read([&] { return part.read(chunkBytes); }));
    if (taken > largestText)
        return fail(ErrorCode::LimitExceeded, u"find.part_too_large"_s, {m_name, step.part});
    return {};
}

Result<> PackageReader::readSheet(const Step &step, FileTexts &result)
{
    const Sheet sheet = m_sheets.at(step.sheet);
    if (!m_table) {
        m_sheetBytes.close();
        m_sheetBytes.setData(m_bytes);
        m_sheetBytes.open(QIODevice::ReadOnly);
        TableOptions options;
        options.sheet = step.sheet;
        DW_ASSIGN(m_table, openTable(m_sheetBytes, options));
        m_isFirstRow = true;
    }
    const Result<TableBatch> batch = m_table->next(rowsAtOnce);
    if (!batch) {
        finishStep();
        // A sheet without cells, such as one with a chart, is no damage.
        return batch.error().reason == u"table.empty"_s ? Result<>() : failed(batch);
    }
    for (const RowProblem &row : batch->problems()) {
        if (row.severity == RowProblem::Severity::Error)
            result.unread.append({ErrorCode::Corrupt, u"find.row_unread"_s, {m_name, sheet.name + u'!' + QString::number(row.row)}, {}});
    }
    for (qsizetype row = 0; row < batch->rowCount(); ++row) {
        FileText text;
        text.part = step.part;
        text.kind = sheet.isHidden ? u"hidden_cell"_s : u"cell"_s;
        text.at = sheet.name + u'!' + QString::number(batch->rowNumber(row));
        text.cells = batch->texts(row);
        text.isNewTable = m_isFirstRow;
        m_isFirstRow = false;
        result.texts.append(text);
    }
    if (batch->rowCount() == 0)
        finishStep();
    return {};
}

Result<> PackageReader::readSharedStrings(const Step &step, FileTexts &result)
{
    XlsxWorkbook workbook;
    workbook.stringsPart = step.part;
    DW_ASSIGN(const XlsxStrings strings, XlsxStrings::read(m_zip, workbook, {}));
    qsizetype taken = 0;
    for (qsizetype i = 0; i < strings.count(); ++i) {
        if (std::size_t(i) < m_usedStrings.size() && m_usedStrings[std::size_t(i)])
            continue;
        FileText text;
        text.part = step.part;
        text.kind = u"shared_string"_s;
        text.at = QString::number(i);
        text.text = QString::fromUtf8(strings.at(i));
        taken += text.text.size();
        if (taken > largestText)
            return fail(ErrorCode::LimitExceeded, u"find.part_too_large"_s, {m_name, step.part});
        if (text.text.size() > 1)
            result.texts.append(text);
    }
    return {};
}

Result<> PackageReader::readPivot(const Step &step, FileTexts &result)
{
    DW_ASSIGN(ZipEntry definition, m_zip.entry(step.part, largestPart, partRatio));
    m_pivotTexts.clear();
    Result<> read = m_pivots.readDefinition(step.part, [&] { return definition.read(chunkBytes); });
    const QString recordsPart = QString(step.part).replace("Definition"_L1, "Records"_L1);
    if (read && m_zip.contains(recordsPart)) {
        DW_ASSIGN(ZipEntry records, m_zip.entry(recordsPart, largestPart, partRatio));
        read = m_pivots.readRecords(recordsPart, [&] { return records.read(chunkBytes); });
    }
    result.texts = std::exchange(m_pivotTexts, {});
    return read;
}

Result<> PackageReader::readInner(const Step &step, FileTexts &result)
{
    if (!m_inner) {
        DW_ASSIGN(const QByteArray bytes, m_zip.readAll(step.part, largestInner));
        DW_ASSIGN(m_inner, m_openInner(bytes, m_name + "!/"_L1 + step.part));
    }
    if (!m_inner->isDone())
        result = m_inner->next();
    for (FileText &text : result.texts)
        text.part = step.part + (text.part.isEmpty() ? QString() : "!/"_L1 + text.part);
    if (m_inner->isDone())
        finishStep();
    return {};
}

void PackageReader::readNames(FileTexts &result) const
{
    FileText text;
    text.kind = u"file_name"_s;
    text.at = m_name;
    const QStringList names = m_zip.names();
    for (const QString &name : names) {
        const bool isPlain = std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80 && !c.isDigit(); });
        if (!isPlain)
            text.text += name + u'\n';
    }
    if (!text.text.isEmpty())
        result.texts.append(text);
}

} // namespace dw
