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
    void coverageIsAGrid();
    void countsOfSealedLevels();
    void periodBoundsTheLedgers();
    void refusesWhatCannotBe();
    void exportedTrailVerifiesAlone();
    void editedTrailIsRefused();

private:
    ReportService service()
    {
        return ReportService(*m_deal->store, *m_measures, *m_gates, [] { return Result<SealIdentity>(dwtest::makeIdentity()); });
    }
    static QString text(const SealedReport &report) { return readPageTexts(report.pdf)->join(u'\n'); }

    const MeasureCatalogue m_catalogue = *MeasureCatalogue::load(); // The services keep a reference to it.
    std::unique_ptr<dwtest::PeopleFixture> m_deal;
    std::unique_ptr<MeasureService> m_measures;
    std::unique_ptr<GateService> m_gates;
    NoJobContext m_job;
};

void ReportServiceTest::init()
{
    m_deal = std::make_unique<dwtest::PeopleFixture>();
    m_deal->makeDeal();
    m_measures = std::make_unique<MeasureService>(*m_deal->store, m_catalogue);
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
    const ReportTable &all = data->sections.at(1).tables.first();
    QCOMPARE(all.rows.size(), 61);
    for (const QVariantMap &row : all.rows) // Every measure says what each of its checks found.
        QVERIFY2(row.value(u"checks"_s).toString().contains(u'='), qPrintable(row.value(u"measure"_s).toString()));
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
    QVERIFY(!shown.contains("the text of a case can be read by its receiver alone"_L1));
    QVERIFY(shown.contains("Incidents, notices, losses, drills: Steps"_L1)); // Named as what was left out.
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

void ReportServiceTest::coverageIsAGrid()
{
    m_deal->signNda();
    m_deal->set("nda", m_deal->nda, {}, u"active"_s);
    for (int i = 0; i < 13; ++i) {
        const QString nda = m_deal->add("nda", {{u"title"_s, u"Undertaking %1"_s.arg(i)}, {u"kind"_s, u"mutual"_s}, {u"effective_on"_s, u"2026-02-11"_s},
            {u"receivers"_s, QStringList {m_deal->bidder}}, {u"disclosers"_s, QStringList {m_deal->own}}, {u"representatives_rule"_s, u"any"_s}});
        m_deal->set("nda", nda, {}, u"active"_s);
    }
    const auto data = service().collect({});
    QVERIFY2(data, data ? "" : qPrintable(data.error().reason + data.error().detail));
    QList<ReportTable> grids;
    for (const ReportSection &section : data->sections) {
        for (const ReportTable &table : section.tables) {
            if (table.isGrid)
                grids << table;
        }
    }
    QCOMPARE(grids.size(), 2); // 14 agreements, twelve beside each other.
    QCOMPARE(grids.at(0).id, u"coverage"_s);
    QCOMPARE(grids.at(1).id, u"coverage_2"_s);
    QCOMPARE(grids.at(0).columns.size() - 3 + grids.at(1).columns.size() - 3, 14);
    QVariantMap li;
    QVariantMap chen;
    for (const QVariantMap &row : grids.at(0).rows) {
        if (row.value(u"person"_s) == u"Li Wei"_s)
            li = row;
        if (row.value(u"person"_s) == u"Chen"_s)
            chen = row;
    }
    QCOMPARE(li.value(u"n1"_s).toString(), u"signed"_s);
    QCOMPARE(li.value(u"n2"_s).toString(), u"represented"_s);
    QCOMPARE(li.value(u"standing"_s).toString(), u"ready"_s);
    QVERIFY(!chen.contains(u"n2"_s));
    QCOMPARE(chen.value(u"standing"_s).toString(), u"outside"_s);
}

void ReportServiceTest::countsOfSealedLevels()
{
    m_deal->add("data_asset", {{u"name"_s, u"Register"_s}, {u"level"_s, 4}, {u"record_count"_s, 64321}});
    m_deal->add("data_asset", {{u"name"_s, u"Prices"_s}, {u"level"_s, 4}});
    m_deal->add("data_asset", {{u"name"_s, u"Teaser"_s}, {u"level"_s, 2}, {u"record_count"_s, 12}});
    const auto rowsOf = [this](bool isOutsideSafe) {
        ReportRequest request;
        request.isOutsideSafe = isOutsideSafe;
        const auto data = service().collect(request);
        for (const ReportSection &section : data->sections) {
            if (section.id == "assets"_L1)
                return section.tables.first().rows;
        }
        return QList<QVariantMap>();
    };
    const auto inside = rowsOf(false);
    QCOMPARE(inside.size(), 2);
    QCOMPARE(inside.at(0).value(u"records"_s).toInt(), 12);
    QCOMPARE(inside.at(0).value(u"basis"_s).toString(), u"stated"_s);
    QCOMPARE(inside.at(1).value(u"records"_s).toInt(), 64321);
    QCOMPARE(inside.at(1).value(u"basis"_s).toString(), u"partly"_s);
    QCOMPARE(rowsOf(true).at(1).value(u"basis"_s).toString(), u"withheld"_s);
    QVERIFY(rowsOf(true).at(1).value(u"records"_s).isNull());

    const auto report = service().make({}, m_job);
    QVERIFY2(report, report ? "" : qPrintable(report.error().reason + report.error().detail));
    const auto notes = m_deal->store->read([](const ReadTx &tx) { return tx.query(u"SELECT entry FROM audit ORDER BY seq DESC LIMIT 1"_s); });
    QVERIFY(notes->first().value(u"entry"_s).toString().contains("record counts of level 4"_L1));

    m_gates.reset(); // Somebody without the key of level 4 knows that there are two, and no more.
    m_measures.reset();
    m_deal->store.reset();
    m_deal->store = m_deal->reopen(3);
    m_measures = std::make_unique<MeasureService>(*m_deal->store, m_catalogue);
    m_gates = std::make_unique<GateService>(*m_deal->store, *m_measures);
    const auto uncleared = rowsOf(false);
    QCOMPARE(uncleared.at(1).value(u"assets"_s).toInt(), 2);
    QCOMPARE(uncleared.at(1).value(u"basis"_s).toString(), u"withheld"_s);
    QVERIFY(uncleared.at(1).value(u"records"_s).isNull());
}

void ReportServiceTest::periodBoundsTheLedgers()
{
    for (const QString &day : {u"2026-02-03"_s, u"2026-02-20"_s, u"2026-02-28"_s, u"2026-03-01"_s})
        m_deal->add("meeting", {{u"title"_s, QString(u"Meeting of "_s + day)}, {u"held_on"_s, day}});
    ReportRequest request;
    request.from = QDate(2026, 2, 20);
    request.until = QDate(2026, 2, 28);
    const auto tableOf = [](const ReportData &data, const QString &id) {
        for (const ReportSection &section : data.sections) {
            for (const ReportTable &table : section.tables) {
                if (section.id + u'.' + table.id == id)
                    return table;
            }
        }
        return ReportTable();
    };
    const auto data = service().collect(request);
    QVERIFY2(data, data ? "" : qPrintable(data.error().reason + data.error().detail));
    const ReportTable meetings = tableOf(*data, u"coordination.meetings"_s);
    QCOMPARE(meetings.rows.size(), 2);
    QCOMPARE(meetings.outside, 2);
    const ReportTable trail = tableOf(*data, u"audit_trail.by_kind"_s);
    const qint64 entries = tableOf(*data, u"audit_trail.heads"_s).rows.first().value(u"entries"_s).toLongLong();
    qint64 shown = 0;
    for (const QVariantMap &row : trail.rows)
        shown += row.value(u"entries"_s).toLongLong();
    QCOMPARE(shown + trail.outside, entries);

    const auto whole = service().collect({});
    QCOMPARE(tableOf(*whole, u"audit_trail.by_kind"_s).outside, 0);
    QCOMPARE(tableOf(*whole, u"people.people"_s).outside, -1); // As things stand, whatever the period.
    const auto report = service().make(request, m_job);
    QVERIFY2(report, report ? "" : qPrintable(report.error().reason + report.error().args.join(u' ') + report.error().detail));
    QVERIFY(text(*report).contains("Meeting of 2026-02-28"_L1));
    QVERIFY(!text(*report).contains("Meeting of 2026-03-01"_L1));
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
    const MeasureService measures(*store, m_catalogue);
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
