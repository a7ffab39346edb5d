#include "core/desk/clients/clientservice.h"

#include "core/desk/clients/assetrule.h"
#include "core/desk/clients/clientrows.h"
#include "core/desk/registers/recordservice.h"
#include "core/store/connection.h"
#include "core/store/store.h"
#include "core/worker/tablesession.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QString assetRegister = u"data_asset"_s;
const QString importRegister = u"client_import"_s;

QStringList headings(const ClientMapping &mapping)
{
    QStringList list;
    for (const ClientMapping::Column &column : mapping.columns)
        list.append(column.heading);
    return list;
}

ClientRecord recordOf(const QVariantMap &row, int file, int assetLevel)
{
    const auto text = [&](const QString &column) { return row.value(column).toString(); };
    ClientRecord record;
    record.id = ClientRecordId::fromText(text(u"id"_s));
    record.asset = AssetId::fromText(text(u"asset"_s));
    record.import = ImportId::fromText(text(u"import_id"_s));
    record.row = row.value(u"row_no"_s).toLongLong();
    const int own = row.value(u"level"_s).toInt();
    record.level = file >= 3 ? file : qMax(own, qMin(2, qMax(1, assetLevel)));
    record.name = text(u"name"_s);
    record.contact = text(u"contact"_s);
    record.identifier = text(u"identifier"_s);
    record.phone = text(u"phone"_s);
    record.email = text(u"email"_s);
    record.address = text(u"address"_s);
    record.account = text(u"account"_s);
    record.freeText = text(u"free_text"_s);
    if (!row.value(u"revenue"_s).isNull())
        record.revenue = row.value(u"revenue"_s).toDouble();
    for (const QJsonValue &alias : QJsonDocument::fromJson(text(u"aliases"_s).toUtf8()).array())
        record.aliases.append(alias.toString());
    const QJsonObject extra = QJsonDocument::fromJson(text(u"extra"_s).toUtf8()).object();
    for (auto it = extra.begin(); it != extra.end(); ++it)
        record.extra.append({it.key(), it.value().toString()});
    return record;
}

} // namespace

ClientService::ClientService(Store &store, RecordService &records, const WorkerClient &worker)
    : m_store(store)
    , m_records(records)
    , m_worker(worker)
{
    records.addRule(std::make_shared<AssetRule>());
    m_listening = QObject::connect(&store.changes(), &ChangeFeed::committed, [this](const ChangeSet &changes) {
        const bool concerns = std::any_of(changes.begin(), changes.end(),
            [](const Change &change) { return change.registerId == importRegister || change.registerId == assetRegister; });
        if (concerns)
            forgetIndex();
    });
}

ClientService::~ClientService()
{
    QObject::disconnect(m_listening);
}

bool ClientService::mayEdit() const
{
    const RegisterDecl *const decl = m_store.catalogue().find(assetRegister);
    return decl && decl->editRoles.contains(roleId(m_store.actor().role));
}

Result<QList<Record>> ClientService::assets() const
{
    return m_store.read([](const ReadTx &tx) {
        RecordFilter filter;
        filter.orderBy = u"created_at"_s;
        return tx.records().list(assetRegister, filter);
    });
}

Result<LevelProposal> ClientService::proposal(const RecordId &asset) const
{
    return m_store.read([&](const ReadTx &tx) -> Result<LevelProposal> {
        DW_ASSIGN(const Record record, tx.records().get(assetRegister, asset));
        return AssetRule::proposal(tx, asset, record.values);
    });
}

Result<> ClientService::decideLevel(const RecordId &asset, int level, const QString &reason)
{
    QVariantMap values {{u"level"_s, level}};
    if (!reason.trimmed().isEmpty())
        values.insert(u"level_reason"_s, reason.trimmed());
    else {
        // A reason given for another level is none for this one.
        DW_ASSIGN(const Record record, m_records.get(assetRegister, asset));
        if (record.integer(u"level"_s) != level)
            values.insert(u"level_reason"_s, QVariant());
    }
    return m_records.set(assetRegister, asset, 0, values, reason.trimmed());
}

Result<> ClientService::review(const RecordId &asset, const QString &note)
{
    if (m_store.actor().role == Role::Auditor)
        return fail(ErrorCode::NotPermitted, u"record.role"_s, {assetRegister});
    return m_store.write(Action {u"asset.review"_s, assetRegister, asset.toString(), note}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const Record record, tx.records().get(assetRegister, asset));
        if (record.state != "classified"_L1)
            return fail(ErrorCode::PolicyBlocked, u"asset.not_classified"_s);
        const QString actor = tx.actor().id.toString();
        if (record.text(u"classified_by"_s) == actor)
            return fail(ErrorCode::PolicyBlocked, u"asset.own_review"_s);
        QVariantMap values {{u"reviewed_by"_s, actor}, {u"reviewed_at"_s, tx.now()}};
        const int level = static_cast<int>(record.integer(u"level"_s));
        if (level < record.integer(u"proposed_level"_s))
            values.insert(u"second_reviewer"_s, actor);
        DW_TRY(tx.records().setState(assetRegister, asset, u"reviewed"_s, values));
        return clientrows::moveAsset(tx, asset, level);
    });
}

Result<std::unique_ptr<TableSession>> ClientService::openList(const QByteArray &file, const TableOptions &options, JobContext &job) const
{
    return TableSession::open(m_worker, file, options, job);
}

Result<ClientMapping> ClientService::mappingFor(const TableBatch &sample) const
{
    const ClientMapping proposed = proposeMapping(sample);
    DW_ASSIGN(const auto known, imports());
    for (auto it = known.crbegin(); it != known.crend(); ++it) {
        const QJsonObject saved = QJsonDocument::fromJson(it->text(u"mapping"_s).toUtf8()).object();
        const QStringList names = saved.value("columns"_L1).toObject().keys();
        const QStringList own = headings(proposed);
        if (names.isEmpty() || QSet<QString>(names.begin(), names.end()) != QSet<QString>(own.begin(), own.end()))
            continue;
        if (const auto mapping = applyMapping(proposed, saved))
            return *mapping;
    }
    return proposed;
}

Result<ImportOutcome> ClientService::readAll(const ImportRequest &request, const TableRows &rows, QSet<QByteArray> known,
    const std::function<Result<int>(const ClientRow &)> &take, JobContext &job) const
{
    ImportOutcome outcome;
    ClientRowReader reader(request, std::move(known));
    for (;;) {
        DW_ASSIGN(const TableBatch batch, rows());
        if (batch.rowCount() == 0)
            break;
        for (const ClientRow &row : reader.read(batch, outcome)) {
            DW_ASSIGN(const int level, take(row));
            ++outcome.perLevel.at(static_cast<std::size_t>(level));
        }
        DW_TRY(job.step(outcome.rows, qMax(request.expectedRows, outcome.rows)));
    }
    return outcome;
}

Result<ImportOutcome> ClientService::dryRun(const ImportRequest &request, const TableRows &rows, JobContext &job) const
{
    DW_TRY(checkMapping(request.mapping));
    job.setStage(u"clients.check"_s);
    return m_store.read([&](const ReadTx &tx) -> Result<ImportOutcome> {
        QSet<QByteArray> known;
        QVariantMap values {{u"has_pi"_s, true}};
        int decided = 0;
        if (!request.asset.isNull()) {
            DW_ASSIGN(known, clientrows::keysOf(tx, request.asset));
            DW_ASSIGN(const Record asset, tx.records().get(assetRegister, request.asset.as<RecordTag>()));
            values = asset.values;
            decided = static_cast<int>(asset.integer(u"level"_s));
        }
        std::array<qint64, 5> own {};
        const auto takeOwn = [](const ClientRow &row) -> Result<int> { return row.ownLevel; };
        DW_ASSIGN(ImportOutcome outcome, readAll(request, rows, std::move(known), takeOwn, job));
        std::swap(own, outcome.perLevel);
        DW_ASSIGN(const ListFacts before, request.asset.isNull() ? Result<ListFacts>(ListFacts {}) : clientrows::factsOf(tx, request.asset.as<RecordTag>()));
        ListFacts all = outcome.facts;
        all.subjects += before.subjects;
        all.sensitiveItems += before.sensitiveItems;
        all.hasPersonal = all.hasPersonal || before.hasPersonal;
        DW_ASSIGN(outcome.proposal, AssetRule::proposal(tx, values, all));
        const int base = decided > 0 ? decided : outcome.proposal.level;
        for (int level = 1; level <= 4; ++level)
            outcome.perLevel.at(static_cast<std::size_t>(qMax(base, level))) += own.at(static_cast<std::size_t>(level));
        return outcome;
    });
}

Result<ImportOutcome> ClientService::importRows(const ImportRequest &request, const TableRows &rows, JobContext &job)
{
    if (!mayEdit())
        return fail(ErrorCode::NotPermitted, u"record.role"_s, {importRegister});
    DW_TRY(checkMapping(request.mapping));
    job.setStage(u"clients.import"_s);
    const RecordId import = RecordId::create();
    const RecordId asset = request.asset.as<RecordTag>();
    return m_store.write(Action {u"clients.import"_s, importRegister, import.toString(), {}}, [&](WriteTx &tx) -> Result<ImportOutcome> {
        DW_ASSIGN(const Record record, tx.records().get(assetRegister, asset));
        const int decided = static_cast<int>(record.integer(u"level"_s));
        const int base = decided > 0 ? decided : (request.level > 0 ? request.level : 4);
        DW_ASSIGN(QSet<QByteArray> known, clientrows::keysOf(tx, request.asset));
        clientrows::Writer writer(tx, request.asset, import, base);
        const auto take = [&](const ClientRow &row) { return writer.write(row); };
        DW_ASSIGN(ImportOutcome outcome, readAll(request, rows, std::move(known), take, job));
        if (outcome.imported == 0)
            return fail(ErrorCode::InvalidInput, u"import.no_good_row"_s, {QString::number(outcome.rows)});
        int highest = base;
        for (int level = 1; level <= 4; ++level)
            highest = outcome.perLevel.at(static_cast<std::size_t>(level)) > 0 ? qMax(highest, level) : highest;
        // The import's own row is kept with the highest of its rows: its counts say something about them.
        const QVariantMap values {{u"file_name"_s, QFileInfo(request.fileName).fileName()}, {u"data_asset"_s, asset.toString()},
            {u"imported_at"_s, tx.now()}, {u"level"_s, highest}, {u"row_count"_s, outcome.imported},
            {u"rejected_count"_s, outcome.rejected}, {u"sha256"_s, QString::fromLatin1(request.fileSha256)},
            {u"file_size"_s, request.fileSize}, {u"charset"_s, request.encoding},
            {u"mapping"_s, QString::fromUtf8(QJsonDocument(request.mapping.toJson()).toJson(QJsonDocument::Compact))},
            {u"imported_by"_s, tx.actor().id.toString()}};
        DW_TRY(tx.records().insert(importRegister, values, import));
        DW_TRY(AssetRule::refresh(tx, asset, outcome.facts));
        DW_ASSIGN(const Record after, tx.records().get(assetRegister, asset));
        outcome.proposal.level = static_cast<int>(after.integer(u"proposed_level"_s));
        outcome.proposal.reasons = after.text(u"proposed_reason"_s).split(u' ', Qt::SkipEmptyParts);
        outcome.import = import;
        return outcome;
    });
}

Result<> ClientService::undoImport(const RecordId &import, const QString &reason)
{
    if (!mayEdit())
        return fail(ErrorCode::NotPermitted, u"record.role"_s, {importRegister});
    return m_store.write(Action {u"clients.undo_import"_s, importRegister, import.toString(), reason}, [&](WriteTx &tx) -> Result<> {
        DW_ASSIGN(const Record record, tx.records().get(importRegister, import));
        if (record.state != "imported"_L1)
            return fail(ErrorCode::Conflict, u"import.not_in_force"_s);
        DW_TRY(tx.records().setState(importRegister, import, u"undone"_s));
        return AssetRule::refresh(tx, RecordId::fromText(record.text(u"data_asset"_s)), {});
    });
}

Result<> ClientService::recount(const QSet<AssetId> &filed)
{
    for (const AssetId &asset : filed) {
        const RecordId id = asset.as<RecordTag>();
        DW_TRY(m_store.write(Action {u"asset.recount"_s, assetRegister, id.toString(), {}},
            [&](WriteTx &tx) -> Result<> { return AssetRule::refresh(tx, id, {}); }));
    }
    return {};
}

Result<QList<Record>> ClientService::imports() const
{
    return m_store.read([](const ReadTx &tx) {
        RecordFilter filter;
        filter.orderBy = u"created_at"_s;
        return tx.records().list(importRegister, filter);
    });
}

Result<RecordId> ClientService::assetForImport(const QString &name)
{
    DW_ASSIGN(const auto known, assets());
    QList<Record> usable;
    for (const Record &asset : known) {
        if (asset.text(u"name"_s) == name && asset.state != "retired"_L1)
            return asset.id;
        if (asset.state != "retired"_L1)
            usable.append(asset);
    }
    if (usable.size() == 1)
        return usable.first().id;
    return m_records.add(assetRegister, {{u"name"_s, name}, {u"medium"_s, u"file"_s}, {u"has_pi"_s, true}});
}

void ClientService::forgetIndex()
{
    const std::scoped_lock lock(m_indexMutex);
    m_index.reset();
    ++m_indexGeneration;
}

Result<std::shared_ptr<const ClientIndex>> ClientService::index() const
{
    quint64 generation = 0;
    {
        const std::scoped_lock lock(m_indexMutex);
        if (m_index)
            return m_index;
        generation = m_indexGeneration;
    }
    DW_ASSIGN(const auto built, m_store.read([](const ReadTx &tx) { return ClientIndex::build(tx); }));
    const std::scoped_lock lock(m_indexMutex);
    if (generation == m_indexGeneration)
        m_index = built;
    return built;
}

Result<QList<ClientRecord>> ClientService::records(const QList<ClientRecordId> &ids) const
{
    QJsonArray wanted;
    for (const ClientRecordId &id : ids)
        wanted.append(id.toString());
    const QString json = QString::fromUtf8(QJsonDocument(wanted).toJson(QJsonDocument::Compact));
    return m_store.read([&](const ReadTx &tx) -> Result<QList<ClientRecord>> {
        DW_ASSIGN(const auto levels, clientrows::assetLevels(tx));
        QHash<ClientRecordId, ClientRecord> found;
        for (const int file : {2, 3, 4}) {
            if (!tx.store().isCleared(file))
                continue;
            DW_ASSIGN(Connection * db, tx.content(file));
            DW_ASSIGN(const auto rows, db->rows(u"SELECT * FROM client_record WHERE id IN (SELECT value FROM json_each(:ids))"_s, {{u":ids"_s, json}}));
            for (const QVariantMap &row : rows) {
                const ClientRecord record = recordOf(row, file, levels.value(row.value(u"asset"_s).toString()));
                found.insert(record.id, record);
            }
        }
        QList<ClientRecord> list;
        for (const ClientRecordId &id : ids) {
            if (const auto it = found.constFind(id); it != found.cend())
                list.append(*it);
        }
        return list;
    });
}

Result<ClientRecord> ClientService::record(const ClientRecordId &id) const
{
    DW_ASSIGN(const auto list, records({id}));
    if (list.isEmpty())
        return fail(ErrorCode::NotFound, u"record.missing"_s, {u"client_record"_s});
    return list.first();
}

Result<QList<DictionaryEntry>> ClientService::dictionary() const
{
    return m_store.read([](const ReadTx &tx) -> Result<QList<DictionaryEntry>> {
        DW_ASSIGN(const QSet<QString> inForce, clientrows::importsInForce(tx));
        QSet<QString> seen;
        QList<DictionaryEntry> entries;
        const auto add = [&](const QString &text, const QString &type) {
            // One character would be found everywhere.
            if (text.size() >= 2 && !seen.contains(text)) {
                seen.insert(text);
                entries.append({text, type});
            }
        };
        for (const int file : {2, 3, 4}) {
            if (!tx.store().isCleared(file))
                continue;
            DW_ASSIGN(Connection * db, tx.content(file));
            DW_ASSIGN(Statement rows, db->prepare(u"SELECT import_id, name, aliases, contact FROM client_record"_s));
            for (;;) {
                DW_ASSIGN(const bool hasMore, rows.step());
                if (!hasMore)
                    break;
                if (!inForce.contains(rows.value(0).toString()))
                    continue;
                const QString name = rows.value(1).toString();
                add(name, name.size() <= 4 && !name.endsWith(u"公司"_s) ? u"PERSON"_s : u"COMPANY"_s);
                for (const QJsonValue &alias : QJsonDocument::fromJson(rows.value(2).toString().toUtf8()).array())
                    add(alias.toString(), u"COMPANY"_s);
                add(rows.value(3).toString(), u"PERSON"_s);
            }
        }
        return entries;
    });
}

} // namespace dw
