#pragma once

#include "app/commands/command.h"

namespace dw {

struct ClientMapping;
struct ImportOutcome;

/// import clients|undo: client lists into a vault.
class ImportCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)

public:
    QString name() const override { return QStringLiteral("import"); }
    QString usage() const override;
    QString summary() const override;
    QStringList valuedOptions() const override;
    QStringList flags() const override;
    Exit run(const Arguments &arguments, Terminal &terminal) const override;

private:
    static void print(const ImportOutcome &outcome, const ClientMapping &mapping, Terminal &terminal);
};

} // namespace dw
