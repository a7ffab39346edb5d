// Texts that are drawn over one another are told apart; what belongs to a line stays in it.
#include "core/engines/redact/linelayers.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using dw::linelayers::Place;

namespace {

constexpr double em = 10;

/// Letters of a text, one after the other.
void write(std::vector<Place> &row, double from, double baseline, int letters, double width = 5)
{
    for (int i = 0; i < letters; ++i, from += width)
        row.push_back({from, from + width, baseline, em, false});
}

std::vector<std::vector<int>> layersOf(std::vector<Place> &row)
{
    std::stable_sort(row.begin(), row.end(), [](const Place &a, const Place &b) { return a.baseline < b.baseline; });
    return dw::linelayers::split(row);
}

} // namespace

class TestLineLayers final : public QObject
{
    Q_OBJECT

private slots:
    void oneLineIsOneLayer()
    {
        std::vector<Place> row;
        write(row, 50, 100, 20);
        write(row, 152, 103, 2, 3); // an index
        write(row, 160, 100.1, 10);
        row.push_back({60.5, 64.5, 102, em, false}); // accents
        row.push_back({65.5, 69.5, 102, em, false});
        QCOMPARE(layersOf(row).size(), 1U);
        QVERIFY(dw::linelayers::split({}).empty());
    }

    void aStampIsALayerOfItsOwn()
    {
        std::vector<Place> row;
        write(row, 50, 100, 20);
        write(row, 62, 103, 6, 7);
        write(row, 155, 103.1, 2, 3); // stands beside both
        const auto layers = layersOf(row);
        QCOMPARE(layers.size(), 2U);
        for (const std::vector<int> &layer : layers) {
            for (const int glyph : layer) {
                const Place &place = row[std::size_t(glyph)];
                if (place.to - place.from != 3)
                    QCOMPARE(place.baseline, row[std::size_t(layer.front())].baseline);
            }
        }
        QCOMPARE(layers[0].size() + layers[1].size(), row.size());
    }

    void spacesTakeNoRoom()
    {
        std::vector<Place> row;
        write(row, 50, 100, 4);
        for (int i = 0; i < 6; ++i)
            row.push_back({70 + 5.0 * i, 75 + 5.0 * i, 100, em, true});
        write(row, 70, 103, 6); // where the first left room
        QCOMPARE(layersOf(row).size(), 1U);
    }

    void manyLayersAreBounded()
    {
        std::vector<Place> row;
        for (int i = 0; i < 40; ++i)
            write(row, 50 + i, 100 + i, 30);
        const auto layers = layersOf(row);
        QVERIFY(layers.size() > 1 && layers.size() <= 8);
        std::size_t glyphs = 0;
        for (const std::vector<int> &layer : layers)
            glyphs += layer.size();
        QCOMPARE(glyphs, row.size());
    }
};

DW_TEST(TestLineLayers)
#include "tst_linelayers.moc"
