#pragma once

#include "core/base/result.h"
#include "core/store/audittrail.h"

#include <QJsonObject>
#include <QList>

namespace dw {

class Keyring;

/// manifest.json of a backup: written last, so that a backup without one is unfinished. What it says in clear is
/// what the files show anyway; counts are sealed.
struct BackupManifest {
    static constexpr int currentFormat = 1;

    struct File {
        QString path; ///< Relative to the backup.
        qint64 size = 0;
        QByteArray sha256;
    };

    int format = currentFormat;
    VaultId vault;
    qint64 madeAt = 0; ///< UTC milliseconds.
    QString device;
    QString program; ///< Version.
    TrailHead head;
    qint64 slotsSequence = 0;
    QList<File> files;
    QJsonObject counts; ///< Register id -> rows; only in the signed and sealed part.
    QByteArray sealedCounts;
    AccountId signer;
    QByteArray signature; ///< Ed25519 over the canonical JSON without this.

    qint64 totalSize() const;

    /// Seals the counts, signs, and gives the file's content.
    Result<QByteArray> finish(const Keyring &keyring);

    /// "backup.malformed", "backup.newer_version". Counts stay sealed.
    static Result<BackupManifest> parse(const QByteArray &bytes);
    static Result<BackupManifest> read(const QString &backup); ///< NotFound "backup.unfinished" without a manifest.

    /// Signed by an account of this vault, counts open: else VerificationFailed "backup.signature".
    Result<> verify(const Keyring &keyring);

private:
    QJsonObject toJson(bool withSignature) const;
};

inline constexpr auto backupManifestName = "manifest.json";

} // namespace dw
