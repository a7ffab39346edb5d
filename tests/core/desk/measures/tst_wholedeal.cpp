#include "tests/support/dealfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

namespace {

/// Everything a careful team enters, phase by phase; what a later phase needs comes no earlier.
class Team : public dwtest::DealFixture
{
public:
    void setUp()
    {
        own = add(owner(), u"organisation"_s, {{u"name"_s, u"Target Co"_s}, {u"deal_role"_s, u"own"_s}});
        mia = person(u"Mia"_s, own, u"employee"_s);
        chen = person(u"Chen"_s, own, u"employee"_s);
        ina = person(u"Ina"_s, own, u"employee"_s);
        NewDeal deal;
        deal.deal = {{u"code_name"_s, u"Heron"_s}, {u"structure"_s, u"share"_s}, {u"purpose"_s, u"The founders retire."_s},
            {u"scope_in"_s, u"All shares of the target."_s}, {u"deal_manager"_s, mia}, {u"compliance_officer"_s, chen},
            {u"sensitive_pi"_s, true}};
        deal.settings = {{u"headcount"_s, 10}};
        dealId = owner().deal.create(deal).value().toString();
        rawSet(owner(), u"account"_s, accountId(Role::DealManager), {{u"person"_s, mia}});
        rawSet(owner(), u"account"_s, accountId(Role::ComplianceOfficer), {{u"person"_s, chen}});
        check(manager().deal.activate(), u"activate"_s);
        for (const auto &function : {u"it_security"_s, u"business_owner"_s, u"external_auditor"_s, u"hr"_s})
            add(officer(), u"function_holder"_s, {{u"deal_function"_s, function}, {u"person"_s, ina}});
        paper = evidence(u"signature_paper"_s, u"Signed by Ina"_s);
    }

    void prepare()
    {
        set(manager(), u"deal"_s, dealId, {{u"approvals"_s, QStringList {evidence(u"approval"_s, u"Board resolution"_s)}}});
        QVERIFY(manager().deal.lockScope());
        add(manager(), u"milestone"_s, {{u"title"_s, u"Signing"_s}, {u"owner"_s, mia}, {u"due_on"_s, day(60)}});
        add(manager(), u"participant"_s, {{u"deal_role"_s, u"seller"_s}, {u"person"_s, mia}});
        const QString system = add(manager(), u"client_system"_s, {{u"name"_s, u"CRM"_s}, {u"kind"_s, u"server"_s}});
        const QString asset = add(manager(), u"data_asset"_s, {{u"name"_s, u"Client list"_s}, {u"owner"_s, ina}, {u"client_system"_s, system},
            {u"level"_s, 3}, {u"level_reason"_s, u"Names and prices."_s}});
        rawSet(owner(), u"data_asset"_s, asset, {{u"classified_by"_s, accountId(Role::DealManager)}, {u"level_changed_at"_s, clock.nowMs()},
            {u"reviewed_by"_s, accountId(Role::ComplianceOfficer)}, {u"reviewed_at"_s, clock.nowMs()}}, u"reviewed"_s);
        add(manager(), u"control_evidence"_s, {{u"client_system"_s, system}, {u"kind"_s, u"scan"_s}, {u"evidence"_s, evidence(u"config"_s, u"Scan"_s)}});
        add(counsel(), u"legal_item"_s, {{u"instrument"_s, u"PIPL"_s}, {u"article"_s, u"Art. 51"_s}, {u"duty"_s, u"Protect what you hold."_s},
            {u"applicability"_s, u"yes"_s}, {u"linked_measures"_s, QStringList {u"tech.access"_s}}});
        prepareResponse();
        const QString group = add(manager(), u"working_group"_s, {{u"title"_s, u"Working group"_s}, {u"members"_s, QStringList {mia, chen, ina}}});
        move(manager(), u"working_group"_s, group, u"approve"_s,
            {{u"charter"_s, evidence(u"charter"_s, u"Charter"_s)}, {u"approved_by"_s, chen}, {u"approved_on"_s, today()}});
        for (const QString &measure : measures.ids())
            add(manager(), u"raci"_s, {{u"measure"_s, measure}, {u"person"_s, mia}, {u"raci_role"_s, u"A"_s}});
        for (const auto &name : {u"vault.cipher"_s, u"vault.blobs_encrypted"_s, u"vault.kdf"_s, u"vault.format"_s})
            raw(owner(), u"fact"_s, {{u"name"_s, name}, {u"holds"_s, true}, {u"measured_at"_s, clock.nowMs()}});
        backUp();
        sign(manager(), u"prep.scope"_s);
        sign(manager(), u"xdept.mechanism"_s);
        sign(officer(), u"tech.network"_s, paper);
    }

    void prepareResponse()
    {
        const QString plan = add(manager(), u"incident_plan"_s, {{u"title"_s, u"Leak plan"_s}, {u"plan_version"_s, 1}, {u"scenarios"_s, u"Misdelivery"_s}});
        move(officer(), u"incident_plan"_s, plan, u"approve"_s, {{u"approved_by"_s, chen}, {u"approved_on"_s, today()}});
        for (const auto &role : {u"lead"_s, u"legal"_s, u"it"_s, u"communications"_s})
            add(manager(), u"ir_member"_s, {{u"team_role"_s, role}, {u"person"_s, ina}, {u"phone"_s, u"1"_s}, {u"deputy"_s, chen}, {u"deputy_phone"_s, u"2"_s}});
        const QString playbook = add(manager(), u"playbook"_s, {{u"title"_s, u"Leak"_s}, {u"book_version"_s, 1}, {u"is_template"_s, true}});
        add(manager(), u"playbook_step"_s, {{u"playbook"_s, playbook}, {u"step_no"_s, 1}, {u"title"_s, u"Stop it"_s}, {u"hours_limit"_s, 1}});
        move(officer(), u"playbook"_s, playbook, u"approve"_s, {{u"approved_by"_s, chen}, {u"approved_on"_s, today()}});
    }

    void negotiate()
    {
        bidder = add(manager(), u"organisation"_s, {{u"name"_s, u"Alpha Fund"_s}, {u"deal_role"_s, u"bidder"_s}});
        li = person(u"Li Wei"_s, bidder, u"bidder"_s);
        nda = add(counsel(), u"nda"_s, {{u"title"_s, u"NDA Alpha"_s}, {u"kind"_s, u"mutual"_s}, {u"receivers"_s, QStringList {bidder}},
            {u"disclosers"_s, QStringList {own}}, {u"purposes"_s, QStringList {u"due_diligence"_s}}, {u"effective_on"_s, today()}, {u"term_end_on"_s, day(700)}});
        for (const auto &[organisation, signatory] : {std::pair {own, mia}, std::pair {bidder, li}}) {
            NdaSigning signing;
            signing.organisation = OrganisationId::fromText(organisation);
            signing.person = PersonId::fromText(signatory);
            signing.signedOn = owner().deal.today().value();
            signing.method = u"seal"_s;
            signing.authority = u"Legal representative"_s;
            QVERIFY(counsel().people.recordSignature(NdaId::fromText(nda), signing));
        }
        const QString course = add(manager(), u"course"_s, {{u"title"_s, u"Confidentiality"_s}, {u"kind"_s, u"onboarding"_s}, {u"validity_months"_s, 12},
            {u"mandatory_for"_s, QStringList {u"everyone"_s}}});
        const QString session = add(manager(), u"training_session"_s, {{u"course"_s, course}});
        add(manager(), u"attendance"_s, {{u"training_session"_s, session}, {u"person"_s, li}, {u"passed"_s, true}});
        const QString sheet = add(manager(), u"rule_sheet"_s, {{u"title"_s, u"Rules"_s}, {u"sheet_version"_s, 1}, {u"rules"_s, u"Vault only."_s}});
        move(manager(), u"rule_sheet"_s, sheet, u"issue"_s);
        add(manager(), u"rule_ack"_s, {{u"rule_sheet"_s, sheet}, {u"person"_s, li}});
        QVERIFY(manager().people.recordBackgroundCheck(PersonId::fromText(li),
            {u"passed"_s, u"Identity and sanctions"_s, owner().deal.today().value(), owner().deal.today().value().addDays(400), {}}));
        GrantRequest request;
        request.person = PersonId::fromText(li);
        request.maxLevel = 3;
        request.phases = {u"negotiate"_s, u"documents"_s, u"closing"_s, u"post"_s};
        request.reason = u"Reviews the client contracts."_s;
        request.endsOn = owner().deal.today().value().addDays(300);
        grant = manager().people.requestGrant(request).value().toString();
        const auto approved = officer().people.approveGrant(GrantId::fromText(grant));
        QVERIFY2(approved.has_value(), approved ? "" : qPrintable(approved.error().reason));
        QCOMPARE(approved->state, u"active"_s);
        const QString opinion = add(counsel(), u"opinion"_s, {{u"trigger_kind"_s, u"sensitive_pi"_s}, {u"question"_s, u"May we show it?"_s}});
        move(counsel(), u"opinion"_s, opinion, u"finalise"_s, {{u"counsel"_s, ina}, {u"delivered_on"_s, today()}, {u"conclusion"_s, u"conditional"_s},
            {u"evidence"_s, evidence(u"opinion"_s, u"Opinion"_s)}});
        add(officer(), u"speakup_channel"_s, {{u"title"_s, u"Letter box"_s}, {u"receiver"_s, ina}, {u"published_on"_s, today()}, {u"evidence"_s, evidence(u"channel_notice"_s, u"Notice"_s)}});
        add(manager(), u"drill"_s, {{u"scenario"_s, u"Wrong recipient"_s}});
        sign(counsel(), u"legal.counsel"_s);
        nil(officer(), u"people.speakup"_s);
        nil(manager(), u"third.select"_s);
        nil(counsel(), u"third.clauses"_s);
    }

    void documents()
    {
        meet();
        backUp();
        nil(officer(), u"docs.review"_s);
        nil(manager(), u"docs.redact"_s);
        nil(manager(), u"docs.transfer"_s);
    }

    void closing()
    {
        meet();
        backUp();
        add(manager(), u"declaration"_s, {{u"person"_s, li}, {u"accepts_code"_s, true}});
        set(manager(), u"deal"_s, dealId, {{u"selected_buyer"_s, bidder}});
        QVERIFY(manager().people.refresh());
        const GrantStatus access = manager().people.grantStatus(GrantId::fromText(grant)).value();
        QVERIFY2(access.state == u"active"_s, qPrintable(manager().records.get(u"access_grant"_s, RecordId::fromText(grant))->list(u"suspended_for"_s).join(u' ')));
        const QString pia = add(counsel(), u"impact_assessment"_s, {{u"title"_s, u"PIA"_s}, {u"occasion"_s, QStringList {u"sensitive_pi"_s}},
            {u"lawful_necessary"_s, u"yes"_s}, {u"effect_risk"_s, u"low"_s}, {u"measures_fit"_s, u"yes"_s}, {u"conclusion"_s, u"acceptable"_s}});
        move(counsel(), u"impact_assessment"_s, pia, u"finalise"_s, {{u"finished_on"_s, today()}, {u"evidence"_s, evidence(u"impact_assessment"_s, u"PIA"_s)}});
        for (const auto &duty : {u"inform_handler"_s, u"provide_consent"_s, u"sensitive"_s})
            add(counsel(), u"notice_decision"_s, {{u"duty"_s, duty}, {u"decision"_s, u"not_required"_s}, {u"reason"_s, u"Only anonymised data leaves."_s}});
        const QString audit = add(manager(), u"audit_engagement"_s, {{u"title"_s, u"Deal audit"_s}, {u"kind"_s, u"external"_s}, {u"auditor"_s, u"Audit LLP"_s},
            {u"independence_declared"_s, true}});
        move(manager(), u"audit_engagement"_s, audit, u"start"_s);
        move(manager(), u"audit_engagement"_s, audit, u"report"_s, {{u"reported_on"_s, today()}, {u"report_file"_s, evidence(u"report"_s, u"Audit report"_s)}});
        nil(officer(), u"third.supervise"_s);
        nil(officer(), u"inc.respond"_s);
        nil(counsel(), u"inc.assess"_s);
        nil(counsel(), u"ethic.clients"_s);
        sign(officer(), u"audit.third"_s, paper);
        QVERIFY(officer().gates.review(u"go"_s, u"All in order."_s));
        sign(officer(), u"law.review"_s);
    }

    void post()
    {
        backUp();
        QVERIFY(manager().people.refresh());
        const auto duties = owner().records.list(u"nda_obligation"_s).value();
        if (duties.isEmpty())
            add(counsel(), u"nda_obligation"_s, {{u"nda"_s, nda}, {u"kind"_s, u"non_use"_s}, {u"duty"_s, u"Do not use it."_s}, {u"owner"_s, chen}, {u"next_check_on"_s, day(90)}});
        const QString policy = add(officer(), u"policy"_s, {{u"title"_s, u"Client information"_s}, {u"kind"_s, u"client_information"_s}, {u"policy_version"_s, u"1.0"_s}});
        move(officer(), u"policy"_s, policy, u"approve"_s, {{u"approved_by"_s, chen}, {u"effective_on"_s, today()}, {u"next_review_on"_s, day(365)}});
        raw(owner(), u"sealed_report"_s, {{u"report_no"_s, u"R-001"_s}, {u"kind"_s, u"final"_s}, {u"issued_at"_s, clock.nowMs()}, {u"sha256"_s, QString(64, u'b')}, {u"verified"_s, true}});
        sign(officer(), u"post.system"_s, paper);
        nil(counsel(), u"post.survive"_s);
    }

    void meet()
    {
        add(manager(), u"meeting"_s, {{u"title"_s, u"Working group"_s}, {u"decisions"_s, u"Go on."_s}, {u"no_identifiers"_s, true}});
    }

    void sign(dwtest::Desk &desk, const QString &measure, const QString &evidenceId = {})
    {
        const auto signature = desk.measures.sign(measure, {}, {}, RecordId::fromText(evidenceId));
        if (!signature)
            qFatal("sign %s: %s %s", qPrintable(measure), qPrintable(signature.error().reason), qPrintable(signature.error().args.join(u' ')));
        check(desk.measures.verifySignature(*signature), measure);
    }

    void nil(dwtest::Desk &desk, const QString &measure)
    {
        const auto signatures = desk.measures.signNil(measure, u"Nothing happened."_s);
        if (!signatures)
            qFatal("nil %s: %s %s", qPrintable(measure), qPrintable(signatures.error().reason), qPrintable(signatures.error().args.join(u' ')));
    }

    QString person(const QString &name, const QString &organisation, const QString &employment)
    {
        return add(owner(), u"person"_s, {{u"name"_s, name}, {u"organisation"_s, organisation}, {u"employment"_s, employment}, {u"clearance"_s, 3}});
    }

    QString explain(const GateView &view)
    {
        const DealStatus status = officer().measures.status().value();
        QStringList lines;
        for (const QString &measure : view.redMeasures) {
            QStringList words {measure};
            for (const StatusReason &reason : status.find(measure)->reasons)
                words.append(reason.id + u'(' + reason.args.join(u',') + u')');
            lines.append(words.join(u' '));
        }
        return lines.join(u'\n');
    }

    QString own, mia, chen, ina, bidder, li, dealId, nda, grant, paper;
};

} // namespace

/// No gate waits for something that only comes after it: a deal is walked from the first entry to the archive.
class TestWholeDeal final : public QObject
{
    Q_OBJECT

private slots:
    void fromPreparationToArchive()
    {
        Team team;
        team.setUp();
        const std::array<void (Team::*)(), 5> phases {&Team::prepare, &Team::negotiate, &Team::documents, &Team::closing, &Team::post};
        for (int order = 1; order <= 5; ++order) {
            const QString gate = gateId(order);
            QVERIFY2(!team.officer().gates.view(gate)->canPass(), qPrintable(gate));
            (team.*phases.at(size_t(order - 1)))();
            const GateView view = team.officer().gates.view(gate).value();
            QVERIFY2(view.canPass(), qPrintable(gate + u'\n' + team.explain(view)));
            QCOMPARE(team.officer().gates.pass(gate).error().reason, u"gate.not_requested"_s);
            QVERIFY(team.manager().gates.request(gate));
            QCOMPARE(team.manager().gates.pass(gate).error().reason, u"gate.not_compliance_officer"_s);
            const auto passed = team.officer().gates.pass(gate);
            QVERIFY2(passed.has_value(), passed ? "" : qPrintable(passed.error().reason + passed.error().args.join(u' ')));
            QVERIFY(team.officer().gates.verifySnapshot(*passed));
            if (order < 5)
                QCOMPARE(team.owner().deal.deal()->text(u"current_phase"_s), phaseId(order + 1));
            team.advanceDays(5);
        }
        QCOMPARE(team.owner().deal.deal()->state, u"archived"_s);
        QVERIFY(team.owner().store->verifyTrail()->isClean());
    }

    void aGateKnowsDriftAndCanBeReopened()
    {
        Team team;
        team.setUp();
        team.prepare();
        QVERIFY(team.manager().gates.request(u"G1"_s));
        QVERIFY(team.officer().gates.pass(u"G1"_s));
        QVERIFY(team.officer().gates.drift()->first().items.isEmpty());
        team.add(team.manager(), u"milestone"_s, {{u"title"_s, u"Nobody's"_s}});
        const auto drift = team.officer().gates.drift().value();
        QCOMPARE(drift.first().items.size(), 1);
        QCOMPARE(drift.first().items.first().check, u"plan.milestones_owned_dated"_s);
        QCOMPARE(team.officer().gates.reopen(u"G1"_s, {}).error().reason, u"record.reason_needed"_s);
        QVERIFY(team.officer().gates.reopen(u"G1"_s, u"A milestone without owner."_s));
        QCOMPARE(team.owner().deal.deal()->text(u"current_phase"_s), u"prepare"_s);
        QCOMPARE(team.officer().gates.view(u"G2"_s)->state, u"not_started"_s);
        QVERIFY(team.manager().gates.request(u"G1"_s));
        QCOMPARE(team.officer().gates.pass(u"G1"_s).error().args, QStringList {u"prep.plan"_s});
        QVERIFY(team.officer().gates.refuse(u"G1"_s, u"Mend the plan."_s));
        QCOMPARE(team.officer().gates.view(u"G1"_s)->state, u"open"_s);
    }

    void anExceptionCarriesARedRow()
    {
        Team team;
        team.setUp();
        team.prepare();
        team.add(team.manager(), u"milestone"_s, {{u"title"_s, u"Nobody's"_s}});
        const QString id = team.add(team.manager(), u"deal_exception"_s,
            {{u"rule"_s, u"measure"_s}, {u"measure"_s, u"prep.plan"_s}, {u"reason"_s, u"Owner named next week."_s},
                {u"compensating_control"_s, u"Weekly look."_s}, {u"expires_on"_s, team.day(7)}});
        const RecordId exception = RecordId::fromText(id);
        QCOMPARE(team.manager().measures.approveException(exception).error().reason, u"exception.own_request"_s);
        QCOMPARE(team.reviewer().measures.approveException(exception).error().reason, u"exception.approver"_s);
        QVERIFY(team.officer().measures.approveException(exception));
        QCOMPARE(team.officer().measures.measure(u"prep.plan"_s)->status, Status::Amber);
        QVERIFY(team.manager().gates.request(u"G1"_s));
        QVERIFY(team.officer().gates.pass(u"G1"_s));
        QCOMPARE(team.officer().gates.view(u"G1"_s)->state, u"passed_with_exceptions"_s);
        team.advanceDays(8);
        QCOMPARE(team.officer().measures.expireExceptions().value(), 1);
        QCOMPARE(team.officer().measures.measure(u"prep.plan"_s)->status, Status::Red);
    }

    void anAbandonedDealStillWindsUp()
    {
        Team team;
        team.setUp();
        QCOMPARE(team.manager().deal.terminate({}).error().reason, u"record.reason_needed"_s);
        QVERIFY(team.manager().deal.terminate(u"The buyer left."_s));
        QCOMPARE(team.owner().deal.deal()->text(u"current_phase"_s), u"post"_s);
        QCOMPARE(team.officer().gates.view(u"G1"_s)->state, u"skipped"_s);
        QCOMPARE(team.officer().gates.view(u"G5"_s)->state, u"open"_s);
        QVERIFY(team.manager().gates.request(u"G5"_s));
        QCOMPARE(team.officer().gates.pass(u"G5"_s).error().reason, u"gate.red"_s);
    }
};

DW_TEST(TestWholeDeal)
#include "tst_wholedeal.moc"
