#pragma once

#include "app/commands/command.h"

namespace dw {

/// document import|list|mark|redact|review|export: files of the deal, their marks and versions.
class DocumentCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(DocumentCommand)

public:
    QString name() const override;
    QString usage() const override;
    QString summary() const override;
    QStringList valuedOptions() const override;
    QStringList flags() const override;
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
