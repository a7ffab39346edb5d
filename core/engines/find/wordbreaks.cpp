#include "core/engines/find/wordbreaks.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <memory>

namespace dw {

namespace {

/// An iterator belongs to one thread. Null if ICU has no data.
icu::BreakIterator *iterator()
{
    static thread_local const std::unique_ptr<icu::BreakIterator> words = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createWordInstance(icu::Locale::getSimplifiedChinese(), error));
        return U_FAILURE(error) ? nullptr : std::move(made);
    }();
    return words.get();
}

} // namespace

WordBreaks::WordBreaks(const MappedText &text, qsizetype from, qsizetype to)
    : m_first(from), m_last(to)
{
    while (m_first > 0 && from - m_first < reach && text.is(m_first - 1, Han))
        --m_first;
    while (m_last < text.size() && m_last - to < reach && text.is(m_last, Han))
        ++m_last;
    icu::BreakIterator *words = iterator();
    if (words == nullptr || m_last - m_first > qsizetype(most)) {
        m_breaks.fill(true);
        return;
    }
    UChar units[most] = {};
    for (qsizetype k = m_first; k < m_last; ++k)
        units[k - m_first] = text.foldedAt(k) < 0x10000 ? UChar(text.foldedAt(k)) : UChar(0x3400); // one unit a character
    const icu::UnicodeString around(false, units, int32_t(m_last - m_first));
    words->setText(around);
    for (int32_t at = words->first(); at != icu::BreakIterator::DONE; at = words->next())
        m_breaks[std::size_t(at)] = true;
}

bool WordBreaks::isBreak(qsizetype place) const
{
    return place <= m_first || place >= m_last || m_breaks[std::size_t(place - m_first)];
}

bool WordBreaks::isOneWord(qsizetype from, qsizetype to) const
{
    for (qsizetype k = from + 1; k < to; ++k) {
        if (isBreak(k))
            return false;
    }
    return isBreak(from) && isBreak(to);
}

} // namespace dw
