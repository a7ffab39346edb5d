#pragma once

#include <QJsonObject>
#include <QString>

namespace dw {

/// One fact of Inspector in words: "Page 2: text under a dark box (3)".
QString factText(const QJsonObject &fact);

} // namespace dw
