#pragma once

#include "core/base/result.h"
#include "core/domain/record.h"
#include "core/domain/registerdecl.h"

#include <QJsonObject>

#include <array>

namespace dw {

class Connection;
class WriteTx;

/// Keeps the sealed fields of a register's rows in the file of their level and brings them back.
class SealedValues
{
public:
    SealedValues(const RegisterDecl &decl, std::array<Connection *, 2> levels, WriteTx *tx = nullptr);

    /// Adds the sealed values of `records`; names those of uncleared levels in Record::withheld.
    Result<> merge(QList<Record> &records) const;

    /// Splits new values of `row` (its values so far, merged): sealed ones go to their level's file, the rest
    /// comes back as columns of store.db. When the level changes, the values move; above the account's clearance they
    /// are sealed and filed later. A value that cannot be read cannot be moved. Errors: "record.unknown_field",
    /// "record.bad_value", "level.not_cleared".
    Result<QVariantMap> divert(const Record &row, const QVariantMap &values) const;

    /// What the history keeps: the columns, and of sealed fields the name alone.
    static QJsonObject forHistory(const RegisterDecl &decl, const QVariantMap &values, const QVariantMap &columns);

private:
    /// File a field is kept in: 3, 4, or 0 for store.db.
    int homeOf(const FieldDecl &field, int rowLevel) const;
    int levelOf(const QVariantMap &values) const;
    Result<> put(int level, const Record &row, const QString &field, const QVariant &value) const;
    Result<> take(int level, const Record &row, const QString &field) const;
    Result<> send(int level, const Record &row, const QString &field, const QVariant &value) const;
    bool hasSealedFields() const;

    const RegisterDecl &m_decl;
    std::array<Connection *, 2> m_levels;
    WriteTx *m_tx;
};

} // namespace dw
