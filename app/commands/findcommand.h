#pragma once

#include "app/commands/command.h"

namespace dw {

/// find FILE|DIR…: where client information stands in files and whole folders; without a vault.
class FindCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(FindCommand)

public:
    QString name() const override { return QStringLiteral("find"); }
    QString usage() const override;
    QString summary() const override;
    QStringList valuedOptions() const override;
    QStringList flags() const override;
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
