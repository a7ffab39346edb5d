#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/domain/ids.h"

#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <functional>

namespace dw {

class ReadTx;
class Store;
class WriteTx;

/// What was written from below by one action and still waits for a cleared account.
struct WaitingEntry {
    QString action; ///< Of the writer.
    int level = 0; ///< Highest level it is sealed to.
    int letters = 0;
    qint64 at = 0; ///< UTC milliseconds, from the trail; 0 when the trail does not know the action.
    AccountId writer;
    QString name; ///< "clients.import"
};

/// What one unlock did with the sealed entries it found.
struct Filing {
    struct Held {
        QString action;
        QString reason; ///< "inbox.damaged", "inbox.unknown", "inbox.filed_before", or what refused it.
    };

    int entries = 0; ///< Actions of writers whose content was filed.
    qint64 rows = 0;
    QSet<AssetId> assets; ///< Whose client records were among them.
    QList<Held> held; ///< Kept as they are and not filed.
};

/// The cleared side of writing upward. Each writer's action is filed as one action of its own, which moves the
/// content into the level's file and takes the letters away: a crash leaves it either waiting or filed. A letter
/// is filed only if the trail holds the very row under the writer's signature, and never twice.
class Inbox
{
public:
    using Open = std::function<Result<SecretBytes>(int level, const QByteArray &sealed, const QByteArray &purpose)>;

    Inbox(Store &store, Open open);

    /// Everything this session has keys for. Fails only when nothing can be written at all (full disk ...).
    Result<Filing> file();

    static Result<QList<WaitingEntry>> waiting(const ReadTx &tx); ///< Oldest first.

private:
    Result<> fileEntry(WriteTx &tx, const QString &action, Filing &filing);
    Result<> fileLetter(WriteTx &tx, const QVariantMap &row, const QJsonObject &written, Filing &filing);
    Result<QJsonObject> writtenBy(const ReadTx &tx, const QString &action) const;

    Store &m_store;
    Open m_open;
};

} // namespace dw
