#pragma once

#include "app/commands/command.h"

namespace dw {

/// dealward-cli redact IN.pdf OUT.pdf --marks M.json, or --find for what the finder finds: without a vault.
class RedactCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(RedactCommand)

public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;
    QStringList valuedOptions() const override;
    QStringList flags() const override;
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
