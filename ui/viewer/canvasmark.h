#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

namespace dw {

/// A rectangle over a page: displayed page, points, origin top-left.
struct CanvasMark {
    QString id;
    int page = 0;
    QRectF rect;
    QColor colour; ///< Of the bar at its edge.
    QString label; ///< Short, said beside the bar: never colour alone.
    bool isQuiet = false; ///< Only outlined: a mark that was proposed or rejected.
    bool isFinding = false; ///< Underlined, and nothing that could be moved.
};

} // namespace dw
