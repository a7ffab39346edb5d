#include "tests/support/documentfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace dwtest;
using namespace Qt::StringLiterals;

class TestDocumentLevels final : public QObject
{
    Q_OBJECT

    static QByteArray contract() { return SamplePdf().page({{"mail: lin@client.example"}, {"mobile 13812345678", 72, 600}}).bytes(); }

private slots:
    void theSearchProposes()
    {
        DocumentFixture f;
        const auto outcome = f.import(contract(), u"contract.pdf"_s, 2);
        const auto proposal = f.documents->levels().proposal(outcome->document).value();
        QVERIFY(proposal);
        QCOMPARE(proposal->level, 3);
        QCOMPARE(proposal->evidence.size(), 2);
        QCOMPARE(proposal->tags, QStringList {u"personal"_s});
        const Document document = f.documents->get(outcome->document).value();
        QCOMPARE(document.level, 2); // a person decides
    }

    void aDecisionMovesEverything()
    {
        DocumentFixture f;
        const auto outcome = f.import(contract(), u"contract.pdf"_s, 2);
        const auto before = f.documents->findings().list(outcome->version).value();
        StoredMark mark;
        mark.area = QRectF(10, 10, 50, 20);
        QVERIFY(f.documents->marks().add(outcome->version, {mark}));
        const int blobs = f.blobCount();
        const auto moved = f.documents->levels().decide(outcome->document, 4);
        QVERIFY2(moved, qPrintable(moved ? QString() : moved.error().reason));
        QCOMPARE(f.documents->get(outcome->document)->level, 4);
        const DocumentVersion version = f.version(outcome->version);
        QCOMPARE(version.level, 4);
        QCOMPARE(f.blobCount(), blobs);
        QCOMPARE(f.documents->reader().bytes(version).value().view().toByteArray(), contract());
        QCOMPARE(f.documents->findings().list(version.id).value().size(), before.size());
        QCOMPARE(f.documents->marks().list(version.id).value().size(), 1);
        QVERIFY(f.store->verifyTrail().value().isClean());
        // who is cleared for 3 alone sees nothing of it any more
        f.become(u"cleared for three"_s, Role::DealManager, 3);
        QVERIFY(f.documents->get(outcome->document)->isWithheld);
        QCOMPARE(f.documents->findings().list(version.id).error().reason, u"level.not_cleared"_s);
        QCOMPARE(f.documents->levels().decide(outcome->document, 3, u"why not"_s).error().reason, u"level.not_cleared"_s);
    }

    void goingBelowTheProposalNeedsAReason()
    {
        DocumentFixture f;
        const auto outcome = f.import(contract());
        QCOMPARE(f.documents->levels().decide(outcome->document, 2).error().reason, u"document.level_reason"_s);
        QCOMPARE(f.documents->get(outcome->document)->level, 3);
        QVERIFY(f.documents->levels().decide(outcome->document, 2, u"All of it is public."_s));
        QCOMPARE(f.documents->get(outcome->document)->level, 2);
        QCOMPARE(f.documents->findings().list(outcome->version).value().size(), 2);
    }

    void aStateSecretMarkingStops()
    {
        DocumentFixture f;
        const auto outcome = f.import("机密★十年\n关于客户的报告，电话13812345678\n"_ba, u"report.txt"_s);
        QVERIFY(outcome);
        QCOMPARE(f.documents->get(outcome->document)->state, u"stopped"_s);
        QVERIFY(f.documents->levels().proposal(outcome->document).value()->isBlocked);
        QCOMPARE(f.documents->reviews().request(outcome->version).error().reason, u"document.state_secret"_s);
        QCOMPARE(f.documents->levels().decide(outcome->document, 4).error().reason, u"document.state_secret"_s);
        QCOMPARE(f.documents->exports().write(outcome->version, f.fixture.directory.filePath(u"out"_s), {}, [] { return Result<>(); }).error().reason,
            u"document.state_secret"_s);
    }
};

DW_TEST(TestDocumentLevels)
#include "tst_documentlevels.moc"
