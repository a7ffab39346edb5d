#include "core/desk/documents/importlist.h"

#include <QDir>
#include <QFileInfo>

namespace dw {

using namespace Qt::StringLiterals;

ImportList ImportList::gather(const QStringList &paths)
{
    ImportList list;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (info.isDir() && !info.isSymLink())
            list.addFolder(info.absoluteFilePath(), info.fileName());
        else
            list.add(path, {});
    }
    return list;
}

void ImportList::add(const QString &path, const QString &folder)
{
    const QFileInfo info(path);
    // A link in a folder may lead anywhere; one that the person chose by hand is what they meant.
    if (!info.isFile() || (!folder.isEmpty() && info.isSymLink())) {
        ++m_leftOut;
        return;
    }
    const QString real = info.canonicalFilePath();
    if (m_seen.contains(real))
        return;
    if (m_files.size() >= mostFiles) {
        m_isCut = true;
        return;
    }
    m_seen.insert(real);
    m_files.append({info.absoluteFilePath(), info.fileName(), folder, info.size()});
}

void ImportList::addFolder(const QString &path, const QString &folder)
{
    const QFileInfoList entries = QDir(path).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name | QDir::DirsLast);
    for (const QFileInfo &entry : entries) {
        if (m_isCut)
            return;
        if (entry.isHidden() || entry.fileName() == u"Thumbs.db"_s || entry.fileName() == u"desktop.ini"_s || (entry.isDir() && entry.isSymLink()))
            ++m_leftOut;
        else if (entry.isDir())
            addFolder(entry.absoluteFilePath(), folder + u'/' + entry.fileName());
        else
            add(entry.absoluteFilePath(), folder);
    }
}

} // namespace dw
