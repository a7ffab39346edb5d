// What marks blacken and which words stay, when a page becomes a picture.
#include "core/engines/redact/boxplanner.h"
#include "tests/support/redacting.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace dw;
using namespace Qt::StringLiterals;

class TestBoxPlanner final : public QObject
{
    Q_OBJECT

    static PdfPageInfo page()
    {
        PdfPageInfo info;
        info.mediaBox = info.cropBox = QRectF(0, 0, 600, 800);
        return info;
    }

    /// Words of a line, letters 6 points wide and 12 high, a space between them.
    static void line(PdfPageText &text, const QStringList &words, double y)
    {
        double x = 50;
        for (const QString &shown : words) {
            PdfWord word;
            word.text = shown;
            for (qsizetype i = 0; i < shown.size(); ++i)
                word.charRects.append(QRectF(x + 6 * double(i), y, 6, 12));
            word.rect = QRectF(x, y, 6 * double(shown.size()), 12);
            word.spaceAfter = true;
            text.words.append(word);
            x += 6 * double(shown.size() + 1);
        }
        text.words.last().lineEnd = true;
    }

    static PdfPageText sample()
    {
        PdfPageText text;
        line(text, {u"signed"_s, u"by"_s, u"Wang"_s, u"today"_s}, 100);
        line(text, {u"second"_s, u"line"_s}, 120);
        return text;
    }

    static QStringList survivors(RedactionLevel level, const QRectF &display, const QString &word = {})
    {
        BoxPlanner planner(page(), sample());
        RedactionMark mark;
        mark.displayRect = display;
        mark.word = word;
        planner.add(mark, level);
        QStringList result;
        for (const PdfWord &left : planner.survivors())
            result.append(left.text);
        return result;
    }

    const QRectF m_wang {50 + 6 * 10, 100, 24, 12};

private slots:
    void onlyTheMarkedWordGoesAtLevelA()
    {
        QCOMPARE(survivors(RedactionLevel::A, m_wang), (QStringList {u"signed"_s, u"by"_s, u"today"_s, u"second"_s, u"line"_s}));
        QCOMPARE(survivors(RedactionLevel::A, QRectF(m_wang.left(), 100, 12, 12)), (QStringList {u"signed"_s, u"by"_s, u"ng"_s, u"today"_s, u"second"_s, u"line"_s}));
    }

    void theWholeLineGoesAtLevelC()
    {
        QCOMPARE(survivors(RedactionLevel::C, m_wang), (QStringList {u"second"_s, u"line"_s}));
    }

    void boxesAreMultiplesOfTheQuantumAtLevelB()
    {
        for (const double width : {6.0, 24.0, 60.0}) {
            BoxPlanner planner(page(), sample());
            RedactionMark mark;
            mark.displayRect = QRectF(m_wang.left(), 100, width, 12);
            planner.add(mark, RedactionLevel::B);
            const double quanta = planner.boxes().first().area.width() / (BoxPlanner::quantumEms * 12);
            QVERIFY(quanta >= BoxPlanner::leastEms / BoxPlanner::quantumEms);
            QVERIFY2(qAbs(quanta - std::round(quanta)) < 1e-6, qPrintable(QString::number(quanta)));
        }
    }

    void wordsAreFoundOverSpacesAndLines()
    {
        const PdfPageText text = sample();
        QCOMPARE(BoxPlanner::occurrences(text, u"WANG today"_s).size(), 1);
        QCOMPARE(BoxPlanner::occurrences(text, u"today second"_s).size(), 1);
        QCOMPARE(BoxPlanner::occurrences(text, u"by"_s).size(), 1);
        QVERIFY(BoxPlanner::occurrences(text, u"Zhang"_s).isEmpty());
        QVERIFY(BoxPlanner::occurrences(text, QString()).isEmpty());
    }

    void everyOccurrenceGetsABox()
    {
        PdfPageText text = sample();
        line(text, {u"Wang"_s, u"again"_s}, 140);
        BoxPlanner planner(page(), text);
        QCOMPARE(planner.addOccurrences(u"Wang"_s, {}, RedactionLevel::A), 2);
        QCOMPARE(planner.boxes().size(), 2);
        for (const PdfWord &word : planner.survivors())
            QVERIFY(word.text != u"Wang"_s);
        // One that a line breaks becomes two boxes, not one over both lines.
        BoxPlanner broken(page(), text);
        QCOMPARE(broken.addOccurrences(u"today second"_s, {}, RedactionLevel::A), 1);
        QCOMPARE(broken.boxes().size(), 2);
    }

    void theLinesAboveAndBelowStay()
    {
        // A mark a little taller than its line touches the boxes of the others, which are taller than their ink.
        QVERIFY(survivors(RedactionLevel::A, m_wang.adjusted(0, -1, 0, 1 + 8)).contains(u"line"_s));
    }
};

DW_TEST(TestBoxPlanner)
#include "tst_boxplanner.moc"
