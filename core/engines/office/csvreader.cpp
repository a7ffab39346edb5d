#include "core/engines/office/csvreader.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cstring>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype chunkBytes = 1 << 20;
constexpr qsizetype maxBatchBytes = 8 << 20;
constexpr qsizetype sniffBytes = 64 << 10;
constexpr int sniffRecords = 50;

/// Cells of each record if `delimiter` were the delimiter.
QList<int> cellCounts(QByteArrayView text, char delimiter)
{
    QList<int> counts;
    int cells = 1;
    bool isQuoted = false;
    bool isCellStart = true;
    bool isBlank = true;
    for (const char c : text) {
        if (isQuoted) {
            isQuoted = c != '"';
            continue;
        }
        if (c == '\n' || c == '\r') {
            if (!isBlank)
                counts.append(cells);
            if (counts.size() >= sniffRecords)
                return counts;
            cells = 1;
            isBlank = true;
            isCellStart = true;
            continue;
        }
        isBlank = false;
        if (c == '"' && isCellStart) {
            isQuoted = true;
        } else if (c == delimiter) {
            ++cells;
            isCellStart = true;
            continue;
        }
        isCellStart = false;
    }
    if (!isBlank && counts.isEmpty())
        counts.append(cells);
    return counts;
}

/// A row that cannot be used: the start of its text, for a person to recognise it by, and the reason.
void addDamagedRow(TableBatch &batch, QByteArrayView text, const RowProblem &problem)
{
    batch.beginRow(problem.row);
    batch.addCell(QString::fromUtf8(text.first(qMin<qsizetype>(text.size(), 400))).left(100).toUtf8());
    batch.addProblem(problem);
    batch.markError();
}

bool endsCell(char c, char delimiter)
{
    return c == delimiter || c == '\n' || c == '\r';
}

} // namespace

char sniffDelimiter(QByteArrayView text)
{
    constexpr std::array candidates {',', ';', '\t', '|'};
    char best = ',';
    double bestScore = 0;
    for (const char candidate : candidates) {
        const QList<int> counts = cellCounts(text, candidate);
        QHash<int, int> frequency;
        for (const int count : counts)
            ++frequency[count];
        for (auto it = frequency.cbegin(); it != frequency.cend(); ++it) {
            if (it.key() < 2)
                continue;
            // Evenness first; among even ones the delimiter that gives more columns.
            const double evenness = static_cast<double>(it.value()) / static_cast<double>(counts.size());
            const double score = evenness * evenness + 0.01 * qMin(it.key(), 20);
            if (evenness > 0.3 && score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
    }
    return best;
}

CsvReader::CsvReader(QIODevice &device, const TableLimits &limits, TextEncoding encoding)
    : m_device(device)
    , m_limits(limits)
    , m_decoder(encoding)
{
}

Result<std::unique_ptr<TableReader>> CsvReader::open(QIODevice &device, const TableOptions &options)
{
    DW_ASSIGN(EncodingGuess guess, guessEncoding(device));
    if (!options.encoding.isEmpty()) {
        const auto given = encodingFromId(options.encoding);
        if (!given)
            return fail(ErrorCode::Unsupported, u"table.encoding_unsupported"_s, {options.encoding.left(40)});
        // A mark of another encoding is not skipped: it shows as damage, as it should.
        guess = {*given, u"given"_s, *given == guess.encoding ? guess.bomBytes : 0};
    }
    if (!device.seek(guess.bomBytes))
        return fail(ErrorCode::Io, u"table.unreadable"_s);
    std::unique_ptr<CsvReader> reader(new CsvReader(device, options.limits, guess.encoding));
    DW_TRY(reader->fill());
    reader->m_info.format = u"csv"_s;
    reader->m_info.encoding = encodingId(guess.encoding);
    reader->m_info.encodingEvidence = guess.evidence;
    reader->m_info.fileBytes = device.size();
    if (QByteArrayView(reader->m_text).trimmed().isEmpty() && reader->m_isSourceDone)
        return fail(ErrorCode::InvalidInput, u"table.empty"_s);

    QByteArrayView head = QByteArrayView(reader->m_text).first(qMin(sniffBytes, reader->m_text.size()));
    char delimiter = sniffDelimiter(head);
    if (head.startsWith("sep=") && head.size() > 5 && (head[5] == '\n' || head[5] == '\r')) {
        delimiter = head[4];
        reader->skipLine();
    }
    if (!options.delimiter.isNull())
        delimiter = options.delimiter.toLatin1();
    reader->m_delimiter = delimiter;
    reader->m_info.delimiter = QLatin1Char(delimiter);
    return reader;
}

double CsvReader::progress() const
{
    if (m_info.fileBytes <= 0)
        return 1;
    const auto left = static_cast<double>(m_text.size() - m_pos);
    return qBound(0.0, (static_cast<double>(m_device.pos()) - left) / static_cast<double>(m_info.fileBytes), 1.0);
}

Result<> CsvReader::fill()
{
    m_text.remove(0, m_pos);
    m_pos = 0;
    const QByteArray bytes = m_device.read(chunkBytes);
    m_isSourceDone = m_device.atEnd() || bytes.isEmpty();
    return m_decoder.decode(bytes, m_isSourceDone, m_text);
}

Result<TableBatch> CsvReader::next(int maxRows)
{
    TableBatch batch;
    while (batch.rowCount() < maxRows && batch.byteSize() < maxBatchBytes) {
        switch (readRecord(batch)) {
        case Step::Row:
            if (++m_rows > m_limits.rows)
                return fail(ErrorCode::LimitExceeded, u"table.too_many_rows"_s, {QString::number(m_limits.rows)});
            break;
        case Step::Blank:
            break;
        case Step::NeedMore:
            DW_TRY(fill());
            break;
        case Step::End:
            return batch;
        }
    }
    return batch;
}

/// Reads one record at m_pos. On NeedMore nothing was consumed: the record is read again with more text, which
/// happens once a chunk. A '\r' at the very end also waits, for its '\n'.
CsvReader::Step CsvReader::readRecord(TableBatch &batch)
{
    if (m_skipsLine) {
        skipLine();
        if (m_skipsLine)
            return m_isSourceDone ? Step::End : Step::NeedMore;
        return Step::Blank;
    }
    if (m_pos >= m_text.size())
        return m_isSourceDone ? Step::End : Step::NeedMore;
    if (m_text[m_pos] == '\n' || m_text[m_pos] == '\r') {
        if (m_text[m_pos] == '\r' && m_pos + 1 >= m_text.size() && !m_isSourceDone)
            return Step::NeedMore;
        skipLine();
        return Step::Blank;
    }
    const qsizetype end = m_text.size();
    qsizetype pos = m_pos;
    qint64 lines = 0;
    batch.beginRow(m_line);
    for (;;) {
        const qsizetype cellStart = pos;
        bool isWhole = true;
        if (pos < end && m_text[pos] == '"')
            isWhole = readQuoted(batch, pos, lines);
        if (isWhole) {
            const qsizetype from = pos;
            while (pos < end && !endsCell(m_text[pos], m_delimiter))
                ++pos;
            if (from != cellStart && pos > from)
                batch.addProblem({m_line, batch.openRowCells(), RowProblem::Severity::Error, u"csv.text_after_quote"_s, {}});
            batch.appendText(QByteArrayView(m_text).sliced(from, pos - from));
        }
        const bool isCut = pos >= end || (m_text[pos] == '\r' && pos + 1 >= end);
        if (pos - m_pos > m_limits.recordBytes || (isCut && m_isSourceDone && !isWhole))
            return giveUpRecord(batch, isWhole ? u"csv.record_too_long"_s : u"csv.unclosed_quote"_s);
        if (isCut && !m_isSourceDone) {
            batch.dropRow();
            return Step::NeedMore;
        }
        batch.endCell();
        if (pos >= end || m_text[pos] != m_delimiter)
            break;
        ++pos;
    }
    const qint64 line = m_line;
    finishRow(pos, lines);
    return checkRow(batch, line);
}

/// Appends the text of the quoted part at `pos`; false if its closing quote is not in reach.
bool CsvReader::readQuoted(TableBatch &batch, qsizetype &pos, qint64 &lines)
{
    const char *const text = m_text.constData();
    const qsizetype end = m_text.size();
    ++pos;
    for (;;) {
        const void *const found = std::memchr(text + pos, '"', static_cast<std::size_t>(end - pos));
        if (!found || pos - m_pos > m_limits.recordBytes) {
            pos = end;
            return false;
        }
        const qsizetype quote = static_cast<const char *>(found) - text;
        const QByteArrayView part(text + pos, quote - pos);
        lines += std::count(part.begin(), part.end(), '\n');
        batch.appendText(part);
        pos = quote + 1;
        if (pos >= end)
            return m_isSourceDone;
        if (text[pos] != '"')
            return true;
        batch.appendText("\"");
        ++pos;
    }
}

/// Keeps the first line as a row in error and goes on after it, so that one stray quote does not swallow the
/// rest of the file.
CsvReader::Step CsvReader::giveUpRecord(TableBatch &batch, const QString &reason)
{
    batch.dropRow();
    const QByteArrayView rest = QByteArrayView(m_text).sliced(m_pos);
    const auto lineEnd = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '\n' || c == '\r'; });
    addDamagedRow(batch, rest.first(lineEnd - rest.begin()), {m_line, -1, RowProblem::Severity::Error, reason, {}});
    skipLine();
    return Step::Row;
}

void CsvReader::skipLine()
{
    const QByteArrayView rest = QByteArrayView(m_text).sliced(m_pos);
    const auto found = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '\n' || c == '\r'; });
    m_pos += found - rest.begin();
    const bool mayBeCut = m_pos >= m_text.size() || (m_text[m_pos] == '\r' && m_pos + 1 >= m_text.size());
    m_skipsLine = mayBeCut && !m_isSourceDone;
    if (m_skipsLine || m_pos >= m_text.size())
        return;
    m_pos += m_text[m_pos] == '\r' && m_pos + 1 < m_text.size() && m_text[m_pos + 1] == '\n' ? 2 : 1;
    ++m_line;
}

/// Steps over the line end at `pos`; `lines` were inside quotes.
void CsvReader::finishRow(qsizetype pos, qint64 lines)
{
    m_pos = pos;
    m_line += lines;
    if (m_pos < m_text.size())
        skipLine();
}

/// Judges the row just read. A row of nothing but empty cells is taken back.
CsvReader::Step CsvReader::checkRow(TableBatch &batch, qint64 line)
{
    const QByteArrayView text = batch.openRowText();
    if (text.isEmpty()) {
        batch.dropRow();
        return Step::Blank;
    }
    const qsizetype row = batch.rowCount() - 1;
    QString tooMuch;
    if (batch.openRowCells() > m_limits.columns)
        tooMuch = u"table.too_many_cells"_s;
    for (int column = 0; text.size() > m_limits.cellBytes && column < batch.openRowCells(); ++column) {
        if (batch.cell(row, column).size() > m_limits.cellBytes)
            tooMuch = u"table.cell_too_long"_s;
    }
    if (!tooMuch.isEmpty()) {
        const QByteArray start = batch.cell(row, 0).toByteArray();
        batch.dropRow();
        addDamagedRow(batch, start, {line, -1, RowProblem::Severity::Error, tooMuch, {}});
        return Step::Row;
    }
    // The decoder leaves U+FFFD for invalid bytes; one that was in the file is a trace of older damage.
    if (text.contains("\xEF\xBF\xBD"))
        batch.addProblem({line, -1, RowProblem::Severity::Error, u"table.bad_bytes"_s, {m_info.encoding}});
    if (text.contains('\0'))
        batch.addProblem({line, -1, RowProblem::Severity::Error, u"table.control_character"_s, {}});
    if (batch.openRowProblems() > 0)
        batch.markError();
    return Step::Row;
}

} // namespace dw
