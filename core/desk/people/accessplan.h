#pragma once

#include "core/desk/dealday.h"
#include "core/desk/people/peoplevalues.h"
#include "core/store/transaction.h"

namespace dw {

/// What has to be written so that the registers say what today's facts demand.
struct AccessPlan {
    struct Step {
        QString registerId;
        RecordId id; ///< Null: a new row.
        QString state; ///< Empty: unchanged.
        QVariantMap values;
    };

    QList<Step> steps;
    Refresh result;

    bool isEmpty() const { return steps.isEmpty(); }
};

/// NDAs: partly signed, active, ended, surviving, expired; and the obligations that come with it.
Result<AccessPlan> planNdas(const ReadTx &tx, const DealDay &day);

/// Grants: active, suspended with the failing preconditions, resumed, expired.
Result<AccessPlan> planGrants(const ReadTx &tx, const DealDay &day);

Result<> apply(WriteTx &tx, const AccessPlan &plan);

} // namespace dw
