#include "core/engines/redact/wordmatcher.h"

#include "core/engines/redact/rowindex.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

/// What lets the verifier ask about everything on a page without asking everything of everything.
class TestWordMatcher final : public QObject
{
    Q_OBJECT

private slots:
    void findsEveryPlaceOfEveryWord()
    {
        const WordMatcher matcher({u"ana"_s, u"banana"_s, u"甲"_s, u""_s, u"nab"_s});
        QStringList found;
        for (const WordMatcher::Hit &hit : matcher.find(u"bananab甲"))
            found.append(u"%1@%2"_s.arg(hit.word).arg(hit.at));
        found.sort();
        QCOMPARE(found, (QStringList {u"0@1"_s, u"0@3"_s, u"1@0"_s, u"2@7"_s, u"4@4"_s}));
        QVERIFY(matcher.find(u"").isEmpty());
        QVERIFY(matcher.find(u"ban").isEmpty());
    }

    void findsRectanglesByRow()
    {
        QList<QRectF> rects;
        for (int i = 0; i < 500; ++i)
            rects.append(QRectF(10, 10 * i, 50, 5));
        const RowIndex index(rects);
        for (int i = 0; i < 500; ++i) {
            QVERIFY(index.isNear(QRectF(20, 10 * i + 1, 1, 1), 0));
            QVERIFY(!index.isNear(QRectF(20, 10 * i + 6.5, 1, 2), 0));
            QVERIFY(index.isNear(QRectF(20, 10 * i + 6.5, 1, 2), 2));
            QVERIFY(!index.isNear(QRectF(62, 10 * i, 1, 2), 1));
        }
        QVERIFY(index.isNear(QRectF(20, 3, 0, 0), 8)); // a point, above all of them
        QVERIFY(!index.isNear(QRectF(20, -300, 1, 1), 1) && !index.isNear(QRectF(20, 9000, 1, 1), 1));
        QVERIFY(!RowIndex().isNear(QRectF(0, 0, 100, 100), 50));
    }
};

DW_TEST(TestWordMatcher)
#include "tst_wordmatcher.moc"
