#include "core/engines/anonymise/tableanonymiser.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestTableAnonymiser : public QObject
{
    Q_OBJECT

private slots:
    void operators();
    void original_isFound();
    void notANumber();

private:
    static TableAnonymiser make(const QByteArray &json)
    {
        return TableAnonymiser(*AnonymisePolicy::fromJson(u"p"_s, json), SecretBytes::copyOf("0123456789abcdef"));
    }
};

void TestTableAnonymiser::operators()
{
    auto anonymiser = make(R"({"columns":{"phone":{"operator":"mask","keep_first":3,"keep_last":4},"day":{"operator":"quarter"},
        "size":{"operator":"band","edges":[0,1000]},"sum":{"operator":"round","to":100},"part":{"operator":"share"}}})");
    const QList<QStringList> table {{u"name"_s, u"phone"_s, u"day"_s, u"size"_s, u"sum"_s, u"part"_s},
        {u"Acme"_s, u"13812345678"_s, u"2024-05-31"_s, u"999"_s, u"1,249.5"_s, u"75"_s}, {u"Beta"_s, u"12"_s, u"2024年12月1日"_s, u"1000"_s, u"-3"_s, u"25"_s}};
    const auto copy = anonymiser.anonymise(table);
    QVERIFY(copy);
    QCOMPARE(copy->at(0), (QStringList {u"phone"_s, u"day"_s, u"size"_s, u"sum"_s, u"part"_s})); // what is not named goes
    QCOMPARE(copy->at(1), (QStringList {u"138****5678"_s, u"2024 Q2"_s, u"0 - 1000"_s, u"1200"_s, u"75.0%"_s}));
    QCOMPARE(copy->at(2), (QStringList {u"**"_s, u"2024 Q4"_s, u">= 1000"_s, u"0"_s, u"25.0%"_s}));
    QVERIFY(anonymiser.proveGone(table, *copy));
}

void TestTableAnonymiser::original_isFound()
{
    auto anonymiser = make(R"({"columns":{"name":{"operator":"label"},"note":{"operator":"keep"}}})");
    const QList<QStringList> table {{u"name"_s, u"note"_s}, {u"华天科技"_s, u"old friends of 華天 科技"_s}};
    const auto copy = anonymiser.anonymise(table);
    QVERIFY(copy);
    const auto proof = anonymiser.proveGone(table, *copy);
    QVERIFY(!proof);
    QCOMPARE(proof.error().reason, u"anonymise.original_left"_s);
    QCOMPARE(proof.error().args, (QStringList {u"2"_s, u"2"_s}));
}

void TestTableAnonymiser::notANumber()
{
    auto anonymiser = make(R"({"columns":{"a":{"operator":"round"}}})");
    QCOMPARE(anonymiser.anonymise({{u"a"_s}, {u"1"_s}, {u"many"_s}}).error().args, (QStringList {u"3"_s, u"a"_s}));
    QCOMPARE(anonymiser.anonymise({{u"b"_s}, {u"1"_s}}).error().reason, u"anonymise.column_missing"_s);
}

DW_TEST(TestTableAnonymiser)
#include "tst_tableanonymiser.moc"
