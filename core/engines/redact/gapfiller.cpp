#include "core/engines/redact/gapfiller.h"

#include "core/engines/redact/operands.h"

#include <cmath>

namespace dw {

namespace {

constexpr double thousand = 1000;
// Thousandths of an em. Both are nothing for who cuts fractions; who rounds makes one of the first, nothing of the second.
constexpr double ahead = 0.5;
constexpr double even = 0.49;
constexpr char aheadCode = 1;
constexpr char evenCode = 2;
constexpr double smallest = 0.002; ///< Thousandths of an em: less moves nothing anybody sees.
constexpr int mostBlanks = 64;

} // namespace

GapFiller::GapFiller(CutContext &context, ResourceSet &resources)
    : m_context(context)
    , m_resources(resources)
{
}

const std::string &GapFiller::fontName()
{
    QPDFObjectHandle &font = m_context.tools.blanks;
    if (font.isNull()) {
        font = m_context.tools.source.makeIndirectObject(QPDFObjectHandle::parse(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar 2 /Widths [0.5 0.49] "
            "/Encoding << /Type /Encoding /Differences [1 /space /space] >> >>"));
    }
    if (m_fontName.empty())
        m_fontName = m_resources.add("/Font", font);
    return m_fontName;
}

GapFiller::Fill GapFiller::fill(ReaderDrift apart, const TextParameters &text)
{
    Fill result;
    const double unit = text.size * text.scale / thousand;
    if (unit == 0)
        return result;
    // Who cuts stays where it is, who rounds gets `first` for the first kind of blanks, who does neither a part of both.
    const double first = apart.rounding - apart.cutting;
    const double second = -apart.cutting - ahead * first;
    std::string shown;
    if (std::abs(first / unit) > smallest)
        shown += show(aheadCode, ahead, first, text, result);
    if (std::abs(second / unit) > smallest)
        shown += show(evenCode, even, second / even, text, result);
    if (shown.empty())
        return {};
    const std::string own = text.fontName.empty() ? m_resources.add("/Font", text.font) : text.fontName;
    constexpr int exact = 9;
    result.operators = shown + own + ' ' + operands::number(text.size, exact) + " Tf\n";
    return result;
}

/// Blanks that are one thousandth of an em wide for `length` all told, no larger than the text; a negative size goes back.
std::string GapFiller::show(char code, double width, double length, const TextParameters &text, Fill &fill)
{
    constexpr int exact = 9;
    const double unit = std::abs(text.size * text.scale) / thousand;
    const int count = int(std::clamp(std::ceil(std::abs(length) / unit - smallest), 1.0, double(mostBlanks)));
    const double size = length * thousand / (text.scale * count);
    const std::string digits = operands::number(size, exact);
    fill.blanks.push_back({width / thousand, std::stod(digits), count});
    fill.length += width * length + count * text.charSpacing * text.scale;
    return fontName() + ' ' + digits + " Tf " + QPDFObjectHandle::newString(std::string(std::size_t(count), code)).unparse()
        + " Tj\n";
}

} // namespace dw
