#include "core/engines/find/cuedscanner.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestCuedScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestCuedScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"护照号：E87909165）"_s, {u"PASSPORT E87909165"_s});
    row(u"passport no. EB7016409"_s, {u"PASSPORT EB7016409"_s});
    row(u"his passport number is E87909165 and"_s, {u"PASSPORT E87909165"_s});
    row(u"her passport no. was E87909165,"_s, {u"PASSPORT E87909165"_s});
    row(u"编号E87909165"_s, {});
    row(u"台湾居民来往大陆通行证号L47364520"_s, {u"TW_PERMIT L47364520"_s});
    row(u"港澳通行证C12345678"_s, {u"HKMO_PERMIT C12345678"_s});
    row(u"SWIFT代码：HSBCHKHHXXX"_s, {u"SWIFT HSBCHKHHXXX"_s});
    row(u"微信号hk-fwf06ad5k。"_s, {u"WECHAT hk-fwf06ad5k"_s});
    row(u"加QQ287340915联系"_s, {u"QQ 287340915"_s});
    row(u"QQ号为498917202"_s, {u"QQ 498917202"_s});
    row(u"邮编：518000"_s, {u"POSTCODE 518000"_s});
    row(u"账号：1202020109800012345"_s, {u"BANK_ACCOUNT 1202020109800012345"_s});
    row(u"股票代码600945"_s, {});
}

void TestCuedScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(CuedScanner(), text), "expected");
}

DW_TEST(TestCuedScanner)
#include "tst_cuedscanner.moc"
