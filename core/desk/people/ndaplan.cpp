// The life of an NDA by date, by signatures and by the end of the deal.
#include "core/desk/people/accessplan.h"
#include "core/desk/people/obligations.h"
#include "core/desk/people/signatures.h"
#include "core/desk/rows.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

// One NDA on its way through the states; every step goes into the plan.
class NdaWalk
{
public:
    NdaWalk(const DealDay &day, const Row &nda, AccessPlan &plan)
        : m_day(day)
        , m_nda(nda)
        , m_state(textOf(nda, "state"_L1))
        , m_plan(plan)
    {
    }

    QString state() const { return m_state; }
    QDate endedOn() const { return m_endedOn.isValid() ? m_endedOn : dateOf(m_nda, "ended_on"_L1); }
    QDate survivingUntil() const { return m_survivingUntil.isValid() ? m_survivingUntil : dateOf(m_nda, "surviving_until"_L1); }

    void sign(const Signatures &signatures)
    {
        const QDate effective = dateOf(m_nda, "effective_on"_L1);
        if (signatures.isComplete() && effective.isValid() && effective <= m_day.today)
            move(u"active"_s, {u"signatures"_s, u"effective_on"_s});
        else if (signatures.given > 0 && m_state != "partly_signed"_L1)
            move(u"partly_signed"_s, {u"signatures"_s});
    }

    void end()
    {
        const QDate term = dateOf(m_nda, "term_end_on"_L1);
        const bool isDealOver = m_day.dealState == "terminated"_L1 || m_day.dealState == "archived"_L1;
        const bool isTermOver = term.isValid() && term < m_day.today;
        if (!isTermOver && !isDealOver)
            return;
        m_endedOn = isTermOver ? term : m_day.today;
        m_values.insert(u"ended_on"_s, m_endedOn.toString(Qt::ISODate));
        move(u"ended"_s, {isTermOver ? u"term_end_on"_s : u"deal"_s});
    }

    void survive()
    {
        const QDate from = endedOn().isValid() ? endedOn() : m_day.today;
        if (from > m_day.today)
            return; // its end was set for a day to come
        if (m_nda.value(u"survival_forever"_s).toBool()) {
            move(u"surviving"_s, {u"survival"_s});
            return;
        }
        const int months = m_nda.value(u"survival_months"_s).toInt();
        m_survivingUntil = from.addMonths(months);
        if (months <= 0 || m_survivingUntil < m_day.today) {
            move(u"expired"_s, {u"survival"_s});
            return;
        }
        m_values.insert(u"surviving_until"_s, m_survivingUntil.toString(Qt::ISODate));
        move(u"surviving"_s, {u"survival"_s});
    }

    void expire()
    {
        const QDate until = survivingUntil();
        if (!m_nda.value(u"survival_forever"_s).toBool() && until.isValid() && until < m_day.today)
            move(u"expired"_s, {u"survival"_s});
    }

    void finish()
    {
        if (m_state != textOf(m_nda, "state"_L1))
            m_plan.steps.append({u"nda"_s, id(), m_state, m_values});
    }

    RecordId id() const { return RecordId::fromText(textOf(m_nda, "id"_L1)); }

private:
    void move(const QString &to, const QStringList &because)
    {
        m_plan.result.changes.append({u"nda"_s, id(), m_state, to, because});
        m_state = to;
    }

    const DealDay &m_day;
    const Row &m_nda;
    QString m_state;
    AccessPlan &m_plan;
    QVariantMap m_values;
    QDate m_endedOn;
    QDate m_survivingUntil;
};

const QStringList unsignedStates {u"draft"_s, u"sent"_s, u"negotiating"_s, u"partly_signed"_s};

} // namespace

Result<AccessPlan> planNdas(const ReadTx &tx, const DealDay &day)
{
    AccessPlan plan;
    DW_ASSIGN(const auto ndas, tx.query(u"SELECT * FROM nda WHERE voided_at IS NULL AND state <> 'expired' ORDER BY id"_s));
    DW_ASSIGN(Obligations obligations, Obligations::load(tx, day));
    for (const Row &nda : ndas) {
        NdaWalk walk(day, nda, plan);
        if (unsignedStates.contains(walk.state())) {
            DW_ASSIGN(const Signatures signatures, signaturesOf(tx, day, nda));
            walk.sign(signatures);
        }
        if (walk.state() == "active"_L1)
            walk.end();
        if (walk.state() == "ended"_L1 || walk.state() == "terminated"_L1)
            walk.survive();
        if (walk.state() == "surviving"_L1)
            walk.expire();
        walk.finish();
        obligations.plan(nda, walk.state(), walk.endedOn(), walk.survivingUntil(), plan);
    }
    return plan;
}

} // namespace dw
