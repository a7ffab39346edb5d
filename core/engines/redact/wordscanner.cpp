#include "core/engines/redact/wordscanner.h"

#include "core/base/normaltext.h"

#include <QStringEncoder>

#include <cstring>
#include <string_view>

namespace dw {

namespace {

quint32 firstFour(const char *bytes)
{
    quint32 value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

int firstTwo(const char *bytes)
{
    return uchar(bytes[0]) << 8 | uchar(bytes[1]);
}

QSet<QByteArray> forms(const QString &word)
{
    QSet<QByteArray> result {word.toUtf8()};
    for (const QString &text : {word, compatibilityForm(word)}) {
        for (const auto encoding : {QStringConverter::Utf8, QStringConverter::Utf16BE, QStringConverter::Utf16LE, QStringConverter::Latin1}) {
            QStringEncoder encoder(encoding, QStringConverter::Flag::Stateless);
            const QByteArray bytes = encoder.encode(text);
            if (!encoder.hasError())
                result.insert(bytes);
        }
        for (const char *name : {"GBK", "Big5", "Shift_JIS", "EUC-KR"}) {
            QStringEncoder encoder(name);
            if (!encoder.isValid())
                continue;
            const QByteArray bytes = encoder.encode(text);
            if (!encoder.hasError() && !bytes.contains('?') && !bytes.contains('\x1a'))
                result.insert(bytes);
        }
    }
    return result;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Reads a literal string from after its parenthesis; returns where it ends.
qsizetype readLiteral(QByteArrayView content, qsizetype at, QByteArray &to)
{
    int depth = 1;
    for (; at < content.size(); ++at) {
        char c = content[at];
        if (c == ')' && --depth == 0)
            return at + 1;
        if (c == '(')
            ++depth;
        if (c != '\\' || at + 1 >= content.size()) {
            to.append(c);
            continue;
        }
        c = content[++at];
        if (c >= '0' && c <= '7') {
            int value = 0;
            qsizetype digits = 0;
            for (; digits < 3 && at + digits < content.size() && content[at + digits] >= '0' && content[at + digits] <= '7'; ++digits)
                value = value * 8 + (content[at + digits] - '0');
            at += digits - 1;
            to.append(char(value));
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && at + 1 < content.size() && content[at + 1] == '\n')
                ++at;
        } else {
            constexpr std::string_view letters = "nrtbf";
            constexpr std::string_view meanings = "\n\r\t\b\f";
            const std::size_t known = letters.find(c); // of a null byte too: it is none of them
            to.append(known == std::string_view::npos ? c : meanings[known]);
        }
    }
    return at;
}

qsizetype readHex(QByteArrayView content, qsizetype at, QByteArray &to)
{
    int high = -1;
    for (; at < content.size() && content[at] != '>'; ++at) {
        const int digit = hexDigit(content[at]);
        if (digit < 0)
            continue;
        if (high < 0) {
            high = digit;
        } else {
            to.append(char(high << 4 | digit));
            high = -1;
        }
    }
    if (high >= 0)
        to.append(char(high << 4));
    return at + 1;
}

bool isBetweenPieces(char c)
{
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

} // namespace

WordScanner::WordScanner(const QStringList &words)
    : m_starts(65536)
{
    for (int i = 0; i < words.size(); ++i) {
        for (const QByteArray &form : forms(words.at(i))) {
            if (form.size() < shortest)
                continue;
            m_forms[form].append(i);
            QList<qsizetype> &lengths = m_lengths[firstFour(form.constData())];
            if (!lengths.contains(form.size()))
                lengths.append(form.size());
            m_starts.setBit(firstTwo(form.constData()));
        }
    }
}

QSet<int> WordScanner::scan(QByteArrayView bytes) const
{
    QSet<int> found;
    const char *const begin = bytes.data();
    for (qsizetype i = 0; i + shortest <= bytes.size(); ++i) {
        if (!m_starts.testBit(firstTwo(begin + i)))
            continue;
        const auto lengths = m_lengths.constFind(firstFour(begin + i));
        if (lengths == m_lengths.constEnd())
            continue;
        for (const qsizetype length : *lengths) {
            if (length > bytes.size() - i)
                continue;
            const auto words = m_forms.constFind(QByteArray::fromRawData(begin + i, length));
            if (words != m_forms.constEnd())
                found.unite(QSet<int>(words->begin(), words->end()));
        }
    }
    return found;
}

QSet<int> WordScanner::scanStrings(QByteArrayView content) const
{
    return scan(decodedStrings(content));
}

QByteArray WordScanner::decodedStrings(QByteArrayView content)
{
    QByteArray result;
    bool joined = true; // only numbers and space since the last string
    for (qsizetype i = 0; i < content.size();) {
        const char c = content[i];
        const bool dictionary = c == '<' && i + 1 < content.size() && content[i + 1] == '<';
        if (c == '(' || (c == '<' && !dictionary)) {
            if (!joined)
                result.append('\n');
            i = c == '(' ? readLiteral(content, i + 1, result) : readHex(content, i + 1, result);
            joined = true;
            continue;
        }
        joined = joined && isBetweenPieces(c);
        i += dictionary ? 2 : 1;
    }
    return result;
}

} // namespace dw
