#include "core/engines/parse/pagedrawing.h"

#include "core/engines/parse/pdfiumdocument.h"
#include "core/engines/parse/popplerdocument.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::PdfMaker;

namespace {

PageDrawing drawingOf(const QByteArray &content, const QByteArray &keys = {}, const QByteArray &resources = {})
{
    PdfMaker maker;
    maker.addPage(content, keys, resources);
    return (*PopplerDocument::open(maker.bytes()))->drawing(0);
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 0.3;
}

} // namespace

class TestPageDrawing final : public QObject
{
    Q_OBJECT

private slots:
    void seesEveryGlyph()
    {
        const PageDrawing drawing = drawingOf("BT /F1 10 Tf 72 700 Td (A B) Tj 3 Tr (C) Tj ET q 0 0 1 1 re W n BT /F1 10 Tf 0 Tr 72 600 Td (D) Tj ET Q"
                                              " BT /C 10 Tf 72 500 Td <7532> Tj ET");
        QCOMPARE(drawing.text, u"ABCD甲"_s);
        QCOMPARE(drawing.glyphs.size(), 6);
        QCOMPARE(drawing.textOf(drawing.glyphs.at(1)).size(), 0); // the space
        QVERIFY(drawing.glyphs.at(3).invisible && !drawing.glyphs.at(2).invisible);
        const QRectF a = drawing.glyphs.at(0).box;
        QVERIFY(isNear(a.left(), 72) && isNear(a.right(), 78.67) && a.top() < 92 && a.bottom() > 92 && a.height() < 15);
        QVERIFY(isNear(drawing.glyphs.at(5).box.width(), 10));
    }

    void spacingIsNoPartOfAGlyph()
    {
        const PageDrawing drawing = drawingOf("BT /F1 10 Tf 5 Tc 200 Tz 72 700 Td (AA) Tj ET");
        QVERIFY(isNear(drawing.glyphs.at(0).box.width(), 13.34));
        QVERIFY(isNear(drawing.glyphs.at(1).origin.x(), 72 + 13.34 + 10));
    }

    void placesOfTurnedAndCroppedPages()
    {
        const PageDrawing drawing = drawingOf("BT /F1 10 Tf 100 700 Td (A) Tj ET 100 700 20 10 re f", "/Rotate 90/CropBox[50 50 600 780]");
        // 90 degrees clockwise: user y runs right from the crop box's bottom, user x runs down from its left.
        QVERIFY(isNear(drawing.glyphs.at(0).origin.x(), 650) && isNear(drawing.glyphs.at(0).origin.y(), 50));
        QCOMPARE(drawing.items.size(), 1);
        QVERIFY(isNear(drawing.items.at(0).box.left(), 650) && isNear(drawing.items.at(0).box.top(), 50) && isNear(drawing.items.at(0).box.height(), 20));
        QVERIFY(drawing.items.at(0).black);
    }

    void itemsByKind()
    {
        const PageDrawing drawing = drawingOf("1 0 0 rg 10 10 20 20 re f 4 w 100 100 m 200 100 l S q 50 0 0 60 300 300 cm BI /W 1 /H 1 /BPC 8 /CS /G ID xEI Q"
                                              " /H gs 0 g 400 400 50 50 re f",
            {}, "/ExtGState<</H<</ca 0.5>>>>");
        QCOMPARE(drawing.items.size(), 4);
        QVERIFY(drawing.items.at(0).kind == DrawnItem::Kind::Fill && !drawing.items.at(0).black);
        QVERIFY(drawing.items.at(1).kind == DrawnItem::Kind::Stroke && isNear(drawing.items.at(1).box.height(), 4));
        QVERIFY(drawing.items.at(2).kind == DrawnItem::Kind::Image && isNear(drawing.items.at(2).box.width(), 50));
        QVERIFY(!drawing.items.at(3).black && !drawing.items.at(3).plain);
    }

    void picturesWithoutTheBoxes()
    {
        PdfMaker maker;
        maker.addPage("1 0 0 rg 100 700 20 10 re f 0 g 95 695 30 20 re f 300 300 30 20 re f");
        const auto document = PopplerDocument::open(maker.bytes());
        const auto picture = (*document)->renderUncovered(0, 72, {QRectF(95, 792 - 715, 30, 20)});
        QVERIFY(picture);
        QVERIFY(picture->pixelColor(110, 87).red() > 200); // what lay under the box
        QVERIFY(picture->pixelColor(315, 482).red() < 50); // another black rectangle stays
    }

    void secondReaderTellsPlaces()
    {
        PdfMaker maker;
        maker.addPage("BT /F1 16 Tf 100 700 Td (Alpha Beta Gamma) Tj ET", "/Rotate 90/CropBox[50 50 600 780]");
        const auto document = PdfiumDocument::open(maker.bytes());
        QVERIFY(document);
        const auto text = (*document)->textIn(0, {QRectF(145, 690, 32, 25)});
        QVERIFY(text);
        QCOMPARE(text->simplified(), u"Beta"_s);
        QCOMPARE((*document)->textIn(0, {QRectF(145, 600, 32, 25)}).value_or(u"?"_s), QString());
        QVERIFY(!(*document)->textIn(0, {QRectF(145, 690, 32, 25)}, 2)); // too few questions to tell
    }
};

DW_TEST(TestPageDrawing)
#include "tst_pagedrawing.moc"
