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
    void farGuess();
    void underline();
    void lowLine();
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
    // A Han character of two strokes, a digit, two digits that touch, a speck; the guesses are up to a character off.
    const InkMap ink(bars({{50, 62}, {68, 86}, {100, 118}, {124, 164}, {175, 176}}));
    const auto placed = placeSymbols(guessed(u"川523"_s, 45, 28), line, ink);
    QCOMPARE(placed.size(), 4);
    QCOMPARE(placed[0].start, 50);
    QCOMPARE(placed[0].end, 86);
    QCOMPARE(placed[1].start, 100);
    QCOMPARE(placed[1].end, 118);
    for (const SymbolExtent &touching : {placed[2], placed[3]}) { // nothing says where one ends: both have all of it
        QCOMPARE(touching.start, 124);
        QVERIFY(touching.end == 164 || touching.end == 176); // the speck may be the last one's
    }
}

/// Ink and guess contradict each other: both places are covered.
void TestSymbolPlacer::farGuess()
{
    const InkMap ink(bars({{200, 218}, {224, 242}}));
    const auto placed = placeSymbols(guessed(u"56"_s, 100, 20), line, ink);
    QCOMPARE(placed.size(), 2);
    QVERIFY(placed[0].start <= 100 && placed[0].end >= 218);
    QVERIFY(placed[1].start <= 120 && placed[1].end >= 242);
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

/// A comma's box that hangs low made a line seem to have characters twice as wide: two Han characters were taken for one, and
/// the number behind them began too late.
void TestSymbolPlacer::lowLine()
{
    QList<std::pair<int, int>> columns;
    for (int i = 0; i < 8; ++i) { // Han characters of two strokes side by side
        columns.append({i * 25, i * 25 + 9});
        columns.append({i * 25 + 12, i * 25 + 22});
    }
    for (int i = 0; i < 10; ++i)
        columns.append({200 + i * 13, 211 + i * 13});
    const InkMap ink(bars(columns));
    const QString text = u"社会信用代码号数9876543298"_s;
    QList<GuessedSymbol> symbols;
    for (qsizetype i = 0; i < text.size(); ++i) // the guesses late by half a character
        symbols.append({text.mid(i, 1), i < 8 ? QRect(12 + int(i) * 25, 10, 22, 25) : QRect(205 + (int(i) - 8) * 13, 10, 11, 25), i == 0});
    for (const int height : {20, 28, 40, 50}) {
        const auto placed = placeSymbols(symbols, QRect(0, 10, 400, height), ink);
        QCOMPARE(placed.size(), text.size());
        QVERIFY2(placed[8].start <= 200 && placed[8].start >= 175, qPrintable(u"%1: %2"_s.arg(height).arg(placed[8].start)));
        QCOMPARE(placed.last().end, 328);
    }
}

void TestSymbolPlacer::nothingFits()
{
    QVERIFY(placeSymbols(guessed(u"56"_s, 50, 24), line, InkMap(bars({}))).isEmpty());
    QVERIFY(placeSymbols({}, line, InkMap(bars({{50, 60}}))).isEmpty());
}

DW_TEST(TestSymbolPlacer)
#include "tst_symbolplacer.moc"
