#pragma once

#include "ui/base/theme.h"

#include <QIcon>
#include <QPixmap>

namespace dw {

/// A Lucide icon (name as in resources/icons/icons.txt), drawn in the text colour of whatever theme is shown.
QIcon icon(const QString &name);

/// The same as a picture of `size` logical pixels in a given colour.
QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal ratio = 1.0);

} // namespace dw
