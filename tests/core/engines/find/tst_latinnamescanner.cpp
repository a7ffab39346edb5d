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
    row(u"总经理Budi Santoso与Michael来过，David陈没来"_s, {u"PERSON Budi Santoso"_s, u"PERSON Michael"_s, u"PERSON David陈"_s});
    row(u"zhang wei <zw@a.cn> and jenny park from acme robotics inc"_s, {u"PERSON zhang wei"_s, u"PERSON jenny park"_s, u"COMPANY acme robotics inc"_s});
    row(u"DE LA CRUZ, Maria Isabel (passport)"_s, {u"PERSON DE LA CRUZ, Maria Isabel"_s});
    row(u"To: Chen, Jingwen; Okoye, Blessing; van der Meer, Pieter"_s, {u"PERSON Chen, Jingwen"_s, u"PERSON Okoye, Blessing"_s, u"PERSON van der Meer, Pieter"_s});
    row(u"by Wong Siu Fai, Alex, Director"_s, {u"PERSON Wong Siu Fai, Alex"_s});
    row(u"Trần Quốc Bảo, Sokolov Dmitri Pavlovich and Cheung Kwok Wing Leslie met ZHANG San先生"_s,
        {u"PERSON Trần Quốc Bảo"_s, u"PERSON Sokolov Dmitri Pavlovich"_s, u"PERSON Cheung Kwok Wing Leslie"_s, u"PERSON ZHANG San"_s});
    row(u"it is in Fiona's office; give it to Rob, and thanks, Wendy"_s, {u"PERSON Fiona"_s, u"PERSON Rob"_s, u"PERSON Wendy"_s});
    row(u"will may grant a mark; the hill park, bill the rich"_s, {});
    row(u"PT Nusantara Karya Abadi and Jade Trading Company Limited and Kolex Sp. z o.o. and Farrow & Lyle"_s,
        {u"COMPANY PT Nusantara Karya Abadi"_s, u"COMPANY Jade Trading Company Limited"_s, u"COMPANY Kolex Sp. z o.o."_s, u"COMPANY Farrow & Lyle"_s});
    row(u"the Volkswagen order and Siemens Energy"_s, {u"COMPANY Volkswagen"_s, u"COMPANY Siemens"_s});
    row(u"Terms & Conditions, Mergers & Acquisitions, Net Working Capital at Completion"_s, {});
    row(u"premises Unit 2103, Tower A, Guanghua SOHO, Chaoyang District, Beijing."_s, {u"ADDRESS Unit 2103, Tower A, Guanghua SOHO, Chaoyang District, Beijing"_s});
    row(u"at Jl. Jenderal Sudirman Kav. 52-53, Jakarta 12190, Indonesia."_s, {u"ADDRESS Jl. Jenderal Sudirman Kav. 52-53, Jakarta 12190, Indonesia"_s});
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
