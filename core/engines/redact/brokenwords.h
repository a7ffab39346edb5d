#pragma once

#include "core/engines/redact/cutcontext.h"

namespace dw {

/// A search for a word marks it where it stands in one line. Where a line ends within it, nothing was found and nothing
/// is marked, and who reads the glyphs in the order of drawing finds it.
class BrokenWords
{
public:
    explicit BrokenWords(const std::vector<KeptGlyph> &kept);

    /// The glyphs of all places at which `word` is broken over lines. None when it also stands whole somewhere: then
    /// it is not meant to go from the whole page.
    QList<QRectF> find(const QString &word) const;

private:
    const std::vector<KeptGlyph> &m_kept;
    QString m_text;
    std::vector<std::size_t> m_places; ///< The glyph of each character.
};

} // namespace dw
