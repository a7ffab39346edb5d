#include "core/engines/find/phonescanner.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestPhoneScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestPhoneScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"电话13812345678。"_s, {u"PHONE 13812345678"_s});
    row(u"致电+86 138-1234-5678或"_s, {u"PHONE +86 138-1234-5678"_s});
    row(u"008613812345678"_s, {u"PHONE 008613812345678"_s});
    row(u"138 1234 5678"_s, {u"PHONE 138 1234 5678"_s});
    row(u"１３８１２３４５６７８"_s, {u"PHONE １３８１２３４５６７８"_s});
    row(u"14212345678"_s, {}); // not given to anybody
    row(u"138123456789"_s, {});
    row(u"13812345678.12元"_s, {});
    row(u"138****5678"_s, {});
    row(u"ID13812345678"_s, {});
    row(u"总机0755-26001234转8001"_s, {u"PHONE 0755-26001234转8001"_s});
    row(u"（010）62345678"_s, {u"PHONE （010）62345678"_s});
    row(u"传真01062345678"_s, {u"PHONE 01062345678"_s});
    row(u"编号01062345678"_s, {});
    row(u"客服热线4008123456"_s, {u"PHONE 4008123456"_s});
    row(u"400-812-3456"_s, {u"PHONE 400-812-3456"_s});
    row(u"call +44 20 7946 0958 now"_s, {u"PHONE +44 20 7946 0958"_s});
    row(u"2024-01-14"_s, {});
}

void TestPhoneScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(PhoneScanner(), text), "expected");
}

DW_TEST(TestPhoneScanner)
#include "tst_phonescanner.moc"
