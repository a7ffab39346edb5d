#pragma once

#include "core/engines/redact/cutareas.h"

#include <QMap>

namespace dw {

/// Tells a string that only lies across a mark from the word that the mark was made for, as a stamp lies across a line.
///
/// Told by what of one string lies in the mark: the word, or a part of it, or something else. Of something else the letters
/// go whose middle is in the mark, but not those beside it whose ink reaches under its edge: nobody marked these.
class MarkedWords
{
public:
    explicit MarkedWords(const CutAreas &areas);

    /// A glyph whose middle, or all of whose ink, lies in the area; in the order of the string. An empty text says nothing.
    void add(int area, const QString &text);

    /// True if the string is known to be another than the area's word.
    bool isOther(int area) const;

private:
    const CutAreas &m_areas;
    struct Part {
        QString text;
        bool known = true;
    };
    QMap<int, Part> m_parts;
};

} // namespace dw
