#include "core/engines/office/xmlscanner.h"

#include <array>
#include <cstring>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxTagBytes = 256 << 10;
constexpr qsizetype longestEntity = 12; ///< "&#x0010FFFF;"

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

QByteArrayView localName(QByteArrayView name)
{
    const qsizetype colon = name.lastIndexOf(':');
    return colon < 0 ? name : name.sliced(colon + 1);
}

/// The character of "amp", "#38" or "#x26"; empty if it is none.
QByteArray entityText(QByteArrayView entity)
{
    constexpr std::array<std::pair<QByteArrayView, char>, 5> known {
        {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};
    for (const auto &[name, character] : known) {
        if (entity == name)
            return QByteArray(1, character);
    }
    if (entity.size() < 2 || entity[0] != '#')
        return {};
    const bool isHex = entity[1] == 'x';
    bool isNumber = false;
    const uint code = entity.sliced(isHex ? 2 : 1).toByteArray().toUInt(&isNumber, isHex ? 16 : 10);
    if (!isNumber || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return {};
    const char32_t character = code;
    return QString::fromUcs4(&character, 1).toUtf8();
}

tl::unexpected<Error> malformed(const QString &what)
{
    return fail(ErrorCode::Corrupt, u"xml.malformed"_s, {}, what);
}

} // namespace

QByteArray decodeXmlEntities(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    while (!text.isEmpty()) {
        const qsizetype amp = text.indexOf('&');
        if (amp < 0) {
            out.append(text);
            break;
        }
        out.append(text.first(amp));
        text = text.sliced(amp);
        const qsizetype end = text.first(qMin(text.size(), longestEntity)).indexOf(';');
        const QByteArray decoded = end > 0 ? entityText(text.sliced(1, end - 1)) : QByteArray();
        if (decoded.isEmpty()) {
            out.append('&');
            text = text.sliced(1);
        } else {
            out.append(decoded);
            text = text.sliced(end + 1);
        }
    }
    return out;
}

XmlScanner::XmlScanner(Source source)
    : m_source(std::move(source))
{
}

/// Makes `bytes` available from m_pos on if the source has them; false at its end.
Result<bool> XmlScanner::need(qsizetype bytes)
{
    while (m_buffer.size() - m_pos < bytes) {
        if (m_isSourceDone)
            return false;
        DW_ASSIGN(const QByteArray more, m_source());
        m_isSourceDone = more.isEmpty();
        m_buffer.remove(0, m_pos);
        m_pos = 0;
        m_buffer.append(more);
    }
    return true;
}

/// Offset from m_pos of `what`, looking from `from` on.
Result<qsizetype> XmlScanner::find(QByteArrayView what, qsizetype from)
{
    for (;;) {
        const qsizetype found = QByteArrayView(m_buffer).sliced(m_pos).indexOf(what, from);
        if (found >= 0)
            return found;
        const qsizetype have = m_buffer.size() - m_pos;
        if (have > maxTagBytes * 16)
            return fail(ErrorCode::LimitExceeded, u"xml.tag_too_long"_s);
        from = qMax(from, have - what.size() + 1);
        DW_ASSIGN(const bool hasMore, need(have + 1));
        if (!hasMore)
            return malformed(u"unfinished markup"_s);
    }
}

/// Offset from m_pos of the '>' that ends the tag there; one inside an attribute value does not count.
Result<qsizetype> XmlScanner::tagEnd()
{
    char quote = 0;
    for (qsizetype i = 1;; ++i) {
        if (i > maxTagBytes)
            return fail(ErrorCode::LimitExceeded, u"xml.tag_too_long"_s);
        if (m_pos + i >= m_buffer.size()) {
            DW_ASSIGN(const bool hasMore, need(i + 1));
            if (!hasMore)
                return malformed(u"unfinished tag"_s);
        }
        const char c = m_buffer.at(m_pos + i);
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i;
        else if (c == '<')
            return malformed(u"tag in a tag"_s);
    }
}

Result<XmlScanner::Token> XmlScanner::next()
{
    if (m_owesEnd) {
        m_owesEnd = false;
        return Token::End;
    }
    for (;;) {
        DW_ASSIGN(const bool hasMore, need(1));
        if (!hasMore)
            return Token::Done;
        if (!m_isStarted) {
            DW_TRY(need(3));
            m_isStarted = true;
            const QByteArrayView head = QByteArrayView(m_buffer).sliced(m_pos);
            if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF") || head.first(1) == QByteArrayView("\0", 1))
                return fail(ErrorCode::Unsupported, u"xml.encoding"_s);
            if (head.startsWith("\xEF\xBB\xBF")) {
                m_pos += 3;
                continue;
            }
        }
        if (m_buffer.at(m_pos) != '<')
            return readText();
        DW_TRY(need(9));
        const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_pos);
        if (rest.startsWith("<?")) {
            DW_ASSIGN(const qsizetype end, find("?>", 2));
            m_pos += end + 2;
        } else if (rest.startsWith("<!--")) {
            DW_ASSIGN(const qsizetype end, find("-->", 4));
            m_pos += end + 3;
        } else {
            return readMarkup();
        }
    }
}

Result<XmlScanner::Token> XmlScanner::readMarkup()
{
    const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_pos);
    if (rest.startsWith("<![CDATA[")) {
        DW_ASSIGN(const qsizetype end, find("]]>", 9));
        m_text = QByteArrayView(m_buffer).sliced(m_pos + 9, end - 9);
        m_pos += end + 3;
        return Token::Text;
    }
    if (rest.startsWith("<!"))
        return fail(ErrorCode::Unsupported, u"xml.doctype"_s);
    DW_ASSIGN(const qsizetype end, tagEnd());
    QByteArrayView tag = QByteArrayView(m_buffer).sliced(m_pos + 1, end - 1);
    m_pos += end + 1;
    const bool isEnd = tag.startsWith('/');
    m_owesEnd = !isEnd && tag.endsWith('/');
    if (isEnd)
        tag = tag.sliced(1);
    if (m_owesEnd)
        tag.chop(1);
    qsizetype nameEnd = 0;
    while (nameEnd < tag.size() && !isSpace(tag[nameEnd]))
        ++nameEnd;
    if (nameEnd == 0)
        return malformed(u"tag without a name"_s);
    m_name = localName(tag.first(nameEnd));
    m_attributes = tag.sliced(nameEnd);
    return isEnd ? Token::End : Token::Start;
}

Result<XmlScanner::Token> XmlScanner::readText()
{
    const char *const start = m_buffer.constData() + m_pos;
    const auto have = static_cast<std::size_t>(m_buffer.size() - m_pos);
    const void *const found = std::memchr(start, '<', have);
    qsizetype length = found ? static_cast<const char *>(found) - start : static_cast<qsizetype>(have);
    if (!found && !m_isSourceDone) {
        // An entity or a character may be cut here: leave the tail for the next piece.
        if (length <= 2 * longestEntity) {
            DW_TRY(need(length + 1));
            return m_buffer.at(m_pos) == '<' ? next() : readText();
        }
        length -= longestEntity;
        while (length > 1 && (static_cast<uchar>(start[length]) & 0xC0) == 0x80)
            --length;
        const qsizetype amp = QByteArrayView(start, length).lastIndexOf('&');
        if (amp > 0 && length - amp < longestEntity)
            length = amp;
    }
    const QByteArrayView raw(start, length);
    m_pos += length;
    if (!raw.contains('&')) {
        m_text = raw;
        return Token::Text;
    }
    m_decoded = decodeXmlEntities(raw);
    m_text = m_decoded;
    return Token::Text;
}

bool XmlScanner::nextAttribute(QByteArrayView &rest, QByteArrayView &name, QByteArrayView &value)
{
    rest = rest.trimmed();
    const qsizetype equals = rest.indexOf('=');
    if (equals <= 0)
        return false;
    name = localName(rest.first(equals).trimmed());
    rest = rest.sliced(equals + 1).trimmed();
    if (rest.isEmpty() || (rest[0] != '"' && rest[0] != '\''))
        return false;
    const qsizetype close = rest.indexOf(rest[0], 1);
    if (close < 0)
        return false;
    value = rest.sliced(1, close - 1);
    rest = rest.sliced(close + 1);
    return true;
}

QByteArray XmlScanner::attribute(QByteArrayView wanted) const
{
    QByteArrayView rest = m_attributes;
    QByteArrayView name;
    QByteArrayView value;
    while (nextAttribute(rest, name, value)) {
        if (name == wanted)
            return value.contains('&') ? decodeXmlEntities(value) : value.toByteArray();
    }
    return {};
}

QList<std::pair<QByteArray, QByteArray>> XmlScanner::attributes() const
{
    QList<std::pair<QByteArray, QByteArray>> all;
    QByteArrayView rest = m_attributes;
    QByteArrayView name;
    QByteArrayView value;
    while (nextAttribute(rest, name, value))
        all.append({name.toByteArray(), decodeXmlEntities(value)});
    return all;
}

} // namespace dw
