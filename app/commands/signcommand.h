#pragma once

#include "app/commands/command.h"

namespace dw {

/// sign VAULT measure|nil|exception ID: the signatures that measures rest on.
class SignCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(SignCommand)

public:
    QString name() const override { return QStringLiteral("sign"); }
    QString usage() const override;
    QString summary() const override;
    QStringList valuedOptions() const override { return {QStringLiteral("note"), QStringLiteral("evidence")}; }
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

/// gate VAULT request|pass|refuse|reopen GATE, and the review before closing.
class GateCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(GateCommand)

public:
    QString name() const override { return QStringLiteral("gate"); }
    QString usage() const override;
    QString summary() const override;
    QStringList valuedOptions() const override { return {QStringLiteral("note")}; }
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
