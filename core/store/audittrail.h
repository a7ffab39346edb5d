#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QJsonObject>

#include <functional>

namespace dw {

class Connection;

/// One entry of the audit trail.
struct TrailEntry {
    qint64 seq = 0; ///< From 1, without gaps.
    qint64 at = 0; ///< UTC milliseconds, the laptop's clock.
    QString device;
    AccountId actor;
    QString actorName;
    QString role;
    ActionId action;
    QString name; ///< "nda.activate"
    QString objectRegister;
    QString objectId;
    QString note;
    QJsonObject rows; ///< "register/id" -> {"op","before","after"}: SHA-256 hex of each changed row.
    QByteArray previous; ///< Hash of the entry before; 32 zero bytes for the first.
    QByteArray hash; ///< SHA-256 over the canonical JSON of all of the above.
    QByteArray signature; ///< Ed25519 of the actor over `hash`.
};

/// Where the trail stands: what reports, backups and this computer's memory of the vault carry.
struct TrailHead {
    qint64 seq = 0;
    QByteArray hash; ///< Of the last entry; 32 zero bytes when empty.
    QByteArray merkleRoot; ///< RFC 6962 root over all entry hashes.
    qint64 at = 0; ///< Time of the last entry, 0 when empty.
};

/// What a check of the trail found. Nothing wrong: `problems` is empty.
struct TrailVerdict {
    struct Problem {
        QString reason; ///< "trail.gap", "trail.hash", "trail.signature", "trail.row_changed", "trail.row_missing", ...
        qint64 seq = 0;
        QString object; ///< "register/id" where one is concerned.
    };

    TrailHead head;
    qint64 entries = 0;
    qint64 rows = 0; ///< Rows whose present state was compared with the trail.
    QList<Problem> problems;

    bool isClean() const { return problems.isEmpty(); }
};

/// The append-only table `audit` of store.db. Format, also of the export: one canonical JSON object per entry,
/// see the manual's page on formats; `sealcheck --trail` verifies an export alone.
class AuditTrail
{
public:
    explicit AuditTrail(Connection &db)
        : m_db(db)
    {
    }

    /// Numbers, chains, signs and stores `entry`; `sign` gets the 32-byte hash.
    Result<> append(TrailEntry entry, const std::function<QByteArray(const QByteArray &)> &sign);
    Result<TrailHead> head() const;
    Result<QList<TrailEntry>> entries(qint64 fromSeq = 1, qint64 toSeq = -1) const;
    Result<TrailVerdict> verify(const std::function<QByteArray(const AccountId &)> &publicKeyOf,
        const std::function<Result<QByteArray>(const QString &table, const RecordId &id)> &rowHash) const;

    /// The canonical form that is hashed: everything but `hash` and `signature`.
    static QJsonObject toJson(const TrailEntry &entry);
    static QByteArray hashOf(const TrailEntry &entry);

private:
    Result<> checkEntry(const TrailEntry &entry, const TrailEntry *previous, const QByteArray &key, TrailVerdict &verdict) const;

    Connection &m_db;
};

} // namespace dw
