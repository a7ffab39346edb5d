#include "core/engines/find/leads.h"

#include "core/engines/find/addressscanner.h"
#include "core/engines/find/companyscanner.h"
#include "core/engines/find/cuedpersonscanner.h"
#include "core/engines/find/institutionscanner.h"
#include "core/engines/find/personscanner.h"

namespace dw {

namespace {

constexpr std::size_t planeSize = 0x10000;

std::vector<quint8> makeTable()
{
    std::vector<quint8> table(planeSize);
    const auto add = [&table](const CharSet &characters, Leads::Kind kind) {
        for (char32_t c = 0; c < planeSize; ++c)
            table[c] = quint8(table[c] | (characters.has(c) ? kind : 0));
    };
    add(PersonScanner::beginnings(), Leads::Surname);
    add(CompanyScanner::endings(), Leads::Organisation);
    add(AddressScanner::roads(), Leads::Road);
    add(CuedPersonScanner().signs(), Leads::PersonCue);
    add(InstitutionScanner().signs(), Leads::Institution);
    add(CharSet(U"(称"), Leads::Alias);
    add(CharSet(U"壹贰叁肆伍陆柒捌玖拾佰仟"), Leads::CapitalNumeral);
    add(CharSet(U"微w"), Leads::Handle);
    return table;
}

} // namespace

Leads::Leads(const std::u32string &folded)
    : m_kinds(folded.size() + std::size_t(step)), m_size(qsizetype(folded.size()))
{
    static const std::vector<quint8> table = makeTable();
    const quint8 *const kinds = table.data();
    const char32_t *const characters = folded.data();
    quint8 *const out = m_kinds.data();
    for (std::size_t i = 0; i < folded.size(); ++i)
        out[i] = characters[i] < planeSize ? kinds[characters[i]] : quint8(0);
}

} // namespace dw
