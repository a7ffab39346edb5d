#include "core/engines/office/csvwriter.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// "-12.50" and nothing more: a value, not a formula.
bool isNegativeNumber(QStringView text)
{
    if (text.size() < 2 || text[0] != u'-')
        return false;
    int dots = 0;
    for (const QChar c : text.sliced(1)) {
        if (c == u'.')
            ++dots;
        else if (c < u'0' || c > u'9')
            return false;
    }
    return dots <= 1 && text.last(1) != u"." && text[1] != u'.';
}

QByteArray quoted(const QString &cell, char delimiter)
{
    QByteArray text = withoutFormula(cell).toUtf8();
    const bool needsQuotes = text.contains(delimiter) || text.contains('"') || text.contains('\n')
        || text.contains('\r') || text.startsWith(' ') || text.endsWith(' ');
    if (!needsQuotes)
        return text;
    text.replace("\"", "\"\"");
    return '"' + text + '"';
}

} // namespace

QString withoutFormula(const QString &text)
{
    static constexpr QStringView dangerous = u"=+-@\t\r";
    if (text.isEmpty() || !dangerous.contains(text[0]) || isNegativeNumber(text))
        return text;
    return u'\'' + text;
}

CsvWriter::CsvWriter(QIODevice &out, Mark mark, char delimiter)
    : m_out(out)
    , m_delimiter(delimiter)
    , m_owesBom(mark == Mark::Bom)
{
}

Result<> CsvWriter::writeRow(const QStringList &cells)
{
    QByteArray line;
    if (m_owesBom)
        line.append("\xEF\xBB\xBF");
    m_owesBom = false;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line.append(m_delimiter);
        line.append(quoted(cells[i], m_delimiter));
    }
    line.append("\r\n");
    if (m_out.write(line) != line.size())
        return fail(ErrorCode::Io, u"file.write_failed"_s);
    return {};
}

} // namespace dw
