#pragma once

#include "core/desk/dealday.h"
#include "core/store/transaction.h"

namespace dw {

/// Why somebody is bound by an NDA.
enum class CoverKind {
    Signatory, ///< Signed it.
    Named, ///< Stands in its list of covered people.
    Representative, ///< Belongs to a receiving organisation, as the agreement's rule on representatives allows.
};

/// One person bound by one NDA today.
struct Cover {
    QString person;
    QString personName;
    QString nda;
    QString ndaTitle;
    QString ndaState; ///< active or surviving
    QStringList purposes;
    CoverKind kind = CoverKind::Named;
};

/// Who is bound today, by NDAs that are active within their dates or surviving. Rules on representatives:
/// named_only - signatories and named people; need_to_know - also people of the receiving organisations whose need
/// was approved with a grant; any - all people of the receiving organisations. An employee's undertaking binds
/// only those who gave it. `person` empty = everybody.
Result<QList<Cover>> coverOn(const ReadTx &tx, const DealDay &day, const QString &person = {});

} // namespace dw
