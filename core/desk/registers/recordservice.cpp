#include "core/desk/registers/recordservice.h"

#include "core/desk/registers/recordlabels.h"
#include "core/desk/registers/recordservice_p.h"
#include "core/desk/registers/recordvalidator.h"
#include "core/store/store.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

bool mayActor(const Actor &actor, const QStringList &roles)
{
    // Who creates a vault is its owner and, unless somebody else is named, runs the deal.
    return roles.contains(roleId(actor.role)) || (actor.role == Role::Owner && roles.contains(roleId(Role::DealManager)));
}

bool matches(const Record &record, const QVariantMap &filters)
{
    for (auto it = filters.cbegin(); it != filters.cend(); ++it) {
        const QVariant held = it.key() == u"state"_s ? QVariant(record.state) : record.value(it.key());
        const QStringList wanted = it.value().typeId() == QMetaType::QStringList || it.value().typeId() == QMetaType::QVariantList
            ? it.value().toStringList()
            : QStringList {it.value().toString()};
        const QStringList have = held.typeId() == QMetaType::QStringList ? held.toStringList() : QStringList {held.toString()};
        if (std::none_of(have.begin(), have.end(), [&](const QString &one) { return wanted.contains(one); }))
            return false;
    }
    return true;
}

} // namespace

Result<const RegisterDecl *> RecordService::Private::declaration(const QString &registerId) const
{
    if (const RegisterDecl *decl = store.catalogue().find(registerId))
        return decl;
    return fail(ErrorCode::NotFound, u"register.unknown"_s, {registerId});
}

QList<std::shared_ptr<RecordRule>> RecordService::Private::rulesOf(const QString &registerId) const
{
    QList<std::shared_ptr<RecordRule>> found;
    for (const auto &rule : rules) {
        const QStringList registers = rule->registers();
        if (registers.isEmpty() || registers.contains(registerId))
            found.append(rule);
    }
    return found;
}

Result<> RecordService::Private::checkRole(const RegisterDecl &decl, const QStringList &roles) const
{
    if (decl.isSystem)
        return fail(ErrorCode::NotPermitted, u"record.system"_s, {decl.id});
    if (!mayActor(store.actor(), roles))
        return fail(ErrorCode::NotPermitted, u"record.role"_s, QStringList {decl.id} + roles);
    return {};
}

Result<RecordId> RecordService::Private::insert(WriteTx &tx, const RegisterDecl &decl, const QVariantMap &given) const
{
    const RecordValidator validator(tx, measures);
    DW_ASSIGN(QVariantMap values, validator.defaults(decl));
    DW_ASSIGN(const QVariantMap typed, validator.values(decl, given));
    for (auto it = typed.cbegin(); it != typed.cend(); ++it) {
        if (it.value().isValid() && !it.value().isNull())
            values.insert(it.key(), it.value());
        else if (!values.contains(it.key()) || !decl.field(it.key())->required)
            values.remove(it.key()); // emptied on purpose; a required field keeps its default
    }
    if (decl.isSingle) {
        DW_ASSIGN(const qint64 count, tx.records().count(decl.id));
        if (count > 0)
            return fail(ErrorCode::Conflict, u"record.single"_s, {decl.id});
    }
    for (const auto &rule : rulesOf(decl.id))
        DW_TRY(rule->beforeAdd(tx, decl, values));
    DW_TRY(validator.checkRequired(decl, values));
    DW_TRY(validator.checkUnique(decl, values));
    DW_ASSIGN(const RecordId id, tx.records().insert(decl.id, values));
    for (const auto &rule : rulesOf(decl.id))
        DW_TRY(rule->after(tx, decl.id, id));
    return id;
}

RecordService::RecordService(Store &store, const WorkerClient &worker, const QStringList &measures)
    : d(new Private {store, worker, measures, {}})
{
}

RecordService::~RecordService() = default;

void RecordService::addRule(std::shared_ptr<RecordRule> rule)
{
    d->rules.append(std::move(rule));
}

const RegisterCatalogue &RecordService::catalogue() const
{
    return d->store.catalogue();
}

Result<QList<Record>> RecordService::Private::list(const ReadTx &tx, const RegisterDecl &decl, const RecordQuery &query) const
{
    RecordFilter filter;
    filter.includeVoided = query.includeVoided;
    if (!query.parent.isNull() && !decl.parent.isEmpty())
        filter.equals.insert(decl.parent, query.parent.toString());
    DW_ASSIGN(QList<Record> records, tx.records().list(decl.id, filter));
    if (!query.filters.isEmpty())
        records.removeIf([&](const Record &record) { return !matches(record, query.filters); });
    const QStringList words = query.search.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return records;
    RecordLabels labels(tx);
    QList<Record> found;
    for (const Record &record : records) {
        QString text;
        for (const FieldDecl &field : decl.fields) {
            DW_ASSIGN(const QString words_, labels.value(decl, field, record.value(field.name)));
            text += words_ + u'\n';
        }
        if (std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            found.append(record);
    }
    return found;
}

Result<QList<Record>> RecordService::list(const QString &registerId, const RecordQuery &query) const
{
    DW_ASSIGN(const RegisterDecl *decl, d->declaration(registerId));
    return d->store.read([&](const ReadTx &tx) { return d->list(tx, *decl, query); });
}

Result<Record> RecordService::get(const QString &registerId, const RecordId &id) const
{
    return d->store.read([&](const ReadTx &tx) { return tx.records().get(registerId, id); });
}

Result<QList<RecordChange>> RecordService::history(const QString &registerId, const RecordId &id) const
{
    return d->store.read([&](const ReadTx &tx) { return tx.records().history(registerId, id); });
}

Result<RecordId> RecordService::add(const QString &registerId, const QVariantMap &values, const QString &note)
{
    DW_ASSIGN(const RegisterDecl *decl, d->declaration(registerId));
    DW_TRY(d->checkRole(*decl, decl->addRoles));
    return d->store.write({u"record.add"_s, registerId, {}, note}, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const RecordId id, d->insert(tx, *decl, values));
        tx.setObject(registerId, id);
        return id;
    });
}

Result<> RecordService::set(const QString &registerId, const RecordId &id, int version, const QVariantMap &values, const QString &note)
{
    DW_ASSIGN(const RegisterDecl *decl, d->declaration(registerId));
    DW_TRY(d->checkRole(*decl, decl->editRoles));
    return d->store.write({u"record.set"_s, registerId, id.toString(), note}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const Record before, tx.records().get(registerId, id));
        if (before.isVoided())
            return fail(ErrorCode::Conflict, u"record.already_voided"_s, {registerId, id.toString()});
        const RecordValidator validator(tx, d->measures);
        DW_ASSIGN(QVariantMap typed, validator.values(*decl, values));
        for (const auto &rule : d->rulesOf(registerId))
            DW_TRY(rule->beforeSet(tx, before, typed));
        DW_TRY(validator.checkRequired(*decl, typed, &before));
        DW_TRY(validator.checkUnique(*decl, typed, id));
        DW_TRY(tx.records().update(registerId, id, typed, version));
        for (const auto &rule : d->rulesOf(registerId))
            DW_TRY(rule->after(tx, registerId, id));
        return {};
    });
}

namespace {

Result<const TransitionDecl *> findTransition(const RegisterDecl &decl, const Record &record, const QString &transitionId)
{
    for (const TransitionDecl &transition : decl.transitions) {
        if (transition.id == transitionId && transition.from.contains(record.state))
            return &transition;
    }
    return fail(ErrorCode::PolicyBlocked, u"record.transition"_s, {decl.id, transitionId, record.state});
}

Result<> checkNeeds(const RegisterDecl &decl, const TransitionDecl &transition, const Record &before, const QVariantMap &values)
{
    QStringList missing;
    for (const QString &need : transition.needs) {
        const QVariant value = values.contains(need) ? values.value(need) : before.value(need);
        if (value.isNull() || (value.typeId() == QMetaType::QString && value.toString().isEmpty()))
            missing.append(need);
    }
    if (!missing.isEmpty())
        return fail(ErrorCode::PolicyBlocked, u"record.needs"_s, QStringList {decl.id} + missing);
    return {};
}

} // namespace

Result<> RecordService::transition(
    const QString &registerId, const RecordId &id, const QString &transitionId, const QVariantMap &values, const QString &reason)
{
    DW_ASSIGN(const RegisterDecl *decl, d->declaration(registerId));
    const QString name = registerId + u'.' + transitionId;
    return d->store.write({name, registerId, id.toString(), reason}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const Record before, tx.records().get(registerId, id));
        if (before.isVoided())
            return fail(ErrorCode::Conflict, u"record.already_voided"_s, {registerId, id.toString()});
        DW_ASSIGN(const TransitionDecl *transition, findTransition(*decl, before, transitionId));
        if (transition->isAutomatic)
            return fail(ErrorCode::NotPermitted, u"record.automatic"_s, {registerId, transitionId});
        const QStringList roles = transition->roles.isEmpty() ? decl->editRoles : transition->roles;
        if (!mayActor(tx.actor(), roles))
            return fail(ErrorCode::NotPermitted, u"record.role"_s, QStringList {registerId} + roles);
        if (transition->needsReason && reason.trimmed().isEmpty())
            return fail(ErrorCode::PolicyBlocked, u"record.reason_needed"_s, {registerId, transitionId});
        const RecordValidator validator(tx, d->measures);
        DW_ASSIGN(QVariantMap typed, validator.values(*decl, values));
        for (const auto &rule : d->rulesOf(registerId))
            DW_TRY(rule->beforeTransition(tx, before, *transition, typed));
        DW_TRY(checkNeeds(*decl, *transition, before, typed));
        DW_TRY(tx.records().setState(registerId, id, transition->to, typed));
        for (const auto &rule : d->rulesOf(registerId))
            DW_TRY(rule->after(tx, registerId, id));
        return {};
    });
}

Result<> RecordService::voidRecord(const QString &registerId, const RecordId &id, const QString &reason)
{
    DW_ASSIGN(const RegisterDecl *decl, d->declaration(registerId));
    DW_TRY(d->checkRole(*decl, decl->editRoles));
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::PolicyBlocked, u"record.reason_needed"_s, {registerId, u"void"_s});
    return d->store.write({u"record.void"_s, registerId, id.toString(), reason}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const Record before, tx.records().get(registerId, id));
        for (const auto &rule : d->rulesOf(registerId))
            DW_TRY(rule->beforeVoid(tx, before));
        DW_TRY(tx.records().voidRow(registerId, id, reason));
        for (const auto &rule : d->rulesOf(registerId))
            DW_TRY(rule->after(tx, registerId, id));
        return {};
    });
}

Result<RecordId> RecordService::addIn(WriteTx &tx, const QString &registerId, const QVariantMap &values) const
{
    DW_ASSIGN(const RegisterDecl *decl, d->declaration(registerId));
    return d->insert(tx, *decl, values);
}

bool RecordService::mayAdd(const QString &registerId) const
{
    const RegisterDecl *decl = catalogue().find(registerId);
    return decl && !decl->isSystem && mayActor(d->store.actor(), decl->addRoles);
}

bool RecordService::mayEdit(const QString &registerId) const
{
    const RegisterDecl *decl = catalogue().find(registerId);
    return decl && !decl->isSystem && mayActor(d->store.actor(), decl->editRoles);
}

QList<const TransitionDecl *> RecordService::transitions(const Record &record) const
{
    QList<const TransitionDecl *> list;
    const RegisterDecl *decl = catalogue().find(record.registerId);
    if (!decl || record.isVoided())
        return list;
    for (const TransitionDecl &transition : decl->transitions) {
        const QStringList &roles = transition.roles.isEmpty() ? decl->editRoles : transition.roles;
        if (!transition.isAutomatic && transition.from.contains(record.state) && mayActor(d->store.actor(), roles))
            list.append(&transition);
    }
    return list;
}

Result<QVariantMap> RecordService::defaults(const QString &registerId) const
{
    DW_ASSIGN(const RegisterDecl *decl, d->declaration(registerId));
    return d->store.read([&](const ReadTx &tx) { return RecordValidator(tx, d->measures).defaults(*decl); });
}

Result<QString> RecordService::label(const QString &registerId, const RecordId &id, Language language) const
{
    return d->store.read([&](const ReadTx &tx) { return RecordLabels(tx, language).of(registerId, id); });
}

Result<QHash<QString, QString>> RecordService::labels(const QString &registerId, Language language) const
{
    return d->store.read([&](const ReadTx &tx) { return RecordLabels(tx, language).all(registerId); });
}

} // namespace dw
