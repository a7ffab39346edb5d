#include "core/engines/find/regions.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestRegions : public QObject
{
    Q_OBJECT

private slots:
    void names();
};

void TestRegions::names()
{
    const Regions &regions = Regions::instance();
    for (const std::u32string_view name : {U"广东省", U"深圳市", U"深圳", U"凉山彝族自治州", U"凉山", U"岳麓区", U"义乌", U"香港", U"内蒙古自治区"})
        QVERIFY2(regions.isRegion(name), qPrintable(QString::fromUcs4(name.data(), qsizetype(name.size()))));
    for (const std::u32string_view name : {U"东方", U"合作", U"岳麓", U"公司"})
        QVERIFY2(!regions.isRegion(name), qPrintable(QString::fromUcs4(name.data(), qsizetype(name.size()))));
    const std::u32string text = U"住广西壮族自治区南宁市";
    QCOMPARE(regions.at(text, 1, qsizetype(text.size())).length, 7);
    QCOMPARE(regions.at(text, 1, qsizetype(text.size())).value, quint8(Regions::Province));
}

DW_TEST(TestRegions)
#include "tst_regions.moc"
