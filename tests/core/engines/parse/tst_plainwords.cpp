#include "core/engines/parse/plainwords.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <vector>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

constexpr double size = 10;

/// Characters of half the size each, or of all of it beyond Latin.
void write(PlainWords &words, QPointF at, QStringView text, int font = 1, double fontSize = size)
{
    words.setFont({font, fontSize, 0.9, -0.2});
    for (const QChar c : text) {
        const double width = c.unicode() < 0x3000 ? fontSize / 2 : fontSize;
        const unsigned code = c.unicode();
        words.add(at, width, &code, 1);
        at.rx() += width;
    }
}

QString read(PlainWords &words)
{
    const auto lines = words.lines();
    return lines ? PdfPageText {*lines}.plain() : u"doubt"_s;
}

} // namespace

class TestPlainWords final : public QObject
{
    Q_OBJECT

private slots:
    void wordsLinesAndCells();
    void places();
    void fontsMayChangeInALine();
    void doubts_data();
    void doubts();
    void whatIsOutsideThePageIsNotThere();
};

void TestPlainWords::wordsLinesAndCells()
{
    PlainWords words({600, 800});
    write(words, {50, 130}, u"FY2026");
    write(words, {150, 130}, u"1,200.00");
    write(words, {50, 100}, u"身份证号 is here");
    QCOMPARE(read(words), u"身份证号 is here\nFY2026\n1,200.00\n"_s);
}

void TestPlainWords::places()
{
    PlainWords words({600, 800});
    write(words, {50, 100}, u"ab 甲乙");
    const auto lines = words.lines();
    QVERIFY(lines);
    QCOMPARE(lines->size(), 2);
    QCOMPARE(lines->at(0).rect, QRectF(QPointF(50, 91), QPointF(60, 102)));
    QVERIFY(lines->at(0).spaceAfter && !lines->at(0).lineEnd);
    QCOMPARE(lines->at(1).rect, QRectF(QPointF(65, 91), QPointF(85, 102)));
    QVERIFY(!lines->at(1).spaceAfter && lines->at(1).lineEnd);
    QCOMPARE(lines->at(1).charRects.size(), 2);
    QCOMPARE(lines->at(1).charRects.at(1), QRectF(QPointF(75, 91), QPointF(85, 102)));
}

void TestPlainWords::fontsMayChangeInALine()
{
    PlainWords words({600, 800});
    write(words, {50, 100}, u"账号", 1);
    write(words, {70.5, 100}, u"6222", 2);
    const auto lines = words.lines();
    QVERIFY(lines);
    QCOMPARE(PdfPageText {*lines}.plain(), u"账号6222\n"_s);
}

void TestPlainWords::doubts_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("fontSize");
    QTest::newRow("neither near nor far") << 85.0 << 100.0 << u"second"_s << size;
    QTest::newRow("drawn over the first") << 52.0 << 100.0 << u"second"_s << size;
    QTest::newRow("raised") << 72.0 << 96.0 << u"second"_s << size;
    QTest::newRow("another size beside it") << 76.0 << 100.0 << u"second"_s << size * 1.5;
    QTest::newRow("from right to left") << 50.0 << 130.0 << u"\u05d0\u05d1"_s << size;
    QTest::newRow("spaced characters") << 50.0 << 130.0 << u"甲 方 为"_s << size;
    QTest::newRow("accent of its own") << 50.0 << 130.0 << u"e\u0301t"_s << size;
}

/// Where TextPage looks further than this does, this must not guess.
void TestPlainWords::doubts()
{
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(QString, text);
    QFETCH(double, fontSize);
    PlainWords words({600, 800});
    write(words, {50, 100}, u"first");
    write(words, {x, y}, text, 1, fontSize);
    QCOMPARE(read(words), u"doubt"_s);
    PlainWords tight({600, 800});
    for (const double row : {100.0, 112.0}) {
        write(tight, {50, row}, u"name");
        write(tight, {150, row}, u"number");
    }
    QCOMPARE(read(tight), u"doubt"_s); // may be read column by column
}

void TestPlainWords::whatIsOutsideThePageIsNotThere()
{
    PlainWords words({600, 800});
    write(words, {50, 100}, u"seen");
    write(words, {50, 900}, u"unseen");
    write(words, {700, 100}, u"unseen");
    QCOMPARE(read(words), u"seen\n"_s);
}

DW_TEST(TestPlainWords)
#include "tst_plainwords.moc"
