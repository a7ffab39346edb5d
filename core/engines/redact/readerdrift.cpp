#include "core/engines/redact/readerdrift.h"

#include <cmath>

namespace dw {

namespace {

constexpr double thousand = 1000;

} // namespace

ReaderDrift ReaderDrift::ofWidth(double advance)
{
    constexpr double noise = 1e-6; // a width of 500.5 may come back as 500.49999999999994
    const double width = advance * thousand;
    const double rounded = std::trunc(width + 0.5 + noise);
    const double cut = std::trunc(width + std::copysign(noise, width));
    const auto from = [width](double whole) { return std::abs(whole - width) < 2 * noise ? 0 : (whole - width) / thousand; };
    return {from(rounded), from(cut)};
}

ReaderDrift ReaderDrift::ofType3Width(double width, double scale)
{
    const double exact = width * scale * thousand;
    // In single precision, as they do: it decides which way a whole number falls.
    const float cut = std::trunc(float(scale) * float(width) * float(thousand));
    const float rounded = std::round(float(scale) * float(thousand) * float(width));
    return {(double(cut) - exact) / thousand, (double(rounded) - exact) / thousand};
}

} // namespace dw
