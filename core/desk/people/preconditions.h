#pragma once

#include "core/desk/dealday.h"
#include "core/domain/condition.h"
#include "core/store/transaction.h"

namespace dw {

/// Everything that must hold for a grant (a row of access_grant) to be in force, each by a function of its own, in
/// the order in which a person would mend them. A grant is active only while all of them hold.
Result<QList<Condition>> preconditions(const ReadTx &tx, const DealDay &day, const Row &grant);

/// Ids of the failing ones, each once, in order: what `suspended_for` keeps.
QStringList failingIds(const QList<Condition> &conditions);

} // namespace dw
