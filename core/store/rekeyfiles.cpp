#include "core/store/rekeyfiles.h"

#include "core/store/connection.h"
#include "core/store/vaultfile.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

void removeJournals(const QString &path)
{
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + suffix);
}

} // namespace

Result<> RekeyFile::copyFrom(const Connection &db, const SecretBytes &key) const
{
    discard();
    DW_TRY(db.copyTo(copyPath(), key));
    DW_TRY(syncFile(copyPath()));
    {
        DW_ASSIGN(const auto copy, Connection::open(copyPath(), key, Connection::Mode::ReadOnly));
        DW_TRY(copy->checkIntegrity());
    }
    removeJournals(copyPath());
    return syncDirectory(QFileInfo(path).path());
}

Result<> RekeyFile::putInPlace() const
{
    // A log of the old file beside the new one would be replayed into it.
    removeJournals(path);
    removeJournals(copyPath());
    if (std::rename(QFile::encodeName(copyPath()).constData(), QFile::encodeName(path).constData()) != 0)
        return tl::unexpected(systemError(path, u"file.write"_s));
    return syncDirectory(QFileInfo(path).path());
}

void RekeyFile::discard() const
{
    QFile::remove(copyPath());
    removeJournals(copyPath());
}

Result<> RekeyFile::finish(const SecretBytes &key) const
{
    if (!QFileInfo::exists(copyPath()))
        return {};
    if (Connection::open(path, key, Connection::Mode::ReadOnly)) {
        discard();
        return {};
    }
    DW_TRY(Connection::open(copyPath(), key, Connection::Mode::ReadOnly));
    return putInPlace();
}

} // namespace dw
