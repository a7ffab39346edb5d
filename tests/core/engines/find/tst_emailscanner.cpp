#include "core/engines/find/emailscanner.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestEmailScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestEmailScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"邮箱zhang.wei@example.com.cn联系"_s, {u"EMAIL zhang.wei@example.com.cn"_s});
    row(u"请写信给a_b+c@x-y.org。"_s, {u"EMAIL a_b+c@x-y.org"_s});
    row(u"legal@example.com."_s, {u"EMAIL legal@example.com"_s});
    row(u"ａ＠ｂｂ．ｃｎ"_s, {u"EMAIL ａ＠ｂｂ．ｃｎ"_s});
    row(u"@example.com"_s, {});
    row(u"a@b"_s, {});
    row(u"a@1.2.3.4"_s, {});
}

void TestEmailScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(EmailScanner(), text), "expected");
}

DW_TEST(TestEmailScanner)
#include "tst_emailscanner.moc"
