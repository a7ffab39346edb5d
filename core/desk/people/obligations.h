#pragma once

#include "core/desk/dealday.h"
#include "core/desk/people/accessplan.h"

#include <QJsonArray>
#include <QSet>

namespace dw {

/// The duties that outlive an NDA's talks, made from `:/release/obligations.json` when it ends or the deal closes.
/// Each kind is made once for an NDA; one that a person voided does not come back.
class Obligations
{
public:
    static Result<Obligations> load(const ReadTx &tx, const DealDay &day);

    /// Adds what is missing for an NDA that is (or becomes) `state`, and ends what has run out.
    void plan(const Row &nda, const QString &state, const QDate &endedOn, const QDate &survivingUntil, AccessPlan &plan);

private:
    struct Dates {
        QDate ended;
        QDate survival;
    };

    QDate dueOf(const QString &rule, const Row &nda, const Dates &dates) const;
    void expire(const QString &ndaId, AccessPlan &plan) const;

    DealDay m_day;
    QJsonArray m_templates;
    QSet<QString> m_present; ///< "nda/kind"
    QList<Row> m_open;
    QString m_owner; ///< Person: the deal's compliance officer, or its manager.
};

} // namespace dw
