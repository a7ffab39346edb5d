#pragma once

#include <QString>

#include <qpdf/QPDFObjectHandle.hh>

#include <string>

namespace dw {

/// /ActualText of marked content (14.9.4): what a run of glyphs means. It is what readers search and copy, but nothing
/// binds it to what the page shows, so it stays only where it says just what the glyphs say (up to letter case, which
/// small capitals lose), no more than spaces, or the dots of a leader, and where no glyph of the run was taken.
class ReplacementText
{
public:
    /// `tag`: of the marked content in the cut stream; ContentCleaner lets no other through.
    explicit ReplacementText(std::string tag);

    /// `properties`: second operand of BDC, resolved. Does nothing without /ActualText or inside another run.
    void begin(QPDFObjectHandle properties, std::size_t written, std::size_t frames);

    bool isOpen() const { return m_open; }
    void show(const QString &text) { m_shown += text; }
    void spoil() { m_spoiled = true; } ///< A glyph of the run is taken, or something else is painted in it.

    /// Only `frames` groups are still open: a run that began in another one goes, with its group its beginning may be gone.
    void leave(std::size_t frames) { m_spoiled = m_spoiled || frames < m_frames; }

    /// EMC of the run: puts it into `out`, which has grown since begin().
    void end(std::string &out, std::size_t frames);

    /// Whether `actual` says no more than `shown`.
    static bool agree(const QString &actual, const QString &shown);

private:
    const std::string m_tag;
    bool m_open = false;
    bool m_spoiled = false;
    std::size_t m_written = 0;
    std::size_t m_frames = 0;
    QString m_actual;
    QString m_shown;
};

} // namespace dw
