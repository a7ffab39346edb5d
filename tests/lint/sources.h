#pragma once

#include <QString>
#include <QStringList>

namespace dwtest {

/// Paths of all C++ files of the given top folders, relative to the project, sorted.
QStringList sourceFiles(const QStringList &tops);

/// The text of a file of the project.
QString sourceText(const QString &relativePath);

/// The targets of its #include lines: `core/x.h` for quoted ones, `<botan/x.h>` for those in brackets.
QStringList includesOf(const QString &relativePath);

} // namespace dwtest
