// Notes that every reader draws by itself keep their look in all of them, and say nothing.
#include "core/engines/parse/popplerdocument.h"
#include "core/engines/pdf/pdffile.h"
#include "core/engines/redact/barenotes.h"
#include "core/engines/redact/filecheck.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/redacting.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::markAt;
using dwtest::PdfMaker;
using dwtest::redacted;

class TestBareNotes final : public QObject
{
    Q_OBJECT

    static QPDFObjectHandle parse(const QByteArray &text) { return QPDFObjectHandle::parse(text.toStdString()); }

private slots:
    void onlyPlaceKindAndColourStay_data()
    {
        QTest::addColumn<QByteArray>("annotation");
        QTest::addColumn<QByteArray>("bare");
        QTest::newRow("icon") << "<</Type/Annot/Subtype/Text/Rect[10 20 30 40.5]/F 28/C[1 0 0]/Name/Key/Contents(secret)/T(secret)/NM(secret)/Popup<<>>/RC(secret)>>"_ba
                              << "<</Type/Annot/Subtype/Text/Rect[10 20 30 40.5]/F 28/C[1 0 0]/Name/Key>>"_ba;
        QTest::newRow("an icon of its own name") << "<</Subtype/Text/Rect[10 20 30 40]/Name/Secret>>"_ba << "<</Type/Annot/Subtype/Text/Rect[10 20 30 40]/F 0>>"_ba;
        QTest::newRow("highlight") << "<</Subtype/Highlight/Rect[10 20 30 40]/QuadPoints[10 40 30 40 10 20 30 20]/C[1 1 0]/CA 0.5/Contents(secret)/T(secret)>>"_ba
                                   << "<</Type/Annot/Subtype/Highlight/Rect[10 20 30 40]/F 0/QuadPoints[10 40 30 40 10 20 30 20]/C[1 1 0]/CA 0.5>>"_ba;
        QTest::newRow("text for a colour") << "<</Subtype/Highlight/Rect[10 20 30 40]/QuadPoints[10 40 30 40 10 20 30 20]/C[(secret)]>>"_ba
                                           << "<</Type/Annot/Subtype/Highlight/Rect[10 20 30 40]/F 0/QuadPoints[10 40 30 40 10 20 30 20]>>"_ba;
        QTest::newRow("stamp") << "<</Subtype/Stamp/Rect[10 20 30 40]/Name/Draft/Contents(secret)>>"_ba << "<</Type/Annot/Subtype/Stamp/Rect[10 20 30 40]/F 0/Name/Draft>>"_ba;
        QTest::newRow("ink") << "<</Subtype/Ink/Rect[1 2 3 4]/InkList[[1 2 3 4.5][5 6 7 8]]/Border[0 0 2]/BS<</W 3/X(secret)>>/Contents(secret)>>"_ba
                             << "<</Type/Annot/Subtype/Ink/Rect[1 2 3 4]/F 0/InkList[[1 2 3 4.5][5 6 7 8]]/Border[0 0 2]/BS<</W 3>>>>"_ba;
        QTest::newRow("line") << "<</Subtype/Line/Rect[1 2 3 4]/L[1 2 3 4]/LE[/OpenArrow/None]/IC[1 0 0]/Contents(secret)/IT/LineArrow>>"_ba
                              << "<</Type/Annot/Subtype/Line/Rect[1 2 3 4]/F 0/L[1 2 3 4]/LE[/OpenArrow/None]/IC[1 0 0]>>"_ba;
        QTest::newRow("place to sign") << "<</Subtype/Widget/FT/Sig/T(secret)/Rect[10 20 30 40]/F 4/MK<</CA(secret)>>/Lock<<>>>>"_ba
                                       << "<</Type/Annot/Subtype/Widget/FT/Sig/T()/Rect[10 20 30 40]/F 4>>"_ba;
        QTest::newRow("place to sign, by its field") << "<</Subtype/Widget/Parent<</FT/Sig/T(secret)>>/Rect[10 20 30 40]>>"_ba
                                                     << "<</Type/Annot/Subtype/Widget/FT/Sig/T()/Rect[10 20 30 40]/F 0>>"_ba;
    }

    void onlyPlaceKindAndColourStay()
    {
        QFETCH(QByteArray, annotation);
        QFETCH(QByteArray, bare);
        QPDFObjectHandle left = BareNotes::of(parse(annotation));
        QCOMPARE(left.unparse(), parse(bare).unparse());
        QVERIFY(BareNotes::isBare(left));
        QCOMPARE(BareNotes::of(left).unparse(), left.unparse());
        QVERIFY(!BareNotes::isBare(parse(annotation)));
    }

    void othersAreNone_data()
    {
        QTest::addColumn<QByteArray>("annotation");
        QTest::newRow("hidden") << "<</Subtype/Text/Rect[10 20 30 40]/F 2>>"_ba;
        QTest::newRow("in a layer") << "<</Subtype/Text/Rect[10 20 30 40]/OC<<>>>>"_ba;
        QTest::newRow("no place") << "<</Subtype/Text>>"_ba;
        QTest::newRow("free text") << "<</Subtype/FreeText/Rect[10 20 30 40]/Contents(secret)>>"_ba;
        QTest::newRow("a stamp of its own name") << "<</Subtype/Stamp/Rect[10 20 30 40]/Name/Secret>>"_ba;
        QTest::newRow("polygon without corners") << "<</Subtype/Polygon/Rect[10 20 30 40]>>"_ba;
        QTest::newRow("text for places") << "<</Subtype/Highlight/Rect[10 20 30 40]/QuadPoints[(secret)]>>"_ba;
        QTest::newRow("nowhere") << "<</Subtype/Underline/Rect[10 20 30 40]>>"_ba;
        QTest::newRow("signed") << "<</Subtype/Widget/FT/Sig/Rect[10 20 30 40]/V<</Contents(secret)>>>>"_ba;
        QTest::newRow("signed, by its field") << "<</Subtype/Widget/Parent<</FT/Sig/V<<>>>>/Rect[10 20 30 40]>>"_ba;
        QTest::newRow("another field") << "<</Subtype/Widget/FT/Tx/Rect[10 20 30 40]>>"_ba;
        QTest::newRow("no annotation") << "(secret)"_ba;
    }

    void othersAreNone()
    {
        QFETCH(QByteArray, annotation);
        QVERIFY(BareNotes::of(parse(annotation)).isNull());
    }

    /// The proof lets nothing pass that carries more.
    void moreIsFound_data()
    {
        QTest::addColumn<QByteArray>("annotation");
        QTest::newRow("contents") << "<</Subtype/Text/Rect[1 2 3 4]/Contents(x)>>"_ba;
        QTest::newRow("a name") << "<</Subtype/Text/Rect[1 2 3 4]/Name/Secret>>"_ba;
        QTest::newRow("text in a place") << "<</Subtype/Text/Rect[1 2 3 (x)]>>"_ba;
        QTest::newRow("flags") << "<</Subtype/Text/Rect[1 2 3 4]/F 2>>"_ba;
        QTest::newRow("another field") << "<</Subtype/Widget/FT/Tx/Rect[1 2 3 4]>>"_ba;
        QTest::newRow("a field's name") << "<</Subtype/Widget/FT/Sig/T(Smith)/Rect[1 2 3 4]>>"_ba;
        QTest::newRow("an appearance") << "<</Subtype/Highlight/Rect[1 2 3 4]/AP<<>>>>"_ba;
        QTest::newRow("a dash of text") << "<</Subtype/Square/Rect[1 2 3 4]/BS<</D[(x)]>>>>"_ba;
        QTest::newRow("text in the border") << "<</Subtype/Square/Rect[1 2 3 4]/Border[0 0 1 (x)]>>"_ba;
        QTest::newRow("a name for an end") << "<</Subtype/Line/Rect[1 2 3 4]/L[1 2 3 4]/LE[/Smith/None]>>"_ba;
        QTest::newRow("a stamp without a name") << "<</Subtype/Stamp/Rect[1 2 3 4]>>"_ba;
    }

    void moreIsFound()
    {
        QFETCH(QByteArray, annotation);
        QVERIFY(!BareNotes::isBare(parse(annotation)));
        PdfMaker maker;
        maker.addPage("BT ET", QByteArray("/Annots[" + annotation + "]"));
        const auto file = PdfFile::open(maker.bytes());
        QVERIFY(filecheck::unknownKeys((*file)->qpdf()).contains(u"/Annots"_s));
    }

    void theyStayWhereNothingIsTaken()
    {
        PdfMaker maker;
        maker.addPage("BT /F1 16 Tf 50 700 Td (Alpha SECRETXQ Omega) Tj ET BT /F1 16 Tf 50 600 Td (Beta) Tj ET",
            "/Annots[<</Subtype/Highlight/Rect[50 695 250 715]/QuadPoints[50 715 250 715 50 695 250 695]/C[1 1 0]/Contents(first)>>"
            "<</Subtype/Highlight/Rect[50 595 90 615]/QuadPoints[50 615 90 615 50 595 90 595]/C[1 1 0]/Contents(second)>>"
            "<</Subtype/Text/Rect[400 400 420 420]/Contents(third)>><</Subtype/Text/Rect[130 690 140 700]/Contents(fourth)>>"
            "<</Subtype/Widget/FT/Sig/T(fifth)/F 4/Rect[300 100 400 130]>>]");
        const MarkSet marks {1, {}, {markAt(0, {97, 695, 87, 20}, u"SECRETXQ"_s)}};
        const auto file = redacted(maker.bytes(), marks);
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        QVERIFY(file->report.value("pictures"_L1).toArray().isEmpty());
        const auto written = PdfFile::open(file->pdf);
        QPDFObjectHandle left = QPDFObjectHandle((*written)->qpdf().getAllPages().front()).getKey("/Annots");
        QCOMPARE(left.getArrayNItems(), 3);
        QVERIFY(left.getArrayItem(0).getKey("/Subtype").isNameAndEquals("/Highlight"));
        QCOMPARE(left.getArrayItem(0).getKey("/Rect").getArrayItem(1).getNumericValue(), 595.0);
        QVERIFY(left.getArrayItem(1).getKey("/Subtype").isNameAndEquals("/Text"));
        QVERIFY(left.getArrayItem(2).getKey("/FT").isNameAndEquals("/Sig"));
        for (const char *text : {"first", "second", "third", "fourth", "fifth"})
            QVERIFY2(!file->pdf.contains(text), text);
        // The marker over the mark is part of the page now: its ends beside the box are there still.
        const auto picture = (*PopplerDocument::open(file->pdf))->render(0, 72);
        QVERIFY(picture);
        const QColor beside = picture->pixelColor(230, 792 - 713);
        QVERIFY2(beside.red() > 200 && beside.blue() < 100, qPrintable(beside.name()));
    }
};

DW_TEST(TestBareNotes)
#include "tst_barenotes.moc"
