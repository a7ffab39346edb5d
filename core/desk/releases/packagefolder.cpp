#include "core/desk/releases/packagefolder.h"

#include "core/base/atomicwrite.h"

#include <QDir>
#include <QFileInfo>

namespace dw {

using namespace Qt::StringLiterals;

QString packagefolder::safeName(const QString &name)
{
    QString safe;
    for (const QChar c : name) {
        const bool isPlain = (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'.' || c == u'-' || c == u'_';
        safe.append(isPlain ? c : u'-');
    }
    while (safe.startsWith(u'.') || safe.startsWith(u'-'))
        safe.remove(0, 1);
    return safe.isEmpty() ? u"document.pdf"_s : safe;
}

Result<PackageFolder> PackageFolder::stage(const QString &directory, const QString &name, const QList<PackageFile> &files)
{
    PackageFolder folder;
    folder.m_directory = QFileInfo(directory).absoluteFilePath();
    folder.m_name = name;
    if (!QDir().mkpath(folder.m_directory))
        return fail(ErrorCode::Io, u"file.unwritable"_s, {directory});
    folder.m_staging = std::make_unique<QTemporaryDir>(folder.m_directory + u"/.release-XXXXXX"_s);
    if (!folder.m_staging->isValid())
        return fail(ErrorCode::Io, u"file.unwritable"_s, {directory}, folder.m_staging->errorString());
    const QString inner = folder.m_staging->filePath(name);
    if (!QDir().mkpath(inner))
        return fail(ErrorCode::Io, u"file.unwritable"_s, {directory});
    for (const PackageFile &file : files) {
        const QString fileName = packagefolder::safeName(file.name);
        DW_TRY(writeFileAtomically(inner + u'/' + fileName, file.bytes));
        folder.m_files.append(folder.m_directory + u'/' + name + u'/' + fileName);
    }
    return folder;
}

Result<> PackageFolder::publish()
{
    const QString target = m_directory + u'/' + m_name;
    if (QFileInfo::exists(target))
        return fail(ErrorCode::Conflict, u"file.exists"_s, {target});
    if (!QDir().rename(m_staging->filePath(m_name), target))
        return fail(ErrorCode::Io, u"file.unwritable"_s, {target});
    return {};
}

} // namespace dw
