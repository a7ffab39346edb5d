#include "core/store/blobstore.h"

#include "core/engines/crypto/aead.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/random.h"
#include "core/store/vaultfile.h"
#include "core/store/bytestream.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QUuid>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QByteArray magic("DEALBLB\1", 8);
constexpr qint64 sealedChunkSize = BlobStore::chunkSize + aeadOverhead;

/// Takes an unfinished file away again.
class Cleanup
{
public:
    explicit Cleanup(QString path)
        : m_path(std::move(path))
    {
    }
    ~Cleanup()
    {
        if (!m_path.isEmpty())
            QFile::remove(m_path);
    }
    Cleanup(const Cleanup &) = delete;
    Cleanup &operator=(const Cleanup &) = delete;
    void keep() { m_path.clear(); }

private:
    QString m_path;
};

Result<> writeBytes(QFile &file, const QByteArray &bytes)
{
    errno = 0;
    if (file.write(bytes) != bytes.size() || !file.flush())
        return tl::unexpected(systemError(file.fileName(), u"file.write"_s));
    return {};
}

Result<QByteArray> readChunk(QIODevice &source)
{
    QByteArray chunk;
    while (chunk.size() < BlobStore::chunkSize) {
        const QByteArray part = source.read(BlobStore::chunkSize - chunk.size());
        if (part.isEmpty()) {
            if (!source.atEnd())
                return fail(ErrorCode::Io, u"file.read"_s, {}, source.errorString());
            break;
        }
        chunk += part;
    }
    return chunk;
}

} // namespace

BlobStore::BlobStore(QString directory, const VaultId &vault)
    : m_directory(std::move(directory))
    , m_vault(vault)
{
}

QString BlobStore::path(const BlobId &id) const
{
    const QString name = id.toString();
    return m_directory + u'/' + name.last(2) + u'/' + name; // the end is random, the beginning is the time
}

QByteArray BlobStore::context(int level, const BlobId &id, quint64 index, bool isLast) const
{
    return contextBytes("blob", {QUuid::fromString(m_vault.toString()).toRfc4122(), QByteArray::number(level),
                                    QUuid::fromString(id.toString()).toRfc4122(), QByteArray::number(index),
                                    isLast ? QByteArray("last") : QByteArray("more")});
}

Result<StoredBlob> BlobStore::write(int level, QIODevice &source, JobContext &job) const
{
    StoredBlob blob {BlobId::create(), level, randomSecret(), 0, {}};
    const QString target = path(blob.id);
    const QString folder = QFileInfo(target).path();
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::Io, u"file.write"_s, {u"blobs"_s});
    QFile file(target + u".new"_s);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return tl::unexpected(systemError(target, u"file.write"_s));
    Cleanup cleanup(file.fileName());
    DW_TRY(writeBytes(file, magic));
    Sha256 hash;
    DW_ASSIGN(QByteArray chunk, readChunk(source));
    for (quint64 index = 0;; ++index) {
        DW_ASSIGN(QByteArray next, chunk.size() < chunkSize ? Result<QByteArray>(QByteArray()) : readChunk(source));
        const bool isLast = next.isEmpty();
        hash.update(chunk);
        blob.size += chunk.size();
        DW_ASSIGN(const QByteArray sealed, aeadSeal(blob.key, chunk, context(level, blob.id, index, isLast)));
        DW_TRY(writeBytes(file, sealed));
        DW_TRY(job.step(blob.size, qMax(source.size(), blob.size)));
        if (isLast)
            break;
        chunk = std::move(next);
    }
    blob.sha256 = hash.finish();
    if (::fsync(file.handle()) != 0)
        return tl::unexpected(systemError(target, u"file.write"_s));
    file.close();
    if (::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(target).constData()) != 0)
        return tl::unexpected(systemError(target, u"file.write"_s));
    cleanup.keep();
    DW_TRY(syncDirectory(folder));
    DW_TRY(syncDirectory(m_directory));
    return blob;
}

Result<StoredBlob> BlobStore::write(int level, const QByteArray &bytes) const
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    NoJobContext job;
    return write(level, buffer, job);
}

Result<> BlobStore::read(
    const BlobRef &blob, const std::function<Result<>(QByteArrayView)> &sink, JobContext &job) const
{
    const QString name = blob.id.toString();
    const auto damaged = [&] { return fail(ErrorCode::Corrupt, u"blob.damaged"_s, {name}); };
    const int fd = ::open(QFile::encodeName(path(blob.id)).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return errno == ENOENT ? fail(ErrorCode::NotFound, u"blob.missing"_s, {name})
                               : tl::unexpected(systemError(name, u"file.read"_s));
    QFile file;
    if (!file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle) || file.read(magic.size()) != magic)
        return damaged();
    // The size is known from the row: a shorter or longer file is damage, whatever its chunks say.
    const qint64 chunks = qMax<qint64>(1, (blob.size + chunkSize - 1) / chunkSize);
    if (file.size() != magic.size() + blob.size + chunks * aeadOverhead)
        return damaged();
    Sha256 hash;
    qint64 done = 0;
    for (qint64 index = 0; index < chunks; ++index) {
        const bool isLast = index + 1 == chunks;
        const QByteArray sealed = file.read(sealedChunkSize);
        const auto plain = aeadOpen(blob.key, sealed, context(blob.level, blob.id, quint64(index), isLast));
        if (!plain)
            return damaged();
        hash.update(*plain);
        done += plain->size();
        DW_TRY(sink(*plain));
        DW_TRY(job.step(done, blob.size));
    }
    if (done != blob.size || hash.finish() != blob.sha256)
        return damaged();
    return {};
}

Result<QByteArray> BlobStore::readAll(const BlobRef &blob) const
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(blob.size));
    NoJobContext job;
    DW_TRY(read(
        blob,
        [&](QByteArrayView chunk) -> Result<> {
            bytes.append(chunk);
            return {};
        },
        job));
    return bytes;
}

bool BlobStore::exists(const BlobId &id) const
{
    return QFile::exists(path(id));
}

Result<> BlobStore::remove(const BlobId &id) const
{
    if (!QFile::remove(path(id)) && exists(id))
        return fail(ErrorCode::Io, u"file.write"_s, {id.toString()});
    return {};
}

QList<BlobId> BlobStore::list() const
{
    QList<BlobId> ids;
    QDirIterator files(m_directory, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const BlobId id = BlobId::fromText(files.fileName());
        if (!id.isNull())
            ids.append(id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

Result<> BlobStore::removeLeftovers() const
{
    QDirIterator files(m_directory, {u"*.new"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (!QFile::remove(files.next()))
            return fail(ErrorCode::Io, u"file.write"_s, {u"blobs"_s});
    }
    return {};
}

} // namespace dw
