#include "core/engines/redact/boxplanner.h"

#include "core/base/normaltext.h"

#include <algorithm>
#include <cmath>
#include <numeric>

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

/// Where a word stands along and across the direction of writing.
struct Span {
    double from = 0;
    double to = 0;
    double middle = 0;
    double em = 0;
};

Span spanOf(const PdfWord &word)
{
    const QRectF &r = word.rect;
    switch (word.rotation) {
    case 90:
        return {r.top(), r.bottom(), r.center().x(), r.width()};
    case 180:
        return {-r.right(), -r.left(), r.center().y(), r.height()};
    case 270:
        return {-r.bottom(), -r.top(), r.center().x(), r.width()};
    default:
        return {r.left(), r.right(), r.center().y(), r.height()};
    }
}

constexpr int apart = -1; ///< In a list of words: the next does not go on from the one before.

/// The words row by row, whatever columns a reader sees in them; those that are far apart are kept apart.
QList<int> inRows(const QList<PdfWord> &words)
{
    constexpr double sameRow = 0.35; // em
    constexpr double farApart = 1.5; // em: an ideographic space is one
    QList<int> order(words.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](int i) { return std::pair(words.at(i).rotation, spanOf(words.at(i)).middle); });
    QList<int> result;
    for (qsizetype i = 0; i < order.size();) {
        qsizetype next = i + 1;
        for (; next < order.size(); ++next) {
            const Span one = spanOf(words.at(order.at(next - 1)));
            const Span two = spanOf(words.at(order.at(next)));
            if (words.at(order.at(next)).rotation != words.at(order.at(i)).rotation || two.middle - one.middle > sameRow * std::min(one.em, two.em))
                break;
        }
        std::stable_sort(order.begin() + i, order.begin() + next, [&](int a, int b) { return spanOf(words.at(a)).from < spanOf(words.at(b)).from; });
        for (qsizetype k = i; k < next; ++k) {
            const Span span = spanOf(words.at(order.at(k)));
            if (k == i || span.from - spanOf(words.at(order.at(k - 1))).to > farApart * span.em)
                result.append(apart);
            result.append(order.at(k));
        }
        i = next;
    }
    return result;
}

/// The words of a page in some order as one string to search, and the character that each of its characters is.
class PageString
{
public:
    PageString(const PdfPageText &text, const QList<int> &order)
    {
        for (const int i : order) {
            if (i == apart) {
                add(QString(u'\n'), {});
                continue;
            }
            const QString &shown = text.words.at(i).text;
            for (int c = 0; c < shown.size(); ++c) {
                const bool pair = shown.at(c).isHighSurrogate() && c + 1 < shown.size();
                add(comparable(shown.mid(c, pair ? 2 : 1)), {i, c});
                c += pair;
            }
        }
    }

    bool contains(QChar c) const { return m_text.contains(c); }

    QList<QList<QPair<int, int>>> find(const QString &wanted) const
    {
        QList<QList<QPair<int, int>>> result;
        for (qsizetype at = m_text.indexOf(wanted); at >= 0; at = m_text.indexOf(wanted, at + wanted.size()))
            result.append(m_places.mid(at, wanted.size()));
        return result;
    }

private:
    void add(const QString &piece, QPair<int, int> place)
    {
        m_text += piece;
        m_places.insert(m_places.size(), piece.size(), place);
    }

    QString m_text;
    QList<QPair<int, int>> m_places;
};

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
    QList<int> order(text.words.size());
    std::iota(order.begin(), order.end(), 0);
    const PageString page(text, order);
    if (wanted.isEmpty() || std::any_of(wanted.begin(), wanted.end(), [&](QChar c) { return !page.contains(c); }))
        return {};
    QList<QList<QPair<int, int>>> result = page.find(wanted);
    // A name that is spaced out may read as two columns: what stands in a row is looked through as well.
    for (const QList<QPair<int, int>> &places : PageString(text, inRows(text.words)).find(wanted)) {
        const bool known = std::any_of(result.begin(), result.end(), [&](const auto &other) {
            return std::any_of(places.begin(), places.end(), [&](const auto &place) { return other.contains(place); });
        });
        if (!known)
            result.append(places);
    }
    return result;
}

} // namespace dw
