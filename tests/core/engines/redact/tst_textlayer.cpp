// The invisible words over a picture of a page.
#include "core/engines/redact/textlayer.h"
#include "core/engines/parse/popplerdocument.h"
#include "tests/support/testmain.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestTextLayer final : public QObject
{
    Q_OBJECT

    static PdfWord word(const QString &text, const QRectF &rect, int rotation = 0)
    {
        PdfWord result;
        result.text = text;
        result.rect = rect;
        result.rotation = rotation;
        return result;
    }

    /// A page with nothing but the layer, as Poppler reads it.
    static PdfPageText read(const QList<PdfWord> &words, const PdfPageInfo &info)
    {
        QPDF pdf;
        pdf.emptyPDF();
        TextLayer layer(pdf);
        QPDFObjectHandle page = QPDFObjectHandle::parse("<</Type/Page/MediaBox[0 0 400 600]/Resources<</Font<<>>>>>>");
        if (info.rotation != 0)
            page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(info.rotation));
        page.replaceKey("/Contents", pdf.newStream(layer.content(words, info)));
        page.getKey("/Resources").getKey("/Font").replaceKey("/T", layer.font());
        layer.finish();
        QPDFPageDocumentHelper(pdf).addPage(pdf.makeIndirectObject(page), false);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.write();
        const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
        const auto document = PopplerDocument::open({reinterpret_cast<const char *>(bytes->getBuffer()), qsizetype(bytes->getSize())});
        return document ? (*document)->text(0) : PdfPageText();
    }

    static PdfPageInfo info(int rotation = 0)
    {
        PdfPageInfo result;
        result.mediaBox = result.cropBox = QRectF(0, 0, 400, 600);
        result.rotation = rotation;
        return result;
    }

private slots:
    void wordsAreFoundWhereTheyWere_data()
    {
        QTest::addColumn<int>("rotation");
        for (const int rotation : {0, 90, 180, 270})
            QTest::addRow("%d", rotation) << rotation;
    }

    void wordsAreFoundWhereTheyWere()
    {
        QFETCH(int, rotation);
        const QList<PdfWord> words {word(u"Contract"_s, QRectF(50, 80, 60, 14)), word(u"甲方𠮷"_s, QRectF(120, 80, 42, 14)), word(u"é∑"_s, QRectF(50, 120, 20, 12))};
        const PdfPageText text = read(words, info(rotation));
        QCOMPARE(text.words.size(), words.size());
        for (int i = 0; i < words.size(); ++i) {
            QCOMPARE(text.words.at(i).text, words.at(i).text);
            const QRectF off = text.words.at(i).rect;
            QVERIFY2(qAbs(off.left() - words.at(i).rect.left()) <= 1.5 && qAbs(off.right() - words.at(i).rect.right()) <= 3, qPrintable(text.words.at(i).text));
            QVERIFY(off.intersects(words.at(i).rect));
        }
    }

    void positionsAreRounded()
    {
        QPDF pdf;
        pdf.emptyPDF();
        TextLayer layer(pdf);
        const std::string one = layer.content({word(u"abc"_s, QRectF(50.1, 80.2, 60, 14))}, info());
        const std::string two = layer.content({word(u"abc"_s, QRectF(50.4, 79.9, 60, 14))}, info());
        QCOMPARE(one, two); // what a fine shift would tell is not repeated
    }

    void upright()
    {
        const PdfPageText text = read({word(u"up"_s, QRectF(50, 80, 14, 40), 270)}, info());
        QCOMPARE(text.words.size(), 1);
        QCOMPARE(text.words.first().rotation, 270);
    }
};

DW_TEST(TestTextLayer)
#include "tst_textlayer.moc"
