#include "core/desk/backup/syncfolder.h"

#include <QDir>
#include <QFileInfo>

#include <array>

namespace dw::syncfolder {

using namespace Qt::StringLiterals;

namespace {

struct Marker {
    QLatin1StringView file; ///< What the program leaves in its folder.
    QLatin1StringView provider;
};

constexpr std::array<Marker, 9> markers {{
    {".dropbox"_L1, "dropbox"_L1},
    {".dropbox.cache"_L1, "dropbox"_L1},
    {".stfolder"_L1, "syncthing"_L1},
    {".stignore"_L1, "syncthing"_L1},
    {".nextcloudsync.log"_L1, "nextcloud"_L1},
    {".owncloudsync.log"_L1, "owncloud"_L1},
    {".seafile-data"_L1, "seafile"_L1},
    {".tmp.drivedownload"_L1, "googledrive"_L1},
    {".849C9593-D756-4E56-8D6E-42412F2A707B"_L1, "onedrive"_L1},
}};

// Folder names as the programs make them: "OneDrive - Firm", "Dropbox (Personal)".
QString providerOfName(const QString &name)
{
    static const std::array<std::pair<QLatin1StringView, QLatin1StringView>, 8> beginnings {{
        {"dropbox"_L1, "dropbox"_L1}, {"onedrive"_L1, "onedrive"_L1}, {"nextcloud"_L1, "nextcloud"_L1},
        {"owncloud"_L1, "owncloud"_L1}, {"google drive"_L1, "googledrive"_L1}, {"googledrive"_L1, "googledrive"_L1},
        {"icloud"_L1, "icloud"_L1}, {"syncthing"_L1, "syncthing"_L1}}};
    const QString lower = name.toLower();
    for (const auto &[beginning, provider] : beginnings) {
        if (lower == beginning
            || (lower.startsWith(beginning) && !lower.at(beginning.size()).isLetterOrNumber()))
            return provider;
    }
    return lower == "mobile documents"_L1 ? u"icloud"_s : QString();
}

} // namespace

QString providerOf(const QString &path)
{
    const QFileInfo info(path);
    QDir dir(info.exists() ? info.canonicalFilePath() : info.absoluteFilePath());
    do {
        for (const Marker &marker : markers) {
            if (QFileInfo::exists(dir.filePath(marker.file)))
                return marker.provider;
        }
        if (const QString provider = providerOfName(dir.dirName()); !provider.isEmpty())
            return provider;
    } while (dir.cdUp());
    return {};
}

} // namespace dw::syncfolder
