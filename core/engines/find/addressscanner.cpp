#include "core/engines/find/addressscanner.h"

#include "core/engines/find/regions.h"

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr char32_t firstHan = 0x4E00;
constexpr std::size_t hanCount = 0x5200;
constexpr qsizetype longestLeft = 60, longestBuilding = 16, longestUnnumbered = 45;
constexpr std::u32string_view numerals = U"一二三四五六七八九十百零〇";
constexpr std::u32string_view roadEnds = U"路街道巷弄同里村镇乡园厦场城区庄组段苑坊桥口屯堡湾港岛线期寓居处心厝山楼";
constexpr std::u32string_view cueEnds = U"址住所于落至往在地去到区点库店用";

bool isAny(char32_t c, std::u32string_view set)
{
    return c != U'\0' && set.find(c) != std::u32string_view::npos;
}

/// 南侧, 交叉口东南角: where at the road it is.
qsizetype afterSide(const MappedText &text, qsizetype to)
{
    if (text.foldedAt(to - 1) == U'村' && isAny(text.foldedAt(to), U"东南西北"))
        return to + 1;
    for (const std::u32string_view side : {U"交叉口东南角", U"交叉口东北角", U"交叉口西南角", U"交叉口西北角", U"交叉口", U"交汇处", U"交口", U"路口", U"东侧", U"南侧", U"西侧", U"北侧", U"以东", U"以南", U"以西", U"以北",
             U"东段", U"南段", U"西段", U"北段", U"中段", U"对面", U"旁", U"东头", U"西头"}) {
        if (text.startsWith(to, side))
            return to + qsizetype(side.size());
    }
    return to;
}

} // namespace

AddressScanner::AddressScanner()
    : m_roads(hanCount)
{
    for (const std::u32string_view word : {U"号", U"号楼", U"号院", U"号库", U"栋", U"幢", U"座", U"楼", U"层", U"室", U"单元", U"弄", U"支弄", U"户", U"组", U"门",
             U"房", U"铺", U"号铺", U"号房", U"号门", U"号厂房", U"号门面", U"号商铺", U"号仓库", U"巷", U"区", U"村民小组", U"馆", U"梯", U"队", U"期", U"社"})
        m_units.add(word);
    for (const std::u32string_view word : {U"大厦", U"大楼", U"广场", U"中心", U"花园", U"小区", U"公寓", U"科技园", U"产业园", U"工业园", U"写字楼", U"商务楼", U"园区",
             U"创业园", U"创新园", U"家园", U"新村", U"大院", U"商城", U"软件园", U"孵化器", U"苑", U"宿舍", U"酒店", U"会所", U"山庄", U"别墅", U"基地", U"厂区", U"国际", U"科学园", U"创意园", U"物流园", U"工业区", U"开发区", U"科创园", U"步行街", U"商业街", U"城", U"湾", U"府", U"名邸", U"华庭", U"雅苑", U"嘉园", U"公馆", U"中学", U"小学", U"学院", U"大学"})
        m_buildings.add(word);
    for (const std::u32string_view word : {U"住址", U"地址", U"住所", U"住所地", U"住", U"位于", U"坐落于", U"座落于", U"坐落", U"家住", U"现住", U"居住于", U"居住在", U"住在",
             U"户籍地", U"户籍所在地", U"注册地", U"经营场所", U"经营地", U"送至", U"寄至", U"寄往", U"搬至", U"迁至", U"送货去", U"送往", U"发往", U"寄到", U"送到", U"常住", U"厂区", U"厂址", U"门店", U"仓库", U"签订地", U"签署地", U"收货地址", U"设于", U"设在", U"租用", U"办公地", U"办公地点"})
        m_cues.add(word);
    for (const std::u32string_view word : {U"路", U"街", U"道", U"大道", U"巷", U"胡同", U"村", U"镇", U"乡", U"街道", U"社区", U"园", U"厦", U"小区", U"广场", U"中心", U"大楼", U"公寓",
             U"庄", U"屯", U"苑", U"里", U"号", U"室", U"楼", U"栋", U"座", U"层", U"组", U"口", U"工业区", U"工业园区", U"园区", U"开发区", U"大厦", U"花园", U"家园", U"写字楼"})
        m_ends.add(word);
    for (const char32_t c : roadEnds)
        m_roads[c - firstHan] = 1;
    for (const char32_t c : cueEnds)
        m_roads[c - firstHan] |= 2;
    for (const char32_t c : std::u32string_view(U"路街道巷村镇乡"))
        m_roads[c - firstHan] |= 4;
}

CharSet AddressScanner::roads()
{
    CharSet set(roadEnds);
    for (const char32_t c : cueEnds)
        set.add(c);
    return set;
}

AddressScanner::Number AddressScanner::numberAt(const MappedText &text, qsizetype at) const
{
    qsizetype k = at;
    if (text.startsWith(k, U"地下"))
        k += 2;
    else if (isAny(text.at(k), U"第负附甲乙丙丁"))
        ++k;
    const qsizetype begin = k;
    constexpr qsizetype longest = 12;
    bool hasDigit = false;
    while (k < text.size() && k - begin < longest) {
        const bool isJoint = k > begin && isAny(text.at(k), U"-~/之至") && text.is(k + 1, Alnum);
        if (!text.is(k, Alnum) && !isJoint)
            break;
        hasDigit = hasDigit || text.is(k, Digit);
        ++k;
    }
    if (k == begin) {
        while (k < text.size() && k - begin < 6 && isAny(text.foldedAt(k), numerals))
            ++k;
        hasDigit = k > begin;
    }
    if (k == begin || text.is(k, Alnum))
        return {};
    const WordSet::Match unit = m_units.longestAt(text.folded(), k, text.size());
    if (!unit && hasDigit && text.foldedAt(k - 1) == U'f' && k - begin >= 2 && k - begin <= 4 && text.is(k - 2, Digit) && text.is(begin - 1, Han))
        return {k, false}; // 国联金融大厦15F
    if (!unit || (!hasDigit && !isAny(text.foldedAt(k), U"座栋区幢楼单馆")) || (text.foldedAt(k) == U'区' && hasDigit && !text.is(begin, Letter)))
        return {};
    const qsizetype to = k + unit.length;
    // 3号线, 5号文: another kind of number.
    if (text.foldedAt(to - 1) == U'号' && (isAny(text.foldedAt(to), U"线文令函机井桥煤矿") || text.startsWith(to, U"公告") || text.startsWith(to, U"决定") || text.startsWith(to, U"通知")))
        return {};
    return {to, !isAny(text.foldedAt(to - 1), U"室房户铺组")};
}

qsizetype AddressScanner::afterRest(const MappedText &text, Number number) const
{
    qsizetype to = number.to;
    // 2201室J
    const auto isLetterAlone = [&](qsizetype k) { return text.at(k) >= U'A' && text.at(k) <= U'Z' && !text.is(k + 1, Alnum | Han) && text.foldedAt(k - 1) == U'室'; };
    for (int round = 0; round < 8; ++round) {
        if (isLetterAlone(to))
            return to + 1;
        // 4单元1843: a room that is not called one.
        if (number.takesRoom && text.is(to, Digit)) {
            qsizetype room = to;
            while (text.is(room, Digit))
                ++room;
            if (!numberAt(text, to).to && room - to >= 2 && room - to <= 5 && !isAny(text.foldedAt(room), U"年月日万亿元%个名份") && !text.is(room, Letter))
                return room;
        }
        qsizetype k = to;
        if (text.is(k, Blank) && (text.is(k + 1, Han | Alnum)))
            ++k;
        if (text.at(k) == U'(' && text.is(k + 1, Han | Alnum))
            ++k;
        const qsizetype begin = k;
        Number next;
        qsizetype building = 0;
        for (; k < text.size() && k - begin < longestBuilding; ++k) {
            const bool isAfterName = k == begin || m_buildings.longestBefore(text.folded(), k, begin) || isAny(text.foldedAt(k - 1), U"厦楼场心园区苑城寓村院厂阁庭府湾港际塔居里墅庄坊轩栋座路街道巷弄");
            if (isAfterName && (next = numberAt(text, k)).to > 0)
                break;
            if (isAny(text.foldedAt(k), U"至到与和及于在往的") || Regions::instance().at(text.folded(), k, text.size()).value >= Regions::Prefecture)
                break; // another address begins, or something else
            if (!text.is(k, Han | Alnum) || (k > begin && text.is(k, LineBefore) && !isAfterName))
                break;
            if (begin == to && k - begin <= 10 && m_buildings.longestBefore(text.folded(), k + 1, begin + 1))
                building = k + 1;
        }
        if (next.to == 0 && building > to && text.is(building, Digit)) { // 理工科技大厦1707
            qsizetype room = building;
            while (text.is(room, Digit))
                ++room;
            if (room - building >= 3 && room - building <= 5 && !text.is(room, Alnum | Han))
                building = room;
        }
        if (next.to == 0)
            return std::max(to, building);
        to = next.to;
        if (text.at(begin - 1) == U'(' && begin > number.to && text.at(to) == U')')
            ++to;
        number = next;
        number.to = to;
    }
    return to;
}

qsizetype AddressScanner::startOf(const MappedText &text, qsizetype road) const
{
    const std::u32string &folded = text.folded();
    qsizetype least = road;
    while (least > 0 && road - least < longestLeft && text.is(least - 1, Han | Alnum)) {
        if (text.is(least - 1, Digit) && isAny(text.at(least), U"年月日号室"))
            break;
        --least;
    }
    if (least < road && isAny(text.foldedAt(least), U"年月日号室") && text.is(least - 1, Digit))
        ++least;
    qsizetype cut = least, start = -1;
    for (qsizetype k = least; k < road;) {
        const WordSet::Match region = Regions::instance().at(folded, k, road + 1);
        const WordSet::Match cue = m_cues.longestAt(folded, k, road);
        if (region && region.length >= cue.length) {
            start = start < 0 ? k : start;
            k += region.length;
            continue;
        }
        const bool isBreak = cue || isAny(folded[std::size_t(k)], U"的至到于在住址往向送寄给与和及从是为由,");
        const qsizetype after = k + std::max(qsizetype(1), cue.length);
        const bool leadsToRegion = isBreak && Regions::instance().at(folded, after, road + 1);
        if (leadsToRegion || (isBreak && start < 0 && (cue || isAny(folded[std::size_t(k)], U"在至到于址往从")))) {
            cut = after;
            start = -1;
        }
        k = after;
    }
    // A place that we do not know before one that we know: 某某县|新城区.
    if (start > cut && start - cut <= 10 && start - cut >= 2 && isAny(folded[std::size_t(start - 1)], U"省市区县州旗盟"))
        return cut;
    if (start >= 0)
        return start;
    constexpr qsizetype longestUnknown = 25;
    return road - cut <= longestUnknown ? cut : -1;
}

qsizetype AddressScanner::judgeRoad(const MappedText &text, qsizetype road, QList<FoundSpan> &found) const
{
    const Number number = numberAt(text, road + 1);
    if (number.to == 0)
        return road + 1;
    const qsizetype start = startOf(text, road);
    const bool hasRegion = start >= 0 && Regions::instance().at(text.folded(), start, road + 1);
    if (start < 0 || road - start < 1 || (!hasRegion && isAny(text.foldedAt(road), U"区道段组口期线处心场城里同楼山")  && road - start < 4))
        return number.to;
    const qsizetype to = afterSide(text, afterRest(text, number));
    found.append(span(text, start, to, u"ADDRESS"_s, hasRegion ? 0.93 : 0.8, found::name));
    return to;
}

qsizetype AddressScanner::judgeCue(const MappedText &text, qsizetype after, QList<FoundSpan> &found) const
{
    qsizetype k = after;
    while (k < text.size() && k - after < 4 && (isAny(text.at(k), U":为是在于") || text.is(k, Blank)))
        ++k;
    const WordSet::Match region = Regions::instance().at(text.folded(), k, text.size());
    if (!region)
        return after;
    qsizetype end = 0;
    int regions = 0;
    for (qsizetype i = k; i < text.size() && i - k < longestUnnumbered && (text.is(i, Han | Alnum));) {
        if (const WordSet::Match next = Regions::instance().at(text.folded(), i, text.size())) {
            ++regions;
            i += next.length;
            continue;
        }
        if (numberAt(text, i).to > 0)
            return after; // judgeRoad() sees it
        if (const WordSet::Match part = m_ends.longestAt(text.folded(), i, text.size())) {
            end = i - k >= 4 ? i + part.length : end;
            i += part.length;
            continue;
        }
        ++i;
    }
    if (end == 0 || (regions < 2 && end - k < 8))
        return after;
    end = afterSide(text, end);
    found.append(span(text, k, end, u"ADDRESS"_s, 0.75, found::cue));
    return end;
}

/// 浙江省湖州市安吉县递铺镇, 山西省长治市潞城区店上镇工业园区纬三路南侧: no number, but two regions and a boundary behind it.
qsizetype AddressScanner::judgePlain(const MappedText &text, qsizetype road, QList<FoundSpan> &found) const
{
    constexpr std::u32string_view follows = U"的之有设内与和及至,为在是";
    qsizetype to = road + 1;
    const qsizetype limit = std::min(text.size(), road + 20);
    for (qsizetype k = to; k < limit && text.is(k, Han | Alnum) && !text.is(k, LineBefore) && !isAny(text.foldedAt(k), follows); ++k) {
        if (isAny(text.foldedAt(k), U"路街道巷村镇乡侧旁口") || text.startsWith(k - 1, U"园区") || text.startsWith(k - 2, U"开发区") || text.startsWith(k - 2, U"工业区"))
            to = k + 1;
    }
    to = afterSide(text, to);
    const bool isOpen = text.is(to, Han) && !text.is(to, LineBefore | GapBefore) && !isAny(text.foldedAt(to), follows);
    if (isOpen || text.is(to, Alnum))
        return road + 1;
    const qsizetype start = startOf(text, road);
    if (start < 0)
        return road + 1;
    int regions = 0;
    for (qsizetype k = start; k < road;) {
        const WordSet::Match region = Regions::instance().at(text.folded(), k, road + 1);
        if (!region)
            break;
        regions += region.value >= Regions::Short ? 1 : 0;
        k += region.length;
    }
    if (regions < 2 || road - start < 5)
        return road + 1;
    found.append(span(text, start, to, u"ADDRESS"_s, 0.7, found::name));
    return to;
}

void AddressScanner::scan(const MappedText &text, QList<FoundSpan> &found) const
{
    const std::u32string &folded = text.folded();
    const Leads &leads = text.leads();
    for (qsizetype i = leads.next(Leads::Road, 1); i + 1 < qsizetype(folded.size()); i = leads.next(Leads::Road, i)) {
        const char32_t offset = folded[std::size_t(i)] - firstHan;
        const quint8 kind = offset < hanCount ? m_roads[offset] : quint8(0);
        qsizetype next = i + 1;
        if (kind != 0) {
            const bool mayNumber = text.is(i + 1, Alnum) || isAny(folded[std::size_t(i + 1)], U"一二三四五六七八九十第地负附甲乙丙丁");
            if ((kind & 1) != 0 && mayNumber)
                next = judgeRoad(text, i, found);
            else if ((kind & 4) != 0 && text.is(i - 1, Han) && text.is(i - 4, Han | Alnum))
                next = judgePlain(text, i, found);
            if (next == i + 1 && (kind & 2) != 0 && m_cues.longestBefore(folded, i + 1, std::max(qsizetype(0), i - 5)))
                next = judgeCue(text, i + 1, found);
        }
        i = std::max(next, i + 1);
    }
}

} // namespace dw
