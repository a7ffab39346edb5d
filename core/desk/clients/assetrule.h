#pragma once

#include "core/desk/clients/levelproposal.h"
#include "core/desk/registers/recordrule.h"

namespace dw {

/// What register data_asset does beyond its declaration: a level is proposed from the flags and the imported
/// rows, a decision is stamped with who and when, going below the proposal needs a reason, and every change of
/// level re-opens the review and marks the documents built on the asset.
class AssetRule final : public RecordRule
{
public:
    QStringList registers() const override { return {QStringLiteral("data_asset")}; }
    Result<> beforeAdd(WriteTx &tx, const RegisterDecl &decl, QVariantMap &values) override;
    Result<> beforeSet(WriteTx &tx, const Record &before, QVariantMap &values) override;
    Result<> after(WriteTx &tx, const QString &registerId, const RecordId &id) override;

    /// What the rules propose for a row of the register with these values.
    static Result<LevelProposal> proposal(const ReadTx &tx, const RecordId &id, const QVariantMap &values);
    /// The same with given facts instead of those of the stored rows.
    static Result<LevelProposal> proposal(const ReadTx &tx, const QVariantMap &values, const ListFacts &facts);

    /// Brings proposal, counts and state up to date after the asset's rows changed.
    static Result<> refresh(WriteTx &tx, const RecordId &id, const ListFacts &facts);
};

} // namespace dw
