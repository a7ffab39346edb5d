#include "core/engines/redact/lineplanner.h"

#include "core/engines/redact/linelayers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace dw {

namespace {

constexpr double sameLine = 0.35; ///< Em between baselines.
constexpr double columnGap = 3; ///< Em: what stands further away does not belong to the running text.
constexpr double wordGap = 0.2; ///< Em.
constexpr double smallestSpace = 0.2; ///< Em.
constexpr double tight = 1; ///< Points.
constexpr double intrusion = 0.4; ///< Points: with half a pixel of a page that was scaled to whole ones, no mark looks bared.
constexpr int baring = 5; ///< Faults that it counts when a mark would be bared so far: more than a gap that stays as it was.
constexpr double kernable = 0.12; ///< Em: less is kerning, more is meant.
constexpr double kernStep = 0.05; ///< Em.
constexpr double trackingStep = 0.02; ///< Em.
constexpr double quantum = 2; ///< Em: what a box at the end of a line is a multiple of.
constexpr double leastBox = 4; ///< Em.
constexpr double unnoticed = 0.15; ///< Points: a gap that changes less is the same gap.
constexpr double nowhere = std::numeric_limits<double>::max();

double dot(QPointF a, QPointF b)
{
    return QPointF::dotProduct(a, b);
}

double across(QPointF along, QPointF point)
{
    return along.x() * point.y() - along.y() * point.x();
}

} // namespace

/// A word that stays: glyphs of one line that belong together, whoever shows them.
struct LinePlanner::Word {
    std::vector<int> glyphs;
    double start = 0; ///< Along the line, as it was.
    double end = 0;
    double width = 0; ///< With nominal advances.
    double em = 0;
    double placed = 0; ///< Where it starts now.
    bool afterGap = false; ///< Something was removed right before it.
    bool tightBefore = false; ///< No space between it and what was removed before it.
    bool tightAfter = false;
    double low = 0; ///< Where what was removed before it ended, if that is tight,
    double high = 0; ///< and where what was removed after it began.
};

LinePlanner::LinePlanner(const CutAreas &areas, const QRectF &visible)
    : m_areas(areas)
    , m_visible(visible)
{
}

void LinePlanner::record(const Seen &glyph)
{
    while (int(m_first.size()) <= glyph.show)
        m_first.push_back(int(m_seen.size()));
    m_seen.push_back(glyph);
}

double LinePlanner::coarseSpacing(double spacing, double size)
{
    const double step = kernStep * std::max(std::abs(size), 1e-6);
    return std::round(spacing / step) * step;
}

QTransform LinePlanner::moved(const QTransform &place, const QTransform &ctm, QPointF shift)
{
    const QTransform back = ctm.inverted();
    const QPointF step = back.map(shift) - back.map(QPointF());
    return place * QTransform::fromTranslate(step.x(), step.y());
}

double LinePlanner::position(int glyph) const
{
    const Seen &seen = m_seen[std::size_t(glyph)];
    return dot(seen.from, seen.along);
}

double LinePlanner::endPosition(int glyph) const
{
    const Seen &seen = m_seen[std::size_t(glyph)];
    return dot(seen.to, seen.along);
}

bool LinePlanner::isReset(int show) const
{
    return show < int(m_reset.size()) && m_reset[std::size_t(show)];
}

const LinePlanner::Decision &LinePlanner::decision(int show, int glyph) const
{
    return m_decisions[std::size_t(m_first[std::size_t(show)] + glyph)];
}

void LinePlanner::plan()
{
    m_collecting = false;
    m_decisions.resize(m_seen.size());
    m_placed.assign(m_seen.size(), false);
    m_afterBlank.assign(m_seen.size(), false);
    m_reset.assign(std::size_t(m_next) + 1, false);
    for (std::size_t i = 0; i < m_seen.size(); ++i)
        m_decisions[i].area = m_seen[i].area;
    for (const Chain &line : lines()) {
        for (const Chain &chain : chains(line)) {
            switch (levelOf(chain)) {
            case RedactionLevel::A:
                break;
            case RedactionLevel::B:
                resetLine(chain);
                break;
            case RedactionLevel::C:
                removeLine(chain);
                break;
            }
        }
    }
    resetShows();
    m_next = 0;
}

/// Glyphs by line, each in the order of writing. Lines from which nothing goes at level B or C are left out.
std::vector<LinePlanner::Chain> LinePlanner::lines() const
{
    std::vector<int> order;
    for (int i = 0; i < int(m_seen.size()); ++i) {
        if (!m_seen[std::size_t(i)].hidden && m_seen[std::size_t(i)].em > 0)
            order.push_back(i);
    }
    std::vector<int> angles(m_seen.size());
    std::vector<double> heights(m_seen.size());
    for (const int i : order) {
        const QPointF along = m_seen[std::size_t(i)].along;
        if (along != QPointF(1, 0)) // as most are
            angles[std::size_t(i)] = int(std::lround(std::atan2(along.y(), along.x()) * 180 / std::numbers::pi));
        heights[std::size_t(i)] = across(along, m_seen[std::size_t(i)].from);
    }
    const auto angle = [&](int i) { return angles[std::size_t(i)]; };
    const auto height = [&](int i) { return heights[std::size_t(i)]; };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return angle(a) != angle(b) ? angle(a) < angle(b) : height(a) < height(b);
    });
    std::vector<Chain> result;
    for (std::size_t i = 0; i < order.size();) {
        Chain line {order[i]};
        std::size_t next = i + 1;
        for (; next < order.size(); ++next) {
            const double em = std::min(m_seen[std::size_t(order[next])].em, m_seen[std::size_t(order[next - 1])].em);
            if (angle(order[next]) != angle(order[next - 1]) || height(order[next]) - height(order[next - 1]) > sameLine * em)
                break;
            line.push_back(order[next]);
        }
        i = next;
        if (levelOf(line) == RedactionLevel::A)
            continue;
        for (Chain &layer : layers(line)) {
            if (levelOf(layer) == RedactionLevel::A)
                continue;
            std::stable_sort(layer.begin(), layer.end(), [this](int a, int b) { return position(a) < position(b); });
            result.push_back(std::move(layer));
        }
    }
    return result;
}

std::vector<LinePlanner::Chain> LinePlanner::layers(const Chain &line) const
{
    std::vector<linelayers::Place> row;
    for (const int glyph : line) {
        const Seen &seen = m_seen[std::size_t(glyph)];
        row.push_back({position(glyph), endPosition(glyph), across(seen.along, seen.from), seen.em, seen.blank});
    }
    std::vector<Chain> result = linelayers::split(row);
    for (Chain &layer : result)
        std::transform(layer.begin(), layer.end(), layer.begin(), [&line](int i) { return line[std::size_t(i)]; });
    return result;
}

std::vector<LinePlanner::Chain> LinePlanner::chains(const Chain &line)
{
    std::vector<Chain> result;
    double end = -nowhere;
    bool blank = false;
    for (const int glyph : line) {
        const Seen &seen = m_seen[std::size_t(glyph)];
        if (seen.blank && seen.area < 0) {
            blank = true; // a space is no text that could be next to a gap
            continue;
        }
        m_afterBlank[std::size_t(glyph)] = blank;
        blank = false;
        if (result.empty() || position(glyph) - end > columnGap * seen.em)
            result.emplace_back();
        result.back().push_back(glyph);
        end = std::max(end, endPosition(glyph));
        if (result.back().size() == 1)
            end = endPosition(glyph);
    }
    return result;
}

RedactionLevel LinePlanner::levelOf(const Chain &chain) const
{
    RedactionLevel level = RedactionLevel::A;
    for (const int glyph : chain) {
        if (const int area = m_seen[std::size_t(glyph)].area; area >= 0)
            level = std::max(level, m_areas.areas().at(area).level);
    }
    return level;
}

void LinePlanner::removeLine(const Chain &chain)
{
    int area = -1;
    for (const int glyph : chain) {
        const int own = m_seen[std::size_t(glyph)].area;
        if (own >= 0 && m_areas.areas().at(own).level == RedactionLevel::C)
            area = own;
    }
    for (const int glyph : chain) {
        m_placed[std::size_t(glyph)] = true;
        if (m_decisions[std::size_t(glyph)].area < 0)
            m_decisions[std::size_t(glyph)].area = area;
    }
    addBox(chain, position(chain.front()), endPosition(chain.back()), -nowhere, nowhere);
}

std::vector<LinePlanner::Word> LinePlanner::words(const Chain &chain) const
{
    std::vector<Word> result;
    bool gap = false;
    double cutEnd = -nowhere;
    for (const int glyph : chain) {
        const Seen &seen = m_seen[std::size_t(glyph)];
        if (seen.area >= 0) {
            if (!gap && !result.empty()) {
                result.back().tightAfter = position(glyph) - result.back().end < tight;
                result.back().high = std::min(result.back().end, position(glyph));
            }
            gap = true;
            cutEnd = endPosition(glyph);
            continue;
        }
        const double start = position(glyph);
        if (result.empty() || gap || m_afterBlank[std::size_t(glyph)] || start - result.back().end > wordGap * seen.em) {
            result.emplace_back();
            result.back().start = start;
            result.back().afterGap = gap;
            result.back().tightBefore = gap && start - cutEnd < tight;
            result.back().low = std::max(start, std::min(cutEnd, start + tight));
        }
        Word &word = result.back();
        word.glyphs.push_back(glyph);
        word.end = std::max(word.end, endPosition(glyph));
        if (word.glyphs.size() == 1)
            word.end = endPosition(glyph);
        word.em = std::max(word.em, seen.em);
        gap = false;
    }
    return result;
}

/// What the line's letters have between them beyond their own widths, in em: the median, in coarse steps. Set tight or
/// wide, a line would not fit its place without it.
double LinePlanner::trackingOf(const std::vector<Word> &words) const
{
    std::vector<double> extra;
    for (const Word &word : words) {
        for (std::size_t i = 1; i < word.glyphs.size(); ++i) {
            const Seen &seen = m_seen[std::size_t(word.glyphs[i - 1])];
            extra.push_back((position(word.glyphs[i]) - position(word.glyphs[i - 1]) - seen.nominal) / seen.em);
        }
    }
    if (extra.empty())
        return 0;
    const auto middle = extra.begin() + std::ptrdiff_t(extra.size() / 2);
    std::nth_element(extra.begin(), middle, extra.end());
    return std::round(*middle / trackingStep) * trackingStep;
}

void LinePlanner::measure(std::vector<Word> &words, double tracking) const
{
    for (Word &word : words) {
        word.width = 0;
        for (std::size_t i = 0; i < word.glyphs.size(); ++i) {
            const Seen &seen = m_seen[std::size_t(word.glyphs[i])];
            if (i + 1 == word.glyphs.size()) {
                word.width += seen.nominal;
                break;
            }
            const double own = seen.nominal + tracking * seen.em;
            const double step = position(word.glyphs[i + 1]) - position(word.glyphs[i]);
            word.width += std::abs(step - own) < kernable * seen.em ? own : step;
        }
    }
}

/// The first of a few phases of the grid at which no words collide and no gap stays what it was.
void LinePlanner::snap(std::vector<Word> &words) const
{
    constexpr int phases = 36;
    int best = std::numeric_limits<int>::max();
    int bestPhase = 0;
    for (int i = 0; i < phases && best > 0; ++i) {
        const int faults = snapAt(grid * i / phases, words);
        if (faults < best) {
            best = faults;
            bestPhase = i;
        }
    }
    snapAt(grid * bestPhase / phases, words);
}

int LinePlanner::snapAt(double phase, std::vector<Word> &words) const
{
    int faults = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        Word &word = words[i];
        double place = phase + std::round((word.start - phase) / grid) * grid;
        if (i > 0) {
            const Word &previous = words[i - 1];
            const double end = previous.placed + previous.width;
            const double space = word.afterGap ? smallestSpace * word.em : std::min(smallestSpace * word.em, word.start - previous.end);
            if (place < end + space) {
                ++faults;
                place = std::clamp(end + space, word.start - farthest, word.start + farthest);
            }
            const double change = (place - end) - (word.start - previous.end);
            if (word.afterGap && std::abs(change) < unnoticed)
                faults += 3;
        }
        // What touches a mark must not move under it: the mark is black from edge to edge.
        faults += baring * (word.tightBefore && place < word.low - intrusion);
        faults += baring * (word.tightAfter && place + word.width > word.high + intrusion);
        word.placed = place;
    }
    return faults;
}

void LinePlanner::placeWord(const Word &word, double tracking)
{
    double place = word.placed;
    for (std::size_t i = 0; i < word.glyphs.size(); ++i) {
        const int glyph = word.glyphs[i];
        const Seen &seen = m_seen[std::size_t(glyph)];
        Decision &decision = m_decisions[std::size_t(glyph)];
        if (i > 0) {
            const int before = word.glyphs[i - 1];
            const Seen &previous = m_seen[std::size_t(before)];
            const double step = position(glyph) - position(before);
            const double own = previous.nominal + tracking * previous.em;
            const bool kerned = std::abs(step - own) < kernable * seen.em;
            const double unit = kernStep * seen.em;
            place += kerned ? own : std::round(step / unit) * unit;
            decision.startsPiece = !kerned || previous.show != seen.show || glyph != before + 1;
        } else {
            decision.startsPiece = true;
        }
        decision.tracking = tracking;
        decision.shift = seen.along * (place - position(glyph));
        m_placed[std::size_t(glyph)] = true;
    }
}

void LinePlanner::resetLine(const Chain &chain)
{
    std::vector<Word> kept = words(chain);
    const double tracking = trackingOf(kept);
    measure(kept, tracking);
    snap(kept);
    for (const Word &word : kept)
        placeWord(word, tracking);
    addBoxes(chain, kept);
}

void LinePlanner::addBoxes(const Chain &chain, const std::vector<Word> &words)
{
    // The cut glyphs between two words are one gap, whatever areas took them.
    std::size_t next = 0;
    Chain cut;
    const auto flush = [&] {
        if (cut.empty())
            return;
        const double before = next > 0 ? words[next - 1].placed + words[next - 1].width : -nowhere;
        const double after = next < words.size() ? words[next].placed : nowhere;
        double end = -nowhere;
        for (const int glyph : cut)
            end = std::max(end, endPosition(glyph));
        addBox(cut, position(cut.front()), end, before, after);
        cut.clear();
    };
    for (const int glyph : chain) {
        if (m_seen[std::size_t(glyph)].area >= 0) {
            cut.push_back(glyph);
        } else if (next < words.size() && words[next].glyphs.front() == glyph) {
            flush();
            ++next;
        }
    }
    flush();
    const QPointF along = m_seen[std::size_t(chain.front())].along;
    QRectF line;
    for (const int glyph : chain) {
        const Seen &seen = m_seen[std::size_t(glyph)];
        const QPointF up = QPointF(-along.y(), along.x()) * seen.em;
        const QRectF rect = QRectF(seen.from - up * 0.4, seen.to + up * 1.2).normalized();
        line = line.isNull() ? rect : line.united(rect);
    }
    m_moved.append(line.adjusted(-farthest, -farthest, farthest, farthest));
}

QRectF LinePlanner::lineRect(const QPointF &along, double from, double to, const QRectF &across) const
{
    // Only for writing that runs with the page's edges.
    if (std::abs(along.x()) > 0.99)
        return along.x() > 0 ? QRectF(QPointF(from, across.top()), QPointF(to, across.bottom()))
                             : QRectF(QPointF(-to, across.top()), QPointF(-from, across.bottom()));
    return along.y() > 0 ? QRectF(QPointF(across.left(), from), QPointF(across.right(), to))
                         : QRectF(QPointF(across.left(), -to), QPointF(across.right(), -from));
}

void LinePlanner::addBox(const Chain &cut, double from, double to, double previousEnd, double nextStart)
{
    const Seen &first = m_seen[std::size_t(cut.front())];
    const QPointF along = first.along;
    QRectF rect;
    int area = -1;
    double em = 0;
    for (const int glyph : cut) {
        const int own = m_decisions[std::size_t(glyph)].area;
        em = std::max(em, m_seen[std::size_t(glyph)].em);
        if (own < 0)
            continue;
        area = own;
        rect = rect.isNull() ? m_areas.areas().at(own).rect : rect.united(m_areas.areas().at(own).rect);
        if (m_areas.areas().at(own).level == RedactionLevel::C) // the line is gone as high as it was
            rect = rect.united(m_seen[std::size_t(glyph)].ink);
    }
    const bool straight = std::abs(along.x()) > 0.99 || std::abs(along.y()) > 0.99;
    if (area < 0 || !straight)
        return;
    const bool forward = along.x() + along.y() > 0;
    const bool level = std::abs(along.x()) > 0.99;
    const double low = level ? rect.left() : rect.top();
    const double high = level ? rect.right() : rect.bottom();
    from = std::min(from, forward ? low : -high);
    to = std::max(to, forward ? high : -low);
    constexpr double pad = 0.2;
    // Beside a word the box ends where the word begins: its own place is on the grid already. At the end of a line it
    // is made a multiple of the quantum.
    if (previousEnd > -nowhere)
        from = previousEnd + pad;
    if (nextStart < nowhere)
        to = nextStart - pad;
    else
        to = from + std::max(leastBox, std::ceil((to - from) / (quantum * em)) * quantum) * em;
    const QRectF page = m_visible;
    const QRectF box = lineRect(along, from, std::max(to, from + 1), rect).intersected(page);
    if (!box.isEmpty())
        m_boxes.append({box, area});
}

/// An operator of which one glyph is set anew is set anew as a whole; its other glyphs stay where they were.
void LinePlanner::resetShows()
{
    for (std::size_t i = 0; i < m_seen.size(); ++i) {
        if (m_placed[i])
            m_reset[std::size_t(m_seen[i].show)] = true;
    }
    for (std::size_t i = 0; i < m_seen.size(); ++i) {
        const Seen &seen = m_seen[i];
        if (m_placed[i] || !m_reset[std::size_t(seen.show)])
            continue;
        Decision &decision = m_decisions[i];
        const bool follows = i > 0 && m_seen[i - 1].show == seen.show && m_decisions[i - 1].area < 0 && !m_seen[i - 1].hidden && !m_decisions[i - 1].drop;
        if (seen.blank && decision.area < 0) {
            decision.drop = !follows; // goes along behind its word
        } else {
            decision.startsPiece = true;
        }
    }
}

} // namespace dw
