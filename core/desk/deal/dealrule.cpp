#include "core/desk/deal/dealrule.h"

#include "core/base/canonicaljson.h"
#include "core/desk/dealday.h"
#include "core/domain/measure.h"
#include "core/engines/crypto/hash.h"
#include "core/store/store.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QStringList scopeFields {u"structure"_s, u"side"_s, u"target_org"_s, u"percent"_s, u"purpose"_s, u"scope_in"_s, u"scope_out"_s};

QVariantMap merged(const Record *before, const QVariantMap &values)
{
    QVariantMap all = before ? before->values : QVariantMap();
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        all.insert(it.key(), it.value());
    return all;
}

Result<> checkCodeName(const ReadTx &tx, const QVariantMap &values)
{
    static const QRegularExpression plain(u"^[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{1,39}$"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QString code = values.value(u"code_name"_s).toString().trimmed();
    if (!plain.match(code).hasMatch())
        return fail(ErrorCode::InvalidInput, u"deal.code_name"_s, {code});
    QStringList secrets {values.value(u"true_name"_s).toString().trimmed()};
    if (const RecordId target = RecordId::fromText(values.value(u"target_org"_s).toString()); !target.isNull()) {
        DW_ASSIGN(const Record organisation, tx.records().get(u"organisation"_s, target));
        secrets.append(organisation.text(u"name"_s).trimmed());
    }
    for (const QString &secret : secrets) {
        if (secret.size() >= 2 && (code.contains(secret, Qt::CaseInsensitive) || secret.contains(code, Qt::CaseInsensitive)))
            return fail(ErrorCode::InvalidInput, u"deal.code_name_tells"_s, {code});
    }
    return {};
}

Result<> checkPeople(const QVariantMap &values)
{
    const QString manager = values.value(u"deal_manager"_s).toString();
    if (!manager.isEmpty() && manager == values.value(u"compliance_officer"_s).toString())
        return fail(ErrorCode::InvalidInput, u"deal.same_person"_s);
    return {};
}

Result<> checkSettings(const QVariantMap &values)
{
    const QString zone = values.value(u"time_zone"_s).toString();
    if (!zone.isEmpty() && !QTimeZone(zone.toLatin1()).isValid())
        return fail(ErrorCode::InvalidInput, u"deal.unknown_time_zone"_s, {zone});
    for (const auto &field : {u"training_target"_s, u"pledge_target"_s}) {
        const int percent = values.value(field, 90).toInt();
        if (percent < 1 || percent > 100)
            return fail(ErrorCode::InvalidInput, u"record.range"_s, {u"deal_settings"_s, field, u"1"_s, u"100"_s});
    }
    for (const auto &field : {u"charter_cadence_days"_s, u"response_workdays"_s}) {
        if (values.value(field, 1).toInt() < 1)
            return fail(ErrorCode::InvalidInput, u"record.range"_s, {u"deal_settings"_s, field, u"1"_s});
    }
    return {};
}

} // namespace

QStringList DealRule::registers() const
{
    return {u"deal"_s, u"deal_settings"_s, u"deal_phase"_s};
}

QByteArray DealRule::scopeHash(const Record &deal)
{
    QJsonObject object;
    for (const QString &field : scopeFields)
        object.insert(field, deal.text(field));
    return sha256(canonicalJson(object));
}

Result<> DealRule::beforeAdd(WriteTx &tx, const RegisterDecl &decl, QVariantMap &values)
{
    if (decl.id == u"deal_settings"_s)
        return checkSettings(values);
    if (decl.id == u"deal_phase"_s)
        return fail(ErrorCode::NotPermitted, u"record.system"_s, {decl.id});
    DW_TRY(checkCodeName(tx, values));
    DW_TRY(checkPeople(values));
    values.insert(u"current_phase"_s, u"prepare"_s);
    return {};
}

Result<> DealRule::beforeSet(WriteTx &tx, const Record &before, QVariantMap &values)
{
    const QVariantMap all = merged(&before, values);
    if (before.registerId == u"deal_settings"_s)
        return checkSettings(all);
    if (before.registerId == u"deal_phase"_s)
        return values.contains(u"phase"_s) && values.value(u"phase"_s) != before.value(u"phase"_s)
            ? fail(ErrorCode::InvalidInput, u"record.read_only"_s, {u"deal_phase"_s, u"phase"_s})
            : Result<>();
    DW_TRY(checkCodeName(tx, all));
    DW_TRY(checkPeople(all));
    const bool touchesScope = std::any_of(scopeFields.begin(), scopeFields.end(),
        [&](const QString &field) { return values.contains(field) && values.value(field).toString() != before.text(field); });
    if (touchesScope && before.integer(u"scope_locked_at"_s) != 0) {
        values.insert(u"scope_locked_at"_s, QVariant());
        values.insert(u"scope_hash"_s, QVariant());
    }
    return {};
}

Result<> DealRule::beforeTransition(WriteTx &, const Record &before, const TransitionDecl &transition, QVariantMap &values)
{
    if (before.registerId != u"deal"_s)
        return {};
    if (transition.id == u"terminate"_s)
        values.insert(u"current_phase"_s, u"post"_s);
    return checkPeople(merged(&before, values));
}

Result<> DealRule::beforeVoid(WriteTx &, const Record &before)
{
    return fail(ErrorCode::NotPermitted, u"record.system"_s, {before.registerId});
}

Result<> DealRule::after(WriteTx &tx, const QString &registerId, const RecordId &id)
{
    if (registerId != u"deal"_s)
        return {};
    DW_ASSIGN(const qint64 settings, tx.records().count(u"deal_settings"_s));
    if (settings == 0) {
        QVariantMap values;
        for (const FieldDecl &field : tx.store().catalogue().find(u"deal_settings")->fields) {
            if (field.defaultValue.isValid() && !field.defaultValue.isNull())
                values.insert(field.name, field.defaultValue);
        }
        DW_TRY(tx.records().insert(u"deal_settings"_s, values));
    }
    DW_ASSIGN(const auto phases, tx.records().list(u"deal_phase"_s));
    if (phases.isEmpty()) {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        for (int order = 1; order <= 5; ++order) {
            QVariantMap values {{u"phase"_s, phaseId(order)}, {u"gate"_s, gateId(order)}};
            if (order == 1) {
                values.insert(u"state"_s, u"open"_s);
                values.insert(u"opened_at"_s, tx.now());
                values.insert(u"opened_on"_s, day.isoToday());
            }
            DW_TRY(tx.records().insert(u"deal_phase"_s, values));
        }
        return {};
    }
    DW_ASSIGN(const Record deal, tx.records().get(u"deal"_s, id));
    if (deal.state != u"terminated"_s)
        return {};
    DW_ASSIGN(const DealDay day, dealDay(tx));
    for (const Record &phase : phases) {
        const bool isLast = phase.text(u"phase"_s) == u"post"_s;
        if (isLast && phase.state == u"not_started"_s)
            DW_TRY(tx.records().setState(u"deal_phase"_s, phase.id, u"open"_s,
                {{u"opened_at"_s, tx.now()}, {u"opened_on"_s, day.isoToday()}}));
        else if (!isLast && (phase.state == u"open"_s || phase.state == u"gate_requested"_s || phase.state == u"not_started"_s))
            DW_TRY(tx.records().setState(u"deal_phase"_s, phase.id, u"skipped"_s));
    }
    return {};
}

} // namespace dw
