#include "core/engines/pdf/drawingbudget.h"

#include "core/engines/pdf/pdffile.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::PdfMaker;

namespace {

QByteArray repeated(const QByteArray &piece, int times)
{
    QByteArray result;
    for (int i = 0; i < times; ++i)
        result += piece;
    return result;
}

/// What the first page is refused for; empty: let pass.
QString refusal(const QByteArray &pdf)
{
    const auto file = PdfFile::open(pdf);
    if (!file)
        return file.error().reason;
    const auto checked = PdfFile::guard([&]() -> Result<> { return DrawingBudget((*file)->qpdf()).check(0); });
    return checked ? QString() : checked.error().reason + u' ' + checked.error().args.join(u' ');
}

/// A form that draws the next one `times` times, and so on for some levels; the last draws `last`.
QByteArray nested(int levels, int times, const QByteArray &last = "0 0 m", const QByteArray &use = "/X Do ", const QByteArray &category = "XObject")
{
    PdfMaker maker;
    const auto held = [&](int object) -> QByteArray { return "/" + category + "<</X " + QByteArray::number(object) + " 0 R>>"; };
    for (int i = 0; i < levels; ++i)
        maker.addStream(i + 1 < levels ? repeated("/X Do ", times) : last, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X " + QByteArray::number(7 + i) + " 0 R>>>>");
    maker.addPage(use, {}, held(6));
    return maker.bytes();
}

QByteArray tiled(const QByteArray &keys)
{
    PdfMaker maker;
    maker.addStream("0 0 1 1 re f", "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/Resources<<>>" + keys);
    maker.addPage("/Pattern cs /P scn 0 0 612 792 re f", {}, "/Pattern<</P 6 0 R>>");
    return maker.bytes();
}

} // namespace

class TestDrawingBudget final : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<QString>("reason");
        const QString complex = u"pdf.page_too_complex 1"_s;
        QTest::newRow("forms that double") << nested(26, 2) << complex;
        QTest::newRow("a few forms") << nested(8, 2) << QString();
        QTest::newRow("forms in forms in forms, ten each") << nested(8, 10) << complex;
        QTest::newRow("a long form, many times") << nested(1, 1, repeated("0 0 m 9 9 l S ", 50'000), repeated("/X Do ", 1000)) << complex;
        QTest::newRow("a long form, a few times") << nested(1, 1, repeated("0 0 m 9 9 l S ", 50'000), repeated("/X Do ", 10)) << QString();
        QTest::newRow("a name between comments") << nested(26, 2, "0 0 m", "/X % Do\nDo ") << complex;
        QTest::newRow("not drawn") << nested(26, 2, "0 0 m", "0 0 m") << QString();
        QTest::newRow("a form that draws itself") << [] {
            PdfMaker maker;
            maker.addStream("/X Do /X Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]");
            maker.addPage("/X Do", {}, "/XObject<</X 6 0 R>>");
            return maker.bytes();
        }() << QString();
        QTest::newRow("cells of dust") << tiled("/XStep 0.001/YStep 0.001") << complex;
        QTest::newRow("cells made dust by their matrix") << tiled("/XStep 10/YStep 10/Matrix[0.0001 0 0 0.0001 0 0]") << complex;
        QTest::newRow("cells of a hatching") << tiled("/XStep 2/YStep 2") << QString();
        QTest::newRow("cells of no size") << tiled("/XStep 0/YStep 0") << QString();
        PdfMaker notes;
        notes.addPage("0 0 m", "/Annots[" + repeated("<</Subtype/Square/Rect[9 9 20 20]>>", DrawingBudget::mostAnnotations + 1) + "]");
        QTest::newRow("notes") << notes.bytes() << u"pdf.too_many_annotations 1 20001"_s;
        PdfMaker shown;
        shown.addStream(repeated("0 0 m 9 9 l S ", 50'000), "/Type/XObject/Subtype/Form/BBox[0 0 9 9]");
        shown.addPage("0 0 m", "/Annots[" + repeated("<</Subtype/Stamp/Rect[9 9 20 20]/AP<</N 6 0 R>>>>", 1000) + "]");
        QTest::newRow("notes with long appearances") << shown.bytes() << complex;
        PdfMaker masked;
        masked.addStream(repeated("0 0 m 9 9 l S ", 50'000), "/Type/XObject/Subtype/Form/BBox[0 0 9 9]");
        masked.addPage(repeated("/S gs ", 1000), {}, "/ExtGState<</S<</SMask<</S/Luminosity/G 6 0 R>>>>>>");
        QTest::newRow("long soft masks") << masked.bytes() << complex;
    }

    void refuses()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(QString, reason);
        QCOMPARE(refusal(pdf), reason);
    }
};

DW_TEST(TestDrawingBudget)
#include "tst_drawingbudget.moc"
