// What stays behind a gap is drawn at the same part of the same pixel.
#include "core/engines/redact/graphicsstate.h"
#include "core/engines/redact/placekeeper.h"
#include "tests/support/cutbench.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::CutBench;

namespace {

const QTransform pixels(1, 0, 0, -1, 0, 800);

/// As word processors write it: two decimals at most, a kerning number after most letters.
std::string kernedLine(int seed)
{
    std::string line = "[";
    unsigned state = unsigned(seed) * 2'654'435'761U + 1;
    for (int i = 0; i < 50; ++i) {
        state = state * 1'664'525U + 1'013'904'223U;
        line += '(' + std::string(1, char('a' + (state >> 24) % 26)) + ')' + std::to_string(int((state >> 16) % 40) - 20);
    }
    return line + "]TJ";
}

} // namespace

class TestPlaceKeeper final : public QObject
{
    Q_OBJECT

    static std::vector<PlaceKeeper::Step> letters(const std::vector<Glyph> &glyphs, ReaderPlaces places, const ReaderPlaces::Type &type)
    {
        std::vector<PlaceKeeper::Step> steps;
        for (const Glyph &glyph : glyphs) {
            steps.emplace_back().glyph = &glyph;
            steps.back().spot = places.spot(type, pixels);
            steps.back().bytes = "a";
            places.show(glyph, type);
        }
        return steps;
    }

private slots:
    void onlyWhatWouldBeDrawnElsewhereChangesANumber()
    {
        TextParameters text;
        text.size = 12;
        const ReaderPlaces::Type type(text);
        const PlaceKeeper keeper(type, pixels);
        Glyph letter;
        letter.length = 1;
        letter.code = 'a';
        letter.advance = 0.6;
        const std::vector<Glyph> glyphs(60, letter);
        ReaderPlaces start;
        start.setMatrix(QTransform(1, 0, 0, 1, 28.3, 700));
        int changed = 0;
        for (std::size_t gone = 1; gone < 50; ++gone) {
            std::vector<PlaceKeeper::Step> steps = letters(glyphs, start, type);
            steps.erase(steps.begin(), steps.begin() + std::ptrdiff_t(gone));
            const std::string plain = std::to_string(-600 * int(gone));
            steps.front().number = plain;
            steps.front().exact = -600 * double(gone);
            steps.front().free = true;
            const std::vector<PlaceKeeper::Step> before = steps;
            keeper.keep(start, steps);
            ReaderPlaces places = start;
            ReaderPlaces untouched = start;
            bool strays = false;
            for (std::size_t i = 0; i < steps.size(); ++i) {
                if (i == 0) {
                    places.space(ReadNumber::of(steps[0].number), type);
                    untouched.space(ReadNumber::of(plain), type);
                }
                QCOMPARE(places.spot(type, pixels), steps[i].spot);
                strays = strays || untouched.spot(type, pixels) != steps[i].spot;
                places.show(letter, type);
                untouched.show(letter, type);
            }
            QVERIFY2((steps.front().number != plain) == strays, steps.front().number.c_str()); // a number that does no harm stays short
            QVERIFY(std::abs(std::stod(steps.front().number) - std::stod(plain)) < 0.05);
            changed += strays;
        }
        QVERIFY(changed > 0);
    }

    void numbersThatAreNotFreeStay()
    {
        TextParameters text;
        text.size = 12;
        const ReaderPlaces::Type type(text);
        Glyph letter;
        letter.advance = 0.6;
        const std::vector<Glyph> glyphs(2, letter);
        std::vector<PlaceKeeper::Step> steps = letters(glyphs, {}, type);
        steps.front().exact = -7000;
        steps.front().number = "-7000"; // far away: no small change helps
        steps.back().number = "15";
        PlaceKeeper(type, pixels).keep({}, steps);
        QCOMPARE(steps.front().number, "-7000");
        steps.front().free = true;
        PlaceKeeper(type, pixels).keep({}, steps);
        QCOMPARE(steps.front().number, "-7000");
        QCOMPARE(steps.back().number, "15");
    }

    void stepsAreWrittenAsOneArray()
    {
        std::vector<PlaceKeeper::Step> steps(4);
        steps[0].number = "-10";
        steps[0].bytes = "a";
        steps[1].bytes = "b";
        steps[2].number = "5";
        steps[3].number = "6";
        steps[3].bytes = "(";
        QCOMPARE(PlaceKeeper::write(steps), "[-10(ab)5 6(\\()]TJ\n");
        steps[2].blanks.operators = "BLANKS\n";
        QCOMPARE(PlaceKeeper::write(steps), "[-10(ab)]TJ\nBLANKS\n[5 6(\\()]TJ\n");
        QCOMPARE(PlaceKeeper::write({}), "");
    }

    void nothingIsDrawnOtherwiseBehindAGap()
    {
        CutBench bench;
        std::string content = "/F1 10 Tf\n";
        for (int i = 0; i < 50; ++i)
            content += "BT 56.8 " + std::to_string(780 - 15 * i) + " Td " + kernedLine(i) + " ET\n";
        const QRectF area(150, 20, 53, 780);
        const std::string cut = bench.cut(content, area);
        const QImage before = bench.picture(content, bench.resources());
        const QImage after = bench.picture(cut, bench.left());
        QVERIFY(!before.isNull() && before.size() == after.size());
        int apart = 0;
        for (int y = 0; y < before.height(); ++y) {
            for (int x = 0; x < before.width(); ++x)
                apart += (x < 145 || x > 210) && before.pixel(x, y) != after.pixel(x, y);
        }
        QCOMPARE(apart, 0);
        // Some numbers had to be changed for that, by less than anybody sees.
        const QRegularExpression longNumber(u"[0-9]\\.[0-9]{6,}"_s);
        QVERIFY(longNumber.match(QString::fromStdString(cut)).hasMatch());
    }
};

DW_TEST(TestPlaceKeeper)
#include "tst_placekeeper.moc"
