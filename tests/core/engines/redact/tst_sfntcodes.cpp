// The tables that say which code and name a glyph of a TrueType font has.
#include "core/engines/redact/fontblank.h"
#include "core/engines/redact/fontbytes.h"
#include "core/engines/redact/sfntcodes.h"
#include "tests/support/testmain.h"

#include <QByteArray>
#include <QTest>

using namespace dw;

class TestSfntCodes final : public QObject
{
    Q_OBJECT

    static void append(std::string &to, std::initializer_list<unsigned> words)
    {
        for (const unsigned word : words)
            FontBytes::append(to, word, 2);
    }

    /// One table of format 6 for platform 3, encoding 1: codes 65 to 67 lead to glyphs 1 to 3.
    static std::string cmap()
    {
        std::string bytes;
        append(bytes, {0, 1, 3, 1, 0, 12});
        append(bytes, {6, 16, 0, 65, 3, 1, 2, 3});
        return bytes;
    }

    /// Format 2: .notdef and A of the standard set, then two names of the font's own.
    static std::string post()
    {
        std::string bytes;
        append(bytes, {2, 0});
        bytes += std::string(28, '\0');
        append(bytes, {4, 0, 36, 258, 259});
        return bytes + "\x06Secret\x05Other";
    }

    static GlyphsKept simple(std::set<unsigned> codes, std::set<std::string> names = {})
    {
        GlyphsKept kept;
        kept.simple = true;
        kept.codes = std::move(codes);
        kept.names = std::move(names);
        return kept;
    }

private slots:
    void codesAndNamesReachGlyphs()
    {
        const SfntCodes codes(cmap(), post());
        QCOMPARE(codes.reached(simple({66})).count(2), std::size_t(1));
        QCOMPARE(codes.reached(simple({66})).count(3), std::size_t(0));
        QCOMPARE(codes.reached(simple({}, {"Other"})).count(3), std::size_t(1));
    }

    void whatLeadsToOtherGlyphsGoes()
    {
        SfntCodes codes(cmap(), post());
        codes.keep({0, 1, 3});
        QVERIFY(codes.post().find("Secret") == std::string::npos);
        QVERIFY(codes.post().find("Other") != std::string::npos);
        const SfntCodes again(codes.cmap(), codes.post());
        QVERIFY(again.reached(simple({66})).count(2) == 0);
        QVERIFY(again.reached(simple({65})).count(1) == 1);
        QVERIFY(again.reached(simple({}, {"Other"})).count(3) == 1);
    }

    void absentTablesAreEmpty()
    {
        SfntCodes codes({}, {});
        codes.keep({});
        QVERIFY(codes.reached(simple({65}, {"A"})).empty());
        QVERIFY(codes.post().empty());
    }

    void brokenTablesAreDoubted()
    {
        const std::string table = cmap();
        QVERIFY_EXCEPTION_THROWN(SfntCodes(std::string_view(table).substr(0, 20), {}), FontDoubt);
        const std::string names = post();
        QVERIFY_EXCEPTION_THROWN(SfntCodes({}, std::string_view(names).substr(0, 36)), FontDoubt);
        std::string unknown;
        append(unknown, {0, 1, 3, 1, 0, 12, 99, 16, 0, 65, 3, 1, 2, 3});
        QVERIFY_EXCEPTION_THROWN(SfntCodes(unknown, {}), FontDoubt);
    }
};

DW_TEST(TestSfntCodes)
#include "tst_sfntcodes.moc"
