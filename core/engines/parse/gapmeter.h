#pragma once

#include "core/engines/parse/gapfit.h"

#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Woverloaded-virtual"
#include <poppler/OutputDev.h>
#pragma GCC diagnostic pop

#include <QHash>

#include <map>
#include <optional>

class GfxFont;

namespace dw {

/// Measures names in the font, size and spacing of the text that lies in an area, as the page shows it.
class GapMeter final : public OutputDev
{
public:
    static constexpr double tolerance = 0.5; ///< Points: kerning apart, equal widths differ by less.
    static constexpr double quantum = 2; ///< Em; boxes are multiples of it ...
    static constexpr double leastBox = 4; ///< ... and never narrower. See LinePlanner.

    /// `areas`: displayed page, points, origin top-left. `scale`: points per device unit.
    GapMeter(QList<QRectF> areas, double scale);

    QList<GapFit> fits(const QStringList &names) const; ///< One for each area, after the page was shown.

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode code,
        int nBytes, const Unicode *unicode, int length) override;

private:
    /// Widths of a font for a size of 1, by character.
    using Widths = QHash<char32_t, double>;

    struct Area {
        QRectF rect;
        double removed = 0;
        double em = 0;
        double spacing = 0; ///< Between two letters.
        double wordSpacing = 0;
        QString font;
        const Widths *widths = nullptr;
    };

    const Widths &widthsOf(GfxFont &font);
    static std::optional<double> width(const QString &name, const Area &area);

    QList<Area> m_areas;
    double m_scale;
    std::map<quint64, Widths> m_fonts; ///< Stays in place; by object number and generation.
};

} // namespace dw
