#pragma once

#include "core/base/result.h"
#include "core/domain/record.h"
#include "core/domain/registerdecl.h"

#include <array>
#include <optional>

class QJsonObject;

namespace dw {

class Connection;
class Store;
class WriteTx;

/// Which rows of a register, in what order.
struct RecordFilter {
    QVariantMap equals; ///< Field (or "state", "id") -> value.
    bool includeVoided = false;
    QString orderBy; ///< Field, "created_at" or "updated_at"; default: newest first.
    bool descending = false;
    int limit = -1;
};

/// Rows of the registers of store.db, with their sealed fields merged in from the level files. Knows tables, not
/// rules: who may do what is decided in desk. Obtained from ReadTx or WriteTx; lives inside one.
class RecordRepository
{
public:
    RecordRepository(const Store &store, Connection &db, std::array<Connection *, 2> levels, WriteTx *tx = nullptr);

    Result<Record> get(const QString &registerId, const RecordId &id) const; ///< NotFound, "record.missing".
    Result<QList<Record>> list(const QString &registerId, const RecordFilter &filter = {}) const;
    Result<std::optional<Record>> first(const QString &registerId, const RecordFilter &filter = {}) const;
    Result<qint64> count(const QString &registerId, const RecordFilter &filter = {}) const;
    Result<QList<RecordChange>> history(const QString &registerId, const RecordId &id) const; ///< Newest first.

    /// Adds a row; `values` by field name. Returns its id. `id` may be given when it must be known before.
    Result<RecordId> insert(const QString &registerId, const QVariantMap &values, RecordId id = {});

    /// Changes the given fields. `version` 0 = whatever it is now; else Conflict, "record.changed_meanwhile".
    /// A value of null empties the field.
    Result<> update(const QString &registerId, const RecordId &id, const QVariantMap &values, int version = 0);
    Result<> setState(const QString &registerId, const RecordId &id, const QString &state, const QVariantMap &values = {});
    Result<> voidRow(const QString &registerId, const RecordId &id, const QString &reason);

private:
    Result<const RegisterDecl *> declaration(const QString &registerId) const;
    Result<QList<Record>> select(const RegisterDecl &decl, const QString &where, const QVariantMap &parameters, const QString &tail) const;
    Result<> change(const RegisterDecl &decl, const Record &before, const QVariantMap &columns, const QVariantMap &values, int operation);
    Result<> remember(const RegisterDecl &decl, const RecordId &id, int version, const QJsonObject &before, const QJsonObject &after);

    const Store &m_store;
    Connection &m_db;
    std::array<Connection *, 2> m_levels;
    WriteTx *m_tx;
};

} // namespace dw
