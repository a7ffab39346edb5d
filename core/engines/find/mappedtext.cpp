#include "core/engines/find/mappedtext.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstring>

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
    : MappedText(source.toString())
{
}

MappedText::MappedText(const QString &source)
    : m_source(source)
{
    reserve(std::size_t(source.size()));
    read(source);
    m_text.resize(m_size);
    m_folded.resize(m_size);
    m_kinds.resize(m_size);
    m_sourceSize = qsizetype(m_offset);
    makeRuns();
}

void MappedText::reserve(std::size_t more)
{
    if (m_size + more <= m_text.size())
        return;
    const std::size_t size = std::max(m_size + more, m_text.size() + m_text.size() / 2);
    m_text.resize(size);
    m_folded.resize(size);
    m_kinds.resize(size);
}

void MappedText::read(QStringView source)
{
    const CharTable::Entry *table = CharTable::instance().entries();
    const qsizetype size = source.size();
    for (qsizetype i = 0; i < size;) {
        const char16_t unit = source[i].unicode();
        const CharTable::Entry &entry = table[unit];
        const bool joins = i + 1 < size && table[source[i + 1].unicode()].joins != 0;
        if (entry.isPlain != 0 && !joins) {
            i += readPlain(source, i);
        } else if (entry.normal == CharTable::complex || joins) {
            closeGap(0, false);
            i += normaliseSegment(source, i);
            m_isSticky = m_size > 0 && (m_kinds[m_size - 1] & Han) != 0;
        } else {
            ++i;
            if (entry.normal != CharTable::dropped) {
                ++m_gap;
                m_gapBreaks += (entry.kinds & Break) != 0 ? 1 : 0;
                append(entry.normal, m_offset, m_offset + 1);
            }
            ++m_offset;
        }
    }
}

/// Reads characters that stand for themselves, and the single spaces between words of ASCII; says how many. This is
/// where nearly all of every text goes by.
qsizetype MappedText::readPlain(QStringView source, qsizetype unit)
{
    const CharTable::Entry *table = CharTable::instance().entries();
    const char16_t *units = source.utf16() + unit;
    const qsizetype limit = source.size() - unit;
    const auto isSpaceInside = [&](qsizetype i) { return units[i] == u' ' && units[i - 1] < 0x80 && i + 1 < limit && table[units[i + 1]].isPlain != 0; };
    qsizetype count = 1;
    while (count < limit && (table[units[count]].isPlain != 0 || isSpaceInside(count)))
        ++count;
    if (count < limit && table[units[count]].joins != 0)
        --count;
    const auto sticks = [&](qsizetype i) { return (table[units[i]].kinds & Han) != 0 || isChineseSign(units[i]); };
    const quint16 gapKinds = m_gap > 0 ? closeGap(table[units[0]].kinds, m_isSticky && sticks(0)) : quint16(0);
    m_isSticky = sticks(count - 1);
    reserve(std::size_t(count));
    note(m_offset, m_offset + 1);
    char32_t *text = m_text.data() + m_size;
    char32_t *folded = m_folded.data() + m_size;
    quint16 *kinds = m_kinds.data() + m_size;
    for (qsizetype i = 0; i < count; ++i) {
        const CharTable::Entry &entry = table[units[i]];
        text[i] = entry.normal;
        folded[i] = entry.folded;
        kinds[i] = entry.kinds;
    }
    kinds[0] = quint16(kinds[0] | gapKinds);
    m_size += std::size_t(count);
    m_offset += quint32(count);
    return count;
}

/// Takes the blanks that the text ends with out if they mean nothing before a character of these kinds; says what
/// they were.
quint16 MappedText::closeGap(quint16 kinds, bool isSticky)
{
    const std::size_t gap = std::exchange(m_gap, 0);
    const int breaks = std::exchange(m_gapBreaks, 0);
    // Wide gaps and blank lines separate things; an extractor's invention is small.
    if (gap == 0 || gap >= m_size || gap > 3 || breaks > 1)
        return 0;
    const std::size_t kept = m_size - gap;
    const quint16 before = m_kinds[kept - 1];
    const bool isWrapped = breaks == 1 && ((before & kinds) == 0) && ((before | kinds) & ~(GapBefore | LineBefore | Capital)) == (Han | Digit);
    if (!isSticky && !isWrapped)
        return 0;
    m_size = kept;
    while (!m_stretches.empty() && m_stretches.back().at >= kept)
        m_stretches.pop_back();
    return breaks > 0 ? quint16(GapBefore | LineBefore) : quint16(GapBefore);
}

/// What comes next stands for this of the source.
void MappedText::note(quint32 start, quint32 end)
{
    const auto place = quint32(m_size);
    const bool isSingle = end == start + 1;
    if (!m_stretches.empty()) {
        const Stretch &last = m_stretches.back();
        if (last.end == 0 ? isSingle && start - last.start == place - last.at : last.start == start && last.end == end)
            return;
    }
    m_stretches.push_back({place, start, isSingle ? 0 : end});
}

void MappedText::append(char32_t c, quint32 start, quint32 end)
{
    const CharTable &table = CharTable::instance();
    note(start, end);
    reserve(1);
    m_text[m_size] = c;
    m_folded[m_size] = table.folded(c);
    m_kinds[m_size] = table.kinds(c);
    ++m_size;
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
    } while (end < source.size() && end - unit < longestSegment && table.entry(source[end].unicode()).joins != 0);
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
    constexpr std::size_t step = 4;
    constexpr quint64 anyAlnum = 0x0001000100010001u * Alnum;
    const std::size_t size = m_kinds.size();
    const quint16 *kinds = m_kinds.data();
    const auto areNone = [kinds](std::size_t i) {
        quint64 four = 0;
        std::memcpy(&four, kinds + i, sizeof four);
        return (four & anyAlnum) == 0;
    };
    for (std::size_t i = 0; i < size; ++i) {
        while (i + step <= size && areNone(i))
            i += step;
        if (i == size)
            break;
        if ((kinds[i] & Alnum) == 0)
            continue;
        Run run {quint32(i), 0, 0};
        for (; i < size && (kinds[i] & Alnum) != 0; ++i)
            run.digits += (kinds[i] & Digit) != 0 ? 1 : 0;
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
