#include "core/store/connection.h"

#include <sqlite3.h>

#include <utility>

namespace dw {

using namespace Qt::StringLiterals;

Statement::Statement(sqlite3_stmt *handle, QString file)
    : m_handle(handle)
    , m_file(std::move(file))
{
}

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

Statement::Statement(Statement &&other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
    , m_file(std::move(other.m_file))
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    if (this != &other) {
        sqlite3_finalize(m_handle);
        m_handle = std::exchange(other.m_handle, nullptr);
        m_file = std::move(other.m_file);
    }
    return *this;
}

Result<> Statement::bind(int position, const QVariant &value)
{
    int code = SQLITE_OK;
    if (value.isNull() || !value.isValid()) {
        code = sqlite3_bind_null(m_handle, position);
    } else {
        switch (value.typeId()) {
        case QMetaType::Bool:
            code = sqlite3_bind_int(m_handle, position, value.toBool() ? 1 : 0);
            break;
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::LongLong:
        case QMetaType::ULongLong:
            code = sqlite3_bind_int64(m_handle, position, value.toLongLong());
            break;
        case QMetaType::Double:
        case QMetaType::Float:
            code = sqlite3_bind_double(m_handle, position, value.toDouble());
            break;
        case QMetaType::QByteArray: {
            const QByteArray bytes = value.toByteArray();
            code = sqlite3_bind_blob64(m_handle, position, bytes.constData(), sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT);
            break;
        }
        default: {
            const QByteArray text = value.toString().toUtf8();
            code = sqlite3_bind_text64(m_handle, position, text.constData(), sqlite3_uint64(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
        }
        }
    }
    if (code != SQLITE_OK)
        return Connection::failure(code, m_file, sqlite3_errmsg(sqlite3_db_handle(m_handle)));
    return {};
}

Result<> Statement::bind(const QVariantMap &values)
{
    const int count = sqlite3_bind_parameter_count(m_handle);
    for (int position = 1; position <= count; ++position) {
        const char *name = sqlite3_bind_parameter_name(m_handle, position);
        const auto it = name ? values.constFind(QString::fromUtf8(name)) : values.constEnd();
        if (it == values.constEnd())
            return fail(ErrorCode::Internal, u"store.parameter"_s, {}, u"no value for %1"_s.arg(QString::fromUtf8(name ? name : "?")));
        DW_TRY(bind(position, *it));
    }
    return {};
}

Result<bool> Statement::step()
{
    switch (const int code = sqlite3_step(m_handle)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default: {
        const auto error = Connection::failure(code, m_file, sqlite3_errmsg(sqlite3_db_handle(m_handle)));
        sqlite3_reset(m_handle);
        return error;
    }
    }
}

Result<> Statement::run()
{
    for (;;) {
        DW_ASSIGN(const bool more, step());
        if (!more)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
}

int Statement::columnCount() const
{
    return sqlite3_column_count(m_handle);
}

QString Statement::columnName(int column) const
{
    return QString::fromUtf8(sqlite3_column_name(m_handle, column));
}

QVariant Statement::value(int column) const
{
    switch (sqlite3_column_type(m_handle, column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(m_handle, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(m_handle, column);
    case SQLITE_BLOB:
        return QByteArray(static_cast<const char *>(sqlite3_column_blob(m_handle, column)), sqlite3_column_bytes(m_handle, column));
    case SQLITE_TEXT:
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column)),
            sqlite3_column_bytes(m_handle, column));
    default:
        return {};
    }
}

QVariantMap Statement::row() const
{
    QVariantMap map;
    for (int column = 0; column < columnCount(); ++column)
        map.insert(columnName(column), value(column));
    return map;
}

bool Statement::isReadOnly() const
{
    return sqlite3_stmt_readonly(m_handle) != 0;
}

} // namespace dw
