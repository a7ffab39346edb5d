#include "core/engines/redact/tounicode.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestToUnicode final : public QObject
{
    Q_OBJECT

private slots:
    void keepsOnlyTheLinesOfTheCodes()
    {
        const std::string cmap = "/CIDInit /ProcSet findresource begin begincmap % note\n"
                                 "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                                 "2 beginbfchar <0001> <0041> <0002><0042> endbfchar\n"
                                 "3 beginbfrange <0010> <0013> <4E00> <0020> <0022> [<0061> <0062> <00630064>] <0030><0030><D840DC0B> endbfrange\n"
                                 "endcmap end end";
        const auto kept = tounicode::only(cmap, {0x2, 0x12, 0x22, 0x30, 0x99});
        QVERIFY(kept);
        for (const char *line : {"<0000> <FFFF>", "4 beginbfchar", "<0002> <0042>", "<0012> <4E02>", "<0022> <00630064>", "<0030> <D840DC0B>"})
            QVERIFY2(kept->find(line) != std::string::npos, line);
        for (const char *gone : {"<0041>", "4E00", "4E01", "<0061>", "<0062>", "note"})
            QVERIFY2(kept->find(gone) == std::string::npos, gone);
        QCOMPARE(tounicode::only(*kept, {0x2, 0x12, 0x22, 0x30, 0x99}), kept);
    }

    void longListsAreInSections()
    {
        std::set<quint32> codes;
        for (quint32 code = 0; code < 250; ++code)
            codes.insert(code);
        const auto kept = tounicode::only("1 beginbfrange <00> <ff> <4E00> endbfrange", codes);
        QVERIFY(kept);
        for (const char *line : {"100 beginbfchar", "50 beginbfchar", "<00> <4E00>", "<F9> <4EF9>"})
            QVERIFY2(kept->find(line) != std::string::npos, line);
        QVERIFY(kept->find("<4EFA>") == std::string::npos);
    }

    void whatIsNotUnderstoodIsLeft_data()
    {
        QTest::addColumn<std::string>("cmap");
        QTest::newRow("builds on another") << std::string("/Adobe-GB1-UCS2 usecmap 1 beginbfchar <01> <0041> endbfchar");
        QTest::newRow("no number") << std::string("1 beginbfchar <01> /A endbfchar");
        QTest::newRow("cut off") << std::string("1 beginbfrange <01> <05> [<0041>");
        QTest::newRow("not hex") << std::string("1 beginbfchar <0g> <0041> endbfchar");
        QTest::newRow("long code") << std::string("1 beginbfchar <0102030405> <0041> endbfchar");
    }

    void whatIsNotUnderstoodIsLeft()
    {
        QFETCH(std::string, cmap);
        QVERIFY(!tounicode::only(cmap, {1, 2}));
    }

    void encodingsAreListsOfTheCodes()
    {
        const std::string cmap = "1 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange 1 begincidrange <20> <7e> 1 endcidrange";
        const auto kept = tounicode::cidsOnly(cmap, {{0x41, {1, 34}}, {0x8141, {2, 900}}}, true);
        QVERIFY(kept);
        for (const char *line : {"<8140> <FEFE>", "<41> 34", "<8141> 900", "/WMode 1"})
            QVERIFY2(kept->find(line) != std::string::npos, line);
        QVERIFY(kept->find("cidrange") == std::string::npos);
        QVERIFY(!tounicode::cidsOnly("/GBK-EUC-H usecmap " + cmap, {}, false));
    }
};

DW_TEST(TestToUnicode)
#include "tst_tounicode.moc"
