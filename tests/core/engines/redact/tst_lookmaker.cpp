// What a reader makes up for notes and fields: it becomes part of the page as the reader draws it.
#include "core/engines/parse/popplerdocument.h"
#include "core/engines/pdf/pdffile.h"
#include "core/engines/redact/lookmaker.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/redacting.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::markAt;
using dwtest::PdfMaker;
using dwtest::redacted;

namespace {

constexpr auto content = "BT /F1 16 Tf 50 700 Td (Alpha SECRETXQ Omega) Tj ET";

MarkSet marks()
{
    return {1, {}, {markAt(0, {97, 695, 87, 20}, u"SECRETXQ"_s)}};
}

/// Coloured pixels of the first page.
qint64 coloured(const QByteArray &pdf)
{
    const auto document = PopplerDocument::open(pdf);
    const auto picture = document ? (*document)->render(0, 72) : fail(ErrorCode::Corrupt, u"x"_s);
    qint64 count = 0;
    for (int y = 0; picture && y < picture->height(); ++y) {
        const uchar *const line = picture->constScanLine(y);
        for (int x = 0; x < picture->width(); ++x)
            count += std::abs(line[3 * x] - line[3 * x + 2]) > 100;
    }
    return count;
}

} // namespace

class TestLookMaker final : public QObject
{
    Q_OBJECT

private slots:
    void notesWithoutAppearanceAreDrawn_data()
    {
        QTest::addColumn<QByteArray>("note");
        QTest::newRow("square") << "<</Subtype/Square/Rect[100 500 200 600]/C[1 0 0]/Contents(note)>>"_ba;
        QTest::newRow("circle") << "<</Subtype/Circle/Rect[100 500 200 600]/C[1 0 0]/IC[1 1 0]>>"_ba;
        QTest::newRow("line") << "<</Subtype/Line/Rect[100 500 200 600]/L[100 500 200 600]/C[1 0 0]>>"_ba;
        QTest::newRow("ink") << "<</Subtype/Ink/Rect[100 500 200 600]/InkList[[110 510 150 590 190 510]]/C[1 0 0]>>"_ba;
        QTest::newRow("polygon") << "<</Subtype/Polygon/Rect[100 500 200 600]/Vertices[110 510 150 590 190 510]/C[1 0 0]>>"_ba;
        QTest::newRow("underline") << "<</Subtype/Underline/Rect[50 590 200 610]/QuadPoints[50 610 200 610 50 590 200 590]/C[1 0 0]>>"_ba;
        QTest::newRow("highlight") << "<</Subtype/Highlight/Rect[50 690 90 715]/QuadPoints[50 715 90 715 50 690 90 690]/C[1 1 0]/Contents(note)>>"_ba;
        QTest::newRow("highlight with a wrong place") << "<</Subtype/Highlight/Rect[300 90 310 95]/QuadPoints[50 715 90 715 50 690 90 690]/C[1 1 0]>>"_ba;
        QTest::newRow("highlight through the mark") << "<</Subtype/Highlight/Rect[50 690 290 715]/QuadPoints[50 715 290 715 50 690 290 690]/C[1 1 0]>>"_ba;
    }

    void notesWithoutAppearanceAreDrawn()
    {
        QFETCH(QByteArray, note);
        for (const bool numbered : {false, true}) {
            PdfMaker maker;
            const QByteArray reference = QByteArray::number(maker.add(note)) + " 0 R";
            maker.addPage(content, QByteArray("/Annots[" + (numbered ? reference : note) + "]"));
            const auto file = redacted(maker.bytes(), marks());
            QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
            QVERIFY(file->report.value("pictures"_L1).toArray().isEmpty());
            const qint64 before = coloured(maker.bytes());
            QVERIFY(before > 50);
            const qint64 after = coloured(file->pdf);
            QVERIFY2(after <= before && after > before / 4, qPrintable(u"%1 of %2"_s.arg(after).arg(before)));
        }
    }

    /// Forms of LibreOffice and LaTeX say only what is in a field, and ask whoever shows it to draw that.
    void fieldsAreFilledInWhereTheFormAsksForIt()
    {
        PdfMaker maker;
        const int empty = maker.addStream("/Tx BMC EMC", "/Subtype/Form/BBox[0 0 200 20]");
        const int field = maker.add("<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Alice)/DA(/F1 12 Tf 1 0 0 rg)/F 4/Rect[100 500 300 520]/AP<</N "
            + QByteArray::number(empty) + " 0 R>>>>");
        const QByteArray reference = QByteArray::number(field) + " 0 R";
        maker.addPage(content, QByteArray("/Annots[" + reference + "]"));
        const QByteArray pdf = maker.bytes("/AcroForm<</Fields[" + reference + "]/NeedAppearances true/DR<</Font<</F1 3 0 R>>>>>>");
        const auto file = redacted(pdf, marks());
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        QVERIFY(file->report.value("pictures"_L1).toArray().isEmpty());
        const auto after = PopplerDocument::open(file->pdf);
        QVERIFY((*after)->text(0).plain().contains(u"Alice"_s));
        QVERIFY(!file->pdf.contains("AcroForm"));
    }

    /// What stands in a field goes like any other text.
    void whatAFieldSaysUnderAMarkGoes()
    {
        PdfMaker maker;
        const int field = maker.add("<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(SECRETXQ)/DA(/F1 12 Tf 0 g)/F 4/Rect[100 500 300 520]>>");
        const QByteArray reference = QByteArray::number(field) + " 0 R";
        maker.addPage("BT /F1 16 Tf 50 600 Td (Alpha) Tj ET", QByteArray("/Annots[" + reference + "]"));
        const QByteArray pdf = maker.bytes("/AcroForm<</Fields[" + reference + "]/NeedAppearances true/DR<</Font<</F1 3 0 R>>>>>>");
        const auto file = redacted(pdf, {1, {}, {markAt(0, {98, 498, 100, 24}, u"SECRETXQ"_s)}});
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        const auto after = PopplerDocument::open(file->pdf);
        QCOMPARE((*after)->text(0).plain().simplified(), u"Alpha"_s);
    }

    void manyNotesAreDrawn()
    {
        PdfMaker maker;
        QByteArray notes;
        for (int i = 0; i < 2000; ++i) {
            const QByteArray x = QByteArray::number(10 + 9 * (i % 60));
            const QByteArray y = QByteArray::number(20 + 9 * (i / 60));
            notes += "<</Subtype/Square/C[1 0 0]/Rect[" + x + ' ' + y + ' ' + QByteArray::number(x.toInt() + 6) + ' ' + QByteArray::number(y.toInt() + 6) + "]>>";
        }
        maker.addPage(content, QByteArray("/Annots[" + notes + "]"));
        const auto file = redacted(maker.bytes(), marks());
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        QVERIFY(file->report.value("pictures"_L1).toArray().isEmpty());
        QCOMPARE(coloured(file->pdf), coloured(maker.bytes()));
    }

    void partsAndNamesComeThrough()
    {
        QPDF pdf;
        pdf.emptyPDF();
        AnnotationLook look;
        look.object = 7;
        look.origin = QPointF(3, 4);
        look.parts = {{"<</BBox[0 0 1 1]/Resources<</XObject<</Fm0 " + annotationlooks::partName(1) + ">>>>>>", "/Fm0 Do"}, {"<</Subtype/Form>>", "0 0 1 1 re f"}};
        AnnotationLook broken;
        broken.object = 8;
        broken.parts = {{"<</BBox[0 0 1 1>>", "q"}};
        LookMaker maker(pdf, {broken, look});
        QPDFObjectHandle seventh = pdf.getObject(7, 0);
        const LookMaker::Made made = maker.make(seventh);
        QVERIFY(QPDFObjectHandle(made.form).isStream());
        QCOMPARE(made.origin, QPointF(3, 4));
        QPDFObjectHandle inner = QPDFObjectHandle(made.form).getDict().getKey("/Resources").getKey("/XObject").getKey("/Fm0");
        QVERIFY(inner.isStream() && inner.getDict().getKey("/Subtype").isNameAndEquals("/Form"));
        QVERIFY(!QPDFObjectHandle(maker.make(seventh).form).isStream()); // each once
        QVERIFY(!QPDFObjectHandle(maker.make(pdf.getObject(8, 0)).form).isStream());
    }
};

DW_TEST(TestLookMaker)
#include "tst_lookmaker.moc"
