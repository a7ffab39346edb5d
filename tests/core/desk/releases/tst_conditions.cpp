#include "tests/support/releasefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

/// Each of the fourteen conditions, holding and not: one row, one fact of the deal changed.
class TestConditions final : public QObject
{
    Q_OBJECT

    using Fixture = dwtest::ReleaseFixture;
    struct Row {
        const char *name;
        int number;
        bool ok;
        const char *fact;
        std::function<void(Fixture &)> change;
    };

    static QList<Row> peopleRows()
    {
        return {
            {"active", 2, true, "person.active", {}},
            {"suspended", 2, false, "person.suspended", [](Fixture &f) { f.set("person", f.li, {}, u"suspended"_s); }},
            {"nda covers", 3, true, "nda.covers", {}},
            {"nda other purpose", 3, false, "nda.other_purpose", [](Fixture &f) { f.question.purpose = u"financing"_s; }},
            {"nda terminated, survives", 3, true, "nda.survives", [](Fixture &f) { f.set("nda", f.nda, {{u"ended_on"_s, u"2026-03-01"_s}}, u"terminated"_s); }},
            {"nda terminated, no survival", 3, false, "nda.none_covers", [](Fixture &f) {
                 f.set("nda", f.nda, {{u"ended_on"_s, u"2026-03-01"_s}, {u"survival_months"_s, 0}}, u"terminated"_s);
             }},
            {"nda breached", 3, false, "nda.none_covers", [](Fixture &f) { f.set("nda", f.nda, {}, u"breached"_s); }},
            {"nda of others", 3, false, "nda.none_covers", [](Fixture &f) {
                 f.question.person = PersonId::fromText(f.addPerson(u"Wang"_s, f.bidder, u"bidder"_s));
             }},
            {"grant in force", 4, true, "grant.in_force", {}},
            {"grant none", 4, false, "grant.none", [](Fixture &f) {
                 f.question.person = PersonId::fromText(f.addPerson(u"Wang"_s, f.bidder, u"bidder"_s));
             }},
            {"grant revoked", 4, false, "grant.revoked", [](Fixture &f) { f.set("access_grant", f.grant, {}, u"revoked"_s); }},
            {"grant suspended", 4, false, "grant.suspended", [](Fixture &f) { f.set("person", f.li, {{u"background_check"_s, u"failed"_s}}); }},
            {"grant other phase", 4, false, "grant.other_phase", [](Fixture &f) { f.set("access_grant", f.grant, {{u"phases"_s, QStringList {u"closing"_s}}}); }},
            {"grant too low", 4, false, "grant.level", [](Fixture &f) { f.set("access_grant", f.grant, {{u"max_level"_s, 2}}); }},
            {"grant of another asset", 4, false, "grant.other_asset", [](Fixture &f) {
                 f.set("access_grant", f.grant, {{u"assets"_s, QStringList {f.add("data_asset", {{u"name"_s, u"ERP"_s}})}}});
             }},
            {"grant of this asset", 4, true, "grant.in_force", [](Fixture &f) { f.set("access_grant", f.grant, {{u"assets"_s, QStringList {f.asset}}}); }},
            {"grant of a folder above", 4, true, "grant.in_force", [](Fixture &f) { f.set("access_grant", f.grant, {{u"folders"_s, QStringList {u"DD"_s}}}); }},
            {"grant of another folder", 4, false, "grant.other_folder", [](Fixture &f) { f.set("access_grant", f.grant, {{u"folders"_s, QStringList {u"DD/Tax"_s}}}); }},
            {"check passed", 5, true, "check.passed", {}},
            {"check expired", 5, false, "check.expired", [](Fixture &f) { f.set("person", f.li, {{u"check_valid_until"_s, u"2026-03-01"_s}}); }},
            {"check waived", 5, false, "check.waived", [](Fixture &f) { f.set("person", f.li, {{u"background_check"_s, u"waived"_s}}); }},
            {"check without end", 5, false, "check.no_end", [](Fixture &f) { f.set("person", f.li, {{u"check_valid_until"_s, QVariant()}}); }},
            {"trained", 6, true, "training.valid", {}},
            {"training missing", 6, false, "training.course_missing", [](Fixture &f) {
                 f.add("course", {{u"title"_s, u"Buyer rules"_s}, {u"kind"_s, u"role"_s}, {u"validity_months"_s, 6}, {u"mandatory_for"_s, QStringList {u"buyer_side"_s}}});
                 f.set("person", f.li, {{u"duties"_s, QStringList {u"buyer_side"_s}}});
             }},
            {"rules changed", 6, false, "rules.not_acknowledged", [](Fixture &f) {
                 f.add("rule_sheet", {{u"title"_s, u"More rules"_s}, {u"sheet_version"_s, 1}, {u"rules"_s, u"x"_s}, {u"effective_on"_s, u"2026-03-02"_s}, {u"state"_s, u"issued"_s}});
             }},
            {"declaration not yet needed", 7, true, "declaration.not_needed_yet", {}},
            {"declaration missing in phase 4", 7, false, "declaration.missing", [](Fixture &f) { closing(f); }},
            {"declaration on file", 7, true, "declaration.on_file", [](Fixture &f) {
                 closing(f);
                 f.add("declaration", {{u"person"_s, f.li}, {u"declared_on"_s, u"2026-03-01"_s}, {u"accepts_code"_s, true}, {u"has_conflict"_s, false}});
             }},
            {"conflict open", 7, false, "declaration.conflict_open", [](Fixture &f) {
                 closing(f);
                 f.add("declaration", {{u"person"_s, f.li}, {u"declared_on"_s, u"2026-03-01"_s}, {u"accepts_code"_s, true}, {u"has_conflict"_s, true}});
             }},
            {"removed for a conflict, in any phase", 7, false, "declaration.removed", [](Fixture &f) {
                 f.add("declaration", {{u"person"_s, f.li}, {u"declared_on"_s, u"2026-03-01"_s}, {u"accepts_code"_s, true}, {u"has_conflict"_s, true}, {u"outcome"_s, u"removed"_s}});
             }},
            {"no wall", 8, true, "wall.none", {}},
            {"business side, sensitive asset", 8, false, "wall.business_side", [](Fixture &f) {
                 f.set("data_asset", f.asset, {{u"competitively_sensitive"_s, true}});
                 f.add("participant", {{u"person"_s, f.li}, {u"organisation"_s, f.bidder}, {u"deal_role"_s, u"bidder"_s}, {u"team"_s, u"business"_s}});
             }},
            {"business side, other asset", 8, true, "wall.none", [](Fixture &f) {
                 f.add("participant", {{u"person"_s, f.li}, {u"organisation"_s, f.bidder}, {u"deal_role"_s, u"bidder"_s}, {u"team"_s, u"business"_s}});
             }},
            {"organisation free", 9, true, "organisation.free", {}},
            {"organisation frozen", 9, false, "organisation.frozen", [](Fixture &f) { f.set("organisation", f.bidder, {}, u"frozen"_s); }},
            {"losing bidder", 9, false, "organisation.losing_bidder", [](Fixture &f) {
                 f.set("deal", f.deal, {{u"current_phase"_s, u"closing"_s}, {u"selected_buyer"_s, f.lawFirm}});
             }},
            {"adviser not assessed", 9, false, "third_party.not_listed", [](Fixture &f) {
                 f.question.person = PersonId::fromText(f.addPerson(u"Zhao"_s, f.lawFirm, u"adviser"_s));
             }},
            {"adviser assessed", 9, true, "organisation.free", [](Fixture &f) {
                 f.question.person = PersonId::fromText(f.addPerson(u"Zhao"_s, f.lawFirm, u"adviser"_s));
                 const QString party = f.add("third_party", {{u"organisation"_s, f.lawFirm}, {u"service"_s, u"Counsel"_s}, {u"risk_tier"_s, u"low"_s}, {u"state"_s, u"approved"_s}});
                 f.add("third_assessment", {{u"third_party"_s, party}, {u"assessed_on"_s, u"2026-02-01"_s}, {u"score"_s, 90}, {u"valid_until"_s, u"2027-01-31"_s}, {u"state"_s, u"approved"_s}});
             }},
        };
    }

    static QList<Row> fileRows()
    {
        return {
            {"phase admits", 1, true, "ceiling.admits", {}},
            {"deal on hold", 1, false, "deal.not_active", [](Fixture &f) { f.set("deal", f.deal, {}, u"on_hold"_s); }},
            {"phase 1: nothing outside", 1, false, "ceiling.nothing_goes", [](Fixture &f) { f.set("deal", f.deal, {{u"current_phase"_s, u"prepare"_s}}); }},
            {"phase 2: not level 3", 1, false, "ceiling.level", [](Fixture &f) { f.set("deal", f.deal, {{u"current_phase"_s, u"negotiate"_s}}); }},
            {"level 3 untreated", 1, false, "ceiling.treatment", [](Fixture &f) { f.set("doc_version", f.version, {{u"treatment"_s, u"none"_s}}); }},
            {"level 4 redacted, not clean", 1, false, "ceiling.clean_team", [](Fixture &f) { f.set("doc_version", f.version, {{u"source_level"_s, 4}}); }},
            {"level 4 anonymised, clean", 1, true, "ceiling.admits", [](Fixture &f) {
                 f.set("doc_version", f.version, {{u"source_level"_s, 4}, {u"treatment"_s, u"anonymised"_s}});
                 f.set("access_grant", f.grant, {{u"team"_s, u"clean"_s}});
             }},
            {"approved", 10, true, "version.approved", {}},
            {"in review", 10, false, "version.in_review", [](Fixture &f) { f.set("doc_version", f.version, {}, u"in_review"_s); }},
            {"own work", 10, false, "review.by_preparer", [](Fixture &f) { f.set("review", f.review, {{u"reviewer"_s, f.actor.id.toString()}}); }},
            {"other bytes approved", 10, false, "review.other_bytes", [](Fixture &f) { f.set("review", f.review, {{u"sha256"_s, u"cd"_s}}); }},
            {"open finding", 10, false, "version.open_findings", [](Fixture &f) { f.set("doc_version", f.version, {{u"findings_open"_s, 1}}); }},
            {"never searched", 10, false, "version.not_searched", [](Fixture &f) { f.set("doc_version", f.version, {{u"kind"_s, u"original"_s}}); }},
            {"document withdrawn", 10, false, "document.not_open", [](Fixture &f) { f.set("document", f.document, {}, u"withdrawn"_s); }},
            {"level changed since", 10, false, "review.level_changed", [](Fixture &f) {
                 f.set("document", f.document, {{u"level_changed"_s, true}});
                 f.set("data_asset", f.asset, {{u"level_changed_at"_s, 3000}});
             }},
            {"reviewed again since", 10, true, "version.approved", [](Fixture &f) {
                 f.set("document", f.document, {{u"level_changed"_s, true}});
                 f.set("data_asset", f.asset, {{u"level_changed_at"_s, 1500}});
             }},
            {"verified", 11, true, "verification.passed", {}},
            {"verification failed", 11, false, "verification.failed", [](Fixture &f) { f.set("verification", f.verification, {{u"result"_s, u"fail"_s}}); }},
            {"other bytes verified", 11, false, "verification.other_bytes", [](Fixture &f) { f.set("verification", f.verification, {{u"sha256"_s, u"cd"_s}}); }},
            {"later failure counts", 11, false, "verification.failed", [](Fixture &f) {
                 f.add("verification", {{u"doc_version"_s, f.version}, {u"sha256"_s, f.hash}, {u"result"_s, u"fail"_s}, {u"verified_at"_s, 5000}});
             }},
            {"untreated needs none", 11, true, "verification.not_needed", [](Fixture &f) {
                 f.set("doc_version", f.version, {{u"treatment"_s, u"none"_s}});
             }},
            {"level 4 redacted", 11, false, "verification.level4", [](Fixture &f) { f.set("doc_version", f.version, {{u"source_level"_s, 4}}); }},
            {"level 4 anonymised", 11, true, "verification.passed", [](Fixture &f) {
                 f.set("doc_version", f.version, {{u"source_level"_s, 4}, {u"treatment"_s, u"anonymised"_s}});
             }},
            {"level 4 aggregated", 11, true, "verification.not_needed", [](Fixture &f) {
                 f.set("doc_version", f.version, {{u"source_level"_s, 4}, {u"treatment"_s, u"aggregated"_s}});
             }},
            {"channel approved", 12, true, "channel.approved", {}},
            {"channel proposed", 12, false, "channel.not_approved", [](Fixture &f) { f.set("channel", f.channel, {}, u"proposed"_s); }},
            {"channel run out", 12, false, "channel.expired", [](Fixture &f) { f.set("channel", f.channel, {{u"approved_until"_s, u"2026-03-01"_s}}); }},
            {"channel not yet", 12, false, "channel.not_yet", [](Fixture &f) { f.set("channel", f.channel, {{u"approved_from"_s, u"2026-03-03"_s}}); }},
            {"channel open", 12, false, "channel.not_encrypted", [](Fixture &f) { f.set("channel", f.channel, {{u"encrypted"_s, false}}); }},
            {"channel open, level 2", 12, true, "channel.approved", [](Fixture &f) {
                 f.set("channel", f.channel, {{u"encrypted"_s, false}});
                 f.set("doc_version", f.version, {{u"source_level"_s, 2}});
             }},
            {"no people in it", 13, true, "pi.none", {}},
            {"people in it, no basis", 13, false, "pi.no_basis", [](Fixture &f) { f.set("doc_version", f.version, {{u"identifiable_pi"_s, true}}); }},
            {"a person raised it", 13, false, "pi.no_basis", [](Fixture &f) { f.set("document", f.document, {{u"raised_pi"_s, true}}); }},
            {"basis that does not fit", 13, false, "pi.basis_does_not_fit", [](Fixture &f) {
                 f.set("doc_version", f.version, {{u"identifiable_pi"_s, true}});
                 f.question.legalBasis = u"anonymised"_s;
             }},
            {"basis without evidence", 13, false, "pi.no_evidence", [](Fixture &f) {
                 f.set("doc_version", f.version, {{u"identifiable_pi"_s, true}});
                 f.question.legalBasis = u"separate_consent"_s;
             }},
            {"basis with evidence", 13, true, "pi.has_basis", [](Fixture &f) {
                 f.set("doc_version", f.version, {{u"identifiable_pi"_s, true}});
                 f.question.legalBasis = u"separate_consent"_s;
                 f.question.legalEvidence = RecordId::fromText(f.evidence());
             }},
            {"abroad without opinion", 13, false, "pi.no_opinion", [](Fixture &f) { f.set("organisation", f.bidder, {{u"country"_s, u"SG"_s}}); }},
            {"abroad with a final opinion", 13, true, "pi.none", [](Fixture &f) {
                 f.set("organisation", f.bidder, {{u"country"_s, u"SG"_s}});
                 f.add("opinion", {{u"trigger_kind"_s, u"cross_border"_s}, {u"question"_s, u"May it?"_s}, {u"delivered_on"_s, u"2026-03-01"_s}, {u"conclusion"_s, u"go"_s}, {u"state"_s, u"final"_s}});
             }},
            {"abroad with a no", 13, false, "pi.no_opinion", [](Fixture &f) {
                 f.set("organisation", f.bidder, {{u"is_handler_abroad"_s, true}});
                 f.add("opinion", {{u"trigger_kind"_s, u"cross_border"_s}, {u"question"_s, u"May it?"_s}, {u"delivered_on"_s, u"2026-03-01"_s}, {u"conclusion"_s, u"no"_s}, {u"state"_s, u"final"_s}});
             }},
            {"nothing happened", 14, true, "incidents.none_freezes", {}},
            {"suspected, severity 2", 14, false, "incidents.freezes", [](Fixture &f) { incident(f, u"2"_s, u"suspected"_s, true); }},
            {"severity 3", 14, true, "incidents.none_freezes", [](Fixture &f) { incident(f, u"3"_s, u"suspected"_s, true); }},
            {"dismissed", 14, true, "incidents.none_freezes", [](Fixture &f) { incident(f, u"1"_s, u"dismissed"_s, true); }},
            {"does not freeze", 14, true, "incidents.none_freezes", [](Fixture &f) { incident(f, u"1"_s, u"confirmed"_s, false); }},
        };
    }

    static void closing(Fixture &f) { f.set("deal", f.deal, {{u"current_phase"_s, u"closing"_s}, {u"selected_buyer"_s, f.bidder}}); }

    static void incident(Fixture &f, const QString &severity, const QString &state, bool freezes)
    {
        f.add("incident", {{u"title"_s, u"Laptop"_s}, {u"kind"_s, u"loss"_s}, {u"severity"_s, severity}, {u"involves_pi"_s, true}, {u"freezes_deal"_s, freezes}, {u"state"_s, state}});
    }

private slots:
    void everyFactDecides_data()
    {
        QTest::addColumn<int>("index");
        const auto rows = peopleRows() + fileRows();
        for (int i = 0; i < rows.size(); ++i)
            QTest::addRow("%d %s", rows.at(i).number, rows.at(i).name) << i;
    }

    void everyFactDecides()
    {
        QFETCH(int, index);
        const Row row = (peopleRows() + fileRows()).at(index);
        Fixture f;
        if (row.change)
            row.change(f);
        const Condition condition = f.judged(row.number);
        QCOMPARE(condition.number, row.number);
        QCOMPARE(condition.fact, QString::fromLatin1(row.fact));
        QCOMPARE(condition.ok, row.ok);
        QVERIFY(row.ok || !condition.fix.page.isEmpty());
    }

    void allFourteenHold()
    {
        Fixture f;
        const auto verdict = f.releases->evaluate(f.question).value();
        QCOMPARE(verdict.failingNumbers(), QStringList());
        QVERIFY(verdict.isAllowed());
        QSet<QString> ids;
        for (const Condition &condition : verdict.conditions)
            ids.insert(condition.id);
        QCOMPARE(ids.size(), 14);
    }

    void aTwoPersonExceptionCarriesLevelFour()
    {
        Fixture f;
        f.set("doc_version", f.version, {{u"source_level"_s, 4}});
        f.set("access_grant", f.grant, {{u"team"_s, u"clean"_s}, {u"max_level"_s, 4}});
        QCOMPARE(f.releases->evaluate(f.question)->failingNumbers(), (QStringList {u"1"_s, u"11"_s}));
        const QString exception = f.add("deal_exception",
            {{u"rule"_s, u"release_level4"_s}, {u"reason"_s, u"Court order."_s}, {u"compensating_control"_s, u"Read on screen."_s}, {u"expires_on"_s, u"2026-03-31"_s},
                {u"subject_register"_s, u"doc_version"_s}, {u"subject_id"_s, f.version}, {u"approved_by"_s, f.otherAccount}, {u"state"_s, u"approved"_s}});
        QCOMPARE(f.releases->evaluate(f.question)->failingNumbers().size(), 2); // one person is not two
        f.set("deal_exception", exception, {{u"approved_by2"_s, f.otherAccount}});
        QCOMPARE(f.releases->evaluate(f.question)->failingNumbers().size(), 2); // the same person twice neither
        f.set("deal_exception", exception, {{u"approved_by2"_s, f.actor.id.toString()}});
        QVERIFY(f.releases->evaluate(f.question)->isAllowed());
        QCOMPARE(f.judged(11).exceptionId, exception);
        f.set("deal_exception", exception, {{u"expires_on"_s, u"2026-03-01"_s}});
        QVERIFY(!f.releases->evaluate(f.question)->isAllowed());
    }

    void anExceptionNamesItsConditionAndSubject()
    {
        Fixture f;
        f.set("person", f.li, {{u"background_check"_s, u"waived"_s}});
        const QString exception = f.add("deal_exception",
            {{u"rule"_s, u"release_condition"_s}, {u"reason"_s, u"Vetted by the bank."_s}, {u"compensating_control"_s, u"Supervised."_s}, {u"expires_on"_s, u"2026-03-31"_s},
                {u"condition_no"_s, 6}, {u"subject_register"_s, u"person"_s}, {u"subject_id"_s, f.li}, {u"requested_by"_s, f.actor.id.toString()},
                {u"approved_by"_s, f.otherAccount}, {u"state"_s, u"approved"_s}});
        QVERIFY(!f.judged(5).ok);
        f.set("deal_exception", exception, {{u"condition_no"_s, 5}});
        QVERIFY(f.judged(5).ok);
        QCOMPARE(f.judged(5).exceptionId, exception);
        f.set("deal_exception", exception, {{u"subject_id"_s, f.chen}});
        QVERIFY(!f.judged(5).ok);
        // No exception reaches what is not to be bent: the NDA, the wall, the approval.
        f.set("deal_exception", exception, {{u"subject_id"_s, f.li}, {u"condition_no"_s, 3}});
        f.question.purpose = u"financing"_s;
        QVERIFY(!f.judged(3).ok);
    }

    void aClockThatWasTurnedBackBlocks()
    {
        Fixture f;
        f.clock.advance(-60'000);
        const auto verdict = f.releases->evaluate(f.question).value();
        QVERIFY(verdict.isClockBehind);
        QVERIFY(!verdict.isAllowed());
        QVERIFY(failing(verdict.conditions).isEmpty());
        QCOMPARE(verdict.lastEntryAt, u"2026-03-02 17:00"_s); // in the deal's time zone
        f.clock.advance(60'000);
        QVERIFY(f.releases->evaluate(f.question)->isAllowed());
    }

    void datesAreJudgedWhereTheDealIs()
    {
        Fixture f;
        f.set("channel", f.channel, {{u"approved_until"_s, u"2026-03-02"_s}});
        f.clock.set(QDateTime(QDate(2026, 3, 2), QTime(15, 59), Qt::UTC)); // 23:59 in Shanghai
        QVERIFY(f.judged(12).ok);
        f.clock.set(QDateTime(QDate(2026, 3, 2), QTime(16, 1), Qt::UTC));
        QVERIFY(!f.judged(12).ok);
    }
};

DW_TEST(TestConditions)
#include "tst_conditions.moc"
