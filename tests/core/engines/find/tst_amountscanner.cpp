#include "core/engines/find/amountscanner.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestAmountScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestAmountScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"转让价款人民币17,777.30万元，"_s, {u"AMOUNT 人民币17,777.30万元"_s});
    row(u"出资额6.8亿元。"_s, {u"AMOUNT 6.8亿元"_s});
    row(u"金额为￥203,061,231.00，"_s, {u"AMOUNT ￥203,061,231.00"_s});
    row(u"金额依次为人民币贰佰肆拾万元整、3元"_s, {u"AMOUNT 人民币贰佰肆拾万元整"_s, u"AMOUNT 3元"_s});
    row(u"a price of US$2.5 million was"_s, {u"AMOUNT US$2.5 million"_s});
    row(u"货款三百二十万元，另付人民币两万元整"_s, {u"AMOUNT 三百二十万元"_s});
    row(u"处五十万元以上一百万元以下罚款"_s, {});
    row(u"处5000元以下的罚款"_s, {}); // a law, not the deal
    row(u"价格上涨36.89%"_s, {});
    row(u"价款于2024年支付"_s, {});
}

void TestAmountScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(AmountScanner(AmountScanner::Which::InDealContext), text), "expected");
}

DW_TEST(TestAmountScanner)
#include "tst_amountscanner.moc"
