// Paths of a stream: copied when no area touches them, else fill, stroke and clip each for itself.
#include "tests/support/cutbench.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::CutBench;

namespace {

const QRectF area(100, 100, 50, 20);

}

class TestPathPainter final : public QObject
{
    Q_OBJECT

    QByteArray cut(const std::string &content) { return QByteArray::fromStdString(m_bench.cut(content, area)); }
    int counted() const { return m_bench.context().counts.value(0).paths; }

    CutBench m_bench;

private slots:
    void untouchedPathsAreCopied()
    {
        const QByteArray paths = "10 10 m\n20 20 30 30 40 10 c\nh\nb*\n0 0 400 800 re\nf\n1.25 2.5 m\n3 4 5 6 v\n7 8 9 9 y\ns\n0 0 50 50 re\nW*\nn\n";
        QCOMPARE(cut(paths.toStdString()), paths);
        QCOMPARE(counted(), 0);
        QVERIFY(!m_bench.context().changed);
    }

    void aTouchedFillLosesWhatIsUnderTheArea()
    {
        const QByteArray left = cut("90 90 m 123.25 111.5 l 90 130 l h f");
        QVERIFY2(!left.contains("123.25") && left.contains(" m\n") && left.endsWith("f\n"), left.constData());
        QCOMPARE(counted(), 1);
        QCOMPARE(cut("110 105 10 5 re f 0 g"), "0 g\n"_ba); // all of it was in there
        QVERIFY(cut("110 90 10 60 re f*").contains("f*\n"));
    }

    void fillThenStroke()
    {
        const QByteArray left = cut("90 90 m 90 130 l 123.25 111.5 l B");
        QVERIFY(!left.contains("123.25"));
        QCOMPARE(left.count("f\n"), 1);
        QCOMPARE(left.count("S\n"), 1);
        QVERIFY(left.indexOf("f\n") < left.indexOf("S\n"));
        QVERIFY(!left.contains("B\n"));
        // Even-odd, and closed by the operator: the stroke goes back to where it began.
        const QByteArray closed = cut("10 110 m 90 110 l 123.25 115 l b*");
        QVERIFY2(closed.contains("f*\n") && closed.contains("S\n"), closed.constData());
        const QByteArray open = cut("10 110 m 90 110 l 123.25 115 l B*");
        QVERIFY(closed.size() > open.size());
    }

    void aTouchedClipKeepsThePaint()
    {
        // The rectangle's corner lies in the area: painting it is cut, and so is the clip.
        const QByteArray both = cut("120 110 200 200 re W f");
        QVERIFY2(both.indexOf("f\n") >= 0 && both.indexOf("f\n") < both.indexOf("W n\n"), both.constData());
        QVERIFY(!both.contains("120 110 "));
        const QByteArray clip = cut("120 110 200 200 re W* n 0 0 400 800 re f");
        QVERIFY2(clip.contains("W* n\n") && !clip.contains("120 110 ") && clip.endsWith("0 0 400 800 re\nf\n"), clip.constData());
        QVERIFY(clip.count("f\n") == 1);
        // All of the clip was in the area: nothing gets through, not everything.
        const QByteArray none = cut("110 105 10 5 re W n 0 0 400 800 re f");
        QVERIFY2(none.contains(" 0 0 re\nW n\n"), none.constData());
        // Edges that only pass through say nothing.
        QCOMPARE(cut("0 105 400 10 re W n"), "0 105 400 10 re\nW\nn\n"_ba);
    }

    void theDashGoesOnAndIsRestored()
    {
        const QByteArray left = cut("[6 2] 1 d 10 110 m 300 110 l S 10 300 m 300 300 l S");
        const qsizetype last = left.lastIndexOf(" d\n");
        QVERIFY2(left.lastIndexOf("[6 2 ] 1", last) > 0 && left.lastIndexOf("[6 2 ] 1", last) == last - 8, left.constData());
        QVERIFY(left.indexOf("10 300 m") > last);
        // The second piece starts at 150.5 or so with the dash that the line has there.
        QVERIFY(left.count("S\n") == 3);
        QVERIFY(!cut("10 110 m 300 110 l S").contains(" d\n")); // no dash, nothing to restore
    }

    void whatNobodySeesIsNotPainted()
    {
        QCOMPARE(cut("500 10 20 20 re f 0 g"), "0 g\n"_ba);
        QVERIFY(m_bench.context().changed);
        QCOMPARE(cut("500 10 20 20 re W f 0 g"), "500 10 20 20 re\nW\nn\n0 g\n"_ba); // but it clips
        QCOMPARE(cut("n f S 0 g"), "0 g\n"_ba); // no path, no operator
    }

    void wideLinesReachIntoTheArea()
    {
        QCOMPARE(cut("10 130 m 300 130 l S"), "10 130 m\n300 130 l\nS\n"_ba);
        QVERIFY(cut("30 w 10 130 m 300 130 l S").count(" m\n") == 2);
        // By the matrix too.
        QVERIFY(cut("q 10 0 0 10 0 0 cm 3 w 1 13 m 30 13 l S Q").count(" m\n") == 2);
    }
};

DW_TEST(TestPathPainter)
#include "tst_pathpainter.moc"
