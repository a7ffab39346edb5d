#pragma once

#include "core/desk/registers/recordrule.h"

namespace dw {

/// The clock of an incident starts when it is suspected (PIPL Art. 57 covers leaks that may have happened): its steps
/// come from the approved playbook, its notices with deadlines from `:/rules/deadlines.json`; it cannot close blank.
class IncidentRule final : public RecordRule
{
public:
    QStringList registers() const override;
    Result<> beforeAdd(WriteTx &tx, const RegisterDecl &decl, QVariantMap &values) override;
    Result<> beforeTransition(WriteTx &tx, const Record &before, const TransitionDecl &transition, QVariantMap &values) override;
    Result<> after(WriteTx &tx, const QString &registerId, const RecordId &id) override;

private:
    Result<> addSteps(WriteTx &tx, const Record &incident) const;
    Result<> addNotices(WriteTx &tx, const Record &incident) const;
};

} // namespace dw
