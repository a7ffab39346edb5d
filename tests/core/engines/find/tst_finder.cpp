#include "core/engines/find/finder.h"
#include "tests/core/engines/find/cputime.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace dw;
using namespace Qt::StringLiterals;

class TestFinder : public QObject
{
    Q_OBJECT

private slots:
    void sentence();
    void cell_readsItsHeading();
    void nothing_data();
    void nothing();
    void growth_data();
    void growth();
};

void TestFinder::sentence()
{
    const Finder finder({{{u"华天科技"_s, u"COMPANY"_s}}, false});
    const QList<FoundSpan> spans = finder.find(u"𠮷：华天科技，电话13812345678，邮箱a@bb.cn"_s);
    QCOMPARE(spans, (QList<FoundSpan> {{2, 6, u"COMPANY"_s, 1.0, u"dictionary"_s}, {9, 20, u"PHONE"_s, 0.97, u"cue"_s, u"电话"_s}, {23, 30, u"EMAIL"_s, 0.99, u"shape"_s}}));
}

void TestFinder::cell_readsItsHeading()
{
    const Finder finder;
    QVERIFY(finder.findInCell(u"E87909165", u"备注").isEmpty());
    QCOMPARE(finder.findInCell(u"E87909165", u"护照"), (QList<FoundSpan> {{0, 9, u"PASSPORT"_s, 0.95, u"cue"_s, u"护照"_s}}));
    QVERIFY(finder.findInCell(u"", u"13812345678").isEmpty());
}

void TestFinder::nothing_data()
{
    QTest::addColumn<QString>("text");
    int number = 0;
    for (const QString &text : {u"发票号码：79159279965906940088，开票日期：2021-07-26"_s, u"专利号ZL201910732199.7"_s, u"版本号2024010112345678，批次20240101。"_s,
             u"任何一方不得向第三方披露本协议内容。"_s, u"Invoice No. 01387992 dated 2017-08-09, order 157948340544635332"_s, u"build 6.5.7.781"_s})
        QTest::addRow("%d", ++number) << text;
}

void TestFinder::nothing()
{
    QFETCH(QString, text);
    QVERIFY(Finder().find(text).isEmpty());
}

void TestFinder::growth_data()
{
    QTest::addColumn<QString>("piece");
    for (const QString &piece : {u"1"_s, u"1 "_s, u"公"_s, u"有限公司"_s, u"a@"_s, u"aa.@"_s, u"+86"_s, u"万元"_s, u"1,"_s, u"( "_s, u"卡号 62"_s, u"壹佰"_s, u"（"_s, u"1.1."_s,
             u"a:"_s, u"…"_s, u"𠮷"_s, u"a\u0301"_s, u"310115195511024465 "_s, u"（2021）"_s, u"年"_s, u"以下简称“"_s, u"王"_s, u"上海市"_s})
        QTest::newRow(qPrintable(piece)) << piece;
}

void TestFinder::growth()
{
    QFETCH(QString, piece);
    const Finder finder({{{u"有限公司有限公司有限公司人"_s, u"COMPANY"_s}, {u"1111111111111112"_s, u"CODE"_s}}, true});
    const auto took = [&](qsizetype size) {
        const QString text = piece.repeated(size / piece.size());
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 3; ++i) {
            const qint64 start = dwtest::threadNanoseconds();
            (void)finder.find(text);
            best = std::min(best, dwtest::threadNanoseconds() - start);
        }
        return best;
    };
    (void)took(20'000);
    const qint64 small = took(20'000);
    const qint64 large = took(160'000);
    // Eight times the text; quadratic work would be sixty-four times.
    QVERIFY2(large < 24 * small, qPrintable(QString::number(double(large) / double(small))));
}

DW_TEST(TestFinder)
#include "tst_finder.moc"
