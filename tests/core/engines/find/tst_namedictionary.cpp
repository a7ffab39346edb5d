#include "core/engines/find/namedictionary.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestNameDictionary : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestNameDictionary::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"与北京华天科技有限公司签约"_s, {u"COMPANY 北京华天科技有限公司"_s});
    row(u"北京 华天科\n技有限公司"_s, {u"COMPANY 北京 华天科\n技有限公司"_s});
    row(u"北京華天科技有限公司"_s, {u"COMPANY 北京華天科技有限公司"_s});
    row(u"华天与王磊"_s, {u"COMPANY 华天"_s, u"PERSON 王磊"_s});
    row(u"by ＡＣＭＥ ltd."_s, {u"COMPANY ＡＣＭＥ ltd"_s});
    row(u"Acme Ltda, Pacme Ltd"_s, {}); // no whole words
    row(u"Project\nHeron"_s, {u"CODE Project\nHeron"_s});
    row(u"by Heron(Asia), Heron (Asia)"_s, {u"COMPANY Heron(Asia)"_s, u"COMPANY Heron (Asia)"_s});
    row(u"申达 (集团)与申达（集团）"_s, {u"COMPANY 申达 (集团)"_s, u"COMPANY 申达（集团）"_s});
    row(u"王总"_s, {}); // one character is no name
}

void TestNameDictionary::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(NameDictionary({{u"北京华天科技有限公司"_s, u"COMPANY"_s}, {u"华天"_s, u"COMPANY"_s}, {u"王磊"_s, u"PERSON"_s}, {u"Acme Ltd"_s, u"COMPANY"_s}, {u"王"_s, u"PERSON"_s}, {u"Project Heron"_s, u"CODE"_s}, {u"Heron (Asia)"_s, u"COMPANY"_s}, {u"申达（集团）"_s, u"COMPANY"_s}}), text), "expected");
}

DW_TEST(TestNameDictionary)
#include "tst_namedictionary.moc"
