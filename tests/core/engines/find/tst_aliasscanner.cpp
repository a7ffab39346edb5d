#include "core/engines/find/aliasscanner.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestAliasScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestAliasScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"恒捷软件有限公司（以下简称“睿铭”）"_s, {u"COMPANY 睿铭"_s});
    row(u"恒捷软件有限公司（“睿铭纺织”）与"_s, {u"COMPANY 睿铭纺织"_s});
    row(u"星铭合伙企业（有限合伙）（下称“星铭”或“合伙企业”）"_s, {u"COMPANY 星铭"_s});
    row(u"恒捷软件有限公司（下称恒捷）"_s, {u"COMPANY 恒捷"_s});
    row(u"Beta Holdings Limited (the \"Beta\")"_s, {u"COMPANY Beta"_s});
    row(u"恒捷软件有限公司（以下简称“甲方”或“目标公司”）"_s, {});
    row(u"Beta Holdings Limited (the \"Purchaser\")"_s, {});
    row(u"股权转让协议（以下简称“本协议”）"_s, {});
    row(u"（“请勿外传”）"_s, {});
}

void TestAliasScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(AliasScanner(), text), "expected");
}

DW_TEST(TestAliasScanner)
#include "tst_aliasscanner.moc"
