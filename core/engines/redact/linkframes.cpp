#include "core/engines/redact/linkframes.h"

#include "core/engines/redact/operands.h"

#include <algorithm>
#include <set>

namespace dw {

namespace {

constexpr double closest = 1; ///< Points between a frame and an area.
constexpr int mostDashes = 8;
constexpr int hidden = 1 | 2 | 32; // Invisible, Hidden, NoView
constexpr int flags = 4 | 8 | 16; ///< That change how it looks: Print, NoZoom, NoRotate.

bool isNumbers(QPDFObjectHandle array, int most)
{
    if (!array.isArray() || array.getArrayNItems() > most)
        return false;
    for (QPDFObjectHandle &item : array.getArrayAsVector()) {
        if (!item.isNumber())
            return false;
    }
    return true;
}

QPDFObjectHandle numbers(QPDFObjectHandle array)
{
    std::vector<QPDFObjectHandle> items;
    for (QPDFObjectHandle &item : array.getArrayAsVector())
        items.push_back(item.isInteger() ? QPDFObjectHandle::newInteger(item.getIntValue()) : QPDFObjectHandle::newReal(item.getNumericValue(), 6, true));
    return QPDFObjectHandle::newArray(items);
}

/// Horizontal and vertical radius, width, and perhaps a dash; null if it is anything else.
QPDFObjectHandle border(QPDFObjectHandle source)
{
    if (!source.isArray() || source.getArrayNItems() < 3 || source.getArrayNItems() > 4)
        return QPDFObjectHandle::newNull();
    std::vector<QPDFObjectHandle> items = source.getArrayAsVector();
    QPDFObjectHandle dash = QPDFObjectHandle::newNull();
    if (items.size() == 4) {
        if (!isNumbers(items[3], mostDashes))
            return QPDFObjectHandle::newNull();
        dash = numbers(items[3]);
        items.pop_back();
    }
    QPDFObjectHandle result = QPDFObjectHandle::newArray(items);
    if (!isNumbers(result, 3))
        return QPDFObjectHandle::newNull();
    result = numbers(result);
    if (!dash.isNull())
        result.appendItem(dash);
    return result;
}

QPDFObjectHandle style(QPDFObjectHandle source)
{
    QPDFObjectHandle result = QPDFObjectHandle::newDictionary();
    if (source.getKey("/W").isNumber())
        result.replaceKey("/W", QPDFObjectHandle::newReal(source.getKey("/W").getNumericValue(), 6, true));
    static const std::set<std::string> styles {"/S", "/D", "/B", "/I", "/U"};
    if (source.getKey("/S").isName() && styles.contains(source.getKey("/S").getName()))
        result.replaceKey("/S", QPDFObjectHandle::newName(source.getKey("/S").getName()));
    if (isNumbers(source.getKey("/D"), mostDashes))
        result.replaceKey("/D", numbers(source.getKey("/D")));
    return result;
}

/// The style counts before the border; a link that has neither has a border one point wide (12.5.2).
bool showsBorder(QPDFObjectHandle link)
{
    QPDFObjectHandle look = link.getKey("/BS");
    if (look.isDictionary())
        return !look.getKey("/W").isNumber() || look.getKey("/W").getNumericValue() > 0;
    if (!link.hasKey("/Border"))
        return true;
    QPDFObjectHandle line = border(link.getKey("/Border"));
    return !line.isNull() && line.getArrayItem(2).getNumericValue() > 0;
}

} // namespace

std::vector<QPDFObjectHandle> LinkFrames::of(QPDFObjectHandle page)
{
    std::vector<QPDFObjectHandle> result;
    QPDFObjectHandle annotations = page.getKey("/Annots");
    if (!annotations.isArray())
        return result;
    for (QPDFObjectHandle &link : annotations.getArrayAsVector()) {
        if (!link.isDictionary() || !link.getKey("/Subtype").isNameAndEquals("/Link") || link.hasKey("/OC") || !link.getKey("/Rect").isRectangle())
            continue;
        const long long flag = link.getKey("/F").isInteger() ? link.getKey("/F").getIntValue() : 0;
        if ((flag & hidden) != 0 || !showsBorder(link))
            continue;
        QPDFObjectHandle frame = QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link >>");
        frame.replaceKey("/Rect", numbers(link.getKey("/Rect")));
        frame.replaceKey("/F", QPDFObjectHandle::newInteger(flag & flags));
        copyLine(link, frame);
        if (isNumbers(link.getKey("/C"), 4))
            frame.replaceKey("/C", numbers(link.getKey("/C")));
        result.push_back(frame);
    }
    return result;
}

void LinkFrames::copy(QPDFObjectHandle from, QPDFObjectHandle to, const QList<QRectF> &areas)
{
    std::vector<QPDFObjectHandle> kept;
    for (const QPDFObjectHandle &frame : of(from)) {
        const QRectF place = operands::rectangle(QPDFObjectHandle(frame).getKey("/Rect")).adjusted(-closest, -closest, closest, closest);
        if (std::none_of(areas.begin(), areas.end(), [&](const QRectF &area) { return area.intersects(place); }))
            kept.push_back(frame);
    }
    if (!kept.empty())
        to.replaceKey("/Annots", QPDFObjectHandle::newArray(kept));
}

void LinkFrames::copyLine(QPDFObjectHandle from, QPDFObjectHandle to)
{
    if (QPDFObjectHandle line = border(from.getKey("/Border")); !line.isNull())
        to.replaceKey("/Border", line);
    if (from.getKey("/BS").isDictionary())
        to.replaceKey("/BS", style(from.getKey("/BS")));
}

bool LinkFrames::isLine(QPDFObjectHandle annotation)
{
    QPDFObjectHandle line = annotation.getKey("/Border");
    QPDFObjectHandle look = annotation.getKey("/BS");
    if (line.isIndirect() || look.isIndirect() || (!line.isNull() && border(line).isNull()) || (!look.isNull() && !look.isDictionary()))
        return false;
    return look.isNull() || style(look).getKeys() == look.getKeys();
}

bool LinkFrames::isFrame(QPDFObjectHandle annotation)
{
    static const std::set<std::string> known {"/Type", "/Subtype", "/Rect", "/F", "/Border", "/BS", "/C"};
    if (annotation.isIndirect() || !annotation.isDictionary() || !annotation.getKey("/Subtype").isNameAndEquals("/Link"))
        return false;
    const std::set<std::string> keys = annotation.getKeys();
    return isLine(annotation) && std::all_of(keys.begin(), keys.end(), [](const std::string &key) { return known.contains(key); });
}

} // namespace dw
