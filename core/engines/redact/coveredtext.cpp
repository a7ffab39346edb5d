#include "core/engines/redact/coveredtext.h"

#include <algorithm>
#include <cmath>

namespace dw {

namespace {

constexpr int dark = 90; ///< Of 255; a box this dark or darker hides on purpose.
constexpr int even = 6; ///< Colours this near are one.
constexpr int faint = 60; ///< Letters that differ less from a dark ground are read only by who looks for them.

bool saysSomething(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); }) >= 2
        || std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x3400 && c.isLetter(); });
}

} // namespace

CoveredText::CoveredText(const PageDrawing &drawing, const QImage &picture, double scale)
    : m_drawing(drawing)
    , m_picture(picture)
    , m_scale(scale)
{
}

/// Glyphs drawn one after the other and side by side.
QList<CoveredText::Word> CoveredText::words() const
{
    QList<Word> result;
    bool open = false;
    for (qsizetype i = 0; i < m_drawing.glyphs.size(); ++i) {
        const DrawnGlyph &glyph = m_drawing.glyphs.at(i);
        if (glyph.length == 0) {
            open = false;
            continue;
        }
        if (open) {
            const Word &word = result.last();
            const double gap = 0.35 * std::min(glyph.box.height(), glyph.box.width() + glyph.box.height());
            const QRectF near = word.rect.adjusted(-gap, -gap, gap, gap);
            open = near.intersects(glyph.box) && word.invisible == glyph.invisible && word.text.size() < 60
                && std::abs(glyph.box.height() - m_drawing.glyphs.at(i - 1).box.height()) < 0.5 * glyph.box.height();
        }
        if (!open)
            result.append(Word {i, i, glyph.box, glyph.invisible, {}});
        Word &word = result.last();
        word.last = i;
        word.rect = word.rect.united(glyph.box);
        word.text += m_drawing.textOf(glyph);
        open = true;
    }
    return result;
}

void CoveredText::run()
{
    for (const Word &word : words()) {
        if (saysSomething(word.text))
            judge(word);
    }
}

void CoveredText::judge(const Word &word)
{
    const double x = word.rect.width() * 0.1;
    const double y = word.rect.height() * 0.25;
    const QRectF area = word.rect.adjusted(x, y, -x, -y);
    switch (lookOf(area)) {
    case Look::Seen:
        break;
    case Look::Faint:
        if (coverOf(word, area, false))
            seenThrough.append(word.text);
        break;
    case Look::Dark:
        underBox.append(word.text);
        break;
    case Look::Even:
        if (word.invisible)
            break;
        if (coverOf(word, area, true))
            underCover.append(word.text);
        else
            unseen.append(word.text);
        break;
    }
}

/// How the place looks: with something in it, dark with little in it, or all of one colour.
CoveredText::Look CoveredText::lookOf(const QRectF &area) const
{
    const QRect rect = QRectF(area.topLeft() * m_scale, area.size() * m_scale).toRect();
    if (rect.width() < 3 || rect.height() < 3 || !m_picture.rect().contains(rect))
        return Look::Seen; // too small to tell, or not on the page
    int low[3] {255, 255, 255};
    int high[3] {0, 0, 0};
    for (int py = rect.top(); py <= rect.bottom(); ++py) {
        const uchar *const line = m_picture.constScanLine(py);
        for (int px = rect.left(); px <= rect.right(); ++px) {
            for (int c = 0; c < 3; ++c) {
                low[c] = std::min<int>(low[c], line[3 * px + c]);
                high[c] = std::max<int>(high[c], line[3 * px + c]);
            }
        }
    }
    const int range = std::max({high[0] - low[0], high[1] - low[1], high[2] - low[2]});
    const int lightest = std::max({high[0], high[1], high[2]});
    if (range <= even)
        return lightest <= dark ? Look::Dark : Look::Even;
    return range <= faint && lightest <= dark + faint ? Look::Faint : Look::Seen;
}

/// What is drawn over the word after it: opaque, or dark and let through.
const DrawnItem *CoveredText::coverOf(const Word &word, const QRectF &area, bool plain) const
{
    for (auto item = m_drawing.items.rbegin(); item != m_drawing.items.rend() && item->glyphsBefore > word.last; ++item) {
        const bool covers = item->kind == DrawnItem::Kind::Fill || item->kind == DrawnItem::Kind::Image;
        if (covers && item->plain == plain && (plain || (item->grey <= dark && item->opacity > 0.3)) && item->box.contains(area))
            return &*item;
    }
    return nullptr;
}

} // namespace dw
