#include "tests/support/documentfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace dwtest;
using namespace Qt::StringLiterals;

class TestDocumentImport final : public QObject
{
    Q_OBJECT

private slots:
    void keepsAPdf()
    {
        DocumentFixture f;
        const QByteArray pdf = SamplePdf().page({{"Contract with Acme Holdings"}}).page({{"Second page"}}).bytes();
        const auto outcome = f.import(pdf, u"合同 Acme.pdf"_s);
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().reason + outcome.error().detail));
        QVERIFY(!outcome->isDuplicate);
        QCOMPARE(outcome->pages, 2);
        const Document document = f.documents->get(outcome->document).value();
        QCOMPARE(document.number, u"D-0001"_s);
        QCOMPARE(document.title, u"合同 Acme"_s);
        const DocumentVersion version = f.version(outcome->version);
        QCOMPARE(version.kind, u"original"_s);
        QCOMPARE(version.pages, 2);
        QCOMPARE(version.state, u"scanned"_s);
        QCOMPARE(version.size, pdf.size());
        QCOMPARE(version.preparedBy, f.fixture.actor.id);
        QCOMPARE(f.documents->reader().bytes(version).value().view().toByteArray(), pdf);
        QCOMPARE(f.actions(), QStringList({u"account.add"_s, u"document.import"_s}));
        QVERIFY(f.store->verifyTrail().value().isClean());
    }

    void nothingOfItIsReadableOnDisk()
    {
        DocumentFixture f;
        const auto outcome = f.import(SamplePdf().page({{"MARKERTEXT"}}).author("MARKERAUTHOR").bytes(), u"MARKERNAME.pdf"_s);
        QVERIFY(outcome);
        const QByteArray disk = f.everyByteOnDisk();
        QVERIFY(disk.size() > 4096);
        QVERIFY(!disk.contains("MARKER"));
    }

    void theSameFileIsNotImportedTwice()
    {
        DocumentFixture f;
        const QByteArray pdf = SamplePdf().page({{"once"}}).bytes();
        const auto first = f.import(pdf);
        const auto second = f.import(pdf, u"another name.pdf"_s);
        QVERIFY(first && second);
        QVERIFY(second->isDuplicate);
        QCOMPARE(second->document, first->document);
        QCOMPARE(f.documents->list().value().size(), 1);
        QCOMPARE(f.blobCount(), 1);
    }

    void namesOfTheDealAreFound()
    {
        DocumentFixture f;
        f.clientNames = {{u"Acme Holdings"_s, u"COMPANY"_s}, {u"Zhou Min"_s, u"PERSON"_s}};
        const auto outcome = f.import(SamplePdf().page({{"Acme Holdings and Zhou Min"}}).page({{"ACME HOLDINGS again"}}).bytes());
        QVERIFY(outcome);
        QCOMPARE(outcome->findings, 3);
        const DocumentVersion version = f.version(outcome->version);
        QCOMPARE(version.findingsOpen, 3);
        QCOMPARE(version.findingsPi, 1);
        QVERIFY(version.hasIdentifiablePi);
        QVERIFY(f.documents->get(outcome->document).value().containsPi);
        const auto findings = f.documents->findings().list(version.id).value();
        QCOMPARE(findings.at(0).value, u"Acme Holdings"_s);
        QCOMPARE(findings.at(2).page, 1);
        // 12 point text at (72, 700)
        const QRectF rect = findings.at(0).rects.first();
        QVERIFY2(rect.left() > 71 && rect.left() < 73 && rect.top() < 702 && rect.bottom() > 706, qPrintable(QString::number(rect.top())));
    }

    void partiesAndPeopleAreFoundWithoutAClientList()
    {
        DocumentFixture f;
        QVERIFY(f.store->write({u"record.add"_s, u"organisation"_s, {}, {}}, [](WriteTx &tx) {
            return tx.records().insert(u"organisation"_s, {{u"name"_s, u"Northwind Bidder Ltd"_s}, {u"deal_role"_s, u"bidder"_s}});
        }));
        const auto outcome = f.import(SamplePdf().page({{"offered to Northwind Bidder Ltd today"}}).bytes());
        QVERIFY(outcome);
        QCOMPARE(outcome->findings, 1);
    }

    void chineseNamesAreFound()
    {
        DocumentFixture f;
        f.clientNames = {{u"华夏银行"_s, u"COMPANY"_s}};
        const auto outcome = f.import(SamplePdf().chinesePage({u"与华夏银行签订的合同"_s}).bytes());
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().reason));
        QCOMPARE(outcome->findings, 1);
    }

    void whatCannotBeReadIsRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("header only") << QByteArray("%PDF-1.7\n");
        QTest::newRow("noise") << QByteArray("%PDF-1.4\n") + QByteArray(5000, 'x');
        QByteArray cut = SamplePdf().page({{"text"}}).bytes();
        QTest::newRow("cut before the pages") << cut.left(60);
    }

    void whatCannotBeReadIsRefusedByName()
    {
        QFETCH(QByteArray, bytes);
        DocumentFixture f;
        const auto outcome = f.import(bytes);
        QVERIFY(!outcome);
        QVERIFY(!outcome.error().reason.isEmpty());
        QVERIFY(outcome.error().code != ErrorCode::Internal);
        QCOMPARE(f.documents->list().value().size(), 0);
        QCOMPARE(f.blobCount(), 0);
    }

    void otherKindsAreKeptButNotShown()
    {
        DocumentFixture f;
        const auto outcome = f.import(QByteArray("PK\x03\x04", 4) + "not really", u"list.xlsx"_s);
        QVERIFY(outcome);
        QCOMPARE(outcome->inspection, inspection::notViewable.toString());
        QCOMPARE(outcome->reason, u"document.kind_not_viewable"_s);
        QVERIFY(f.version(outcome->version).mime.contains(u"spreadsheetml"_s));
        QCOMPARE(f.documents->reader().open(outcome->version).error().reason, u"document.not_viewable"_s);
        QVERIFY(f.documents->reader().bytes(f.version(outcome->version)));
        QCOMPARE(f.import({}, u"empty.pdf"_s).error().reason, u"document.empty"_s);
    }

    void hiddenContentIsToldAndKeptSealed()
    {
        DocumentFixture f;
        const auto outcome = f.import(SamplePdf().page({{"text"}}).author("Zhou Min").bytes() + "and a tail that no reader shows");
        QVERIFY(outcome);
        QCOMPARE(outcome->inspection, inspection::warnings.toString());
        QVERIFY(outcome->warnings.contains(u"bytes_after_end"_s));
        // The author's name is content of level 3: it stands in no column of store.db.
        const auto rows = f.store->read([](const ReadTx &tx) { return tx.query(u"SELECT inspection_facts, file_name, redaction_plan FROM doc_version"_s); }).value();
        QVERIFY(rows.first().value(u"inspection_facts"_s).isNull());
        QVERIFY(rows.first().value(u"file_name"_s).isNull());
        const auto record = f.store->read([&](const ReadTx &tx) { return tx.records().get(u"doc_version"_s, outcome->version.as<RecordTag>()); }).value();
        QVERIFY(record.text(u"inspection_facts"_s).contains(u"Zhou Min"_s));
        QCOMPARE(record.text(u"file_name"_s), u"file.pdf"_s);
    }

    void aWorkerThatDiesIsARedRow()
    {
        DocumentFixture f;
        KillingJob killer;
        DocumentImportRequest request;
        request.bytes = SamplePdf().page({{"text"}}).bytes();
        request.fileName = u"hostile.pdf"_s;
        const auto outcome = f.documents->imports().importFile(request, killer);
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().reason));
        QCOMPARE(outcome->inspection, inspection::failed.toString());
        QCOMPARE(outcome->reason, u"worker.crashed"_s);
        const DocumentVersion version = f.version(outcome->version);
        QVERIFY(!version.isViewable());
        QCOMPARE(f.documents->reader().open(version.id).error().reason, u"document.not_viewable"_s);
        QCOMPARE(f.documents->reviews().request(version.id).error().reason, u"review.unreadable"_s);
    }

    void withoutAWorkerNothingIsKept()
    {
        DocumentFixture f(u"/nonexistent/dealward-worker"_s);
        const auto outcome = f.import(SamplePdf().page({{"text"}}).bytes());
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().reason, u"worker.missing"_s);
        QCOMPARE(f.blobCount(), 0);
    }

    void aDocumentAboveTheClearanceIsSealed()
    {
        DocumentFixture f;
        f.become(u"lin"_s, Role::DealManager, 3);
        const auto outcome = f.import(SamplePdf().page({{"Fairmont id card no. 11010519491231002X"}}).bytes(), u"secret plan.pdf"_s, 4);
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().reason));
        QCOMPARE(f.documents->reader().bytes(f.version(outcome->version)).error().reason, u"level.not_cleared"_s);
        QVERIFY(f.documents->get(outcome->document)->isWithheld);
        f.become(u"lin"_s, Role::DealManager, 4); // the same person, cleared since
        QCOMPARE(f.documents->reader().bytes(f.version(outcome->version)).error().reason, u"blob.erased"_s); // not filed yet
        const auto filed = f.fixture.file(*f.store);
        QVERIFY(filed);
        QCOMPARE(filed->entries, 1);
        QVERIFY(f.documents->reader().bytes(f.version(outcome->version)));
        QCOMPARE(f.documents->get(outcome->document)->title, u"secret plan"_s);
        const auto found = f.documents->findings().found(outcome->version).value();
        QCOMPARE(found.size(), 1);
        QVERIFY(!found.first().why.isEmpty()); // with its reason
    }

    void clearanceDecides()
    {
        DocumentFixture f;
        const auto outcome = f.import(SamplePdf().page({{"level four"}}).bytes(), u"secret.pdf"_s, 4);
        QVERIFY(outcome);
        f.become(u"lin"_s, Role::DealManager, 3);
        const Document document = f.documents->get(outcome->document).value();
        QVERIFY(document.isWithheld);
        QVERIFY(document.title.isEmpty());
        QCOMPARE(f.documents->reader().bytes(f.version(outcome->version)).error().reason, u"level.not_cleared"_s);
        QCOMPARE(f.documents->reader().open(outcome->version).error().reason, u"level.not_cleared"_s);
        QCOMPARE(f.documents->marks().list(outcome->version).error().reason, u"level.not_cleared"_s);
        QCOMPARE(f.documents->findings().list(outcome->version).error().reason, u"level.not_cleared"_s);
        f.become(u"audit"_s, Role::Auditor, 4);
        QCOMPARE(f.import(SamplePdf().page({{"other"}}).bytes()).error().reason, u"record.role"_s);
    }

    void lookingAtLevelThreeIsLoggedOnce()
    {
        DocumentFixture f;
        const auto secret = f.import(SamplePdf().page({{"three"}}).bytes(), u"a.pdf"_s, 3);
        const auto open = f.import(SamplePdf().page({{"two"}}).bytes(), u"b.pdf"_s, 2);
        QVERIFY(secret && open);
        const qsizetype before = f.actions().size();
        auto viewed = f.documents->reader().open(secret->version);
        QVERIFY(viewed);
        QCOMPARE((*viewed)->pages(f.job).value().size(), 1);
        QCOMPARE((*viewed)->words(0, f.job).value().words.first().text, u"three"_s);
        const PdfPicture picture = (*viewed)->picture(0, 36, f.job).value();
        QCOMPARE(picture.rgb.size(), 3 * picture.width * picture.height);
        QVERIFY(!(*viewed)->picture(7, 36, f.job)); // no such page, and the next call works again
        QVERIFY((*viewed)->picture(0, 36, f.job));
        QVERIFY(f.documents->reader().open(open->version));
        QCOMPARE(f.actions().mid(before), QStringList {u"document.view"_s});
    }

    void damagedBlobsAreNoticed()
    {
        DocumentFixture f;
        const auto outcome = f.import(SamplePdf().page({{"text"}}).bytes());
        QFile file(f.blobs.path(f.version(outcome->version).blob));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2);
        char byte = 0;
        file.peek(&byte, 1);
        file.putChar(char(byte ^ 1));
        file.close();
        QCOMPARE(f.documents->reader().open(outcome->version).error().reason, u"blob.damaged"_s);
        QCOMPARE(f.documents->reader().bytes(f.version(outcome->version)).error().code, ErrorCode::Corrupt);
    }

    void aStoppedImportLeavesNothing()
    {
        class Stopped final : public JobContext
        {
        public:
            Result<> step(qint64, qint64) override { return fail(ErrorCode::Cancelled, u"job.cancelled"_s); }
            bool isStopRequested() const override { return true; }
        } stopped;
        DocumentFixture f;
        DocumentImportRequest request;
        request.bytes = SamplePdf().page({{"text"}}).bytes();
        request.fileName = u"x.pdf"_s;
        QCOMPARE(f.documents->imports().importFile(request, stopped).error().code, ErrorCode::Cancelled);
        QCOMPARE(f.blobCount(), 0);
        QCOMPARE(f.documents->list().value().size(), 0);
    }

    void documentsAreFoundByName()
    {
        DocumentFixture f;
        const auto one = f.import(SamplePdf().page({{"1"}}).bytes(), u"Report.pdf"_s);
        const auto two = f.import(SamplePdf().page({{"2"}}).bytes(), u"Letter.pdf"_s);
        const auto three = f.import(SamplePdf().page({{"3"}}).bytes(), u"Letter.pdf"_s);
        QVERIFY(one && two && three);
        QCOMPARE(f.documents->findByName(u"d-0001"_s).value().id, one->document);
        QCOMPARE(f.documents->findByName(u"Report"_s).value().id, one->document);
        QCOMPARE(f.documents->findByName(two->document.toString()).value().id, two->document);
        QCOMPARE(f.documents->findByName(u"Letter"_s).error().reason, u"document.ambiguous"_s);
        QCOMPARE(f.documents->findByName(u"None"_s).error().reason, u"document.missing"_s);
        QCOMPARE(f.documents->versionByName(u"D-0001@1"_s).value().id, one->version);
        QCOMPARE(f.documents->versionByName(u"D-0001"_s).value().id, one->version);
        QCOMPARE(f.documents->versionByName(u"D-0001@2"_s).error().reason, u"document.version_missing"_s);
        QCOMPARE(f.documents->list(u"lett"_s).value().size(), 2);
    }

    void publicPdfsDoNotStopTheProgram()
    {
        const QDir corpus(QStringLiteral(DW_SOURCE_DIR "/../shared/corpus/pdf"));
        if (!corpus.exists())
            QSKIP("no corpus beside the sources");
        DocumentFixture f;
        f.clientNames = {{u"the"_s, u"COMPANY"_s}};
        const auto files = corpus.entryInfoList({u"*.pdf"_s}, QDir::Files, QDir::Size | QDir::Reversed).mid(0, 25);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto outcome = f.import(file.readAll(), info.fileName());
            if (!outcome)
                QVERIFY2(outcome.error().code != ErrorCode::Internal && !outcome.error().reason.isEmpty(), qPrintable(info.fileName()));
        }
    }
};

DW_TEST(TestDocumentImport)
#include "tst_documentimport.moc"
