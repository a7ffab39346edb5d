#include "core/engines/find/personscanner.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestPersonScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestPersonScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"法定代表人：王建国，"_s, {u"PERSON 王建国"_s});
    row(u"转让方（签字）：欧阳若楠    日期"_s, {u"PERSON 欧阳若楠"_s});
    row(u"由薛勇晓与杜伟签署"_s, {u"PERSON 薛勇晓"_s, u"PERSON 杜伟"_s});
    row(u"如有疑问请致电霍经理，"_s, {u"PERSON 霍"_s});
    row(u"李总、陈工和欧阳女士"_s, {u"PERSON 李"_s, u"PERSON 陈"_s, u"PERSON 欧阳"_s});
    row(u"朱杰之妻上官若峰名下"_s, {u"PERSON 朱杰"_s, u"PERSON 上官若峰"_s});
    row(u"股东買買提·吐爾遜持有"_s, {u"PERSON 買買提·吐爾遜"_s});
    row(u"约翰·史密斯先生"_s, {u"PERSON 约翰·史密斯"_s});
    row(u"可是章红红坚持说"_s, {u"PERSON 章红红"_s});
    row(u"公司向施兰支付"_s, {u"PERSON 施兰"_s});
    row(u"联系 人：章 俊 行"_s, {u"PERSON 章 俊 行"_s});
    row(u"原告張國榮與被告李嘉"_s, {u"PERSON 張國榮"_s, u"PERSON 李嘉"_s});
    row(u"高级管理人员、董事会秘书及财务负责人应当签署保密承诺书"_s, {});
    row(u"任何一方不得向第三方披露，何时披露由双方协商"_s, {});
    row(u"常规条款：不可抗力、通知、管辖；和解方案、施工计划由连带责任方承担"_s, {});
    row(u"员工、职工、竣工、汇总、项目经理、公司高管、安全主任"_s, {});
    row(u"李总共支付，张工作人员"_s, {});
    row(u"仓库管理员高翔点收"_s, {u"PERSON 高翔"_s});
    row(u"赵工会在周五到场，赵工会主席"_s, {u"PERSON 赵"_s});
    row(u"表中所列阿迪力·艾合买提、祖丽胡玛尔两人"_s, {u"PERSON 阿迪力·艾合买提"_s, u"PERSON 祖丽胡玛尔"_s});
    row(u"由古丽娜尔、买买提·吐尔逊签收"_s, {u"PERSON 古丽娜尔"_s, u"PERSON 买买提·吐尔逊"_s});
    row(u"这单子少了一页，单子多出两页"_s, {});
}

void TestPersonScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(PersonScanner(), text), "expected");
}

DW_TEST(TestPersonScanner)
#include "tst_personscanner.moc"
