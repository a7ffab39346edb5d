#pragma once

#include "core/engines/redact/contentprogram.h"
#include "core/engines/redact/cutcontext.h"
#include "core/engines/redact/graphicsstate.h"
#include "core/engines/redact/placekeeper.h"

namespace dw {

struct ShownString;

/// Rewrites the text objects of one content stream without the glyphs that areas take.
///
/// Operators that place text are copied as long as nothing goes between them. Where strings go, what moved from one to
/// the next is merged into one step, so that neither their number nor their places can be read off it, and what stays of
/// a cut string is one TJ array in which the whole gap is a single number, with blanks before it where readers disagree on
/// how wide it was.
class TextCutter
{
public:
    TextCutter(CutContext &context, ResourceSet &resources, GraphicsState &state, std::string &out);

    /// BT, ET, Td, TD, Tm, T*, Tj, TJ, ', ": returns false for any other operator.
    bool operate(const Operation &operation, bool hidden);

    bool isInText() const { return m_inText; }
    /// Sets the spacing that a string or a form is about to use.
    void writeSpacing();

    int paints() const { return m_paints; } ///< Operators written so far that show text.

private:
    struct Item {
        std::string bytes;
        double number = 0;
        bool isString = false;
    };
    using Shown = ShownString;

    void begin();
    void end();
    void moveLine(double x, double y);
    void quote(const Operation &operation, bool hidden);
    void show(const Operation &operation, std::vector<Item> items, bool hidden);
    Shown measure(const std::vector<Item> &items, bool hidden);
    void decide(Shown &shown, bool hidden);
    int takenAtEdge(const QRectF &bounds) const;
    void tell(LinePlanner &planner, const Shown &shown, std::size_t index) const;
    void writeWhole(const Operation &operation, const std::vector<Item> &items, const Shown &shown);
    void writeRest(const std::vector<Item> &items, const Shown &shown);
    void writeReset(const std::vector<Item> &items, const Shown &shown);
    void step(const Operation &operation);
    void removed();
    void flush();
    void writeLeading();
    void writePlace(const QTransform &matrix);
    GapFiller::Fill fill(const ReaderDrift &target);
    bool followsPlaces() const;
    void keepPlaces(std::vector<PlaceKeeper::Step> &steps);
    double lead(const QPointF &target) const;
    void forgetOffsets();
    bool isVertical() const;
    static std::vector<Item> itemsOf(const Operation &operation);

    CutContext &m_context;
    GraphicsState &m_state;
    GapFiller m_filler;
    std::string &m_out;
    QTransform m_line; ///< Tlm
    QPointF m_offset; ///< Of Tm from Tlm, text space.
    ReaderDrift m_drift; ///< Of m_offset.
    QPointF m_writtenOffset; ///< As m_offset, where the written stream stands once m_pending is written.
    ReaderDrift m_writtenDrift;
    ReaderPlaces m_places; ///< In the stream as it was; only followed where places are kept.
    ReaderPlaces m_writtenPlaces; ///< In the written one,
    ReaderPlaces m_pendingPlaces; ///< and where it stands once m_pending is written as it is.
    std::string m_pending; ///< Operators that place text, not written yet.
    QPointF m_move; ///< Of the line since the last string was written, text space.
    bool m_moveKnown = true; ///< False: a matrix was set since.
    bool m_merged = false; ///< m_pending cannot be copied: it is replaced by one step, or by the matrix of the line.
    bool m_removedSince = false; ///< A string went after the last operator in m_pending.
    bool m_inText = false;
    bool m_opened = false; ///< BT was written.
    int m_clipKept = 0; ///< Glyphs that add to the clip (Tr 4 to 7).
    int m_clipCut = 0;
    int m_paints = 0;
};

} // namespace dw
