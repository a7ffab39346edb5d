#pragma once

#include "app/commands/command.h"

namespace dw {

/// demo DIR [--headless]: builds the demo deal by taking it through the main job.
class DemoCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(DemoCommand)

public:
    QString name() const override { return QStringLiteral("demo"); }
    QString usage() const override { return QStringLiteral("DIR [--headless] [--lang en|zh]"); }
    QString summary() const override;
    QStringList valuedOptions() const override { return {QStringLiteral("lang")}; }
    QStringList flags() const override { return {QStringLiteral("headless")}; }
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
