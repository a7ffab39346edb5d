#include "core/engines/redact/meshcutter.h"

#include "core/engines/redact/meshdata.h"
#include "core/engines/redact/unprovable.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr double margin = 0.01; // points around an area: more than rounding moves a vertex
constexpr std::size_t mostTriangles = 600'000;

/// A corner while a triangle is cut: everything in it is linear over the triangle.
struct Corner {
    QPointF user;
    MeshVertex vertex;
};
using Polygon = std::vector<Corner>;

QRectF boundsOf(const std::vector<QPointF> &points)
{
    QPolygonF polygon(QList<QPointF>(points.begin(), points.end()));
    return polygon.boundingRect();
}

Corner between(const Corner &a, const Corner &b, double t)
{
    Corner result;
    result.user = a.user + (b.user - a.user) * t;
    result.vertex.point = a.vertex.point + (b.vertex.point - a.vertex.point) * t;
    for (std::size_t i = 0; i < a.vertex.color.size(); ++i)
        result.vertex.color.push_back(a.vertex.color[i] + (b.vertex.color[i] - a.vertex.color[i]) * t);
    return result;
}

/// The part of a convex polygon where `distance` is not negative.
template <typename Distance>
Polygon clipped(const Polygon &polygon, Distance distance)
{
    Polygon result;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Corner &a = polygon[i];
        const Corner &b = polygon[(i + 1) % polygon.size()];
        const double da = distance(a.user);
        const double db = distance(b.user);
        if (da >= 0)
            result.push_back(a);
        if ((da > 0 && db < 0) || (da < 0 && db > 0))
            result.push_back(between(a, b, da / (da - db)));
    }
    return result;
}

/// Beside, above and below the area.
void split(const Polygon &polygon, const QRectF &area, std::vector<Polygon> &to)
{
    const auto add = [&to](Polygon part) {
        if (part.size() >= 3)
            to.push_back(std::move(part));
    };
    add(clipped(polygon, [&](const QPointF &p) { return area.left() - p.x(); }));
    add(clipped(polygon, [&](const QPointF &p) { return p.x() - area.right(); }));
    const Polygon column = clipped(clipped(polygon, [&](const QPointF &p) { return p.x() - area.left(); }),
        [&](const QPointF &p) { return area.right() - p.x(); });
    add(clipped(column, [&](const QPointF &p) { return area.top() - p.y(); }));
    add(clipped(column, [&](const QPointF &p) { return p.y() - area.bottom(); }));
}

bool overlap(const Polygon &polygon, const QRectF &area)
{
    Polygon left = clipped(polygon, [&](const QPointF &p) { return p.x() - area.left(); });
    left = clipped(left, [&](const QPointF &p) { return area.right() - p.x(); });
    left = clipped(left, [&](const QPointF &p) { return p.y() - area.top(); });
    return clipped(left, [&](const QPointF &p) { return area.bottom() - p.y(); }).size() >= 3;
}

} // namespace

MeshCutter::MeshCutter(QPDF &pdf, const QList<QRectF> &areas)
    : m_pdf(pdf)
    , m_areas(areas)
{
}

QPDFObjectHandle MeshCutter::cut(QPDFObjectHandle shading, const QTransform &toUser) const
{
    QPDFObjectHandle type = (shading.isStream() ? shading.getDict() : shading).getKeyIfDict("/ShadingType");
    if (!type.isInteger())
        throw Unprovable {u"mesh"_s};
    if (m_areas.isEmpty() || type.getIntValue() == 2 || type.getIntValue() == 3)
        return shading;
    if (type.getIntValue() == 1)
        throw Unprovable {u"shading"_s};
    if (type.getIntValue() == 4 || type.getIntValue() == 5)
        return cutTriangles(shading, int(type.getIntValue()), toUser);
    if (type.getIntValue() == 6 || type.getIntValue() == 7)
        return cutPatches(shading, int(type.getIntValue()), toUser);
    throw Unprovable {u"mesh"_s};
}

QPDFObjectHandle MeshCutter::cutTriangles(QPDFObjectHandle shading, int type, const QTransform &toUser) const
{
    MeshData data(shading);
    std::string kept;
    bool changed = false;
    std::size_t written = 0;
    const std::vector<MeshData::Triangle> triangles = data.triangles(type);
    for (const MeshData::Triangle &triangle : triangles) {
        Polygon polygon;
        std::vector<QPointF> corners;
        for (const MeshVertex &vertex : triangle) {
            polygon.push_back({toUser.map(vertex.point), vertex});
            corners.push_back(polygon.back().user);
        }
        std::vector<Polygon> left {polygon};
        for (const QRectF &area : m_areas.near(boundsOf(corners))) {
            const QRectF grown = area.adjusted(-margin, -margin, margin, margin);
            std::vector<Polygon> next;
            for (const Polygon &part : left) {
                if (!overlap(part, area)) {
                    next.push_back(part);
                    continue;
                }
                changed = true;
                split(part, grown, next);
            }
            left = std::move(next);
        }
        for (const Polygon &part : left) {
            for (std::size_t i = 1; i + 1 < part.size(); ++i) {
                data.write(MeshData::Triangle {part[0].vertex, part[i].vertex, part[i + 1].vertex}, kept);
                if (++written > mostTriangles)
                    throw Unprovable {u"mesh"_s};
            }
        }
    }
    return changed ? made(shading, 4, kept) : shading;
}

/// The surface of a patch lies within its control points.
QPDFObjectHandle MeshCutter::cutPatches(QPDFObjectHandle shading, int type, const QTransform &toUser) const
{
    MeshData data(shading);
    std::string kept;
    bool changed = false;
    const std::vector<MeshPatch> patches = data.patches(type);
    for (const MeshPatch &patch : patches) {
        std::vector<QPointF> points;
        for (const QPointF &point : patch.points)
            points.push_back(toUser.map(point));
        const QRectF bounds = boundsOf(points);
        const QList<QRectF> areas = m_areas.near(bounds);
        const bool hidden = std::any_of(areas.begin(), areas.end(), [&](const QRectF &area) { return area.contains(bounds); });
        if (!hidden && !areas.isEmpty())
            throw Unprovable {u"mesh"_s};
        if (hidden)
            changed = true;
        else
            data.write(patch, kept);
    }
    return changed ? made(shading, type, kept) : shading;
}

QPDFObjectHandle MeshCutter::made(QPDFObjectHandle shading, int type, const std::string &data) const
{
    QPDFObjectHandle result = m_pdf.newStream(data);
    QPDFObjectHandle source = shading.getDict();
    QPDFObjectHandle target = result.getDict();
    for (const std::string &key : source.getKeys()) {
        if (key != "/Length" && key != "/Filter" && key != "/DecodeParms" && key != "/VerticesPerRow")
            target.replaceKey(key, source.getKey(key));
    }
    target.replaceKey("/ShadingType", QPDFObjectHandle::newInteger(type));
    target.replaceKey("/BitsPerCoordinate", QPDFObjectHandle::newInteger(MeshData::coordinateBits));
    target.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(MeshData::componentBits));
    target.replaceKey("/BitsPerFlag", QPDFObjectHandle::newInteger(MeshData::flagBits));
    return result;
}

} // namespace dw
