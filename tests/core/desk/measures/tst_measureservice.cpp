#include "tests/support/dealfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

namespace {

template <typename T>
QString reasonOf(const Result<T> &result)
{
    return result ? QString() : result.error().reason;
}

bool hasReason(const MeasureStatus &status, const QString &id)
{
    return std::any_of(status.reasons.begin(), status.reasons.end(), [&](const StatusReason &reason) { return reason.id == id; });
}

class Team : public dwtest::DealFixture
{
public:
    Team()
    {
        own = add(owner(), u"organisation"_s, {{u"name"_s, u"Own"_s}});
        mia = addPerson(u"Mia"_s);
        chen = addPerson(u"Chen"_s);
        ina = addPerson(u"Ina"_s);
        NewDeal deal;
        deal.deal = {{u"code_name"_s, u"Heron"_s}, {u"structure"_s, u"share"_s}, {u"deal_manager"_s, mia}, {u"compliance_officer"_s, chen}};
        if (!owner().deal.create(deal))
            qFatal("deal");
    }

    QString addPerson(const QString &name)
    {
        return add(owner(), u"person"_s, {{u"name"_s, name}, {u"organisation"_s, own}, {u"clearance"_s, 2}});
    }

    /// The charter and a campaign: assisted rows whose checks pass.
    void charter()
    {
        group = add(manager(), u"working_group"_s, {{u"title"_s, u"Group"_s}, {u"members"_s, QStringList {mia}}});
        move(manager(), u"working_group"_s, group, u"approve"_s,
            {{u"charter"_s, evidence(u"charter"_s, u"Charter"_s)}, {u"approved_by"_s, chen}, {u"approved_on"_s, today()}});
    }

    MeasureStatus status(const QString &id) { return officer().measures.measure(id).value(); }

    QString own, mia, chen, ina, group;
};

} // namespace

class TestMeasureService final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsTickedByHand()
    {
        Team team;
        QCOMPARE(team.status(u"xdept.mechanism"_s).status, Status::Red);
        const auto refused = team.manager().measures.sign(u"xdept.mechanism"_s);
        QCOMPARE(reasonOf(refused), u"measure.checks_fail"_s);
        QCOMPARE(refused.error().args, QStringList({u"group.chartered"_s, u"meeting.cadence_met"_s}));
        team.charter();
        QCOMPARE(team.status(u"xdept.mechanism"_s).status, Status::Red);
        QVERIFY(hasReason(team.status(u"xdept.mechanism"_s), u"signature_missing"_s));
        QCOMPARE(reasonOf(team.officer().measures.sign(u"xdept.mechanism"_s)), u"measure.not_your_function"_s);
        const auto signature = team.manager().measures.sign(u"xdept.mechanism"_s);
        QVERIFY(signature);
        QVERIFY(team.officer().measures.verifySignature(*signature));
        QCOMPARE(team.status(u"xdept.mechanism"_s).status, Status::GreenSigned);
    }

    void aSignatureKnowsWhatItSaw()
    {
        Team team;
        team.charter();
        const QByteArray seen = team.status(u"xdept.mechanism"_s).seenHash;
        QVERIFY(team.manager().measures.sign(u"xdept.mechanism"_s, seen));
        team.rawSet(team.owner(), u"working_group"_s, team.group, {{u"charter"_s, team.evidence(u"charter"_s, u"Another charter"_s)}});
        const MeasureStatus changed = team.status(u"xdept.mechanism"_s);
        QVERIFY(changed.isChangedSinceSigned);
        QCOMPARE(changed.status, Status::Red);
        QCOMPARE(reasonOf(team.manager().measures.sign(u"xdept.mechanism"_s, seen)), u"measure.changed_meanwhile"_s);
        QVERIFY(team.manager().measures.sign(u"xdept.mechanism"_s, changed.seenHash));
        QCOMPARE(team.status(u"xdept.mechanism"_s).status, Status::GreenSigned);
    }

    void aForgedSignatureIsFound()
    {
        Team team;
        team.charter();
        const auto signature = team.manager().measures.sign(u"xdept.mechanism"_s);
        QVERIFY(signature);
        team.rawSet(team.owner(), u"signature"_s, signature->toString(), {{u"account"_s, team.accountId(Role::ComplianceOfficer)}});
        QCOMPARE(reasonOf(team.officer().measures.verifySignature(*signature)), u"signature.invalid"_s);
    }

    void withdrawnStaysVisible()
    {
        Team team;
        team.charter();
        const RecordId signature = team.manager().measures.sign(u"xdept.mechanism"_s).value();
        QCOMPARE(reasonOf(team.counsel().measures.withdraw(signature, u"x"_s)), u"signature.not_yours"_s);
        QVERIFY(team.manager().measures.withdraw(signature, u"Signed too early."_s));
        QCOMPARE(team.status(u"xdept.mechanism"_s).status, Status::Red);
        QCOMPARE(team.owner().records.get(u"signature"_s, signature)->state, u"withdrawn"_s);
        QCOMPARE(reasonOf(team.manager().measures.withdraw(signature, u"x"_s)), u"signature.withdrawn_already"_s);
    }

    void whoHoldsTheFunctionSigns()
    {
        Team team;
        MeasureService &officer = team.officer().measures;
        QCOMPARE(reasonOf(officer.signing(u"tech.network"_s)), u"measure.no_holder"_s);
        team.add(team.officer(), u"function_holder"_s, {{u"deal_function"_s, u"it_security"_s}, {u"person"_s, team.ina}});
        QCOMPARE(reasonOf(officer.signing(u"tech.network"_s)), u"measure.evidence_needed"_s);
        const RecordId paper = RecordId::fromText(team.evidence(u"signature_paper"_s, u"Ina signed"_s));
        QCOMPARE(officer.signing(u"tech.network"_s, paper)->person.toString(), team.ina);
        QCOMPARE(reasonOf(team.manager().measures.signing(u"tech.network"_s, paper)), u"measure.not_your_function"_s);
        // With an account of her own, she signs herself and nobody else does.
        team.rawSet(team.owner(), u"account"_s, team.accountId(Role::Reviewer), {{u"person"_s, team.ina}});
        QVERIFY(team.reviewer().measures.signing(u"tech.network"_s));
        QCOMPARE(reasonOf(officer.signing(u"tech.network"_s, paper)), u"measure.not_your_function"_s);
        // On leave, her stand-in signs.
        team.rawSet(team.owner(), u"account"_s, team.accountId(Role::DealManager), {{u"person"_s, team.mia}});
        team.add(team.officer(), u"delegation"_s, {{u"from_person"_s, team.ina}, {u"to_person"_s, team.mia}, {u"deal_function"_s, u"it_security"_s},
            {u"until_on"_s, team.day(7)}});
        QVERIFY(team.manager().measures.signing(u"tech.network"_s));
        team.advanceDays(8);
        QCOMPARE(reasonOf(team.manager().measures.signing(u"tech.network"_s)), u"measure.not_your_function"_s);
    }

    void nilReturnsHoldForThePhase()
    {
        Team team;
        QVERIFY(hasReason(team.status(u"inc.assess"_s), u"nil_return_due"_s));
        QCOMPARE(team.counsel().measures.signNil(u"inc.assess"_s)->size(), 1);
        QCOMPARE(team.status(u"inc.assess"_s).status, Status::Green);
        QCOMPARE(reasonOf(team.counsel().measures.signNil(u"inc.assess"_s)), u"measure.nothing_nil"_s);
        team.rawSet(team.owner(), u"deal"_s, team.owner().deal.deal()->id.toString(), {{u"current_phase"_s, u"negotiate"_s}});
        QCOMPARE(team.status(u"inc.assess"_s).status, Status::Red);
    }

    void rowsCanBeTakenOut()
    {
        Team team;
        QCOMPARE(reasonOf(team.manager().measures.setNotApplicable(u"audit.publish"_s, u"x"_s)), u"measure.officer_only"_s);
        QVERIFY(team.officer().measures.setNotApplicable(u"audit.publish"_s, u"No audit of public interest."_s));
        QCOMPARE(team.status(u"audit.publish"_s).status, Status::NotApplicable);
        QVERIFY(team.officer().measures.setApplicable(u"audit.publish"_s, u"There is one now."_s));
        QCOMPARE(team.status(u"audit.publish"_s).status, Status::Red);
        QVERIFY(team.officer().measures.setNotApplicable(u"audit.publish"_s, u"Again none."_s));
    }

    void aDateAheadTurnsTheRowAmber()
    {
        Team team;
        team.backUp();
        QCOMPARE(team.status(u"tech.backup"_s).status, Status::Green);
        team.advanceDays(6);
        team.clock.advance(3'600'000);
        const MeasureStatus soon = team.status(u"tech.backup"_s);
        QCOMPARE(soon.status, Status::Amber);
        QVERIFY(soon.isAmberByDateOnly);
        QCOMPARE(soon.dueOn, team.owner().deal.today().value());
        team.advanceDays(2);
        QCOMPARE(team.status(u"tech.backup"_s).status, Status::Red);
    }

    void readinessCanBeTakenApart()
    {
        Team team;
        const DealStatus before = team.officer().measures.status().value();
        QCOMPARE(before.measures.size(), 61);
        QCOMPARE(before.gate, u"G1"_s);
        QVERIFY(before.readiness.score < 30);
        double lost = 0;
        for (const Readiness::Cost &cost : before.readiness.costs)
            lost += cost.points;
        QVERIFY(std::abs(100 - lost - before.readiness.uncapped) < 1.0);
        QVERIFY(before.readiness.costs.first().points >= before.readiness.costs.last().points);
    }

    void ninetyFivePercentCannotHideARedRow()
    {
        Team team;
        QList<MeasureStatus> rows = team.officer().measures.status()->measures;
        for (MeasureStatus &row : rows)
            row.status = Status::Green;
        QCOMPARE(readiness(team.measures, rows, u"G1"_s).score, 100);
        for (MeasureStatus &row : rows) {
            if (row.id == u"prep.plan"_s)
                row.status = Status::Red;
        }
        const Readiness capped = readiness(team.measures, rows, u"G1"_s);
        QCOMPARE(capped.score, 79);
        QVERIFY(capped.isCapped && capped.uncapped > 90);
    }
};

DW_TEST(TestMeasureService)
#include "tst_measureservice.moc"
