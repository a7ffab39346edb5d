#include "core/engines/find/organisationwords.h"

#include "core/engines/find/wordlists.h"

namespace dw {

using namespace Qt::StringLiterals;

OrganisationWords::OrganisationWords()
    : m_brands(0x5200)
{
    const WordLists lists(u"organisations.txt"_s);
    lists.addTo(forms, u"forms"_s);
    lists.addTo(branches, u"branches"_s);
    lists.addTo(trades, u"trades"_s);
    lists.addTo(shortTrades, u"shortnames"_s);
    for (const std::u32string &word : lists.section(u"trades"_s)) {
        if (word.size() > 2) // the longer ones tell enough by themselves
            shortTrades.add(word);
    }
    lists.addTo(whole, u"whole"_s);
    lists.addTo(generic, u"generic"_s);
    lists.addTo(genericAliases, u"aliasgeneric"_s);
    lists.addTo(banks, u"banks"_s);
    lists.addTo(regional, u"regional"_s);
    lists.addTo(ordinary, u"ordinarybrand"_s);
    WordSet doubtful;
    lists.addTo(doubtful, u"doubtful"_s);
    for (const std::u32string &word : lists.section(u"cues"_s))
        cues.add(word, doubtful.contains(word) ? Doubtful : Sure);
    lists.addTo(cues, u"doubtful"_s, Doubtful);
    for (const auto &[section, value] : {std::pair {u"brand"_s, Possible}, std::pair {u"strongbrand"_s, Strong}}) {
        for (const std::u32string &word : lists.section(section)) {
            const char32_t c = word.front();
            if (c >= 0x4E00 && c < 0x4E00 + m_brands.size())
                m_brands[c - 0x4E00] = value;
        }
    }
}

const OrganisationWords &OrganisationWords::instance()
{
    static const OrganisationWords words;
    return words;
}

} // namespace dw
