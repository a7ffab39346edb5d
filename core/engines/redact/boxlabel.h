#pragma once

#include <QImage>
#include <QRect>
#include <QString>

namespace dw::boxlabel {

/// Where the label of a box stands: centred, of a size that depends on the box alone. Empty when it would not fit.
QRect place(const QRect &box, const QString &label);

/// Paints a box black, then its label in white if it fits. Works on Grayscale8 and RGB888.
void burn(QImage &image, const QRect &box, const QString &label);

} // namespace dw::boxlabel
