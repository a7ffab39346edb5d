// How many of the deal's names would fit what is removed, measured in the font that stands there.
#include "core/desk/documents/gapcandidates.h"
#include "tests/support/documentfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dwtest;

class TestGapCandidates final : public QObject
{
    Q_OBJECT

    /// The gap of the only mark.
    static MeasuredGap gapOf(DocumentFixture &f, const QByteArray &pdf, const QString &word, int *names = nullptr)
    {
        const auto imported = f.import(pdf);
        WordQuery query;
        query.text = word;
        if (!imported || !f.documents->marks().addWord(imported->version, query, {}, f.job))
            qFatal("set-up");
        const auto found = f.documents->gaps().measure(imported->version, {}, f.job);
        if (!found || found->gaps.size() != 1)
            qFatal("gaps: %s", found ? "count" : qPrintable(found.error().reason));
        if (names)
            *names = found->names;
        return *found->gaps.begin();
    }

private slots:
    void widthsOfTheFontAtThePlace()
    {
        DocumentFixture f;
        // Helvetica: an anagram is exactly as wide; with other capitals it is not.
        f.clientNames = {{u"Acme"_s, u"COMPANY"_s}, {u"Mace"_s, u"COMPANY"_s}, {u"cemA"_s, u"COMPANY"_s}, {u"iiii"_s, u"COMPANY"_s},
            {u"A much longer name of a company"_s, u"COMPANY"_s}, {u"Acme"_s, u"PERSON"_s}};
        int names = 0;
        const MeasuredGap gap = gapOf(f, SamplePdf().page({{"with Acme and others", 72, 700, 12}}).bytes(), u"Acme"_s, &names);
        QCOMPARE(names, 5); // each once
        QVERIFY(qAbs(gap.em - 12) < 0.01);
        QVERIFY2(qAbs(gap.removed - 12 * (0.667 + 0.5 + 0.833 + 0.556)) < 0.1, qPrintable(QString::number(gap.removed)));
        QVERIFY(gap.font.contains(u"Helvetica"_s));
        QCOMPARE(gap.measured, 5);
        QCOMPARE(gap.fitExact, 2);
        QCOMPARE(gap.fitBox, 4); // the short one hides in the same box
    }

    void chineseNames()
    {
        DocumentFixture f;
        f.clientNames = {{u"青禾精密"_s, u"COMPANY"_s}, {u"江城物流"_s, u"COMPANY"_s}, {u"南浦云图科技有限公司"_s, u"COMPANY"_s}};
        const MeasuredGap gap = gapOf(f, SamplePdf().chinesePage({u"合同与青禾精密签订"_s}).bytes(), u"青禾精密"_s);
        QVERIFY(qAbs(gap.removed - 48) < 0.5);
        QCOMPARE(gap.fitExact, 2);
        QCOMPARE(gap.fitBox, 2);
    }

    void anAreaWithoutText()
    {
        DocumentFixture f;
        f.clientNames = {{u"Acme"_s, u"COMPANY"_s}};
        const auto imported = f.import(SamplePdf().page({{"with Acme"}}).bytes());
        StoredMark mark;
        mark.area = QRectF(300, 100, 50, 20);
        mark.reason = RedactionReasons::defaultCode();
        QVERIFY(f.documents->marks().add(imported->version, {mark}));
        const auto found = f.documents->gaps().measure(imported->version, {}, f.job).value();
        QCOMPARE(found.gaps.size(), 1);
        QCOMPARE(found.gaps.begin()->removed, 0);
        QCOMPARE(found.gaps.begin()->measured, 0);
    }

    void needsTheClearance()
    {
        DocumentFixture f;
        const auto imported = f.import(SamplePdf().page({{"with Acme"}}).bytes());
        f.become(u"low"_s, Role::DealManager, 2);
        QCOMPARE(f.documents->gaps().measure(imported->version, {}, f.job).error().reason, u"level.not_cleared"_s);
    }
};

DW_TEST(TestGapCandidates)
#include "tst_gapcandidates.moc"
