// Words that a line ends within.
#include "core/engines/redact/brokenwords.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestBrokenWords final : public QObject
{
    Q_OBJECT

    static void line(std::vector<KeptGlyph> &to, const QString &text, QPointF at)
    {
        for (const QChar c : text) {
            to.push_back({QString(c), QRectF(at, QSizeF(8, 12))});
            at.rx() += 8;
        }
    }

private slots:
    void aNameOverTwoLinesIsFound()
    {
        std::vector<KeptGlyph> kept;
        line(kept, u"signed by Wang"_s, {50, 700});
        line(kept, u"Xiaoming today"_s, {50, 680});
        const QList<QRectF> found = BrokenWords(kept).find(u"Wang Xiaoming"_s);
        QCOMPARE(found.size(), 12);
        QCOMPARE(found.first(), QRectF(50 + 10 * 8, 700, 8, 12));
        QCOMPARE(found.last(), QRectF(50 + 7 * 8, 680, 8, 12));
    }

    void oneThatStandsWholeIsLeft()
    {
        std::vector<KeptGlyph> kept;
        line(kept, u"Wang"_s, {50, 700});
        line(kept, u"Xiaoming"_s, {50, 680});
        line(kept, u"WangXiaoming"_s, {50, 660});
        QVERIFY(BrokenWords(kept).find(u"Wang Xiaoming"_s).isEmpty());
    }

    void compatibilityFormsAreTheSame()
    {
        std::vector<KeptGlyph> kept;
        line(kept, u"致⻄"_s, {50, 700}); // the radical for 西
        line(kept, u"门子"_s, {50, 680});
        QCOMPARE(BrokenWords(kept).find(u"西门子"_s).size(), 3);
    }

    void shortAndAbsentWordsAreNot()
    {
        std::vector<KeptGlyph> kept;
        line(kept, u"a"_s, {50, 700});
        line(kept, u"b"_s, {50, 680});
        QVERIFY(BrokenWords(kept).find(u"a"_s).isEmpty());
        QVERIFY(BrokenWords(kept).find(u"xy"_s).isEmpty());
        QCOMPARE(BrokenWords(kept).find(u"ab"_s).size(), 2);
        QVERIFY(BrokenWords({}).find(u"ab"_s).isEmpty());
    }
};

DW_TEST(TestBrokenWords)
#include "tst_brokenwords.moc"
