#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <functional>
#include <memory>

struct sqlite3_session;

namespace dw {

class Connection;

/// What one action does in the file of level 3 or 4. The commit point of an action is its entry in the trail
/// of store.db; this file is written before it, so every change is recorded in a form that can be taken back:
/// by the caller when that entry cannot be written, or at the next opening after a crash.
class LevelWork
{
public:
    /// Begins a transaction on `db` and starts recording.
    static Result<std::unique_ptr<LevelWork>> begin(Connection &db, const ActionId &action);
    ~LevelWork();

    /// Rows of this table are undone by their `action` column instead of being recorded one by one.
    Result<> setBulkTable(const QString &table);

    /// Stores how to undo it, moves the level's chain on and commits. The new digest goes into the trail.
    Result<QByteArray> commit();
    QByteArray previousDigest() const { return m_previousDigest; } ///< After commit(); empty for the first action.
    void rollback() noexcept;

    /// Undoes the committed action when the trail's entry could not be written.
    Result<> undo();

    /// At opening: undoes every recorded action that `isInTrail` does not know and forgets the others.
    /// Returns how many were undone.
    static Result<int> collect(Connection &db, const std::function<Result<bool>(const QString &action)> &isInTrail);

private:
    LevelWork(Connection &db, ActionId action);
    Result<QByteArray> inverseChangeset() const;
    static Result<> undoPending(Connection &db, const QString &action);

    Connection &m_db;
    ActionId m_action;
    QString m_bulkTable;
    QByteArray m_previousDigest;
    sqlite3_session *m_session = nullptr;
    bool m_committed = false;
};

} // namespace dw
