#include "ui/models/dealstate.h"

#include "core/desk/deal/dealservice.h"
#include "core/session/session.h"

#include <QSet>

namespace dw {

DealState::DealState(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session.changes(), &ChangeFeed::committed, this, [this](const ChangeSet &changes) {
        forget();
        emit changed(changes);
    });
}

void DealState::forget()
{
    m_status.reset();
    m_gates.reset();
}

const Result<DealStatus> &DealState::status()
{
    if (!m_status)
        m_status = m_session.measures().status();
    return *m_status;
}

const Result<QList<GateView>> &DealState::gates()
{
    if (!m_gates)
        m_gates = m_session.gates().all();
    return *m_gates;
}

QString DealState::codeName()
{
    return m_session.deal().codeName().value_or(QString());
}

QDate DealState::today()
{
    const auto today = m_session.deal().today();
    return today ? *today : m_session.clock().nowUtc().date();
}

QHash<QString, int> DealState::redByPage()
{
    QHash<QString, int> counts;
    const Result<DealStatus> &now = status();
    if (!now)
        return counts;
    const MeasureCatalogue &catalogue = m_session.measures().catalogue();
    QSet<QString> seen;
    int red = 0;
    for (const MeasureStatus &row : now->measures) {
        if (row.status != Status::Red || !row.blocksOpenGate)
            continue;
        ++red;
        for (const CheckResult &check : row.checks) {
            if (check.isGood() || seen.contains(check.id))
                continue;
            seen.insert(check.id);
            if (const CheckDecl *decl = catalogue.check(check.id))
                ++counts[decl->page];
        }
    }
    counts.insert(QStringLiteral("measures"), red);
    counts.remove(QStringLiteral("dashboard"));
    return counts;
}

QList<DealState::RecordCheck> DealState::checksOf(const QString &registerId, const RecordId &id)
{
    QList<RecordCheck> list;
    const Result<DealStatus> &now = status();
    if (!now)
        return list;
    const QString wanted = id.toString();
    const MeasureCatalogue &catalogue = m_session.measures().catalogue();
    QSet<QString> seen;
    for (const MeasureStatus &row : now->measures) {
        for (const CheckResult &check : row.checks) {
            const CheckDecl *decl = catalogue.check(check.id);
            if (!decl || seen.contains(check.id))
                continue;
            const bool violated = std::any_of(check.violations.begin(), check.violations.end(),
                [&](const CheckRow &violation) { return violation.id == wanted && violation.registerId == registerId; });
            if (violated || decl->registerId == registerId) {
                seen.insert(check.id);
                list.append({check.id, row.id, violated});
            }
        }
    }
    std::stable_sort(list.begin(), list.end(), [](const RecordCheck &a, const RecordCheck &b) {
        return a.isViolated && !b.isViolated;
    });
    return list;
}

} // namespace dw
