#include "core/engines/anonymise/policy.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestPolicy : public QObject
{
    Q_OBJECT

private slots:
    void reads();
    void refuses_data();
    void refuses();
};

void TestPolicy::reads()
{
    const auto policy = AnonymisePolicy::fromJson(u"p"_s, R"({"columns":{"a":{"operator":"band","edges":[1,2]}},"others":"keep"})");
    QVERIFY(policy && policy->keepsOthers);
    QCOMPARE(policy->columns.first().edges, (QList<double> {1, 2}));
}

void TestPolicy::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    int number = 0;
    for (const char *json : {"", "[]", "{}", R"({"columns":{"a":{"operator":"hash"}}})", R"({"columns":{"a":{"operator":"band"}}})",
             R"({"columns":{"a":{"operator":"band","edges":[2,1]}}})", R"({"columns":{"a":{"operator":"round","to":0}}})",
             R"({"columns":{"a":{"operator":"label","length":99}}})", R"({"columns":{"a":{"operator":"keep"}},"others":"what"})"})
        QTest::addRow("%d", ++number) << QByteArray(json);
}

void TestPolicy::refuses()
{
    QFETCH(QByteArray, json);
    const auto policy = AnonymisePolicy::fromJson(u"p"_s, json);
    QVERIFY(!policy);
    QCOMPARE(policy.error().reason, u"anonymise.bad_policy"_s);
}

DW_TEST(TestPolicy)
#include "tst_policy.moc"
