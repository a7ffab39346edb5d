#include "tests/lint/sources.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dwtest {

QStringList sourceFiles(const QStringList &tops)
{
    const QDir root(QStringLiteral(DW_SOURCE_DIR));
    QStringList files;
    for (const QString &top : tops) {
        QDirIterator it(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(root.relativeFilePath(it.next()));
    }
    files.sort();
    return files;
}

QString sourceText(const QString &relativePath)
{
    QFile file(QStringLiteral(DW_SOURCE_DIR "/") + relativePath);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList includesOf(const QString &relativePath)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s+(?:\"([^\"]+)\"|(<[^>]+>))"_s, QRegularExpression::MultilineOption);
    QStringList targets;
    auto it = include.globalMatch(sourceText(relativePath));
    while (it.hasNext()) {
        const auto match = it.next();
        targets.append(match.captured(1).isEmpty() ? match.captured(2) : match.captured(1));
    }
    return targets;
}

} // namespace dwtest
