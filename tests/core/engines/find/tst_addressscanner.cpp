#include "core/engines/find/addressscanner.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestAddressScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestAddressScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"住址：湖南省永州市永州经济技术开发区创新路2037号科技园17栋1692室，电话"_s, {u"ADDRESS 湖南省永州市永州经济技术开发区创新路2037号科技园17栋1692室"_s});
    row(u"住重庆市荣昌区建设大道60号长江花园2号楼4单元1843，身份证"_s, {u"ADDRESS 重庆市荣昌区建设大道60号长江花园2号楼4单元1843"_s});
    row(u"房产位于福建省泉州市惠安县金桥东路1677号D座2层。"_s, {u"ADDRESS 福建省泉州市惠安县金桥东路1677号D座2层"_s});
    row(u"海南省三沙市中沙群岛的岛礁及其海域创新街1729号"_s, {u"ADDRESS 海南省三沙市中沙群岛的岛礁及其海域创新街1729号"_s});
    row(u"从北京市海淀区中关村大街27号搬至上海市浦东新区世纪大道100号"_s, {u"ADDRESS 北京市海淀区中关村大街27号"_s, u"ADDRESS 上海市浦东新区世纪大道100号"_s});
    row(u"住址：四川省简阳市石盘镇跃进村"_s, {u"ADDRESS 四川省简阳市石盘镇跃进村"_s});
    row(u"邵阳市北塔区人民东路２７５号"_s, {u"ADDRESS 邵阳市北塔区人民东路２７５号"_s});
    row(u"厂区在山西省长治市潞城区店上镇工业园区纬三路南侧。"_s, {u"ADDRESS 山西省长治市潞城区店上镇工业园区纬三路南侧"_s});
    row(u"標的位於惠州市博羅縣園洲鎮深瀝村工業區。"_s, {u"ADDRESS 惠州市博羅縣園洲鎮深瀝村工業區"_s});
    row(u"上海市嘉定区安亭镇墨玉南路888号2201室J。"_s, {u"ADDRESS 上海市嘉定区安亭镇墨玉南路888号2201室J"_s});
    row(u"江苏省无锡市滨湖区金融一街8号国联金融大厦15F，"_s, {u"ADDRESS 江苏省无锡市滨湖区金融一街8号国联金融大厦15F"_s});
    row(u"北京市海淀区人民政府、上海市浦东新区人民法院有管辖权"_s, {});
    row(u"在深圳市签署"_s, {});
    row(u"地铁轨道3号线，国发5号文"_s, {});
    row(u"会议室位于一号楼三层，东侧为餐厅。"_s, {});
}

void TestAddressScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(AddressScanner(), text), "expected");
}

DW_TEST(TestAddressScanner)
#include "tst_addressscanner.moc"
