#pragma once

#include "app/commands/command.h"

namespace dw {

class RecordService;
class Session;

/// record list|show|add|set|do|void|import|export: every register, the deal and persons included.
class RecordCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(RecordCommand)

public:
    QString name() const override { return QStringLiteral("record"); }
    QString usage() const override;
    QString summary() const override;
    QStringList valuedOptions() const override;
    QStringList flags() const override;
    Exit run(const Arguments &arguments, Terminal &terminal) const override;
};

} // namespace dw
