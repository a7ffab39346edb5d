#include "core/store/connection.h"

#include <sqlite3.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logStore, "dealward.store", QtWarningMsg)

constexpr int busyTimeoutMs = 5000;
constexpr int backupPagesPerStep = 256;

// SQLCipher and SQLite log to stderr by themselves; keep it to the code, which carries no content.
void logCode(void *, int code, const char *)
{
    qCDebug(logStore) << "sqlite code" << code;
}

void initialiseOnce()
{
    static const int done = [] {
        sqlite3_config(SQLITE_CONFIG_LOG, logCode, nullptr);
        return sqlite3_initialize();
    }();
    Q_UNUSED(done)
}

SecretBytes rawKeyText(const SecretBytes &key)
{
    static constexpr char hex[] = "0123456789abcdef";
    SecretBytes text(key.size() * 2 + 3);
    auto *out = text.data();
    *out++ = 'x';
    *out++ = '\'';
    for (const std::uint8_t byte : key.span()) {
        *out++ = std::uint8_t(hex[byte >> 4]);
        *out++ = std::uint8_t(hex[byte & 0xf]);
    }
    *out = '\'';
    return text;
}

} // namespace

tl::unexpected<Error> Connection::failure(int code, const QString &file, const char *message)
{
    const QString detail = u"sqlite %1: %2"_s.arg(code).arg(QString::fromUtf8(message ? message : ""));
    switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_NOMEM: // what SQLCipher answers when a page's MAC does not fit
        return fail(ErrorCode::Corrupt, u"store.damaged"_s, {file}, detail);
    case SQLITE_FULL:
        return fail(ErrorCode::Io, u"store.disk_full"_s, {file}, detail);
    case SQLITE_IOERR:
        // A file size limit or quota shows as a failed write.
        if (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_SHMSIZE)
            return fail(ErrorCode::Io, u"store.disk_full"_s, {file}, detail);
        return fail(ErrorCode::Io, u"store.io"_s, {file}, detail);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return fail(ErrorCode::Io, u"store.read_only"_s, {file}, detail);
    case SQLITE_CANTOPEN:
        return fail(ErrorCode::Io, u"store.cannot_open"_s, {file}, detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(ErrorCode::Locked, u"store.busy"_s, {file}, detail);
    case SQLITE_CONSTRAINT:
        return fail(ErrorCode::Conflict, u"store.constraint"_s, {file}, detail);
    case SQLITE_INTERRUPT:
        return fail(ErrorCode::Cancelled, u"job.cancelled"_s, {}, detail);
    default:
        return fail(ErrorCode::Internal, u"store.failed"_s, {file}, detail);
    }
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, const SecretBytes &key, Mode mode)
{
    initialiseOnce();
    const QFileInfo info(path);
    const QString file = info.fileName();
    if (mode != Mode::Create && !info.exists())
        return fail(ErrorCode::NotFound, u"store.missing"_s, {file});
    // SQLite takes an empty file for a new database and would fill it.
    if (mode != Mode::Create && info.size() == 0)
        return fail(ErrorCode::Corrupt, u"store.damaged"_s, {file}, u"empty file"_s);
    // NOFOLLOW refuses any link on the way, so resolve the directory ourselves first.
    const QString directory = QFileInfo(info.absolutePath()).canonicalFilePath();
    const QByteArray canonical = QFile::encodeName(directory + u'/' + file);
    int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_FULLMUTEX;
    flags |= mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (mode == Mode::Create)
        flags |= SQLITE_OPEN_CREATE;
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(canonical.constData(), &handle, flags, nullptr);
    std::unique_ptr<Connection> connection(new Connection(handle, file));
    if (code != SQLITE_OK)
        return failure(code, file, handle ? sqlite3_errmsg(handle) : nullptr);
    DW_TRY(connection->unlock(key));
    DW_TRY(connection->configure(mode));
    return connection;
}

Connection::~Connection()
{
    sqlite3_close_v2(m_handle);
}

Result<> Connection::unlock(const SecretBytes &key)
{
    // SQLCipher would write to standard error; what it knows comes back as an error code.
    sqlite3_exec(m_handle, "PRAGMA cipher_log_level=NONE", nullptr, nullptr, nullptr);
    const SecretBytes text = rawKeyText(key);
    if (const int code = sqlite3_key(m_handle, text.data(), int(text.size())); code != SQLITE_OK)
        return failure(code, m_file, sqlite3_errmsg(m_handle));
    return {};
}

Result<> Connection::configure(Mode mode)
{
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_busy_timeout(m_handle, busyTimeoutMs);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    // The first read proves the key: a wrong one looks like damage.
    DW_TRY(value(u"SELECT count(*) FROM sqlite_master"_s));
    DW_TRY(execute(u"PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA cache_size=-16000;"_s));
    if (mode != Mode::ReadOnly) {
        DW_ASSIGN(const QVariant journal, value(u"PRAGMA journal_mode=WAL"_s));
        if (journal.toString() != u"wal"_s)
            return fail(ErrorCode::Unsupported, u"store.no_wal"_s, {m_file});
        DW_TRY(execute(u"PRAGMA synchronous=FULL"_s));
    }
    return {};
}

Result<Statement> Connection::prepare(const QString &sql) const
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v2(m_handle, text.constData(), int(text.size()), &statement, nullptr);
    if (code != SQLITE_OK)
        return failure(code, m_file, sqlite3_errmsg(m_handle));
    return Statement(statement, m_file);
}

Result<> Connection::execute(const QString &sql)
{
    const int code = sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return failure(code, m_file, sqlite3_errmsg(m_handle));
    return {};
}

Result<> Connection::run(const QString &sql, const QVariantMap &values)
{
    DW_ASSIGN(Statement statement, prepare(sql));
    DW_TRY(statement.bind(values));
    return statement.run();
}

Result<QList<QVariantMap>> Connection::rows(const QString &sql, const QVariantMap &values) const
{
    DW_ASSIGN(Statement statement, prepare(sql));
    DW_TRY(statement.bind(values));
    QList<QVariantMap> list;
    for (;;) {
        DW_ASSIGN(const bool more, statement.step());
        if (!more)
            return list;
        list.append(statement.row());
    }
}

Result<QVariant> Connection::value(const QString &sql, const QVariantMap &values) const
{
    DW_ASSIGN(Statement statement, prepare(sql));
    DW_TRY(statement.bind(values));
    DW_ASSIGN(const bool more, statement.step());
    return more ? statement.value(0) : QVariant();
}

Result<> Connection::begin()
{
    return execute(u"BEGIN IMMEDIATE"_s);
}

Result<> Connection::beginSnapshot()
{
    DW_TRY(execute(u"BEGIN"_s));
    const auto first = value(u"SELECT count(*) FROM sqlite_master"_s);
    if (!first) {
        rollback();
        return failed(first);
    }
    return {};
}

Result<> Connection::commit()
{
    return execute(u"COMMIT"_s);
}

void Connection::rollback() noexcept
{
    if (isInTransaction())
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

bool Connection::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

qint64 Connection::changes() const
{
    return sqlite3_changes64(m_handle);
}

Result<> Connection::checkIntegrity() const
{
    DW_ASSIGN(const auto cipher, rows(u"PRAGMA cipher_integrity_check"_s));
    if (!cipher.isEmpty())
        return fail(ErrorCode::Corrupt, u"store.damaged"_s, {m_file}, u"page authentication failed"_s);
    DW_ASSIGN(const QVariant verdict, value(u"PRAGMA integrity_check(1)"_s));
    if (verdict.toString() != u"ok"_s)
        return fail(ErrorCode::Corrupt, u"store.damaged"_s, {m_file}, verdict.toString());
    return {};
}

Result<> Connection::checkpoint()
{
    return execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

Result<> Connection::copyTo(const QString &path, const SecretBytes &key) const
{
    DW_ASSIGN(const auto target, open(path, key, Mode::Create));
    // A WAL target would leave a second file beside the copy.
    DW_TRY(target->value(u"PRAGMA journal_mode=DELETE"_s));
    sqlite3_backup *backup = sqlite3_backup_init(target->handle(), "main", m_handle, "main");
    if (!backup)
        return failure(sqlite3_errcode(target->handle()), target->fileName(), sqlite3_errmsg(target->handle()));
    int code = SQLITE_OK;
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)
        code = sqlite3_backup_step(backup, backupPagesPerStep);
    const int finished = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE || finished != SQLITE_OK)
        return failure(code != SQLITE_DONE ? code : finished, target->fileName(), "backup");
    // The copy brought the source's WAL mode along: without it, it can be read where nothing can be written.
    DW_TRY(target->value(u"PRAGMA journal_mode=DELETE"_s));
    return {};
}

} // namespace dw
