#pragma once

#include "core/engines/office/tablebatch.h"

#include <QIODevice>

#include <memory>

namespace dw {

/// Beyond these a file is refused (or a row, where it says so). Defaults fit a million clients.
struct TableLimits {
    qint64 fileBytes = qint64 {2} << 30;
    qint64 rows = 2'000'000;
    int columns = 512; ///< Further cells make the row an error.
    qint64 cellBytes = 128 << 10; ///< A longer cell makes the row an error.
    qint64 recordBytes = 1 << 20; ///< A longer CSV record makes the row an error.
    qint64 partBytes = qint64 {6} << 30; ///< One unpacked part of an XLSX.
    qint64 stringBytes = qint64 {1} << 30; ///< All shared strings of an XLSX together.
    int ratio = 300; ///< Unpacked to packed size of a part above 16 MiB.
};

/// How to read a table. Empty means "find out".
struct TableOptions {
    QString encoding; ///< Id of TextEncoding, CSV only.
    QChar delimiter; ///< CSV only.
    int sheet = -1; ///< XLSX only: index into TableInfo::sheets; -1 = the first visible one.
    TableLimits limits;
};

/// What was found out about a table before its first row.
struct TableInfo {
    QString format; ///< "csv" or "xlsx".
    QString encoding; ///< Id of TextEncoding; empty for XLSX.
    QString encodingEvidence; ///< Why: "bom", "ascii", "utf8_valid", "nul_bytes", "gb18030_valid", "big5_valid", "utf8_mostly", "gb18030_mostly", "western", "given".
    QChar delimiter; ///< Null for XLSX.
    QStringList sheets; ///< Names in order; XLSX only.
    QList<int> hiddenSheets;
    int sheet = -1;
    qint64 fileBytes = 0;
};

/// Reads a table row by row in bounded memory. Blank rows are skipped; damage is reported with its row, never
/// repaired in silence.
class TableReader
{
public:
    virtual ~TableReader() = default;

    virtual const TableInfo &info() const = 0;

    /// The next rows, at most `maxRows`; a batch without rows means the end.
    virtual Result<TableBatch> next(int maxRows) = 0;

    /// How far it is, 0 to 1.
    virtual double progress() const = 0;
};

/// Opens a CSV or XLSX by its content, whatever its name is. `device` must be random-access and outlive the
/// reader. Fails with InvalidInput "table.empty", "table.not_text"; Unsupported "table.old_excel",
/// "table.encoding_unsupported"; LimitExceeded "table.too_large", "zip.bomb"; Corrupt "zip.damaged", "xlsx.*".
Result<std::unique_ptr<TableReader>> openTable(QIODevice &device, const TableOptions &options = {});

} // namespace dw
