#include "core/engines/find/mappedtext.h"

#include "core/base/normaltext.h"

#include <QHash>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>

namespace dw {

namespace {

constexpr std::size_t longestSegment = 32; // combining marks without end stay linear

bool isInvisible(char32_t c)
{
    return c == 0x00AD || c == 0x180E || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2069);
}

bool isSpace(char32_t c)
{
    return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x3000;
}

const icu::Normalizer2 *normaliser()
{
    UErrorCode error = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKCInstance(error);
}

/// Characters that NFKC leaves alone whatever stands around them.
bool isPlain(char32_t c)
{
    return c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF);
}

/// Traditional characters with one simplified form, as ICU knows them.
QHash<char32_t, char32_t> simplifiedForms()
{
    QHash<char32_t, char32_t> forms;
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> transliterator(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, error));
    if (U_FAILURE(error) || !transliterator)
        return forms;
    icu::UnicodeString all;
    for (UChar32 c = 0x4E00; c <= 0x9FFF; ++c) {
        all.append(c);
        all.append(UChar32(U' ')); // keeps phrases from being seen
    }
    icu::UnicodeString simple(all);
    transliterator->transliterate(simple);
    if (simple.length() != all.length())
        return forms;
    for (int32_t i = 0; i < all.length(); i += 2) {
        if (simple.charAt(i) != all.charAt(i))
            forms.insert(all.charAt(i), simple.charAt(i));
    }
    return forms;
}

} // namespace

bool isHan(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3134F)
        || (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007;
}

char32_t foldedForNames(char32_t c)
{
    static const QHash<char32_t, char32_t> simplified = simplifiedForms();
    if (c < 0x80)
        return c >= U'A' && c <= U'Z' ? c + 32 : (c == U'\n' || c == U'\t' || c == U'\r') ? U' ' : c;
    if (isHan(c))
        return simplified.value(c, c);
    return char32_t(u_foldCase(UChar32(c), U_FOLD_CASE_DEFAULT));
}

MappedText::MappedText(QStringView source)
{
    const auto points = source.toUcs4();
    m_source.assign(points.begin(), points.end());
    m_text.reserve(m_source.size());
    m_starts.reserve(m_source.size());
    m_ends.reserve(m_source.size());
    for (std::size_t i = 0; i < m_source.size();) {
        if (isPlain(m_source[i]) && (i + 1 == m_source.size() || isPlain(m_source[i + 1]))) {
            append(m_source[i], i, i + 1);
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < m_source.size() && end - i < longestSegment && !normaliser()->hasBoundaryBefore(UChar32(m_source[end])))
            ++end;
        normaliseSegment(i, end);
        i = end;
    }
    dropSpacesBetweenHan();
}

void MappedText::append(char32_t c, std::size_t from, std::size_t to)
{
    if (isInvisible(c))
        return;
    if (c >= 0x2E80 && c < 0x2F00) // radicals that extractors give back for characters
        c = compatibilityForm(QString(QChar(char16_t(c)))).at(0).unicode();
    m_text.push_back(c);
    m_starts.push_back(qsizetype(from));
    m_ends.push_back(qsizetype(to));
}

void MappedText::normaliseSegment(std::size_t from, std::size_t to)
{
    const auto segment = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32 *>(m_source.data() + from), int32_t(to - from));
    UErrorCode error = U_ZERO_ERROR;
    const icu::UnicodeString normal = normaliser()->normalize(segment, error);
    if (U_FAILURE(error)) {
        for (std::size_t i = from; i < to; ++i)
            append(m_source[i], i, i + 1);
        return;
    }
    for (int32_t at = 0; at < normal.length(); at = normal.moveIndex32(at, 1))
        append(char32_t(normal.char32At(at)), from, to);
}

void MappedText::dropSpacesBetweenHan()
{
    std::size_t out = 0;
    for (std::size_t i = 0; i < m_text.size();) {
        std::size_t end = i;
        int breaks = 0;
        while (end < m_text.size() && (isSpace(m_text[end]) || m_text[end] == U'\n' || m_text[end] == U'\r'))
            breaks += m_text[end++] == U'\n' ? 1 : 0;
        const bool isBetween = end > i && out > 0 && end < m_text.size() && isHan(m_text[out - 1]) && isHan(m_text[end]);
        // Wide gaps and blank lines separate things; an extractor's invention is small.
        if (isBetween && end - i <= 3 && breaks <= 1)
            i = end;
        else if (end == i)
            ++end;
        for (; i < end; ++i, ++out) {
            m_text[out] = m_text[i];
            m_starts[out] = m_starts[i];
            m_ends[out] = m_ends[i];
        }
    }
    m_text.resize(out);
    m_starts.resize(out);
    m_ends.resize(out);
}

QString MappedText::sourceText(qsizetype start, qsizetype end) const
{
    return QString::fromUcs4(m_source.data() + start, end - start);
}

} // namespace dw
