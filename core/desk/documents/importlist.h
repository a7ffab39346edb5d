#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace dw {

/// One file that is to come in.
struct ImportEntry {
    QString path;
    QString name; ///< Its own name.
    QString folder; ///< The folders below what was dropped, "Contracts/2023"; empty for single files.
    qint64 size = 0;
};

/// What was dropped or chosen, folders opened: in the order of names, each file once.
class ImportList
{
public:
    static constexpr int mostFiles = 10000;

    /// Hidden files and folders, links and what is no plain file are left out.
    static ImportList gather(const QStringList &paths);

    const QList<ImportEntry> &files() const { return m_files; }
    int leftOut() const { return m_leftOut; } ///< Hidden ones, links, devices.
    bool isCut() const { return m_isCut; } ///< There were more than mostFiles.

private:
    void add(const QString &path, const QString &folder);
    void addFolder(const QString &path, const QString &folder);

    QList<ImportEntry> m_files;
    QSet<QString> m_seen;
    int m_leftOut = 0;
    bool m_isCut = false;
};

} // namespace dw
