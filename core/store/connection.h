#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"

#include <QVariantMap>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace dw {

/// One prepared statement; finalised on destruction. Only valid while its Connection lives.
class Statement
{
public:
    Statement(sqlite3_stmt *handle, QString file);
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Binds by position, from 1: null, bool, integers, doubles, QString, QByteArray (blob).
    Result<> bind(int position, const QVariant &value);
    /// Binds every named parameter (":name") the statement has; one without a value is an error.
    Result<> bind(const QVariantMap &values);

    Result<bool> step(); ///< True: a row is there. False: done.
    Result<> run(); ///< Steps to the end, then resets and clears the bindings: ready for the next row.
    void reset();

    int columnCount() const;
    QString columnName(int column) const;
    QVariant value(int column) const; ///< Null, qint64, double, QString or QByteArray.
    QVariantMap row() const;
    bool isReadOnly() const;

private:
    sqlite3_stmt *m_handle = nullptr;
    QString m_file;
};

/// One open SQLCipher database. Not for two threads at once.
class Connection
{
public:
    enum class Mode { Create, ReadWrite, ReadOnly };

    /// Opens with a raw 32-byte key and proves that the key fits by reading the schema.
    /// Errors: "store.missing", "store.damaged" (also for a wrong key), "store.disk_full", "store.io".
    static Result<std::unique_ptr<Connection>> open(const QString &path, const SecretBytes &key, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    Result<Statement> prepare(const QString &sql) const;
    Result<> execute(const QString &sql); ///< One or several statements without parameters.
    Result<> run(const QString &sql, const QVariantMap &values = {});
    Result<QList<QVariantMap>> rows(const QString &sql, const QVariantMap &values = {}) const;
    Result<QVariant> value(const QString &sql, const QVariantMap &values = {}) const; ///< First column of the first row.

    Result<> begin(); ///< BEGIN IMMEDIATE: the writer's lock is taken now, not in the middle.
    Result<> beginSnapshot(); ///< BEGIN and a first read, so that the snapshot is fixed.
    Result<> commit();
    void rollback() noexcept;
    bool isInTransaction() const;

    qint64 changes() const; ///< Rows changed by the last statement.
    QString fileName() const { return m_file; } ///< Without the directory, for messages.
    sqlite3 *handle() const { return m_handle; }

    Result<> checkIntegrity() const; ///< Page MACs and structure.
    Result<> checkpoint(); ///< Brings the write-ahead log into the file.
    Result<> copyTo(const QString &path, const SecretBytes &key) const; ///< Page by page, under another key.

    /// A failure in the words of our errors; never SQLCipher's own text for damage.
    static tl::unexpected<Error> failure(int code, const QString &file, const char *message);

private:
    Connection(sqlite3 *handle, QString file)
        : m_handle(handle)
        , m_file(std::move(file))
    {
    }

    Result<> unlock(const SecretBytes &key);
    Result<> configure(Mode mode);

    sqlite3 *m_handle = nullptr;
    QString m_file;
};

} // namespace dw
