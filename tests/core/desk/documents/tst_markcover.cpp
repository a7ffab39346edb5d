// Whether accepted marks cover a finding, the same as by looking at every mark.
#include "core/desk/documents/markcover.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace dw;

class TestMarkCover final : public QObject
{
    Q_OBJECT

    static StoredMark mark(int page, const QRectF &area, MarkState state = MarkState::Accepted)
    {
        StoredMark made;
        made.page = page;
        made.area = area;
        made.state = state;
        return made;
    }

    static Finding finding(int page, const QList<QRectF> &rects)
    {
        Finding made;
        made.page = page;
        made.rects = rects;
        return made;
    }

private slots:
    void wholePartAndElsewhere()
    {
        const MarkCover cover({mark(0, {100, 100, 50, 12}), mark(1, {0, 0, 600, 800}), mark(2, {0, 0, 600, 800}, MarkState::Proposed)});
        QVERIFY(cover.covers(finding(0, {{101, 101, 40, 10}})));
        QVERIFY(!cover.covers(finding(0, {{101, 101, 80, 10}})));
        QVERIFY(!cover.covers(finding(0, {{101, 101, 40, 10}, {101, 301, 40, 10}}))); // its second line is open
        QVERIFY(cover.covers(finding(1, {{5, 30, 400, 500}}))); // over many bands
        QVERIFY(!cover.covers(finding(2, {{101, 101, 40, 10}})));
        QVERIFY(!cover.covers(finding(3, {{101, 101, 40, 10}})));
        QVERIFY(!cover.covers(finding(0, {}))); // in a file without pages
    }

    void whatOverlapsCountsOnce()
    {
        // both over the first half: the second half is open
        const MarkCover cover({mark(0, {0, 0, 50, 20}), mark(0, {0, 0, 50, 20})});
        QVERIFY(!cover.covers(finding(0, {{0, 0, 100, 20}})));
        const MarkCover halves({mark(0, {0, 0, 50, 20}), mark(0, {40, 0, 60, 20})});
        QVERIFY(halves.covers(finding(0, {{0, 0, 100, 20}})));
    }

    void aPlaceWithoutSizeIsNotCoveredByNothing()
    {
        QVERIFY(!MarkCover().covers(finding(0, {{10, 10, 0, 0}})));
        QVERIFY(MarkCover({mark(0, {0, 0, 50, 20})}).covers(finding(0, {{10, 10, 0, 0}})));
    }

    void whatIsTakenAwayCoversNoMore()
    {
        MarkCover cover({mark(0, {0, 0, 50, 90})});
        cover.add(mark(0, {0, 0, 50, 90}));
        cover.remove(mark(0, {0, 0, 50, 90}));
        QVERIFY(cover.covers(finding(0, {{5, 5, 20, 70}}))); // there was another one
        cover.remove(mark(0, {0, 0, 50, 90}));
        QVERIFY(!cover.covers(finding(0, {{5, 5, 20, 70}})));
    }

    void agreesWithCountingPoints()
    {
        QRandomGenerator random(20261124);
        const auto rect = [&](int most) { return QRectF(random.bounded(80), random.bounded(160) - 40, 1 + random.bounded(most), 1 + random.bounded(most)); };
        int covered = 0;
        for (int round = 0; round < 400; ++round) {
            QList<StoredMark> marks;
            for (int i = 0; i < 6; ++i)
                marks.append(mark(0, rect(80)));
            const QRectF place = rect(40);
            int inside = 0;
            for (int x = 0; x < int(place.width()); ++x) {
                for (int y = 0; y < int(place.height()); ++y) { // whole points: each unit square is in or out
                    const QRectF unit(place.left() + x, place.top() + y, 1, 1);
                    inside += std::any_of(marks.begin(), marks.end(), [&](const StoredMark &each) { return each.area.contains(unit); }) ? 1 : 0;
                }
            }
            const bool expected = inside >= 0.9 * place.width() * place.height() - 1e-9;
            QCOMPARE(MarkCover(marks).covers(finding(0, {place})), expected);
            covered += expected ? 1 : 0;
        }
        QVERIFY(covered > 20 && covered < 380);
    }
};

DW_TEST(TestMarkCover)
#include "tst_markcover.moc"
