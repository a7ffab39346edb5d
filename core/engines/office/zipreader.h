#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

struct zip;
struct zip_file;

namespace dw {

/// One unpacked stream out of an archive, limited in what it may unpack to.
class ZipEntry
{
public:
    ZipEntry(zip_file *file, qint64 packed, qint64 unpacked, qint64 maxBytes, int ratio);
    ~ZipEntry();
    ZipEntry(ZipEntry &&other) noexcept;
    ZipEntry &operator=(ZipEntry &&) = delete;

    /// The next bytes, at most `maxSize`; empty at the end. Fails with LimitExceeded "zip.bomb" when more comes
    /// out than permitted, whatever the archive said, and with Corrupt "zip.damaged" (checksum included).
    Result<QByteArray> read(qsizetype maxSize);

    qint64 unpackedSize() const { return m_unpacked; } ///< As the archive states it.
    qint64 bytesRead() const { return m_read; }

private:
    zip_file *m_file = nullptr;
    qint64 m_packed = 0;
    qint64 m_unpacked = 0;
    qint64 m_limit = 0;
    qint64 m_read = 0;
};

/// Reads a ZIP archive held in memory; writes nothing anywhere.
class ZipReader
{
public:
    /// `bytes` must outlive the reader. Fails with Corrupt "zip.damaged", LimitExceeded "zip.too_many_entries".
    static Result<ZipReader> open(const QByteArray &bytes);
    ~ZipReader();
    ZipReader(ZipReader &&other) noexcept;
    ZipReader &operator=(ZipReader &&) = delete;

    QStringList names() const;
    bool contains(const QString &name) const;

    /// Opens an entry. `maxBytes` and `ratio` (unpacked : packed, beyond 16 MiB) are the bounds it is held to.
    /// Fails with NotFound "zip.no_entry", Unsupported "zip.encrypted", LimitExceeded "zip.bomb".
    Result<ZipEntry> entry(const QString &name, qint64 maxBytes, int ratio) const;

    /// A whole small entry.
    Result<QByteArray> readAll(const QString &name, qint64 maxBytes) const;

private:
    ZipReader(zip *archive, qint64 size);

    zip *m_archive = nullptr;
    qint64 m_size = 0; ///< Of the archive: no entry is packed into more.
};

} // namespace dw
