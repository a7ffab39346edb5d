// Lines of which something goes at level B or C: what stays must not tell how wide the removed part was.
#include "core/engines/redact/lineplanner.h"
#include "tests/support/cutbench.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::CutBench;

namespace {

constexpr double em = 10;

CutAreas oneArea(RedactionLevel level, const QRectF &rect = {0, 690, 1, 20})
{
    CutArea area;
    area.rect = rect;
    area.level = level;
    return CutAreas({area});
}

/// A letter of its own width on a line that runs to the right.
LinePlanner::Seen seenAt(int show, QPointF from, double width, bool cut)
{
    LinePlanner::Seen seen;
    seen.show = show;
    seen.from = from;
    seen.to = from + QPointF(width, 0);
    seen.ink = QRectF(from, QSizeF(width, 0.7 * em));
    seen.along = QPointF(1, 0);
    seen.em = em;
    seen.nominal = width;
    seen.area = cut ? 0 : -1;
    return seen;
}

/// A word of a line to be planned: its letters' own widths, and where it stands along the line.
struct Word {
    double start = 0;
    QList<double> widths;
    bool cut = false;
    double extra = 0; ///< Between letters, beyond their widths.

    double end() const
    {
        double place = start;
        for (const double width : widths)
            place += width + extra;
        return place;
    }
};

/// A planner that was told words, each shown by an operator of its own or all by one.
struct Line {
    const CutAreas areas;
    LinePlanner planner;
    QList<Word> words;
    QList<int> shows;
    QPointF along;
    QPointF origin;
    bool single = false;

    Line(const CutAreas &given, const QList<Word> &list, QPointF direction = {1, 0}, QPointF begin = {0, 700}, bool oneShow = false)
        : areas(given)
        , planner(areas, QRectF(0, 0, 1000, 1000))
        , words(list)
        , along(direction)
        , origin(begin)
        , single(oneShow)
    {
        int show = single ? planner.nextShow() : -1;
        for (const Word &word : words) {
            show = single ? show : planner.nextShow();
            shows.append(show);
            double place = word.start;
            for (const double width : word.widths) {
                LinePlanner::Seen seen;
                seen.show = show;
                seen.from = origin + along * place;
                place += width + word.extra;
                seen.to = origin + along * place;
                seen.along = along;
                seen.em = em;
                seen.nominal = width;
                seen.area = word.cut ? 0 : -1;
                planner.record(seen);
            }
        }
        planner.plan();
    }

    const LinePlanner::Decision &decision(int word, int letter = 0) const
    {
        int before = 0;
        for (int i = 0; single && i < word; ++i)
            before += int(words.at(i).widths.size());
        return planner.decision(shows.at(word), before + letter);
    }

    /// Where a letter is set now, along the line.
    double placed(int word, int letter = 0) const
    {
        double place = words.at(word).start;
        for (int i = 0; i < letter; ++i)
            place += words.at(word).widths.at(i) + words.at(word).extra;
        return place + QPointF::dotProduct(decision(word, letter).shift, along);
    }

    double placedEnd(int word) const { return placed(word, int(words.at(word).widths.size()) - 1) + words.at(word).widths.last(); }
};

QList<Word> someLine(QRandomGenerator &random, double space, int cut)
{
    QList<Word> words;
    double place = 50 + random.bounded(5.0);
    for (int i = 0; i < 9; ++i) {
        Word word;
        word.start = place;
        word.cut = i == cut;
        for (int k = random.bounded(1, 9); k > 0; --k)
            word.widths.append(2 + random.bounded(6.0));
        words.append(word);
        place = word.end() + space;
    }
    return words;
}

/// Of a distance from the nearest grid line.
double offGrid(double distance)
{
    return std::abs(distance - std::round(distance / LinePlanner::grid) * LinePlanner::grid);
}

} // namespace

class TestLinePlanner final : public QObject
{
    Q_OBJECT

private slots:
    void wordsStandOnOneGrid()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 200; ++round) {
            // So wide spaces never have to give way.
            const Line line(oneArea(RedactionLevel::B), someLine(random, 6, 4));
            for (int i = 0; i < 9; ++i) {
                if (i == 4)
                    continue;
                QVERIFY(offGrid(line.placed(i) - line.placed(0)) < 1e-6);
                QVERIFY(line.decision(i).startsPiece);
                QVERIFY(std::abs(line.placed(i) - line.words.at(i).start) <= LinePlanner::farthest + 1e-6);
                QVERIFY(line.planner.isReset(line.shows.at(i)));
                QCOMPARE(line.decision(i).area, -1);
            }
            QCOMPARE(line.decision(4).area, 0);
        }
    }

    void tightLinesKeepTheirOrder()
    {
        QRandomGenerator random(4);
        constexpr double smallest = 0.2 * em;
        int same = 0;
        for (int round = 0; round < 200; ++round) {
            const Line line(oneArea(RedactionLevel::B), someLine(random, 2.5 + random.bounded(1.0), 4));
            for (int i = 0; i < 9; ++i) {
                if (i == 4)
                    continue;
                const double move = line.placed(i) - line.words.at(i).start;
                QVERIFY2(std::abs(move) <= LinePlanner::farthest + 1e-6, qPrintable(QString::number(move)));
                if (i == 0)
                    continue;
                const int before = i == 5 ? 3 : i - 1;
                const double space = line.placed(i) - line.placedEnd(before);
                QVERIFY2(space >= smallest - 1e-6, qPrintable(QString::number(space)));
                // On the grid or, pushed by the word before it, at the smallest space: never at a place of its own.
                QVERIFY(offGrid(line.placed(i) - line.placed(0)) < 1e-6 || std::abs(space - smallest) < 1e-6);
                same += i == 5 && std::abs(space - (line.words.at(5).start - line.words.at(3).end())) < 0.15;
            }
        }
        QVERIFY2(same <= 4, qPrintable(QString::number(same))); // of 200 gaps as wide as before
    }

    void lettersStandAtTheirOwnWidths()
    {
        // Kerned by the source, up to a tenth of an em.
        Word first {50, {5, 6, 7, 5}, false, 0};
        Word cut {90, {5, 5}, true, 0};
        Word last {110, {6, 5, 6}, false, 0};
        const CutAreas areas = oneArea(RedactionLevel::B);
        LinePlanner planner(areas, QRectF(0, 0, 1000, 1000));
        const QList<double> kerns {0.3, -0.4, 0.7, 0};
        QList<double> from;
        for (const Word &word : {first, cut, last}) {
            const int show = planner.nextShow();
            double place = word.start;
            for (int i = 0; i < word.widths.size(); ++i) {
                planner.record(seenAt(show, {place, 700}, word.widths.at(i), word.cut));
                from.append(place);
                place += word.widths.at(i) + (show == 0 ? kerns.at(i) : 0);
            }
        }
        planner.plan();
        for (int i = 1; i < 4; ++i) {
            const double step = from.at(i) + planner.decision(0, i).shift.x() - from.at(i - 1) - planner.decision(0, i - 1).shift.x();
            QVERIFY(std::abs(step - first.widths.at(i - 1)) < 1e-9);
            QVERIFY(!planner.decision(0, i).startsPiece);
        }
    }

    void columnsStayWhereTheyAre()
    {
        const QList<Word> words {{50.3, {5, 5, 5}, false, 0}, {70, {5, 5}, true, 0}, {85.1, {5, 5}, false, 0},
            {85.1 + 10 + 3 * em + 0.5, {5, 5, 5}, false, 0}};
        const Line apart(oneArea(RedactionLevel::B), words);
        QVERIFY(apart.planner.isReset(apart.shows.at(2)));
        QVERIFY(!apart.planner.isReset(apart.shows.at(3)));
        // Shown by the same operator it is set anew too, but not moved.
        const Line together(oneArea(RedactionLevel::B), words, {1, 0}, {0, 700}, true);
        QVERIFY(together.planner.isReset(0));
        QVERIFY(together.decision(3).startsPiece);
        QCOMPARE(together.decision(3).shift, QPointF());
        // A little nearer it belongs to the line.
        QList<Word> near = words;
        near[3].start -= 1;
        const Line one(oneArea(RedactionLevel::B), near);
        QVERIFY(one.planner.isReset(one.shows.at(3)));
        // What stands on another line does not.
        const CutAreas areas = oneArea(RedactionLevel::B);
        LinePlanner planner(areas, QRectF(0, 0, 1000, 1000));
        planner.record(seenAt(planner.nextShow(), {50, 700}, 5, true));
        planner.record(seenAt(planner.nextShow(), {60, 696}, 5, false));
        planner.record(seenAt(planner.nextShow(), {60, 701}, 5, false)); // a footnote's mark
        planner.plan();
        QVERIFY(!planner.isReset(1));
        QVERIFY(planner.isReset(2));
    }

    void textsDrawnOverOneAnotherAreTwoLines()
    {
        const CutAreas areas = oneArea(RedactionLevel::B);
        LinePlanner planner(areas, QRectF(0, 0, 1000, 1000));
        const auto write = [&](QPointF place, int letters, double width, int cut) {
            const int show = planner.nextShow();
            for (int i = 0; i < letters; ++i, place.rx() += width)
                planner.record(seenAt(show, place, width, i < cut));
            return show;
        };
        write({50, 700}, 4, 5, 4);
        const int line = write({75, 700}, 8, 5, 0);
        const int index = write({115.5, 702}, 2, 3, 0);
        const int stamp = write({78, 703}, 5, 6.5, 0);
        planner.plan();
        QVERIFY(planner.isReset(line) && planner.isReset(index));
        QVERIFY(!planner.isReset(stamp)); // nothing of it goes, and nothing pushes it
        for (int i = 1; i < 8; ++i) {
            QVERIFY(!planner.decision(line, i).startsPiece);
            QVERIFY((planner.decision(line, i).shift - planner.decision(line, 0).shift).manhattanLength() < 1e-9);
        }
        QCOMPARE(planner.decision(stamp, 2).shift, QPointF());
    }

    void levelATouchesNothing()
    {
        QRandomGenerator random(5);
        const Line line(oneArea(RedactionLevel::A), someLine(random, 3, 4));
        for (int i = 0; i < 9; ++i) {
            QVERIFY(!line.planner.isReset(line.shows.at(i)));
            QCOMPARE(line.decision(i).area, i == 4 ? 0 : -1);
        }
        QVERIFY(line.planner.boxes().isEmpty() && line.planner.movedLines().isEmpty());
    }

    void levelCTakesTheWholeLine()
    {
        const QList<Word> words {{50, {5, 5, 5}, false, 0}, {70, {5, 5}, true, 0}, {85, {5, 5}, false, 0}, {200, {5, 5}, false, 0}};
        const Line line(oneArea(RedactionLevel::C, {69, 690, 12, 20}), words);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(line.decision(i).area, 0);
        QCOMPARE(line.decision(3).area, -1); // another column
        QCOMPARE(line.planner.boxes().size(), 1);
        const QRectF box = line.planner.boxes().first().rect;
        QVERIFY(box.left() <= 50 && box.right() >= 95 && box.right() < 200);
        QVERIFY(std::abs(std::remainder(box.width(), 2 * em)) < 1e-6); // nor does its end tell where the line ended
    }

    void verticalWritingAndOtherDirections()
    {
        QRandomGenerator random(6);
        for (const QPointF direction : {QPointF(0, -1), QPointF(0, 1), QPointF(-1, 0), QPointF(std::sqrt(0.5), std::sqrt(0.5))}) {
            const Line line(oneArea(RedactionLevel::B), someLine(random, 6, 4), direction, {500, 500});
            for (int i = 0; i < 9; ++i) {
                if (i == 4)
                    continue;
                QVERIFY(offGrid(line.placed(i) - line.placed(0)) < 1e-6);
                const QPointF shift = line.decision(i).shift;
                QVERIFY(std::abs(shift.x() * direction.y() - shift.y() * direction.x()) < 1e-9); // along the line only
                QVERIFY(std::hypot(shift.x(), shift.y()) <= LinePlanner::farthest + 1e-6);
            }
        }
    }

    void tightTrackingIsKeptCoarsely()
    {
        QRandomGenerator random(7);
        QList<Word> words;
        double place = 50;
        for (int i = 0; i < 9; ++i) {
            Word word {place, {}, i == 4, -0.43}; // of 10 points
            for (int k = 0; k < 8; ++k)
                word.widths.append(4 + random.bounded(3.0));
            place = word.end() + 4;
            words.append(word);
        }
        const Line line(oneArea(RedactionLevel::B), words);
        QCOMPARE(line.decision(0).tracking, -0.04);
        for (int i = 0; i < 9; ++i) {
            if (i != 4)
                QVERIFY(std::abs(line.placedEnd(i) + words.at(i).extra - words.at(i).end()) < 2.1);
        }
        QVERIFY(std::abs((line.placedEnd(8) - line.placed(0)) - (words.at(8).end() + 0.43 - 50)) < 2);
    }

    void spacingIsWrittenInCoarseSteps()
    {
        QCOMPARE(LinePlanner::coarseSpacing(0.237, 10), 0.0);
        QCOMPARE(LinePlanner::coarseSpacing(0.26, 10), 0.5);
        QCOMPARE(LinePlanner::coarseSpacing(-1.1, 10), -1.0);
        QCOMPARE(LinePlanner::coarseSpacing(2, -10), 2.0);
    }

    void marksAreNotBaredByWhatTouchesThem()
    {
        // Letters on both sides of the cut ones, without a space, in lines of many words. Few lines have no better place.
        int bared = 0;
        for (int i = 0; i < 200; ++i) {
            QList<Word> words;
            double place = 10 + 0.37 * i;
            for (int k = 0; k < 9; ++k) {
                const bool tight = k == 4 || k == 5;
                place += tight ? 0 : 2.5 + 0.11 * ((i + 5 * k) % 7);
                words.append({place, QList<double>(3 + (i + k) % 4, 5 + 0.13 * ((3 * i + k) % 5)), k == 4});
                place = words.back().end();
            }
            const Word cut = words.at(4);
            const CutAreas areas = oneArea(RedactionLevel::B, {cut.start, 690, cut.end() - cut.start, 20});
            const Line line(areas, words);
            const QList<LinePlanner::Box> boxes = line.planner.boxes();
            QCOMPARE(boxes.size(), 1);
            bared += boxes.front().rect.right() < cut.end() - 1;
        }
        QVERIFY2(bared <= 4, qPrintable(QString::number(bared)));
    }

    void boxesFillTheGap()
    {
        QRandomGenerator random(8);
        const QList<Word> words = someLine(random, 6, 4);
        const Line line(oneArea(RedactionLevel::B, {words.at(4).start, 690, words.at(4).end() - words.at(4).start, 20}), words);
        QCOMPARE(line.planner.boxes().size(), 1);
        const QRectF box = line.planner.boxes().first().rect;
        // From the word before to the word behind, without touching them.
        QVERIFY(box.left() > line.placedEnd(3) && box.left() < line.placedEnd(3) + 0.5);
        QVERIFY(box.right() < line.placed(5) && box.right() > line.placed(5) - 0.5);
        QVERIFY(line.planner.movedLines().size() == 1 && line.planner.movedLines().first().contains(QPointF(words.at(8).end(), 700)));
    }

    void theStreamDoesNotTellTheJustification()
    {
        CutBench bench;
        const QRectF area(155.6, 697, 36.4, 13); // SECRET
        const std::string line = "/F1 10 Tf BT 3.217 Tw 0.137 Tc 100 700 Td [(One) -13 ( two ) 17 (SECRET th) 9.5 (ree)] TJ ";
        const std::string left = bench.cut(line + "ET", area, RedactionLevel::B);
        QVERIFY2(!CutBench::has(left, "SECRET") && !CutBench::has(left, "TJ"), left.c_str());
        for (const char *number : {"3.217", "0.137", "-13", "17 ", "9.5"})
            QVERIFY2(!CutBench::has(left, number), left.c_str());
        QMap<QString, QRectF> places = bench.places(left);
        QVERIFY2(places.keys() == (QStringList {u"One"_s, u"three"_s, u"two"_s}), (left + qPrintable(QStringList(places.keys()).join(u"/"_s))).c_str());
        QVERIFY(offGrid(places.value(u"two"_s).left() - places.value(u"One"_s).left()) < 0.01);
        QVERIFY(offGrid(places.value(u"three"_s).left() - places.value(u"One"_s).left()) < 0.01);
        // Lines that stay keep theirs, wherever it was set.
        const std::string next = line + "0 -20 Td (four five) Tj 7 Tw 0 -20 Td (six seven) Tj ET q BT 100 500 Td (eight nine) Tj ET Q";
        const QMap<QString, QRectF> before = bench.places(next);
        places = bench.places(bench.cut(next, area, RedactionLevel::B));
        for (const QString &word : {u"four"_s, u"five"_s, u"six"_s, u"seven"_s, u"eight"_s, u"nine"_s})
            QVERIFY2((places.value(word).topLeft() - before.value(word).topLeft()).manhattanLength() < 0.01, qPrintable(word));
    }

    void formsKeepTheSpacingTheyBeginWith()
    {
        CutBench bench;
        bench.add("/XObject", "/X", bench.form("BT 100 500 Td (four five) Tj ET"));
        const std::string content = "/F1 10 Tf 3.217 Tw 1.5 Tc BT 100 700 Td (One SECRET) Tj ET /X Do";
        const QMap<QString, QRectF> before = bench.places(content);
        const QMap<QString, QRectF> after = bench.places(bench.cut(content, QRectF(133, 697, 60, 13), RedactionLevel::B));
        QVERIFY(!after.contains(u"SECRET"_s) && before.contains(u"five"_s));
        QCOMPARE(after.value(u"five"_s), before.value(u"five"_s));
    }
};

DW_TEST(TestLinePlanner)
#include "tst_lineplanner.moc"
