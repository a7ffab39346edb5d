#pragma once

#include <QString>

namespace dw {

/// Text as it is compared: Unicode's compatibility form (NFKC), and the signs of the block "CJK Radicals Supplement"
/// as the characters that they stand for. Fonts that hold one shape for both let PDF writers and extractors give
/// back the radical for 门, 见 or 民 (NFKC folds the Kangxi radicals, but not these).
/// Source of the table: Unicode 15.0, EquivalentUnifiedIdeograph.txt.
QString compatibilityForm(const QString &text);

/// The same without spaces, which readers see where there are none.
QString comparableForm(const QString &text);

} // namespace dw
