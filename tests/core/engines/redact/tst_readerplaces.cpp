// How two readers add up the places of text, to the last bit.
#include "core/engines/redact/graphicsstate.h"
#include "core/engines/redact/readerplaces.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

namespace {

TextParameters typeOf(double size)
{
    TextParameters text;
    text.size = size;
    return text;
}

Glyph letter(double advance, quint32 code = 'a')
{
    Glyph glyph;
    glyph.length = 1;
    glyph.code = code;
    glyph.advance = advance;
    glyph.drift = ReaderDrift::ofWidth(advance);
    return glyph;
}

const QTransform pixels(1, 0, 0, -1, 0, 800);

} // namespace

class TestReaderPlaces final : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreReadDigitByDigit()
    {
        QCOMPARE(ReadNumber::of("-1200").wide, -1200.0);
        QCOMPARE(ReadNumber::of("-1200").narrow, -1200.0F);
        QCOMPARE(ReadNumber::of("-0.5").wide, -0.5);
        QCOMPARE(ReadNumber::of(".25").wide, 0.1 * 2 + 0.1 * 0.1 * 5);
        QVERIFY(ReadNumber::of("0.025").wide != 0.025); // a tenth of a tenth is no hundredth
        QVERIFY(std::abs(ReadNumber::of("0.025").wide - 0.025) < 1e-15);
        QCOMPARE(ReadNumber::of("0.025").narrow, 0.025F);
        QCOMPARE(ReadNumber::of(0.025).wide, ReadNumber::of("0.025").wide);
        QCOMPARE(ReadNumber::of(-3.0).wide, -3.0);
    }

    void aGapOfTheSameWidthMayEndElsewhere()
    {
        // 7.2 points a letter, from 28.3: the sum of many is noise away from their product.
        const ReaderPlaces::Type type(typeOf(12));
        ReaderPlaces letters;
        letters.setMatrix(QTransform(1, 0, 0, 1, 28.3, 700));
        int apart = 0;
        for (int i = 0; i < 60; ++i) {
            ReaderPlaces gap;
            gap.setMatrix(QTransform(1, 0, 0, 1, 28.3, 700));
            gap.space(ReadNumber::of(double(-600 * i)), type);
            apart += letters.spot(type, pixels) != gap.spot(type, pixels);
            letters.show(letter(0.6), type);
        }
        QVERIFY2(apart > 0 && apart < 20, qPrintable(QString::number(apart)));
    }

    void placesAreQuartersOfPixels()
    {
        const ReaderPlaces::Type type(typeOf(10));
        const auto at = [&](double x) {
            ReaderPlaces places;
            places.moveLine(ReadNumber::of(x), ReadNumber::of(700.0));
            return places.spot(type, pixels);
        };
        QCOMPARE(at(100), (ReaderPlaces::Spot {400, 400, 400, 400}));
        QCOMPARE(at(100.2499), (ReaderPlaces::Spot {400, 400, 401, 400}));
        QCOMPARE(at(100.25), (ReaderPlaces::Spot {401, 400, 401, 400}));
        QCOMPARE(at(100.1249), (ReaderPlaces::Spot {400, 400, 400, 400}));
        QCOMPARE(at(100.125), (ReaderPlaces::Spot {400, 400, 401, 400}));
        // The reader of small numbers draws large type at fewer places.
        ReaderPlaces places;
        places.moveLine(ReadNumber::of(100.3), ReadNumber::of(700.0));
        QCOMPARE(places.spot(ReaderPlaces::Type(typeOf(50)), pixels), (ReaderPlaces::Spot {401, 400, 400, 400}));
    }

    void everythingThatMovesTextCounts()
    {
        TextParameters text = typeOf(10);
        text.charSpacing = 1;
        text.wordSpacing = 2;
        text.scale = 0.5;
        text.rise = 3;
        const ReaderPlaces::Type type(text);
        ReaderPlaces places;
        places.moveLine(ReadNumber::of(7.0), ReadNumber::of(9.0)); // of a line before the matrix: forgotten
        places.setMatrix(QTransform(2, 0, 0, 2, 100, 700));
        places.moveLine(ReadNumber::of(10.0), ReadNumber::of(-5.0)); // (120, 690)
        places.show(letter(0.6), type); // 3.5 in text space
        places.show(letter(0.3, ' '), type); // 3
        places.space(ReadNumber::of(-200.0), type); // 1
        QCOMPARE(places.spot(type, pixels), (ReaderPlaces::Spot {4 * 135, 4 * 104, 4 * 135, 4 * 104}));
        QCOMPARE(places.reach(type, pixels), 10.0);
        places.begin();
        QCOMPARE(places, ReaderPlaces());
    }

    void widthsAreRoundedWhereTheReaderDoes()
    {
        const ReaderPlaces::Type type(typeOf(1000));
        ReaderPlaces places;
        places.show(letter(0.5006), type);
        const ReaderPlaces::Spot spot = places.spot(type, pixels);
        QCOMPARE(spot[0], 4 * 500 + 2);
        QCOMPARE(spot[2], 4 * 501);
    }
};

DW_TEST(TestReaderPlaces)
#include "tst_readerplaces.moc"
