#include "core/engines/seal/contentscanner.h"

#include <stdexcept>

namespace dw::seal {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c)
{
    return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' || c == '%';
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

QByteArray hexText(QByteArrayView raw)
{
    QByteArray out;
    out.reserve(raw.size() / 2);
    int high = -1;
    for (const char c : raw) {
        const int digit = hexDigit(c);
        if (digit < 0)
            continue;
        if (high < 0) {
            high = digit;
            continue;
        }
        out += static_cast<char>(high * 16 + digit);
        high = -1;
    }
    if (high >= 0)
        out += static_cast<char>(high * 16);
    return out;
}

/// Up to three octal digits at `at`, which is left on the last of them.
char octal(QByteArrayView raw, qsizetype &at)
{
    int value = 0;
    qsizetype digits = 0;
    while (digits < 3 && at + digits < raw.size() && raw.at(at + digits) >= '0' && raw.at(at + digits) <= '7')
        value = value * 8 + (raw.at(at + digits++) - '0');
    at += digits - 1;
    return static_cast<char>(value & 0xff);
}

QByteArray literalText(QByteArrayView raw)
{
    QByteArray out;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        char c = raw.at(i);
        if (c == '\r') {
            c = '\n';
            i += i + 1 < raw.size() && raw.at(i + 1) == '\n' ? 1 : 0;
        }
        if (c != '\\' || i + 1 >= raw.size()) {
            out += c;
            continue;
        }
        switch (c = raw.at(++i)) {
        case 'n':
            out += '\n';
            break;
        case 'r':
            out += '\r';
            break;
        case 't':
            out += '\t';
            break;
        case 'b':
            out += '\b';
            break;
        case 'f':
            out += '\f';
            break;
        case '\n':
            break;
        case '\r':
            i += i + 1 < raw.size() && raw.at(i + 1) == '\n' ? 1 : 0;
            break;
        default:
            out += c >= '0' && c <= '7' ? octal(raw, i) : c;
        }
    }
    return out;
}

} // namespace

void ContentScanner::skipSpace()
{
    while (m_at < m_bytes.size()) {
        if (m_bytes.at(m_at) == '%') {
            while (m_at < m_bytes.size() && m_bytes.at(m_at) != '\n' && m_bytes.at(m_at) != '\r')
                ++m_at;
        } else if (isSpace(m_bytes.at(m_at))) {
            ++m_at;
        } else {
            return;
        }
    }
}

ContentScanner::Kind ContentScanner::string()
{
    int depth = 0;
    for (; m_at < m_bytes.size(); ++m_at) {
        const char c = m_bytes.at(m_at);
        if (c == '\\')
            ++m_at;
        else if (c == '(')
            ++depth;
        else if (c == ')' && --depth == 0) {
            ++m_at;
            return Text;
        }
    }
    throw std::runtime_error("a string has no end");
}

ContentScanner::Kind ContentScanner::angle()
{
    if (m_bytes.sliced(m_at).startsWith("<<")) {
        m_at += 2;
        return Bracket;
    }
    const qsizetype close = m_bytes.indexOf('>', m_at);
    if (close < 0)
        throw std::runtime_error("a string has no end");
    m_at = close + 1;
    return Text;
}

ContentScanner::Kind ContentScanner::next()
{
    skipSpace();
    m_begin = m_at;
    if (m_at >= m_bytes.size())
        return End;
    const char first = m_bytes.at(m_at);
    if (first == '(')
        return string();
    if (first == '<')
        return angle();
    ++m_at;
    if (first == '>' && m_at < m_bytes.size() && m_bytes.at(m_at) == '>')
        ++m_at;
    if (first != '/' && isDelimiter(first))
        return Bracket;
    while (m_at < m_bytes.size() && !isSpace(m_bytes.at(m_at)) && !isDelimiter(m_bytes.at(m_at)))
        ++m_at;
    if (first == '/')
        return Name;
    if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.')
        return Number;
    if (raw() == QByteArrayView("BI"))
        throw std::runtime_error("an inline image");
    return Operator;
}

QByteArray ContentScanner::nameOf(QByteArrayView raw)
{
    QByteArray out;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const bool isEscaped = raw.at(i) == '#' && i + 2 < raw.size() && hexDigit(raw.at(i + 1)) >= 0 && hexDigit(raw.at(i + 2)) >= 0;
        out += isEscaped ? static_cast<char>(hexDigit(raw.at(i + 1)) * 16 + hexDigit(raw.at(i + 2))) : raw.at(i);
        i += isEscaped ? 2 : 0;
    }
    return out;
}

QByteArray ContentScanner::textOf(QByteArrayView raw)
{
    if (raw.size() < 2)
        return {};
    const QByteArrayView inner = raw.sliced(1, raw.size() - 2);
    return raw.at(0) == '<' ? hexText(inner) : literalText(inner);
}

} // namespace dw::seal
