#include "core/store/transaction.h"

#include "core/store/connection.h"
#include "core/store/levelwork.h"
#include "core/store/outbox.h"
#include "core/store/store.h"

namespace dw {

using namespace Qt::StringLiterals;

ReadTx::ReadTx(const Store &store, Connection &db, std::array<Connection *, 2> levels, WriteTx *writing)
    : m_store(store)
    , m_db(db)
    , m_levels(levels)
    , m_records(store, db, levels, writing)
{
}

ReadTx::~ReadTx()
{
    if (m_release)
        m_release();
}

Result<QList<Row>> ReadTx::query(const QString &sql, const QVariantMap &parameters) const
{
    DW_ASSIGN(Statement statement, m_db.prepare(sql));
    if (!statement.isReadOnly())
        return fail(ErrorCode::Internal, u"store.failed"_s, {}, u"a query that writes"_s);
    DW_TRY(statement.bind(parameters));
    QList<Row> rows;
    for (;;) {
        DW_ASSIGN(const bool more, statement.step());
        if (!more)
            return rows;
        rows.append(statement.row());
    }
}

Result<Connection *> ReadTx::content(int level) const
{
    if (level <= 2)
        return &m_db;
    Connection *connection = m_levels.at(size_t(level - 3));
    if (!connection)
        return fail(ErrorCode::NotPermitted, u"level.not_cleared"_s, {QString::number(level)});
    return connection;
}

WriteTx::WriteTx(Store &store, Connection &db, std::array<Connection *, 2> levels, Action action)
    : ReadTx(store, db, levels, this)
    , m_action(std::move(action))
    , m_actionId(ActionId::create())
    , m_now(store.clock().nowMs())
{
}

WriteTx::~WriteTx() = default;

Result<Connection *> WriteTx::content(int level, const QString &bulkTable)
{
    DW_ASSIGN(Connection * connection, ReadTx::content(level));
    if (level <= 2)
        return connection;
    auto &work = m_levelWork.at(size_t(level - 3));
    if (!work) {
        DW_ASSIGN(work, LevelWork::begin(*connection, m_actionId));
    }
    if (!bulkTable.isEmpty())
        DW_TRY(work->setBulkTable(bulkTable));
    return connection;
}

Result<> WriteTx::put(int level, const QString &table, const QVariantMap &row)
{
    if (m_store.isCleared(level)) {
        DW_ASSIGN(Connection * db, content(level));
        const Letter letter {table, row.keys(), {row.values()}};
        return letter.file(*db, m_actionId);
    }
    if (!m_outbox) {
        Outbox::Seal seal = m_store.upwardSeal();
        if (!seal)
            return fail(ErrorCode::NotPermitted, u"level.not_cleared"_s, {QString::number(level)});
        m_outbox = std::make_unique<Outbox>(m_db, m_actionId, std::move(seal));
    }
    return m_outbox->add(level, table, row);
}

Result<> WriteTx::sealUpward()
{
    if (!m_outbox)
        return {};
    DW_ASSIGN(const auto letters, m_outbox->finish());
    for (const Outbox::Sent &letter : letters)
        bind(u"inbox"_s, letter.id, Operation::Added, {}, letter.hash);
    return {};
}

const Actor &WriteTx::actor() const
{
    return m_store.actor();
}

void WriteTx::setObject(const QString &registerId, const RecordId &id)
{
    m_action.objectRegister = registerId;
    m_action.objectId = id.toString();
}

void WriteTx::bind(const QString &table, const RecordId &id, Operation operation, QByteArray before, QByteArray after)
{
    for (BoundRow &row : m_rows) {
        if (row.table == table && row.id == id) { // changed twice in one action: first before, last after
            row.after = std::move(after);
            if (row.operation != Operation::Added)
                row.operation = operation;
            return;
        }
    }
    m_rows.append({table, id, operation, std::move(before), std::move(after)});
}

void WriteTx::announce(const QString &table, const RecordId &id, Operation operation)
{
    m_announced.append({table, id, operation});
}

} // namespace dw
