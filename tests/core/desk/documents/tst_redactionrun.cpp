#include "tests/support/documentfixture.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace dw;
using namespace dwtest;
using namespace Qt::StringLiterals;

class TestRedactionRun final : public QObject
{
    Q_OBJECT

    /// A file with two names in it, one of them marked.
    VersionId marked(DocumentFixture &f)
    {
        f.clientNames = {{u"Acme Holdings"_s, u"COMPANY"_s}, {u"Zhou Min"_s, u"PERSON"_s}};
        const auto outcome = f.import(SamplePdf().page({{"Contract with Acme Holdings"}, {"by Zhou Min", 72, 600}}).author("Zhou Min").bytes());
        if (!outcome || !f.documents->marks().addWord(outcome->version, {u"Acme Holdings"_s}, u"client_identity"_s, f.job))
            qFatal("set-up");
        return outcome->version;
    }

private slots:
    void makesAVerifiedVersion()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        const auto outcome = f.documents->redaction().run(source, {}, f.job);
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().reason + outcome.error().args.join(u',')));
        const DocumentVersion &version = outcome->version;
        QCOMPARE(version.kind, u"redacted"_s);
        QCOMPARE(version.treatment, u"redacted"_s);
        QCOMPARE(version.state, u"scanned"_s);
        QCOMPARE(version.number, 2);
        QCOMPARE(version.derivedFrom, source);
        QCOMPARE(version.level, 3);
        QCOMPARE(version.safeLevel, u"B"_s);
        QVERIFY(outcome->verification.hasPassed);
        QCOMPARE(outcome->verification.sha256, version.sha256);
        QCOMPARE(outcome->verification.version, version.id);
        QVERIFY(outcome->verification.engines.size() >= 2);
        const QByteArray pdf = f.documents->reader().bytes(version).value().view().toByteArray();
        QVERIFY(pdf.startsWith("%PDF-"));
        const auto text = f.worker.pageText(pdf, 0, f.job).value().plain();
        QVERIFY2(!text.contains(u"Acme"_s) && text.contains(u"Zhou"_s), qPrintable(text));
        QVERIFY(f.store->verifyTrail().value().isClean());
        // What stays is found again, what was removed is settled in the source.
        QCOMPARE(version.findingsOpen, 1);
        QCOMPARE(f.version(source).findingsOpen, 1);
        const auto findings = f.documents->findings().list(source).value();
        QCOMPARE(findings.at(0).state, FindingState::Redacted);
        QCOMPARE(findings.at(1).state, FindingState::Open);
        QCOMPARE(f.documents->versions(version.document).value().size(), 2);
    }

    void saysHowItWasProvenAndWhichPagesBecamePictures()
    {
        DocumentFixture f;
        const QByteArray line = "BT /F1 12 Tf 72 700 Td (Contract with Acme Holdings) Tj ET ";
        PdfMaker maker;
        maker.addPage(line);
        for (int i = 0; i < 2; ++i)
            maker.addPage("(text in no text object) Tj " + line);
        const auto imported = f.import(maker.bytes());
        QVERIFY(imported && f.documents->marks().addWord(imported->version, {u"Acme Holdings"_s}, u"client_identity"_s, f.job));
        const auto outcome = f.documents->redaction().run(imported->version, {}, f.job);
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().reason));
        const QJsonObject details = f.documents->verifications(outcome->version.id).value().first().details;
        QCOMPARE(details.value("page_reasons"_L1).toObject(), (QJsonObject {{u"text_outside_object"_s, QJsonArray {QJsonArray {2, 3}}}}));
        for (const QLatin1StringView count : {"pages_read"_L1, "pages_drawn"_L1, "pages_second_reader"_L1, "marks"_L1})
            QCOMPARE(details.value(count).toInt(), 3);
        QCOMPARE(details.value("words_sought"_L1).toInt(), 1);
        QCOMPARE(details.value("attempt"_L1).toInt(), 1);
        const auto all = f.documents->redaction().run(imported->version, {RedactionLevel::A, true}, f.job);
        QVERIFY(all);
        QCOMPARE(all->verification.details.value("page_reasons"_L1).toObject(), (QJsonObject {{u"asked"_s, QJsonArray {QJsonArray {1, 3}}}}));
    }

    void thePlanIsSealed()
    {
        DocumentFixture f;
        const auto outcome = f.documents->redaction().run(marked(f), {}, f.job);
        QVERIFY(outcome);
        const auto rows = f.store->read([](const ReadTx &tx) { return tx.query(u"SELECT * FROM doc_version UNION ALL SELECT * FROM doc_version"_s); }).value();
        const auto verifications = f.store->read([](const ReadTx &tx) { return tx.query(u"SELECT * FROM verification"_s); }).value();
        QString everything;
        for (const Row &row : rows + verifications) {
            for (const QVariant &value : row)
                everything += value.toString();
        }
        QVERIFY(!everything.contains(u"Acme"_s) && !everything.contains(u"Zhou"_s));
        const auto record = f.store->read([&](const ReadTx &tx) { return tx.records().get(u"doc_version"_s, outcome->version.id.as<RecordTag>()); }).value();
        QVERIFY(record.text(u"redaction_plan"_s).contains(u"Acme Holdings"_s));
    }

    void decisionsAreRemembered()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        auto &findings = f.documents->findings();
        const auto found = findings.list(source).value();
        QVERIFY(findings.decide(source, {found.at(1).id}, FindingState::FalsePositive));
        QCOMPARE(f.version(source).findingsOpen, 1);
        QCOMPARE(findings.decide(source, {found.at(1).id}, FindingState::Redacted).error().reason, u"finding.not_by_hand"_s);
        QCOMPARE(findings.decide(source, {FindingId::create()}, FindingState::Accepted).error().reason, u"finding.missing"_s);
        const auto outcome = f.documents->redaction().run(source, {}, f.job);
        QVERIFY(outcome);
        QCOMPARE(outcome->version.findingsOpen, 0);
        QVERIFY(!outcome->version.hasIdentifiablePi);
        // a new name, a new search: the old decisions stand
        f.clientNames.append({u"Contract"_s, u"COMPANY"_s});
        const auto again = findings.scan(source, f.job).value();
        QCOMPARE(again.size(), 3);
        QCOMPARE(f.version(source).findingsOpen, 1);
    }

    void findingsBecomeMarks()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        const auto found = f.documents->findings().list(source).value();
        const auto change = f.documents->findings().mark(f.documents->marks(), source, {found.at(1).id}, u"personal_information"_s);
        QVERIFY(change);
        const auto outcome = f.documents->redaction().run(source, {}, f.job);
        QVERIFY(outcome);
        QCOMPARE(outcome->version.findingsTotal, 0);
        QCOMPARE(f.version(source).findingsOpen, 0);
    }

    void whatIsNotDecidedIsNotRedacted()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        const MarkId mark = f.documents->marks().list(source).value().first().id;
        QVERIFY(f.documents->marks().setState(source, {mark}, MarkState::Proposed));
        QCOMPARE(f.documents->redaction().run(source, {}, f.job).error().reason, u"redact.undecided_marks"_s);
        QVERIFY(f.documents->marks().setState(source, {mark}, MarkState::Rejected));
        QCOMPARE(f.documents->redaction().run(source, {}, f.job).error().reason, u"redact.no_marks"_s);
        QVERIFY(f.documents->verifications(source).value().isEmpty());
    }

    void aKilledWorkerLeavesAFailedVerificationAlone_data()
    {
        QTest::addColumn<int>("spared");
        QTest::newRow("builder") << 0;
        QTest::newRow("verifier") << 1;
        QTest::newRow("search of the result") << 2;
    }

    void aKilledWorkerLeavesAFailedVerificationAlone()
    {
        QFETCH(int, spared);
        DocumentFixture f;
        const VersionId source = marked(f);
        const int blobs = f.blobCount();
        KillingJob killer(spared);
        const auto outcome = f.documents->redaction().run(source, {}, killer);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().reason, u"worker.crashed"_s);
        QCOMPARE(f.documents->versions(f.version(source).document).value().size(), 1);
        QCOMPARE(f.blobCount(), blobs);
        const auto verifications = f.documents->verifications(source).value();
        QCOMPARE(verifications.size(), 1);
        QVERIFY(!verifications.first().hasPassed);
        QCOMPARE(verifications.first().sha256, f.version(source).sha256);
        QCOMPARE(verifications.first().details.value("reason"_L1).toString(), u"worker.crashed"_s);
        QCOMPARE(f.actions().last(), u"document.redact_failed"_s);
        // and the program goes on
        QVERIFY(f.documents->redaction().run(source, {}, f.job));
    }

    void aStopLeavesNothing()
    {
        class Stopped final : public JobContext
        {
        public:
            Result<> step(qint64, qint64) override { return {}; }
            bool isStopRequested() const override { return true; }
        } stopped;
        DocumentFixture f;
        const VersionId source = marked(f);
        const qsizetype before = f.actions().size();
        QCOMPARE(f.documents->redaction().run(source, {}, stopped).error().code, ErrorCode::Cancelled);
        QCOMPARE(f.actions().size(), before);
        QVERIFY(f.documents->verifications(source).value().isEmpty());
    }

    void aDamagedSourceIsNotRedacted()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        QVERIFY(QFile::remove(f.blobs.path(f.version(source).blob)));
        QCOMPARE(f.documents->redaction().run(source, {}, f.job).error().reason, u"blob.missing"_s);
        QCOMPARE(f.documents->versions(f.version(source).document).value().size(), 1);
    }

    void onlyWhoIsClearedAndAllowed()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        f.become(u"guest"_s, Role::Reviewer, 2);
        QCOMPARE(f.documents->redaction().run(source, {}, f.job).error().reason, u"level.not_cleared"_s);
        f.become(u"audit"_s, Role::Auditor, 4);
        QCOMPARE(f.documents->redaction().run(source, {}, f.job).error().reason, u"record.role"_s);
    }

    void aMarkOutsideThePageIsRefused()
    {
        DocumentFixture f;
        const VersionId source = marked(f);
        StoredMark mark;
        mark.page = 0;
        mark.area = QRectF(5000, 5000, 10, 10);
        QVERIFY(f.documents->marks().add(source, {mark}));
        const auto outcome = f.documents->redaction().run(source, {}, f.job);
        if (outcome) // a mark beside the page covers nothing; what matters is that the rest is done and proven
            QVERIFY(outcome->verification.hasPassed);
        else
            QVERIFY(!outcome.error().reason.isEmpty());
    }
};

DW_TEST(TestRedactionRun)
#include "tst_redactionrun.moc"
