#include "core/engines/redact/imagecolors.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace dw::imagecolors {

namespace {

using Values = std::vector<double>;

constexpr double darkEnough = 0.2; ///< Luminance, 0 to 1.
constexpr int deepest = 4; ///< Of spaces in spaces: Indexed of DeviceN of ICCBased of Lab.

Values numbers(QPDFObjectHandle array)
{
    Values result;
    if (!array.isArray())
        return result;
    for (QPDFObjectHandle &item : array.getArrayAsVector())
        result.push_back(item.isNumber() ? item.getNumericValue() : 0.0);
    return result;
}

std::string family(QPDFObjectHandle space)
{
    if (space.isArray() && space.getArrayNItems() > 0)
        space = space.getArrayItem(0);
    return space.isName() ? space.getName() : std::string();
}

QPDFObjectHandle item(QPDFObjectHandle space, int index)
{
    return space.isArray() && space.getArrayNItems() > index ? space.getArrayItem(index) : QPDFObjectHandle::newNull();
}

int profileComponents(QPDFObjectHandle space)
{
    QPDFObjectHandle profile = item(space, 1);
    const QPDFObjectHandle count = profile.isStream() ? profile.getDict().getKey("/N") : QPDFObjectHandle::newNull();
    const auto value = QPDFObjectHandle(count).isInteger() ? QPDFObjectHandle(count).getIntValue() : 0;
    return value == 1 || value == 3 || value == 4 ? int(value) : 0;
}

/// Lowest and highest value of each component, as /Decode has them by default.
Values defaultRange(QPDFObjectHandle space, int count)
{
    const std::string kind = family(space);
    Values range;
    if (kind == "/Lab") {
        QPDFObjectHandle dictionary = item(space, 1);
        const Values ab = dictionary.isDictionary() ? numbers(dictionary.getKey("/Range")) : Values();
        range = {0, 100, -100, 100, -100, 100};
        if (ab.size() == 4)
            std::copy(ab.begin(), ab.end(), range.begin() + 2);
        return range;
    }
    if (kind == "/ICCBased")
        range = numbers(item(space, 1).getDict().getKey("/Range"));
    if (range.size() != std::size_t(count) * 2) {
        range.clear();
        for (int i = 0; i < count; ++i)
            range.insert(range.end(), {0.0, 1.0});
    }
    return range;
}

bool lessIsDarker(QPDFObjectHandle space, int depth);

/// 0 black to 1 white, about.
double luminance(QPDFObjectHandle space, const Values &values, int depth)
{
    const std::string kind = family(space);
    if (kind == "/Lab")
        return values[0] / 100;
    if (kind == "/Separation" || kind == "/DeviceN") {
        double sum = 0;
        for (const double value : values)
            sum += value;
        const double ink = sum / double(values.size());
        return lessIsDarker(space, depth + 1) ? ink : 1 - ink;
    }
    if (values.size() == 4)
        return (1 - values[3]) * (1 - 0.3 * values[0] - 0.59 * values[1] - 0.11 * values[2]);
    if (values.size() == 3)
        return 0.3 * values[0] + 0.59 * values[1] + 0.11 * values[2];
    return values.empty() ? 0 : values[0];
}

/// What a tint transformation gives for no ink and for full ink; nothing for the kinds that would have to be run.
struct TintEnds {
    Values none;
    Values full;
};

std::optional<TintEnds> sampledEnds(QPDFObjectHandle function, std::size_t outputs)
{
    QPDFObjectHandle dictionary = function.getDict();
    const QPDFObjectHandle bits = dictionary.getKey("/BitsPerSample");
    Values range = numbers(dictionary.getKey("/Decode"));
    if (range.size() != outputs * 2)
        range = numbers(dictionary.getKey("/Range"));
    if (!QPDFObjectHandle(bits).isInteger() || QPDFObjectHandle(bits).getIntValue() != 8 || range.size() != outputs * 2)
        return std::nullopt;
    const std::shared_ptr<Buffer> data = function.getStreamData(qpdf_dl_generalized);
    if (data->getSize() < 2 * outputs)
        return std::nullopt;
    TintEnds ends;
    for (std::size_t i = 0; i < outputs; ++i) {
        const double span = range[2 * i + 1] - range[2 * i];
        ends.none.push_back(range[2 * i] + span * data->getBuffer()[i] / 255);
        ends.full.push_back(range[2 * i] + span * data->getBuffer()[data->getSize() - outputs + i] / 255);
    }
    return ends;
}

std::optional<TintEnds> tintEnds(QPDFObjectHandle function, std::size_t outputs)
{
    if (function.isStream() && function.getDict().getKey("/FunctionType").isInteger()
        && function.getDict().getKey("/FunctionType").getIntValue() == 0)
        return sampledEnds(function, outputs);
    if (!function.isDictionary() || !function.getKey("/FunctionType").isInteger()
        || function.getKey("/FunctionType").getIntValue() != 2)
        return std::nullopt;
    TintEnds ends {numbers(function.getKey("/C0")), numbers(function.getKey("/C1"))};
    if (ends.none.empty())
        ends.none = {0};
    if (ends.full.empty())
        ends.full = {1};
    return ends.none.size() == outputs && ends.full.size() == outputs ? std::optional(ends) : std::nullopt;
}

bool lessIsDarker(QPDFObjectHandle space, int depth)
{
    QPDFObjectHandle alternate = item(space, 2);
    const int outputs = components(alternate);
    if (depth > deepest || outputs == 0)
        return false;
    try {
        const std::optional<TintEnds> ends = tintEnds(item(space, 3), std::size_t(outputs));
        return ends && luminance(alternate, ends->none, depth) < luminance(alternate, ends->full, depth);
    } catch (const std::exception &) {
        return false; // its data cannot be read
    }
}

/// Black in natural units.
Values blackValues(QPDFObjectHandle space, int count)
{
    const std::string kind = family(space);
    if (kind == "/Separation" || kind == "/DeviceN")
        return Values(std::size_t(count), lessIsDarker(space, 0) ? 0 : 1);
    if (count == 4)
        return {0, 0, 0, 1};
    return Values(std::size_t(count), 0);
}

std::string lookupBytes(QPDFObjectHandle space)
{
    QPDFObjectHandle lookup = item(space, 3);
    if (lookup.isString())
        return lookup.getStringValue();
    if (!lookup.isStream())
        return {};
    const std::shared_ptr<Buffer> data = lookup.getStreamData(qpdf_dl_generalized);
    return std::string(reinterpret_cast<const char *>(data->getBuffer()), data->getSize());
}

bool isKeyedOut(const ImagePixel &pixel, const Values &ranges)
{
    if (ranges.size() != pixel.size() * 2)
        return false;
    for (std::size_t i = 0; i < pixel.size(); ++i) {
        if (pixel[i] < ranges[2 * i] || pixel[i] > ranges[2 * i + 1])
            return false;
    }
    return true;
}

/// The smallest step of one component that leaves the ranges.
void leaveRanges(ImagePixel &pixel, const Values &ranges, quint32 largest)
{
    double best = std::numeric_limits<double>::infinity();
    ImagePixel result = pixel;
    for (std::size_t i = 0; i < pixel.size(); ++i) {
        for (const double candidate : {ranges[2 * i] - 1, ranges[2 * i + 1] + 1}) {
            const double step = std::abs(candidate - pixel[i]);
            if (candidate < 0 || candidate > largest || step >= best)
                continue;
            best = step;
            result = pixel;
            result[i] = quint32(candidate);
        }
    }
    pixel = result;
}

quint32 stored(double value, double low, double high, quint32 largest)
{
    if (!(high > low || high < low))
        return 0;
    return quint32(std::clamp(std::round((value - low) / (high - low) * largest), 0.0, double(largest)));
}

class Palette
{
public:
    explicit Palette(QPDFObjectHandle space)
        : m_base(item(space, 1))
        , m_count(components(m_base))
        , m_range(defaultRange(m_base, m_count))
        , m_bytes(lookupBytes(space))
    {
        const QPDFObjectHandle highest = item(space, 2);
        const auto declared = QPDFObjectHandle(highest).isInteger() ? QPDFObjectHandle(highest).getIntValue() : 0;
        m_highest = int(std::clamp<long long>(declared, 0, 255));
        m_bytes.resize(std::size_t(m_highest + 1) * std::size_t(m_count), '\0');
    }

    int highest() const { return m_highest; }

    double luminanceOf(int index) const
    {
        Values values;
        for (std::size_t i = 0; i < std::size_t(m_count); ++i) {
            const double byte = static_cast<unsigned char>(m_bytes[std::size_t(index) * std::size_t(m_count) + i]);
            values.push_back(m_range[2 * i] + (m_range[2 * i + 1] - m_range[2 * i]) * byte / 255);
        }
        return luminance(m_base, values, 0);
    }

    QPDFObjectHandle withBlack() const
    {
        std::string bytes = m_bytes;
        const Values values = blackValues(m_base, m_count);
        for (std::size_t i = 0; i < values.size(); ++i)
            bytes += char(stored(values[i], m_range[2 * i], m_range[2 * i + 1], 255));
        return QPDFObjectHandle::newArray({QPDFObjectHandle::newName("/Indexed"), m_base,
            QPDFObjectHandle::newInteger(m_highest + 1), QPDFObjectHandle::newString(bytes)});
    }

private:
    QPDFObjectHandle m_base;
    int m_count;
    Values m_range;
    std::string m_bytes;
    int m_highest = 0;
};

Black blackOfPalette(QPDFObjectHandle space, int bits, const Values &decode, const Values &ranges)
{
    const Palette palette(space);
    const quint32 largest = (1U << std::min(bits, 8)) - 1;
    Black result {{0}, space};
    double darkest = std::numeric_limits<double>::infinity();
    for (quint32 sample = 0; sample <= largest; ++sample) {
        double index = sample;
        if (decode.size() == 2)
            index = std::round(decode[0] + (decode[1] - decode[0]) * sample / largest);
        if (index < 0 || index > palette.highest() || isKeyedOut({sample}, ranges))
            continue;
        const double light = palette.luminanceOf(int(index));
        if (light < darkest) {
            darkest = light;
            result.pixel = {sample};
        }
    }
    const quint32 next = quint32(palette.highest() + 1);
    if (darkest > darkEnough && next <= largest && decode.empty() && !isKeyedOut({next}, ranges))
        return {{next}, palette.withBlack()};
    return result;
}

} // namespace

int components(QPDFObjectHandle colorSpace)
{
    const std::string kind = family(colorSpace);
    if (kind == "/DeviceGray" || kind == "/G" || kind == "/CalGray" || kind == "/Separation")
        return 1;
    if (kind == "/DeviceRGB" || kind == "/RGB" || kind == "/CalRGB" || kind == "/Lab")
        return 3;
    if (kind == "/DeviceCMYK" || kind == "/CMYK")
        return 4;
    if (kind == "/ICCBased")
        return profileComponents(colorSpace);
    if (kind == "/Indexed" || kind == "/I")
        return family(item(colorSpace, 1)) != "/Indexed" && components(item(colorSpace, 1)) > 0 ? 1 : 0;
    QPDFObjectHandle names = item(colorSpace, 1);
    if (kind == "/DeviceN" && names.isArray() && names.getArrayNItems() >= 1 && names.getArrayNItems() <= 32)
        return names.getArrayNItems();
    return 0;
}

bool isPalette(QPDFObjectHandle colorSpace)
{
    const std::string kind = family(colorSpace);
    return kind == "/Indexed" || kind == "/I";
}

Black black(QPDFObjectHandle colorSpace, int bits, QPDFObjectHandle decode, QPDFObjectHandle colorKey)
{
    const int count = components(colorSpace);
    Values range = numbers(decode);
    const Values ranges = numbers(colorKey);
    if (isPalette(colorSpace))
        return blackOfPalette(colorSpace, bits, range.size() == 2 ? range : Values(), ranges);
    if (range.size() != std::size_t(count) * 2)
        range = defaultRange(colorSpace, count);
    const Values values = blackValues(colorSpace, count);
    const quint32 largest = (1U << bits) - 1;
    Black result {{}, colorSpace};
    for (std::size_t i = 0; i < values.size(); ++i)
        result.pixel.push_back(stored(values[i], range[2 * i], range[2 * i + 1], largest));
    if (isKeyedOut(result.pixel, ranges))
        leaveRanges(result.pixel, ranges, largest);
    return result;
}

ImagePixel maskPixel(int value, int bits, QPDFObjectHandle decode)
{
    const Values range = numbers(decode);
    const bool given = range.size() == 2;
    return {stored(value, given ? range[0] : 0, given ? range[1] : 1, (1U << bits) - 1)};
}

} // namespace dw::imagecolors
