#include "core/domain/markset.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestMarkSet final : public QObject
{
    Q_OBJECT

private slots:
    void roundTrips()
    {
        const QByteArray json = R"({"pages":2,"words":["a"],"marks":[{"page":2,"rect":[1,2,30,40],"pdf_rect":[5,6,70,80],"word":"a",
            "reason":"price","label":"K1","scope":"everywhere","level":"C","id":"x"}]})";
        const auto set = MarkSet::fromJson(json);
        QVERIFY(set);
        const RedactionMark &mark = set->marks.first();
        QCOMPARE(mark.page, 1);
        QCOMPARE(*mark.userRect, QRectF(5, 6, 65, 74));
        QCOMPARE(mark.scope, MarkScope::Everywhere);
        QCOMPARE(*mark.level, RedactionLevel::C);
        const auto again = MarkSet::fromJson(set->toJson());
        QVERIFY(again);
        QCOMPARE(again->toJson(), set->toJson());
    }

    void refusesNonsense_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no json") << QByteArray("marks");
        QTest::newRow("no marks") << QByteArray("{}");
        QTest::newRow("page 0") << QByteArray(R"({"marks":[{"page":0,"rect":[0,0,1,1]}]})");
        QTest::newRow("no rectangle") << QByteArray(R"({"marks":[{"page":1}]})");
        QTest::newRow("empty rectangle") << QByteArray(R"({"marks":[{"page":1,"rect":[5,5,5,9]}]})");
        QTest::newRow("three numbers") << QByteArray(R"({"marks":[{"page":1,"rect":[5,5,9]}]})");
        QTest::newRow("text") << QByteArray(R"({"marks":[{"page":1,"rect":["a",5,9,9]}]})");
        QTest::newRow("scope") << QByteArray(R"({"marks":[{"page":1,"rect":[1,2,3,4],"scope":"file"}]})");
        QTest::newRow("everywhere without a word") << QByteArray(R"({"marks":[{"page":1,"rect":[1,2,3,4],"scope":"everywhere"}]})");
        QTest::newRow("level") << QByteArray(R"({"marks":[{"page":1,"rect":[1,2,3,4],"level":"D"}]})");
    }

    void refusesNonsense()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!MarkSet::fromJson(json));
    }

    void displayAndUserSpace()
    {
        for (const int rotation : {0, 90, 180, 270}) {
            PdfPageInfo info;
            info.cropBox = QRectF(50, 60, 400, 600);
            info.rotation = rotation;
            info.userUnit = 2;
            const QRectF user(100, 200, 30, 10);
            QCOMPARE(info.toUser(info.toDisplay(user)), user);
            QVERIFY(QRectF(QPointF(0, 0), info.displaySize()).contains(info.toDisplay(user)));
        }
    }
};

DW_TEST(TestMarkSet)
#include "tst_markset.moc"
