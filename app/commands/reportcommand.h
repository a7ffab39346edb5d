#pragma once

#include "app/commands/command.h"

namespace dw {

/// report VAULT OUT.pdf: the sealed report.
class ReportCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ReportCommand)

public:
    QString name() const override { return QStringLiteral("report"); }
    QString usage() const override;
    QString summary() const override;
    QStringList valuedOptions() const override;
    QStringList flags() const override { return {QStringLiteral("outside-safe")}; }
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
