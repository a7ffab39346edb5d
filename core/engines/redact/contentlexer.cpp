#include "core/engines/redact/contentlexer.h"

#include <algorithm>
#include <charconv>
#include <functional>

namespace dw {

namespace {

constexpr int deepest = 20;
constexpr std::size_t knownWords = 512;
constexpr std::size_t mostDigits = 15; ///< More may not fit: qpdf knows what to do.

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c)
{
    return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' || c == '%';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int nibble(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

ContentLexer::ContentLexer(std::string_view bytes)
    : m_known(knownWords)
    , m_bytes(bytes)
{
}

std::size_t ContentLexer::slotOf(std::string_view word)
{
    return std::hash<std::string_view>()(word) % knownWords;
}

void ContentLexer::skipSpace()
{
    while (!atEnd()) {
        if (peek() == '%') {
            while (!atEnd() && peek() != '\n' && peek() != '\r')
                ++m_at;
        } else if (isSpace(peek())) {
            ++m_at;
        } else {
            return;
        }
    }
}

std::string_view ContentLexer::readWord()
{
    const std::size_t start = m_at;
    while (!atEnd() && !isSpace(peek()) && !isDelimiter(peek()))
        ++m_at;
    return m_bytes.substr(start, m_at - start);
}

bool ContentLexer::read(std::vector<Operation> &operations)
{
    Objects operands;
    for (skipSpace(); !atEnd(); skipSpace()) {
        const char c = peek();
        const bool operatorBegins = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' || c == '"';
        if (!operatorBegins) {
            if (!readObject(operands, 0))
                return false;
            continue;
        }
        const std::string_view word = readWord();
        if (word == "true" || word == "false") {
            operands.push_back(QPDFObjectHandle::newBool(word == "true"));
            continue;
        }
        if (word == "null" || word == "BI" || word == "ID" || word == "EI" || word == "R")
            return false;
        const bool plain = std::all_of(word.begin(), word.end(), [](char letter) {
            return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || isDigit(letter) || letter == '*' || letter == '\'' || letter == '"';
        });
        if (!plain)
            return false;
        operations.push_back({std::string(word), std::move(operands), {}});
        operands.clear();
    }
    return operands.empty();
}

bool ContentLexer::readObject(Objects &to, int depth)
{
    const char c = peek();
    if (isDigit(c) || c == '-' || c == '+' || c == '.')
        return readNumber(to);
    if (c == '/')
        return readName(to);
    if (c == '[')
        return readArray(to, depth);
    if (c == '<' && peek(1) == '<')
        return readDictionary(to);
    std::string text;
    if (c == '(' ? !readLiteral(text) : c != '<' || !readHex(text))
        return false;
    to.push_back(QPDFObjectHandle::newString(text));
    return true;
}

bool ContentLexer::readNumber(Objects &to)
{
    const std::string_view word = readWord();
    Known &known = m_known[slotOf(word)];
    if (known.word == word && known.object) {
        to.push_back(*known.object);
        return true;
    }
    std::size_t digits = 0;
    std::size_t points = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (isDigit(word[i]))
            ++digits;
        else if (word[i] == '.')
            ++points;
        else if (i > 0 || (word[i] != '-' && word[i] != '+'))
            return false;
    }
    if (digits == 0 || digits > mostDigits || points > 1)
        return false;
    if (points == 1) {
        known = {word, QPDFObjectHandle::newReal(std::string(word))};
        to.push_back(*known.object);
        return true;
    }
    long long value = 0;
    const std::string_view number = word.front() == '+' ? word.substr(1) : word;
    if (std::from_chars(number.data(), number.data() + number.size(), value).ec != std::errc())
        return false;
    known = {word, QPDFObjectHandle::newInteger(value)};
    to.push_back(*known.object);
    return true;
}

bool ContentLexer::readName(Objects &to)
{
    const std::size_t start = m_at++;
    readWord();
    const std::string_view name = m_bytes.substr(start, m_at - start);
    Known &known = m_known[slotOf(name)];
    if (known.word == name && known.object) {
        to.push_back(*known.object);
        return true;
    }
    const bool plain = name.size() > 1 && std::all_of(name.begin(), name.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
    if (!plain)
        return false;
    known = {name, QPDFObjectHandle::newName(std::string(name))};
    to.push_back(*known.object);
    return true;
}

bool ContentLexer::readArray(Objects &to, int depth)
{
    if (depth > deepest)
        return false;
    ++m_at;
    Objects items;
    for (skipSpace(); peek() != ']'; skipSpace()) {
        if (atEnd() || !readObject(items, depth + 1))
            return false;
    }
    ++m_at;
    to.push_back(QPDFObjectHandle::newArray(items));
    return true;
}

/// Rare enough to be left to qpdf, once its end is found.
bool ContentLexer::readDictionary(Objects &to)
{
    const std::size_t start = m_at;
    int depth = 0;
    std::string ignored;
    do {
        if (atEnd() || depth > deepest)
            return false;
        if (peek() == '<' && peek(1) == '<') {
            ++depth;
            m_at += 2;
        } else if (peek() == '>' && peek(1) == '>') {
            --depth;
            m_at += 2;
        } else if (peek() == '(' || peek() == '<') {
            if (peek() == '(' ? !readLiteral(ignored) : !readHex(ignored))
                return false;
            ignored.clear();
        } else if (peek() == '%' || peek() == '>' || peek() == ')') {
            return false;
        } else {
            ++m_at;
        }
    } while (depth > 0);
    QPDFObjectHandle dictionary = QPDFObjectHandle::parse(std::string(m_bytes.substr(start, m_at - start)), "content");
    if (!dictionary.isDictionary())
        return false;
    to.push_back(dictionary);
    return true;
}

bool ContentLexer::readLiteral(std::string &to)
{
    int depth = 1;
    for (++m_at; !atEnd(); ++m_at) {
        const char c = peek();
        if (c == '\r')
            return false;
        if (c == '(') {
            ++depth;
        } else if (c == ')' && --depth == 0) {
            ++m_at;
            return true;
        }
        if (c != '\\') {
            to += c;
            continue;
        }
        ++m_at;
        constexpr std::string_view letters = "nrtbf()\\";
        constexpr std::string_view meanings = "\n\r\t\b\f()\\";
        if (const std::size_t known = letters.find(peek()); known != std::string_view::npos && !atEnd()) {
            to += meanings[known];
            continue;
        }
        if (peek() < '0' || peek() > '7')
            return false; // a continued line, or an escape that is none
        int value = 0;
        int digits = 0;
        for (; digits < 3 && peek() >= '0' && peek() <= '7'; ++digits, ++m_at)
            value = value * 8 + (peek() - '0');
        --m_at;
        if (value > 255)
            return false;
        to += char(value);
    }
    return false;
}

bool ContentLexer::readHex(std::string &to)
{
    int high = -1;
    for (++m_at; !atEnd(); ++m_at) {
        const char c = peek();
        if (c == '>') {
            ++m_at;
            if (high >= 0)
                to += char(high << 4);
            return true;
        }
        if (isSpace(c))
            continue;
        const int value = nibble(c);
        if (value < 0)
            return false;
        if (high < 0) {
            high = value;
        } else {
            to += char(high << 4 | value);
            high = -1;
        }
    }
    return false;
}

} // namespace dw
