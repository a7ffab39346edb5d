// Pages in a new file, without the document that was around them.
#include "core/engines/redact/docsanitizer.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <memory>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::PdfMaker;

class TestDocSanitizer final : public QObject
{
    Q_OBJECT

    static PdfPageInfo info()
    {
        PdfPageInfo result;
        result.mediaBox = result.cropBox = QRectF(0, 0, 612, 792);
        return result;
    }

    QByteArray m_file;
    std::unique_ptr<QPDF> m_from;
    std::unique_ptr<QPDF> m_to;

    QPDFObjectHandle copied(const QByteArray &content, const QByteArray &extra, const PdfPageInfo &boxes = info(), const QByteArray &resources = {})
    {
        PdfMaker maker;
        maker.addPage(content, extra, resources);
        m_file = maker.bytes();
        m_from->setSuppressWarnings(true);
        m_from->processMemoryFile("in", m_file.constData(), std::size_t(m_file.size()));
        m_to->emptyPDF();
        DocSanitizer sanitizer(*m_from, *m_to);
        return sanitizer.copyPage(m_from->getAllPages().at(0), boxes);
    }

    static std::string contentOf(QPDFObjectHandle page)
    {
        const std::shared_ptr<Buffer> data = page.getKey("/Contents").getStreamData();
        return {reinterpret_cast<const char *>(data->getBuffer()), data->getSize()};
    }

private slots:
    void init()
    {
        m_from = std::make_unique<QPDF>();
        m_to = std::make_unique<QPDF>();
    }

    void onlyWhatAPageNeeds()
    {
        QPDFObjectHandle page = copied("0 g 10 10 50 50 re f", "/Metadata 3 0 R/Thumb 3 0 R/PieceInfo<<>>/AA<<>>/B[]/Tabs/S/StructParents 1/Dur 3/Secret(x)");
        QCOMPARE(page.getKeys(), (std::set<std::string> {"/Contents", "/MediaBox", "/Resources", "/Type"}));
        QCOMPARE(contentOf(page), std::string("0 g\n10 10 50 50 re\nf\n"));
        QVERIFY(page.getKey("/Resources").getKeys().empty());
    }

    void boxesAndRotationStay()
    {
        PdfPageInfo boxes = info();
        boxes.cropBox = QRectF(100, 100, 200, 300);
        boxes.rotation = 90;
        boxes.userUnit = 2;
        QPDFObjectHandle page = copied("f", {}, boxes);
        QCOMPARE(page.getKey("/CropBox").getArrayAsRectangle().llx, 100.0);
        QCOMPARE(page.getKey("/CropBox").getArrayAsRectangle().ury, 400.0);
        QCOMPARE(page.getKey("/MediaBox").getArrayAsRectangle().urx, 612.0);
        QCOMPARE(page.getKey("/Rotate").getIntValue(), 90);
        QCOMPARE(page.getKey("/UserUnit").getNumericValue(), 2.0);
    }

    void shownAnnotationsBecomePartOfThePage()
    {
        PdfMaker maker;
        const QByteArray appearance = QByteArray::number(maker.addStream("0.5 g 0 0 50 50 re f", "/Type/XObject/Subtype/Form/BBox[0 0 50 50]"));
        const QByteArray with = "/AP<</N " + appearance + " 0 R>>";
        maker.addPage("0 g", "/Annots[<</Type/Annot/Subtype/Stamp/Rect[10 10 60 60]/F 4/Contents(secret)" + with + ">>"
                "<</Type/Annot/Subtype/Stamp/Rect[200 200 250 250]/F 2" + with + ">><</Type/Annot/Subtype/Popup/Rect[300 300 350 350]" + with + ">>]");
        m_file = maker.bytes();
        m_from->processMemoryFile("in", m_file.constData(), std::size_t(m_file.size()));
        m_to->emptyPDF();
        DocSanitizer sanitizer(*m_from, *m_to);
        QPDFObjectHandle page = sanitizer.copyPage(m_from->getAllPages().at(0), info());
        QVERIFY(!page.hasKey("/Annots"));
        QCOMPARE(QByteArray::fromStdString(contentOf(page)).count(" Do\n"), 1); // not the hidden one, not the popup
        QVERIFY(contentOf(page).find("secret") == std::string::npos);
    }

    void transparencyIsBlendedAsItWas()
    {
        QPDFObjectHandle page = copied("f", "/Group<</Type/Group/S/Transparency/I true/CS/DeviceRGB/Secret 1>>");
        QCOMPARE(page.getKey("/Group").unparse(), QPDFObjectHandle::parse("<</CS/DeviceRGB/I true/S/Transparency/Type/Group>>").unparse());
    }
};

DW_TEST(TestDocSanitizer)
#include "tst_docsanitizer.moc"
