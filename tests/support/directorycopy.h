#pragma once

#include <QDirIterator>
#include <QFile>

namespace dwtest {

/// What a thief, or a backup by hand, would take: every file of a directory.
inline void copyDirectory(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDirIterator it(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        it.next();
        const QString target = to + it.filePath().mid(from.size());
        QDir().mkpath(QFileInfo(target).path());
        if (!QFile::copy(it.filePath(), target))
            qFatal("cannot copy %s", qPrintable(it.filePath()));
    }
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace dwtest
