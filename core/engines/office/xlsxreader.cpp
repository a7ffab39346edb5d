#include "core/engines/office/xlsxreader.h"

#include "core/engines/office/textencoding.h"

#include <cmath>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype chunkBytes = 256 << 10;
constexpr qsizetype maxBatchBytes = 8 << 20;
constexpr qint64 maxPackedBytes = qint64 {512} << 20;
constexpr int noColumn = 1 << 20;

/// "AB12" to 27; `noColumn` if it is no cell name.
int columnOf(QByteArrayView reference)
{
    int column = 0;
    for (const char c : reference) {
        if (c >= 'A' && c <= 'Z')
            column = column * 26 + (c - 'A' + 1);
        else
            break;
        if (column > noColumn)
            return noColumn;
    }
    return column == 0 ? noColumn : column - 1;
}

/// More than 15 digits do not fit into a spreadsheet's number: an identity or account number is spoilt.
bool hasLostDigits(QByteArrayView number)
{
    if (number.size() <= 15)
        return false;
    const double value = number.toDouble();
    return std::abs(value) >= 1e15 && value == std::floor(value);
}

} // namespace

XlsxReader::XlsxReader(QByteArray bytes, const TableLimits &limits)
    : m_bytes(std::move(bytes))
    , m_limits(limits)
{
}

Result<std::unique_ptr<TableReader>> XlsxReader::open(QIODevice &device, const TableOptions &options)
{
    if (device.size() > maxPackedBytes)
        return fail(ErrorCode::LimitExceeded, u"table.too_large"_s, {QString::number(maxPackedBytes)});
    device.seek(0);
    std::unique_ptr<XlsxReader> reader(new XlsxReader(device.readAll(), options.limits));
    DW_TRY(reader->openSheet(options));
    return reader;
}

Result<> XlsxReader::openSheet(const TableOptions &options)
{
    DW_ASSIGN(ZipReader zip, ZipReader::open(m_bytes));
    m_zip.emplace(std::move(zip));
    DW_ASSIGN(m_workbook, readXlsxWorkbook(*m_zip));
    m_info.format = u"xlsx"_s;
    m_info.fileBytes = m_bytes.size();
    for (int i = 0; i < m_workbook.sheets.size(); ++i) {
        m_info.sheets.append(m_workbook.sheets[i].name);
        if (m_workbook.sheets[i].isHidden)
            m_info.hiddenSheets.append(i);
        else if (m_info.sheet < 0)
            m_info.sheet = i;
    }
    if (options.sheet >= 0)
        m_info.sheet = options.sheet;
    m_info.sheet = qMax(0, m_info.sheet);
    if (m_info.sheet >= m_workbook.sheets.size())
        return fail(ErrorCode::NotFound, u"xlsx.no_sheet"_s, {QString::number(m_info.sheet)});
    DW_ASSIGN(m_styles, readXlsxStyles(*m_zip, m_workbook));
    DW_ASSIGN(m_strings, XlsxStrings::read(*m_zip, m_workbook, m_limits));
    DW_ASSIGN(ZipEntry part, m_zip->entry(m_workbook.sheets[m_info.sheet].part, m_limits.partBytes, m_limits.ratio));
    m_part.emplace(std::move(part));
    m_xml.emplace([this] { return m_part->read(chunkBytes); });
    return {};
}

double XlsxReader::progress() const
{
    const qint64 size = m_part->unpackedSize();
    return size <= 0 ? 1 : qBound(0.0, static_cast<double>(m_part->bytesRead()) / static_cast<double>(size), 1.0);
}

Result<TableBatch> XlsxReader::next(int maxRows)
{
    TableBatch batch;
    // A batch ends between rows, never within one.
    while (!m_isDone && (m_isInRow || (batch.rowCount() < maxRows && batch.byteSize() < maxBatchBytes))) {
        DW_ASSIGN(const XmlScanner::Token token, m_xml->next());
        switch (token) {
        case XmlScanner::Token::Start:
            startElement(batch);
            break;
        case XmlScanner::Token::End:
            if (endElement(batch) && ++m_rows > m_limits.rows)
                return fail(ErrorCode::LimitExceeded, u"table.too_many_rows"_s, {QString::number(m_limits.rows)});
            break;
        case XmlScanner::Token::Text:
            if (m_isText && m_phonetic == 0)
                m_cell.value.append(m_xml->text());
            if (m_cell.value.size() > m_limits.recordBytes)
                return fail(ErrorCode::LimitExceeded, u"table.cell_too_long"_s);
            break;
        case XmlScanner::Token::Done:
            m_isDone = true;
            // A sheet that stops within a row was cut off: say so rather than pass for complete.
            if (m_isInRow)
                return fail(ErrorCode::Corrupt, u"xlsx.truncated"_s);
            break;
        }
    }
    if (m_isDone && m_rows == 0)
        return fail(ErrorCode::InvalidInput, u"table.empty"_s);
    return batch;
}

void XlsxReader::startElement(TableBatch &batch)
{
    const QByteArrayView name = m_xml->name();
    if (name == "c" && m_isInRow) {
        startCell();
    } else if (name == "v" || name == "t") {
        m_isText = m_isInCell;
    } else if (name == "rPh") {
        ++m_phonetic;
    } else if (name == "row" && !m_isInRow) {
        const qint64 stated = m_xml->attribute("r").toLongLong();
        m_rowNumber = stated > m_rowNumber ? stated : m_rowNumber + 1;
        m_nextColumn = 0;
        m_isInRow = true;
        batch.beginRow(m_rowNumber);
    }
}

bool XlsxReader::endElement(TableBatch &batch)
{
    const QByteArrayView name = m_xml->name();
    if (name == "c" && m_isInCell)
        endCell(batch);
    else if (name == "v" || name == "t")
        m_isText = false;
    else if (name == "rPh")
        m_phonetic = qMax(0, m_phonetic - 1);
    else if (name == "row" && m_isInRow)
        return endRow(batch);
    return false;
}

void XlsxReader::startCell()
{
    const QByteArray reference = m_xml->attribute("r");
    m_cell.column = reference.isEmpty() ? m_nextColumn : columnOf(reference);
    m_cell.type = m_xml->attribute("t");
    bool hasStyle = false;
    m_cell.style = m_xml->attribute("s").toInt(&hasStyle);
    if (!hasStyle)
        m_cell.style = -1;
    m_cell.value.clear();
    m_isInCell = true;
    m_isText = false;
}

void XlsxReader::endCell(TableBatch &batch)
{
    m_isInCell = false;
    m_isText = false;
    if (m_cell.value.isEmpty()) {
        m_nextColumn = qMax(m_nextColumn, qMin(m_cell.column + 1, m_limits.columns));
        return;
    }
    const auto problem = [&](RowProblem::Severity severity, const QString &reason) {
        batch.addProblem({m_rowNumber, m_cell.column, severity, reason, {}});
    };
    if (m_cell.column >= m_limits.columns)
        return problem(RowProblem::Severity::Error, u"table.too_many_cells"_s);
    if (m_cell.column < batch.openRowCells())
        return problem(RowProblem::Severity::Error, u"xlsx.cells_out_of_order"_s);
    QByteArray text = cellText(batch);
    if (text.size() > m_limits.cellBytes) {
        problem(RowProblem::Severity::Error, u"table.cell_too_long"_s);
        text = QString::fromUtf8(text.first(400)).left(100).toUtf8();
    }
    if (validUtf8Prefix(text) != text.size() || text.contains('\0')) {
        problem(RowProblem::Severity::Error, u"table.bad_bytes"_s);
        text = QString::fromUtf8(text).remove(QChar(u'\0')).toUtf8();
    }
    while (batch.openRowCells() < m_cell.column)
        batch.addCell({});
    batch.addCell(text);
    m_nextColumn = m_cell.column + 1;
}

/// The open cell's value as text; notes what the file had already lost.
QByteArray XlsxReader::cellText(TableBatch &batch)
{
    const auto warn = [&](const QString &reason, const QStringList &args) {
        batch.addProblem({m_rowNumber, m_cell.column, RowProblem::Severity::Warning, reason, args});
    };
    if (m_cell.type == "s") {
        bool isNumber = false;
        const qlonglong index = m_cell.value.trimmed().toLongLong(&isNumber);
        if (!isNumber || index < 0 || index >= m_strings.count()) {
            batch.addProblem({m_rowNumber, m_cell.column, RowProblem::Severity::Error, u"xlsx.no_such_string"_s, {}});
            return {};
        }
        return m_strings.at(index).toByteArray();
    }
    if (m_cell.type == "inlineStr" || m_cell.type == "str")
        return decodeXlsxEscapes(m_cell.value);
    if (m_cell.type == "b")
        return m_cell.value.trimmed() == "1" ? "TRUE" : "FALSE";
    if (m_cell.type == "d")
        return m_cell.value.trimmed().replace('T', ' ');
    if (m_cell.type == "e") {
        warn(u"xlsx.error_value"_s, {QString::fromUtf8(m_cell.value).left(20)});
        return m_cell.value;
    }
    const XlsxNumberKind kind = m_styles.value(m_cell.style, XlsxNumberKind::Number);
    if (kind != XlsxNumberKind::Number) {
        const QByteArray date = xlsxDateText(m_cell.value.trimmed().toDouble(), kind, m_workbook.isDate1904);
        if (!date.isEmpty())
            return date;
    }
    const QByteArray number = xlsxNumberText(m_cell.value.trimmed());
    if (hasLostDigits(number))
        warn(u"xlsx.digits_lost"_s, {});
    return number;
}

bool XlsxReader::endRow(TableBatch &batch)
{
    m_isInRow = false;
    if (batch.openRowProblems() == 0 && batch.openRowText().isEmpty()) {
        batch.dropRow();
        return false;
    }
    for (const RowProblem &problem : batch.problems().last(batch.openRowProblems())) {
        if (problem.severity == RowProblem::Severity::Error)
            batch.markError();
    }
    return true;
}

} // namespace dw
