// The text of pages that a search keeps: the same as the viewer reads, under the keys of its level, and used by "Mark all".
#include "tests/support/documentfixture.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace dwtest;
using namespace Qt::StringLiterals;

class TestPageTexts final : public QObject
{
    Q_OBJECT

    static QByteArray contract()
    {
        return SamplePdf()
            .page({{"Contract with Bluewater Shipping of 2 March", 72, 700, 12}, {"The second line", 72, 660, 12}})
            .chinesePage({u"甲方：青岛碧水航运有限公司"_s, u"联系人 王磊 （手机）"_s})
            .page({})
            .bytes();
    }

private slots:
    void areWhatTheViewerReads()
    {
        DocumentFixture f;
        const auto outcome = f.import(contract());
        QVERIFY(outcome);
        const auto texts = f.documents->findings().texts(outcome->version);
        QVERIFY(texts);
        const auto open = f.documents->reader().open(outcome->version).value();
        QCOMPARE(open->pageCount(f.job).value(), 3);
        for (int page = 0; page < 3; ++page)
            QCOMPARE(texts->value(page), SearchText(open->words(page, f.job).value()).text());
        QVERIFY2(texts->value(0).contains("bluewater shipping"_L1), qPrintable(texts->value(0)));
        QVERIFY2(texts->value(1).contains(u"王磊"_s), qPrintable(texts->value(1)));
    }

    void ofARedactionHoldNothingOfWhatWasRemoved()
    {
        DocumentFixture f;
        const auto outcome = f.import(contract());
        QVERIFY(f.documents->marks().addWord(outcome->version, {u"Bluewater Shipping"_s}, {}, f.job));
        const auto made = f.documents->redaction().run(outcome->version, {}, f.job);
        QVERIFY2(made, made ? "" : qPrintable(made.error().reason));
        const auto texts = f.documents->findings().texts(made->version.id).value();
        QVERIFY2(!texts.value(0).contains("bluewater"_L1) && texts.value(0).contains("second line"_L1), qPrintable(texts.value(0)));
        QVERIFY(f.documents->findings().texts(outcome->version).value().value(0).contains("bluewater"_L1)); // the original keeps its own
    }

    void goWithTheLevelAndNeedItsClearance()
    {
        DocumentFixture f;
        const auto outcome = f.import(contract(), u"contract.pdf"_s, 2);
        const auto before = f.documents->findings().texts(outcome->version).value();
        QVERIFY(f.documents->levels().decide(outcome->document, 4));
        QCOMPARE(f.documents->findings().texts(outcome->version).value(), before);
        const auto left = f.store->read([&](const ReadTx &tx) { return tx.query(u"SELECT 1 FROM page_text"_s); });
        QVERIFY(left && left->isEmpty()); // nothing stays under the keys of the lower level
        f.become(u"cleared for three"_s, Role::DealManager, 3);
        QCOMPARE(f.documents->findings().texts(outcome->version).error().reason, u"level.not_cleared"_s);
        QVERIFY(!f.everyByteOnDisk().contains("bluewater"));
    }

    void aWordOnOnePageIsMarkedThereAndNowhereElse()
    {
        DocumentFixture f;
        SamplePdf pdf;
        for (int page = 0; page < 12; ++page)
            pdf.page({{page == 7 ? "Here is the Unicorn" : "Nothing here"}});
        const auto outcome = f.import(pdf.bytes());
        const auto change = f.documents->marks().addWord(outcome->version, {u"unicorn"_s}, {}, f.job);
        QVERIFY(change);
        QCOMPARE(change->after.size(), 1);
        QCOMPARE(change->after.first().page, 7);
        QCOMPARE(f.documents->marks().addWord(outcome->version, {u"griffin"_s}, {}, f.job).error().reason, u"marks.word_not_found"_s);
    }
};

DW_TEST(TestPageTexts)
#include "tst_pagetexts.moc"
