#pragma once

#include "core/engines/redact/fontblank.h"
#include "core/engines/redact/fontuse.h"

#include <QList>
#include <QString>

namespace dw {

/// Takes out of the fonts of a new file what only removed text used: glyphs, their names, widths and codes, and lines
/// of /ToUnicode. What cannot be taken out without doubt stays, and is said.
class FontScrubber
{
public:
    enum class Result {
        Scrubbed, ///< Nothing is left in it of what is not shown.
        WholeFont, ///< The program is no subset: that it has a glyph tells nothing about the text. The rest is scrubbed.
        Kept, ///< It may hold glyphs or widths of removed text.
    };

    struct Outcome {
        QString font; ///< Its name without the letters before "+".
        Result result = Result::Kept;
        int glyphs = 0; ///< How many outlines were taken out.
    };

    FontScrubber(QPDF &target, const FontUse &use);

    /// `fonts`: indirect fonts of the new file. Fonts that share parts with them are scrubbed too.
    QList<Outcome> scrub(const std::vector<QPDFObjectHandle> &fonts);

private:
    struct Font;
    struct Group;

    static bool open(Group &group);
    static bool readCodes(Font &font);
    void scrubSimple(Font &font);
    bool scrubComposite(Font &font, const std::set<unsigned> &cids);
    bool scrubMeanings(Font &font);
    bool scrubEncoding(Font &font);
    Outcome scrubProgram(Group &group);

    QPDF &m_pdf;
    const FontUse &m_use;
};

QString nameOf(FontScrubber::Result result); ///< "scrubbed", "whole_font", "kept".

} // namespace dw
