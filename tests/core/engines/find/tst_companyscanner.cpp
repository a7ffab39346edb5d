#include "core/engines/find/companyscanner.h"
#include "tests/core/engines/find/settled.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestCompanyScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestCompanyScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"甲方：深圳市鼎拓科技有限公司；"_s, {u"COMPANY 深圳市鼎拓科技有限公司"_s});
    row(u"原告瑞科食品（泸州）有限公司诉"_s, {u"COMPANY 瑞科食品（泸州）有限公司"_s});
    row(u"由星铭精工合伙企业（有限合伙）持有"_s, {u"COMPANY 星铭精工合伙企业（有限合伙）"_s});
    row(u"恒润食品有限公司深圳分公司的印章"_s, {u"COMPANY 恒润食品有限公司深圳分公司"_s});
    row(u"户名为锐源精密机械有限责任公司，"_s, {u"COMPANY 锐源精密机械有限责任公司"_s});
    row(u"欠付瀚启投资管理股份有限公司货款"_s, {u"COMPANY 瀚启投资管理股份有限公司"_s});
    row(u"前往思金智能装备有限公司办理"_s, {u"COMPANY 思金智能装备有限公司"_s});
    row(u"华为技术有限公司与中信建投证券股份有限公司"_s, {u"COMPANY 华为技术有限公司"_s, u"COMPANY 中信建投证券股份有限公司"_s});
    row(u"北京市鸿远律师事务所出具"_s, {u"COMPANY 北京市鸿远律师事务所"_s});
    row(u"开户行：招商银行深圳南山支行"_s, {u"COMPANY 招商银行深圳南山支行"_s});
    row(u"开户行：招商银行深圳分行营业部，"_s, {u"COMPANY 招商银行深圳分行营业部"_s});
    row(u"据瑞盛物流与鼎拓科技的协议"_s, {u"COMPANY 瑞盛物流"_s, u"COMPANY 鼎拓科技"_s});
    row(u"株式会社山本製作所は"_s, {u"COMPANY 株式会社山本製作所"_s});
    row(u"山本株式会社"_s, {u"COMPANY 山本株式会社"_s});
    row(u"代表三菱电器株式会社和乙方"_s, {u"COMPANY 三菱电器株式会社"_s});
    row(u"质权人内蒙古银行海拉尔支行。"_s, {u"COMPANY 内蒙古银行海拉尔支行"_s});
    row(u"、成都彩虹电器、赣州稀土集团。"_s, {u"COMPANY 成都彩虹电器"_s, u"COMPANY 赣州稀土集团"_s});
    row(u"前十大客户有凯乐士科技。内蒙古草原牧歌乳业集团有限公司"_s, {u"COMPANY 凯乐士科技"_s, u"COMPANY 内蒙古草原牧歌乳业集团有限公司"_s});
    row(u"上海高端酒店、北京周边餐饮、山东农业、广东省内物流"_s, {});
    row(u"有限责任公司和股份有限公司的股东"_s, {});
    row(u"本公司、贵公司、该公司、项目公司、目标公司均指签署方"_s, {});
    row(u"变更为股份有限公司。证券公司、保险公司、会计师事务所"_s, {});
    row(u"一人有限责任公司，国有独资公司，第六条 有限责任公司"_s, {});
    row(u"商业银行的分行、支行"_s, {});
    row(u"高新科技、生物医药、信息技术"_s, {});
}

void TestCompanyScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::settled(CompanyScanner(), text), "expected");
}

DW_TEST(TestCompanyScanner)
#include "tst_companyscanner.moc"
