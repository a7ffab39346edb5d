// CFF programs taken apart and put together again.
#include "core/engines/redact/cfffile.h"
#include "tests/support/cffmaker.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace dw;
namespace fontmaker = dwtest::fontmaker;

class TestCffFile final : public QObject
{
    Q_OBJECT

    static fontmaker::Cff sample(bool cid)
    {
        fontmaker::Cff font;
        font.glyphs = {QByteArray("\x0e"), fontmaker::type2Box(50, 400, 700), fontmaker::type2Box(60, 300, 500)};
        font.cid = cid;
        font.charset = cid ? QList<int> {7, 4711} : QList<int> {34, 391};
        font.strings = {"Secret"};
        if (!cid)
            font.codes = {65, 66};
        font.globalSubrs = {QByteArray("\x0b")};
        font.localSubrs = {QByteArray("\x0b"), QByteArray("\x0b")};
        return font;
    }

private slots:
    void partsAreFound()
    {
        const QByteArray bytes = fontmaker::cff(sample(false));
        const CffFile file(std::string_view(bytes.constData(), std::size_t(bytes.size())));
        QVERIFY(!file.isCidKeyed);
        QCOMPARE(file.glyphCount(), 3U);
        QCOMPARE(file.charset, (std::vector<unsigned> {0, 34, 391}));
        QCOMPARE(file.codes, (std::map<unsigned, unsigned> {{65, 1}, {66, 2}}));
        QCOMPARE(file.stringIndex.items.size(), std::size_t(1));
        QCOMPARE(file.globalSubrs.items.size(), std::size_t(1));
        QCOMPARE(file.privates.size(), std::size_t(1));
        QCOMPARE(file.privates.front().subrs.items.size(), std::size_t(2));
    }

    void compositeFontsHaveCids()
    {
        const QByteArray bytes = fontmaker::cff(sample(true));
        const CffFile file(std::string_view(bytes.constData(), std::size_t(bytes.size())));
        QVERIFY(file.isCidKeyed);
        QCOMPARE(file.charset, (std::vector<unsigned> {0, 7, 4711}));
        QCOMPARE(file.fonts.size(), std::size_t(1));
    }

    void writtenAgainItReadsTheSame()
    {
        for (const bool cid : {false, true}) {
            const QByteArray bytes = fontmaker::cff(sample(cid));
            const CffFile one(std::string_view(bytes.constData(), std::size_t(bytes.size())));
            const std::string again = one.write();
            const CffFile two(again);
            QCOMPARE(two.charset, one.charset);
            QCOMPARE(two.codes, one.codes);
            QCOMPARE(two.charStrings.items, one.charStrings.items);
            QCOMPARE(two.write(), again);
        }
    }

    void changedPartsAreWritten()
    {
        const QByteArray bytes = fontmaker::cff(sample(false));
        CffFile file(std::string_view(bytes.constData(), std::size_t(bytes.size())));
        file.charStrings.items[2] = std::string_view("\x0e", 1);
        file.stringIndex.items[0] = std::string_view("x");
        file.codes.erase(66);
        const std::string written = file.write();
        QVERIFY(written.find("Secret") == std::string::npos);
        const CffFile again(written);
        QCOMPARE(again.charStrings.items[2], std::string_view("\x0e", 1));
        QCOMPARE(again.codes, (std::map<unsigned, unsigned> {{65, 1}}));
    }

    void brokenProgramsAreDoubted()
    {
        const QByteArray bytes = fontmaker::cff(sample(false));
        int doubts = 0;
        for (qsizetype length = 0; length < bytes.size(); length += 3) {
            try {
                const CffFile file(std::string_view(bytes.constData(), std::size_t(length)));
                (void)file.write();
            } catch (const FontDoubt &) {
                ++doubts;
            }
        }
        QVERIFY(doubts > 10);
        QRandomGenerator random(3); // no reading outside, whatever the bytes say
        for (int round = 0; round < 500; ++round) {
            QByteArray spoiled = bytes;
            for (int i = 0; i < 3; ++i)
                spoiled[random.bounded(int(spoiled.size()))] = char(random.bounded(256));
            try {
                const CffFile file(std::string_view(spoiled.constData(), std::size_t(spoiled.size())));
                (void)file.write();
            } catch (const FontDoubt &) {
            }
        }
    }
};

DW_TEST(TestCffFile)
#include "tst_cfffile.moc"
