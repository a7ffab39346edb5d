#include "core/engines/redact/readerplaces.h"

#include "core/engines/redact/graphicsstate.h"
#include "core/engines/redact/operands.h"

#include <cmath>
#include <limits>

namespace dw {

namespace {

constexpr int partsOfPixel = 4;
constexpr float mediumType = 24; ///< Pixels: from there on the narrow reader draws at halves,
constexpr float largeType = 48; ///< from there on at whole pixels.
constexpr double largest = 1e9;

qint64 part(double place)
{
    const double whole = std::floor(place);
    return qint64(whole) * partsOfPixel + qint64(std::floor((place - whole) * partsOfPixel));
}

qint64 part(float place, float step)
{
    const float moved = place + step / 2;
    const float whole = std::floor(moved);
    return qint64(whole) * partsOfPixel + qint64(std::floor((moved - whole) / step));
}

} // namespace

ReadNumber ReadNumber::of(const std::string &digits)
{
    const bool negative = digits.starts_with('-');
    double wide = 0;
    double place = 0;
    for (const char c : digits) {
        if (c == '.') {
            place = 0.1;
        } else if (c >= '0' && c <= '9' && place == 0) {
            wide = wide * 10 + (c - '0');
        } else if (c >= '0' && c <= '9') {
            wide += place * (c - '0');
            place *= 0.1;
        }
    }
    return {negative ? -wide : wide, std::strtof(digits.c_str(), nullptr)};
}

ReadNumber ReadNumber::of(double value)
{
    if (value == std::trunc(value) || !(std::abs(value) < largest))
        return {value, float(value)};
    return of(operands::shortest(value));
}

ReaderPlaces::Type::Type(const TextParameters &text)
    : size(ReadNumber::of(text.size))
    , scale(ReadNumber::of(text.scale * 100))
    , charSpacing(ReadNumber::of(text.charSpacing))
    , wordSpacing(ReadNumber::of(text.wordSpacing))
    , rise(ReadNumber::of(text.rise))
{
    scale = {scale.wide * 0.01, scale.narrow / 100};
}

void ReaderPlaces::Wide::shift(double dx)
{
    x += matrix[0] * dx + matrix[2] * 0;
    y += matrix[1] * dx + matrix[3] * 0;
}

void ReaderPlaces::Narrow::shift(std::array<float, 6> &matrix, float dx, float dy)
{
    matrix[4] += dx * matrix[0] + dy * matrix[2];
    matrix[5] += dx * matrix[1] + dy * matrix[3];
}

void ReaderPlaces::begin()
{
    *this = {};
}

void ReaderPlaces::setMatrix(const std::array<ReadNumber, 6> &matrix)
{
    begin();
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        m_wide.matrix[i] = matrix[i].wide;
        m_narrow.line[i] = m_narrow.place[i] = matrix[i].narrow;
    }
    m_wide.x = m_wide.matrix[4];
    m_wide.y = m_wide.matrix[5];
}

void ReaderPlaces::setMatrix(const QTransform &matrix)
{
    setMatrix({ReadNumber::of(matrix.m11()), ReadNumber::of(matrix.m12()), ReadNumber::of(matrix.m21()), ReadNumber::of(matrix.m22()),
        ReadNumber::of(matrix.m31()), ReadNumber::of(matrix.m32())});
}

void ReaderPlaces::moveLine(ReadNumber x, ReadNumber y)
{
    Wide &wide = m_wide;
    wide.lineX += x.wide;
    wide.lineY += y.wide;
    wide.x = wide.matrix[0] * wide.lineX + wide.matrix[2] * wide.lineY + wide.matrix[4];
    wide.y = wide.matrix[1] * wide.lineX + wide.matrix[3] * wide.lineY + wide.matrix[5];
    Narrow::shift(m_narrow.line, x.narrow, y.narrow);
    m_narrow.place = m_narrow.line;
}

void ReaderPlaces::space(ReadNumber number, const Type &type)
{
    m_wide.shift(-number.wide * 0.001 * type.size.wide * type.scale.wide);
    Narrow::shift(m_narrow.place, -number.narrow * type.size.narrow * 0.001F * type.scale.narrow, 0);
}

void ReaderPlaces::show(const Glyph &glyph, const Type &type)
{
    const bool space = glyph.length == 1 && glyph.code == 32;
    double advance = glyph.advance * type.size.wide + type.charSpacing.wide;
    if (space)
        advance += type.wordSpacing.wide;
    m_wide.shift(advance * type.scale.wide);
    const auto width = float(std::round((glyph.advance + glyph.drift.rounding) * 1000));
    Narrow::shift(m_narrow.place, (width * 0.001F * type.size.narrow + type.charSpacing.narrow) * type.scale.narrow, 0);
    if (space)
        Narrow::shift(m_narrow.place, type.wordSpacing.narrow * type.scale.narrow, 0);
}

ReaderPlaces::Spot ReaderPlaces::spot(const Type &type, const QTransform &toPixels) const
{
    const Wide &wide = m_wide;
    const double x = wide.x + wide.matrix[2] * type.rise.wide;
    const double y = wide.y + wide.matrix[3] * type.rise.wide;
    const double wideX = x * toPixels.m11() + y * toPixels.m21() + toPixels.m31();
    const double wideY = x * toPixels.m12() + y * toPixels.m22() + toPixels.m32();

    const std::array<float, 6> &place = m_narrow.place;
    const std::array<float, 6> to {float(toPixels.m11()), float(toPixels.m12()), float(toPixels.m21()), float(toPixels.m22()),
        float(toPixels.m31()), float(toPixels.m32())};
    const float e = type.rise.narrow * place[2] + place[4];
    const float f = type.rise.narrow * place[3] + place[5];
    const float narrowX = e * to[0] + f * to[2] + to[4];
    const float narrowY = e * to[1] + f * to[3] + to[5];
    const float area = type.size.narrow * type.size.narrow * type.scale.narrow * (place[0] * place[3] - place[1] * place[2])
        * (to[0] * to[3] - to[1] * to[2]);
    const float size = std::sqrt(std::abs(area));
    const float step = size >= largeType ? 1 : size >= mediumType ? 0.5F : 0.25F;
    for (const double value : {wideX, wideY, double(narrowX), double(narrowY)}) {
        if (!(std::abs(value) < largest))
            return {};
    }
    return {part(wideX), part(wideY), part(narrowX, step), part(narrowY, step)};
}

double ReaderPlaces::reach(const Type &type, const QTransform &toPixels) const
{
    const double dx = m_wide.matrix[0] * type.size.wide * type.scale.wide;
    const double dy = m_wide.matrix[1] * type.size.wide * type.scale.wide;
    return std::hypot(dx * toPixels.m11() + dy * toPixels.m21(), dx * toPixels.m12() + dy * toPixels.m22());
}

double ReaderPlaces::finest() const
{
    const bool upright = std::abs(m_wide.matrix[1]) > std::abs(m_wide.matrix[0]);
    return std::max(std::abs(upright ? m_wide.y : m_wide.x), 1.0) * std::numeric_limits<double>::epsilon();
}

} // namespace dw
