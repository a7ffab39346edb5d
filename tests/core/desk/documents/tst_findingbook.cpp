#include "tests/support/documentfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace dw;
using namespace dwtest;
using namespace Qt::StringLiterals;

namespace {

/// A resident id whose check digit is right, a phone, an e-mail and a name that the vault knows, twice.
QByteArray contract()
{
    return SamplePdf()
        .page({{"Contract with Acme Holdings"}, {"id card no. 11010519491231002X", 72, 660}, {"mail: lin@client.example", 72, 620}})
        .page({{"Acme Holdings again, mobile 13812345678"}})
        .bytes();
}

QStringList kindsOf(const QList<Finding> &findings)
{
    QStringList kinds;
    for (const Finding &finding : findings)
        kinds.append(finding.kind);
    kinds.sort();
    return kinds;
}

} // namespace

class TestFindingBook final : public QObject
{
    Q_OBJECT

    static Finding first(const QList<Finding> &findings, const QString &kind)
    {
        const auto it = std::find_if(findings.begin(), findings.end(), [&](const Finding &finding) { return finding.kind == kind; });
        return it == findings.end() ? Finding() : *it;
    }

private slots:
    void everyTypeIsFoundWithItsReason()
    {
        DocumentFixture f;
        f.clientNames = {{u"Acme Holdings"_s, u"COMPANY"_s}};
        const auto outcome = f.import(contract());
        QVERIFY(outcome);
        const QList<Finding> found = f.documents->findings().found(outcome->version).value();
        const QStringList kinds = kindsOf(found);
        for (const QString &kind : {u"CN_ID"_s, u"EMAIL"_s, u"PHONE"_s, u"COMPANY"_s})
            QVERIFY2(kinds.contains(kind), qPrintable(kind + u" in "_s + kinds.join(u' ')));
        QCOMPARE(kinds.count(u"COMPANY"_s), 2);
        QCOMPARE(outcome->findings, int(found.size()));
        for (const Finding &finding : found) {
            QVERIFY2(!finding.why.isEmpty(), qPrintable(finding.kind));
            QVERIFY(finding.score > 0 && finding.score <= 1);
            QVERIFY(!finding.rects.isEmpty());
        }
        QCOMPARE(first(found, u"CN_ID"_s).value, u"11010519491231002X"_s);
        QCOMPARE(first(found, u"COMPANY"_s).rects.size(), 1); // two words of a line are one place
        QCOMPARE(f.version(outcome->version).searchState, searched::complete);
        QVERIFY(f.version(outcome->version).isSearchSettled());
    }

    void resultsSurviveARestart()
    {
        DocumentFixture f;
        f.clientNames = {{u"Acme Holdings"_s, u"COMPANY"_s}};
        const VersionId id = f.import(contract())->version;
        const auto before = f.documents->findings().list(id).value();
        const QString who = f.fixture.actor.name;
        f.become(u"other"_s, Role::DealManager);
        f.become(who, Role::Owner);
        const auto after = f.documents->findings().list(id).value();
        QCOMPARE(after.size(), before.size());
        for (qsizetype i = 0; i < after.size(); ++i) {
            QCOMPARE(after.at(i).id, before.at(i).id);
            QCOMPARE(after.at(i).why, before.at(i).why);
            QCOMPARE(after.at(i).cue, before.at(i).cue);
            QCOMPARE(after.at(i).score, before.at(i).score);
            QCOMPARE(after.at(i).rects, before.at(i).rects);
        }
    }

    void aFalsePositiveIsRememberedForTheDeal()
    {
        DocumentFixture f;
        f.clientNames = {{u"Acme Holdings"_s, u"COMPANY"_s}};
        FindingBook *findings = &f.documents->findings();
        const VersionId one = f.import(contract())->version;
        const Finding acme = first(findings->list(one).value(), u"COMPANY"_s);
        const int open = f.version(one).findingsOpen;
        QVERIFY(findings->decide(one, {acme.id}, FindingState::FalsePositive));
        QCOMPARE(f.version(one).findingsOpen, open - 2); // the other place of the value goes with it
        // another document, after a restart: decided already, by whom it was
        f.become(u"grace"_s, Role::ComplianceOfficer);
        findings = &f.documents->findings();
        const VersionId two = f.import(SamplePdf().page({{"Annex of ACME  Holdings"}}).bytes(), u"annex.pdf"_s)->version;
        const Finding again = first(findings->list(two).value(), u"COMPANY"_s);
        QCOMPARE(again.state, FindingState::FalsePositive);
        QCOMPARE(again.decidedBy, f.store->read([&](const ReadTx &tx) { return tx.records().list(u"false_positive"_s); }).value().first().createdBy);
        QCOMPARE(f.version(two).findingsOpen, 0);
        // of another type it would be another thing
        f.clientNames = {{u"Acme Holdings"_s, u"PERSON"_s}};
        QVERIFY(findings->scan(two, f.job));
        QCOMPARE(f.version(two).findingsOpen, 1);
    }

    void aFalsePositiveCanBeTakenBack()
    {
        DocumentFixture f;
        f.clientNames = {{u"Acme Holdings"_s, u"COMPANY"_s}};
        FindingBook &findings = f.documents->findings();
        const VersionId one = f.import(contract())->version;
        const VersionId two = f.import(SamplePdf().page({{"Annex of Acme Holdings"}}).bytes(), u"annex.pdf"_s)->version;
        const int open = f.version(one).findingsOpen;
        const auto dismiss = [&] { return findings.decide(one, {first(findings.list(one).value(), u"COMPANY"_s).id}, FindingState::FalsePositive); };
        QVERIFY(dismiss());
        QVERIFY(findings.scan(two, f.job));
        QCOMPARE(f.version(two).findingsOpen, 0);
        // from the list of what was remembered: open again everywhere
        const RecordId row = f.store->read([](const ReadTx &tx) { return tx.records().list(u"false_positive"_s); }).value().first().id;
        QVERIFY(findings.takeBack(row));
        QCOMPARE(f.version(one).findingsOpen, open);
        QCOMPARE(f.version(two).findingsOpen, 1);
        QCOMPARE(findings.takeBack(row).error().code, ErrorCode::Conflict);
        // from the finding itself
        QVERIFY(dismiss());
        QVERIFY(findings.decide(one, {first(findings.list(one).value(), u"COMPANY"_s).id}, FindingState::Open));
        QCOMPARE(f.version(one).findingsOpen, open);
        QVERIFY(findings.scan(two, f.job));
        QCOMPARE(f.version(two).findingsOpen, 1);
        QVERIFY(f.store->verifyTrail().value().isClean());
    }

    void theMemoryIsSealed()
    {
        DocumentFixture f;
        f.clientNames = {{u"Acme Holdings"_s, u"COMPANY"_s}};
        const VersionId id = f.import(contract())->version;
        QVERIFY(f.documents->findings().decide(id, {first(f.documents->findings().list(id).value(), u"COMPANY"_s).id}, FindingState::FalsePositive));
        const auto rows = f.store->read([](const ReadTx &tx) { return tx.query(u"SELECT * FROM false_positive"_s); }).value();
        QCOMPARE(rows.size(), 1);
        for (const QVariant &value : rows.first())
            QVERIFY(!value.toString().contains(u"Acme"_s));
        f.become(u"uncleared"_s, Role::DealManager, 2);
        const auto record = f.store->read([](const ReadTx &tx) { return tx.records().list(u"false_positive"_s); }).value().first();
        QVERIFY(record.withheld.contains(u"value"_s));
        QCOMPARE(f.documents->findings().takeBack(record.id).error().reason, u"level.not_cleared"_s);
    }

    void whatCannotBeReadIsNotNothingFound()
    {
        DocumentFixture f;
        const VersionId scan = f.import("\x7f" "ELF of some kind"_ba + QByteArray(200, '\0'), u"notes.bin"_s)->version;
        const DocumentVersion version = f.version(scan);
        QCOMPARE(version.searchState, searched::incomplete);
        QVERIFY(!version.searchGapKinds.isEmpty());
        QCOMPARE(version.searchGaps.first().args.first(), u"notes.bin"_s);
        QVERIFY(!version.isSearchSettled());
        // it goes no further until somebody looked
        QVERIFY(f.documents->reviews().request(scan));
        f.become(u"reviewer"_s, Role::Reviewer);
        QCOMPARE(f.documents->reviews().approve(scan, {}).error().reason, u"review.search_incomplete"_s);
        QCOMPARE(f.documents->findings().confirmGaps(scan, u" "_s).error().reason, u"record.reason_needed"_s);
        QVERIFY(f.documents->findings().confirmGaps(scan, u"One name, of the seller."_s));
        QVERIFY(f.documents->reviews().approve(scan, {}));
        QCOMPARE(f.actions().contains(u"document.gaps_seen"_s), true);
    }

    void aFileOfAnUnknownKindSaysSo()
    {
        DocumentFixture f;
        const auto outcome = f.import("\x7f" "ELF binary of some kind"_ba + QByteArray(200, '\0'), u"tool.bin"_s);
        QVERIFY(outcome);
        const DocumentVersion version = f.version(outcome->version);
        QCOMPARE(version.searchState, searched::incomplete);
        QCOMPARE(version.scannedAt, 0);
        QCOMPARE(version.searchGapKinds, QStringList {u"find.kind_unread"_s});
    }

    void aWorkerThatFailsLeavesWhatWasFound()
    {
        DocumentFixture f;
        f.clientNames = {{u"Acme Holdings"_s, u"COMPANY"_s}};
        const VersionId id = f.import(contract())->version;
        const auto before = f.documents->findings().list(id).value();
        KillingJob killer;
        QVERIFY(f.documents->findings().scan(id, killer));
        QCOMPARE(f.documents->findings().list(id).value().size(), before.size());
        QCOMPARE(f.version(id).searchState, searched::incomplete);
        QVERIFY(!f.version(id).searchGapKinds.isEmpty());
        QVERIFY(f.documents->findings().scan(id, f.job));
        QCOMPARE(f.version(id).searchState, searched::complete);
        QCOMPARE(f.documents->findings().confirmGaps(id, u"seen"_s).error().reason, u"finding.no_gaps"_s);
    }

    void namesAboveTheClearanceAreMissed()
    {
        DocumentFixture f;
        QVERIFY(f.store->write({u"record.add"_s, u"client_import"_s, {}, {}}, [](WriteTx &tx) -> Result<> {
            DW_ASSIGN(const RecordId asset, tx.records().insert(u"data_asset"_s, {{u"name"_s, u"List"_s}}));
            DW_TRY(tx.records().insert(u"client_import"_s, {{u"data_asset"_s, asset.toString()}, {u"file_name"_s, u"list.csv"_s}, {u"level"_s, 4},
                {u"imported_at"_s, 1}, {u"row_count"_s, 1}}));
            return {};
        }));
        f.clientNames = {{u"Acme Holdings"_s, u"COMPANY"_s}};
        const VersionId id = f.import(contract())->version;
        QCOMPARE(f.version(id).searchState, searched::complete);
        const auto before = f.documents->findings().found(id).value();
        f.become(u"uncleared"_s, Role::DealManager, 3);
        f.clientNames.clear(); // as the client list of level 4 is not to be seen
        QVERIFY(f.documents->findings().scan(id, f.job));
        QCOMPARE(f.version(id).searchGapKinds, QStringList {u"find.names_withheld"_s});
        QCOMPARE(f.documents->findings().found(id).value().size(), before.size()); // what somebody cleared has found stays
    }

    void whatOnlyLooksLikeItIsShownAndNotCounted()
    {
        DocumentFixture f;
        // the check digit of this resident id is wrong
        const VersionId id = f.import(SamplePdf().page({{"id card no. 110105194912310021"}}).bytes())->version;
        QCOMPARE(f.version(id).findingsOpen, 0);
        QVERIFY(f.documents->findings().found(id).value().isEmpty());
        const auto all = f.documents->findings().list(id).value();
        QCOMPARE(all.size(), 1);
        QVERIFY(all.first().isPossible());
        QCOMPARE(all.first().why, u"failed_checksum"_s);
    }

    void termsAndPatternsOfTheDealAreFound()
    {
        DocumentFixture f;
        QVERIFY(f.store->write({u"record.add"_s, u"search_term"_s, {}, {}}, [](WriteTx &tx) -> Result<> {
            DW_TRY(tx.records().insert(u"search_term"_s, {{u"term"_s, u"Project Cedar"_s}, {u"category"_s, u"Project name"_s}}));
            DW_TRY(tx.records().insert(u"search_pattern"_s,
                {{u"name"_s, u"order"_s}, {u"pattern"_s, u"ORD-[0-9]{4}"_s}, {u"category"_s, u"Order number"_s}}));
            return {};
        }));
        const VersionId id = f.import(SamplePdf().page({{"Order ORD-2026 of project  cedar"}}).bytes())->version;
        const auto findings = f.documents->findings().found(id).value();
        const Finding term = first(findings, u"Project name"_s);
        QCOMPARE(term.why, u"term"_s);
        const Finding order = first(findings, u"Order number"_s);
        QCOMPARE(order.value, u"ORD-2026"_s);
        QCOMPARE(order.why, u"rule"_s);
        QCOMPARE(order.cue, u"order"_s);
        // who may not see the terms has not looked for them
        f.become(u"uncleared"_s, Role::DealManager, 2);
        const VersionId low = f.import(SamplePdf().page({{"Another project  cedar"}}).bytes(), u"low.pdf"_s, 2)->version;
        QCOMPARE(f.version(low).searchGapKinds, QStringList {u"find.terms_withheld"_s});
    }

    void marksAreNotMadeTwice()
    {
        DocumentFixture f;
        f.clientNames = {{u"Acme Holdings"_s, u"COMPANY"_s}};
        FindingBook &findings = f.documents->findings();
        const VersionId id = f.import(contract())->version;
        const QList<Finding> found = findings.found(id).value();
        QList<FindingId> all;
        for (const Finding &finding : found)
            all.append(finding.id);
        const MarkChange change = findings.mark(f.documents->marks(), id, all, {}).value();
        QCOMPARE(change.after.size(), all.size());
        QVERIFY(findings.mark(f.documents->marks(), id, all, {}).value().isEmpty());
        const auto marks = f.documents->marks().list(id).value();
        for (const Finding &finding : found)
            QVERIFY(FindingBook::isMarked(finding, marks));
        QVERIFY(f.documents->marks().apply(change.inverted()));
        QVERIFY(!FindingBook::isMarked(findings.found(id).value().first(), f.documents->marks().list(id).value()));
    }
};

DW_TEST(TestFindingBook)
#include "tst_findingbook.moc"
