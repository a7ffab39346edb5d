#include "core/engines/find/identifierscanner.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestIdentifierScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestIdentifierScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"身份证号码：520281198605250262，住址"_s, {u"CN_ID 520281198605250262"_s});
    row(u"号码为11010519491231002x的人"_s, {u"CN_ID 11010519491231002x"_s});
    row(u"公民身份号码４５０４２１１９８５１２０８９４８８。"_s, {u"CN_ID ４５０４２１１９８５１２０８９４８８"_s});
    row(u"身份证号 码：45042l198512089488"_s, {u"CN_ID 45042l198512089488"_s}); // read from paper
    row(u"订单45042l198512089488"_s, {}); // not repaired without a word
    row(u"身份证 450421 19851208 9488"_s, {u"CN_ID 450421 19851208 9488"_s});
    row(u"样例号码440785197811071486未通过"_s, {u"?CN_ID 440785197811071486"_s});
    row(u"身份证450421**********88"_s, {});
    row(u"一代身份证110105850412337"_s, {u"CN_ID 110105850412337"_s});
    row(u"110105850412337"_s, {});
    row(u"代码91510623MALNWW1R5C有效"_s, {u"USCC 91510623MALNWW1R5C"_s});
    row(u"永久居留证944036199802021833"_s, {u"PERM_RES_ID 944036199802021833"_s});
    row(u"组织机构代码：MA5NNKT9-5"_s, {u"ORG_CODE MA5NNKT9-5"_s});
    row(u"注册号370911089904275"_s, {u"BIZ_REG_NO 370911089904275"_s});
    row(u"卡号：6212 2649 5264 5369 172。"_s, {u"BANK_CARD 6212 2649 5264 5369 172"_s});
    row(u"流水号6212264952645369172"_s, {});
    row(u"Card no. 4111-1111-1111-1111"_s, {u"BANK_CARD 4111-1111-1111-1111"_s});
    row(u"持香港身份证A123456(3)者"_s, {u"HKID A123456(3)"_s});
    row(u"A123456（3）"_s, {u"HKID A123456（3）"_s});
    row(u"A123456(4)"_s, {u"?HKID A123456(4)"_s});
    row(u"台湾居民A123456789"_s, {u"TW_ID A123456789"_s});
    row(u"序列号A123456789"_s, {});
    row(u"IBAN：DE89 3704 0044 0532 0130 00，"_s, {u"IBAN DE89 3704 0044 0532 0130 00"_s});
    row(u"手机IMEI 860304574789090"_s, {u"IMEI 860304574789090"_s});
}

void TestIdentifierScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(IdentifierScanner(), text), "expected");
}

DW_TEST(TestIdentifierScanner)
#include "tst_identifierscanner.moc"
