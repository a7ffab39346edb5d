#include "core/engines/redact/linkframes.h"

#include "core/engines/redact/operands.h"

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
        if (QPDFObjectHandle line = border(link.getKey("/Border")); !line.isNull())
            frame.replaceKey("/Border", line);
        if (link.getKey("/BS").isDictionary())
            frame.replaceKey("/BS", style(link.getKey("/BS")));
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

bool LinkFrames::areAll(QPDFObjectHandle annotations)
{
    static const std::set<std::string> keys {"/Type", "/Subtype", "/Rect", "/F", "/Border", "/BS", "/C"};
    if (!annotations.isArray())
        return false;
    for (QPDFObjectHandle &item : annotations.getArrayAsVector()) {
        if (item.isIndirect() || !item.isDictionary() || !item.getKey("/Subtype").isNameAndEquals("/Link"))
            return false;
        for (const std::string &key : item.getKeys()) {
            if (!keys.contains(key))
                return false;
        }
    }
    return true;
}

} // namespace dw
