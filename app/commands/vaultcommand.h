#pragma once

#include "app/commands/command.h"

namespace dw {

/// vault create|info|check|backup|restore.
class VaultCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(VaultCommand)

public:
    QString name() const override { return QStringLiteral("vault"); }
    QString usage() const override;
    QString summary() const override;
    QStringList flags() const override { return {QStringLiteral("json"), QStringLiteral("drill")}; }
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

/// account list|add|role|revoke|passphrase|recover.
class AccountCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(AccountCommand)

public:
    QString name() const override { return QStringLiteral("account"); }
    QString usage() const override;
    QString summary() const override;
    QStringList valuedOptions() const override;
    QStringList flags() const override { return {QStringLiteral("json")}; }
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
