#pragma once

#include "app/commands/command.h"

namespace dw {

/// anonymise IN OUT --policy P.json: a copy of a client list without the clients; without a vault.
class AnonymiseCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(AnonymiseCommand)

public:
    QString name() const override { return QStringLiteral("anonymise"); }
    QString usage() const override;
    QString summary() const override;
    QStringList valuedOptions() const override;
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
