#pragma once

#include <QString>
#include <QStringView>

#include <string>
#include <vector>

namespace dw {

/// A text made comparable, with the way back to its source. NFKC (so full width digits are digits), without
/// zero-width characters and without the spaces and single line breaks that extractors put between two Han
/// characters. One element is one character; offsets are Unicode code points of the source.
class MappedText
{
public:
    explicit MappedText(QStringView source);

    const std::u32string &text() const { return m_text; }
    qsizetype size() const { return qsizetype(m_text.size()); }
    char32_t at(qsizetype i) const { return i >= 0 && i < size() ? m_text[std::size_t(i)] : U'\0'; }

    /// Where the character begins and ends in the source.
    qsizetype sourceStart(qsizetype i) const { return m_starts[std::size_t(i)]; }
    qsizetype sourceEnd(qsizetype i) const { return m_ends[std::size_t(i)]; }

    qsizetype sourceSize() const { return qsizetype(m_source.size()); } ///< Code points of the source.
    /// The source itself between two of its offsets.
    QString sourceText(qsizetype start, qsizetype end) const;

private:
    void normaliseSegment(std::size_t from, std::size_t to);
    void append(char32_t c, std::size_t from, std::size_t to);
    void dropSpacesBetweenHan();

    std::u32string m_source;
    std::u32string m_text;
    std::vector<qsizetype> m_starts;
    std::vector<qsizetype> m_ends;
};

bool isHan(char32_t c);
inline bool isAsciiDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
inline bool isAsciiLetter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
inline bool isAsciiAlnum(char32_t c) { return isAsciiDigit(c) || isAsciiLetter(c); }

/// One character for comparing names: lower case, traditional as simplified, every space alike.
char32_t foldedForNames(char32_t c);

} // namespace dw
