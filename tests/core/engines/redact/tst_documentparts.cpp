// What a file has around its pages, by name.
#include "core/engines/redact/documentparts.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::PdfMaker;

class TestDocumentParts final : public QObject
{
    Q_OBJECT

    static QStringList parts(const QByteArray &catalog, const QByteArray &page = {}, const QByteArray &trailer = {})
    {
        PdfMaker maker;
        maker.addPage("", page);
        const QByteArray file = maker.bytes(catalog, trailer);
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("in", file.constData(), std::size_t(file.size()));
        return documentparts::list(pdf);
    }

private slots:
    void aBareFileHasNone()
    {
        QCOMPARE(parts({}), QStringList());
    }

    void eachPartHasItsName_data()
    {
        QTest::addColumn<QByteArray>("catalog");
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QByteArray &catalog, const QByteArray &page, const QStringList &expected) {
            QTest::newRow(name) << catalog << page << expected;
        };
        row("outline", "/Outlines<<>>", "", {u"outline"_s});
        row("attachment", "/Names<</EmbeddedFiles<<>>>>", "", {u"attachments"_s, u"names"_s});
        row("script of the file", "/Names<</JavaScript<<>>>>", "", {u"javascript"_s, u"names"_s});
        row("script on opening", "/OpenAction<</S/GoTo/Next<</S/JavaScript/JS(1)>>>>", "", {u"javascript"_s});
        row("no script on opening", "/OpenAction<</S/GoTo>>", "", {});
        row("form", "/AcroForm<</Fields[]>>", "", {u"form"_s});
        row("XFA", "/AcroForm<</XFA(x)/Fields[]>>", "", {u"form"_s, u"xfa"_s});
        row("signature in a group of fields", "/AcroForm<</Fields[<</Kids[<</FT/Sig>>]>>]>>", "", {u"form"_s, u"signatures"_s});
        row("signature that only the page knows", "", "/Annots[<</Subtype/Widget/FT/Sig>>]", {u"annotations"_s, u"signatures"_s});
        row("annotations", "", "/Annots[<</Subtype/Text>>]", {u"annotations"_s});
        row("no annotations", "", "/Annots[]", {});
        row("thumbnail and data of a program", "", "/Thumb<<>>/PieceInfo<<>>", {u"private_data"_s, u"thumbnails"_s});
        row("data of a page", "", "/Metadata 3 0 R", {u"metadata"_s});
    }

    void eachPartHasItsName()
    {
        QFETCH(QByteArray, catalog);
        QFETCH(QByteArray, page);
        QFETCH(QStringList, expected);
        QCOMPARE(parts(catalog, page), expected);
    }

    void theInfoIsOne()
    {
        QCOMPARE(parts({}, {}, "/Info<</Title(x)>>"), QStringList {u"info"_s});
    }

    void fieldsWithoutEndAreGivenUp()
    {
        PdfMaker maker;
        maker.addPage("");
        const int field = maker.add("<</Kids[7 0 R]>>");
        QCOMPARE(field, 8);
        maker.add("<<>>");
        QByteArray file = maker.bytes("/AcroForm<</Fields[8 0 R]>>");
        file.replace("<</Kids[7 0 R]>>", "<</Kids[8 0 R]>>");
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("in", file.constData(), std::size_t(file.size()));
        QCOMPARE(documentparts::list(pdf), QStringList {u"form"_s});
    }
};

DW_TEST(TestDocumentParts)
#include "tst_documentparts.moc"
