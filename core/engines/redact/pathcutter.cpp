#include "core/engines/redact/pathcutter.h"

#include "core/engines/redact/fillcutter.h"
#include "core/engines/redact/strokecutter.h"

namespace dw {

namespace {

/// A point that lies in an area by the rounding of a matrix alone does not lie in it.
QList<QRectF> shrunk(const QList<QRectF> &areas)
{
    constexpr double noise = 1e-6;
    QList<QRectF> result;
    for (const QRectF &area : areas)
        result.append(area.normalized().adjusted(noise, noise, -noise, -noise));
    return result;
}

} // namespace

PathCutter::PathCutter(const QList<QRectF> &areas)
    : m_areas(shrunk(areas))
{
}

bool PathCutter::touchesFill(const QPainterPath &path, const QTransform &ctm) const
{
    return FillCutter(VectorPath(path, ctm), m_areas, FillCutter::Touch::Outline).touches();
}

bool PathCutter::touchesStroke(const QPainterPath &path, const QTransform &ctm, const Stroke &stroke) const
{
    return StrokeCutter(VectorPath(path, ctm), m_areas, stroke).touches();
}

bool PathCutter::touchesClip(const QPainterPath &path, const QTransform &ctm) const
{
    return FillCutter(VectorPath(path, ctm), m_areas, FillCutter::Touch::Vertices).touches();
}

QList<std::string> PathCutter::cutFill(const QPainterPath &path, const QTransform &ctm) const
{
    const VectorPath source(path, ctm);
    return FillCutter(source, m_areas, FillCutter::Touch::Outline).fills();
}

QList<std::string> PathCutter::cutInk(const QPainterPath &path, const QTransform &ctm) const
{
    const VectorPath source(path, ctm);
    return FillCutter(source, m_areas, FillCutter::Touch::Ink).fills();
}

QList<PathCutter::StrokePiece> PathCutter::cutStroke(const QPainterPath &path, const QTransform &ctm, const Stroke &stroke) const
{
    const VectorPath source(path, ctm);
    return StrokeCutter(source, m_areas, stroke).pieces();
}

std::string PathCutter::cutClip(const QPainterPath &path, const QTransform &ctm) const
{
    const VectorPath source(path, ctm);
    const FillCutter cutter(source, m_areas, FillCutter::Touch::Vertices);
    PathWriter writer(source, m_areas);
    if (source.parts().size() == 1 && source.keepsAxes()) {
        if (const auto rect = source.rectangle(source.parts().front())) {
            const auto trimmed = cutter.trimmed(*rect);
            if (trimmed && !trimmed->isEmpty()) {
                writer.rectangle(*trimmed);
                return writer.take();
            }
        }
    }
    const std::string left = cutter.whole();
    if (!left.empty())
        return left;
    // Any place will do that is in no area and no number of the source.
    const QPointF away = source.toLocal().map(m_areas.bounds().topLeft() - QPointF(10, 10));
    writer.rectangle(QRectF(writer.rounded(away), QSizeF(0, 0)));
    return writer.take();
}

} // namespace dw
