#include "core/desk/deal/dealservice.h"

#include "core/desk/deal/dealrule.h"
#include "core/desk/dealday.h"
#include "core/desk/registers/recordservice.h"
#include "core/domain/measure.h"
#include "core/store/store.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Result<Record> single(const ReadTx &tx, const QString &registerId)
{
    DW_ASSIGN(const auto row, tx.records().first(registerId));
    if (!row)
        return fail(ErrorCode::NotFound, u"deal.missing"_s);
    return *row;
}

} // namespace

DealService::DealService(Store &store, RecordService &records)
    : m_store(store)
    , m_records(records)
{
    m_records.addRule(std::make_shared<DealRule>());
}

Result<RecordId> DealService::create(const NewDeal &deal)
{
    if (!m_records.mayAdd(u"deal"_s))
        return fail(ErrorCode::NotPermitted, u"record.role"_s, {u"deal"_s, u"owner"_s, u"deal_manager"_s});
    return m_store.write({u"deal.create"_s, u"deal"_s, {}, {}}, [&](WriteTx &tx) -> Result<RecordId> {
        DW_ASSIGN(const qint64 count, tx.records().count(u"deal"_s));
        if (count > 0)
            return fail(ErrorCode::Conflict, u"deal.exists"_s);
        if (!deal.settings.isEmpty())
            DW_TRY(m_records.addIn(tx, u"deal_settings"_s, deal.settings));
        DW_ASSIGN(const RecordId id, m_records.addIn(tx, u"deal"_s, deal.deal));
        tx.setObject(u"deal"_s, id);
        for (qsizetype i = 0; i < deal.phases.size() && i < 5; ++i) {
            RecordFilter filter;
            filter.equals.insert(u"phase"_s, phaseId(int(i) + 1));
            DW_ASSIGN(const auto phase, tx.records().first(u"deal_phase"_s, filter));
            const auto &[from, until] = deal.phases.at(i);
            DW_TRY(tx.records().update(u"deal_phase"_s, phase->id,
                {{u"planned_from"_s, from.toString(Qt::ISODate)}, {u"planned_until"_s, until.toString(Qt::ISODate)}}));
        }
        return id;
    });
}

Result<Record> DealService::deal() const
{
    return m_store.read([](const ReadTx &tx) { return single(tx, u"deal"_s); });
}

Result<Record> DealService::settings() const
{
    return m_store.read([](const ReadTx &tx) { return single(tx, u"deal_settings"_s); });
}

Result<QList<Record>> DealService::phases() const
{
    DW_ASSIGN(QList<Record> rows, m_store.read([](const ReadTx &tx) { return tx.records().list(u"deal_phase"_s); }));
    std::sort(rows.begin(), rows.end(),
        [](const Record &a, const Record &b) { return phaseOrder(a.text(u"phase"_s)) < phaseOrder(b.text(u"phase"_s)); });
    return rows;
}

Result<QString> DealService::codeName() const
{
    return m_store.read([](const ReadTx &tx) -> Result<QString> {
        DW_ASSIGN(const auto row, tx.records().first(u"deal"_s));
        return row ? row->text(u"code_name"_s) : QString();
    });
}

Result<> DealService::set(int version, const QVariantMap &values, const QString &note)
{
    DW_ASSIGN(const Record record, deal());
    return m_records.set(u"deal"_s, record.id, version, values, note);
}

Result<> DealService::setSettings(int version, const QVariantMap &values, const QString &note)
{
    DW_ASSIGN(const Record record, settings());
    return m_records.set(u"deal_settings"_s, record.id, version, values, note);
}

Result<int> DealService::lockScope()
{
    if (!m_records.mayEdit(u"deal"_s))
        return fail(ErrorCode::NotPermitted, u"record.role"_s, {u"deal"_s, u"owner"_s, u"deal_manager"_s});
    return m_store.write({u"deal.lock_scope"_s, u"deal"_s, {}, {}}, [&](WriteTx &tx) -> Result<int> {
        DW_ASSIGN(const Record record, single(tx, u"deal"_s));
        tx.setObject(u"deal"_s, record.id);
        QStringList missing;
        for (const auto &field : {u"purpose"_s, u"scope_in"_s}) {
            if (record.text(field).trimmed().isEmpty())
                missing.append(field);
        }
        if (!missing.isEmpty())
            return fail(ErrorCode::PolicyBlocked, u"record.needs"_s, QStringList {u"deal"_s} + missing);
        if (record.integer(u"scope_locked_at"_s) != 0)
            return fail(ErrorCode::Conflict, u"deal.scope_locked_already"_s);
        const int version = int(record.integer(u"scope_version"_s)) + 1;
        DW_TRY(tx.records().update(u"deal"_s, record.id,
            {{u"scope_version"_s, version}, {u"scope_locked_at"_s, tx.now()},
                {u"scope_hash"_s, QString::fromLatin1(DealRule::scopeHash(record).toHex())}}));
        return version;
    });
}

Result<> DealService::transition(const QString &id, const QString &reason)
{
    DW_ASSIGN(const Record record, deal());
    return m_records.transition(u"deal"_s, record.id, id, {}, reason);
}

Result<> DealService::activate()
{
    return transition(u"activate"_s, {});
}

Result<> DealService::hold(const QString &reason)
{
    return transition(u"hold"_s, reason);
}

Result<> DealService::resume()
{
    return transition(u"resume"_s, {});
}

Result<> DealService::terminate(const QString &reason)
{
    return transition(u"terminate"_s, reason);
}

Result<QDate> DealService::today() const
{
    return m_store.read([](const ReadTx &tx) -> Result<QDate> {
        DW_ASSIGN(const DealDay day, dealDay(tx));
        return day.today;
    });
}

} // namespace dw
