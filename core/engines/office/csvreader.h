#pragma once

#include "core/engines/office/tablereader.h"
#include "core/engines/office/textencoding.h"

namespace dw {

/// Reads delimited text as RFC 4180 describes it, and as spreadsheets really write it: any of , ; TAB | as
/// delimiter, quotes around cells with line breaks, "" for a quote, CRLF, LF or CR, a "sep=" first line.
/// A row number is the line on which the row begins.
class CsvReader final : public TableReader
{
public:
    static Result<std::unique_ptr<TableReader>> open(QIODevice &device, const TableOptions &options);

    const TableInfo &info() const override { return m_info; }
    Result<TableBatch> next(int maxRows) override;
    double progress() const override;

private:
    enum class Step { Row, Blank, NeedMore, End };

    CsvReader(QIODevice &device, const TableLimits &limits, TextEncoding encoding);

    Result<> fill();
    Step readRecord(TableBatch &batch);
    bool readQuoted(TableBatch &batch, qsizetype &pos, qint64 &lines);
    Step checkRow(TableBatch &batch, qint64 line);
    Step giveUpRecord(TableBatch &batch, const QString &reason);
    void skipLine();
    void finishRow(qsizetype pos, qint64 lines);

    QIODevice &m_device;
    TableLimits m_limits;
    TextDecoder m_decoder;
    TableInfo m_info;
    QByteArray m_text; ///< Decoded and not yet consumed from m_pos on.
    qsizetype m_pos = 0;
    char m_delimiter = ',';
    qint64 m_line = 1;
    qint64 m_rows = 0;
    bool m_isSourceDone = false;
    bool m_skipsLine = false; ///< The rest of an over-long record is being thrown away.
};

/// The delimiter of , ; TAB | that splits the first records of `text` most evenly; , if none does.
char sniffDelimiter(QByteArrayView text);

} // namespace dw
