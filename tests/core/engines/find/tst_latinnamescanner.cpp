#include "core/engines/find/latinnamescanner.h"
#include "tests/core/engines/find/settled.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestLatinNameScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestLatinNameScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"Mr. Kenji Hargreaves and Ms. Fiona Ashworth executed the NDA"_s, {u"PERSON Kenji Hargreaves"_s, u"PERSON Fiona Ashworth"_s});
    row(u"The Seller, Yasmin Moreau, holder of passport"_s, {u"PERSON Yasmin Moreau"_s});
    row(u"境外股东Laura Okafor，护照"_s, {u"PERSON Laura Okafor"_s});
    row(u"signed by Jean-Pierre O'Brien."_s, {u"PERSON Jean-Pierre O'Brien"_s});
    row(u"between Beta Capital Partners LLC and Northgate (Hong Kong) Limited on"_s, {u"COMPANY Beta Capital Partners LLC"_s, u"COMPANY Northgate (Hong Kong) Limited"_s});
    row(u"Quillon Software Co., Ltd., Halden Robotics S.A. and Ironbark plc have"_s, {u"COMPANY Quillon Software Co., Ltd."_s, u"COMPANY Halden Robotics S.A."_s, u"COMPANY Ironbark plc"_s});
    row(u"at Level 23, 12 Harbour Road, Wan Chai, Hong Kong on"_s, {u"ADDRESS Level 23, 12 Harbour Road, Wan Chai, Hong Kong"_s});
    row(u"88 Orchard Boulevard, Singapore 048583."_s, {u"ADDRESS 88 Orchard Boulevard, Singapore 048583"_s});
    row(u"Chan Tai Man signed for Lam Siu Ping, and CHEUNG Wai Kit agreed"_s, {u"PERSON Chan Tai Man"_s, u"PERSON Lam Siu Ping"_s, u"PERSON CHEUNG Wai Kit"_s});
    row(u"The Company Limited by Shares shall notify the Board of Directors"_s, {});
    row(u"Governing Law and Dispute Resolution are set out in Clause 14"_s, {});
    row(u"Ticker 600094.SH closed 88.62% higher; build 6.5.7.781."_s, {});
}

void TestLatinNameScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::settled(LatinNameScanner(), text), "expected");
}

DW_TEST(TestLatinNameScanner)
#include "tst_latinnamescanner.moc"
