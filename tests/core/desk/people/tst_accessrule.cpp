#include "core/desk/people/accessrule.h"
#include "core/desk/people/peopleservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/worker/workerclient.h"
#include "tests/support/peoplefixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

/// The back doors: what the plain forms and imports of the registers may not do.
class TestAccessRule final : public QObject
{
    Q_OBJECT

    struct Desk {
        Desk()
            : people(*f.store)
            , records(*f.store, worker)
        {
            addAccessRules(records);
            f.makeDeal();
        }

        QString reasonOf(const Result<> &result) const { return result ? QString() : result.error().reason; }

        dwtest::PeopleFixture f;
        PeopleService people;
        WorkerClient worker {QStringLiteral(DW_BIN_DIR "/dealward-worker")};
        RecordService records;
    };

private slots:
    void aGrantFromTheFormSaysWhoAskedAndWaits()
    {
        Desk d;
        QVariantMap values {{u"person"_s, d.f.li}, {u"max_level"_s, 3}, {u"phases"_s, QStringList {u"documents"_s}}, {u"reason"_s, u"DD"_s}, {u"team"_s, u"deal"_s}};
        QCOMPARE(d.records.add(u"access_grant"_s, values).error().reason, u"grant.needs_end"_s);
        values.insert(u"ends_on"_s, u"2026-12-31"_s);
        const auto id = d.records.add(u"access_grant"_s, values);
        QVERIFY2(id, id ? "" : qPrintable(id.error().reason + id.error().args.join(u' ')));
        const Record grant = d.f.get("access_grant", id->toString());
        QCOMPARE(grant.state, u"requested"_s);
        QCOMPARE(grant.text(u"requested_by"_s), d.f.actor.id.toString());
        QVERIFY(!d.records.transition(u"access_grant"_s, *id, u"activate"_s));
        QVERIFY(!d.records.set(u"access_grant"_s, *id, 0, {{u"approved_by"_s, d.f.otherAccount}}));
    }

    void anApprovedGrantIsNotWidened()
    {
        Desk d;
        GrantRequest request {PersonId::fromText(d.f.li), 3, {u"documents"_s}, u"deal"_s, {}, {}, u"DD"_s, {}, {2026, 12, 31}};
        const RecordId id = d.people.requestGrant(request).value();
        QVERIFY(d.people.approveGrant(id.as<GrantTag>()));
        QCOMPARE(d.reasonOf(d.records.set(u"access_grant"_s, id, 0, {{u"max_level"_s, 4}})), u"grant.fixed"_s);
        QCOMPARE(d.reasonOf(d.records.set(u"access_grant"_s, id, 0, {{u"ends_on"_s, u"2027-12-31"_s}})), u"grant.fixed"_s);
        QCOMPARE(d.reasonOf(d.records.set(u"access_grant"_s, id, 0, {{u"phases"_s, QStringList {u"documents"_s, u"closing"_s}}})), u"grant.fixed"_s);
        QCOMPARE(d.reasonOf(d.records.set(u"access_grant"_s, id, 0, {{u"person"_s, d.f.mia}})), u"grant.fixed"_s);
        QVERIFY(d.records.set(u"access_grant"_s, id, 0, {{u"max_level"_s, 2}, {u"ends_on"_s, u"2026-06-30"_s}}));
    }

    void aSignedNdaStaysAsItWasSigned()
    {
        Desk d;
        const RecordId nda = RecordId::fromText(d.f.nda);
        QVERIFY(d.records.set(u"nda"_s, nda, 0, {{u"purposes"_s, QStringList {u"due_diligence"_s}}}));
        d.f.signNda();
        QCOMPARE(d.f.state("nda", d.f.nda), u"active"_s);
        QCOMPARE(d.reasonOf(d.records.set(u"nda"_s, nda, 0, {{u"purposes"_s, QStringList {u"due_diligence"_s, u"financing"_s}}})), u"nda.fixed"_s);
        QVERIFY(d.records.set(u"nda"_s, nda, 0, {{u"venue"_s, u"Shanghai"_s}}));
        QVERIFY(!d.records.transition(u"nda"_s, nda, u"expire"_s)); // the program's own step
    }

    void wallsHoldForThePlainFormToo()
    {
        Desk d;
        const QString wall = d.f.add("wall", {{u"name"_s, u"Clean team"_s}, {u"rule"_s, u"Nobody crosses."_s}, {u"cool_off_months"_s, 6}});
        const auto member = d.records.add(u"wall_member"_s, {{u"wall"_s, wall}, {u"person"_s, d.f.li}, {u"wall_side"_s, u"clean"_s}, {u"since_on"_s, u"2026-03-01"_s}});
        QVERIFY(member);
        const QVariantMap business {{u"wall"_s, wall}, {u"person"_s, d.f.li}, {u"wall_side"_s, u"business"_s}, {u"since_on"_s, u"2026-03-01"_s}};
        QCOMPARE(d.records.add(u"wall_member"_s, business).error().reason, u"wall.both_sides"_s);
        QVERIFY(d.records.set(u"wall_member"_s, *member, 0, {{u"until_on"_s, u"2026-03-02"_s}}));
        QCOMPARE(d.f.get("wall_member", member->toString()).text(u"cool_off_until"_s), u"2026-09-02"_s); // by itself
        QCOMPARE(d.records.add(u"wall_member"_s, business).error().reason, u"wall.cool_off"_s);
    }

    void revokingByTheFormStampsTheEnd()
    {
        Desk d;
        d.f.signNda();
        d.f.prepare(d.f.li);
        GrantRequest request {PersonId::fromText(d.f.li), 3, {u"documents"_s}, u"deal"_s, {}, {}, u"DD"_s, {}, {2026, 12, 31}};
        const RecordId id = d.people.requestGrant(request).value();
        QCOMPARE(d.people.approveGrant(id.as<GrantTag>())->state, u"active"_s);
        QVERIFY(d.records.transition(u"access_grant"_s, id, u"revoke"_s, {}, u"Left the team."_s));
        const Record grant = d.f.get("access_grant", id.toString());
        QCOMPARE(grant.state, u"revoked"_s);
        QCOMPARE(grant.text(u"ceased_on"_s), u"2026-03-02"_s);
        QCOMPARE(grant.text(u"cease_reason"_s), u"Left the team."_s);
    }
};

DW_TEST(TestAccessRule)
#include "tst_accessrule.moc"
