#pragma once

#include "app/commands/command.h"

namespace dw {

/// dealward-cli redact IN.pdf OUT.pdf --marks M.json: without a vault.
class RedactCommand final : public Command
{
public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;
    QStringList valuedOptions() const override;
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
