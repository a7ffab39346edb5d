#pragma once

#include "core/desk/measures/measureservice.h"

#include <QJsonObject>

namespace dw {

/// What a gate decision saw: every measure with its checks, exceptions and readiness (schema "dealward.gate/1").
QJsonObject gateSnapshot(const DealStatus &status, const QString &gate, qint64 at);

} // namespace dw
