#pragma once

#include "app/commands/command.h"

namespace dw {

/// status VAULT: readiness, the 61 measures, gates, what fails and why. Exit 1 while the open gate could not pass.
class StatusCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(StatusCommand)

public:
    QString name() const override { return QStringLiteral("status"); }
    QString usage() const override { return QStringLiteral("VAULT [--red] [--json]"); }
    QString summary() const override;
    QStringList flags() const override { return {QStringLiteral("json"), QStringLiteral("red")}; }
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
