#include "core/desk/backup/backupcopy.h"

#include "core/engines/crypto/hash.h"
#include "core/store/vaultfile.h"

#include <QDir>
#include <QFile>

#include <cerrno>

#include <unistd.h>

namespace dw::backupcopy {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockSize = 1 << 20;

} // namespace

Result<BackupManifest::File> copyFile(const QString &from, const QString &to, const QString &relativePath)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return tl::unexpected(systemError(from, u"file.read"_s));
    if (!QDir().mkpath(QFileInfo(to).path()))
        return fail(ErrorCode::Io, u"file.write"_s, {relativePath});
    QFile target(to);
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return tl::unexpected(systemError(to, u"file.write"_s));
    Sha256 hash;
    BackupManifest::File file {relativePath, 0, {}};
    while (!source.atEnd()) {
        const QByteArray block = source.read(blockSize);
        if (block.isEmpty())
            return fail(ErrorCode::Io, u"file.read"_s, {relativePath}, source.errorString());
        errno = 0;
        if (target.write(block) != block.size() || !target.flush())
            return tl::unexpected(systemError(to, u"file.write"_s));
        hash.update(block);
        file.size += block.size();
    }
    if (::fsync(target.handle()) != 0)
        return tl::unexpected(systemError(to, u"file.write"_s));
    file.sha256 = hash.finish();
    return file;
}

Result<BackupManifest::File> describe(const QString &path, const QString &relativePath)
{
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly))
        return tl::unexpected(systemError(path, u"file.read"_s));
    Sha256 hash;
    BackupManifest::File file {relativePath, 0, {}};
    while (!source.atEnd()) {
        const QByteArray block = source.read(blockSize);
        if (block.isEmpty())
            return fail(ErrorCode::Io, u"file.read"_s, {relativePath}, source.errorString());
        hash.update(block);
        file.size += block.size();
    }
    file.sha256 = hash.finish();
    return file;
}

Result<> check(const QString &directory, const BackupManifest &manifest, JobContext &job)
{
    qint64 done = 0;
    const qint64 total = manifest.totalSize();
    for (const BackupManifest::File &file : manifest.files) {
        const auto present = describe(QDir(directory).filePath(file.path), file.path);
        if (!present && present.error().code == ErrorCode::NotFound)
            return fail(ErrorCode::VerificationFailed, u"backup.file_missing"_s, {file.path});
        if (!present)
            return failed(present);
        if (present->size != file.size || present->sha256 != file.sha256)
            return fail(ErrorCode::VerificationFailed, u"backup.file_changed"_s, {file.path});
        done += file.size;
        DW_TRY(job.step(done, total));
    }
    return {};
}

Result<> restoreFiles(const QString &backup, const BackupManifest &manifest, const QString &target, JobContext &job)
{
    const auto copy = [&]() -> Result<> {
        qint64 done = 0;
        for (const BackupManifest::File &file : manifest.files) {
            DW_ASSIGN(const BackupManifest::File written,
                copyFile(QDir(backup).filePath(file.path), QDir(target).filePath(file.path), file.path));
            if (written.size != file.size || written.sha256 != file.sha256)
                return fail(ErrorCode::VerificationFailed, u"backup.file_changed"_s, {file.path});
            done += file.size;
            DW_TRY(job.step(done, manifest.totalSize()));
        }
        return syncDirectory(target);
    };
    if (!QDir().mkpath(target + u"/blobs"_s))
        return fail(ErrorCode::Io, u"file.write"_s, {QFileInfo(target).fileName()});
    QFile::setPermissions(target, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const Result<> done = copy();
    if (!done)
        QDir(target).removeRecursively();
    return done;
}

} // namespace dw::backupcopy
