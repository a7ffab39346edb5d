#include "core/engines/redact/patterncutter.h"

#include "core/engines/redact/contentcutter.h"
#include "core/engines/redact/lineplanner.h"
#include "core/engines/redact/operands.h"
#include "core/engines/redact/unprovable.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr std::size_t deepest = 30;
constexpr double touching = 0.01; // points: tiles that only lie side by side do not overlap
constexpr int mostTilesLookedAt = 1'000;

/// Paths in plain colours; whatever else a cell holds may be read or recognised.
bool isLineArt(const Operation &operation)
{
    static const std::set<std::string> plain {"b", "B", "b*", "B*", "BX", "c", "cm", "cs", "CS", "d", "EX", "f", "F", "f*", "G", "g", "h", "i",
        "j", "J", "K", "k", "l", "m", "M", "MP", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC", "sc", "SCN", "scn", "v", "w", "W", "W*",
        "y"};
    if (!plain.contains(operation.name))
        return !ContentProgram::isKnownOperator(operation.name); // dropped in any case
    const bool color = operation.name == "scn" || operation.name == "SCN";
    return !color || operation.operands.empty() || !QPDFObjectHandle(operation.operands.back()).isName();
}

int shadingType(QPDFObjectHandle shading)
{
    QPDFObjectHandle type = (shading.isStream() ? shading.getDict() : shading).getKeyIfDict("/ShadingType");
    return type.isInteger() ? int(type.getIntValue()) : 0;
}

} // namespace

/// Where the tiles of a pattern lie.
struct PatternCutter::Cell {
    QTransform toUser;
    QRectF box; ///< Pattern space, as the rest.
    double stepX = 0;
    double stepY = 0;
    QRectF region; ///< That is painted.
    qint64 firstX = 0;
    qint64 lastX = -1;
    qint64 firstY = 0;
    qint64 lastY = -1;

    qint64 count() const { return std::max<qint64>(0, lastX - firstX + 1) * std::max<qint64>(0, lastY - firstY + 1); }
    QRectF tile(qint64 x, qint64 y) const { return box.translated(double(x) * stepX, double(y) * stepY); }

    static Cell of(const PatternColor &color, const QRectF &painted)
    {
        QPDFObjectHandle dictionary = QPDFObjectHandle(color.pattern).getDict();
        Cell cell;
        cell.toUser = operands::matrix(dictionary.getKey("/Matrix")) * color.base;
        cell.box = operands::rectangle(dictionary.getKey("/BBox"));
        QPDFObjectHandle x = dictionary.getKey("/XStep");
        QPDFObjectHandle y = dictionary.getKey("/YStep");
        cell.stepX = x.isNumber() ? std::abs(x.getNumericValue()) : 0;
        cell.stepY = y.isNumber() ? std::abs(y.getNumericValue()) : 0;
        if (!cell.toUser.isInvertible() || cell.box.isEmpty() || !(cell.stepX > 0) || !(cell.stepY > 0))
            throw Unprovable {u"pattern"_s};
        const double seam = std::min({touching, painted.width() / 4, painted.height() / 4});
        cell.region = cell.toUser.inverted().mapRect(painted.adjusted(seam, seam, -seam, -seam));
        const auto range = [](double low, double high, double start, double end, double step, qint64 &first, qint64 &last) {
            constexpr double most = 1e6;
            first = qint64(std::clamp(std::floor((low - end) / step) + 1, -most, most));
            last = qint64(std::clamp(std::ceil((high - start) / step) - 1, -most, most));
        };
        range(cell.region.left(), cell.region.right(), cell.box.left(), cell.box.right(), cell.stepX, cell.firstX, cell.lastX);
        range(cell.region.top(), cell.region.bottom(), cell.box.top(), cell.box.bottom(), cell.stepY, cell.firstY, cell.lastY);
        return cell;
    }
};

PatternCutter::PatternCutter(CutContext &context, ResourceSet &resources, QPDFObjectHandle pageResources)
    : m_context(context)
    , m_resources(resources)
    , m_page(pageResources)
{
}

PatternCutter::Plan PatternCutter::plan(const PatternColor &color, const QRectF &painted)
{
    QPDFObjectHandle pattern = color.pattern;
    if (m_context.areas.isEmpty() || pattern.isNull())
        return {};
    return pattern.isStream() ? planTiling(color, painted) : planShading(color, painted);
}

PatternCutter::Plan PatternCutter::planTiling(const PatternColor &color, const QRectF &painted)
{
    // Lines have an extent in one direction only.
    const QRectF shown = painted.adjusted(-touching, -touching, touching, touching).intersected(m_context.visible);
    if (shown.isEmpty())
        return {};
    const Cell cell = Cell::of(color, shown);
    const qint64 count = cell.count();
    if (count == 0)
        return {};
    const QRectF all = cell.tile(cell.firstX, cell.firstY).united(cell.tile(cell.lastX, cell.lastY));
    if (!m_context.areas.touches(cell.toUser.mapRect(all)))
        return {};
    QPDFObjectHandle pattern = color.pattern;
    if (count == 1) {
        const QTransform place = QTransform::fromTranslate(double(cell.firstX) * cell.stepX, double(cell.firstY) * cell.stepY);
        QPDFObjectHandle left = cutCell(pattern, place * cell.toUser);
        if (left.getObjGen() == pattern.getObjGen())
            return {};
        return {color.tints + m_resources.add("/Pattern", left), false};
    }
    if (!isPlain(pattern))
        throw Unprovable {u"pattern"_s};
    int looked = 0;
    for (qint64 y = cell.firstY; y <= cell.lastY; ++y) {
        for (qint64 x = cell.firstX; x <= cell.lastX && looked < mostTilesLookedAt; ++x, ++looked) {
            const QRectF tile = cell.tile(x, y);
            if (cell.region.contains(tile) && !m_context.areas.touches(cell.toUser.mapRect(tile)))
                return {{}, m_context.areas.touches(painted)};
        }
    }
    throw Unprovable {u"pattern"_s}; // nobody sees the cell as a whole
}

PatternCutter::Plan PatternCutter::planShading(const PatternColor &color, const QRectF &painted)
{
    QPDFObjectHandle pattern = color.pattern;
    if (!pattern.isDictionary())
        return {}; // readers paint nothing
    QPDFObjectHandle source = pattern.getKey("/Shading");
    if (shadingType(source) == 1 && !m_context.areas.touches(painted))
        return {};
    const MeshCutter meshes(m_context.tools.source, m_context.areas.rects());
    QPDFObjectHandle left = meshes.cut(source, operands::matrix(pattern.getKey("/Matrix")) * color.base);
    if (!left.isStream() || left.getObjGen() == source.getObjGen())
        return {};
    m_context.changed = true;
    QPDFObjectHandle own = pattern.shallowCopy();
    own.replaceKey("/Shading", left);
    return {color.tints + m_resources.add("/Pattern", m_context.tools.source.makeIndirectObject(own)), false};
}

std::string PatternCutter::shading(QPDFObjectHandle object, const QTransform &ctm)
{
    if (m_context.areas.isEmpty() || shadingType(object) == 2 || shadingType(object) == 3)
        return {};
    if (!ctm.isInvertible())
        throw Unprovable {u"matrix"_s};
    QPDFObjectHandle left = MeshCutter(m_context.tools.source, m_context.areas.rects()).cut(object, ctm);
    if (left.getObjGen() == object.getObjGen())
        return {};
    m_context.changed = true;
    return m_resources.add("/Shading", left);
}

QPDFObjectHandle PatternCutter::cutCell(QPDFObjectHandle pattern, const QTransform &toUser)
{
    const QPDFObjGen id = pattern.getObjGen();
    if (m_context.open.size() > deepest || !m_context.open.insert(id).second)
        throw Unprovable {m_context.open.size() > deepest ? u"nested_too_deep"_s : u"cycle"_s};
    const bool changedBefore = m_context.changed;
    m_context.changed = false;
    GraphicsState start;
    start.ctm = toUser;
    ContentCutter cutter(m_context, pattern.getDict().getKey("/Resources"), m_page, start);
    const std::string content = cutter.cut(ContentProgram::ofStream(pattern));
    const bool changed = m_context.changed;
    m_context.changed = changed || changedBefore;
    m_context.open.erase(id);
    if (!changed || (m_context.planner && m_context.planner->isCollecting()))
        return pattern;
    return ObjectCutter::clone(m_context.tools.source, pattern, content, cutter.resources());
}

bool PatternCutter::isPlain(QPDFObjectHandle pattern) const
{
    const ContentProgram program = ContentProgram::ofStream(pattern);
    return std::all_of(program.operations().begin(), program.operations().end(), isLineArt);
}

void PatternCutter::requirePlain(const PatternColor &color) const
{
    QPDFObjectHandle pattern = color.pattern;
    if (m_context.areas.isEmpty() || pattern.isNull())
        return;
    if (pattern.isStream()) {
        if (!isPlain(pattern))
            throw Unprovable {u"pattern"_s};
        return;
    }
    const int type = pattern.isDictionary() ? shadingType(pattern.getKey("/Shading")) : 2;
    if (type != 2 && type != 3)
        throw Unprovable {type == 1 ? u"shading"_s : u"mesh"_s};
}

} // namespace dw
