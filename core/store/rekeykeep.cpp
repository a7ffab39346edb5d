#include "core/store/rekeykeep.h"

#include "core/store/connection.h"
#include "core/store/keyring.h"
#include "core/store/rekeyfiles.h"
#include "core/store/vaultfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// The slots come last: they say which keys hold.
const QStringList &names()
{
    static const QStringList list {u"store.db"_s, u"store.db-wal"_s, u"level3.db"_s, u"level3.db-wal"_s, u"level4.db"_s,
        u"level4.db-wal"_s, u"header.bin"_s, u"slots.copy"_s, u"slots.bin"_s};
    return list;
}

Result<> copyOver(const QString &from, const QString &to)
{
    const QString fresh = to + u".back"_s;
    QFile::remove(fresh);
    if (!QFile::copy(from, fresh))
        return tl::unexpected(systemError(to, u"file.write"_s));
    DW_TRY(syncFile(fresh));
    if (std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(to).constData()) != 0)
        return tl::unexpected(systemError(to, u"file.write"_s));
    return {};
}

} // namespace

RekeyKeep::RekeyKeep(const VaultDirectory &vault)
    : m_vault(vault)
    , m_kept(vault.path() + u"/before-rekey"_s)
{
}

bool RekeyKeep::exists() const
{
    return QFileInfo::exists(m_kept.slotsFile());
}

qint64 RekeyKeep::madeAt() const
{
    return exists() ? QFileInfo(m_kept.slotsFile()).lastModified().toMSecsSinceEpoch() : 0;
}

Result<> RekeyKeep::make() const
{
    discard();
    const QString unfinished = m_kept.path() + u".part"_s;
    if (!QDir().mkpath(unfinished))
        return fail(ErrorCode::Io, u"file.write"_s, {QFileInfo(unfinished).fileName()});
    const auto copyAll = [&]() -> Result<> {
        for (const QString &name : names()) {
            const QString from = m_vault.path() + u'/' + name;
            const QString to = unfinished + u'/' + name;
            if (!QFileInfo::exists(from))
                continue;
            if (!QFile::copy(from, to))
                return tl::unexpected(systemError(to, u"file.write"_s));
            DW_TRY(syncFile(to));
        }
        DW_TRY(syncDirectory(unfinished));
        if (std::rename(QFile::encodeName(unfinished).constData(), QFile::encodeName(m_kept.path()).constData()) != 0)
            return tl::unexpected(systemError(m_kept.path(), u"file.write"_s));
        return syncDirectory(m_vault.path());
    };
    const Result<> done = copyAll();
    if (!done)
        discard();
    return done;
}

Result<> RekeyKeep::check(const Keyring &keys) const
{
    for (int level = 2; level <= 4; ++level) {
        if (!keys.isCleared(level))
            return fail(ErrorCode::NotPermitted, u"level.not_cleared"_s, {QString::number(level)});
        DW_ASSIGN(const auto db, Connection::open(m_kept.databaseFile(level), keys.levelKey(level), Connection::Mode::ReadOnly));
        DW_TRY(db->checkIntegrity());
    }
    return {};
}

Result<> RekeyKeep::putBack() const
{
    for (int level = 2; level <= 4; ++level)
        RekeyFile {m_vault.databaseFile(level)}.discard();
    for (const QString &name : names()) {
        const QString from = m_kept.path() + u'/' + name;
        const QString to = m_vault.path() + u'/' + name;
        // A log that belongs to the present file would be replayed into the former one.
        if (name.endsWith(u"-wal"_s)) {
            QFile::remove(to);
            QFile::remove(to.chopped(4) + u"-shm"_s);
        }
        if (QFileInfo::exists(from))
            DW_TRY(copyOver(from, to));
    }
    return syncDirectory(m_vault.path());
}

void RekeyKeep::discard() const noexcept
{
    // The slots go first: what is left of an interrupted removal is no copy.
    QFile::remove(m_kept.slotsFile());
    QDir(m_kept.path()).removeRecursively();
    QDir(m_kept.path() + u".part"_s).removeRecursively();
}

} // namespace dw
