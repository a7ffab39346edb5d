#include "core/engines/find/netscanner.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestNetScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestNetScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"自10.1.2.3登录"_s, {u"IP 10.1.2.3"_s});
    row(u"服务器IP为8.8.8.8，"_s, {u"IP 8.8.8.8"_s});
    row(u"版本6.5.7.78"_s, {});
    row(u"build 6.5.7.781"_s, {});
    row(u"第3.2.1.4条"_s, {});
    row(u"附表4.1.2.3"_s, {});
    row(u"300.1.1.1"_s, {});
    row(u"10.1.2.3.4"_s, {});
    row(u"上传至https://example.com/a?b=1。"_s, {u"URL https://example.com/a?b=1"_s});
    row(u"见www.example.com，"_s, {u"URL www.example.com"_s});
    row(u"2001:db8:85a3::8a2e:370:7334"_s, {u"IP 2001:db8:85a3::8a2e:370:7334"_s});
    row(u"12:30:45"_s, {}); // a time
    row(u"a::"_s, {});
    row(u"aa:bb:cc:dd:ee:ff"_s, {}); // a hardware address
}

void TestNetScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(NetScanner(), text), "expected");
}

DW_TEST(TestNetScanner)
#include "tst_netscanner.moc"
