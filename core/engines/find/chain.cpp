#include "core/engines/find/chain.h"

#include <algorithm>

namespace dw {

namespace {

/// How many characters set the group that ends at `at` apart from the next; 0 if nothing follows that could go on.
qsizetype separator(const MappedText &text, qsizetype at)
{
    if ((text.at(at) == U' ' || text.at(at) == U'-') && text.is(at + 1, Alnum))
        return 1;
    // At the end of a line: a hyphen, blanks, one break, blanks.
    qsizetype i = at;
    int breaks = 0;
    while (i - at < 4 && text.is(i, Blank | Break))
        breaks += text.is(i++, Break) ? 1 : 0;
    return breaks == 1 && text.is(i, Alnum) ? i - at : 0;
}

} // namespace

Chain::Chain(const MappedText &text, std::size_t run)
{
    const auto &runs = text.runs();
    for (; run < runs.size() && m_groups < mostGroups; ++run) {
        const MappedText::Run &group = runs[run];
        if (m_size + group.size() > longest)
            break;
        for (quint32 i = group.from; i < group.to; ++i) {
            const char32_t c = text.at(i);
            m_written[m_size] = char16_t(c);
            m_characters[m_size] = char16_t(c >= U'a' && c <= U'z' ? c - 32 : c);
            m_places[m_size++] = i;
        }
        m_ends[m_groups++] = m_size;
        const qsizetype gap = separator(text, group.to);
        if (gap == 0)
            break;
        if (m_firstBreak > longest && (gap > 1 || text.is(group.to, Break)))
            m_firstBreak = m_size;
    }
}

bool Chain::hasEnd(int count) const
{
    return std::find(m_ends, m_ends + m_groups, count) != m_ends + m_groups;
}

bool Chain::isInFours(int count) const
{
    int before = 0;
    for (int i = 0; i < m_groups; ++i) {
        if (m_ends[i] == count)
            return m_ends[i] - before <= 4;
        if (m_ends[i] - before != 4)
            return false;
        before = m_ends[i];
    }
    return false;
}

int Chain::digits(int count) const
{
    return int(std::count_if(m_characters, m_characters + count, [](char16_t c) { return c >= u'0' && c <= u'9'; }));
}

QString withDigitsRepaired(QStringView text, int &wrong)
{
    constexpr QStringView misread = u"OQDLISBZG";
    constexpr QStringView meant = u"000115826";
    QString result = text.toString();
    wrong = 0;
    for (QChar &c : result) {
        const qsizetype at = misread.indexOf(c);
        if (at < 0)
            continue;
        c = meant[at];
        ++wrong;
    }
    return result;
}

bool areDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace dw
