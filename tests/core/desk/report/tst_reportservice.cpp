#include "core/desk/report/reportservice.h"

#include "core/desk/measures/gateservice.h"
#include "core/desk/measures/measureservice.h"
#include "core/engines/seal/pdfa3.h"
#include "core/engines/seal/trailverifier.h"
#include "tests/support/peoplefixture.h"
#include "tests/support/sealidentity.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class ReportServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void holdsEverySection();
    void isRegisteredWithTheHead();
    void outsideVariantHidesNames();
    void trueNameAndSealedTitlesStayInside();
    void refusesWhatCannotBe();
    void exportedTrailVerifiesAlone();
    void editedTrailIsRefused();

private:
    ReportService service()
    {
        return ReportService(*m_deal->store, *m_measures, *m_gates, [] { return Result<SealIdentity>(dwtest::makeIdentity()); });
    }
    static QString text(const SealedReport &report) { return readPageTexts(report.pdf)->join(u'\n'); }

    std::unique_ptr<dwtest::PeopleFixture> m_deal;
    std::unique_ptr<MeasureService> m_measures;
    std::unique_ptr<GateService> m_gates;
    NoJobContext m_job;
};

void ReportServiceTest::init()
{
    static const MeasureCatalogue catalogue = *MeasureCatalogue::load();
    m_deal = std::make_unique<dwtest::PeopleFixture>();
    m_deal->makeDeal();
    m_measures = std::make_unique<MeasureService>(*m_deal->store, catalogue);
    m_gates = std::make_unique<GateService>(*m_deal->store, *m_measures);
}

void ReportServiceTest::cleanup()
{
    m_gates.reset();
    m_measures.reset();
    m_deal.reset();
}

void ReportServiceTest::holdsEverySection()
{
    const auto data = service().collect({});
    QVERIFY2(data, data ? "" : qPrintable(data.error().reason + u' ' + data.error().args.join(u' ') + data.error().detail));
    QStringList numbers;
    for (const ReportSection &section : data->sections)
        numbers << section.number;
    QCOMPARE(numbers.join(u' '), u"2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 A B C"_s);
    QCOMPARE(data->measures, 61);
    QCOMPARE(data->green + data->amber + data->red + data->notApplicable, 61);
    QCOMPARE(data->outcome, u"not_met"_s);
    QCOMPARE(data->phases.size(), 5);
    QCOMPARE(data->sections.at(1).tables.last().rows.size(), 61);
}

void ReportServiceTest::isRegisteredWithTheHead()
{
    const TrailHead before = *m_deal->store->head();
    auto reports = service();
    for (const QString &language : {u"en"_s, u"zh"_s}) {
        ReportRequest request;
        request.kind = u"gate"_s;
        request.language = language;
        const auto report = reports.make(request, m_job);
        QVERIFY2(report, report ? "" : qPrintable(report.error().reason + u' ' + report.error().args.join(u' ') + report.error().detail));
        QVERIFY(report->verdict.isValid());
        QVERIFY(verifySealedReport(report->pdf, {report->fingerprint}).isValid());
        const Record row = m_deal->get("sealed_report", report->record.toString());
        QCOMPARE(row.text(u"sha256"_s), report->sha256);
        QCOMPARE(row.text(u"report_no"_s), report->reportNo);
        QVERIFY(row.flag(u"verified"_s));
        QVERIFY(report->fileName.endsWith(".pdf"_L1));
        QVERIFY(!text(*report).contains(QChar::ReplacementCharacter));
    }
    const TrailHead after = *m_deal->store->head();
    QCOMPARE(after.seq, before.seq + 2);
}

void ReportServiceTest::outsideVariantHidesNames()
{
    ReportRequest request;
    request.isOutsideSafe = true;
    request.language = u"en"_s;
    const auto report = service().make(request, m_job);
    QVERIFY2(report, report ? "" : qPrintable(report.error().reason + report.error().detail));
    const QString shown = text(*report);
    const QByteArray data = QJsonDocument(report->verdict.report).toJson();
    for (const QString &name : {u"Li Wei"_s, u"Alpha Fund"_s, u"Law LLP"_s}) {
        QVERIFY2(!shown.contains(name), qPrintable(name));
        QVERIFY2(!data.contains(name.toUtf8()), qPrintable(name));
    }
    QVERIFY(!shown.contains("Speak-up"_L1));
    const QJsonArray leftOut = report->verdict.report.value("data"_L1).toObject().value("left_out"_L1).toArray();
    QVERIFY(leftOut.contains(u"speakup"_s));
    QVERIFY(leftOut.contains(u"person.name"_s));
}

void ReportServiceTest::trueNameAndSealedTitlesStayInside()
{
    const auto deals = m_deal->store->read([](const ReadTx &tx) { return tx.records().list(u"deal"_s); });
    m_deal->set("deal", deals->first().id.toString(), {{u"true_name"_s, u"Quixotic Holdings"_s}});
    m_deal->add("document", {{u"doc_no"_s, u"1.2.3"_s}, {u"title"_s, u"Zebra Customers 2026"_s}, {u"source_level"_s, 4}});
    const auto report = service().make({}, m_job);
    QVERIFY2(report, report ? "" : qPrintable(report.error().reason + report.error().detail));
    for (const QString &secret : {u"Quixotic"_s, u"Zebra"_s}) {
        QVERIFY2(!text(*report).contains(secret), qPrintable(secret));
        QVERIFY2(!QJsonDocument(report->verdict.report).toJson().contains(secret.toUtf8()), qPrintable(secret));
    }
}

void ReportServiceTest::refusesWhatCannotBe()
{
    ReportRequest request;
    request.kind = u"yearly"_s;
    QCOMPARE(service().make(request, m_job).error().reason, u"report.kind"_s);
    request = {};
    request.gate = u"G2"_s;
    QCOMPARE(service().make(request, m_job).error().reason, u"report.kind"_s);
    request = {};
    request.language = u"fr"_s;
    QCOMPARE(service().collect(request).error().reason, u"report.kind"_s);

    dwtest::StoreFixture empty;
    auto store = empty.create();
    const MeasureService measures(*store, *MeasureCatalogue::load());
    const GateService gates(*store, measures);
    ReportService none(*store, measures, gates, [] { return Result<SealIdentity>(dwtest::makeIdentity()); });
    QCOMPARE(none.make({}, m_job).error().reason, u"report.no_deal"_s);
}

void ReportServiceTest::exportedTrailVerifiesAlone()
{
    const auto trail = service().exportTrail();
    QVERIFY(trail);
    const TrailCheckResult result = verifyTrailExport(*trail);
    QVERIFY2(result.isValid(), result.problems.isEmpty() ? "" : qPrintable(result.problems.first().reason));
    const TrailHead head = *m_deal->store->head();
    QCOMPARE(result.entries, head.seq);
    QCOMPARE(result.head, QString::fromLatin1(head.hash.toHex()));
    QCOMPARE(result.merkleRoot, QString::fromLatin1(head.merkleRoot.toHex()));
}

void ReportServiceTest::editedTrailIsRefused()
{
    for (const QString &name : {u"A"_s, u"B"_s, u"C"_s}) {
        QVERIFY(m_deal->store->write({u"record.add"_s, u"organisation"_s, {}, {}},
            [&](WriteTx &tx) { return tx.records().insert(u"organisation"_s, {{u"name"_s, name}, {u"deal_role"_s, u"other"_s}}); }));
    }
    const QByteArray trail = *service().exportTrail();
    const QList<QByteArray> lines = trail.split('\n');
    QVERIFY(lines.size() > 4);
    QList<QByteArray> without = lines;
    without.removeAt(2);
    QVERIFY(!verifyTrailExport(without.join('\n')).isValid());
    QList<QByteArray> swapped = lines;
    swapped.swapItemsAt(1, 2);
    QVERIFY(!verifyTrailExport(swapped.join('\n')).isValid());
    QList<QByteArray> cut = lines;
    cut.removeAt(lines.size() - 2);
    QVERIFY(!verifyTrailExport(cut.join('\n')).isValid());
    for (qsizetype at = 0; at < trail.size(); at += 61) {
        QByteArray flipped = trail;
        flipped[at] = static_cast<char>(flipped.at(at) ^ 1);
        QVERIFY2(!verifyTrailExport(flipped).isValid(), qPrintable(QString::number(at)));
    }
    QVERIFY(!verifyTrailExport({}).isValid());
    QVERIFY(!verifyTrailExport("no trail\n").isValid());
}

DW_TEST(ReportServiceTest)
#include "tst_reportservice.moc"
