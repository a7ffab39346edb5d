#include "core/engines/find/platescanner.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestPlateScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestPlateScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"车牌号渝DK9959，"_s, {u"PLATE 渝DK9959"_s});
    row(u"粤BD12345"_s, {u"PLATE 粤BD12345"_s}); // new energy
    row(u"沪A·D1234号牌"_s, {u"PLATE 沪A·D1234"_s});
    row(u"京 A12345"_s, {}); // a character apart is no province's
    row(u"货车鲁B1234挂"_s, {u"PLATE 鲁B1234挂"_s});
    row(u"粤Z1234港入境"_s, {u"PLATE 粤Z1234港"_s});
    row(u"沪B2-20180012"_s, {}); // a licence of the internet
    row(u"京ABCDEF"_s, {}); // no digits
    row(u"川AI2345"_s, {}); // no plate has an I
    row(u"粵B12345"_s, {u"PLATE 粵B12345"_s}); // traditional
}

void TestPlateScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(PlateScanner(), text), "expected");
}

DW_TEST(TestPlateScanner)
#include "tst_platescanner.moc"
