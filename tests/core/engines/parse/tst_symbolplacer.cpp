#include "core/engines/parse/symbolplacer.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestSymbolPlacer : public QObject
{
    Q_OBJECT

private slots:
    void strokesTouchesAndSpecks();
    void underline();
    void nothingFits();
};

namespace {

/// Black columns [first, second) on white, 40 rows high from row 10.
QImage bars(const QList<std::pair<int, int>> &columns)
{
    QImage image(400, 60, QImage::Format_Grayscale8);
    image.fill(255);
    for (const auto &[start, end] : columns) {
        for (int y = 10; y < 50; ++y)
            std::fill(image.scanLine(y) + start, image.scanLine(y) + end, uchar(0));
    }
    return image;
}

QList<GuessedSymbol> guessed(const QString &text, int left, int width)
{
    QList<GuessedSymbol> symbols;
    for (qsizetype i = 0; i < text.size(); ++i)
        symbols.append({text.mid(i, 1), QRect(left + int(i) * width, 10, width, 40), i == 0});
    return symbols;
}

const QRect line(0, 10, 400, 40);

} // namespace

void TestSymbolPlacer::strokesTouchesAndSpecks()
{
    // A Han character of two strokes, a digit, two digits that touch, a speck; the guesses are a character too far left.
    const InkMap ink(bars({{50, 62}, {68, 86}, {100, 118}, {124, 164}, {175, 176}}));
    const auto placed = placeSymbols(guessed(u"川523"_s, 20, 25), line, ink);
    QCOMPARE(placed.size(), 4);
    QCOMPARE(placed[0].start, 50);
    QCOMPARE(placed[0].end, 86);
    QCOMPARE(placed[1].start, 100);
    QCOMPARE(placed[1].end, 118);
    QCOMPARE(placed[2].start, 124);
    QCOMPARE(placed[3].end, 164);
    QVERIFY(std::abs(placed[3].start - 144) <= 1);
}

void TestSymbolPlacer::underline()
{
    QImage image = bars({{50, 68}, {75, 93}});
    std::fill(image.scanLine(47), image.scanLine(47) + 400, uchar(0));
    const auto placed = placeSymbols(guessed(u"56"_s, 50, 24), line, InkMap(image));
    QCOMPARE(placed.size(), 2);
    QCOMPARE(placed[0].end, 68);
    QCOMPARE(placed[1].start, 75);
}

void TestSymbolPlacer::nothingFits()
{
    QVERIFY(placeSymbols(guessed(u"56"_s, 50, 24), line, InkMap(bars({}))).isEmpty());
    QVERIFY(placeSymbols({}, line, InkMap(bars({{50, 60}}))).isEmpty());
}

DW_TEST(TestSymbolPlacer)
#include "tst_symbolplacer.moc"
