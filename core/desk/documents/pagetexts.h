#pragma once

#include "core/domain/document.h"
#include "core/domain/filetext.h"

#include <QMap>

namespace dw {

class Connection;

/// The table `page_text` of a level's database: the text of a version's pages as SearchText has it, kept when the version
/// is searched for client information, so that a word is looked up among a thousand pages without reading them again.
namespace pagetexts {

using Texts = QMap<int, QString>; ///< By page from zero; pages that are pictures are not there.

void collect(const FileText &text, Texts &texts); ///< What a search comes by; other than pages of the file itself is passed over.
Result<Texts> list(Connection &db, const VersionId &version);
Result<> replace(Connection &db, const VersionId &version, const Texts &texts);

} // namespace pagetexts

} // namespace dw
