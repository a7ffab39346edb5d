#pragma once

#include "core/base/result.h"
#include "core/domain/record.h"
#include "core/domain/registerdecl.h"

namespace dw {

class ReadTx;
class WriteTx;

/// What a register does beyond its declaration: it computes fields, refuses combinations, or carries a change on
/// to other rows. RecordService calls the rules of a register inside its transaction, in the order given.
class RecordRule
{
public:
    virtual ~RecordRule() = default;

    virtual QStringList registers() const = 0; ///< Registers it watches; empty = every one.

    /// May complete or refuse the values of a new row.
    virtual Result<> beforeAdd(WriteTx &tx, const RegisterDecl &decl, QVariantMap &values);
    /// May complete or refuse changed values; `values` holds only what changes.
    virtual Result<> beforeSet(WriteTx &tx, const Record &before, QVariantMap &values);
    /// May complete or refuse a change of state; `values` are stored with it.
    virtual Result<> beforeTransition(WriteTx &tx, const Record &before, const TransitionDecl &transition, QVariantMap &values);
    virtual Result<> beforeVoid(WriteTx &tx, const Record &before);
    /// After the row was written; may write other rows of the same action.
    virtual Result<> after(WriteTx &tx, const QString &registerId, const RecordId &id);
};

} // namespace dw
