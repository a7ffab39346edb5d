#include "core/engines/office/xlsxwriter.h"

#include <zip.h>

#include <array>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxRows = 1'048'576;
constexpr qsizetype maxCellUnits = 32'767;
constexpr qsizetype maxSheetName = 31;

constexpr QByteArrayView xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr QByteArrayView contentTypes
    = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      "<Override PartName=\"/xl/workbook.xml\" "
      "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
      "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
      "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
      "<Override PartName=\"/xl/styles.xml\" "
      "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";
constexpr QByteArrayView packageRelations
    = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"rId1\" "
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
      "Target=\"xl/workbook.xml\"/></Relationships>";
constexpr QByteArrayView workbookRelations
    = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"rId1\" "
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
      "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
      "Target=\"styles.xml\"/></Relationships>";
constexpr QByteArrayView styles
    = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
      "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
      "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
      "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
      "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
      "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
      "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"
      "</styleSheet>";

/// Text for XML. Control characters, and text that looks like one of their escapes, are written _xHHHH_.
QByteArray escaped(const QString &text)
{
    QString out;
    out.reserve(text.size() + 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isControl = c < u' ' && c != u'\n' && c != u'\t';
        const bool isEscape = c == u'_' && text.mid(i + 1, 1) == "x"_L1 && text.mid(i + 6, 1) == "_"_L1;
        if (isControl || isEscape)
            out += "_x"_L1 + QString::number(c.unicode(), 16).toUpper().rightJustified(4, u'0') + u'_';
        else if (c == u'<')
            out += "&lt;"_L1;
        else if (c == u'&')
            out += "&amp;"_L1;
        else if (c == u'>')
            out += "&gt;"_L1;
        else if (c == u'"')
            out += "&quot;"_L1;
        else if (c.unicode() < 0xFFFE)
            out += c;
    }
    return out.toUtf8();
}

QByteArray columnName(qsizetype column)
{
    QByteArray name;
    for (qsizetype rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.prepend(static_cast<char>('A' + (rest - 1) % 26));
    return name;
}

bool isNumeric(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Double:
        return true;
    default:
        return false;
    }
}

struct Part {
    const char *name;
    QByteArray bytes;
};

/// Packs the parts into an archive in memory. `parts` must outlive the call.
Result<QByteArray> pack(const QList<Part> &parts)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *const target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t *const archive = target ? zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) : nullptr;
    zip_error_fini(&error);
    const auto failure = [] { return fail(ErrorCode::Internal, u"zip.write_failed"_s); };
    if (!archive) {
        zip_source_free(target);
        return failure();
    }
    zip_source_keep(target);
    bool isGood = true;
    for (const Part &part : parts) {
        zip_source_t *const source = zip_source_buffer(
            archive, part.bytes.constData(), static_cast<zip_uint64_t>(part.bytes.size()), 0);
        const zip_int64_t index = source ? zip_file_add(archive, part.name, source, ZIP_FL_ENC_UTF_8) : -1;
        if (source && index < 0)
            zip_source_free(source);
        // A fixed time: the same content gives the same bytes.
        isGood = isGood && index >= 0
            && zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, 0x21, 0) == 0;
    }
    QByteArray bytes;
    if (!isGood || zip_close(archive) != 0) {
        zip_discard(archive);
        isGood = false;
    } else if (zip_source_open(target) == 0) {
        zip_stat_t stat;
        zip_source_stat(target, &stat);
        bytes.resize(static_cast<qsizetype>(stat.size));
        isGood = zip_source_read(target, bytes.data(), stat.size) == static_cast<zip_int64_t>(stat.size);
        zip_source_close(target);
    }
    zip_source_free(target);
    if (!isGood || bytes.isEmpty())
        return failure();
    return bytes;
}

} // namespace

XlsxWriter::XlsxWriter(const QString &sheetName)
{
    QString name = sheetName;
    for (const QChar forbidden : u"[]:*?/\\'"_s)
        name.replace(forbidden, u' ');
    name = name.trimmed().left(maxSheetName);
    m_sheetName = escaped(name.isEmpty() ? u"Sheet1"_s : name);
}

Result<> XlsxWriter::writeRow(const QVariantList &cells)
{
    if (++m_count > maxRows)
        return fail(ErrorCode::LimitExceeded, u"xlsx.too_many_rows"_s, {QString::number(maxRows)});
    const QByteArray number = QByteArray::number(m_count);
    m_rows.append("<row r=\"" + number + "\">");
    for (qsizetype column = 0; column < cells.size(); ++column) {
        const QVariant &cell = cells[column];
        if (cell.isNull() || cell.toString().isEmpty())
            continue;
        m_rows.append("<c r=\"" + columnName(column) + number + (m_count == 1 ? "\" s=\"1\"" : "\""));
        if (isNumeric(cell)) {
            m_rows.append("><v>" + cell.toString().toLatin1() + "</v></c>");
            continue;
        }
        const QString text = cell.toString();
        if (text.size() > maxCellUnits)
            return fail(ErrorCode::LimitExceeded, u"xlsx.cell_too_long"_s, {QString::number(m_count)});
        m_rows.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is></c>");
    }
    m_rows.append("</row>");
    m_columns = qMax(m_columns, cells.size());
    return {};
}

Result<QByteArray> XlsxWriter::finish()
{
    const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    QByteArray sheet = xmlHead + "<worksheet xmlns=\"" + main
        + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
          "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>"
        + m_rows + "</sheetData></worksheet>";
    m_rows.clear();
    const QByteArray workbook = xmlHead + "<workbook xmlns=\"" + main
        + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\""
        + m_sheetName + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    return pack({{"[Content_Types].xml", xmlHead + contentTypes}, {"_rels/.rels", xmlHead + packageRelations},
        {"xl/workbook.xml", workbook}, {"xl/_rels/workbook.xml.rels", xmlHead + workbookRelations},
        {"xl/styles.xml", xmlHead + styles}, {"xl/worksheets/sheet1.xml", sheet}});
}

} // namespace dw
