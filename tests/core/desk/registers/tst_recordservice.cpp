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

} // namespace

class TestRecordService final : public QObject
{
    Q_OBJECT

private slots:
    void init() { f = std::make_unique<dwtest::DealFixture>(); }
    void cleanup() { f.reset(); }

    void addsWithDefaultsAndKeepsHistory()
    {
        dwtest::Desk &desk = f->manager();
        const QString id = f->add(desk, u"organisation"_s, {{u"name"_s, u"甲公司"_s}});
        const Record added = desk.records.get(u"organisation"_s, RecordId::fromText(id)).value();
        QCOMPARE(added.text(u"country"_s), u"CN"_s);
        QCOMPARE(added.state, u"active"_s);
        QVERIFY(desk.records.set(u"organisation"_s, added.id, 1, {{u"name"_s, u"乙公司"_s}}, u"Renamed."_s));
        QCOMPARE(reasonOf(desk.records.set(u"organisation"_s, added.id, 1, {{u"name"_s, u"丙"_s}})), u"record.changed_meanwhile"_s);
        const auto history = desk.records.history(u"organisation"_s, added.id).value();
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.first().note, u"Renamed."_s);
        QCOMPARE(history.first().before.value(u"name"_s).toString(), u"甲公司"_s);
    }

    void refusesWhatDoesNotFit()
    {
        RecordService &records = f->manager().records;
        QCOMPARE(reasonOf(records.add(u"nothing"_s, {})), u"register.unknown"_s);
        QCOMPARE(reasonOf(records.add(u"organisation"_s, {})), u"record.required"_s);
        QCOMPARE(reasonOf(records.add(u"organisation"_s, {{u"nme"_s, u"x"_s}})), u"record.unknown_field"_s);
        QCOMPARE(reasonOf(records.add(u"organisation"_s, {{u"name"_s, u"x"_s}, {u"deal_role"_s, u"king"_s}})), u"record.choice"_s);
        QCOMPARE(reasonOf(records.add(u"milestone"_s, {{u"title"_s, u"x"_s}, {u"due_on"_s, u"soon"_s}})), u"record.type"_s);
        QCOMPARE(reasonOf(records.add(u"milestone"_s, {{u"title"_s, u"x"_s}, {u"owner"_s, RecordId::create().toString()}})), u"record.reference"_s);
        QCOMPARE(reasonOf(records.add(u"milestone"_s, {{u"title"_s, u"x"_s}, {u"owner"_s, u"Nobody"_s}})), u"record.reference"_s);
        QCOMPARE(reasonOf(records.add(u"raci"_s, {{u"measure"_s, u"no.such"_s}})), u"record.measure"_s);
        QCOMPARE(reasonOf(records.add(u"release"_s, {})), u"record.system"_s);
        QCOMPARE(reasonOf(records.add(u"access_grant"_s, {{u"ceased_on"_s, u"2026-03-02"_s}})), u"record.read_only"_s);
        f->add(f->manager(), u"organisation"_s, {{u"name"_s, u"One"_s}});
        QCOMPARE(reasonOf(records.add(u"organisation"_s, {{u"name"_s, u"One"_s}})), u"record.unique"_s);
        QCOMPARE(reasonOf(f->as(Role::Auditor).records.add(u"organisation"_s, {{u"name"_s, u"Two"_s}})), u"record.role"_s);
        QVERIFY(!f->as(Role::Auditor).records.mayAdd(u"organisation"_s));
    }

    void takesWhatPeopleType()
    {
        RecordService &records = f->manager().records;
        const QString own = f->add(f->manager(), u"organisation"_s, {{u"name"_s, u"Own"_s}});
        const QString person = records.add(u"person"_s, {{u"name"_s, u"李伟"_s}, {u"organisation"_s, u"own"_s}, {u"employment"_s, u"竞买方"_s},
            {u"clearance"_s, u"3"_s}, {u"duties"_s, u"preparer; 清洁团队"_s}}).value().toString();
        const Record record = records.get(u"person"_s, RecordId::fromText(person)).value();
        QCOMPARE(record.text(u"organisation"_s), own);
        QCOMPARE(record.text(u"employment"_s), u"bidder"_s);
        QCOMPARE(record.list(u"duties"_s), QStringList({u"preparer"_s, u"clean_team"_s}));
        QCOMPARE(records.label(u"person"_s, record.id).value(), u"李伟"_s);
        RecordQuery query;
        query.search = u"李 own"_s;
        QCOMPARE(records.list(u"person"_s, query)->size(), 1);
        query.search = u"王"_s;
        QCOMPARE(records.list(u"person"_s, query)->size(), 0);
        query = {};
        query.filters = {{u"state"_s, QStringList {u"left"_s, u"active"_s}}};
        QCOMPARE(records.list(u"person"_s, query)->size(), 1);
    }

    void statesMoveByTheirRules()
    {
        dwtest::Desk &desk = f->manager();
        const QString id = f->add(desk, u"milestone"_s, {{u"title"_s, u"Sign"_s}});
        const RecordId record = RecordId::fromText(id);
        QCOMPARE(reasonOf(desk.records.transition(u"milestone"_s, record, u"finish"_s)), u"record.needs"_s);
        QCOMPARE(reasonOf(desk.records.transition(u"milestone"_s, record, u"drop"_s)), u"record.reason_needed"_s);
        QCOMPARE(reasonOf(desk.records.transition(u"milestone"_s, record, u"reopen"_s)), u"record.transition"_s);
        QVERIFY(desk.records.transition(u"milestone"_s, record, u"finish"_s, {{u"done_on"_s, u"2026-03-01"_s}}));
        const Record done = desk.records.get(u"milestone"_s, record).value();
        QCOMPARE(done.state, u"done"_s);
        QCOMPARE(desk.records.transitions(done).size(), 1);
        const QString channel = f->add(desk, u"channel"_s, {{u"name"_s, u"Mail"_s}, {u"approved_from"_s, u"2026-03-01"_s}});
        QCOMPARE(reasonOf(desk.records.transition(u"channel"_s, RecordId::fromText(channel), u"approve"_s)), u"record.role"_s);
        QVERIFY(f->officer().records.transition(u"channel"_s, RecordId::fromText(channel), u"approve"_s));
    }

    void voidedRowsStayInTheHistory()
    {
        dwtest::Desk &desk = f->manager();
        const RecordId id = RecordId::fromText(f->add(desk, u"milestone"_s, {{u"title"_s, u"Sign"_s}}));
        QCOMPARE(reasonOf(desk.records.voidRecord(u"milestone"_s, id, u" "_s)), u"record.reason_needed"_s);
        QVERIFY(desk.records.voidRecord(u"milestone"_s, id, u"Typed twice."_s));
        QCOMPARE(desk.records.list(u"milestone"_s)->size(), 0);
        RecordQuery all;
        all.includeVoided = true;
        QCOMPARE(desk.records.list(u"milestone"_s, all)->first().voidReason, u"Typed twice."_s);
        QCOMPARE(reasonOf(desk.records.set(u"milestone"_s, id, 0, {{u"title"_s, u"x"_s}})), u"record.already_voided"_s);
    }

    void importsATableRowByRow()
    {
        NoJobContext job;
        RecordService &records = f->manager().records;
        f->add(f->manager(), u"organisation"_s, {{u"name"_s, u"Own"_s}});
        const QByteArray csv = QStringLiteral("\uFEFF姓名,Organisation,身份,clearance,Shoe size\r\n王芳,Own,本方员工,3,40\r\n,Own,adviser,2,41\r\n赵磊,Nowhere,adviser,2,42\r\n").toUtf8();
        ImportOptions dry;
        dry.mode = ImportOptions::Mode::DryRun;
        const ImportReport tried = records.importTable(u"person"_s, csv, dry, job).value();
        QCOMPARE(tried.rows, 3);
        QCOMPARE(tried.imported, 1);
        QCOMPARE(tried.ignoredHeadings, QStringList {u"Shoe size"_s});
        QCOMPARE(tried.problems.size(), 2);
        QCOMPARE(tried.problems.first().reason, u"record.required"_s);
        QCOMPARE(tried.problems.first().field, u"name"_s);
        QCOMPARE(tried.problems.last().reason, u"record.reference"_s);
        QCOMPARE(records.list(u"person"_s)->size(), 0);
        QCOMPARE(records.importTable(u"person"_s, csv, {}, job)->ids.size(), 1);
        QCOMPARE(records.list(u"person"_s)->first().text(u"name"_s), u"王芳"_s);
    }

    void readsNoForeignFileItself()
    {
        // Without the worker there is no import: the bytes of the file are never parsed in this process.
        const WorkerClient none(u"/nonexistent/dealward-worker"_s);
        RecordService records(*f->manager().store, none);
        NoJobContext job;
        const auto report = records.importTable(u"organisation"_s, "name\nOwn\n", {}, job);
        QVERIFY(!report);
        QVERIFY2(report.error().reason.startsWith("worker."_L1), qPrintable(report.error().reason));
        QCOMPARE(records.list(u"organisation"_s)->size(), 0);
    }

    void exportsNothingASpreadsheetWouldRun()
    {
        RecordService &records = f->manager().records;
        f->add(f->manager(), u"organisation"_s, {{u"name"_s, u"=cmd|' /C calc'!A0"_s}, {u"contact"_s, u"+86 10"_s}});
        const QString csv = QString::fromUtf8(records.exportCsv(u"organisation"_s, {}, Language::Chinese).value());
        QVERIFY(csv.contains(u"名称"_s));
        QVERIFY(csv.contains(u"'=cmd"_s));
        QVERIFY(!csv.contains(u"\n=cmd"_s) && !csv.contains(u",+86"_s));
        // What was exported comes in again as it was.
        const RecordId id = records.list(u"organisation"_s)->first().id;
        QVERIFY(records.voidRecord(u"organisation"_s, id, u"again"_s));
        NoJobContext job;
        const ImportReport back = records.importTable(u"organisation"_s, csv.toUtf8(), {}, job).value();
        QCOMPARE(back.imported, 1);
        QCOMPARE(records.list(u"organisation"_s)->first().text(u"name"_s), u"=cmd|' /C calc'!A0"_s);
        QVERIFY(records.csvTemplate(u"person"_s)->contains("Clearance"));
    }

    void booksKeepThemselves()
    {
        dwtest::Desk &desk = f->manager();
        const QString own = f->add(desk, u"organisation"_s, {{u"name"_s, u"Own"_s}});
        const QString ann = f->add(desk, u"person"_s, {{u"name"_s, u"Ann"_s}, {u"organisation"_s, own}, {u"clearance"_s, 2}});
        const QString course = f->add(desk, u"course"_s, {{u"title"_s, u"Basics"_s}, {u"validity_months"_s, 6}, {u"pass_score"_s, 60}});
        const QString session = f->add(desk, u"training_session"_s, {{u"course"_s, course}, {u"held_on"_s, u"2026-02-01"_s}});
        const auto attend = [&](int score) {
            const QString id = f->add(desk, u"attendance"_s, {{u"training_session"_s, session}, {u"person"_s, ann}, {u"test_score"_s, score}});
            return desk.records.get(u"attendance"_s, RecordId::fromText(id)).value();
        };
        QCOMPARE(attend(80).text(u"valid_until"_s), u"2026-08-01"_s);
        QVERIFY(!attend(59).flag(u"passed"_s));
        QVERIFY(attend(59).value(u"valid_until"_s).isNull());
        const QString request = f->add(desk, u"subject_request"_s, {{u"request_no"_s, u"R-1"_s}, {u"kind"_s, u"access"_s}, {u"received_on"_s, u"2026-02-13"_s}});
        // 14 and 28 February are worked, 15-23 are the Spring Festival.
        QCOMPARE(desk.records.get(u"subject_request"_s, RecordId::fromText(request))->text(u"due_on"_s), u"2026-03-12"_s);
        const QString adviser = f->add(desk, u"third_party"_s, {{u"organisation"_s, own}, {u"service"_s, u"Counsel"_s}});
        RecordQuery clauses;
        clauses.parent = RecordId::fromText(adviser);
        QCOMPARE(desk.records.list(u"contract_clause"_s, clauses)->size(), 11);
    }

    void incidentsStartWithTheirClock()
    {
        dwtest::Desk &desk = f->manager();
        const QString playbook = f->add(desk, u"playbook"_s, {{u"title"_s, u"Leak"_s}, {u"book_version"_s, 1}, {u"is_template"_s, true}});
        f->add(desk, u"playbook_step"_s, {{u"playbook"_s, playbook}, {u"step_no"_s, 1}, {u"title"_s, u"Stop"_s}, {u"hours_limit"_s, 1}});
        f->add(desk, u"playbook_step"_s, {{u"playbook"_s, playbook}, {u"step_no"_s, 2}, {u"title"_s, u"Minor only"_s}, {u"hours_limit"_s, 9}, {u"severities"_s, u"4"_s}});
        f->rawSet(f->owner(), u"playbook"_s, playbook, {}, u"approved"_s);
        const QString id = f->add(desk, u"incident"_s, {{u"title"_s, u"Slip"_s}, {u"kind"_s, u"misdelivery"_s}, {u"severity"_s, u"1"_s}});
        RecordQuery mine;
        mine.parent = RecordId::fromText(id);
        const auto steps = desk.records.list(u"incident_step"_s, mine).value();
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps.first().integer(u"due_at"_s), f->clock.nowMs() + 3'600'000);
        const auto notices = desk.records.list(u"notification"_s, mine).value();
        QCOMPARE(notices.size(), 2);
        for (const Record &notice : notices) {
            const qint64 hours = notice.text(u"addressee"_s) == u"regulator"_s ? 4 : 72; // the 2025 measures come before PIPL's outer bound
            QCOMPARE(notice.integer(u"deadline_at"_s), f->clock.nowMs() + hours * 3'600'000);
        }
        f->rawSet(f->owner(), u"incident"_s, id, {{u"subjects_affected"_s, 1}, {u"records_affected"_s, 1}, {u"cause"_s, u"typo"_s}}, u"assessed"_s);
        QCOMPARE(reasonOf(f->officer().records.transition(u"incident"_s, RecordId::fromText(id), u"close"_s)), u"incident.incomplete"_s);
    }

private:
    std::unique_ptr<dwtest::DealFixture> f;
};

DW_TEST(TestRecordService)
#include "tst_recordservice.moc"
