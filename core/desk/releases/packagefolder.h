#pragma once

#include "core/base/result.h"
#include "core/desk/releases/packagebuilder.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace dw {

namespace packagefolder {

/// A file name that any system takes and that tells nothing: letters, digits, dots and dashes.
QString safeName(const QString &name);

} // namespace packagefolder

/// Puts a package into a directory, all of its files or none: staged beside the target, synced, then renamed.
class PackageFolder
{
public:
    /// Writes the files into a hidden folder of `directory` (made when it is missing). Errors: "file.unwritable",
    /// "store.disk_full".
    static Result<PackageFolder> stage(const QString &directory, const QString &name, const QList<PackageFile> &files);

    /// Makes it visible as `directory`/`name`. "file.exists" when something of that name is there.
    Result<> publish();

    QString name() const { return m_name; }
    QStringList files() const { return m_files; } ///< Full paths after publish().

private:
    std::unique_ptr<QTemporaryDir> m_staging; ///< Removed with whatever was not published.
    QString m_directory;
    QString m_name;
    QStringList m_files;
};

} // namespace dw
