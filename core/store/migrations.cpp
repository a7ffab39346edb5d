#include "core/store/migrations.h"

#include "core/store/connection.h"

#include <QDir>
#include <QFile>

namespace dw::migrations {

using namespace Qt::StringLiterals;

namespace {

QStringList scripts(const QString &directory)
{
    return QDir(directory).entryList({u"[0-9][0-9][0-9][0-9]_*.sql"_s}, QDir::Files, QDir::Name);
}

int numberOf(const QString &name)
{
    return name.left(4).toInt();
}

} // namespace

int newest(const QString &directory)
{
    const QStringList names = scripts(directory);
    return names.isEmpty() ? 0 : numberOf(names.last());
}

Result<QString> script(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"store.schema"_s, {path}, u"script is missing"_s);
    return QString::fromUtf8(file.readAll());
}

Result<> runAfter(Connection &db, const QString &directory, int version)
{
    for (const QString &name : scripts(directory)) {
        if (numberOf(name) <= version)
            continue;
        DW_ASSIGN(const QString sql, script(directory + u'/' + name));
        DW_TRY(db.execute(sql));
    }
    return {};
}

Result<> migrate(Connection &db, const QString &directory, const std::function<Result<>()> &before)
{
    DW_ASSIGN(const QVariant current, db.value(u"PRAGMA user_version"_s));
    const int version = current.toInt();
    if (version > newest(directory))
        return fail(ErrorCode::Unsupported, u"store.newer_version"_s, {db.fileName(), QString::number(version)});
    if (version == newest(directory))
        return {};
    if (version > 0 && before)
        DW_TRY(before());
    DW_TRY(runAfter(db, directory, version));
    return db.execute(u"PRAGMA user_version=%1"_s.arg(newest(directory)));
}

} // namespace dw::migrations
