#include "core/engines/office/plaintextreader.h"

#include "core/engines/office/textencoding.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Result<QString> decoded(const QByteArray &bytes, const QString &name)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const Result<EncodingGuess> guess = guessEncoding(buffer);
    if (!guess)
        return fail(ErrorCode::Unsupported, u"find.kind_unread"_s, {name});
    TextDecoder decoder(guess->encoding);
    QByteArray utf8;
    DW_TRY(decoder.decode(QByteArrayView(bytes).sliced(guess->bomBytes), true, utf8));
    return QString::fromUtf8(utf8);
}

qsizetype codePoints(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); });
}

} // namespace

Result<std::unique_ptr<TextReader>> PlainTextReader::open(const QByteArray &bytes, const QString &name)
{
    auto reader = std::make_unique<PlainTextReader>();
    if (bytes.isEmpty()) {
        reader->m_pieces.append(QString());
        return reader;
    }
    DW_ASSIGN(const QString text, decoded(bytes, name));
    if (text.contains(QChar::ReplacementCharacter))
        reader->m_problems.append({ErrorCode::Corrupt, u"find.bad_bytes"_s, {name}, {}});
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = qMin(start + pieceLength, text.size());
        if (end < text.size()) {
            const qsizetype line = text.lastIndexOf(u'\n', end - 1);
            end = line > start + pieceLength / 2 ? line + 1 : end - (text.at(end).isLowSurrogate() ? 1 : 0);
        }
        reader->m_pieces.append(text.mid(start, end - start));
        start = end;
    }
    return reader;
}

void PlainTextReader::skipTo(int step)
{
    for (; m_step < step && m_step < m_pieces.size(); ++m_step)
        m_offset += codePoints(m_pieces.at(m_step));
}

FileTexts PlainTextReader::next()
{
    FileTexts result;
    if (m_step == 0)
        result.unread = m_problems;
    FileText text;
    text.kind = u"text"_s;
    text.text = m_pieces.at(m_step);
    text.offset = m_offset;
    m_offset += m_pieces.size() > 1 ? codePoints(text.text) : 0;
    result.texts.append(text);
    ++m_step;
    return result;
}

Result<std::unique_ptr<TextReader>> TableTextReader::open(const QByteArray &bytes, const QString &name)
{
    auto reader = std::make_unique<TableTextReader>();
    reader->m_name = name;
    reader->m_bytes.setData(bytes);
    reader->m_bytes.open(QIODevice::ReadOnly);
    Result<std::unique_ptr<TableReader>> opened = openTable(reader->m_bytes);
    if (!opened && opened.error().reason != u"table.empty"_s)
        return failed(opened);
    if (opened)
        reader->m_reader = std::move(*opened);
    reader->m_isDone = !opened;
    return reader;
}

FileTexts TableTextReader::next()
{
    FileTexts result;
    const Result<TableBatch> batch = m_reader->next(rowsAtOnce);
    if (!batch) {
        m_isDone = true;
        result.unread.append({batch.error().code, u"find.part_unread"_s, {m_name, batch.error().reason}, {}});
        return result;
    }
    m_isDone = batch->rowCount() == 0;
    for (const RowProblem &row : batch->problems()) {
        if (row.severity == RowProblem::Severity::Error)
            result.unread.append({ErrorCode::Corrupt, u"find.row_unread"_s, {m_name, QString::number(row.row)}, {}});
    }
    for (qsizetype row = 0; row < batch->rowCount(); ++row) {
        FileText text;
        text.kind = u"cell"_s;
        text.at = QString::number(batch->rowNumber(row));
        text.cells = batch->texts(row);
        text.isNewTable = m_isFirst;
        m_isFirst = false;
        result.texts.append(text);
    }
    return result;
}

} // namespace dw
