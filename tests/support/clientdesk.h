#pragma once

#include "core/desk/clients/clientservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/engines/crypto/hash.h"
#include "core/store/connection.h"
#include "core/worker/tablesession.h"
#include "tests/support/storefixture.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

namespace {

using namespace dw;
using namespace Qt::StringLiterals;

/// A store with the services over it. Tests read lists with the engine itself; the worker has its own test.
class Desk
{
public:
    explicit Desk(int clearance = 4, dwtest::StoreFixture *shared = nullptr)
        : own(shared ? nullptr : std::make_unique<dwtest::StoreFixture>())
        , fixture(shared ? *shared : *own)
        , store(shared ? fixture.reopen(clearance) : fixture.create())
        , worker(WorkerClient::findProgram(), SandboxPolicy::Optional)
    {
        start();
    }

    void start()
    {
        const auto account = store->write(Action {u"test.account"_s, u"account"_s, {}, {}}, [&](WriteTx &tx) -> Result<> {
            const RecordId id = fixture.actor.id.as<RecordTag>();
            if (tx.records().get(u"account"_s, id))
                return {};
            DW_TRY(tx.records().insert(u"account"_s, {{u"name"_s, fixture.actor.name}, {u"account_role"_s, roleId(fixture.actor.role)}, {u"clearance"_s, 4}}, id));
            return {};
        });
        if (!account)
            qFatal("account: %s", qPrintable(account.error().reason));
        records = std::make_unique<RecordService>(*store, worker);
        clients = std::make_unique<ClientService>(*store, *records, worker);
    }

    /// The same vault seen by another account.
    void become(const QString &name, Role role, int clearance = 4)
    {
        clients.reset();
        records.reset();
        store.reset();
        fixture.actor.id = AccountId::create();
        fixture.actor.name = name;
        fixture.actor.role = role;
        fixture.clock.advance(60'000);
        store = fixture.reopen(clearance);
        start();
    }

    RecordId addAsset(const QString &name, QVariantMap values = {})
    {
        values.insert(u"name"_s, name);
        const auto id = records->add(u"data_asset"_s, values);
        if (!id)
            qFatal("asset: %s %s", qPrintable(id.error().reason), qPrintable(id.error().args.join(u' ')));
        return *id;
    }

    Result<ImportOutcome> import(const RecordId &asset, const QByteArray &csv, int level = 0, bool isDry = false)
    {
        QBuffer buffer;
        buffer.setData(csv);
        buffer.open(QIODevice::ReadOnly);
        DW_ASSIGN(const auto sampler, openTable(buffer));
        DW_ASSIGN(const TableBatch sample, sampler->next(50));
        ImportRequest request;
        request.fileName = u"list.csv"_s;
        request.asset = asset.as<AssetTag>();
        request.level = level;
        DW_ASSIGN(request.mapping, clients->mappingFor(sample));
        DW_ASSIGN(const auto reader, openTable(buffer));
        const auto rows = [&] { return reader->next(1000); };
        NoJobContext job;
        return isDry ? clients->dryRun(request, rows, job) : clients->importRows(request, rows, job);
    }

    Record asset(const RecordId &id) { return *records->get(u"data_asset"_s, id); }

    QStringList search(const QString &text)
    {
        QStringList names;
        const auto index = *clients->index();
        const auto found = *clients->records(index->filter({.text = text}));
        for (const ClientRecord &record : found)
            names.append(record.name);
        return names;
    }

    qsizetype contentRows(int level)
    {
        return *store->read([&](const ReadTx &tx) -> Result<qsizetype> {
            DW_ASSIGN(Connection * db, tx.content(level));
            DW_ASSIGN(const QVariant count, db->value(u"SELECT count(*) FROM client_record"_s));
            return count.toLongLong();
        });
    }

    std::unique_ptr<dwtest::StoreFixture> own;
    dwtest::StoreFixture &fixture;
    std::unique_ptr<Store> store;
    WorkerClient worker;
    std::unique_ptr<RecordService> records;
    std::unique_ptr<ClientService> clients;
};

const QByteArray smallList = "客户名称,联系人,电子邮箱,交易金额,备注\n上海天远软件集团有限公司,刘澜,a@x.cn,\"1,200.50\",好客户\n"
                             "王磊,,wang@x.cn,12.5万,\nFairmont Holdings LLC,Karen Miller,k@f.com,$300,note\n"_ba;

[[maybe_unused]] QString reason(const Result<> &result)
{
    return result ? u"done"_s : result.error().reason;
}

[[maybe_unused]] QByteArray allBytes(const QString &directory)
{
    QByteArray bytes;
    for (const QFileInfo &info : QDir(directory).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

} // namespace
