#include "core/engines/parse/plainwords.h"

#include <algorithm>
#include <cmath>

namespace dw {

namespace {

// TextPage's own measures, in font sizes.
constexpr double sameText = 0.1; ///< A glyph this near to the one before is drawn twice.
constexpr double sameTextAbove = 0.2;
constexpr double wordBreak = 0.1;
constexpr double overlapBreak = 0.2;
constexpr double noSpace = 0.03;
// Ours: between them TextPage looks at what stands around.
constexpr double sureSpace = 0.7;
constexpr double sureCell = 2.2;
constexpr double sameRow = 0.01;
constexpr double sureRow = 0.9;
constexpr double airyRow = 1.45;
constexpr double sameSize = 0.02;
constexpr int mostTiny = 50'000;

bool isSpace(unsigned c)
{
    return (c >= 0x9 && c <= 0xD) || c == 0x20 || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F
        || c == 0x205F || c == 0x3000;
}

/// What TextPage joins with the character before, turns round or leaves out.
bool isDoubtful(unsigned c)
{
    if (c < 0x80)
        return c == '`' || c == '^';
    if (c >= 0x3000 && c < 0xD800)
        return false;
    const bool isAccent = c == 0xA8 || c == 0xAF || c == 0xB4 || c == 0xB8 || (c >= 0x2C6 && c <= 0x2DD) || (c >= 0x300 && c < 0x370);
    const bool isRightToLeft = (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00) || c == 0x200F || c == 0x202B || c == 0x202E;
    return isAccent || isRightToLeft || c >= 0x10000 || (c >= 0xD800 && c < 0xE000);
}

} // namespace

/// Whether the glyph belongs to the word that is being made.
bool PlainWords::mayAppend(QPointF at, double width)
{
    const double size = m_word.font.size;
    const double gap = at.x() - m_word.right;
    const bool isOverlap = std::abs(at.x() - m_lefts.back()) < sameText * size && std::abs(at.y() - m_word.base) < sameTextAbove * size;
    m_isPlain = m_isPlain && !isOverlap && width >= 0;
    return gap >= -overlapBreak * size && gap <= wordBreak * size && std::abs(at.y() - m_word.base) <= 0.5 && m_font.size == size;
}

void PlainWords::add(QPointF at, double width, const unsigned *text, int length)
{
    if (!m_isPlain)
        return;
    const bool isInside = at.x() + width >= 0 && at.x() <= m_page.width() && at.y() >= 0 && at.y() <= m_page.height();
    if (!isInside) // of a NaN too
        return;
    m_tiny += std::abs(width) < 3 ? 1 : 0;
    if (length == 1 && isSpace(text[0])) {
        endWord();
        return;
    }
    if (length == 1 && text[0] == 0)
        return;
    if (m_isOpen && !mayAppend(at, width))
        endWord();
    if (length == 0)
        return;
    m_isPlain = m_isPlain && width >= 0 && m_tiny <= mostTiny;
    if (!m_isOpen) {
        m_word = {m_text.size(), m_text.size(), at.x(), at.x(), at.y(), m_font, m_font.id};
        m_isOpen = true;
    }
    const double each = width / length;
    for (int i = 0; i < length; ++i) {
        m_isPlain = m_isPlain && !isDoubtful(text[i]);
        m_text.push_back(char32_t(text[i]));
        m_lefts.push_back(at.x() + i * each);
    }
    m_word.to = m_text.size();
    m_word.right = at.x() + width;
    m_word.lastFont = m_font.id;
}

void PlainWords::endWord()
{
    if (m_isOpen)
        m_words.push_back(m_word);
    m_isOpen = false;
}

/// Sets the words of a row apart: [from, to) of m_words, from left to right.
void PlainWords::judgeRow(std::size_t from, std::size_t to)
{
    bool hasLonger = false;
    std::size_t lineStart = from;
    for (std::size_t i = from; i < to; ++i) {
        Word &word = m_words[i];
        hasLonger = hasLonger || word.to - word.from > 1;
        word.isCellEnd = i + 1 == to;
        if (!word.isCellEnd) {
            const Word &next = m_words[i + 1];
            const double size = word.font.size;
            const double gap = next.left - word.right;
            const bool isAlike = std::abs(next.font.size - size) <= sameSize * size;
            const bool isMerged = gap < noSpace * m_words[lineStart].font.size && word.lastFont == next.font.id;
            if (gap < -wordBreak * size || (!isAlike && gap < sureCell * size) || (gap > sureSpace * size && gap < sureCell * size) || isMerged)
                return doubt();
            word.isCellEnd = gap >= sureCell * size;
            word.hasSpaceAfter = !word.isCellEnd && gap >= noSpace * m_words[lineStart].font.size;
        }
        if (!word.isCellEnd)
            continue;
        // Single characters in a row may be one spaced word.
        if (!hasLonger && i > lineStart)
            return doubt();
        lineStart = i + 1;
        hasLonger = false;
    }
}

bool PlainWords::makeRows()
{
    const auto isBefore = [](const Word &a, const Word &b) { return a.base != b.base ? a.base < b.base : a.left < b.left; };
    std::stable_sort(m_words.begin(), m_words.end(), isBefore);
    double pitch = 1e9; // to the row before, in font sizes
    bool wasTable = false;
    for (std::size_t i = 0; i < m_words.size() && m_isPlain;) {
        const double base = m_words[i].base;
        double size = m_words[i].font.size;
        std::size_t end = i;
        for (; end < m_words.size() && m_words[end].base - base <= sameRow * size; ++end)
            size = std::max(size, m_words[end].font.size);
        std::sort(m_words.begin() + qsizetype(i), m_words.begin() + qsizetype(end), [](const Word &a, const Word &b) { return a.left < b.left; });
        judgeRow(i, end);
        const bool isTable = std::any_of(m_words.begin() + qsizetype(i), m_words.begin() + qsizetype(end) - 1, [](const Word &word) { return word.isCellEnd; });
        if (i > 0) {
            pitch = (base - m_words[i - 1].base) / std::max(size, m_words[i - 1].font.size);
            if (pitch < sureRow || ((isTable || wasTable) && pitch < airyRow))
                doubt();
        }
        wasTable = isTable;
        i = end;
    }
    return m_isPlain;
}

PdfWord PlainWords::finished(const Word &word) const
{
    PdfWord result;
    double top = word.base - word.font.ascent * word.font.size;
    double bottom = word.base - word.font.descent * word.font.size;
    if (top == bottom) {
        top = word.base;
        bottom = top + 1;
    }
    result.rect = QRectF(QPointF(word.left, top), QPointF(word.right, bottom)).normalized();
    result.spaceAfter = word.hasSpaceAfter;
    result.lineEnd = word.isCellEnd;
    const auto count = qsizetype(word.to - word.from);
    result.text.reserve(count);
    result.charRects.reserve(count);
    for (std::size_t i = word.from; i < word.to; ++i) {
        const char32_t c = m_text[i];
        result.text += c > 0x1F ? QChar(char16_t(c)) : QChar(QChar::ReplacementCharacter);
        const double right = i + 1 < word.to ? m_lefts[i + 1] : word.right;
        result.charRects.append(QRectF(QPointF(std::min(m_lefts[i], right), result.rect.top()), QPointF(std::max(m_lefts[i], right), result.rect.bottom())));
    }
    return result;
}

std::optional<QList<PdfWord>> PlainWords::lines()
{
    endWord();
    if (!m_isPlain || !makeRows())
        return std::nullopt;
    QList<PdfWord> result;
    result.reserve(qsizetype(m_words.size()));
    for (const Word &word : m_words)
        result.append(finished(word));
    return result;
}

} // namespace dw
