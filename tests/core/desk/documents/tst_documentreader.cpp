#include "core/desk/documents/documentreader.h"
#include "core/worker/viewsession.h"
#include "tests/support/documentfixture.h"
#include "tests/support/samplepdf.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <csignal>

using namespace dw;
using namespace dwtest;
using namespace Qt::StringLiterals;

class TestDocumentReader final : public QObject
{
    Q_OBJECT

private slots:
    void aKilledWorkerCostsOnePage()
    {
        DocumentFixture f;
        const auto outcome = f.import(SamplePdf().page({{"one"}}).page({{"two"}}).bytes());
        const auto open = f.documents->reader().open(outcome->version).value();
        QCOMPARE(open->pageCount(f.job).value(), 2);
        QVERIFY(open->draw(0, 100, 130, f.job));
        const qint64 first = open->workerId();
        ::kill(pid_t(first), SIGKILL);
        QCOMPARE(open->draw(1, 100, 130, f.job).error().reason, u"worker.crashed"_s);
        QCOMPARE(open->draw(1, 100, 130, f.job).value().width, 100);
        QVERIFY(open->workerId() != first);
        QCOMPARE(open->words(1, f.job).value().words.first().text, u"two"_s);
    }

    void aPreparedWorkerIsTaken()
    {
        DocumentFixture f;
        const auto outcome = f.import(SamplePdf().page({{"one"}}).bytes());
        f.documents->reader().prepare();
        f.documents->reader().dismiss();
        f.documents->reader().prepare();
        const auto open = f.documents->reader().open(outcome->version).value();
        QVERIFY(open->pages(f.job));
        QCOMPARE(open->pages(0, 1, f.job).value().size(), 1);
        QVERIFY(!open->pages(1, 1, f.job));
        QVERIFY(open->pages(0, 1, f.job));
    }
};

DW_TEST(TestDocumentReader)
#include "tst_documentreader.moc"
