#include "core/desk/registers/bookrules.h"

#include "core/desk/dealday.h"
#include "core/desk/registers/incidentrule.h"
#include "core/desk/registers/recordservice.h"
#include "core/domain/workcalendar.h"
#include "core/store/store.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QDate dateIn(const QVariantMap &values, const QString &field)
{
    return QDate::fromString(values.value(field).toString(), Qt::ISODate);
}

QString iso(const QDate &date)
{
    return date.toString(Qt::ISODate);
}

/// "X-007": the next number of a register, voided rows counted.
Result<QString> nextNumber(const ReadTx &tx, const QString &registerId, const QString &prefix)
{
    RecordFilter everything;
    everything.includeVoided = true;
    DW_ASSIGN(const qint64 count, tx.records().count(registerId, everything));
    return u"%1-%2"_s.arg(prefix).arg(int(count) + 1, 3, 10, QChar(u'0'));
}

/// Attendance is valid as long as its course says; a test below the pass mark is no pass.
class AttendanceRule final : public RecordRule
{
public:
    QStringList registers() const override { return {u"attendance"_s}; }

    Result<> beforeAdd(WriteTx &tx, const RegisterDecl &, QVariantMap &values) override { return complete(tx, {}, values); }
    Result<> beforeSet(WriteTx &tx, const Record &before, QVariantMap &values) override { return complete(tx, before.values, values); }

private:
    Result<> complete(WriteTx &tx, QVariantMap all, QVariantMap &values) const
    {
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            all.insert(it.key(), it.value());
        const RecordId sessionId = RecordId::fromText(all.value(u"training_session"_s).toString());
        if (sessionId.isNull())
            return {};
        DW_ASSIGN(const Record session, tx.records().get(u"training_session"_s, sessionId));
        DW_ASSIGN(const Record course, tx.records().get(u"course"_s, RecordId::fromText(session.text(u"course"_s))));
        const bool isBelowMark = course.integer(u"pass_score"_s) > 0 && !all.value(u"test_score"_s).isNull()
            && all.value(u"test_score"_s).toLongLong() < course.integer(u"pass_score"_s);
        if (isBelowMark || !all.value(u"present"_s).toBool())
            values.insert(u"passed"_s, false);
        const bool hasPassed = values.value(u"passed"_s, all.value(u"passed"_s)).toBool();
        if (!hasPassed)
            values.insert(u"valid_until"_s, QVariant());
        else if (!dateIn(all, u"valid_until"_s).isValid())
            values.insert(u"valid_until"_s, iso(dateIn(session.values, u"held_on"_s).addMonths(int(course.integer(u"validity_months"_s)))));
        return {};
    }
};

/// Numbers, requesters and due dates that nobody should have to type.
class NumberRule final : public RecordRule
{
public:
    QStringList registers() const override { return {u"deal_exception"_s, u"speakup_case"_s, u"subject_request"_s}; }

    Result<> beforeAdd(WriteTx &tx, const RegisterDecl &decl, QVariantMap &values) override
    {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        if (decl.id == u"deal_exception"_s)
            return addException(tx, day, values);
        if (decl.id == u"speakup_case"_s) {
            DW_ASSIGN(const QString number, nextNumber(tx, decl.id, u"S"_s));
            values.insert(u"case_no"_s, number);
            return {};
        }
        if (dateIn(values, u"due_on"_s).isValid())
            return {};
        DW_ASSIGN(const auto settings, tx.records().first(u"deal_settings"_s));
        DW_ASSIGN(const WorkCalendar calendar, WorkCalendar::load());
        const int days = settings ? int(settings->integer(u"response_workdays"_s)) : 15;
        values.insert(u"due_on"_s, iso(calendar.addWorkdays(dateIn(values, u"received_on"_s), days)));
        return {};
    }

private:
    Result<> addException(WriteTx &tx, const DealDay &day, QVariantMap &values) const
    {
        if (values.value(u"rule"_s) == u"measure"_s && values.value(u"measure"_s).toString().isEmpty())
            return fail(ErrorCode::InvalidInput, u"record.required"_s, {u"deal_exception"_s, u"measure"_s});
        if (dateIn(values, u"expires_on"_s) < day.today)
            return fail(ErrorCode::InvalidInput, u"exception.expired"_s, {values.value(u"expires_on"_s).toString()});
        DW_ASSIGN(const QString number, nextNumber(tx, u"deal_exception"_s, u"X"_s));
        values.insert(u"exception_no"_s, number);
        values.insert(u"requested_by"_s, tx.actor().id.toString());
        values.insert(u"requested_on"_s, iso(day.today));
        return {};
    }
};

/// What was approved of an exception must not change under the approval.
class ExceptionRule final : public RecordRule
{
public:
    QStringList registers() const override { return {u"deal_exception"_s}; }

    Result<> beforeSet(WriteTx &, const Record &before, QVariantMap &) override
    {
        if (before.state != u"requested"_s || !before.text(u"approved_by"_s).isEmpty())
            return fail(ErrorCode::PolicyBlocked, u"exception.decided"_s, {before.text(u"exception_no"_s)});
        return {};
    }
};

/// One version in force: issuing or approving a new one supersedes the one before.
class VersionRule final : public RecordRule
{
public:
    QStringList registers() const override { return {u"rule_sheet"_s, u"incident_plan"_s, u"playbook"_s, u"policy"_s}; }

    Result<> after(WriteTx &tx, const QString &registerId, const RecordId &id) override
    {
        DW_ASSIGN(const Record row, tx.records().get(registerId, id));
        const QString inForce = registerId == u"rule_sheet"_s ? u"issued"_s : u"approved"_s;
        if (row.state != inForce || row.isVoided())
            return {};
        RecordFilter filter;
        filter.equals.insert(u"state"_s, inForce);
        if (registerId == u"policy"_s)
            filter.equals.insert(u"kind"_s, row.text(u"kind"_s));
        DW_ASSIGN(const auto others, tx.records().list(registerId, filter));
        for (const Record &other : others) {
            if (other.id != id && other.updatedAt <= row.updatedAt)
                DW_TRY(tx.records().setState(registerId, other.id, u"superseded"_s));
        }
        return {};
    }
};

/// A new third party starts with its clause list; a closed channel is approved no longer than today.
class ThirdPartyRule final : public RecordRule
{
public:
    QStringList registers() const override { return {u"third_party"_s}; }

    Result<> after(WriteTx &tx, const QString &registerId, const RecordId &id) override
    {
        RecordFilter mine;
        mine.equals.insert(u"third_party"_s, id.toString());
        mine.includeVoided = true;
        DW_ASSIGN(const qint64 count, tx.records().count(u"contract_clause"_s, mine));
        if (count > 0 || registerId != u"third_party"_s)
            return {};
        static const QStringList mandatory {u"purpose"_s, u"security"_s, u"subcontract_consent"_s, u"incident_notice"_s,
            u"audit_right"_s, u"return_delete"_s};
        for (const ChoiceDecl &clause : tx.store().catalogue().find(u"contract_clause")->field(u"clause_code")->choices) {
            DW_TRY(tx.records().insert(u"contract_clause"_s,
                {{u"third_party"_s, id.toString()}, {u"clause_code"_s, clause.id}, {u"mandatory"_s, mandatory.contains(clause.id)},
                    {u"present"_s, false}}));
        }
        return {};
    }
};

class ChannelRule final : public RecordRule
{
public:
    QStringList registers() const override { return {u"channel"_s}; }

    Result<> beforeTransition(WriteTx &tx, const Record &before, const TransitionDecl &transition, QVariantMap &values) override
    {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        const QDate until = dateIn(before.values, u"approved_until"_s);
        if (transition.id == u"close"_s && (!until.isValid() || until > day.today))
            values.insert(u"approved_until"_s, iso(day.today));
        return {};
    }
};

/// "Does not apply" needs a reason; so does declining a notice.
class ReasonRule final : public RecordRule
{
public:
    QStringList registers() const override { return {u"legal_item"_s, u"notice_decision"_s, u"audit_publication"_s}; }

    Result<> beforeAdd(WriteTx &, const RegisterDecl &decl, QVariantMap &values) override { return check(decl.id, values); }

    Result<> beforeSet(WriteTx &, const Record &before, QVariantMap &values) override
    {
        QVariantMap all = before.values;
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            all.insert(it.key(), it.value());
        return check(before.registerId, all);
    }

private:
    static Result<> check(const QString &registerId, const QVariantMap &values)
    {
        const bool isRefusal = values.value(u"applicability"_s) == u"no"_s || values.value(u"decision"_s) == u"not_required"_s
            || values.value(u"decision"_s) == u"refused"_s;
        if (isRefusal && values.value(u"reason"_s).toString().trimmed().isEmpty())
            return fail(ErrorCode::InvalidInput, u"record.required"_s, {registerId, u"reason"_s});
        return {};
    }
};

} // namespace

void addBookRules(RecordService &records)
{
    records.addRule(std::make_shared<AttendanceRule>());
    records.addRule(std::make_shared<NumberRule>());
    records.addRule(std::make_shared<ExceptionRule>());
    records.addRule(std::make_shared<VersionRule>());
    records.addRule(std::make_shared<ThirdPartyRule>());
    records.addRule(std::make_shared<ChannelRule>());
    records.addRule(std::make_shared<ReasonRule>());
    records.addRule(std::make_shared<IncidentRule>());
}

} // namespace dw
