#include "core/engines/parse/gapmeter.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#pragma GCC diagnostic pop

#include <cmath>

namespace dw {

namespace {

constexpr int wideCodes = 65536;

/// The length of a distance of text space on the displayed page, in points.
double onPage(GfxState *state, double distance, double scale)
{
    double x = 0;
    double y = 0;
    state->textTransformDelta(distance, 0, &x, &y);
    double deviceX = 0;
    double deviceY = 0;
    state->transformDelta(x, y, &deviceX, &deviceY);
    return std::hypot(deviceX, deviceY) * scale;
}

QString withoutSubset(const std::optional<std::string> &name)
{
    const QString text = name ? QString::fromStdString(*name) : QString();
    return text.size() > 7 && text.at(6) == u'+' ? text.mid(7) : text;
}

/// Han and their punctuation are as wide as the font is high, unless it says otherwise.
bool isFullWidth(char32_t c)
{
    return (c >= 0x2e80 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00) || (c >= 0xff00 && c < 0xff61) || (c >= 0x20000 && c < 0x32000);
}

double boxOf(double width, double em)
{
    return std::max(GapMeter::leastBox, std::ceil(width / (GapMeter::quantum * em) - 1e-6) * GapMeter::quantum);
}

} // namespace

GapMeter::GapMeter(QList<QRectF> areas, double scale)
    : m_scale(scale)
{
    for (const QRectF &rect : areas) {
        Area area;
        area.rect = rect;
        m_areas.append(area);
    }
}

const GapMeter::Widths &GapMeter::widthsOf(GfxFont &font)
{
    const quint64 key = quint64(quint32(font.getID()->num)) << 32 | quint32(font.getID()->gen);
    const auto known = m_fonts.find(key);
    if (known != m_fonts.end())
        return known->second;
    Widths widths;
    const int codes = font.isCIDFont() ? wideCodes : 256;
    for (int code = 0; code < codes; ++code) {
        // Poppler reads as many bytes as the code has; what it does not read is padding.
        const char bytes[] = {char(font.isCIDFont() ? code >> 8 : code), char(font.isCIDFont() ? code & 0xff : 0), 0, 0};
        CharCode read = 0;
        const Unicode *text = nullptr;
        int length = 0;
        double dx = 0, dy = 0, ox = 0, oy = 0;
        font.getNextChar(bytes, 4, &read, &text, &length, &dx, &dy, &ox, &oy);
        if (length == 1 && text && dx > 0 && !widths.contains(char32_t(text[0])))
            widths.insert(char32_t(text[0]), dx);
    }
    return m_fonts.emplace(key, std::move(widths)).first->second;
}

void GapMeter::drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode, int, const Unicode *, int)
{
    GfxFont *const font = state->getFont().get();
    if (!font || font->getWMode() == 1)
        return; // what is written downwards leaves a gap of whole letters
    double upX = 0;
    double upY = 0;
    state->textTransformDelta(0, state->getFontSize() * 0.3, &upX, &upY); // inside the letters, above their line
    double middleX = 0;
    double middleY = 0;
    state->transform(x - originX + dx / 2 + upX, y - originY + dy / 2 + upY, &middleX, &middleY);
    const QPointF middle(middleX * m_scale, middleY * m_scale);
    for (Area &area : m_areas) {
        if (!area.rect.contains(middle))
            continue;
        const double spacing = onPage(state, state->getCharSpace() * state->getHorizScaling(), m_scale) * (state->getCharSpace() < 0 ? -1 : 1);
        double deviceX = 0;
        double deviceY = 0;
        state->transformDelta(dx, dy, &deviceX, &deviceY);
        area.removed += std::hypot(deviceX, deviceY) * m_scale;
        if (area.widths)
            continue;
        area.em = onPage(state, state->getFontSize() * state->getHorizScaling(), m_scale);
        area.spacing = spacing;
        area.wordSpacing = onPage(state, state->getWordSpace() * state->getHorizScaling(), m_scale);
        area.font = withoutSubset(font->getName());
        area.widths = &widthsOf(*font);
    }
}

std::optional<double> GapMeter::width(const QString &name, const Area &area)
{
    double total = 0;
    const auto codes = name.toUcs4();
    for (const char32_t c : codes) {
        const auto known = area.widths->constFind(c);
        if (known == area.widths->cend() && !isFullWidth(c))
            return {};
        total += (known != area.widths->cend() ? *known : 1.0) * area.em + area.spacing + (c == U' ' ? area.wordSpacing : 0);
    }
    return total;
}

QList<GapFit> GapMeter::fits(const QStringList &names) const
{
    QList<GapFit> fits;
    for (const Area &area : m_areas) {
        GapFit fit;
        fit.removed = area.removed;
        fit.em = area.em;
        fit.font = area.font;
        for (const QString &name : names) {
            const auto wide = area.widths && area.em > 0 && area.removed > 0 ? width(name, area) : std::nullopt;
            if (!wide)
                continue;
            ++fit.measured;
            fit.fitExact += std::abs(*wide - area.removed) <= tolerance ? 1 : 0;
            fit.fitBox += boxOf(*wide, area.em) == boxOf(area.removed, area.em) ? 1 : 0;
        }
        fits.append(fit);
    }
    return fits;
}

} // namespace dw
