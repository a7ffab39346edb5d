#pragma once

#include "core/desk/registers/recordrule.h"

namespace dw {

/// What makes a deal a deal: settings and five phases come with it, the code name gives nothing away, deal manager
/// and compliance officer are two people, and a locked scope that is edited is no longer locked.
class DealRule final : public RecordRule
{
public:
    QStringList registers() const override;
    Result<> beforeAdd(WriteTx &tx, const RegisterDecl &decl, QVariantMap &values) override;
    Result<> beforeSet(WriteTx &tx, const Record &before, QVariantMap &values) override;
    Result<> beforeTransition(WriteTx &tx, const Record &before, const TransitionDecl &transition, QVariantMap &values) override;
    Result<> beforeVoid(WriteTx &tx, const Record &before) override;
    Result<> after(WriteTx &tx, const QString &registerId, const RecordId &id) override;

    /// The canonical form of what a locked scope binds.
    static QByteArray scopeHash(const Record &deal);
};

} // namespace dw
