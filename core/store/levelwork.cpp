#include "core/store/levelwork.h"

#include "core/engines/crypto/hash.h"
#include "core/store/connection.h"

#include <sqlite3.h>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

// The bookkeeping itself is not part of what is undone; level_head is, so that the chain goes back too.
int recordTable(void *context, const char *table)
{
    const QString name = QString::fromUtf8(table);
    return name != u"pending"_s && name != *static_cast<const QString *>(context);
}

int onConflict(void *, int kind, sqlite3_changeset_iter *)
{
    // Undoing runs on exactly the state the action left behind; anything else is damage.
    return kind == SQLITE_CHANGESET_FOREIGN_KEY ? SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT;
}

} // namespace

LevelWork::LevelWork(Connection &db, ActionId action)
    : m_db(db)
    , m_action(action)
{
}

LevelWork::~LevelWork()
{
    if (!m_committed)
        rollback();
    sqlite3session_delete(m_session);
}

Result<std::unique_ptr<LevelWork>> LevelWork::begin(Connection &db, const ActionId &action)
{
    DW_TRY(db.begin());
    std::unique_ptr<LevelWork> work(new LevelWork(db, action));
    // Whatever stands here belongs to actions that reached the trail: the writer is alone and still alive.
    DW_TRY(db.execute(u"DELETE FROM pending"_s));
    int code = sqlite3session_create(db.handle(), "main", &work->m_session);
    if (code != SQLITE_OK)
        return Connection::failure(code, db.fileName(), "session");
    sqlite3session_table_filter(work->m_session, recordTable, &work->m_bulkTable);
    code = sqlite3session_attach(work->m_session, nullptr);
    if (code != SQLITE_OK)
        return Connection::failure(code, db.fileName(), "session attach");
    return work;
}

Result<> LevelWork::setBulkTable(const QString &table)
{
    if (!m_bulkTable.isEmpty() && m_bulkTable != table)
        return fail(ErrorCode::Internal, u"store.failed"_s, {m_db.fileName()}, u"two bulk tables in one action"_s);
    m_bulkTable = table;
    return {};
}

Result<QByteArray> LevelWork::inverseChangeset() const
{
    int size = 0;
    void *forward = nullptr;
    int code = sqlite3session_changeset(m_session, &size, &forward);
    int inverseSize = 0;
    void *inverse = nullptr;
    if (code == SQLITE_OK)
        code = sqlite3changeset_invert(size, forward, &inverseSize, &inverse);
    sqlite3_free(forward);
    if (code != SQLITE_OK)
        return Connection::failure(code, m_db.fileName(), "changeset");
    const QByteArray bytes(static_cast<const char *>(inverse), inverseSize);
    sqlite3_free(inverse);
    return bytes;
}

Result<QByteArray> LevelWork::commit()
{
    const QString action = m_action.toString();
    DW_ASSIGN(const auto head, m_db.rows(u"SELECT count, digest FROM level_head"_s));
    m_previousDigest = head.isEmpty() ? QByteArray() : head.first().value(u"digest"_s).toByteArray();
    const qint64 count = head.isEmpty() ? 0 : head.first().value(u"count"_s).toLongLong();
    DW_ASSIGN(const QByteArray content, inverseChangeset());
    const QByteArray chained = m_previousDigest + action.toLatin1() + sha256(content);
    const QByteArray digest = sha256(chained);
    DW_TRY(m_db.run(u"INSERT INTO level_head (id, action, count, digest) VALUES (1, :a, :c, :d) "
                    "ON CONFLICT (id) DO UPDATE SET action = :a, count = :c, digest = :d"_s,
        {{u":a"_s, action}, {u":c"_s, count + 1}, {u":d"_s, digest}}));
    DW_ASSIGN(const QByteArray inverse, inverseChangeset());
    DW_TRY(m_db.run(u"INSERT INTO pending (action, inverse, bulk_table) VALUES (:a, :i, :b)"_s,
        {{u":a"_s, action}, {u":i"_s, inverse}, {u":b"_s, m_bulkTable.isEmpty() ? QVariant() : m_bulkTable}}));
    DW_TRY(m_db.commit());
    m_committed = true;
    return digest;
}

void LevelWork::rollback() noexcept
{
    m_db.rollback();
}

Result<> LevelWork::undo()
{
    DW_TRY(m_db.begin());
    if (const Result<> undone = undoPending(m_db, m_action.toString()); !undone) {
        m_db.rollback();
        return undone;
    }
    return m_db.commit();
}

Result<> LevelWork::undoPending(Connection &db, const QString &action)
{
    DW_ASSIGN(const auto rows, db.rows(u"SELECT inverse, bulk_table FROM pending WHERE action = :a"_s, {{u":a"_s, action}}));
    if (rows.isEmpty())
        return {};
    QByteArray inverse = rows.first().value(u"inverse"_s).toByteArray();
    const int code = sqlite3changeset_apply(db.handle(), int(inverse.size()), inverse.data(), nullptr, onConflict, nullptr);
    if (code != SQLITE_OK)
        return Connection::failure(code == SQLITE_ABORT ? SQLITE_CORRUPT : code, db.fileName(), "undo");
    const QString bulk = rows.first().value(u"bulk_table"_s).toString();
    if (!bulk.isEmpty())
        DW_TRY(db.run(u"DELETE FROM \"%1\" WHERE action = :a"_s.arg(bulk), {{u":a"_s, action}}));
    return db.run(u"DELETE FROM pending WHERE action = :a"_s, {{u":a"_s, action}});
}

Result<int> LevelWork::collect(Connection &db, const std::function<Result<bool>(const QString &action)> &isInTrail)
{
    DW_ASSIGN(const auto rows, db.rows(u"SELECT action FROM pending"_s));
    if (rows.isEmpty())
        return 0;
    DW_TRY(db.begin());
    int undone = 0;
    for (const QVariantMap &row : rows) {
        const QString action = row.value(u"action"_s).toString();
        const Result<bool> known = isInTrail(action);
        Result<> done;
        if (!known)
            done = failed(known);
        else if (!*known) {
            done = undoPending(db, action);
            ++undone;
        }
        if (!done) {
            db.rollback();
            return failed(done);
        }
    }
    DW_TRY(db.execute(u"DELETE FROM pending"_s));
    DW_TRY(db.commit());
    return undone;
}

} // namespace dw
