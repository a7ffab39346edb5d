#pragma once

#include "core/store/letter.h"

#include <functional>
#include <map>

namespace dw {

/// What one action writes above its account's clearance: gathered row by row, sealed to the level in letters and
/// laid into the table `inbox` of store.db, within the action's transaction.
class Outbox
{
public:
    /// Seals to a level; the writer cannot open it again.
    using Seal = std::function<Result<QByteArray>(int level, const QByteArray &plain, const QByteArray &purpose)>;
    struct Sent {
        RecordId id;
        QByteArray hash; ///< Of the inbox row; goes into the trail.
    };

    Outbox(Connection &db, ActionId action, Seal seal);

    Result<> add(int level, const QString &table, const QVariantMap &row);

    /// Seals what is still gathered. All letters of the action.
    Result<QList<Sent>> finish();

private:
    Result<> send(int level, const Letter &letter);

    Connection &m_db;
    ActionId m_action;
    Seal m_seal;
    std::map<std::pair<int, QString>, Letter> m_open; // by level and table
    QList<Sent> m_sent;
};

} // namespace dw
