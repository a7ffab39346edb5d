#include "core/engines/find/datescanner.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestDateScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestDateScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"1985年10月4日出生"_s, {u"BIRTH_DATE 1985年10月4日"_s});
    row(u"1990年12月3日生，"_s, {u"BIRTH_DATE 1990年12月3日"_s});
    row(u"出生日期：1987-06-21"_s, {u"BIRTH_DATE 1987-06-21"_s});
    row(u"出生年月：1955年2月"_s, {u"BIRTH_DATE 1955年2月"_s});
    row(u"生于1955.2.28"_s, {u"BIRTH_DATE 1955.2.28"_s});
    row(u"出生日期19551231"_s, {u"BIRTH_DATE 19551231"_s});
    row(u"一九八五年十月四日出生"_s, {u"BIRTH_DATE 一九八五年十月四日"_s});
    row(u"date of birth: 14 March 1979"_s, {u"BIRTH_DATE 14 March 1979"_s});
    row(u"Born on October 4th, 1985 in"_s, {u"BIRTH_DATE October 4th, 1985"_s});
    row(u"DOB: 14/03/1979"_s, {u"BIRTH_DATE 14/03/1979"_s});
    row(u"签订日期：2023年7月15日"_s, {});
    row(u"1985年13月4日出生"_s, {}); // no such month
    row(u"出生于北京，2001年7月毕业"_s, {}); // another clause
    row(u"2023年生效"_s, {});
    row(u"born in Paris; joined on May 3, 2010"_s, {});
    row(u"2021-02-30生"_s, {}); // no such day
}

void TestDateScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(DateScanner(), text), "expected");
}

DW_TEST(TestDateScanner)
#include "tst_datescanner.moc"
