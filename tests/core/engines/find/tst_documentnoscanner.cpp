#include "core/engines/find/documentnoscanner.h"
#include "tests/core/engines/find/found.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestDocumentNoScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
};

void TestDocumentNoScanner::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    int number = 0;
    const auto row = [&](const QString &text, const QStringList &expected) { QTest::addRow("%d", ++number) << text << expected; };
    row(u"合同编号：HT-2023-0715，"_s, {u"CONTRACT_NO HT-2023-0715"_s});
    row(u"根据编号为XS-07681371的《股权转让协议》"_s, {u"CONTRACT_NO XS-07681371"_s});
    row(u"协议编号：GQ2021-008(A)）"_s, {u"CONTRACT_NO GQ2021-008(A)"_s});
    row(u"（2021）股转字第448号"_s, {u"CONTRACT_NO （2021）股转字第448号"_s});
    row(u"（2021）沪01民终12345号"_s, {}); // a case
    row(u"发改价格〔2015〕299号"_s, {}); // published
    row(u"Agreement No. SPA-2024/0117 dated"_s, {u"CONTRACT_NO SPA-2024/0117"_s});
    row(u"证书编号20211234567，"_s, {});
    row(u"本合同于2023年签订"_s, {});
    row(u"编号为A1234的设备"_s, {});
    row(u"Invoice No. 01387992"_s, {});
    row(u"合同总价1200000元"_s, {});
}

void TestDocumentNoScanner::finds()
{
    QFETCH(QString, text);
    QTEST(dwtest::found(DocumentNoScanner(), text), "expected");
}

DW_TEST(TestDocumentNoScanner)
#include "tst_documentnoscanner.moc"
