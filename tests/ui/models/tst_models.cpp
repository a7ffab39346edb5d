// Models read what services give and follow commits; each runs under QAbstractItemModelTester.
#include "core/desk/deal/dealservice.h"
#include "core/desk/registers/recordservice.h"
#include "tests/support/testmain.h"
#include "tests/support/vaultfixture.h"
#include "ui/models/deadlines.h"
#include "ui/models/dealstate.h"
#include "ui/models/measurelistmodel.h"
#include "ui/models/recordlistmodel.h"
#include "ui/models/trailmodel.h"
#include "ui/models/trailreader.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestModels final : public QObject
{
    Q_OBJECT

    dwtest::VaultFixture m_fixture;
    std::unique_ptr<Session> m_session;

private slots:
    void initTestCase()
    {
        m_session = m_fixture.create();
        NewDeal deal;
        deal.deal = {{u"code_name"_s, u"Heron"_s}, {u"structure"_s, u"share"_s}};
        QVERIFY(m_session->deal().create(deal));
    }

    void recordsFollowAndSort()
    {
        RecordService &records = m_session->records();
        RecordListModel model(records, *records.catalogue().find(u"organisation"), Language::English);
        QAbstractItemModelTester tester(&model);
        model.reload();
        QCOMPARE(model.rowCount(), 0);
        for (const QString &name : {u"Org 10"_s, u"Org 2"_s, u"Arbor"_s})
            QVERIFY(records.add(u"organisation"_s, {{u"name"_s, name}, {u"deal_role"_s, u"bidder"_s}}));
        model.reload();
        QCOMPARE(model.rowCount(), 3);
        model.sort(0, Qt::AscendingOrder);
        QCOMPARE(model.index(0, 0).data().toString(), u"Arbor"_s);
        QCOMPARE(model.index(1, 0).data().toString(), u"Org 2"_s); // numbers as numbers
        RecordQuery query;
        query.search = u"Arbor"_s;
        model.setQuery(query);
        QCOMPARE(model.rowCount(), 1);
    }

    void measuresFilter()
    {
        DealState state(*m_session);
        QVERIFY(state.status());
        MeasureListModel model(m_session->measures().catalogue(), Language::English);
        QAbstractItemModelTester tester(&model);
        model.setRows(state.status()->measures);
        QCOMPARE(model.rowCount(), 61);
        MeasureListModel::Filter filter;
        filter.gate = u"G1"_s;
        model.setFilter(filter);
        QVERIFY(model.rowCount() > 0 && model.rowCount() < 61);
        model.sort(MeasureListModel::TitleColumn);
    }

    void stateForgetsAfterACommit()
    {
        DealState state(*m_session);
        QVERIFY(state.status());
        QSignalSpy spy(&state, &DealState::changed);
        QVERIFY(m_session->records().add(u"organisation"_s, {{u"name"_s, u"New"_s}, {u"deal_role"_s, u"other"_s}}));
        QCOMPARE(spy.count(), 1);
        QVERIFY(!state.redByPage().isEmpty());
    }

    void trailIsReadNewestFirst()
    {
        const auto entries = readTrail(m_session->store());
        QVERIFY(entries && entries->size() > 1);
        TrailModel model;
        QAbstractItemModelTester tester(&model);
        model.setEntries(*entries);
        QCOMPARE(model.index(0, 0).data().toString(), QString::number(entries->last().seq));
        QVERIFY(!model.index(0, 2).data().toString().isEmpty());
        model.setSearch(u"no such words"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void calendarNamesNobody()
    {
        const QDate today = m_session->deal().today().value_or(QDate(2026, 3, 2));
        QVERIFY(m_session->records().add(u"milestone"_s,
            {{u"title"_s, u"Sign with Qinghe"_s}, {u"phase"_s, u"prepare"_s}, {u"due_on"_s, today.addDays(3).toString(Qt::ISODate)}}));
        const auto list = deadlines(m_session->records(), today, 30, Language::English);
        QVERIFY(!list.isEmpty());
        const QByteArray calendar = toCalendar(list, u"Deal reminder"_s, m_session->clock().nowUtc());
        QVERIFY(calendar.contains("BEGIN:VEVENT"));
        QVERIFY(!calendar.contains("Qinghe"));
    }
};

DW_TEST(TestModels)
#include "tst_models.moc"
