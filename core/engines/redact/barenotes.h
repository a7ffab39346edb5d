#pragma once

#include <QList>
#include <QRectF>

#include <qpdf/QPDF.hh>

namespace dw {

/// Notes and places to sign for which each reader has a look of its own. As part of the page they would look as one reader
/// draws them; kept as they are they look as before in all. What is kept is the place, the colour and the kind, nothing
/// that anybody wrote.
class BareNotes
{
public:
    /// A direct dictionary; null if this annotation is none of these, hidden, or brings its own appearance.
    static QPDFObjectHandle of(QPDFObjectHandle annotation);

    /// Whether it is a note that has nothing but what of() keeps.
    static bool isBare(QPDFObjectHandle annotation);

    /// Where readers may draw it, default user space.
    static QList<QRectF> places(QPDFObjectHandle bare);
    static bool isNear(QPDFObjectHandle bare, const QList<QRectF> &areas);

    /// Highlights, lines, shapes: they can be drawn into the page instead, where a part of them has to go.
    static bool isDrawing(QPDFObjectHandle annotation);

    /// Adds the bare notes among the annotations of `from` to those of `to`, but for those near an area (default user space).
    static void copy(QPDFObjectHandle from, QPDFObjectHandle to, const QList<QRectF> &areas);
};

} // namespace dw
