#pragma once

#include "core/worker/workerclient.h"

#include <QMap>

namespace dw {

/// What the gap of one area would tell who knows the names; widths in points of the displayed page.
struct MeasuredGap {
    double removed = 0; ///< Width of the text there; 0: none, as on a picture.
    double em = 0; ///< Size of its letters along the line.
    QString font;
    int measured = 0; ///< Names that can be measured in that font.
    int fitExact = 0; ///< As wide as what is removed: what a gap at level A tells.
    int fitBox = 0; ///< Those that would get a box of the same width: level B.
};

/// Measures names in the fonts of a PDF at the places of areas (displayed page, points, by page from zero), in the
/// worker. One answer for each area.
Result<QMap<int, QList<MeasuredGap>>> measureGaps(
    const WorkerClient &worker, const QByteArray &pdf, const QMap<int, QList<QRectF>> &areas, const QStringList &names, JobContext &job);

} // namespace dw
