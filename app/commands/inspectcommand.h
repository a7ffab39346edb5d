#pragma once

#include "app/commands/command.h"

namespace dw {

/// dealward-cli inspect FILE: what a PDF hides.
class InspectCommand final : public Command
{
public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;
    QStringList flags() const override;
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
