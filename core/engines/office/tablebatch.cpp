#include "core/engines/office/tablebatch.h"

#include <QDataStream>
#include <QIODevice>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 batchMagic = 0x44575442; // "DWTB"
constexpr quint32 maxBatchRows = 1'000'000;

} // namespace

QByteArrayView TableBatch::cell(qsizetype row, int column) const
{
    const Row &entry = m_rows[row];
    if (column < 0 || static_cast<quint32>(column) >= entry.cellCount)
        return {};
    const quint32 index = entry.firstCell + static_cast<quint32>(column);
    const quint32 start = cellStart(index);
    return QByteArrayView(m_text).sliced(start, m_ends[index] - start);
}

QStringList TableBatch::texts(qsizetype row) const
{
    QStringList list;
    list.reserve(cellCount(row));
    for (int column = 0; column < cellCount(row); ++column)
        list.append(text(row, column));
    return list;
}

void TableBatch::beginRow(qint64 number)
{
    m_rows.append({number, static_cast<quint32>(m_ends.size()), 0, false});
    m_problemsBefore = m_problems.size();
}

void TableBatch::addCell(QByteArrayView utf8)
{
    m_text.append(utf8);
    endCell();
}

void TableBatch::endCell()
{
    m_ends.append(static_cast<quint32>(m_text.size()));
    ++m_rows.last().cellCount;
}

qsizetype TableBatch::openCellSize() const
{
    return m_text.size() - (m_ends.isEmpty() ? 0 : static_cast<qsizetype>(m_ends.last()));
}

QByteArrayView TableBatch::openRowText() const
{
    return QByteArrayView(m_text).sliced(cellStart(m_rows.last().firstCell));
}

void TableBatch::dropRow()
{
    const Row row = m_rows.takeLast();
    m_text.truncate(cellStart(row.firstCell));
    m_ends.resize(row.firstCell);
    m_problems.resize(m_problemsBefore);
}

QByteArray TableBatch::serialised() const
{
    QByteArray bytes;
    bytes.reserve(m_text.size() + m_ends.size() * 4 + m_rows.size() * 13 + 64);
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << batchMagic << static_cast<quint32>(m_rows.size());
    for (const Row &row : m_rows)
        out << row.number << row.cellCount << row.hasError;
    for (const quint32 end : m_ends)
        out << end;
    out << m_text << static_cast<quint32>(m_problems.size());
    for (const RowProblem &problem : m_problems) {
        out << problem.row << problem.column << static_cast<quint8>(problem.severity) << problem.reason
            << problem.args;
    }
    return bytes;
}

Result<TableBatch> TableBatch::parse(QByteArrayView bytes)
{
    const auto malformed = [](const QString &what) {
        return fail(ErrorCode::Corrupt, u"table.malformed_batch"_s, {}, what);
    };
    QDataStream in(QByteArray::fromRawData(bytes.data(), bytes.size()));
    in.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint32 rows = 0;
    in >> magic >> rows;
    // Every row takes 13 bytes, every cell 4: counts that do not fit into the message are lies.
    if (in.status() != QDataStream::Ok || magic != batchMagic || rows > maxBatchRows || rows > bytes.size() / 13)
        return malformed(u"head"_s);
    TableBatch batch;
    batch.m_rows.reserve(rows);
    quint64 cells = 0;
    for (quint32 i = 0; i < rows; ++i) {
        Row row;
        in >> row.number >> row.cellCount >> row.hasError;
        row.firstCell = static_cast<quint32>(cells);
        cells += row.cellCount;
        if (in.status() != QDataStream::Ok || cells > static_cast<quint64>(bytes.size()) / 4)
            return malformed(u"rows"_s);
        batch.m_rows.append(row);
    }
    batch.m_ends.reserve(static_cast<qsizetype>(cells));
    quint32 last = 0;
    for (quint64 i = 0; i < cells; ++i) {
        quint32 end = 0;
        in >> end;
        if (end < last)
            return malformed(u"cells"_s);
        last = end;
        batch.m_ends.append(end);
    }
    quint32 problems = 0;
    in >> batch.m_text >> problems;
    if (in.status() != QDataStream::Ok || batch.m_text.size() != static_cast<qsizetype>(last)
        || !batch.m_text.isValidUtf8() || problems > bytes.size() / 13)
        return malformed(u"text"_s);
    for (quint32 i = 0; i < problems; ++i) {
        RowProblem problem;
        quint8 severity = 0;
        in >> problem.row >> problem.column >> severity >> problem.reason >> problem.args;
        problem.severity = severity == 0 ? RowProblem::Severity::Warning : RowProblem::Severity::Error;
        if (in.status() != QDataStream::Ok)
            return malformed(u"problems"_s);
        batch.m_problems.append(std::move(problem));
    }
    return batch;
}

} // namespace dw
