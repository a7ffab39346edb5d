#include "tests/support/dealfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

namespace {

NewDeal heron()
{
    NewDeal deal;
    deal.deal = {{u"code_name"_s, u"Heron"_s}, {u"structure"_s, u"share"_s}};
    return deal;
}

} // namespace

class TestDealService final : public QObject
{
    Q_OBJECT

private slots:
    void aDealComesWithSettingsAndPhases()
    {
        dwtest::DealFixture f;
        QCOMPARE(f.owner().deal.codeName().value(), QString());
        NewDeal deal = heron();
        deal.settings = {{u"headcount"_s, 40}};
        deal.phases = {{QDate(2026, 3, 1), QDate(2026, 4, 1)}};
        QVERIFY(f.owner().deal.create(deal));
        QCOMPARE(f.owner().deal.codeName().value(), u"Heron"_s);
        QCOMPARE(f.owner().deal.settings()->integer(u"headcount"_s), 40);
        QCOMPARE(f.owner().deal.settings()->text(u"time_zone"_s), u"Asia/Shanghai"_s);
        const auto phases = f.owner().deal.phases().value();
        QCOMPARE(phases.size(), 5);
        QCOMPARE(phases.first().state, u"open"_s);
        QCOMPARE(phases.first().text(u"planned_until"_s), u"2026-04-01"_s);
        QCOMPARE(phases.last().text(u"gate"_s), u"G5"_s);
        QCOMPARE(f.owner().deal.create(heron()).error().reason, u"deal.exists"_s);
        QCOMPARE(f.as(Role::Auditor).deal.create(heron()).error().reason, u"record.role"_s);
    }

    void theCodeNameGivesNothingAway()
    {
        dwtest::DealFixture f;
        NewDeal deal = heron();
        deal.deal.insert(u"true_name"_s, u"Heron Fund buys Target"_s);
        QCOMPARE(f.owner().deal.create(deal).error().reason, u"deal.code_name_tells"_s);
        deal.deal = {{u"code_name"_s, u"../x"_s}, {u"structure"_s, u"share"_s}};
        QCOMPARE(f.owner().deal.create(deal).error().reason, u"deal.code_name"_s);
    }

    void oneDealTwoPeople()
    {
        dwtest::DealFixture f;
        const QString own = f.add(f.owner(), u"organisation"_s, {{u"name"_s, u"Own"_s}});
        const QString ann = f.add(f.owner(), u"person"_s, {{u"name"_s, u"Ann"_s}, {u"organisation"_s, own}, {u"clearance"_s, 2}});
        NewDeal deal = heron();
        deal.deal.insert(u"deal_manager"_s, ann);
        deal.deal.insert(u"compliance_officer"_s, ann);
        QCOMPARE(f.owner().deal.create(deal).error().reason, u"deal.same_person"_s);
        QVERIFY(f.owner().deal.create(heron()));
        QCOMPARE(f.manager().deal.activate().error().reason, u"record.needs"_s);
    }

    void aLockedScopeThatIsEditedIsNoLongerLocked()
    {
        dwtest::DealFixture f;
        QVERIFY(f.owner().deal.create(heron()));
        QCOMPARE(f.manager().deal.lockScope().error().reason, u"record.needs"_s);
        QVERIFY(f.manager().deal.set(0, {{u"purpose"_s, u"Retirement"_s}, {u"scope_in"_s, u"All"_s}}));
        QCOMPARE(f.manager().deal.lockScope().value(), 1);
        QCOMPARE(f.manager().deal.lockScope().error().reason, u"deal.scope_locked_already"_s);
        QVERIFY(f.manager().deal.set(0, {{u"true_name"_s, u"Something else"_s}}));
        QVERIFY(!f.manager().deal.deal()->value(u"scope_locked_at"_s).isNull());
        QVERIFY(f.manager().deal.set(0, {{u"scope_in"_s, u"Half"_s}}));
        QVERIFY(f.manager().deal.deal()->value(u"scope_locked_at"_s).isNull());
        QCOMPARE(f.manager().deal.lockScope().value(), 2);
    }

    void settingsMakeSense()
    {
        dwtest::DealFixture f;
        QVERIFY(f.owner().deal.create(heron()));
        QCOMPARE(f.owner().deal.setSettings(0, {{u"time_zone"_s, u"Mars/Olympus"_s}}).error().reason, u"deal.unknown_time_zone"_s);
        QCOMPARE(f.owner().deal.setSettings(0, {{u"training_target"_s, 101}}).error().reason, u"record.range"_s);
        // 17:00 UTC is tomorrow in Shanghai, still today in New York.
        f.clock.set(QDateTime(QDate(2026, 3, 2), QTime(17, 0), Qt::UTC));
        QCOMPARE(f.owner().deal.today().value(), QDate(2026, 3, 3));
        QVERIFY(f.owner().deal.setSettings(0, {{u"time_zone"_s, u"America/New_York"_s}}));
        QCOMPARE(f.owner().deal.today().value(), QDate(2026, 3, 2));
    }
};

DW_TEST(TestDealService)
#include "tst_dealservice.moc"
