#pragma once

#include "core/desk/documents/wordsearch.h"
#include "core/domain/document.h"

namespace dw {

/// Finds many names at once in page texts, the longest one at each place. A plain look-up of the deal's own names:
/// it recognises nothing that nobody has told it.
class NameFinder
{
public:
    /// Names shorter than two characters are left out: they would be everywhere.
    explicit NameFinder(const QList<ProtectedName> &names);

    bool isEmpty() const { return m_needles.isEmpty(); }

    /// The findings of one page; `info` brings rectangles into default user space.
    QList<Finding> find(const PdfPageText &page, const PdfPageInfo &info, int pageNumber) const;

private:
    struct Needle {
        QString text; ///< Normalised.
        QString kind;
    };

    /// Index of the longest needle that starts at `from`, or -1.
    qsizetype longestAt(const SearchText &text, qsizetype from) const;

    QList<Needle> m_needles; // sorted by text
};

} // namespace dw
