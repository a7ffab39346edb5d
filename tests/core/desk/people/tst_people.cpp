#include "core/desk/people/peopleservice.h"
#include "tests/support/peoplefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

namespace {

GrantRequest grantFor(const QString &person, int level = 3)
{
    GrantRequest request;
    request.person = PersonId::fromText(person);
    request.maxLevel = level;
    request.phases = {u"negotiate"_s, u"documents"_s, u"closing"_s};
    request.reason = u"Reviews the client contracts."_s;
    request.endsOn = {2026, 12, 31};
    return request;
}

QStringList failingIdsOf(const GrantStatus &status)
{
    QStringList ids;
    for (const Condition &condition : failing(status.preconditions))
        ids.append(condition.id);
    return ids;
}

} // namespace

class TestPeople final : public QObject
{
    Q_OBJECT

private slots:
    void anNdaBecomesActiveByItself()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        QCOMPARE(f.state("nda", f.nda), u"draft"_s);
        NdaSigning signing {OrganisationId::fromText(f.bidder), PersonId::fromText(f.li), u"Partner"_s, {2026, 2, 6}, u"wet"_s, u"Board resolution"_s, {}};
        QVERIFY(people.recordSignature(NdaId::fromText(f.nda), signing));
        QCOMPARE(f.state("nda", f.nda), u"partly_signed"_s);
        QCOMPARE(people.ndaStatus(NdaId::fromText(f.nda))->missingSignatures, QStringList {u"Target Co"_s});
        signing.organisation = OrganisationId::fromText(f.lawFirm);
        QCOMPARE(people.recordSignature(NdaId::fromText(f.nda), signing).error().reason, u"nda.not_a_party"_s);
        signing.organisation = OrganisationId::fromText(f.own);
        signing.person = PersonId::fromText(f.mia);
        signing.signedOn = {2026, 3, 3}; // tomorrow
        QCOMPARE(people.recordSignature(NdaId::fromText(f.nda), signing).error().reason, u"date.in_future"_s);
        signing.signedOn = {2026, 2, 5};
        QVERIFY(people.recordSignature(NdaId::fromText(f.nda), signing));
        QCOMPARE(f.state("nda", f.nda), u"active"_s);
    }

    void anNdaWaitsForItsEffectiveDate()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        f.set("nda", f.nda, {{u"effective_on"_s, u"2026-03-10"_s}});
        f.signNda();
        QCOMPARE(f.state("nda", f.nda), u"partly_signed"_s);
        // 16:30 UTC on the 9th is the 10th in Shanghai: the deal's time zone decides.
        f.clock.set(QDateTime(QDate(2026, 3, 9), QTime(15, 30), Qt::UTC));
        QVERIFY(people.refresh()->isEmpty());
        f.clock.set(QDateTime(QDate(2026, 3, 9), QTime(16, 30), Qt::UTC));
        QCOMPARE(people.refresh()->changes.size(), 1);
        QCOMPARE(f.state("nda", f.nda), u"active"_s);
    }

    void anNdaEndsSurvivesAndExpires()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        f.signNda();
        QCOMPARE(f.state("nda", f.nda), u"active"_s);
        f.moveTo({2027, 2, 11});
        const auto refreshed = people.refresh();
        QVERIFY(refreshed && refreshed->isWritten);
        QCOMPARE(f.state("nda", f.nda), u"surviving"_s);
        QCOMPARE(f.get("nda", f.nda).text(u"ended_on"_s), u"2027-02-10"_s);
        QCOMPARE(f.get("nda", f.nda).text(u"surviving_until"_s), u"2029-02-10"_s);
        QCOMPARE(refreshed->newObligations, 6); // non-use, non-disclosure, return, destroy, certify, notify
        const auto obligations = f.store->read([](const ReadTx &tx) { return tx.records().list(u"nda_obligation"_s); }).value();
        for (const Record &one : obligations) {
            QCOMPARE(one.text(u"owner"_s), f.chen);
            QVERIFY(!one.text(u"next_check_on"_s).isEmpty());
            if (one.text(u"kind"_s) == u"certify"_s)
                QCOMPARE(one.text(u"due_on"_s), u"2027-03-12"_s);
        }
        QVERIFY(people.refresh()->isEmpty()); // once
        f.moveTo({2029, 2, 11});
        QVERIFY(people.refresh());
        QCOMPARE(f.state("nda", f.nda), u"expired"_s);
        int open = 0;
        const QList<Record> duties = f.store->read([](const ReadTx &tx) { return tx.records().list(u"nda_obligation"_s); }).value();
        for (const Record &one : duties)
            open += one.state == u"open"_s ? 1 : 0;
        QCOMPARE(open, 3); // what was to be returned, destroyed and certified stays open until it is done
    }

    void anAbandonedDealEndsItsNdas()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        f.signNda();
        f.set("deal", f.deal, {}, u"terminated"_s);
        QCOMPARE(f.state("nda", f.nda), u"surviving"_s);
        QCOMPARE(f.get("nda", f.nda).text(u"ended_on"_s), u"2026-03-02"_s);
    }

    void closingMakesTheSurvivingDuties()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        f.signNda();
        f.set("deal", f.deal, {}, u"closed"_s);
        QCOMPARE(f.state("nda", f.nda), u"active"_s);
        QCOMPARE(people.ndaStatus(NdaId::fromText(f.nda))->openObligations, 6);
    }

    void coverFollowsTheRuleOnRepresentatives()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        f.signNda();
        const QString wang = f.addPerson(u"Wang"_s, f.bidder, u"bidder"_s);
        const auto isCovered = [&] {
            const auto covers = people.coverToday().value();
            return std::any_of(covers.cbegin(), covers.cend(), [&](const Cover &cover) { return cover.person == wang; });
        };
        QVERIFY(!isCovered());
        QVERIFY(people.joinNda(NdaId::fromText(f.nda), PersonId::fromText(wang), {2026, 3, 1}));
        QVERIFY(isCovered());
        QCOMPARE(people.joinNda(NdaId::fromText(f.nda), PersonId::fromText(wang), {2026, 3, 1}).error().code, ErrorCode::Conflict);
        QVERIFY(people.leaveNda(NdaId::fromText(f.nda), PersonId::fromText(wang), {2026, 3, 2}));
        QVERIFY(!isCovered());
        f.set("nda", f.nda, {{u"representatives_rule"_s, u"any"_s}});
        QVERIFY(isCovered());
        f.set("nda", f.nda, {{u"representatives_rule"_s, u"need_to_know"_s}});
        QVERIFY(!isCovered());
        const auto grant = people.requestGrant(grantFor(wang));
        QVERIFY(grant && !isCovered());
        QVERIFY(people.approveGrant(grant->as<GrantTag>()));
        QVERIFY(isCovered());
        f.set("nda", f.nda, {{u"kind"_s, u"employee_undertaking"_s}, {u"representatives_rule"_s, u"any"_s}});
        QVERIFY(!isCovered()); // an undertaking binds who gave it
    }

    void aGrantNeedsEverything()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        const GrantId grant = people.requestGrant(grantFor(f.li)).value().as<GrantTag>();
        auto status = people.approveGrant(grant).value();
        QCOMPARE(status.state, u"approved"_s);
        QCOMPARE(failingIdsOf(status), (QStringList {u"nda"_s, u"background_check"_s, u"training"_s, u"rules"_s}));
        f.signNda();
        QCOMPARE(f.state("access_grant", grant.toString()), u"approved"_s);
        f.prepare(f.li);
        QCOMPARE(f.state("access_grant", grant.toString()), u"active"_s);
        const Record record = f.get("access_grant", grant.toString());
        QCOMPARE(record.text(u"obtained_on"_s), u"2026-03-02"_s);
        QCOMPARE(record.integer(u"obtained_at"_s), f.clock.nowMs());
        QVERIFY(failing(people.grantStatus(grant)->preconditions).isEmpty());
    }

    void aLapseSuspendsAndRecoveryResumes()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        f.signNda();
        f.prepare(f.li);
        const GrantId grant = people.requestGrant(grantFor(f.li)).value().as<GrantTag>();
        QCOMPARE(people.approveGrant(grant)->state, u"active"_s);
        f.moveTo({2026, 7, 1}); // the background check ran out on 30 June
        const auto lapsed = people.refresh().value();
        QCOMPARE(lapsed.changes.size(), 1);
        QCOMPARE(lapsed.changes.first().because, QStringList {u"background_check"_s});
        QCOMPARE(f.state("access_grant", grant.toString()), u"suspended"_s);
        QCOMPARE(f.get("access_grant", grant.toString()).list(u"suspended_for"_s), QStringList {u"background_check"_s});
        const qint64 before = f.trailLength();
        QVERIFY(people.refresh()->isEmpty());
        QCOMPARE(f.trailLength(), before); // nothing changed, nothing written
        QVERIFY(people.recordBackgroundCheck(PersonId::fromText(f.li), {u"passed"_s, {}, {2026, 7, 1}, {2027, 7, 1}, {}}));
        QCOMPARE(f.state("access_grant", grant.toString()), u"active"_s);
        QCOMPARE(f.get("access_grant", grant.toString()).text(u"obtained_on"_s), u"2026-03-02"_s); // once obtained
        f.set("organisation", f.bidder, {}, u"frozen"_s);
        QCOMPARE(f.get("access_grant", grant.toString()).list(u"suspended_for"_s), QStringList {u"organisation"_s});
        f.set("organisation", f.bidder, {}, u"active"_s);
        QCOMPARE(f.state("access_grant", grant.toString()), u"active"_s);
        f.moveTo({2027, 1, 1});
        QVERIFY(people.refresh());
        QCOMPARE(f.state("access_grant", grant.toString()), u"expired"_s);
        QCOMPARE(f.get("access_grant", grant.toString()).text(u"ceased_on"_s), u"2027-01-01"_s);
    }

    void eachPreconditionSuspends_data()
    {
        QTest::addColumn<QString>("which");
        for (const char *id : {"person", "nda", "level", "background_check", "training", "rules", "declaration", "wall", "organisation", "third_party"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }

    void eachPreconditionSuspends()
    {
        QFETCH(QString, which);
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        f.signNda();
        f.prepare(f.li);
        const GrantId grant = people.requestGrant(grantFor(f.li)).value().as<GrantTag>();
        QCOMPARE(people.approveGrant(grant)->state, u"active"_s);
        if (which == u"person"_s)
            f.set("person", f.li, {}, u"left"_s);
        else if (which == u"nda"_s)
            f.set("nda", f.nda, {{u"ended_on"_s, u"2026-03-01"_s}}, u"terminated"_s);
        else if (which == u"level"_s)
            QVERIFY(people.setClearance(PersonId::fromText(f.li), 2, u"Smaller task."_s));
        else if (which == u"background_check"_s)
            f.set("person", f.li, {{u"background_check"_s, u"waived"_s}});
        else if (which == u"training"_s)
            f.add("course", {{u"title"_s, u"Buyer rules"_s}, {u"kind"_s, u"role"_s}, {u"validity_months"_s, 6}, {u"mandatory_for"_s, QStringList {u"everyone"_s}}});
        else if (which == u"rules"_s)
            f.add("rule_sheet", {{u"title"_s, u"House rules"_s}, {u"sheet_version"_s, 2}, {u"rules"_s, u"New."_s}, {u"effective_on"_s, u"2026-03-01"_s}, {u"state"_s, u"issued"_s}});
        else if (which == u"declaration"_s)
            f.set("deal", f.deal, {{u"current_phase"_s, u"closing"_s}, {u"selected_buyer"_s, f.bidder}});
        else if (which == u"wall"_s) {
            f.add("data_asset", {{u"name"_s, u"Prices"_s}, {u"level"_s, 3}, {u"competitively_sensitive"_s, true}});
            const QString wall = f.add("wall", {{u"name"_s, u"Clean team"_s}, {u"rule"_s, u"Nobody crosses."_s}, {u"cool_off_months"_s, 12}});
            QVERIFY(people.addWallMember(RecordId::fromText(wall), PersonId::fromText(f.li), u"business"_s));
        } else if (which == u"organisation"_s)
            f.set("organisation", f.bidder, {{u"ended_on"_s, u"2026-03-01"_s}}, u"ended"_s);
        else
            f.add("third_party", {{u"organisation"_s, f.bidder}, {u"service"_s, u"Financing"_s}, {u"risk_tier"_s, u"high"_s}});
        QCOMPARE(f.state("access_grant", grant.toString()), u"suspended"_s);
        QCOMPARE(f.get("access_grant", grant.toString()).list(u"suspended_for"_s), QStringList {which});
        const auto status = people.grantStatus(grant).value();
        for (const Condition &condition : failing(status.preconditions)) {
            QVERIFY(!condition.fact.isEmpty());
            QVERIFY(!condition.fix.page.isEmpty());
        }
    }

    void anExceptionCarriesAPrecondition()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        f.signNda();
        f.prepare(f.li);
        f.set("person", f.li, {{u"background_check"_s, u"waived"_s}});
        const GrantId grant = people.requestGrant(grantFor(f.li)).value().as<GrantTag>();
        QCOMPARE(people.approveGrant(grant)->state, u"approved"_s);
        const QString exception = f.add("deal_exception",
            {{u"rule"_s, u"grant"_s}, {u"reason"_s, u"Vetted by his own bank."_s}, {u"compensating_control"_s, u"Supervised."_s},
                {u"expires_on"_s, u"2026-04-30"_s}, {u"condition_no"_s, 5}, {u"subject_register"_s, u"person"_s}, {u"subject_id"_s, f.li},
                {u"requested_by"_s, f.actor.id.toString()}, {u"approved_by"_s, f.actor.id.toString()}, {u"state"_s, u"approved"_s}});
        QCOMPARE(f.state("access_grant", grant.toString()), u"approved"_s); // approved by who asked: void
        f.set("deal_exception", exception, {{u"approved_by"_s, f.otherAccount}});
        QCOMPARE(f.state("access_grant", grant.toString()), u"active"_s);
        f.moveTo({2026, 5, 1});
        QVERIFY(people.refresh());
        QCOMPARE(f.state("access_grant", grant.toString()), u"suspended"_s);
    }

    void approvalIsSomebodyElses()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        const GrantId mine = people.requestGrant(grantFor(f.mia)).value().as<GrantTag>();
        QCOMPARE(people.approveGrant(mine).error().reason, u"grant.approver_is_grantee"_s);
        const GrantId four = people.requestGrant(grantFor(f.li, 4)).value().as<GrantTag>();
        const auto first = people.approveGrant(four).value();
        QCOMPARE(first.state, u"requested"_s);
        QCOMPARE(first.approvals, 1);
        QCOMPARE(first.approvalsNeeded, 2);
        QCOMPARE(people.approveGrant(four).error().reason, u"grant.same_approver"_s);
        f.actor.id = AccountId::fromText(f.otherAccount);
        f.actor.role = Role::ComplianceOfficer;
        f.store.reset();
        f.store = f.reopen();
        PeopleService other(*f.store);
        QCOMPARE(other.approveGrant(four)->state, u"approved"_s);
        QCOMPARE(other.approveGrant(four).error().reason, u"grant.not_requested"_s);
        f.set("person", f.li, {{u"clearance"_s, 2}});
        const GrantId above = other.requestGrant(grantFor(f.li, 3)).value().as<GrantTag>();
        QCOMPARE(other.approveGrant(above).error().reason, u"grant.above_clearance"_s);
        QVERIFY(other.revokeGrant(four, u"No longer needed."_s));
        QCOMPARE(f.state("access_grant", four.toString()), u"revoked"_s);
        QCOMPARE(other.revokeGrant(four, u"Again."_s).error().reason, u"grant.not_in_force"_s);
    }

    void requestsAreChecked()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        GrantRequest request = grantFor(f.li);
        request.reason = u" "_s;
        QCOMPARE(people.requestGrant(request).error().reason, u"grant.needs_reason"_s);
        request = grantFor(f.li);
        request.endsOn = {2026, 3, 1};
        QCOMPARE(people.requestGrant(request).error().reason, u"grant.needs_end"_s);
        request = grantFor(f.li);
        request.phases = {u"someday"_s};
        QCOMPARE(people.requestGrant(request).error().reason, u"grant.bad_phase"_s);
        f.store.reset();
        f.actor.role = Role::Auditor;
        f.store = f.reopen();
        PeopleService auditor(*f.store);
        QCOMPARE(auditor.requestGrant(grantFor(f.li)).error().code, ErrorCode::NotPermitted);
    }

    void anAuditorSeesWhatIsPendingButWritesNothing()
    {
        dwtest::PeopleFixture f;
        {
            PeopleService people(*f.store);
            f.makeDeal();
            f.signNda();
        }
        f.moveTo({2027, 2, 11});
        f.store.reset();
        f.actor.role = Role::Auditor;
        f.store = f.reopen();
        PeopleService auditor(*f.store);
        const qint64 before = f.trailLength();
        const auto pending = auditor.refresh().value();
        QVERIFY(!pending.isEmpty() && !pending.isWritten);
        QCOMPARE(f.trailLength(), before);
        QCOMPARE(f.state("nda", f.nda), u"active"_s);
    }

    void wallsHold()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        const RecordId wall = RecordId::fromText(f.add("wall", {{u"name"_s, u"Clean team"_s}, {u"rule"_s, u"Nobody crosses."_s}, {u"cool_off_months"_s, 12}}));
        const PersonId li = PersonId::fromText(f.li);
        const auto member = people.addWallMember(wall, li, u"clean"_s);
        QVERIFY(member);
        QCOMPARE(people.addWallMember(wall, li, u"business"_s).error().reason, u"wall.both_sides"_s);
        QVERIFY(people.endWallMembership(*member, {2026, 3, 2}));
        QCOMPARE(f.get("wall_member", member->toString()).text(u"cool_off_until"_s), u"2027-03-02"_s);
        QCOMPARE(people.addWallMember(wall, li, u"business"_s).error().reason, u"wall.cool_off"_s);
        f.moveTo({2027, 3, 3});
        QVERIFY(people.addWallMember(wall, li, u"business"_s));
        f.add("data_asset", {{u"name"_s, u"Prices"_s}, {u"level"_s, 3}, {u"competitively_sensitive"_s, true}});
        GrantRequest request = grantFor(f.li);
        request.endsOn = {2027, 12, 31};
        const auto grant = people.requestGrant(request);
        QCOMPARE(people.approveGrant(grant->as<GrantTag>()).error().reason, u"grant.wall"_s);
        QCOMPARE(people.recordCrossing(wall, {li, u"Question on a total."_s, li, {}, {}}).error().reason, u"wall.crossing_incomplete"_s);
        QVERIFY(people.recordCrossing(wall, {li, u"Question on a total."_s, PersonId::fromText(f.chen), {}, {}}));
    }

    void thirdPartiesAreCurrentOrNot()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        const QString party = f.add("third_party", {{u"organisation"_s, f.lawFirm}, {u"service"_s, u"Counsel"_s}, {u"risk_tier"_s, u"medium"_s}, {u"state"_s, u"approved"_s}});
        auto status = people.thirdPartyStatus(RecordId::fromText(party)).value();
        QVERIFY(!status.isCurrent);
        QCOMPARE(status.missingClauses.size(), 11);
        f.add("third_assessment", {{u"third_party"_s, party}, {u"assessed_on"_s, u"2026-02-01"_s}, {u"score"_s, 80}, {u"valid_until"_s, u"2027-01-31"_s}, {u"state"_s, u"approved"_s}});
        f.add("contract_clause", {{u"third_party"_s, party}, {u"clause_code"_s, u"purpose"_s}, {u"present"_s, true}});
        f.add("contract_clause", {{u"third_party"_s, party}, {u"clause_code"_s, u"cross_border"_s}, {u"present"_s, false}, {u"mandatory"_s, false}});
        status = people.thirdPartyStatus(RecordId::fromText(party)).value();
        QVERIFY(status.isCurrent);
        QCOMPARE(status.missingClauses.size(), 9);
        f.moveTo({2027, 2, 1});
        QVERIFY(!people.thirdParties()->first().isCurrent);
    }

    void theInsiderRegisterIsExportedByProfile()
    {
        dwtest::PeopleFixture f;
        PeopleService people(*f.store);
        f.makeDeal();
        f.signNda();
        f.prepare(f.li);
        f.prepare(f.mia);
        f.set("person", f.mia, {{u"family_name"_s, u"=Zhou"_s}, {u"given_name"_s, u"Mia"_s}, {u"work_phone"_s, u"+86 21 5555"_s}, {u"id_no"_s, u"310101199001011234"_s}});
        f.set("nda", f.nda, {{u"receivers"_s, QStringList {f.bidder, f.own}}});
        f.actor.id = AccountId::fromText(f.otherAccount);
        f.store.reset();
        f.store = f.reopen();
        PeopleService other(*f.store);
        for (const QString &person : {f.li, f.mia})
            QCOMPARE(other.approveGrant(other.requestGrant(grantFor(person)).value().as<GrantTag>())->state, u"active"_s);
        const QString eu = QString::fromUtf8(other.exportInsiderRegister(u"eu_2026_1291"_s, Language::English, u"Request of the authority."_s).value());
        QVERIFY(other.exportInsiderRegister(u"eu_2026_1291"_s, Language::English, {})->startsWith("\xef\xbb\xbf"));
        QVERIFY(eu.contains(u"Mia,'=Zhou,+86 21 5555,"_s));
        QVERIFY(eu.contains(u"\"2026-03-02, 09:00 UTC\""_s));
        QVERIFY(eu.contains(u"310101199001011234"_s));
        QVERIFY(!eu.contains(u"Li Wei"_s)); // the bidder keeps its own list
        const QString cn = QString::fromUtf8(other.exportInsiderRegister(u"cn"_s, Language::Chinese, {}).value());
        QVERIFY(cn.contains(u"内幕信息知情人"_s) || cn.contains(u"证件号码"_s));
        QVERIFY(cn.contains(u"Li Wei"_s) && cn.contains(u"竞买方"_s) && cn.contains(u"2026-03-02 17:00"_s));
        QCOMPARE(other.exportInsiderRegister(u"us"_s, Language::English, {}).error().reason, u"insiders.unknown_profile"_s);
        f.store.reset();
        f.store = f.reopen(3);
        PeopleService lower(*f.store);
        QCOMPARE(lower.exportInsiderRegister(u"eu_2026_1291"_s, Language::English, {}).error().reason, u"level.not_cleared"_s);
    }
};

DW_TEST(TestPeople)
#include "tst_people.moc"
