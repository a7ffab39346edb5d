#pragma once

#include "app/commands/command.h"

namespace dw {

/// evidence add|verify: files that prove something.
class EvidenceCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceCommand)

public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;
    QStringList valuedOptions() const override;
    QStringList flags() const override;
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
