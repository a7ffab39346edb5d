#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace dw {

/// What is wrong with one row of a table. An Error keeps the row out of an import, a Warning does not.
struct RowProblem {
    enum class Severity : quint8 { Warning, Error };

    qint64 row = 0; ///< Where it stands in the file: line of a CSV, row of a sheet; from 1.
    int column = -1; ///< From 0; -1 = the row as a whole.
    Severity severity = Severity::Error;
    QString reason; ///< Stable id such as "table.bad_bytes"; ui/text has the words.
    QStringList args;

    bool operator==(const RowProblem &) const = default;
};

/// Some consecutive rows of a table. Cells are UTF-8 in one block, so that a batch is cheap to fill, to keep
/// and to hand from one process to another. Rows may differ in length; a cell that is not there is empty.
class TableBatch
{
public:
    qsizetype rowCount() const { return m_rows.size(); }
    bool isEmpty() const { return m_rows.isEmpty() && m_problems.isEmpty(); }

    qint64 rowNumber(qsizetype row) const { return m_rows[row].number; }
    int cellCount(qsizetype row) const { return static_cast<int>(m_rows[row].cellCount); }
    bool hasError(qsizetype row) const { return m_rows[row].hasError; }
    QByteArrayView cell(qsizetype row, int column) const; ///< UTF-8.
    QString text(qsizetype row, int column) const { return QString::fromUtf8(cell(row, column)); }
    QStringList texts(qsizetype row) const;

    const QList<RowProblem> &problems() const { return m_problems; }

    void beginRow(qint64 number);
    void addCell(QByteArrayView utf8);
    /// A cell built piece by piece: appendText() as often as needed, then endCell().
    void appendText(QByteArrayView utf8) { m_text.append(utf8); }
    void endCell();
    qsizetype openCellSize() const; ///< Bytes of the cell being built.
    int openRowCells() const { return static_cast<int>(m_rows.last().cellCount); }
    QByteArrayView openRowText() const; ///< All bytes of the row being built.
    qsizetype openRowProblems() const { return m_problems.size() - m_problemsBefore; }
    void dropRow(); ///< Takes the last row back, and its problems.
    void markError() { m_rows.last().hasError = true; }
    void addProblem(RowProblem problem) { m_problems.append(std::move(problem)); }

    /// Rough bytes held, for limits.
    qsizetype byteSize() const { return m_text.size() + m_ends.size() * 4; }

    QByteArray serialised() const;
    /// Reads serialised() back; trusts nothing and fails with Corrupt "table.malformed_batch".
    static Result<TableBatch> parse(QByteArrayView bytes);

private:
    struct Row {
        qint64 number = 0;
        quint32 firstCell = 0;
        quint32 cellCount = 0;
        bool hasError = false;
    };

    quint32 cellStart(quint32 cell) const { return cell == 0 ? 0 : m_ends[cell - 1]; }

    QByteArray m_text;
    QList<quint32> m_ends; ///< End of each cell in m_text.
    QList<Row> m_rows;
    QList<RowProblem> m_problems;
    qsizetype m_problemsBefore = 0; ///< The last row's problems begin here.
};

} // namespace dw
