#include "core/engines/find/mappedtext.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace dw {

namespace {

constexpr qsizetype longestSegment = 32; // combining marks without end stay linear

/// Signs of Chinese print beside which an extractor's spaces mean nothing, as they do between characters.
bool isChineseSign(char16_t c)
{
    switch (c) {
    case u'（': case u'）': case u'【': case u'】': case u'《': case u'》': case u'「': case u'」': case u'、': case u'，': case u'〔': case u'〕':
        return true;
    default:
        return false;
    }
}

} // namespace

bool isHan(char32_t c)
{
    return (CharTable::instance().kinds(c) & Han) != 0;
}

char32_t foldedForNames(char32_t c)
{
    return CharTable::instance().folded(c);
}

MappedText::MappedText(QStringView source)
    : m_source(source.toString())
{
    const auto size = std::size_t(source.size());
    m_text.reserve(size);
    m_folded.reserve(size);
    m_kinds.reserve(size);
    read(source);
    m_sourceSize = qsizetype(m_offset);
    makeRuns();
}

void MappedText::read(QStringView source)
{
    const CharTable &table = CharTable::instance();
    const char16_t *units = source.utf16();
    const qsizetype size = source.size();
    bool isSticky = false; // the last character before the gap lets no space stand
    for (qsizetype i = 0; i < size;) {
        const char16_t unit = units[i];
        const char16_t normal = table.normal(unit);
        const bool joins = i + 1 < size && table.joinsBefore(units[i + 1]);
        if (normal == CharTable::complex || joins) {
            closeGap(0, false);
            i += normaliseSegment(source, i);
            isSticky = !m_kinds.empty() && (m_kinds.back() & Han) != 0;
            continue;
        }
        ++i;
        if (normal == CharTable::dropped) {
            ++m_offset;
            continue;
        }
        const quint16 kinds = table.kinds(normal);
        quint16 gapKinds = 0;
        if ((kinds & (Blank | Break)) != 0) {
            ++m_gap;
            m_gapBreaks += (kinds & Break) != 0 ? 1 : 0;
        } else {
            const bool sticks = (kinds & Han) != 0 || isChineseSign(unit);
            if (m_gap > 0)
                gapKinds = closeGap(kinds, isSticky && sticks);
            isSticky = sticks;
        }
        append(normal, m_offset, m_offset + 1);
        m_kinds.back() = quint16(m_kinds.back() | gapKinds);
        ++m_offset;
    }
}

/// Takes the blanks that the text ends with out if they mean nothing before a character of these kinds; says what
/// they were.
quint16 MappedText::closeGap(quint16 kinds, bool isSticky)
{
    const std::size_t gap = std::exchange(m_gap, 0);
    const int breaks = std::exchange(m_gapBreaks, 0);
    // Wide gaps and blank lines separate things; an extractor's invention is small.
    if (gap == 0 || gap >= m_text.size() || gap > 3 || breaks > 1)
        return 0;
    const std::size_t kept = m_text.size() - gap;
    const quint16 before = m_kinds[kept - 1];
    const bool isWrapped = breaks == 1 && ((before & kinds) == 0) && ((before | kinds) & ~(GapBefore | LineBefore | Capital)) == (Han | Digit);
    if (!isSticky && !isWrapped)
        return 0;
    m_text.resize(kept);
    m_folded.resize(kept);
    m_kinds.resize(kept);
    while (!m_stretches.empty() && m_stretches.back().at >= kept)
        m_stretches.pop_back();
    return breaks > 0 ? quint16(GapBefore | LineBefore) : quint16(GapBefore);
}

void MappedText::append(char32_t c, quint32 start, quint32 end)
{
    const auto place = quint32(m_text.size());
    const bool isSingle = end == start + 1;
    if (m_stretches.empty()) {
        m_stretches.push_back({place, start, isSingle ? 0 : end});
    } else {
        const Stretch &last = m_stretches.back();
        const bool follows = last.end == 0 ? isSingle && start - last.start == place - last.at : last.start == start && last.end == end;
        if (!follows)
            m_stretches.push_back({place, start, isSingle ? 0 : end});
    }
    const CharTable &table = CharTable::instance();
    m_text.push_back(c);
    m_folded.push_back(table.folded(c));
    m_kinds.push_back(table.kinds(c));
}

/// Units read: one character and what joins it.
qsizetype MappedText::normaliseSegment(QStringView source, qsizetype unit)
{
    const CharTable &table = CharTable::instance();
    const auto isPair = [&](qsizetype i) { return i + 1 < source.size() && source[i].isHighSurrogate() && source[i + 1].isLowSurrogate(); };
    const quint32 start = m_offset;
    qsizetype end = unit;
    do {
        if (isPair(end))
            m_pairs.push_back(m_offset);
        end += isPair(end) ? 2 : 1;
        ++m_offset;
    } while (end < source.size() && end - unit < longestSegment && table.joinsBefore(source[end].unicode()));
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2 *normaliser = icu::Normalizer2::getNFKCInstance(error);
    const icu::UnicodeString segment(false, source.utf16() + unit, int32_t(end - unit));
    const icu::UnicodeString normal = U_SUCCESS(error) ? normaliser->normalize(segment, error) : segment;
    for (int32_t at = 0; at < normal.length(); at = normal.moveIndex32(at, 1))
        append(char32_t(normal.char32At(at)), start, m_offset);
    return end - unit;
}

void MappedText::makeRuns()
{
    const std::size_t size = m_kinds.size();
    for (std::size_t i = 0; i < size; ++i) {
        if ((m_kinds[i] & Alnum) == 0)
            continue;
        Run run {quint32(i), 0, 0};
        for (; i < size && (m_kinds[i] & Alnum) != 0; ++i)
            run.digits += (m_kinds[i] & Digit) != 0 ? 1 : 0;
        run.to = quint32(i);
        m_runs.push_back(run);
    }
}

bool MappedText::startsWith(qsizetype place, std::u32string_view word) const
{
    return place >= 0 && place + qsizetype(word.size()) <= size() && std::u32string_view(m_folded).substr(std::size_t(place), word.size()) == word;
}

const MappedText::Stretch &MappedText::stretchOf(qsizetype place) const
{
    const auto after = std::upper_bound(m_stretches.begin(), m_stretches.end(), quint32(place), [](quint32 at, const Stretch &s) { return at < s.at; });
    return *std::prev(after);
}

qsizetype MappedText::sourceStart(qsizetype place) const
{
    const Stretch &stretch = stretchOf(place);
    return stretch.end == 0 ? stretch.start + (place - stretch.at) : stretch.start;
}

qsizetype MappedText::sourceEnd(qsizetype place) const
{
    const Stretch &stretch = stretchOf(place);
    return stretch.end == 0 ? stretch.start + (place - stretch.at) + 1 : stretch.end;
}

qsizetype MappedText::placeOf(qsizetype sourceOffset) const
{
    const auto after = std::upper_bound(m_stretches.begin(), m_stretches.end(), quint32(sourceOffset), [](quint32 offset, const Stretch &s) { return offset < s.start; });
    const qsizetype next = after == m_stretches.end() ? size() : qsizetype(after->at);
    if (after == m_stretches.begin())
        return 0;
    const Stretch &stretch = *std::prev(after);
    if (stretch.end != 0)
        return sourceOffset < stretch.end ? stretch.at : next;
    return std::min(next, stretch.at + (sourceOffset - stretch.start));
}

qsizetype MappedText::unitOf(qsizetype offset) const
{
    return offset + (std::lower_bound(m_pairs.begin(), m_pairs.end(), quint32(offset)) - m_pairs.begin());
}

QString MappedText::sourceText(qsizetype start, qsizetype end) const
{
    const qsizetype from = unitOf(start);
    return m_source.mid(from, unitOf(end) - from);
}

} // namespace dw
