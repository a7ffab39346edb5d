#pragma once

#include "core/engines/office/tablereader.h"
#include "core/engines/office/xlsxparts.h"
#include "core/engines/office/xmlscanner.h"

#include <optional>

namespace dw {

/// Reads one sheet of an XLSX workbook row by row. The packed file and the shared strings are in memory, the
/// sheet is unpacked as it is read. Formulas give the value they were saved with; nothing is calculated, no
/// link is followed. Dates become ISO text by their number format.
class XlsxReader final : public TableReader
{
public:
    static Result<std::unique_ptr<TableReader>> open(QIODevice &device, const TableOptions &options);

    const TableInfo &info() const override { return m_info; }
    Result<TableBatch> next(int maxRows) override;
    double progress() const override;

private:
    struct Cell {
        int column = 0;
        QByteArray type; ///< Attribute t.
        int style = -1; ///< Attribute s.
        QByteArray value;
    };

    XlsxReader(QByteArray bytes, const TableLimits &limits);

    Result<> openSheet(const TableOptions &options);
    void startElement(TableBatch &batch);
    /// True when a row is complete.
    bool endElement(TableBatch &batch);
    void startCell();
    void endCell(TableBatch &batch);
    QByteArray cellText(TableBatch &batch);
    bool endRow(TableBatch &batch);

    QByteArray m_bytes; ///< Declared before m_zip, which reads it.
    TableLimits m_limits;
    TableInfo m_info;
    std::optional<ZipReader> m_zip;
    std::optional<ZipEntry> m_part;
    std::optional<XmlScanner> m_xml;
    XlsxWorkbook m_workbook;
    QList<XlsxNumberKind> m_styles;
    XlsxStrings m_strings;

    Cell m_cell;
    qint64 m_rowNumber = 0;
    qint64 m_rows = 0;
    int m_nextColumn = 0;
    int m_phonetic = 0;
    bool m_isInRow = false;
    bool m_isInCell = false;
    bool m_isText = false;
    bool m_isDone = false;
};

} // namespace dw
