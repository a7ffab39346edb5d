#include "core/engines/redact/barenotes.h"

#include "core/engines/redact/linkframes.h"
#include "core/engines/redact/operands.h"

#include <qpdf/QPDFAnnotationObjectHelper.hh>

#include <algorithm>
#include <map>
#include <set>

namespace dw {

namespace {

constexpr int hidden = 1 | 2 | 32; // Invisible, Hidden, NoView
constexpr int flags = 4 | 8 | 16; ///< That change how it looks: Print, NoZoom, NoRotate.
constexpr int mostNumbers = 20'000;
constexpr int decimals = 6;
constexpr auto fieldName = "";
constexpr double icon = 30; ///< Points that an icon may reach out of its place.
constexpr double edge = 2;
constexpr double roundEnds = 0.3; ///< Of a line's height, that a highlight is wider than its text.
constexpr double lineEnd = 10; ///< Of the line's width, that its ends and corners reach.

bool isOneOf(QPDFObjectHandle name, const std::set<std::string> &names)
{
    return name.isName() && names.contains(name.getName());
}

/// Of notes and of stamps (ISO 32000-2, tables 175 and 184).
bool isIcon(QPDFObjectHandle name)
{
    static const std::set<std::string> icons {"/Note", "/Comment", "/Key", "/Help", "/NewParagraph", "/Paragraph", "/Insert", "/Cross", "/Circle",
        "/Approved", "/AsIs", "/Confidential", "/Departmental", "/Draft", "/Experimental", "/Expired", "/Final", "/ForComment", "/ForPublicRelease",
        "/NotApproved", "/NotForPublicRelease", "/Sold", "/TopSecret"};
    return isOneOf(name, icons);
}

/// What is all icon.
bool isOnlyIcon(QPDFObjectHandle annotation)
{
    QPDFObjectHandle kind = annotation.getKey("/Subtype");
    return kind.isNameAndEquals("/Text") || (kind.isNameAndEquals("/Stamp") && isIcon(annotation.getKey("/Name")));
}

bool isLineEnd(QPDFObjectHandle name)
{
    static const std::set<std::string> ends {"/None", "/Square", "/Circle", "/Diamond", "/OpenArrow", "/ClosedArrow", "/Butt", "/ROpenArrow", "/RClosedArrow", "/Slash"};
    return isOneOf(name, ends);
}

/// Arrays of numbers: where it is and its colours.
const std::set<std::string> arrays {"/Rect", "/C", "/IC", "/QuadPoints", "/InkList", "/Vertices", "/L", "/RD"};

/// Which of them are the places of a kind; nothing for kinds that are no drawing.
std::string shapeOf(QPDFObjectHandle annotation)
{
    static const std::map<std::string, std::string> shapes {{"/Highlight", "/QuadPoints"}, {"/Underline", "/QuadPoints"}, {"/StrikeOut", "/QuadPoints"},
        {"/Squiggly", "/QuadPoints"}, {"/Ink", "/InkList"}, {"/Polygon", "/Vertices"}, {"/PolyLine", "/Vertices"}, {"/Line", "/L"}, {"/Square", "/Rect"}, {"/Circle", "/Rect"},
        {"/Caret", "/Rect"}};
    QPDFObjectHandle kind = annotation.getKey("/Subtype");
    const auto found = kind.isName() ? shapes.find(kind.getName()) : shapes.end();
    return found == shapes.end() ? std::string() : found->second;
}

/// Numbers, and arrays of them.
QPDFObjectHandle numbers(QPDFObjectHandle source, int &left, int depth = 0)
{
    const QPDFObjectHandle none = QPDFObjectHandle::newNull();
    if (source.isInteger())
        return --left < 0 ? none : QPDFObjectHandle::newInteger(source.getIntValue());
    if (source.isReal())
        return --left < 0 ? none : QPDFObjectHandle::newReal(source.getNumericValue(), decimals, true);
    if (!source.isArray() || depth > 1)
        return none;
    QPDFObjectHandle result = QPDFObjectHandle::newArray();
    for (QPDFObjectHandle &item : source.getArrayAsVector()) {
        QPDFObjectHandle copy = numbers(item, left, depth + 1);
        if (copy.isNull())
            return none;
        result.appendItem(copy);
    }
    return result;
}

bool areNumbers(QPDFObjectHandle value, int depth = 0)
{
    if (value.isIndirect() || !value.isArray() || depth > 1)
        return false;
    const std::vector<QPDFObjectHandle> items = value.getArrayAsVector();
    return std::all_of(items.begin(), items.end(), [depth](QPDFObjectHandle item) { return (item.isNumber() && !item.isIndirect()) || areNumbers(item, depth + 1); });
}

bool areLineEnds(QPDFObjectHandle value)
{
    return !value.isIndirect() && value.isArray() && value.getArrayNItems() == 2 && isLineEnd(value.getArrayItem(0)) && isLineEnd(value.getArrayItem(1));
}

double lineWidth(QPDFObjectHandle bare)
{
    QPDFObjectHandle width = bare.getKey("/BS").isDictionary() ? bare.getKey("/BS").getKey("/W") : QPDFObjectHandle::newNull();
    if (bare.getKey("/Border").isArray())
        width = width.isNumber() ? width : bare.getKey("/Border").getArrayItem(2);
    return width.isNumber() ? std::clamp(width.getNumericValue(), 1.0, 100.0) : 1;
}

/// `points`: pairs of numbers.
QRectF around(const std::vector<double> &points)
{
    double low[2] {points[0], points[1]};
    double high[2] {points[0], points[1]};
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        low[i % 2] = std::min(low[i % 2], points[i]);
        high[i % 2] = std::max(high[i % 2], points[i]);
    }
    return {QPointF(low[0], low[1]), QPointF(high[0], high[1])};
}

/// A field that nobody has signed. What it inherits is told on the way up.
bool isPlaceToSign(QPDFObjectHandle annotation)
{
    bool isSignature = false;
    QPDFObjectHandle field = annotation;
    for (int depth = 0; depth < 20 && field.isDictionary(); ++depth, field = field.getKey("/Parent")) {
        isSignature = isSignature || field.getKey("/FT").isNameAndEquals("/Sig");
        if (field.hasKey("/V"))
            return false;
    }
    return isSignature;
}

} // namespace

bool BareNotes::isDrawing(QPDFObjectHandle annotation)
{
    return !shapeOf(annotation).empty();
}

QPDFObjectHandle BareNotes::of(QPDFObjectHandle annotation)
{
    const QPDFObjectHandle none = QPDFObjectHandle::newNull();
    if (!annotation.isDictionary() || annotation.hasKey("/OC") || !annotation.getKey("/Rect").isRectangle())
        return none;
    const long long flag = annotation.getKey("/F").isInteger() ? annotation.getKey("/F").getIntValue() : 0;
    const bool isSignature = annotation.getKey("/Subtype").isNameAndEquals("/Widget") && isPlaceToSign(annotation);
    if ((flag & hidden) != 0 || (!isSignature && !isDrawing(annotation) && !isOnlyIcon(annotation)))
        return none;
    if (!isSignature && QPDFAnnotationObjectHelper(annotation).getAppearanceStream("/N").isStream())
        return none;
    QPDFObjectHandle bare = QPDFObjectHandle::parse("<< /Type /Annot >>");
    bare.replaceKey("/Subtype", QPDFObjectHandle::newName(annotation.getKey("/Subtype").getName()));
    bare.replaceKey("/F", QPDFObjectHandle::newInteger(flag & flags));
    int left = mostNumbers;
    for (const std::string &key : arrays) {
        if (isSignature && key != "/Rect")
            continue;
        if (QPDFObjectHandle value = numbers(annotation.getKey(key), left); value.isArray())
            bare.replaceKey(key, value);
    }
    if (isSignature) {
        bare.replaceKey("/FT", QPDFObjectHandle::newName("/Sig"));
        bare.replaceKey("/T", QPDFObjectHandle::newString(fieldName)); // one without a name is none
        return bare;
    }
    if (annotation.getKey("/CA").isNumber())
        bare.replaceKey("/CA", numbers(annotation.getKey("/CA"), left));
    if (isIcon(annotation.getKey("/Name")))
        bare.replaceKey("/Name", QPDFObjectHandle::newName(annotation.getKey("/Name").getName()));
    if (QPDFObjectHandle ends = annotation.getKey("/LE"); ends.isArray() && ends.getArrayNItems() == 2 && isLineEnd(ends.getArrayItem(0)) && isLineEnd(ends.getArrayItem(1)))
        bare.replaceKey("/LE", QPDFObjectHandle::parse('[' + ends.getArrayItem(0).getName() + ' ' + ends.getArrayItem(1).getName() + ']'));
    LinkFrames::copyLine(annotation, bare);
    return !isDrawing(bare) || bare.hasKey(shapeOf(bare)) ? bare : none;
}

bool BareNotes::isBare(QPDFObjectHandle annotation)
{
    if (annotation.isIndirect() || !annotation.isDictionary() || !LinkFrames::isLine(annotation))
        return false;
    if (!isDrawing(annotation) && !isOnlyIcon(annotation) && !annotation.getKey("/Subtype").isNameAndEquals("/Widget"))
        return false;
    const std::set<std::string> keys = annotation.getKeys();
    return std::all_of(keys.begin(), keys.end(), [&](const std::string &key) {
        QPDFObjectHandle value = annotation.getKey(key);
        if (value.isIndirect())
            return false;
        if (arrays.contains(key))
            return areNumbers(value);
        if (key == "/F")
            return value.isInteger() && (value.getIntValue() & ~flags) == 0;
        if (key == "/T")
            return value.isString() && value.getStringValue() == fieldName && annotation.hasKey("/FT");
        return key == "/Subtype" || key == "/Border" || key == "/BS" || (key == "/Type" && value.isNameAndEquals("/Annot"))
            || (key == "/FT" && value.isNameAndEquals("/Sig")) || (key == "/CA" && value.isNumber()) || (key == "/Name" && isIcon(value))
            || (key == "/LE" && areLineEnds(value));
    });
}

QList<QRectF> BareNotes::places(QPDFObjectHandle bare)
{
    const std::string shape = shapeOf(bare);
    const double line = edge + lineEnd * lineWidth(bare);
    if (shape.empty() || shape == "/Rect") {
        const double reach = isOnlyIcon(bare) ? icon : bare.hasKey("/FT") ? edge : line;
        return {operands::rectangle(bare.getKey("/Rect")).adjusted(-reach, -reach, reach, reach)};
    }
    QPDFObjectHandle values = bare.getKey(shape);
    std::vector<std::vector<double>> groups(1);
    for (QPDFObjectHandle &value : values.getArrayAsVector()) {
        if (value.isArray()) {
            groups.emplace_back();
            for (QPDFObjectHandle &item : value.getArrayAsVector())
                groups.back().push_back(item.isNumber() ? item.getNumericValue() : 0);
            continue;
        }
        if (shape == "/QuadPoints" && groups.back().size() == 8)
            groups.emplace_back();
        groups.back().push_back(value.isNumber() ? value.getNumericValue() : 0);
    }
    QList<QRectF> result;
    for (const std::vector<double> &points : groups) {
        if (points.size() < 2)
            continue;
        const QRectF box = around(points);
        const double reach = shape == "/QuadPoints" ? edge + roundEnds * std::min(box.width(), box.height()) : line;
        result.append(box.adjusted(-reach, -reach, reach, reach));
    }
    return result;
}

bool BareNotes::isNear(QPDFObjectHandle bare, const QList<QRectF> &areas)
{
    if (areas.isEmpty())
        return false;
    const QList<QRectF> drawn = places(bare);
    return std::any_of(areas.begin(), areas.end(), [&](const QRectF &area) {
        return std::any_of(drawn.begin(), drawn.end(), [&](const QRectF &place) { return place.intersects(area); });
    });
}

void BareNotes::copy(QPDFObjectHandle from, QPDFObjectHandle to, const QList<QRectF> &areas)
{
    QPDFObjectHandle source = from.getKey("/Annots");
    for (int i = 0; source.isArray() && i < source.getArrayNItems(); ++i) {
        QPDFObjectHandle bare = of(source.getArrayItem(i));
        if (bare.isNull() || isNear(bare, areas))
            continue;
        if (!to.hasKey("/Annots"))
            to.replaceKey("/Annots", QPDFObjectHandle::newArray());
        to.getKey("/Annots").appendItem(bare);
    }
}

} // namespace dw
