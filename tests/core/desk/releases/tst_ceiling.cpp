#include "core/desk/releases/ceiling.h"
#include "tests/support/testmain.h"

#include <QTemporaryFile>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestCeiling final : public QObject
{
    Q_OBJECT

private slots:
    void everyPhaseHasItsCeiling_data()
    {
        QTest::addColumn<QString>("phase");
        QTest::addColumn<QString>("side");
        QTest::addColumn<int>("highest");
        const auto row = [](const char *phase, const char *side, int highest) {
            QTest::addRow("%s %s", phase, side) << QString::fromLatin1(phase) << QString::fromLatin1(side) << highest;
        };
        for (const char *phase : {"prepare", "negotiate", "documents", "closing", "post"}) {
            row(phase, "own", 4);
            row(phase, "adviser", 4);
        }
        row("prepare", "bidder", 0);
        row("prepare", "selected_buyer", 0);
        row("negotiate", "bidder", 2);
        row("documents", "bidder", 4);
        row("closing", "bidder", 0);
        row("closing", "selected_buyer", 4);
        row("post", "bidder", 0);
        row("post", "selected_buyer", 0);
    }

    void everyPhaseHasItsCeiling()
    {
        QFETCH(QString, phase);
        QFETCH(QString, side);
        QFETCH(int, highest);
        QCOMPARE(Ceiling::load()->highestLevel(phase, side), highest);
    }

    void treatmentAndTeamDecideFromLevelThree()
    {
        const Ceiling ceiling = Ceiling::load().value();
        using A = Ceiling::Answer;
        QCOMPARE(ceiling.judge({u"documents"_s, u"bidder"_s, 3, u"none"_s, false}), A::TreatmentNeeded);
        QCOMPARE(ceiling.judge({u"documents"_s, u"bidder"_s, 3, u"redacted"_s, false}), A::Admitted);
        QCOMPARE(ceiling.judge({u"documents"_s, u"bidder"_s, 4, u"anonymised"_s, false}), A::CleanTeamOnly);
        QCOMPARE(ceiling.judge({u"documents"_s, u"bidder"_s, 4, u"anonymised"_s, true}), A::Admitted);
        QCOMPARE(ceiling.judge({u"documents"_s, u"bidder"_s, 4, u"aggregated"_s, true}), A::Admitted);
        QCOMPARE(ceiling.judge({u"documents"_s, u"bidder"_s, 4, u"redacted"_s, true}), A::TreatmentNeeded);
        QCOMPARE(ceiling.judge({u"documents"_s, u"bidder"_s, 4, u"pseudonymised"_s, true}), A::TreatmentNeeded);
        QCOMPARE(ceiling.judge({u"negotiate"_s, u"bidder"_s, 3, u"anonymised"_s, true}), A::LevelTooHigh);
        QCOMPARE(ceiling.judge({u"prepare"_s, u"adviser"_s, 3, u"none"_s, false}), A::Admitted);
        QCOMPARE(ceiling.exceptionRule({u"documents"_s, u"bidder"_s, 4, u"redacted"_s, true}), u"release_level4"_s);
        QVERIFY(ceiling.exceptionRule({u"documents"_s, u"bidder"_s, 3, u"none"_s, true}).isEmpty());
    }

    void anIncompleteTableIsRefused()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(R"({"rows": [{"phases": ["prepare"], "sides": ["own"], "levels": []}]})");
        file.flush();
        QCOMPARE(Ceiling::load(file.fileName()).error().reason, u"release.data"_s);
        QVERIFY(!Ceiling::load(u":/release/none.json"_s));
    }
};

DW_TEST(TestCeiling)
#include "tst_ceiling.moc"
