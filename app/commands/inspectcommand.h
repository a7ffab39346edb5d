#pragma once

#include "app/commands/command.h"

namespace dw {

/// dealward-cli inspect FILE: what a PDF hides.
class InspectCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(InspectCommand)

public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;
    QStringList flags() const override;
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
