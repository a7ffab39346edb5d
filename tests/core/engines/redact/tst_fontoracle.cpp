// What fonts make of strings: codes, widths, meaning and ink, for each kind of font.
#include "core/engines/pdf/pdffile.h"
#include "core/engines/redact/fontoracle.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace dw;

namespace {

/// A file with its oracle; fonts by their name on the first page.
struct Fonts {
    std::unique_ptr<PdfFile> file;
    std::unique_ptr<FontOracle> oracle;

    explicit Fonts(const QByteArray &pdf)
    {
        auto opened = PdfFile::open(pdf);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().reason));
        file = std::move(*opened);
        oracle = std::make_unique<FontOracle>();
    }

    QPDFObjectHandle all()
    {
        QPDFObjectHandle page = file->qpdf().getAllPages().at(0);
        return page.getKey("/Resources").getKey("/Font");
    }

    QPDFObjectHandle font(const std::string &name) { return all().getKey("/" + name); }

    const FontFace &face(const std::string &name) { return oracle->face(font(name)); }

    QString failure(const std::string &name, std::string_view bytes)
    {
        try {
            (void)face(name).decode(bytes);
        } catch (const Unprovable &unprovable) {
            return unprovable.reason;
        }
        return {};
    }
};

/// A page whose fonts are `fonts` ("/A 7 0 R").
QByteArray withFonts(dwtest::PdfMaker &maker, const QByteArray &fonts)
{
    maker.addPage({}, "/Resources<</Font<<" + fonts + ">>>>");
    return maker.bytes();
}

QByteArray song(const QByteArray &encoding, const QByteArray &more = "/DW 1000", const QByteArray &ordering = "GB1")
{
    return "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding " + encoding
        + "/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(" + ordering
        + ")/Supplement 2>>" + more + ">>]>>";
}

QString textOf(const std::vector<Glyph> &glyphs)
{
    QString text;
    for (const Glyph &glyph : glyphs)
        text += glyph.text;
    return text;
}

QByteArray written(const QString &family, const QString &text)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    QPainter painter(&writer);
    painter.setFont(QFont(family, 20));
    painter.drawText(100, 100, text);
    painter.end();
    return buffer.data();
}

} // namespace

class TestFontOracle final : public QObject
{
    Q_OBJECT

private slots:
    void standardFontsNeedNoWidths()
    {
        dwtest::PdfMaker maker;
        maker.addPage({});
        Fonts fonts(maker.bytes());
        const std::vector<Glyph> glyphs = fonts.face("F1").decode("AB i");
        QCOMPARE(glyphs.size(), std::size_t(4));
        QCOMPARE(textOf(glyphs), u"AB i"_s);
        QCOMPARE(glyphs[0].advance, 0.667);
        QCOMPARE(glyphs[3].advance, 0.222);
        QCOMPARE(glyphs[3].first, 3);
        QCOMPARE(glyphs[3].length, 1);
        QCOMPARE(glyphs[0].code, quint32('A'));
        QVERIFY(!glyphs[0].inkKnown);
        QVERIFY(glyphs[2].ink.isNull());
        QVERIFY(glyphs[0].ink.left() <= 0 && glyphs[0].ink.right() >= 0.667);
        QVERIFY(glyphs[0].ink.top() < -0.15 && glyphs[0].ink.bottom() > 0.7);
        QVERIFY(!fonts.face("F1").isVertical());
        QVERIFY(fonts.face("F1").ascent() > 0.5 && fonts.face("F1").descent() < 0);
    }

    void widthsCountAndNobodysWidthsAreUnprovable()
    {
        dwtest::PdfMaker maker;
        const int given = maker.add("<</Type/Font/Subtype/TrueType/BaseFont/Unheard/FirstChar 65/LastChar 66/Widths[500 1250]>>");
        const int none = maker.add("<</Type/Font/Subtype/TrueType/BaseFont/Unheard>>");
        Fonts fonts(withFonts(maker, "/A " + QByteArray::number(given) + " 0 R/B " + QByteArray::number(none) + " 0 R"));
        const std::vector<Glyph> glyphs = fonts.face("A").decode("AB");
        QCOMPARE(glyphs[0].advance, 0.5);
        QCOMPARE(glyphs[1].advance, 1.25);
        QCOMPARE(fonts.failure("B", "A"), u"text_undecodable"_s);
        QCOMPARE(fonts.failure("A", "ABC"), u"text_undecodable"_s); // C has no width
        dwtest::PdfMaker other;
        Fonts named(withFonts(other, "/A<</Type/Font/Subtype/TrueType/BaseFont/TimesNewRomanPS-BoldItalicMT>>/B<</Type/Font/Subtype/TrueType"
                                     "/BaseFont/HelveticaNeue>>/C<</Type/Font/Subtype/TrueType/BaseFont/Arial,Bold>>"));
        QCOMPARE(named.failure("A", "A"), QString());
        QCOMPARE(named.failure("B", "A"), u"text_undecodable"_s);
        QCOMPARE(named.failure("C", "A"), QString());
    }

    void directDictionaries()
    {
        dwtest::PdfMaker maker;
        Fonts fonts(withFonts(maker, "/A<</Type/Font/Subtype/Type1/BaseFont/Courier>>/B<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"));
        fonts.oracle->prepare({fonts.font("A"), fonts.font("B")});
        QCOMPARE(fonts.face("A").decode("i").at(0).advance, 0.6);
        QCOMPARE(fonts.face("B").decode("i").at(0).advance, 0.222);
    }

    void chineseCodesOfOneAndTwoBytes()
    {
        dwtest::PdfMaker maker;
        const int font = maker.add(song("/GBK-EUC-H", "/DW 1000/W[814 907 500]"));
        Fonts fonts(withFonts(maker, "/A " + QByteArray::number(font) + " 0 R"));
        const std::vector<Glyph> glyphs = fonts.face("A").decode("a\xbb\xfa\xc3\xdc");
        QCOMPARE(glyphs.size(), std::size_t(3));
        QCOMPARE(textOf(glyphs).normalized(QString::NormalizationForm_KC), u"a机密"_s);
        QCOMPARE(glyphs[0].length, 1);
        QCOMPARE(glyphs[0].advance, 0.5);
        QCOMPARE(glyphs[1].length, 2);
        QCOMPARE(glyphs[1].code, quint32(0xbbfa));
        QCOMPARE(glyphs[1].advance, 1.0);
        QVERIFY(!glyphs[1].inkKnown);
        QCOMPARE(glyphs[1].ink, QRectF(0, -0.12, 1, 1));
        QCOMPARE(fonts.failure("A", "a\xbb"), u"text_undecodable"_s);
        QCOMPARE(fonts.failure("A", "\xff\xff"), u"text_undecodable"_s);
    }

    void surrogatesAreOneCode()
    {
        dwtest::PdfMaker maker;
        const int font = maker.add(song("/UniGB-UTF16-H"));
        Fonts fonts(withFonts(maker, "/A " + QByteArray::number(font) + " 0 R"));
        const std::vector<Glyph> glyphs = fonts.face("A").decode(std::string_view("\x67\x3a\xd8\x40\xdc\x0b\x5b\xc6", 8));
        QCOMPARE(glyphs.size(), std::size_t(3));
        QCOMPARE(glyphs[1].length, 4);
        QCOMPARE(glyphs[1].first, 2);
        QCOMPARE(glyphs[2].first, 6);
        QCOMPARE(glyphs[2].text, u"密"_s);
        // Again, when all is known already: a code that is cut off is still seen.
        QCOMPARE(fonts.failure("A", std::string_view("\x67\x3a\xd8\x40", 4)), u"text_undecodable"_s);
        QCOMPARE(fonts.failure("A", std::string_view("\x67", 1)), u"text_undecodable"_s);
    }

    void verticalWriting()
    {
        dwtest::PdfMaker maker;
        const int font = maker.add(song("/UniGB-UCS2-V", "/DW 1000/DW2[900 -800]"));
        Fonts fonts(withFonts(maker, "/A " + QByteArray::number(font) + " 0 R"));
        const FontFace &face = fonts.face("A");
        QVERIFY(face.isVertical());
        const Glyph glyph = face.decode("\x67\x3a").at(0);
        QCOMPARE(glyph.text, u"机"_s);
        QCOMPARE(glyph.advance, -0.8);
        QCOMPARE(glyph.origin, QPointF(0.5, 0.9));
        QVERIFY(std::abs(glyph.ink.left() + 0.5) < 1e-9 && std::abs(glyph.ink.right() - 0.5) < 1e-9);
        QVERIFY(std::abs(glyph.ink.top() + 1.02) < 1e-9 && std::abs(glyph.ink.bottom() + 0.02) < 1e-9);
    }

    void unknownCMapsMakeNoFont()
    {
        dwtest::PdfMaker maker;
        const int unknown = maker.add(song("/Nobody-H"));
        const QByteArray cmap = "/CIDInit/ProcSet findresource begin begincmap %1 1 begincodespacerange<00><ff>endcodespacerange\n"
                                "1 begincidrange<21><7e>814 endcidrange endcmap end";
        const int silent = maker.addStream(QByteArray(cmap).replace("%1", "/Nobody-H usecmap"), "/Type/CMap/CMapName/Own");
        const int sound = maker.addStream(QByteArray(cmap).replace("%1", "/GBK-EUC-H usecmap"), "/Type/CMap/CMapName/Own");
        const int named = maker.addStream(QByteArray(cmap).replace("%1", ""), "/Type/CMap/CMapName/Own/UseCMap/Nobody-H");
        QByteArray list = "/A " + QByteArray::number(unknown) + " 0 R";
        for (const auto &[name, stream] : {std::pair("B", silent), std::pair("C", sound), std::pair("D", named)})
            list += QByteArray("/") + name + " " + QByteArray::number(maker.add(song(QByteArray::number(stream) + " 0 R"))) + " 0 R";
        Fonts fonts(withFonts(maker, list + "/E 999 0 R/F[1 2]"));
        QCOMPARE(fonts.failure("A", "AB"), u"font_unknown"_s);
        QCOMPARE(fonts.failure("B", "AB"), u"font_unknown"_s);
        QCOMPARE(fonts.failure("C", "AB"), QString());
        QCOMPARE(textOf(fonts.face("C").decode("AB")).normalized(QString::NormalizationForm_KC), u"AB"_s);
        QCOMPARE(fonts.failure("D", "AB"), u"font_unknown"_s);
        QCOMPARE(fonts.failure("E", "AB"), u"font_unknown"_s);
        QCOMPARE(fonts.failure("F", "AB"), u"font_unknown"_s);
    }

    void type3WidthsAndInk()
    {
        dwtest::PdfMaker maker;
        const QByteArray square = QByteArray::number(maker.addStream("1000 0 d0 100 -200 300 900 re f"));
        const QByteArray bitmap = QByteArray::number(maker.addStream("500 0 0 0 500 500 d1 q 400 0 0 700 50 0 cm BI/W 1/H 1/IM true ID \x80 EI Q"));
        const QByteArray text = QByteArray::number(maker.addStream("500 0 0 -10 480 600 d1 BT ET"));
        const QByteArray blank = QByteArray::number(maker.addStream("500 0 d0"));
        const int font = maker.add("<</Type/Font/Subtype/Type3/FontBBox[0 -200 1000 900]/FontMatrix[.002 0 0 .002 0 0]/FirstChar 97/LastChar 100"
                                   "/Widths[1000 500 500 500]/Encoding<</Type/Encoding/Differences[97/square/bitmap/text/blank]>>/CharProcs<</square "
            + square + " 0 R/bitmap " + bitmap + " 0 R/text " + text + " 0 R/blank " + blank + " 0 R>>/Resources<<>>>>");
        Fonts fonts(withFonts(maker, "/A " + QByteArray::number(font) + " 0 R"));
        const FontFace &face = fonts.face("A");
        QVERIFY(face.isType3());
        QCOMPARE(face.ascent(), 1.8);
        QCOMPARE(face.descent(), -0.4);
        const std::vector<Glyph> glyphs = face.decode("abcd");
        QCOMPARE(glyphs[0].advance, 2.0);
        QCOMPARE(glyphs[1].advance, 1.0);
        QCOMPARE(glyphs[0].ink, QRectF(0.2, -0.4, 0.6, 1.8));
        QCOMPARE(glyphs[1].ink, QRectF(0.1, 0, 0.8, 1.4));
        QCOMPARE(glyphs[2].ink, QRectF(0, -0.02, 0.96, 1.22));
        QVERIFY(glyphs[3].ink.isNull());
        QVERIFY(glyphs[3].inkKnown);
    }

    void embeddedProgramsTellTheInk()
    {
        Fonts fonts(written(u"DejaVu Sans"_s, u"Agf.i"_s));
        QPDFObjectHandle all = fonts.all();
        QVERIFY(!all.getKeys().empty());
        QPDFObjectHandle font = all.getKey(*all.getKeys().begin());
        const FontFace &face = fonts.oracle->face(font);
        std::string codes;
        for (int i = 1; i <= 5; ++i)
            codes += {'\0', char(i)};
        const std::vector<Glyph> glyphs = face.decode(codes);
        QCOMPARE(glyphs.size(), std::size_t(5));
        for (const Glyph &glyph : glyphs) {
            QVERIFY(glyph.inkKnown);
            QVERIFY(!glyph.ink.isNull());
            QVERIFY(glyph.ink.width() < 1 && glyph.ink.height() < 1.1);
            QVERIFY(glyph.advance > 0.2 && glyph.advance < 0.8);
        }
        QCOMPARE(textOf(glyphs), u"Agf.i"_s);
        QVERIFY(glyphs[0].ink.top() > -0.02 && glyphs[0].ink.bottom() > 0.6); // A
        QVERIFY(glyphs[1].ink.top() < -0.1 && glyphs[1].ink.bottom() < 0.65); // g
        QVERIFY(glyphs[3].ink.bottom() < 0.2); // .
    }

    void brokenFontsEndWell()
    {
        dwtest::PdfMaker maker;
        const QByteArray junk = QByteArray::number(maker.addStream(QByteArray(5000, 'x')));
        const QByteArray truncated = QByteArray::number(maker.addStream(QByteArray::fromHex("00010000000a008000030020") + QByteArray(40, '\xff')));
        const QByteArray simple = "<</Type/Font/Subtype/TrueType/BaseFont/X/FirstChar 65/LastChar 65/Widths[600]/FontDescriptor<</Type/FontDescriptor"
                                  "/FontName/X/Flags 4/Ascent 90000/Descent 5/FontFile2 %1 0 R>>>>";
        const int a = maker.add(QByteArray(simple).replace("%1", junk));
        const int b = maker.add(QByteArray(simple).replace("%1", truncated));
        const int c = maker.add("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X"
                                "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap " + junk + " 0 R/FontDescriptor<</FontFile2 " + truncated + " 0 R>>/W[1 [500] 2]>>]>>");
        const int d = maker.add("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[]>>");
        Fonts fonts(withFonts(maker, "/A " + QByteArray::number(a) + " 0 R/B " + QByteArray::number(b) + " 0 R/C " + QByteArray::number(c)
            + " 0 R/D " + QByteArray::number(d) + " 0 R"));
        fonts.oracle->prepare({fonts.font("A"), fonts.font("B"), fonts.font("C"), fonts.font("D")});
        for (const char *name : {"A", "B"}) {
            const Glyph glyph = fonts.face(name).decode("A").at(0);
            QCOMPARE(glyph.advance, 0.6);
            QVERIFY(!glyph.inkKnown);
            QVERIFY(fonts.face(name).ascent() <= 2 && fonts.face(name).ascent() > 0);
            QVERIFY(fonts.face(name).descent() <= 0);
        }
        QCOMPARE(fonts.face("C").decode(std::string_view("\0\1", 2)).at(0).advance, 0.5);
        QCOMPARE(fonts.failure("D", "AB"), u"font_unknown"_s);
    }

    void manyFontsAreOneProbeAndMemoryIsLetGo()
    {
        dwtest::PdfMaker maker;
        QByteArray list;
        const int count = 300; // more than are held open
        for (int i = 0; i < count; ++i)
            list += "/A" + QByteArray::number(i) + " " + QByteArray::number(maker.add(song("/UniGB-UCS2-H", "/DW " + QByteArray::number(500 + i)))) + " 0 R";
        Fonts fonts(withFonts(maker, list));
        std::vector<QPDFObjectHandle> all;
        for (int i = 0; i < count; ++i)
            all.push_back(fonts.font("A" + std::to_string(i)));
        fonts.oracle->prepare(all);
        for (int i = 0; i < count; ++i)
            QCOMPARE(fonts.oracle->face(all[std::size_t(i)]).decode("\x67\x3a").at(0).advance, (500 + i) / 1000.0);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(fonts.oracle->face(all[std::size_t(i)]).decode("\x5b\xc6").at(0).text, u"密"_s);
    }

    void decodingIsFast()
    {
        dwtest::PdfMaker maker;
        maker.addPage({});
        Fonts fonts(maker.bytes());
        std::string line;
        for (int i = 0; i < 100; ++i)
            line += char(32 + i % 90);
        const FontFace &face = fonts.face("F1");
        double sum = 0;
        QElapsedTimer timer;
        timer.start();
        constexpr int rounds = 20'000;
        for (int i = 0; i < rounds; ++i)
            sum += face.decode(line).back().advance;
        const double rate = rounds * 100.0 / (double(timer.nsecsElapsed()) / 1e9);
        qInfo("%.1f million characters a second", rate / 1e6);
        QVERIFY(sum > 0);
        QVERIFY(rate > 1e6); // an optimised build does ten times that
    }

    void fontsOfTheLeakFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("failure");
        QTest::newRow("gbk") << u"22_cid_GBK_EUC_H"_s << QString();
        QTest::newRow("ucs2") << u"23_cid_UniGB_UCS2_H"_s << QString();
        QTest::newRow("utf16") << u"24_cid_UniGB_UTF16_H"_s << QString();
        QTest::newRow("vertical") << u"25_cid_vertical_UniGB_UCS2_V"_s << QString();
        QTest::newRow("unknown") << u"26_cid_unknown_cmap_name"_s << u"font_unknown"_s;
        QTest::newRow("identity") << u"27_cid_identity_h_tounicode"_s << QString();
        QTest::newRow("type3") << u"28_type3_font_glyphs"_s << QString();
        QTest::newRow("type3 text") << u"29_type3_charproc_contains_text"_s << QString();
    }

    void fontsOfTheLeakFiles()
    {
        QFETCH(QString, name);
        QFETCH(QString, failure);
        QFile file(QStringLiteral(DW_SOURCE_DIR "/../shared/corpus/leaks/%1.pdf").arg(name));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the leak files are not here");
        Fonts fonts(file.readAll());
        QPDFObjectHandle all = fonts.all();
        QSet<QString> failures;
        for (const std::string &key : all.getKeys()) {
            try {
                const FontFace &face = fonts.oracle->face(all.getKey(key));
                const std::vector<Glyph> glyphs = face.decode(std::string_view("\x41\x42\x43\x44", 4));
                QVERIFY(!glyphs.empty());
                QCOMPARE(face.isVertical(), name.contains(u"vertical"_s) && all.getKey(key).getKey("/Subtype").isNameAndEquals("/Type0"));
            } catch (const Unprovable &unprovable) {
                failures.insert(unprovable.reason);
            }
        }
        QCOMPARE(failures, failure.isEmpty() ? QSet<QString>() : QSet<QString> {failure});
    }
};

DW_TEST(TestFontOracle)
#include "tst_fontoracle.moc"
