#include "core/engines/redact/textcutter.h"

#include "core/engines/redact/glyphplace.h"
#include "core/engines/redact/lineplanner.h"
#include "core/engines/redact/markedwords.h"
#include "core/engines/redact/operands.h"
#include "core/engines/redact/shownstring.h"
#include "core/engines/redact/unprovable.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr double thousand = 1000;
constexpr int invisible = 3; ///< Tr
constexpr int exactly = 7; ///< Decimals of places.

bool isIndependent(const QTransform &matrix)
{
    return matrix.isInvertible() && std::isfinite(matrix.m11() + matrix.m12() + matrix.m21() + matrix.m22() + matrix.m31() + matrix.m32());
}

} // namespace

TextCutter::TextCutter(CutContext &context, ResourceSet &resources, GraphicsState &state, std::string &out)
    : m_context(context)
    , m_state(state)
    , m_filler(context, resources)
    , m_out(out)
{
}

bool TextCutter::isVertical() const
{
    return m_state.text.face && m_state.text.face->isVertical();
}

bool TextCutter::operate(const Operation &operation, bool hidden)
{
    const std::string &name = operation.name;
    if (name == "BT") {
        begin();
    } else if (name == "ET") {
        end();
    } else if (name == "Td" || name == "TD") {
        const std::vector<double> numbers = operands::numbers(operation);
        if (numbers.size() < 2)
            return true;
        if (name == "TD")
            m_state.text.leading = -numbers[numbers.size() - 1];
        moveLine(numbers[numbers.size() - 2], numbers[numbers.size() - 1]);
        step(operation);
    } else if (name == "Tm") {
        const std::vector<double> numbers = operands::numbers(operation);
        if (numbers.size() < 6)
            return true;
        m_line = operands::matrix(numbers);
        m_places.setMatrix(m_line);
        m_pendingPlaces = m_places;
        m_moveKnown = false;
        forgetOffsets();
        // It depends on nothing before it.
        const bool sets = !m_pending.empty() && m_state.text.leading != m_state.text.writtenLeading;
        m_pending = sets ? operands::number(m_state.text.leading) + " TL\n" : std::string();
        m_merged = m_removedSince = false;
        ContentProgram::write(operation, m_pending);
    } else if (name == "T*") {
        moveLine(0, -m_state.text.leading);
        step(operation);
    } else if (name == "TL") {
        const std::vector<double> numbers = operands::numbers(operation);
        if (numbers.empty())
            return true;
        m_state.text.leading = numbers.back();
        ContentProgram::write(operation, m_inText ? m_pending : m_out);
        if (!m_inText)
            m_state.text.writtenLeading = m_state.text.leading;
    } else if (name == "Tj" || name == "TJ") {
        show(operation, itemsOf(operation), hidden);
    } else if (name == "'" || name == "\"") {
        quote(operation, hidden);
    } else {
        return false;
    }
    return true;
}

void TextCutter::begin()
{
    end();
    m_inText = true;
    m_line = QTransform();
    m_places = m_pendingPlaces = m_writtenPlaces = {};
    m_move = QPointF();
    m_moveKnown = true;
    forgetOffsets();
}

void TextCutter::end()
{
    if (m_opened)
        m_out += "ET\n";
    writeLeading(); // what placed nothing may still have set it
    // What was to be painted through removed letters must not be painted everywhere instead.
    if (m_clipCut > 0 && m_clipKept == 0)
        m_out += "0 0 0 0 re W n\n";
    m_clipCut = m_clipKept = 0;
    m_pending.clear();
    m_opened = m_inText = m_merged = m_removedSince = false;
}

void TextCutter::moveLine(double x, double y)
{
    m_line = QTransform::fromTranslate(x, y) * m_line;
    m_move += QPointF(x, y);
    m_places.moveLine(ReadNumber::of(x), ReadNumber::of(y));
    m_pendingPlaces.moveLine(ReadNumber::of(x), ReadNumber::of(y));
    forgetOffsets();
}

void TextCutter::forgetOffsets()
{
    m_offset = m_writtenOffset = {};
    m_drift = m_writtenDrift = {};
}

/// Keeps an operator that moves to another line, or merges it with those of removed strings.
void TextCutter::step(const Operation &operation)
{
    m_merged = m_merged || (m_removedSince && !m_pending.empty());
    m_removedSince = false;
    ContentProgram::write(operation, m_pending);
}

void TextCutter::removed()
{
    m_removedSince = true;
}

void TextCutter::writeLeading()
{
    if (m_state.text.writtenLeading != m_state.text.leading)
        m_out += operands::number(m_state.text.leading) + " TL\n";
    m_state.text.writtenLeading = m_state.text.leading;
}

void TextCutter::writeSpacing()
{
    TextParameters &text = m_state.text;
    if (text.writtenCharSpacing != text.charSpacing)
        m_out += operands::number(text.charSpacing) + " Tc\n";
    if (text.writtenWordSpacing != text.wordSpacing)
        m_out += operands::number(text.wordSpacing) + " Tw\n";
    text.writtenCharSpacing = text.charSpacing;
    text.writtenWordSpacing = text.wordSpacing;
}

/// Writes what places the next string.
void TextCutter::flush()
{
    writeSpacing();
    if (!m_opened)
        m_out += "BT\n";
    m_opened = true;
    if (m_merged) {
        writeLeading();
        // A step, as they were, adds up in readers almost as they did; a matrix, whose numbers are
        // rounded in another way, may end on the other side of where a reader goes over to the next part of a pixel.
        if (m_moveKnown) {
            const std::string x = operands::number(m_move.x(), exactly);
            const std::string y = operands::number(m_move.y(), exactly);
            m_out += x + ' ' + y + " Td\n";
            m_writtenPlaces.moveLine(ReadNumber::of(x), ReadNumber::of(y));
        } else {
            writePlace(m_line);
        }
        m_writtenOffset = {};
        m_writtenDrift = {};
    } else {
        m_writtenPlaces = m_pendingPlaces;
        m_out += m_pending;
        m_state.text.writtenLeading = m_state.text.leading;
    }
    m_pending.clear();
    m_merged = m_removedSince = false;
    m_move = QPointF();
    m_moveKnown = true;
}

void TextCutter::quote(const Operation &operation, bool hidden)
{
    const std::vector<double> numbers = operands::numbers(operation);
    if (operation.name == "\"" && numbers.size() >= 2) {
        m_state.text.wordSpacing = numbers[numbers.size() - 2];
        m_state.text.charSpacing = numbers[numbers.size() - 1];
        if (!m_context.planner)
            writeSpacing();
    }
    moveLine(0, -m_state.text.leading);
    step({"T*", {}, {}});
    Operation plain {"Tj", {}, {}};
    if (!operation.operands.empty())
        plain.operands.push_back(operation.operands.back());
    show(plain, itemsOf(plain), hidden);
}

std::vector<TextCutter::Item> TextCutter::itemsOf(const Operation &operation)
{
    std::vector<Item> items;
    if (operation.operands.empty())
        return items;
    const auto add = [&items](QPDFObjectHandle object) {
        if (object.isString())
            items.push_back({object.getStringValue(), 0, true});
        else if (object.isNumber())
            items.push_back({{}, object.getNumericValue(), false});
    };
    QPDFObjectHandle last = operation.operands.back();
    if (!last.isArray()) {
        add(last);
        return items;
    }
    for (QPDFObjectHandle &object : last.getArrayAsVector())
        add(object);
    return items;
}

void TextCutter::show(const Operation &operation, std::vector<Item> items, bool hidden)
{
    if (!m_inText) // readers disagree about text outside BT and ET
        throw Unprovable {u"text_outside_object"_s};
    const auto counts = [](const Item &item) { return item.isString ? !item.bytes.empty() : item.number != 0; };
    if (!m_state.text.face && std::any_of(items.begin(), items.end(), counts)) // also for moves: the font says in which direction
        m_state.text.face = &m_context.tools.fonts.face(m_state.text.font);
    if (std::none_of(items.begin(), items.end(), [](const Item &item) { return item.isString && !item.bytes.empty(); })) {
        const bool inStep = m_writtenOffset == m_offset;
        const ReaderPlaces::Type type(m_state.text);
        const bool kept = inStep && !m_merged && !m_removedSince;
        for (const Item &item : items) {
            const double length = -item.number / thousand * m_state.text.size;
            m_offset += isVertical() ? QPointF(0, length) : QPointF(length * m_state.text.scale, 0);
            m_places.space(ReadNumber::of(item.number), type);
            if (kept)
                m_pendingPlaces.space(ReadNumber::of(item.number), type);
        }
        if (kept) {
            ContentProgram::write(operation, m_pending);
            m_writtenOffset = m_offset;
        }
        return;
    }
    Shown shown = measure(items, hidden);
    decide(shown, hidden);
    const bool clips = m_state.text.mode >= 4;
    m_clipCut += clips ? shown.removedCount : 0;
    m_clipKept += clips ? int(shown.glyphs.size()) - shown.removedCount : 0;
    if (shown.reset)
        writeReset(items, shown);
    else if (shown.removedCount == 0)
        writeWhole(operation, items, shown);
    else
        writeRest(items, shown);
    m_pendingPlaces = m_writtenPlaces;
    m_offset = shown.end;
    m_drift = shown.drift;
    if (m_context.replacement.isOpen()) {
        for (const Shown::Placed &placed : shown.glyphs)
            m_context.replacement.show(placed.glyph.text);
        if (shown.removedCount > 0)
            m_context.replacement.spoil();
    }
    m_context.changed = m_context.changed || shown.removedCount > 0 || shown.reset;
}

TextCutter::Shown TextCutter::measure(const std::vector<Item> &items, bool hidden)
{
    Shown shown;
    const TextParameters &text = m_state.text;
    const ReaderPlaces::Type type(text);
    const QTransform toPixels = m_state.ctm * m_context.toPixels;
    shown.places = m_places;
    shown.start = m_offset;
    shown.drift = shown.driftBefore = m_drift;
    QPointF at = m_offset;
    for (int i = 0; i < int(items.size()); ++i) {
        const Item &item = items[std::size_t(i)];
        if (!item.isString) {
            const double step = -item.number / thousand * text.size;
            at += isVertical() ? QPointF(0, step) : QPointF(step * text.scale, 0);
            m_places.space(ReadNumber::of(item.number), type);
            continue;
        }
        std::vector<Glyph> glyphs = text.face->decode(item.bytes);
        shown.glyphs.reserve(shown.glyphs.size() + (items.size() == 1 ? glyphs.size() : 0));
        for (Glyph &glyph : glyphs) {
            const double space = glyph.length == 1 && glyph.code == 32 ? text.wordSpacing : 0;
            const double step = glyph.advance * text.size + text.charSpacing + space;
            Shown::Placed &placed = shown.glyphs.emplace_back();
            placed.glyph = std::move(glyph);
            placed.item = i;
            placed.before = at;
            at += isVertical() ? QPointF(0, step) : QPointF(step * text.scale, 0);
            placed.after = at;
            placed.driftBefore = shown.drift;
            shown.drift = placed.driftAfter = shown.drift + glyph.drift * (text.size * text.scale);
            placed.hidden = hidden;
            if (followsPlaces()) {
                placed.spot = m_places.spot(type, toPixels);
                m_places.show(placed.glyph, type);
            }
        }
    }
    shown.end = at;
    return shown;
}

/// Of a glyph that the page's edge cuts through only the part on the page counts.
int TextCutter::takenAtEdge(const QRectF &bounds) const
{
    int taken = -1;
    const QRectF shown = bounds.intersected(m_context.visible);
    if (shown != bounds) {
        m_context.areas.forEach(shown, [&](int area) {
            if (m_context.areas.areas().at(area).rect.contains(shown.center()))
                taken = area;
            return taken < 0;
        });
    }
    return taken;
}

/// Which glyphs go. With a planner the first pass only tells it what stands where; the second asks it.
void TextCutter::decide(Shown &shown, bool hidden)
{
    const TextParameters &text = m_state.text;
    const QTransform shape(text.size * text.scale, 0, 0, text.size, 0, text.rise);
    const QTransform base = m_line * m_state.ctm;
    MarkedWords words(m_context.areas);
    for (Shown::Placed &placed : shown.glyphs) {
        placed.toUser = shape * QTransform::fromTranslate(placed.before.x(), placed.before.y()) * base;
        if (!isIndependent(placed.toUser)) {
            placed.hidden = true; // no size: nobody sees it, but it can be read
        } else {
            const GlyphPlace place(placed.glyph, *text.face, placed.toUser);
            m_context.painted(place.bounds());
            placed.outside = !place.bounds().intersects(m_context.visible);
            placed.area = place.takenBy(m_context.areas);
            if (placed.area < 0 && !placed.outside)
                placed.area = takenAtEdge(place.bounds());
            placed.bounds = place.bounds();
            placed.ink = place.ink();
            placed.atEdge = placed.area >= 0 && !place.isWithin(m_context.areas.areas().at(placed.area).rect);
            if (placed.area >= 0 && !placed.atEdge)
                words.add(placed.area, placed.glyph.text);
        }
    }
    for (Shown::Placed &placed : shown.glyphs) {
        if (placed.atEdge && words.isOther(placed.area)) {
            const GlyphPlace place(placed.glyph, *text.face, placed.toUser);
            placed.area = place.takenBy(m_context.areas, [&](int area) { return words.isOther(area); });
        }
        if (placed.area >= 0 && text.mode != invisible && !hidden)
            m_context.reach[placed.area] |= placed.ink;
    }
    shown.hideOutside();
    if (m_context.planner) {
        LinePlanner &planner = *m_context.planner;
        shown.show = planner.nextShow();
        if (planner.isCollecting()) {
            for (std::size_t i = 0; i < shown.glyphs.size(); ++i)
                tell(planner, shown, i);
        } else {
            shown.reset = planner.isReset(shown.show);
            for (std::size_t i = 0; i < shown.glyphs.size(); ++i) {
                const LinePlanner::Decision &decision = planner.decision(shown.show, int(i));
                shown.glyphs[i].area = decision.area;
                shown.glyphs[i].dropped = decision.drop;
                shown.glyphs[i].shift = decision.shift;
                shown.glyphs[i].startsPiece = decision.startsPiece;
                shown.glyphs[i].tracking = decision.tracking;
            }
        }
    }
    for (const Shown::Placed &placed : shown.glyphs) {
        shown.removedCount += placed.removed();
        if (m_context.kept && !placed.removed() && !placed.glyph.text.isEmpty())
            m_context.kept->push_back({placed.glyph.text, placed.bounds});
        if (placed.area >= 0)
            ++m_context.counts[m_context.areas.areas().at(placed.area).mark].glyphs;
        else if (placed.hidden)
            ++m_context.hiddenGlyphs;
    }
}

void TextCutter::tell(LinePlanner &planner, const Shown &shown, std::size_t index) const
{
    const Shown::Placed &placed = shown.glyphs[index];
    const Glyph &glyph = placed.glyph;
    const TextParameters &text = m_state.text;
    const QTransform base = m_line * m_state.ctm;
    const QPointF zero = base.map(QPointF());
    const bool vertical = isVertical();
    // Of one unit of text space, on the page: along the line and across it.
    QPointF along = base.map(vertical ? QPointF(0, -1) : QPointF(text.size * text.scale < 0 ? -1 : 1, 0)) - zero;
    const QPointF across = base.map(vertical ? QPointF(1, 0) : QPointF(0, 1)) - zero;
    const double unit = std::hypot(along.x(), along.y());
    LinePlanner::Seen seen;
    seen.show = shown.show;
    seen.from = base.map(placed.before);
    seen.to = base.map(placed.after);
    seen.along = unit > 0 ? along / unit : QPointF(1, 0);
    seen.em = std::abs(text.size) * std::hypot(across.x(), across.y());
    const double own = glyph.advance * text.size + LinePlanner::coarseSpacing(text.charSpacing, text.size);
    seen.nominal = unit * std::abs(vertical ? own : own * text.scale);
    seen.blank = glyph.ink.isNull() || (!glyph.text.isEmpty() && glyph.text.trimmed().isEmpty());
    seen.ink = placed.ink;
    seen.area = placed.area;
    seen.hidden = placed.hidden;
    planner.record(seen);
}

/// TJ number that takes the written place to `target`; both count from the same line beginning.
double TextCutter::lead(const QPointF &target) const
{
    const TextParameters &text = m_state.text;
    const QPointF step = target - m_writtenOffset;
    const double unit = isVertical() ? text.size : text.size * text.scale;
    const double length = isVertical() ? step.y() : step.x();
    return unit == 0 ? 0 : -length * thousand / unit;
}

/// What keeps the next letter where each reader had it, whose font is not set again until it is written.
GapFiller::Fill TextCutter::fill(const ReaderDrift &target)
{
    if (m_context.planner || isVertical() || target == m_writtenDrift)
        return {};
    GapFiller::Fill fill = m_filler.fill(target - m_writtenDrift, m_state.text);
    if (!fill.operators.empty()) {
        m_writtenOffset.rx() += fill.length;
        m_writtenDrift = target;
    }
    return fill;
}

void TextCutter::writePlace(const QTransform &matrix)
{
    std::array<ReadNumber, 6> read;
    std::size_t next = 0;
    for (const double value : {matrix.m11(), matrix.m12(), matrix.m21(), matrix.m22(), matrix.m31(), matrix.m32()}) {
        const std::string digits = operands::number(value, exactly);
        read[next++] = ReadNumber::of(digits);
        m_out += digits + ' ';
    }
    m_out += "Tm\n";
    m_writtenPlaces.setMatrix(read);
}

/// Vertical writing and lines that are set anew have no places to be kept to the last bit.
bool TextCutter::followsPlaces() const
{
    return !m_context.planner && !isVertical();
}

/// The steps that set it, with numbers that keep letters at their parts of pixels.
void TextCutter::keepPlaces(std::vector<PlaceKeeper::Step> &steps)
{
    if (followsPlaces())
        m_writtenPlaces = PlaceKeeper(ReaderPlaces::Type(m_state.text), m_state.ctm * m_context.toPixels).keep(m_writtenPlaces, steps);
    else
        m_writtenPlaces = m_places;
}

/// Nothing of it goes: the operator stays as it is, set where it was.
void TextCutter::writeWhole(const Operation &operation, const std::vector<Item> &items, const Shown &shown)
{
    flush();
    ++m_paints;
    std::vector<PlaceKeeper::Step> steps(1);
    steps.front().blanks = fill(shown.driftBefore);
    steps.front().free = true;
    if (m_writtenOffset != shown.start) {
        constexpr double exact = 1e-6;
        steps.front().exact = lead(shown.start);
        if (std::abs(steps.front().exact) > exact)
            steps.front().number = operands::number(steps.front().exact);
    }
    const bool inStep = steps.front().number.empty() && steps.front().blanks.operators.empty() && m_writtenPlaces == shown.places;
    if (inStep) {
        m_writtenPlaces = m_places;
    } else {
        auto glyph = shown.glyphs.begin();
        for (int i = 0; i < int(items.size()); ++i) {
            if (!items[std::size_t(i)].isString)
                steps.emplace_back().number = operands::shortest(items[std::size_t(i)].number);
            for (; glyph != shown.glyphs.end() && glyph->item == i; ++glyph) {
                steps.emplace_back().glyph = &glyph->glyph;
                steps.back().spot = glyph->spot;
            }
        }
        keepPlaces(steps);
        steps.resize(1);
        m_out += PlaceKeeper::write(steps);
    }
    ContentProgram::write(operation, m_out);
    m_writtenOffset = shown.end;
    m_writtenDrift = shown.drift;
}

/// Something of it goes, survivors stay where they were: one number for each gap.
void TextCutter::writeRest(const std::vector<Item> &items, const Shown &shown)
{
    if (shown.removedCount == int(shown.glyphs.size())) {
        removed();
        return;
    }
    flush();
    ++m_paints;
    std::vector<PlaceKeeper::Step> steps;
    bool gap = true;
    for (const Shown::Placed &placed : shown.glyphs) {
        if (placed.removed()) {
            gap = true;
            continue;
        }
        constexpr double exact = 1e-4;
        PlaceKeeper::Step &step = steps.emplace_back();
        step.blanks = fill(placed.driftBefore);
        step.exact = lead(placed.before);
        step.free = gap;
        if (std::abs(step.exact) > exact)
            step.number = operands::number(step.exact);
        const Glyph &glyph = placed.glyph;
        step.glyph = &glyph;
        step.spot = placed.spot;
        step.bytes = items[std::size_t(placed.item)].bytes.substr(std::size_t(glyph.first), std::size_t(glyph.length));
        gap = false;
        m_writtenOffset = placed.after;
        m_writtenDrift = placed.driftAfter;
    }
    keepPlaces(steps);
    m_out += PlaceKeeper::write(steps);
    m_removedSince = m_writtenOffset != shown.end;
}

/// Level B: every piece of the line gets a matrix of its own at its new place, and nothing but its own widths. The
/// spacing that justified the line is not written at all: with the margins it would tell the removed width.
void TextCutter::writeReset(const std::vector<Item> &items, const Shown &shown)
{
    TextParameters &text = m_state.text;
    std::string run;
    bool any = false;
    const auto write = [&] {
        if (!run.empty())
            m_out += QPDFObjectHandle::newString(run).unparse() + "Tj\n";
        run.clear();
    };
    for (const Shown::Placed &placed : shown.glyphs) {
        if (placed.removed())
            continue;
        if (!any) {
            // Not flush(): the places that the strings had are what must not be written.
            m_out += m_opened ? "" : "BT\n";
            writeLeading();
            m_opened = true;
            m_pending.clear();
            m_out += text.writtenWordSpacing == 0 ? "" : "0 Tw\n";
            text.writtenWordSpacing = 0;
            any = true;
        }
        if (placed.startsPiece) {
            write();
            // Along the line: in vertical writing that is downwards.
            const double extra = placed.tracking * std::abs(text.size) * (isVertical() ? -1 : 1);
            text.writtenCharSpacing = LinePlanner::coarseSpacing(text.charSpacing, text.size) + extra;
            m_out += operands::number(text.writtenCharSpacing) + " Tc\n";
            const QTransform place = QTransform::fromTranslate(placed.before.x(), placed.before.y()) * m_line;
            writePlace(LinePlanner::moved(place, m_state.ctm, placed.shift));
        }
        const Glyph &glyph = placed.glyph;
        run += items[std::size_t(placed.item)].bytes.substr(std::size_t(glyph.first), std::size_t(glyph.length));
    }
    write();
    removed();
    m_paints += any;
    m_merged = m_merged || any; // the next string is set by a matrix of its own
    m_moveKnown = m_moveKnown && !any;
}

} // namespace dw
