#pragma once

#include "app/commands/command.h"

namespace dw {

/// Hands one version to one person, or says with the fourteen lines why not.
class ReleaseCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseCommand)

public:
    QString name() const override { return QStringLiteral("release"); }
    QString usage() const override;
    QString summary() const override;
    QStringList valuedOptions() const override;
    QStringList flags() const override;
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

/// Tells which handed-over copy a file is.
class TraceCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(TraceCommand)

public:
    QString name() const override { return QStringLiteral("trace"); }
    QString usage() const override;
    QString summary() const override;
    QStringList flags() const override { return {QStringLiteral("json")}; }
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
