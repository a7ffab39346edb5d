#include "core/store/store.h"

#include "core/store/connection.h"
#include "core/store/levelwork.h"
#include "core/store/migrations.h"
#include "core/store/registerschema.h"
#include "core/store/rekeyfiles.h"
#include "core/store/rowhash.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <shared_mutex>
#include <thread>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// The connections of one reader or of the writer: store.db and the level files this session has keys for.
struct ConnectionSet {
    std::unique_ptr<Connection> store;
    std::array<std::unique_ptr<Connection>, 2> levels;

    std::array<Connection *, 2> levelPointers() const { return {levels[0].get(), levels[1].get()}; }

    template <typename Function>
    void each(Function function) const
    {
        for (Connection *connection : {store.get(), levels[0].get(), levels[1].get()}) {
            if (connection)
                function(*connection);
        }
    }
};

QString levelFile(size_t index)
{
    return u"level%1.db"_s.arg(index + 3);
}

} // namespace

struct Store::Private {
    StoreConfig config;
    mutable ChangeFeed feed;

    ConnectionSet writer;
    std::mutex writeMutex;
    std::atomic<std::thread::id> writingThread {};

    // Readers fix their snapshots under the shared side; a commit over several files takes the other side, so
    // no snapshot has one file before and another after it.
    mutable std::shared_mutex snapshotMutex;
    mutable std::mutex poolMutex;
    mutable std::condition_variable poolChanged;
    mutable std::vector<std::unique_ptr<ConnectionSet>> idleReaders;
    mutable int busyReaders = 0;
    bool isExchanging = false; // the files are being replaced: readers wait

    Result<ConnectionSet> connect(Connection::Mode mode) const;
    Result<> prepare(Mode mode, const std::function<Result<>()> &beforeMigration);
    Result<> prepareLevel(Connection &level);
    Result<> collectLeftovers();
    Result<std::unique_ptr<ConnectionSet>> takeReader() const;
    void giveReader(std::unique_ptr<ConnectionSet> set) const;
    Result<> commitLevels(WriteTx &tx, QJsonObject &rows);
    Result<> exchange(SecretBytes storeKey, std::array<SecretBytes, 2> levelKeys, const std::function<Result<>()> &commit);
    void closeAll();
    Result<> reconnect(const QList<RekeyFile> &files);
};

Result<ConnectionSet> Store::Private::connect(Connection::Mode mode) const
{
    ConnectionSet set;
    const QDir dir(config.directory);
    DW_ASSIGN(set.store, Connection::open(dir.filePath(u"store.db"_s), config.storeKey, mode));
    for (size_t i = 0; i < 2; ++i) {
        if (config.levelKeys.at(i).isEmpty())
            continue;
        DW_ASSIGN(set.levels.at(i), Connection::open(dir.filePath(levelFile(i)), config.levelKeys.at(i), mode));
    }
    return set;
}

Result<std::unique_ptr<Store>> Store::open(StoreConfig config, Mode mode, const std::function<Result<>()> &beforeMigration)
{
    auto d = std::make_unique<Private>();
    d->config = std::move(config);
    const QString path = QDir(d->config.directory).filePath(u"store.db"_s);
    if (mode == Mode::Create && QFileInfo::exists(path))
        return fail(ErrorCode::Conflict, u"store.exists"_s, {u"store.db"_s});
    DW_ASSIGN(d->writer, d->connect(mode == Mode::Create ? Connection::Mode::Create : Connection::Mode::ReadWrite));
    DW_TRY(d->prepare(mode, beforeMigration));
    DW_TRY(d->collectLeftovers());
    return std::unique_ptr<Store>(new Store(std::move(d)));
}

Result<> Store::Private::prepare(Mode mode, const std::function<Result<>()> &beforeMigration)
{
    Connection &db = *writer.store;
    const auto backup = mode == Mode::Create ? std::function<Result<>()>() : beforeMigration;
    // Tables are rebuilt by rename; references are checked again by the next line that uses them.
    DW_TRY(db.execute(u"PRAGMA foreign_keys=OFF"_s));
    DW_TRY(db.begin());
    const auto work = [&]() -> Result<> {
        DW_TRY(migrations::migrate(db, u":/sql"_s, backup));
        DW_ASSIGN(const QVariant content, db.value(u"SELECT value FROM meta WHERE key = 'content_version'"_s));
        DW_TRY(migrations::runAfter(db, u":/sql/content"_s, content.toInt()));
        DW_TRY(db.run(u"INSERT INTO meta (key, value) VALUES ('content_version', :v) ON CONFLICT (key) DO UPDATE SET value = :v"_s,
            {{u":v"_s, QString::number(migrations::newest(u":/sql/content"_s))}}));
        return registerschema::synchronise(db, *config.catalogue);
    };
    if (const Result<> done = work(); !done) {
        db.rollback();
        return done;
    }
    DW_TRY(db.commit());
    DW_TRY(db.execute(u"PRAGMA foreign_keys=ON"_s));
    for (const auto &level : writer.levels) {
        if (level)
            DW_TRY(prepareLevel(*level));
    }
    return {};
}

Result<> Store::Private::prepareLevel(Connection &level)
{
    DW_TRY(level.begin());
    const auto work = [&]() -> Result<> {
        DW_ASSIGN(const QVariant version, level.value(u"PRAGMA user_version"_s));
        if (version.toInt() == 0) {
            DW_ASSIGN(const QString own, migrations::script(u":/sql/content/level.sql"_s));
            DW_TRY(level.execute(own));
        }
        return migrations::migrate(level, u":/sql/content"_s);
    };
    if (const Result<> done = work(); !done) {
        level.rollback();
        return done;
    }
    return level.commit();
}

Result<> Store::Private::collectLeftovers()
{
    for (const auto &level : writer.levels) {
        if (!level)
            continue;
        const auto known = [&](const QString &action) -> Result<bool> {
            DW_ASSIGN(const QVariant seq, writer.store->value(u"SELECT seq FROM audit WHERE action = :a"_s, {{u":a"_s, action}}));
            return !seq.isNull();
        };
        DW_TRY(LevelWork::collect(*level, known));
    }
    return {};
}

Store::Store(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Store::~Store() = default;

Result<std::unique_ptr<ConnectionSet>> Store::Private::takeReader() const
{
    {
        std::unique_lock lock(poolMutex);
        poolChanged.wait(lock, [this] { return !isExchanging; });
        ++busyReaders;
        if (!idleReaders.empty()) {
            auto set = std::move(idleReaders.back());
            idleReaders.pop_back();
            return set;
        }
    }
    auto set = connect(Connection::Mode::ReadOnly);
    if (!set) {
        const std::lock_guard lock(poolMutex);
        --busyReaders;
        poolChanged.notify_all();
        return failed(set);
    }
    return std::make_unique<ConnectionSet>(std::move(*set));
}

void Store::Private::giveReader(std::unique_ptr<ConnectionSet> set) const
{
    set->each([](Connection &connection) { connection.rollback(); });
    const std::lock_guard lock(poolMutex);
    idleReaders.push_back(std::move(set));
    --busyReaders;
    poolChanged.notify_all();
}

Result<std::unique_ptr<ReadTx>> Store::beginRead() const
{
    DW_ASSIGN(auto set, d->takeReader());
    Result<> begun;
    {
        const std::shared_lock lock(d->snapshotMutex);
        set->each([&](Connection &connection) {
            if (begun)
                begun = connection.beginSnapshot();
        });
    }
    if (!begun) {
        d->giveReader(std::move(set));
        return failed(begun);
    }
    auto tx = std::make_unique<ReadTx>(*this, *set->store, set->levelPointers());
    const std::shared_ptr<ConnectionSet> shared(std::move(set));
    tx->m_release = [this, shared] { d->giveReader(std::make_unique<ConnectionSet>(std::move(*shared))); };
    return tx;
}

Result<std::unique_ptr<WriteTx>> Store::beginWrite(Action action)
{
    if (d->writingThread == std::this_thread::get_id())
        return fail(ErrorCode::Internal, u"store.failed"_s, {}, u"an action inside an action"_s);
    d->writeMutex.lock();
    if (!d->writer.store) { // an exchange of keys could not reopen the files
        d->writeMutex.unlock();
        return fail(ErrorCode::Locked, u"store.rekey_unfinished"_s);
    }
    d->writingThread = std::this_thread::get_id();
    const auto release = [this] {
        d->writingThread = std::thread::id();
        d->writeMutex.unlock();
    };
    if (const Result<> begun = d->writer.store->begin(); !begun) {
        release();
        return failed(begun);
    }
    auto tx = std::make_unique<WriteTx>(*this, *d->writer.store, d->writer.levelPointers(), std::move(action));
    tx->m_release = [this, release] {
        d->writer.each([](Connection &connection) { connection.rollback(); });
        release();
    };
    return tx;
}

void Store::rollback(WriteTx &tx) noexcept
{
    for (const auto &work : tx.m_levelWork) {
        if (work)
            work->rollback();
    }
    d->writer.store->rollback();
}

Result<> Store::Private::commitLevels(WriteTx &tx, QJsonObject &rows)
{
    for (size_t i = 0; i < 2; ++i) {
        auto &work = tx.m_levelWork.at(i);
        if (!work)
            continue;
        const Result<QByteArray> digest = work->commit();
        if (!digest) {
            if (i == 1 && tx.m_levelWork.at(0))
                DW_TRY(tx.m_levelWork.at(0)->undo());
            return failed(digest);
        }
        rows.insert(u"level%1/head"_s.arg(i + 3), QJsonObject {{u"op"_s, u"changed"_s}, {u"before"_s, QString::fromLatin1(work->previousDigest().toHex())},
                {u"after"_s, QString::fromLatin1(digest->toHex())}});
    }
    return {};
}

Result<> Store::commit(WriteTx &tx)
{
    static const QStringList operations {u"added"_s, u"changed"_s, u"voided"_s};
    if (const Result<> sealed = tx.sealUpward(); !sealed) {
        rollback(tx);
        return sealed;
    }
    QJsonObject rows;
    ChangeSet changes = tx.m_announced;
    for (const auto &row : tx.m_rows) {
        rows.insert(row.table + u'/' + row.id.toString(),
            QJsonObject {{u"op"_s, operations.at(int(row.operation))}, {u"before"_s, QString::fromLatin1(row.before.toHex())},
                {u"after"_s, QString::fromLatin1(row.after.toHex())}});
        changes.append({row.table, row.id, row.operation});
    }
    const auto work = [&]() -> Result<> {
        const std::unique_lock lock(d->snapshotMutex);
        DW_TRY(d->commitLevels(tx, rows));
        TrailEntry entry;
        entry.at = tx.now();
        entry.device = d->config.device;
        entry.actor = d->config.actor.id;
        entry.actorName = d->config.actor.name;
        entry.role = roleId(d->config.actor.role);
        entry.action = tx.actionId();
        entry.name = tx.action().name;
        entry.objectRegister = tx.action().objectRegister;
        entry.objectId = tx.action().objectId;
        entry.note = tx.action().note;
        entry.rows = rows;
        Result<> done = AuditTrail(*d->writer.store).append(entry, d->config.sign);
        if (done)
            done = d->writer.store->commit();
        if (!done) {
            for (const auto &level : tx.m_levelWork) {
                if (level)
                    DW_TRY(level->undo());
            }
        }
        return done;
    };
    const Result<> done = work();
    if (!done) {
        rollback(tx);
        return done;
    }
    tx.m_release(); // receivers of the feed may write at once
    tx.m_release = {};
    emit d->feed.committed(changes);
    return {};
}

const Actor &Store::actor() const { return d->config.actor; }
const Clock &Store::clock() const { return *d->config.clock; }
const RegisterCatalogue &Store::catalogue() const { return *d->config.catalogue; }
VaultId Store::vault() const { return d->config.vault; }
QString Store::device() const { return d->config.device; }
QByteArray Store::sign(const QByteArray &message) const { return d->config.sign(message); }
QByteArray Store::publicKeyOf(const AccountId &account) const { return d->config.publicKeyOf ? d->config.publicKeyOf(account) : QByteArray(); }
ChangeFeed &Store::changes() const { return d->feed; }

std::function<Result<QByteArray>(int, const QByteArray &, const QByteArray &)> Store::upwardSeal() const
{
    return d->config.sealToLevel;
}

bool Store::isCleared(int level) const
{
    return level <= 2 || !d->config.levelKeys.at(size_t(level - 3)).isEmpty();
}

Result<TrailHead> Store::head() const
{
    DW_ASSIGN(const auto tx, beginRead());
    return AuditTrail(tx->m_db).head();
}

Result<TrailVerdict> Store::verifyTrail() const
{
    DW_ASSIGN(const auto tx, beginRead());
    const auto hashOf = [&](const QString &table, const RecordId &id) -> Result<QByteArray> {
        if (!table.startsWith(u"level"_s) || table.size() != 6)
            return rowHash(tx->m_db, table, id);
        const int level = table.last(1).toInt();
        if (!isCleared(level)) // nobody without the key can say; the trail's own entry stands
            return fail(ErrorCode::NotPermitted, u"level.not_cleared"_s, {QString::number(level)});
        DW_ASSIGN(Connection * db, tx->content(level));
        DW_ASSIGN(const QVariant digest, db->value(u"SELECT digest FROM level_head"_s));
        return digest.toByteArray();
    };
    return AuditTrail(tx->m_db).verify(d->config.publicKeyOf, hashOf);
}

Result<> Store::checkIntegrity() const
{
    DW_ASSIGN(const auto tx, beginRead());
    DW_TRY(tx->m_db.checkIntegrity());
    for (const Connection *level : tx->m_levels) {
        if (level)
            DW_TRY(level->checkIntegrity());
    }
    return {};
}

Result<> Store::copyDatabase(const QString &name, const QString &target) const
{
    DW_ASSIGN(const auto tx, beginRead());
    if (name == u"store"_s)
        return tx->m_db.copyTo(target, d->config.storeKey);
    const int level = name == u"level3"_s ? 3 : 4;
    DW_ASSIGN(Connection * db, tx->content(level));
    return db->copyTo(target, d->config.levelKeys.at(size_t(level - 3)));
}

Result<> Store::rekey(
    SecretBytes storeKey, std::array<SecretBytes, 2> levelKeys, const std::function<Result<>()> &commit)
{
    if (d->writingThread == std::this_thread::get_id())
        return fail(ErrorCode::Internal, u"store.failed"_s, {}, u"new keys inside an action"_s);
    const std::lock_guard writing(d->writeMutex);
    return d->exchange(std::move(storeKey), std::move(levelKeys), commit);
}

Result<> Store::Private::exchange(
    SecretBytes storeKey, std::array<SecretBytes, 2> levelKeys, const std::function<Result<>()> &commit)
{
    const QDir dir(config.directory);
    QList<RekeyFile> files;
    const auto prepare = [&](Connection *db, const SecretBytes &present, const SecretBytes &fresh, const QString &name) -> Result<> {
        if (!db || fresh.isEmpty() || fresh.equals(present))
            return {};
        files.append({dir.filePath(name)});
        DW_TRY(db->checkpoint());
        return files.last().copyFrom(*db, fresh);
    };
    Result<> done = prepare(writer.store.get(), config.storeKey, storeKey, u"store.db"_s);
    for (size_t i = 0; i < 2 && done; ++i)
        done = prepare(writer.levels.at(i).get(), config.levelKeys.at(i), levelKeys.at(i), levelFile(i));
    if (done)
        done = commit();
    if (!done) {
        for (const RekeyFile &file : files)
            file.discard();
        return done;
    }
    closeAll();
    config.storeKey = std::move(storeKey);
    for (size_t i = 0; i < 2; ++i) {
        if (!levelKeys.at(i).isEmpty())
            config.levelKeys.at(i) = std::move(levelKeys.at(i));
    }
    return reconnect(files);
}

void Store::Private::closeAll()
{
    std::unique_lock lock(poolMutex);
    isExchanging = true;
    poolChanged.wait(lock, [this] { return busyReaders == 0; });
    idleReaders.clear();
    writer = {};
}

Result<> Store::Private::reconnect(const QList<RekeyFile> &files)
{
    Result<> done;
    for (const RekeyFile &file : files) {
        if (done)
            done = file.putInPlace();
    }
    if (done) {
        auto fresh = connect(Connection::Mode::ReadWrite);
        if (fresh)
            writer = std::move(*fresh);
        else
            done = failed(fresh);
    }
    const std::lock_guard lock(poolMutex);
    isExchanging = false;
    poolChanged.notify_all();
    if (!done)
        return fail(ErrorCode::Io, u"store.rekey_unfinished"_s, done.error().args, done.error().reason);
    return {};
}

} // namespace dw
