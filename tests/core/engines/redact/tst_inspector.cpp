#include "core/engines/redact/inspector.h"

#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::PdfMaker;

namespace {

QJsonArray factsOf(const QByteArray &pdf)
{
    NoJobContext job;
    const auto result = Inspector(pdf).run(job);
    return result ? result->value("facts"_L1).toArray() : QJsonArray();
}

QStringList idsOf(const QJsonArray &facts)
{
    QStringList ids;
    for (const QJsonValue &fact : facts)
        ids.append(fact.toObject().value("id"_L1).toString());
    return ids;
}

const QByteArray sentence = "BT /F1 14 Tf 100 700 Td (Price is SECRETXQ today) Tj ET ";

} // namespace

/// Every class of what a file can hide, and plain documents that hide nothing.
class TestInspector final : public QObject
{
    Q_OBJECT

private slots:
    void onPages_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QByteArray>("resources");
        QTest::addColumn<QString>("id");
        const QByteArray none;
        const QByteArray see = "/ExtGState<</H<</ca 0.85>>/M<</BM/Multiply>>>>";
        const QByteArray annotation = "/Annots[<</Type/Annot/Rect[95 695 300 715]/F 4";
        const auto row = [](const char *name, const QByteArray &content, const QByteArray &keys, const QByteArray &resources, const QString &id) {
            QTest::newRow(name) << content << keys << resources << id;
        };
        row("black box", sentence + "0 g 95 695 205 20 re f", none, none, u"text_under_box"_s);
        row("dark blue box", sentence + "0 0 0.25 rg 95 695 205 20 re f", none, none, u"text_under_box"_s);
        row("black on black", "0 g 95 695 205 20 re f " + sentence, none, none, u"text_under_box"_s);
        row("scan's layer under a box", "3 Tr " + sentence + "0 g 95 695 205 20 re f", none, none, u"text_under_box"_s);
        row("black picture", sentence + "q 205 0 0 20 95 695 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 00> EI Q", none, none, u"text_under_box"_s);
        row("drawn annotation", sentence, annotation + "/Subtype/Square/C[0 0 0]/IC[0 0 0]>>]", none, u"text_under_box"_s);
        row("white box", sentence + "1 g 95 695 205 20 re f", none, none, u"text_under_cover"_s);
        row("grey box", sentence + "0.7 g 95 695 205 20 re f", none, none, u"text_under_cover"_s);
        row("see-through box", "0.2 g " + sentence + "/H gs 0 g 95 695 205 20 re f", none, see, u"text_seen_through_box"_s);
        row("dark multiplied box", "0.1 g " + sentence + "/M gs 0.25 g 95 695 205 20 re f", none, see, u"text_seen_through_box"_s);
        row("white on white", "1 g " + sentence, none, none, u"unseen_text"_s);
        row("clipped away", "q 0 0 5 5 re W n " + sentence + "Q", none, none, u"unseen_text"_s);
        row("invisible", "3 Tr " + sentence, none, none, u"invisible_text"_s);
        row("tiny", "BT /F1 0.3 Tf 100 700 Td (SECRETXQ) Tj ET", none, none, u"tiny_text"_s);
        row("off the page", "BT /F1 14 Tf 100 900 Td (SECRETXQ) Tj ET", none, none, u"text_outside_page"_s);
        row("cropped off", sentence, "/CropBox[0 0 300 300]", none, u"text_outside_page"_s);
        row("unapplied mark", sentence, annotation + "/Subtype/Redact/OverlayText(SECRETXQ)>>]", none, u"unapplied_redactions"_s);
        row("dark highlighter", sentence, annotation + "/Subtype/Highlight/C[0 0 0]/QuadPoints[95 715 300 715 95 695 300 695]>>]", none, u"dark_highlights"_s);
        row("script on a link", sentence, annotation + "/Subtype/Link/A<</S/JavaScript/JS(app.alert\\(1\\))>>>>]", none, u"dangerous_actions"_s);
        row("program on opening", sentence, "/AA<</O<</S/GoTo/D[0]/Next[<</S/Launch/F(x.exe)>>]>>>>", none, u"dangerous_actions"_s);
        row("note", sentence, annotation + "/Subtype/Text/Contents(SECRETXQ)>>]", none, u"annotations"_s);
        row("thumbnail", sentence, "/Thumb 3 0 R", none, u"thumbnails"_s);
        row("comment", sentence + "%SECRETXQ\n", none, none, u"content_comments"_s);
        row("operator of its own", "BX (SECRETXQ) hide EX " + sentence, none, none, u"unknown_operators"_s);
        row("text for copying", "/Span<</ActualText(SECRETXQ)>>BDC " + sentence + "EMC", none, none, u"marked_texts"_s);
        row("text for copying, named", "/Span/P1 BDC " + sentence + "EMC", none, "/Properties<</P1<</ActualText(SECRETXQ)>>>>", u"marked_texts"_s);
        row("text at a point", "/X<</Who(SECRETXQ)>>DP " + sentence, none, none, u"marked_texts"_s);
        row("key of its own", sentence, "/Who(SECRETXQ)", none, u"unknown_keys"_s);
        row("program's data", sentence, "/PieceInfo<</X<<>>>>", none, u"private_data"_s);
    }

    void onPages()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, keys);
        QFETCH(QByteArray, resources);
        QFETCH(QString, id);
        PdfMaker maker;
        maker.addPage(content, keys, resources);
        const QJsonArray facts = factsOf(maker.bytes());
        QVERIFY2(idsOf(facts).contains(id), QJsonDocument(facts).toJson().constData());
    }

    void inDocuments_data()
    {
        QTest::addColumn<QByteArray>("catalog");
        QTest::addColumn<QString>("id");
        QTest::newRow("script") << QByteArray("/OpenAction<</S/JavaScript/JS(1)>>") << u"javascript"_s;
        QTest::newRow("attachment") << QByteArray("/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.docx)>>]>>>>") << u"attachments"_s;
        QTest::newRow("source file") << QByteArray("/AF[<</Type/Filespec/F(a.docx)>>]") << u"associated_files"_s;
        QTest::newRow("bookmarks") << QByteArray("/Outlines<</Type/Outlines>>") << u"outline"_s;
        QTest::newRow("layers") << QByteArray("/OCProperties<</OCGs[<</Type/OCG/Name(x)>>]/D<<>>>>") << u"layers"_s;
        QTest::newRow("tags") << QByteArray("/StructTreeRoot<<>>") << u"tags"_s;
        QTest::newRow("form") << QByteArray("/AcroForm<</Fields[]>>") << u"form"_s;
        QTest::newRow("XFA") << QByteArray("/AcroForm<</Fields[]/XFA()>>") << u"xfa"_s;
        QTest::newRow("signature") << QByteArray("/AcroForm<</Fields[<</FT/Sig>>]>>") << u"signatures"_s;
        QTest::newRow("portfolio") << QByteArray("/Collection<<>>") << u"portfolio"_s;
        QTest::newRow("key of its own") << QByteArray("/Who(SECRETXQ)") << u"unknown_keys"_s;
        QTest::newRow("page labels") << QByteArray("/PageLabels<</Nums[0<</P(SECRETXQ)>>]>>") << u"page_labels"_s;
    }

    void inDocuments()
    {
        QFETCH(QByteArray, catalog);
        QFETCH(QString, id);
        PdfMaker maker;
        maker.addPage(sentence);
        const QJsonArray facts = factsOf(maker.bytes(catalog));
        QVERIFY2(idsOf(facts).contains(id), QJsonDocument(facts).toJson().constData());
    }

    void inTheBytes()
    {
        PdfMaker maker;
        maker.addPage(sentence);
        const QByteArray plain = maker.bytes();
        QVERIFY(idsOf(factsOf("SECRETXQ\n" + plain)).contains(u"bytes_before_start"_s));
        QVERIFY(idsOf(factsOf(plain + "SECRETXQ and more of it")).contains(u"bytes_after_end"_s));
        const qsizetype table = plain.lastIndexOf("startxref") + 10;
        const QByteArray update = "6 0 obj\n<</Length 2>>stream\nq \nendstream\nendobj\n";
        const QByteArray at = QByteArray::number(plain.size()).rightJustified(10, '0');
        const QByteArray revised = plain + update + "xref\n6 1\n" + at + " 00000 n \ntrailer<</Size 8/Root 1 0 R/Prev "
            + plain.mid(table, plain.indexOf('\n', table) - table) + ">>\nstartxref\n" + QByteArray::number(plain.size() + update.size()) + "\n%%EOF\n";
        QVERIFY(idsOf(factsOf(revised)).contains(u"earlier_revisions"_s));
        maker.addStream("(SECRETXQ)");
        QVERIFY(idsOf(factsOf(maker.bytes())).contains(u"unused_objects"_s));
    }

    // Pictures, in the page's resources and in those of a form that the page draws.
    void inPictures_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QString>("id");
        const QByteArray image = "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray";
        QTest::newRow("another version") << QByteArray("\x40") << image + "/Alternates[<</Image 6 0 R>>]" << u"image_alternates"_s;
        QTest::newRow("EXIF") << QByteArray("\xff\xd8\xff\xe1\x00\x10" "Exif\0\0SECRETXQ", 22) << image + "/Filter/DCTDecode" << u"image_metadata"_s;
        QTest::newRow("plain") << QByteArray("\x40") << image << QString();
    }

    void inPictures()
    {
        QFETCH(QByteArray, data);
        QFETCH(QByteArray, keys);
        QFETCH(QString, id);
        for (const bool inForm : {false, true}) {
            PdfMaker maker;
            QByteArray name = QByteArray::number(maker.addStream(data, keys)) + " 0 R";
            if (inForm)
                name = QByteArray::number(maker.addStream("q Q", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</I " + name + ">>>>")) + " 0 R";
            maker.addPage(sentence, {}, "/XObject<</X " + name + ">>");
            const QStringList ids = idsOf(factsOf(maker.bytes()));
            QCOMPARE(ids.contains(u"image_alternates"_s), id == "image_alternates"_L1);
            QCOMPARE(ids.contains(u"image_metadata"_s), id == "image_metadata"_L1);
        }
    }

    void plainPagesRaiseNoAlarm_data()
    {
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const char *name, const QByteArray &content) { QTest::newRow(name) << content; };
        row("text", sentence);
        row("white box under text", "1 g 95 695 205 20 re f 0 g " + sentence);
        row("white text on black", "0 g 95 695 205 20 re f 1 g " + sentence);
        row("box beside", sentence + "0 g 95 600 205 20 re f");
        row("picture under text", "q 205 0 0 20 95 695 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 00> EI Q 1 g " + sentence);
        row("highlighter drawn in the page", "1 1 0 rg 95 695 205 20 re f 0 g " + sentence);
        row("dots and rules", QByteArray("BT /F1 14 Tf 100 700 Td (.......... ______ - - -) Tj ET"));
        row("light grey text", "0.9 g " + sentence);
    }

    void plainPagesRaiseNoAlarm()
    {
        QFETCH(QByteArray, content);
        PdfMaker maker;
        // Five objects come with every file of the maker; the page uses them all but for the Chinese font's.
        maker.addPage(content, "/Annots[<</Type/Annot/Subtype/Link/Rect[95 695 300 715]/Border[0 0 0]/A<</S/URI/URI(https://example.org)>>>>]");
        for (const QJsonValue &fact : factsOf(maker.bytes())) {
            const QString severity = fact.toObject().value("severity"_L1).toString();
            QVERIFY2(severity == "info"_L1, QJsonDocument(fact.toObject()).toJson().constData());
        }
    }
};

DW_TEST(TestInspector)
#include "tst_inspector.moc"
