#pragma once

#include "core/engines/redact/areaindex.h"

#include <QPolygonF>
#include <QTransform>

#include <qpdf/QPDF.hh>

namespace dw {

/// Shadings minus the areas. Axial and radial ones vary along one line only: nothing of them is local. Triangles of
/// a mesh (types 4 and 5) are cut along the areas, their colours carried on exactly; patches (types 6 and 7) go when
/// they lie in an area.
class MeshCutter
{
public:
    MeshCutter(QPDF &pdf, const QList<QRectF> &areas);

    /// `toUser`: from the shading's space to default user space. The same object when nothing of it goes. Throws
    /// Unprovable("mesh") for a patch that is in an area only in part and data that cannot be read, ("shading") for
    /// a function of both coordinates, which may draw anything.
    QPDFObjectHandle cut(QPDFObjectHandle shading, const QTransform &toUser) const;

private:
    QPDFObjectHandle cutTriangles(QPDFObjectHandle shading, int type, const QTransform &toUser) const;
    QPDFObjectHandle cutPatches(QPDFObjectHandle shading, int type, const QTransform &toUser) const;
    QPDFObjectHandle made(QPDFObjectHandle shading, int type, const std::string &data) const;

    QPDF &m_pdf;
    AreaIndex m_areas;
};

} // namespace dw
