// Glyphs taken out of CFF, Type 1 and TrueType programs: gone with all that tells of them, the others untouched.
#include "core/engines/redact/fontblank.h"

#include "core/engines/parse/glyphshapes.h"
#include "core/engines/pdf/pdffile.h"
#include "tests/support/testmain.h"
#include "tests/support/type1maker.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dwtest;

namespace {

bool holds(const std::string &text, const char *part)
{
    return text.find(part) != std::string::npos;
}

std::unique_ptr<GlyphShapes> shapesOf(const std::string &program)
{
    return GlyphShapes::open({program.begin(), program.end()});
}

/// .notdef, A (plain), B (calls a global and a local subroutine), "hushhush" (calls others).
fontmaker::Cff sampleCff()
{
    using namespace fontmaker;
    Cff font;
    const QByteArray back("\x0b");
    font.globalSubrs = {type2Int(11) + type2Int(0) + char(5) + back, type2Int(4711) + type2Int(0) + char(5) + back};
    font.localSubrs = {type2Int(12) + type2Int(0) + char(5) + back, type2Int(4712) + type2Int(0) + char(5) + back};
    const auto calls = [](int number) -> QByteArray { return type2Int(number - 107) + char(29) + type2Int(number - 107) + char(10) + char(14); };
    font.glyphs = {QByteArray("\x0e"), type2Box(50, 400, 700), type2Box(60, 300, 500, calls(0)), type2Box(1234, 777, 999, calls(1))};
    font.charset = {34, 35, 391};
    font.codes = {65, 66, 67};
    font.strings = {"hushhush"};
    return font;
}

/// The same glyphs with the same names; B is made of A by seac.
fontmaker::Type1 sampleType1()
{
    using namespace fontmaker;
    Type1 font;
    const QByteArray back("\x0b");
    for (int i = 0; i < 5; ++i)
        font.subrs.append(back);
    font.subrs.append(type1Int(17) + char(6) + back);
    font.subrs.append(type1Int(4711) + char(6) + back);
    const auto calls = [](int number) -> QByteArray { return type1Int(number) + char(10) + QByteArray("\x09\x0e"); };
    const QByteArray accented = type1Int(0) + type1Int(600) + char(13) + type1Int(0) + type1Int(0) + type1Int(0) + type1Int(65) + type1Int(193)
        + QByteArray("\x0c\x06", 2);
    font.glyphs = {{".notdef", type1Box(0, 1, 1)}, {"A", type1Box(50, 400, 700, calls(5))}, {"grave", type1Box(10, 100, 900)},
        {"Agrave", accented}, {"hushhush", type1Box(1234, 777, 999, calls(6))}};
    font.encoding = {{65, "A"}, {66, "Agrave"}, {67, "hushhush"}};
    return font;
}

std::string trueType()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    painter.setFont(QFont(u"DejaVu Sans"_s, 20));
    painter.drawText(100, 100, u"Aéö.x"_s); // é and ö are made of others
    painter.end();
    auto file = PdfFile::open(buffer.data());
    if (!file)
        return {};
    for (QPDFObjectHandle &object : (*file)->qpdf().getAllObjects()) {
        if (object.isDictionary() && object.getKey("/FontFile2").isStream()) {
            const std::shared_ptr<Buffer> data = object.getKey("/FontFile2").getStreamData(qpdf_dl_generalized);
            return {reinterpret_cast<const char *>(data->getBuffer()), data->getSize()};
        }
    }
    return {};
}

std::string decryptedPart(const fontblank::Blanked &blanked)
{
    std::string result;
    quint16 key = 55665;
    for (const char byte : blanked.program.substr(blanked.clear, blanked.encrypted)) {
        const auto cipher = static_cast<unsigned char>(byte);
        result += static_cast<char>(cipher ^ (key >> 8));
        key = static_cast<quint16>((cipher + key) * 52845U + 22719U);
    }
    return result;
}

} // namespace

class TestFontBlank final : public QObject
{
    Q_OBJECT

private slots:
    void cffGlyphsGoWithTheirNamesAndSubroutines_data()
    {
        QTest::addColumn<bool>("ranges");
        QTest::newRow("list") << false;
        QTest::newRow("ranges") << true;
    }

    void cffGlyphsGoWithTheirNamesAndSubroutines()
    {
        QFETCH(bool, ranges);
        fontmaker::Cff font = sampleCff();
        font.charsetAsRanges = ranges;
        const std::string program = fontmaker::cff(font).toStdString();
        const auto before = shapesOf(program);
        QVERIFY(before);
        QCOMPARE(before->glyphOfName("hushhush"), std::optional<unsigned>(3));
        QVERIFY(holds(program, "hushhush"));
        GlyphsKept kept;
        kept.simple = true;
        kept.glyphs = {1};
        kept.codes = {66};
        const auto blanked = fontblank::cff(program, kept);
        QVERIFY(blanked);
        QCOMPARE(blanked->glyphs, 1);
        QCOMPARE(blanked->all, 4);
        const auto after = shapesOf(blanked->program);
        QVERIFY(after);
        for (const unsigned glyph : {1U, 2U}) {
            QVERIFY(before->outline(glyph));
            QCOMPARE(after->outline(glyph), before->outline(glyph));
        }
        QCOMPARE(after->box(3), std::optional(QRectF()));
        QVERIFY(!after->glyphOfName("hushhush"));
        QCOMPARE(after->glyphOfName("B"), std::optional<unsigned>(2));
        QVERIFY(!holds(blanked->program, "hushhush"));
        QVERIFY(!QByteArray::fromStdString(blanked->program).contains(fontmaker::type2Int(4711)));
        QVERIFY(!QByteArray::fromStdString(blanked->program).contains(fontmaker::type2Int(4712)));
        QVERIFY(!QByteArray::fromStdString(blanked->program).contains(fontmaker::type2Int(1234)));
        // How long the outline was is not told by a hole either.
        fontmaker::Cff longer = font;
        longer.glyphs[3] = fontmaker::type2Box(1, 2, 3, longer.glyphs.at(3));
        const auto other = fontblank::cff(fontmaker::cff(longer).toStdString(), kept);
        QVERIFY(other);
        QCOMPARE(other->program, blanked->program);
    }

    void cidKeyedCffGoesByCid()
    {
        fontmaker::Cff font = sampleCff();
        font.cid = true;
        font.codes.clear();
        font.charset = {500, 7, 900};
        const std::string program = fontmaker::cff(font).toStdString();
        const auto before = shapesOf(program);
        QVERIFY(before);
        GlyphsKept kept;
        kept.composite = true;
        kept.cids = kept.glyphs = {7};
        const auto blanked = fontblank::cff(program, kept);
        QVERIFY(blanked);
        QCOMPARE(blanked->glyphs, 2);
        const auto after = shapesOf(blanked->program);
        QVERIFY(after);
        QVERIFY(before->outline(7));
        QCOMPARE(after->outline(7), before->outline(7));
        QVERIFY(before->outline(900));
        QVERIFY(!after->outline(900)); // the CID is not even there
        QVERIFY(!after->outline(500));
    }

    void type1GlyphsGoAndAccentedOnesKeepTheirParts_data()
    {
        QTest::addColumn<bool>("hex");
        QTest::newRow("binary") << false;
        QTest::newRow("hex") << true;
    }

    void type1GlyphsGoAndAccentedOnesKeepTheirParts()
    {
        QFETCH(bool, hex);
        fontmaker::Type1 font = sampleType1();
        font.hex = hex;
        const std::string program = fontmaker::type1(font).toStdString();
        const auto before = shapesOf(program);
        QVERIFY(before);
        QVERIFY(before->glyphOfName("hushhush"));
        GlyphsKept kept;
        kept.simple = true;
        kept.names = {"Agrave"};
        const auto blanked = fontblank::type1(program, kept);
        QVERIFY(blanked);
        QCOMPARE(blanked->glyphs, 1);
        QCOMPARE(blanked->all, 5);
        const auto after = shapesOf(blanked->program);
        QVERIFY(after);
        for (const char *name : {"A", "grave", "Agrave"}) {
            QVERIFY2(after->glyphOfName(name), name);
            QVERIFY(before->outline(*before->glyphOfName(name)));
            QCOMPARE(after->outline(*after->glyphOfName(name)), before->outline(*before->glyphOfName(name)));
        }
        QVERIFY(!after->glyphOfName("hushhush"));
        QVERIFY(!holds(blanked->program, "hushhush"));
        const std::string plain = decryptedPart(*blanked);
        QVERIFY(holds(plain, "/Agrave"));
        QVERIFY(!holds(plain, "hushhush"));
        // The subroutine that only it used became as short as can be: number, length, bytes.
        QVERIFY(holds(plain, "dup 6 5 RD "));
        QVERIFY(!holds(plain, "dup 5 5 RD "));
    }

    void trueTypeGlyphsGoAndComposedOnesKeepTheirParts()
    {
        const std::string program = trueType();
        const auto before = shapesOf(program);
        QVERIFY(before);
        GlyphsKept kept;
        kept.composite = true;
        kept.glyphs = kept.cids = {2, 4}; // é and the full stop
        const auto blanked = fontblank::sfnt(program, kept);
        QVERIFY(blanked);
        const auto after = shapesOf(blanked->program);
        QVERIFY(after);
        for (const unsigned glyph : {2U, 4U}) {
            QVERIFY(!before->box(glyph)->isNull());
            QCOMPARE(after->outline(glyph), before->outline(glyph));
        }
        for (const unsigned glyph : {1U, 3U, 5U}) {
            QVERIFY(!before->box(glyph)->isNull());
            QCOMPARE(after->box(glyph), std::optional(QRectF()));
        }
        QVERIFY(blanked->glyphs >= 3);
    }

    void brokenProgramsAreLeftAlone_data()
    {
        QTest::addColumn<std::string>("program");
        QTest::addColumn<int>("kind");
        fontmaker::Type1 font = sampleType1();
        QTest::newRow("cff") << fontmaker::cff(sampleCff()).toStdString() << 0;
        QTest::newRow("type1") << fontmaker::type1(font).toStdString() << 1;
        QTest::newRow("truetype") << trueType() << 2;
    }

    /// Cut off anywhere or with any byte changed: an answer or none, but it ends.
    void brokenProgramsAreLeftAlone()
    {
        QFETCH(std::string, program);
        QFETCH(int, kind);
        GlyphsKept kept;
        (kind == 2 ? kept.composite : kept.simple) = true;
        kept.glyphs = {1};
        kept.names = {"A"};
        const auto blank = [&](const std::string &bytes) {
            return kind == 0 ? fontblank::cff(bytes, kept) : kind == 1 ? fontblank::type1(bytes, kept) : fontblank::sfnt(bytes, kept);
        };
        QVERIFY(blank(program));
        QVERIFY(!blank({}));
        const std::size_t step = std::max<std::size_t>(program.size() / 400, 1);
        for (std::size_t length = 0; length < program.size(); length += step)
            (void)blank(program.substr(0, length));
        QRandomGenerator random(17);
        for (int i = 0; i < 1500; ++i) {
            std::string changed = program;
            for (int j = random.bounded(1, 4); j > 0; --j)
                changed[std::size_t(random.bounded(int(std::min<std::size_t>(changed.size(), 4000))))] = char(random.bounded(256));
            (void)blank(changed);
        }
        QVERIFY(!blank(program.substr(0, program.size() / 3)));
    }
};

DW_TEST(TestFontBlank)
#include "tst_fontblank.moc"
