#pragma once

#include "core/base/jobcontext.h"
#include "core/base/secretbytes.h"
#include "core/domain/ids.h"

#include <QIODevice>
#include <QList>

#include <functional>

namespace dw {

/// A blob just written. Key, size and hash belong into the database of the blob's level (table blob_key).
struct StoredBlob {
    BlobId id;
    int level = 2;
    SecretBytes key; ///< Of this blob alone.
    qint64 size = 0; ///< Plain bytes.
    QByteArray sha256; ///< Of the plain bytes.
};

/// What is needed to read one.
struct BlobRef {
    BlobId id;
    int level = 2;
    SecretBytes key;
    qint64 size = 0;
    QByteArray sha256;
};

/// Bytes of documents: blobs/aa/<id>, in chunks of 64 KiB, each XChaCha20-Poly1305 with vault, level, blob, index
/// and "last" as associated data, so that chunks cannot be dropped, swapped or moved between blobs.
/// Thread-safe: holds nothing but paths.
class BlobStore
{
public:
    static constexpr qint64 chunkSize = 64 * 1024;

    BlobStore(QString directory, const VaultId &vault);

    /// Encrypts `source` to its end. The file appears whole and synced, or not at all.
    Result<StoredBlob> write(int level, QIODevice &source, JobContext &job) const;
    Result<StoredBlob> write(int level, const QByteArray &bytes) const;

    /// Hands the plain chunks to `sink` in order. What was handed over before a failure must be thrown away.
    /// NotFound "blob.missing", Corrupt "blob.damaged" (arg: id).
    Result<> read(const BlobRef &blob, const std::function<Result<>(QByteArrayView)> &sink, JobContext &job) const;
    Result<QByteArray> readAll(const BlobRef &blob) const;

    bool exists(const BlobId &id) const;
    QString path(const BlobId &id) const;
    Result<> remove(const BlobId &id) const;
    QList<BlobId> list() const;

    /// Half-written files of an interrupted write.
    Result<> removeLeftovers() const;

private:
    QByteArray context(int level, const BlobId &id, quint64 index, bool isLast) const;

    QString m_directory;
    VaultId m_vault;
};

} // namespace dw
