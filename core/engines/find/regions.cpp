#include "core/engines/find/regions.h"

#include "core/engines/find/wordlists.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// 长沙市 is also 长沙, 凉山彝族自治州 also 凉山; but not 东区 东.
std::u32string_view shortForm(std::u32string_view name)
{
    constexpr std::u32string_view peoples[] {U"土家族苗族自治州", U"布依族苗族自治州", U"苗族侗族自治州", U"哈尼族彝族自治州", U"傣族景颇族自治州",
        U"蒙古族藏族自治州", U"藏族羌族自治州", U"柯尔克孜自治州", U"朝鲜族自治州", U"藏族自治州", U"彝族自治州", U"回族自治州", U"壮族苗族自治州",
        U"傣族自治州", U"白族自治州", U"傈僳族自治州", U"哈萨克自治州", U"蒙古自治州", U"黎族自治县", U"黎族苗族自治县", U"地区", U"市", U"盟"};
    for (const std::u32string_view end : peoples) {
        if (name.size() >= end.size() + 2 && name.ends_with(end))
            return name.substr(0, name.size() - end.size());
    }
    return {};
}

} // namespace

Regions::Regions()
{
    const WordLists lists(u"regions.txt"_s);
    lists.addTo(m_words, u"province"_s, Province);
    lists.addTo(m_words, u"prefecture"_s, Prefecture);
    lists.addTo(m_words, u"county"_s, County);
    lists.addTo(m_words, u"short"_s, Short);
    lists.addTo(m_words, u"abroad"_s, Abroad);
    for (const QString &section : {u"prefecture"_s, u"county"_s}) {
        for (const std::u32string &name : lists.section(section)) {
            const std::u32string_view brief = shortForm(name);
            // Some are ordinary words far more often.
            constexpr std::u32string_view ordinary = U"东方 合作 安宁 兴化 平安 开平 海安 丰城 新星 明光";
            if (!brief.empty() && ordinary.find(brief) == std::u32string_view::npos)
                m_words.add(brief, Short);
        }
    }
}

const Regions &Regions::instance()
{
    static const Regions regions;
    return regions;
}

} // namespace dw
