#pragma once

#include <QString>

namespace dw {

/// A vault in a folder that a program copies elsewhere loses its single-writer guarantee: two copies of one file
/// from different moments do not fit together.
namespace syncfolder {

/// "dropbox", "onedrive", "nextcloud", "syncthing", "icloud", "googledrive", "owncloud", "seafile"; empty when the path lies in none.
QString providerOf(const QString &path);

} // namespace syncfolder
} // namespace dw
