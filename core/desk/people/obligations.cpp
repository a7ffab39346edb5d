#include "core/desk/people/obligations.h"

#include "core/desk/rows.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

Result<Obligations> Obligations::load(const ReadTx &tx, const DealDay &day)
{
    Obligations obligations;
    obligations.m_day = day;
    QFile file(u":/release/obligations.json"_s);
    if (file.open(QIODevice::ReadOnly))
        obligations.m_templates = QJsonDocument::fromJson(file.readAll()).object().value("obligations"_L1).toArray();
    if (obligations.m_templates.isEmpty())
        return fail(ErrorCode::Internal, u"people.data"_s, {file.fileName()});
    DW_ASSIGN(const auto rows, tx.query(u"SELECT id, nda, kind, state, due_on, extended_until, voided_at FROM nda_obligation ORDER BY id"_s));
    for (const Row &row : rows) {
        obligations.m_present.insert(textOf(row, "nda"_L1) + u'/' + textOf(row, "kind"_L1));
        const QString state = textOf(row, "state"_L1);
        if (row.value(u"voided_at"_s).isNull() && (state == "open"_L1 || state == "extended"_L1))
            obligations.m_open.append(row);
    }
    DW_ASSIGN(const Row deal, rowOf(tx, u"deal"_s, day.deal.toString()));
    obligations.m_owner = textOf(deal, "compliance_officer"_L1);
    if (obligations.m_owner.isEmpty())
        obligations.m_owner = textOf(deal, "deal_manager"_L1);
    return obligations;
}

QDate Obligations::dueOf(const QString &rule, const Row &nda, const Dates &dates) const
{
    if (rule == "return"_L1)
        return dates.ended.addDays(nda.value(u"return_destroy_days"_s).isNull() ? 30 : nda.value(u"return_destroy_days"_s).toInt());
    if (rule == "non_solicit"_L1)
        return dateOf(nda, "non_solicit_until"_L1);
    if (rule == "standstill"_L1)
        return dateOf(nda, "standstill_until"_L1);
    return dates.survival; // invalid: without end
}

void Obligations::plan(const Row &nda, const QString &state, const QDate &endedOn, const QDate &survivingUntil, AccessPlan &plan)
{
    const QString id = textOf(nda, "id"_L1);
    expire(id, plan);
    const bool hasEnded = state == "ended"_L1 || state == "surviving"_L1 || state == "terminated"_L1
        || (state == "expired"_L1 && textOf(nda, "state"_L1) != "expired"_L1);
    const bool isDealClosed = m_day.dealState == "closed"_L1 && (state == "active"_L1 || state == "breached"_L1);
    if (!hasEnded && !isDealClosed)
        return;
    const Dates dates {endedOn.isValid() ? endedOn : m_day.today, survivingUntil};
    for (const QJsonValue value : m_templates) {
        const QJsonObject one = value.toObject();
        const QString kind = one.value("kind"_L1).toString();
        const QStringList only = one.value("only"_L1).toVariant().toStringList();
        const QString needs = one.value("needs"_L1).toString();
        const QVariant needed = nda.value(needs);
        const bool isNeeded = needs.isEmpty() || (!needed.isNull() && needed.toString() != "0"_L1);
        if (m_present.contains(id + u'/' + kind) || (!only.isEmpty() && !only.contains(textOf(nda, "kind"_L1))) || !isNeeded)
            continue;
        const QDate due = dueOf(one.value("due"_L1).toString(), nda, dates);
        if (due.isValid() && due < m_day.today && one.value("due"_L1) != "return"_L1)
            continue; // ran out before it began
        const int months = one.value("check_months"_L1).toInt();
        const QDate periodic = m_day.today.addMonths(months);
        const QDate check = months > 0 && (!due.isValid() || periodic < due) ? periodic : due;
        const QJsonObject duty = one.value("duty"_L1).toObject();
        const QString text = duty.value("en"_L1).toString() + u'\n' + duty.value("zh"_L1).toString();
        QVariantMap values {{u"nda"_s, id}, {u"kind"_s, kind}, {u"duty"_s, text},
            {u"survives"_s, true}, {u"next_check_on"_s, check.toString(Qt::ISODate)}};
        if (due.isValid())
            values.insert(u"due_on"_s, due.toString(Qt::ISODate));
        if (!m_owner.isEmpty())
            values.insert(u"owner"_s, m_owner);
        plan.steps.append({u"nda_obligation"_s, {}, {}, values});
        ++plan.result.newObligations;
        m_present.insert(id + u'/' + kind);
    }
}

void Obligations::expire(const QString &ndaId, AccessPlan &plan) const
{
    static const QStringList acts {u"return_data"_s, u"destroy"_s, u"certify"_s, u"insure"_s}; // stay due until done
    for (const Row &row : m_open) {
        if (textOf(row, "nda"_L1) != ndaId)
            continue;
        const RecordId id = RecordId::fromText(textOf(row, "id"_L1));
        const QString state = textOf(row, "state"_L1);
        const QDate due = dateOf(row, "due_on"_L1);
        const QDate extended = dateOf(row, "extended_until"_L1);
        QString to;
        if (!acts.contains(textOf(row, "kind"_L1)) && due.isValid() && due < m_day.today && !(extended >= m_day.today))
            to = u"expired"_s;
        else if (state == "extended"_L1 && extended.isValid() && extended < m_day.today)
            to = u"open"_s;
        if (to.isEmpty())
            continue;
        plan.steps.append({u"nda_obligation"_s, id, to, {}});
        plan.result.changes.append({u"nda_obligation"_s, id, state, to, {u"due_on"_s}});
    }
}

} // namespace dw
