#include "core/engines/redact/linelayers.h"

#include <algorithm>
#include <map>

namespace dw::linelayers {

namespace {

constexpr double sameBaseline = 0.05; ///< Em.
constexpr double covering = 0.3; ///< Of the narrower letter's width.
constexpr int through = 3; ///< Letters in a row that lie upon others: an accent or an index is less.
constexpr std::size_t mostLayers = 8;

struct Layer {
    std::vector<int> glyphs;
    std::map<double, double> taken; ///< Where letters begin, and where they end.

    bool covers(const Place &letter) const
    {
        auto next = taken.lower_bound(letter.to);
        for (int i = 0; i < through && next != taken.begin(); ++i) {
            --next;
            const double common = std::min(letter.to, next->second) - std::max(letter.from, next->first);
            if (common > covering * std::min(letter.to - letter.from, next->second - next->first))
                return true;
        }
        return false;
    }

    bool isCrossedBy(const std::vector<Place> &row, const std::vector<int> &strand) const
    {
        int upon = 0;
        for (const int glyph : strand) {
            const Place &place = row[std::size_t(glyph)];
            if (place.blank || place.to <= place.from)
                continue;
            upon = covers(place) ? upon + 1 : 0;
            if (upon == through)
                return true;
        }
        return false;
    }

    void add(const std::vector<Place> &row, const std::vector<int> &strand)
    {
        glyphs.insert(glyphs.end(), strand.begin(), strand.end());
        for (const int glyph : strand) {
            const Place &place = row[std::size_t(glyph)];
            if (!place.blank && place.to > place.from)
                taken[place.from] = std::max(taken[place.from], place.to);
        }
    }
};

} // namespace

std::vector<std::vector<int>> split(const std::vector<Place> &row)
{
    std::vector<Layer> layers;
    for (std::size_t first = 0; first < row.size();) {
        std::vector<int> strand {int(first)};
        std::size_t next = first + 1;
        for (; next < row.size() && row[next].baseline - row[next - 1].baseline <= sameBaseline * std::min(row[next].em, row[next - 1].em); ++next)
            strand.push_back(int(next));
        first = next;
        std::stable_sort(strand.begin(), strand.end(), [&](int a, int b) { return row[std::size_t(a)].from < row[std::size_t(b)].from; });
        auto layer = std::find_if(layers.begin(), layers.end(), [&](const Layer &one) { return !one.isCrossedBy(row, strand); });
        if (layer == layers.end() && layers.size() < mostLayers)
            layer = layers.emplace(layers.end());
        else if (layer == layers.end())
            --layer;
        layer->add(row, strand);
    }
    std::vector<std::vector<int>> result;
    for (Layer &layer : layers)
        result.push_back(std::move(layer.glyphs));
    return result;
}

} // namespace dw::linelayers
