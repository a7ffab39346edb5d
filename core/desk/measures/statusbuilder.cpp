#include "core/desk/measures/statusbuilder.h"

#include "core/base/canonicaljson.h"
#include "core/engines/crypto/hash.h"
#include "core/store/store.h"

#include <QJsonArray>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

} // namespace

QByteArray seenHashOf(const MeasureDecl &measure, const QHash<QString, CheckResult> &results)
{
    QJsonArray checks;
    for (const QString &id : measure.checks)
        checks.append(QJsonArray {id, hex(results.value(id).seenHash)});
    return sha256(canonicalJson(QJsonObject {{u"measure"_s, measure.id}, {u"checks"_s, checks}}));
}

StatusBuilder::StatusBuilder(const ReadTx &tx, const MeasureCatalogue &catalogue)
    : m_tx(tx)
    , m_catalogue(catalogue)
    , m_runner(catalogue)
{
}

Result<DealStatus> StatusBuilder::build()
{
    DW_TRY(load());
    DW_TRY(runChecks());
    DealStatus status;
    status.phase = m_context.phase;
    status.today = m_context.today;
    if (const PhaseDecl *phase = m_catalogue.phase(status.phase))
        status.gate = phase->gate;
    for (const MeasureDecl &measure : m_catalogue.measures()) {
        DW_ASSIGN(MeasureStatus one, row(measure));
        one.blocksOpenGate = !status.gate.isEmpty() && measure.blocksGate == status.gate;
        status.measures.append(std::move(one));
    }
    status.readiness = readiness(m_catalogue, status.measures, status.gate);
    return status;
}

Result<> StatusBuilder::load()
{
    DW_ASSIGN(m_context, m_runner.context(m_tx));
    DW_ASSIGN(const auto settings, m_tx.query(u"SELECT notice_days AS days FROM deal_settings WHERE voided_at IS NULL"_s));
    if (const int days = settings.value(0).value(u"days"_s).toInt(); days > 0)
        m_noticeDays = days;
    DW_ASSIGN(const auto signatures,
        m_tx.query(u"SELECT s.id, s.kind, s.subject, s.check_id, s.phase, s.seen_hash, s.signed_on, s.signed_at, "
                   "coalesce(p.name, a.name) AS name FROM signature s JOIN account a ON a.id = s.account "
                   "LEFT JOIN person p ON p.id = s.person WHERE s.voided_at IS NULL AND s.state = 'in_force' "
                   "AND s.kind IN ('measure', 'nil_return') ORDER BY s.signed_at DESC, s.id DESC"_s));
    for (const Row &row : signatures) {
        m_signatures.append({RecordId::fromText(row.value(u"id"_s).toString()), row.value(u"subject"_s).toString(),
            row.value(u"check_id"_s).toString(), row.value(u"kind"_s).toString(), row.value(u"phase"_s).toString(),
            row.value(u"seen_hash"_s).toString(), row.value(u"name"_s).toString(),
            QDate::fromString(row.value(u"signed_on"_s).toString(), Qt::ISODate), row.value(u"signed_at"_s).toLongLong()});
    }
    DW_ASSIGN(const auto out,
        m_tx.query(u"SELECT n.measure, n.reason, a.name FROM measure_na n LEFT JOIN account a ON a.id = n.approved_by "
                   "WHERE n.voided_at IS NULL AND n.state = 'in_force'"_s));
    for (const Row &row : out)
        m_notApplicable.insert(row.value(u"measure"_s).toString(), {row.value(u"reason"_s).toString(), row.value(u"name"_s).toString()});
    DW_ASSIGN(m_exceptions,
        m_tx.query(u"SELECT id, measure, exception_no, expires_on FROM deal_exception WHERE voided_at IS NULL "
                   "AND state IN ('approved', 'expired') AND rule = 'measure' ORDER BY expires_on DESC"_s));
    return {};
}

Result<> StatusBuilder::runChecks()
{
    for (const CheckDecl &check : m_catalogue.checks()) {
        DW_ASSIGN(const CheckResult result, m_runner.run(m_tx, check, m_context));
        m_results.insert(check.id, result);
        const int lead = std::min({30, m_noticeDays, check.periodDays / 4});
        if (result.outcome == CheckResult::Outcome::Passed && lead > 0) {
            DW_ASSIGN(const QDate due, firstFailure(check, lead));
            if (due.isValid())
                m_due.insert(check.id, due);
        }
    }
    return {};
}

// The last day on which it still passes: found by asking the same check on later days.
Result<QDate> StatusBuilder::firstFailure(const CheckDecl &check, int lead) const
{
    int passes = 0;
    int failsAt = lead;
    DW_ASSIGN(const CheckResult far, m_runner.run(m_tx, check, m_context.shifted(lead)));
    if (far.outcome != CheckResult::Outcome::Failed)
        return QDate();
    while (failsAt - passes > 1) {
        const int middle = (passes + failsAt) / 2;
        DW_ASSIGN(const CheckResult result, m_runner.run(m_tx, check, m_context.shifted(middle)));
        (result.outcome == CheckResult::Outcome::Failed ? failsAt : passes) = middle;
    }
    return m_context.today.addDays(passes);
}

const StatusBuilder::Signed *StatusBuilder::nilReturnOf(const QString &checkId) const
{
    for (const Signed &one : m_signatures) {
        if (one.kind == u"nil_return"_s && one.checkId == checkId && one.phase == m_context.phase)
            return &one;
    }
    return nullptr;
}

// The newest that fits what is seen now; else the newest, to say that things changed since.
const StatusBuilder::Signed *StatusBuilder::signatureOf(const MeasureDecl &measure, const QByteArray &seenHash) const
{
    const Signed *newest = nullptr;
    for (const Signed &one : m_signatures) {
        if (one.kind != u"measure"_s || one.subject != measure.id)
            continue;
        if (one.seenHash == hex(seenHash))
            return &one;
        if (!newest)
            newest = &one;
    }
    return newest;
}

void StatusBuilder::judgeChecks(const MeasureDecl &measure, MeasureStatus &status, bool &fails, bool &soft, bool &counts) const
{
    for (const QString &id : measure.checks) {
        const CheckResult &result = m_results.constFind(id).value();
        status.checks.append(result);
        switch (result.outcome) {
        case CheckResult::Outcome::Passed:
            counts = true;
            break;
        case CheckResult::Outcome::NotApplicable:
            break;
        case CheckResult::Outcome::Failed:
            counts = true;
            (m_catalogue.check(id)->isSoft ? soft : fails) = true;
            status.reasons.append({u"check_failed"_s, {id, QString::number(result.violationCount)}});
            break;
        case CheckResult::Outcome::NoData:
            counts = true;
            fails = true;
            status.reasons.append({u"no_data"_s, {id}});
            break;
        case CheckResult::Outcome::NilReturnDue:
            counts = true;
            if (const Signed *nil = nilReturnOf(id)) {
                status.reasons.append({u"nil_return"_s, {id, nil->name}});
            } else {
                fails = true;
                status.reasons.append({u"nil_return_due"_s, {id}});
            }
            break;
        }
    }
}

void StatusBuilder::judgeDates(const MeasureDecl &measure, MeasureStatus &status) const
{
    for (const QString &id : measure.checks) {
        const QDate due = m_due.value(id);
        if (!due.isValid())
            continue;
        status.reasons.append({u"due"_s, {due.toString(Qt::ISODate), id}});
        status.dueOn = status.dueOn.isValid() ? std::min(status.dueOn, due) : due;
        status.isAmberByDateOnly = true;
    }
}

bool StatusBuilder::judgeSignature(const MeasureDecl &measure, MeasureStatus &status) const
{
    const Signed *found = signatureOf(measure, status.seenHash);
    const bool isNeeded = measure.mode == MeasureDecl::Mode::Assisted;
    if (!found) {
        if (isNeeded)
            status.reasons.append({u"signature_missing"_s, {measure.role}});
        return false;
    }
    status.signature = found->id;
    status.signedBy = found->name;
    status.signedAt = found->at;
    status.isChangedSinceSigned = found->seenHash != hex(status.seenHash);
    if (status.isChangedSinceSigned) {
        status.reasons.append({u"changed_since_signed"_s, {}});
        return false;
    }
    if (measure.recurrence == MeasureDecl::Recurrence::PerPhase && found->phase != m_context.phase) {
        if (isNeeded)
            status.reasons.append({u"signature_expired"_s, {found->on.toString(Qt::ISODate)}});
        return false;
    }
    if (measure.recurrence == MeasureDecl::Recurrence::EveryMonths) {
        const QDate until = found->on.addMonths(measure.months);
        if (until < m_context.today) {
            if (isNeeded)
                status.reasons.append({u"signature_expired"_s, {until.toString(Qt::ISODate)}});
            return false;
        }
        const int lead = std::min({30, m_noticeDays, int(found->on.daysTo(until)) / 4});
        if (isNeeded && m_context.today.daysTo(until) <= lead) {
            status.reasons.append({u"due"_s, {until.toString(Qt::ISODate), u"signature"_s}});
            status.dueOn = status.dueOn.isValid() ? std::min(status.dueOn, until) : until;
            status.isAmberByDateOnly = true;
        }
    }
    status.reasons.append({u"signed"_s, {found->name, found->on.toString(Qt::ISODate)}});
    return true;
}

bool StatusBuilder::applyException(MeasureStatus &status) const
{
    for (const Row &row : m_exceptions) {
        if (row.value(u"measure"_s).toString() != status.id)
            continue;
        const QString number = row.value(u"exception_no"_s).toString();
        const QString until = row.value(u"expires_on"_s).toString();
        if (QDate::fromString(until, Qt::ISODate) < m_context.today) {
            status.reasons.append({u"exception_expired"_s, {number, until}});
            continue;
        }
        status.exception = RecordId::fromText(row.value(u"id"_s).toString());
        status.reasons.append({u"exception"_s, {number, until}});
        return true;
    }
    return false;
}

Result<MeasureStatus> StatusBuilder::row(const MeasureDecl &measure)
{
    MeasureStatus status;
    status.id = measure.id;
    bool fails = false;
    bool soft = false;
    bool counts = false;
    status.seenHash = seenHashOf(measure, m_results);
    judgeChecks(measure, status, fails, soft, counts);
    if (const auto out = m_notApplicable.constFind(measure.id); out != m_notApplicable.cend()) {
        status.status = Status::NotApplicable;
        status.reasons = {{u"na"_s, {out->first, out->second}}};
        return status;
    }
    if (!counts) {
        status.status = Status::NotApplicable;
        status.reasons = {{u"nothing_counts"_s, {}}};
        return status;
    }
    judgeDates(measure, status);
    const bool isSigned = judgeSignature(measure, status);
    if (measure.mode == MeasureDecl::Mode::Assisted && !isSigned)
        fails = true;
    if (fails) {
        const bool isCarried = applyException(status);
        status.status = isCarried ? Status::Amber : Status::Red;
        status.isAmberByDateOnly = false;
    } else if (soft) {
        status.status = Status::Amber;
        status.isAmberByDateOnly = false;
    } else if (status.isAmberByDateOnly) {
        status.status = Status::Amber;
    } else {
        status.status = isSigned ? Status::GreenSigned : Status::Green;
    }
    return status;
}

} // namespace dw
