#pragma once

#include "core/base/result.h"
#include "core/domain/actor.h"
#include "core/domain/record.h"
#include "core/store/changefeed.h"
#include "core/store/recordrepository.h"

#include <array>
#include <functional>
#include <memory>

namespace dw {

class Connection;
class LevelWork;
class Outbox;
class Store;

/// What a transaction is about; becomes its audit entry.
struct Action {
    QString name; ///< Stable dotted id: "nda.activate", "document.redact".
    QString objectRegister; ///< Register of the object, or a word such as "vault".
    QString objectId;
    QString note; ///< A person's reason; no client data of level 3 or 4.
};

using Row = QVariantMap;

class WriteTx;

/// The read side of one snapshot.
class ReadTx
{
public:
    ReadTx(const Store &store, Connection &db, std::array<Connection *, 2> levels, WriteTx *writing = nullptr);
    virtual ~ReadTx();
    ReadTx(const ReadTx &) = delete;
    ReadTx &operator=(const ReadTx &) = delete;

    /// Rows of the registers.
    const RecordRepository &records() const { return m_records; }

    /// A SELECT on store.db with named parameters (":today"); one map per row, by column name.
    /// Anything that writes is refused.
    Result<QList<Row>> query(const QString &sql, const QVariantMap &parameters = {}) const;

    /// The database that holds content of a level: store.db itself up to level 2.
    /// Fails with NotPermitted, "level.not_cleared" when this session has no key for it.
    Result<Connection *> content(int level) const;

    const Store &store() const { return m_store; }

protected:
    friend class Store;
    const Store &m_store;
    Connection &m_db;
    std::array<Connection *, 2> m_levels;
    RecordRepository m_records;
    std::function<void()> m_release; ///< Gives the connections back.
};

/// The write side: one business action.
class WriteTx final : public ReadTx
{
public:
    WriteTx(Store &store, Connection &db, std::array<Connection *, 2> levels, Action action);
    ~WriteTx() override;

    RecordRepository &records() { return m_records; }
    using ReadTx::records;

    /// For writing content. Changes to level files are undone with the action, also after a crash.
    /// `bulkTable`: a table with an `action` column into which very many rows go: it is undone by that column
    /// instead of row by row, so rows already in it must not be changed in the same action.
    Result<Connection *> content(int level, const QString &bulkTable = {});

    /// Adds one row, by column name, to a content table. Above one's own clearance it is sealed to the level's key and
    /// filed at the next unlock by a cleared account; who wrote it never reads it again. There, a row of
    /// sealed_value with a null value means that the field is emptied. NotPermitted "level.not_cleared" for a table
    /// that is not written from below.
    Result<> put(int level, const QString &table, const QVariantMap &row);

    ActionId actionId() const { return m_actionId; }
    qint64 now() const { return m_now; } ///< UTC milliseconds; the same for all rows of the action.
    const Actor &actor() const;
    const Action &action() const { return m_action; }
    void setNote(const QString &note) { m_action.note = note; }
    void setObject(const QString &registerId, const RecordId &id);

    /// Called by RecordRepository for each row it writes: goes into the audit entry and the ChangeFeed.
    void bind(const QString &table, const RecordId &id, Operation operation, QByteArray before, QByteArray after);

    /// For content that is no row of a register: goes into the ChangeFeed alone. The trail has it through the
    /// level's head.
    void announce(const QString &table, const RecordId &id, Operation operation = Operation::Changed);

    /// Seals what was put above the account's clearance and binds it; the store calls it before it commits.
    Result<> sealUpward();

private:
    friend class Store;
    struct BoundRow {
        QString table;
        RecordId id;
        Operation operation = Operation::Changed;
        QByteArray before; ///< SHA-256 of the row before; empty for a new one.
        QByteArray after;
    };

    Action m_action;
    ActionId m_actionId;
    qint64 m_now = 0;
    QList<BoundRow> m_rows;
    ChangeSet m_announced;
    std::array<std::unique_ptr<LevelWork>, 2> m_levelWork;
    std::unique_ptr<Outbox> m_outbox;
};

} // namespace dw
