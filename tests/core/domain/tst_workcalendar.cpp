#include "core/domain/workcalendar.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestWorkCalendar final : public QObject
{
    Q_OBJECT

private slots:
    void knowsHolidaysAndExchangedDays()
    {
        const WorkCalendar calendar = WorkCalendar::load().value();
        QVERIFY(!calendar.isWorkday({2025, 10, 8})); // a Wednesday of the National Day week
        QVERIFY(calendar.isWorkday({2025, 10, 11})); // the Saturday worked for it
        QVERIFY(!calendar.isWorkday({2026, 2, 23})); // last Monday of the Spring Festival
        QVERIFY(calendar.isWorkday({2026, 2, 28})); // a Saturday
        QVERIFY(calendar.isWorkday({2026, 1, 4})); // a Sunday
        QVERIFY(calendar.isWorkday({2026, 3, 2}));
        QVERIFY(!calendar.isWorkday({2026, 3, 7}));
        QVERIFY(!calendar.isWorkday({2027, 2, 5}));
    }

    void countsWorkingDays()
    {
        const WorkCalendar calendar = WorkCalendar::load().value();
        QCOMPARE(calendar.addWorkdays({2026, 2, 13}, 1), QDate(2026, 2, 14)); // Saturday before the festival
        QCOMPARE(calendar.addWorkdays({2026, 2, 13}, 2), QDate(2026, 2, 24));
        QCOMPARE(calendar.addWorkdays({2026, 3, 2}, 5), QDate(2026, 3, 9));
        QCOMPARE(calendar.addWorkdays({2026, 3, 2}, 0), QDate(2026, 3, 2));
        QCOMPARE(calendar.workdaysBetween({2026, 9, 24}, {2026, 10, 10}), 6); // 28, 29, 30 September, 8, 9 and 10 October
    }

    void saysWhichYearsItKnows()
    {
        const WorkCalendar calendar = WorkCalendar::load().value();
        QVERIFY(calendar.covers({2025, 1, 1}) && calendar.covers({2027, 12, 31}));
        QVERIFY(!calendar.covers({2028, 1, 1}) && !calendar.covers({2024, 12, 31}));
        QVERIFY(calendar.isAnnounced(2026) && !calendar.isAnnounced(2027));
    }

    void refusesAMalformedFile()
    {
        QTemporaryDir directory;
        QFile file(directory.filePath(u"h.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"first_year": 2026, "last_year": 2026, "years": [{"year": 2026, "holidays": [], "worked": ["2026-03-03"]}]})");
        file.close();
        QCOMPARE(WorkCalendar::load(file.fileName()).error().reason, u"calendar.malformed"_s);
        QCOMPARE(WorkCalendar::load(directory.filePath(u"none.json"_s)).error().code, ErrorCode::NotFound);
    }
};

DW_TEST(TestWorkCalendar)
#include "tst_workcalendar.moc"
