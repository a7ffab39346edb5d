#include "core/engines/find/institutionscanner.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestInstitutionScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestInstitutionScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"客户：宁波甬江紧固件厂、温岭市泽国鑫达电机厂。"_s, {u"COMPANY 宁波甬江紧固件厂"_s, u"COMPANY 温岭市泽国鑫达电机厂"_s});
    row(u"佛山市顺德区乐从镇恒昌钢材经营部为个体工商户"_s, {u"COMPANY 佛山市顺德区乐从镇恒昌钢材经营部"_s});
    row(u"杭州西子口腔门诊部与义乌市双喜饰品商行"_s, {u"COMPANY 杭州西子口腔门诊部"_s, u"COMPANY 义乌市双喜饰品商行"_s});
    row(u"，鑫达电机厂。"_s, {u"COMPANY 鑫达电机厂"_s});
    row(u"定点医院、人民医院、中心学校和附属中学，该厂、本酒店、合作商店"_s, {});
    row(u"县级以上医院应当建立药店和超市的登记制度"_s, {});
    // Known companies.
    row(u"由毕马威汇总，交给高盛审阅"_s, {u"COMPANY 毕马威"_s, u"COMPANY 高盛"_s});
    row(u"接替了中粮集团的订单"_s, {u"COMPANY 中粮集团"_s});
    row(u"京东物流和德邦，"_s, {u"COMPANY 京东物流"_s, u"COMPANY 德邦"_s});
    row(u"理想状态下环球市场统一口径，远洋捕捞"_s, {});
    row(u"资金杜绝挪用，高盛行的做法"_s, {});
}

void TestInstitutionScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(InstitutionScanner(), text), "expected");
}

DW_TEST(TestInstitutionScanner)
#include "tst_institutionscanner.moc"
