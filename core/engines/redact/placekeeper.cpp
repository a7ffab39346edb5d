#include "core/engines/redact/placekeeper.h"

#include "core/engines/redact/operands.h"

#include <array>
#include <cmath>

namespace dw {

namespace {

constexpr int mostChanges = 6; ///< Of one string.
constexpr int leastDecimals = 5;
constexpr int mostDecimals = 15;
/// Pixels. The first one is beyond the noise of the reader that calculates with doubles, the others beyond that of the other.
constexpr std::array<double, 6> coarse {1e-8, 2e-5, 4e-5, 8e-5, 1.6e-4, 3.2e-4};
constexpr double smallestUnit = 1e-6; ///< Pixels: smaller text is not seen.
constexpr int mostFine = 64; ///< Half units of a double's last place, to either side.

int decimalsFor(double step)
{
    return int(std::clamp(std::ceil(-std::log10(step)) + 1, double(leastDecimals), double(mostDecimals)));
}

} // namespace

PlaceKeeper::PlaceKeeper(const ReaderPlaces::Type &type, const QTransform &toPixels)
    : m_type(type)
    , m_toPixels(toPixels)
{
}

/// What moves the place before the letter is shown.
void PlaceKeeper::lead(ReaderPlaces &places, const Step &step) const
{
    for (const GapFiller::Blank &blank : step.blanks.blanks) {
        ReaderPlaces::Type type = m_type;
        type.size = ReadNumber::of(blank.size);
        Glyph glyph;
        glyph.advance = blank.width;
        glyph.drift = ReaderDrift::ofWidth(blank.width);
        for (int i = 0; i < blank.count; ++i)
            places.show(glyph, type);
    }
    if (!step.number.empty())
        places.space(ReadNumber::of(step.number), m_type);
}

void PlaceKeeper::take(ReaderPlaces &places, const Step &step) const
{
    lead(places, step);
    if (step.glyph)
        places.show(*step.glyph, m_type);
}

/// The first letter that would be drawn elsewhere; how many steps there are if none.
std::size_t PlaceKeeper::firstStray(ReaderPlaces places, const std::vector<Step> &steps) const
{
    for (std::size_t i = 0; i < steps.size(); ++i) {
        lead(places, steps[i]);
        if (!steps[i].glyph)
            continue;
        if (!steps[i].lost && places.spot(m_type, m_toPixels) != steps[i].spot)
            return i;
        places.show(*steps[i].glyph, m_type);
    }
    return steps.size();
}

ReaderPlaces PlaceKeeper::keep(const ReaderPlaces &start, std::vector<Step> &steps) const
{
    for (int i = 0; i < mostChanges; ++i) {
        const std::size_t stray = firstStray(start, steps);
        if (stray == steps.size())
            break;
        std::size_t number = stray;
        while (number > 0 && !steps[number].free)
            --number;
        if (!steps[number].free || !adjust(start, steps, number))
            steps[stray].lost = true;
    }
    ReaderPlaces end = start;
    for (const Step &step : steps)
        take(end, step);
    return end;
}

/// The choice that keeps most letters in place; false if none is better than what is there.
bool PlaceKeeper::adjust(const ReaderPlaces &start, std::vector<Step> &steps, std::size_t number) const
{
    Step &step = steps[number];
    std::string best = step.number;
    const std::size_t before = firstStray(start, steps);
    std::size_t farthest = before;
    ReaderPlaces places = start;
    for (std::size_t i = 0; i < number; ++i)
        take(places, steps[i]);
    lead(places, step);
    for (const std::string &choice : choices(places, step)) {
        step.number = choice;
        const std::size_t stray = firstStray(start, steps);
        if (stray > farthest) {
            farthest = stray;
            best = choice;
        }
        if (farthest == steps.size())
            break;
    }
    step.number = best;
    return farthest > before;
}

std::vector<std::string> PlaceKeeper::choices(const ReaderPlaces &behind, const Step &step) const
{
    const double unit = behind.reach(m_type, m_toPixels) / 1000; // pixels for a number of 1
    std::vector<std::string> result;
    if (!(unit > smallestUnit) || !std::isfinite(unit))
        return result;
    const double plain = step.number.empty() ? 0 : ReadNumber::of(step.number).wide;
    for (const double pixels : coarse) {
        const int decimals = decimalsFor(pixels / unit);
        result.push_back(operands::number(plain + pixels / unit, decimals));
        result.push_back(operands::number(plain - pixels / unit, decimals));
    }
    // Letters that were on different sides of their borders: as near to where they were as numbers go.
    const double fine = behind.finest() / 2 / (behind.reach(m_type, {}) / 1000);
    for (int i = 0; i <= mostFine; ++i) {
        result.push_back(operands::number(step.exact + i * fine, decimalsFor(fine)));
        result.push_back(operands::number(step.exact - i * fine, decimalsFor(fine)));
    }
    return result;
}

std::string PlaceKeeper::write(const std::vector<Step> &steps)
{
    std::string result;
    std::string array;
    std::string run;
    const auto endRun = [&] {
        if (!run.empty())
            array += QPDFObjectHandle::newString(run).unparse();
        run.clear();
    };
    const auto endArray = [&] {
        endRun();
        if (!array.empty())
            result += '[' + array + "]TJ\n";
        array.clear();
    };
    for (const Step &step : steps) {
        if (!step.blanks.operators.empty()) {
            endArray();
            result += step.blanks.operators;
        }
        if (!step.number.empty()) {
            endRun();
            const bool apart = !array.empty() && array.back() != ')' && array.back() != '>';
            array += (apart ? " " : "") + step.number;
        }
        run += step.bytes;
    }
    endArray();
    return result;
}

} // namespace dw
