#include "core/engines/redact/boxplanner.h"

#include "core/base/normaltext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

/// How far two ranges overlap; negative when they do not.
double overlap(double a0, double a1, double b0, double b1)
{
    return std::min(a1, b1) - std::max(a0, b0);
}

bool isVertical(const PdfWord &word)
{
    return word.rotation % 180 != 0;
}

/// A neighbour that only abuts stays; anything that reaches under the box goes. Across the line a glyph's box is
/// taller than its ink, so a touch of less than 15 % on one side is the line above or below.
bool reachesUnder(const QRectF &character, const QRectF &box, bool vertical)
{
    constexpr double abutting = 0.05;
    constexpr double leading = 0.15;
    const double x = overlap(character.left(), character.right(), box.left(), box.right());
    const double y = overlap(character.top(), character.bottom(), box.top(), box.bottom());
    const double along = vertical ? y : x;
    const double across = vertical ? x : y;
    const double height = vertical ? character.width() : character.height();
    const double room = std::min(leading * height, 0.5 * (vertical ? box.width() : box.height()));
    return along > abutting && across > room;
}

QString comparable(const QString &text)
{
    QString result;
    for (const QChar c : compatibilityForm(text)) {
        if (!c.isSpace())
            result += c.toCaseFolded();
    }
    return result;
}

} // namespace

BoxPlanner::BoxPlanner(const PdfPageInfo &info, const PdfPageText &text)
    : m_info(info)
    , m_text(text)
{
    for (const PdfWord &word : m_text.words)
        m_dropped.append(QList<bool>(word.text.size(), false));
}

void BoxPlanner::add(const RedactionMark &mark, RedactionLevel level)
{
    const QRectF area = m_info.toDisplay(mark.area(m_info));
    addArea(area, mark.label, mark.level.value_or(level));
    if (!mark.word.isEmpty())
        dropNear(mark.word, area);
}

int BoxPlanner::addOccurrences(const QString &word, const RedactionMark &mark, RedactionLevel level)
{
    const auto found = occurrences(m_text, word);
    for (const auto &places : found) {
        QRectF area;
        for (const auto &[wordIndex, character] : places) {
            const PdfWord &shown = m_text.words.at(wordIndex);
            m_dropped[wordIndex][character] = true;
            // A word that breaks over two lines (or columns) becomes two boxes.
            const QRectF rect = shown.charRects.at(character);
            const double shared = isVertical(shown) ? overlap(area.left(), area.right(), rect.left(), rect.right())
                                                    : overlap(area.top(), area.bottom(), rect.top(), rect.bottom());
            if (!area.isNull() && shared < 0.5 * (isVertical(shown) ? rect.width() : rect.height())) {
                addArea(area, mark.label, mark.level.value_or(level));
                area = QRectF();
            }
            area = area.isNull() ? rect : area.united(rect);
        }
        addArea(area, mark.label, mark.level.value_or(level));
    }
    return int(found.size());
}

void BoxPlanner::addArea(const QRectF &area, const QString &label, RedactionLevel level)
{
    QRectF box = area;
    if (level == RedactionLevel::B)
        box = quantised(area);
    else if (level == RedactionLevel::C)
        box = wholeLine(area);
    m_boxes.append({box, label});
}

/// Extractors disagree about where glyphs are. If the marked word itself still stands at or beside its mark, its
/// remaining characters go too.
void BoxPlanner::dropNear(const QString &word, const QRectF &area)
{
    for (const auto &places : occurrences(m_text, word)) {
        bool near = false;
        for (const auto &[wordIndex, character] : places) {
            const QRectF rect = m_text.words.at(wordIndex).charRects.at(character);
            const double reach = 0.75 * std::max(1.0, std::min(rect.width(), rect.height()));
            near = near || area.adjusted(-reach, -reach, reach, reach).contains(rect.center());
        }
        for (const auto &[wordIndex, character] : places)
            m_dropped[wordIndex][character] = m_dropped[wordIndex][character] || near;
    }
}

QList<const PdfWord *> BoxPlanner::lineOf(const QRectF &area) const
{
    QList<const PdfWord *> line;
    for (const PdfWord &word : m_text.words) {
        const double shared = isVertical(word) ? overlap(word.rect.left(), word.rect.right(), area.left(), area.right())
                                               : overlap(word.rect.top(), word.rect.bottom(), area.top(), area.bottom());
        const double height = isVertical(word) ? std::min(word.rect.width(), area.width()) : std::min(word.rect.height(), area.height());
        if (shared >= 0.5 * height)
            line.append(&word);
    }
    return line;
}

/// Level B: grows the box along the line until it covers whole words and its length is a multiple of the quantum,
/// so that neither its length nor the rest of a cut word tells what was there.
QRectF BoxPlanner::quantised(const QRectF &area) const
{
    QList<const PdfWord *> line;
    bool vertical = false;
    double em = 0;
    for (const PdfWord *word : lineOf(area)) {
        if (!reachesUnder(word->rect, area, isVertical(*word)))
            continue;
        vertical = isVertical(*word);
        em = std::max(em, vertical ? word->rect.width() : word->rect.height());
    }
    if (em <= 0)
        return area; // no text: a picture's outline tells nothing of a width
    for (const PdfWord *word : lineOf(area)) {
        if (isVertical(*word) == vertical)
            line.append(word);
    }
    double start = vertical ? area.top() : area.left();
    double end = vertical ? area.bottom() : area.right();
    const double last = vertical ? m_info.displaySize().height() : m_info.displaySize().width();
    for (int round = 0; round < 50; ++round) {
        const double before = end - start;
        for (const PdfWord *word : std::as_const(line)) {
            const double w0 = vertical ? word->rect.top() : word->rect.left();
            const double w1 = vertical ? word->rect.bottom() : word->rect.right();
            if (overlap(w0, w1, start, end) > 0.05) {
                start = std::min(start, w0);
                end = std::max(end, w1);
            }
        }
        const double quanta = std::max(leastEms / quantumEms, std::ceil((end - start) / (quantumEms * em) - 1e-6));
        end = start + quanta * quantumEms * em;
        if (end > last) { // no room to the right: grow to the left
            start = std::max(0.0, start - (end - last));
            end = last;
        }
        if (end - start <= before + 1e-9)
            break;
    }
    return vertical ? QRectF(area.left(), start, area.width(), end - start) : QRectF(start, area.top(), end - start, area.height());
}

QRectF BoxPlanner::wholeLine(const QRectF &area) const
{
    QRectF box = area;
    for (const PdfWord *word : lineOf(area))
        box = box.united(word->rect);
    return box;
}

bool BoxPlanner::isRemoved(int word, int character) const
{
    if (m_dropped.at(word).at(character))
        return true;
    const PdfWord &shown = m_text.words.at(word);
    const QRectF rect = shown.charRects.at(character);
    return std::any_of(m_boxes.begin(), m_boxes.end(),
        [&](const BlackBox &box) { return reachesUnder(rect, box.area, isVertical(shown)); });
}

QList<PdfWord> BoxPlanner::survivors() const
{
    QList<PdfWord> result;
    for (int i = 0; i < m_text.words.size(); ++i) {
        const PdfWord &word = m_text.words.at(i);
        PdfWord piece;
        const auto flush = [&] {
            if (!piece.text.isEmpty())
                result.append(piece);
            piece = PdfWord();
        };
        for (int c = 0; c < word.text.size(); ++c) {
            if (isRemoved(i, c)) {
                flush();
                continue;
            }
            piece.text += word.text.at(c);
            piece.charRects.append(word.charRects.at(c));
            piece.rect = piece.rect.isNull() ? word.charRects.at(c) : piece.rect.united(word.charRects.at(c));
            piece.rotation = word.rotation;
        }
        if (piece.text.size() == word.text.size()) {
            piece.rect = word.rect; // untouched: its own box, also where character boxes are rounded
            piece.spaceAfter = word.spaceAfter;
            piece.lineEnd = word.lineEnd;
        }
        flush();
    }
    return result;
}

QList<QList<QPair<int, int>>> BoxPlanner::occurrences(const PdfPageText &text, const QString &word)
{
    const QString wanted = comparable(word);
    QList<QList<QPair<int, int>>> result;
    if (wanted.isEmpty())
        return result;
    QString page;
    QList<QPair<int, int>> places; // one for each character of `page`
    for (int i = 0; i < text.words.size(); ++i) {
        const QString &shown = text.words.at(i).text;
        for (int c = 0; c < shown.size(); ++c) {
            const bool pair = shown.at(c).isHighSurrogate() && c + 1 < shown.size();
            const QString piece = comparable(shown.mid(c, pair ? 2 : 1));
            page += piece;
            places.insert(places.size(), piece.size(), {i, c});
            if (pair) {
                ++c;
            }
        }
    }
    for (qsizetype at = page.indexOf(wanted); at >= 0; at = page.indexOf(wanted, at + wanted.size()))
        result.append(places.mid(at, wanted.size()));
    return result;
}

} // namespace dw
