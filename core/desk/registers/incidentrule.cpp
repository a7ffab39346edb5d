#include "core/desk/registers/incidentrule.h"

#include "core/store/store.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr double hourMs = 3'600'000.0;

qint64 deadline(const Record &incident, double hours)
{
    return incident.integer(u"suspected_at"_s) + qint64(std::llround(hours * hourMs));
}

bool appliesTo(const QJsonObject &rule, const Record &incident, const std::optional<Record> &settings)
{
    const QString when = rule.value("when"_L1).toString();
    if (when == u"involves_pi"_s)
        return incident.flag(u"involves_pi"_s);
    if (when == u"eu_data"_s)
        return incident.flag(u"involves_pi"_s) && settings && settings->flag(u"eu_data"_s);
    const QString kind = settings ? settings->text(u"operator_kind"_s) : u"other"_s;
    return when == u"major"_s && incident.text(u"severity"_s) <= u"2"_s && rule.value("operator"_L1).toString() == kind;
}

} // namespace

QStringList IncidentRule::registers() const
{
    return {u"incident"_s};
}

Result<> IncidentRule::beforeAdd(WriteTx &tx, const RegisterDecl &, QVariantMap &values)
{
    if (values.value(u"suspected_at"_s).isNull())
        values.insert(u"suspected_at"_s, tx.now());
    if (values.value(u"suspected_at"_s).toLongLong() > tx.now())
        return fail(ErrorCode::InvalidInput, u"record.future"_s, {u"incident"_s, u"suspected_at"_s});
    return {};
}

Result<> IncidentRule::beforeTransition(WriteTx &tx, const Record &before, const TransitionDecl &transition, QVariantMap &values)
{
    if (transition.id == u"contain"_s)
        values.insert(u"contained_at"_s, tx.now());
    if (transition.id == u"reopen"_s)
        values.insert(u"closed_at"_s, QVariant());
    if (transition.id != u"close"_s)
        return {};
    values.insert(u"closed_at"_s, tx.now());
    RecordFilter mine;
    mine.equals.insert(u"incident"_s, before.id.toString());
    QStringList missing;
    for (const auto &child : {u"loss"_s, u"responsibility"_s}) {
        DW_ASSIGN(const qint64 count, tx.records().count(child, mine));
        if (count == 0)
            missing.append(child);
    }
    if (!missing.isEmpty())
        return fail(ErrorCode::PolicyBlocked, u"incident.incomplete"_s, missing);
    return {};
}

Result<> IncidentRule::after(WriteTx &tx, const QString &registerId, const RecordId &id)
{
    DW_ASSIGN(const Record incident, tx.records().get(registerId, id));
    RecordFilter mine;
    mine.equals.insert(u"incident"_s, id.toString());
    mine.includeVoided = true;
    DW_ASSIGN(const qint64 steps, tx.records().count(u"incident_step"_s, mine));
    if (steps == 0 && incident.version == 1)
        DW_TRY(addSteps(tx, incident));
    DW_ASSIGN(const qint64 notices, tx.records().count(u"notification"_s, mine));
    if (notices == 0)
        return addNotices(tx, incident);
    return {};
}

Result<> IncidentRule::addSteps(WriteTx &tx, const Record &incident) const
{
    RecordFilter templates;
    templates.equals = {{u"state"_s, u"approved"_s}, {u"is_template"_s, true}};
    DW_ASSIGN(const auto playbook, tx.records().first(u"playbook"_s, templates));
    if (!playbook)
        return {};
    RecordFilter ofPlaybook;
    ofPlaybook.equals.insert(u"playbook"_s, playbook->id.toString());
    ofPlaybook.orderBy = u"step_no"_s;
    DW_ASSIGN(const auto steps, tx.records().list(u"playbook_step"_s, ofPlaybook));
    DW_ASSIGN(const auto team, tx.records().list(u"ir_member"_s));
    for (const Record &step : steps) {
        const QStringList severities = step.list(u"severities"_s);
        if (!severities.isEmpty() && !severities.contains(incident.text(u"severity"_s)))
            continue;
        QVariantMap values {{u"incident"_s, incident.id.toString()}, {u"title"_s, step.text(u"title"_s)},
            {u"due_at"_s, deadline(incident, step.value(u"hours_limit"_s).toDouble())}, {u"playbook_step"_s, step.id.toString()}};
        for (const Record &member : team) {
            if (member.text(u"team_role"_s) == step.text(u"owner_role"_s))
                values.insert(u"owner"_s, member.text(u"person"_s));
        }
        DW_TRY(tx.records().insert(u"incident_step"_s, values));
    }
    return {};
}

Result<> IncidentRule::addNotices(WriteTx &tx, const Record &incident) const
{
    QFile file(u":/rules/deadlines.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, u"rules.unreadable"_s, {file.fileName()});
    DW_ASSIGN(const auto settings, tx.records().first(u"deal_settings"_s));
    QHash<QString, qint64> deadlines; // the earliest of several rules counts
    for (const QJsonValue value : QJsonDocument::fromJson(file.readAll()).object().value("rules"_L1).toArray()) {
        const QJsonObject rule = value.toObject();
        if (!appliesTo(rule, incident, settings))
            continue;
        const QString addressee = rule.value("addressee"_L1).toString();
        const qint64 at = deadline(incident, rule.value("hours"_L1).toDouble());
        deadlines.insert(addressee, std::min(at, deadlines.value(addressee, at)));
    }
    for (auto it = deadlines.cbegin(); it != deadlines.cend(); ++it) {
        DW_TRY(tx.records().insert(u"notification"_s,
            {{u"incident"_s, incident.id.toString()}, {u"addressee"_s, it.key()}, {u"required"_s, u"undetermined"_s},
                {u"deadline_at"_s, it.value()}}));
    }
    return {};
}

} // namespace dw
