// Notes and form fields become part of the page, where every reader has them.
#include "core/engines/redact/annotationflattener.h"
#include "core/engines/pdf/pdffile.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::PdfMaker;

namespace {

QPDFObjectHandle form(QPDF &pdf, const std::string &keys)
{
    QPDFObjectHandle stream = pdf.newStream("0 0 10 10 re f\n");
    stream.replaceDict(QPDFObjectHandle::parse("<< /Type /XObject " + keys + " >>"));
    return stream;
}

/// One page with these annotations, flattened; "LOOK" stands for an appearance ten points square.
class Flattened
{
public:
    explicit Flattened(QByteArray annotations, const QByteArray &keys = {})
    {
        PdfMaker maker;
        const int look = maker.addStream("0 0 10 10 re f", "/Subtype/Form/BBox[0 0 10 10]");
        const QByteArray keysOfLook = "/AP<</N " + QByteArray::number(look) + " 0 R>>";
        annotations.replace("LOOK", keysOfLook);
        maker.addPage("1 g", QByteArray("/Annots[" + annotations + "]" + keys));
        m_file = std::move(*PdfFile::open(maker.bytes()));
        AnnotationFlattener(m_file->qpdf()).run();
        page = m_file->qpdf().getAllPages().front();
        for (QPDFObjectHandle &stream : page.getPageContents()) {
            const auto data = stream.getStreamData();
            content.append(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize()));
        }
    }

    QPDFObjectHandle page = QPDFObjectHandle::newNull();
    QByteArray content;

private:
    std::unique_ptr<PdfFile> m_file;
};

} // namespace

class TestAnnotationFlattener final : public QObject
{
    Q_OBJECT

private slots:
    void appearancesBecomeContent()
    {
        Flattened file("<< /Subtype /Stamp /Rect [20 30 40 70] LOOK /Contents (secret) >>");
        QVERIFY2(file.content.startsWith("q\n1 g") && file.content.endsWith("Q\nq\n2 0 0 4 20 30 cm\n/Fxo1 Do\nQ\n"), file.content.constData());
        QVERIFY(!file.page.hasKey("/Annots"));
        QVERIFY(file.page.getKey("/Resources").getKey("/XObject").getKey("/Fxo1").isStream());
    }

    void whatNobodySeesGoes_data()
    {
        QTest::addColumn<QByteArray>("annotation");
        QTest::newRow("hidden") << "<< /Subtype /Stamp /Rect [20 30 40 70] /F 2 LOOK >>"_ba;
        QTest::newRow("not viewed") << "<< /Subtype /Stamp /Rect [20 30 40 70] /F 32 LOOK >>"_ba;
        QTest::newRow("invisible") << "<< /Subtype /Stamp /Rect [20 30 40 70] /F 1 LOOK >>"_ba;
        QTest::newRow("a pop-up") << "<< /Subtype /Popup /Rect [20 30 40 70] LOOK >>"_ba;
        QTest::newRow("an unapplied redaction") << "<< /Subtype /Redact /Rect [20 30 40 70] LOOK >>"_ba;
        QTest::newRow("no kind") << "<< /Rect [20 30 40 70] LOOK >>"_ba;
        QTest::newRow("no place") << "<< /Subtype /Stamp LOOK >>"_ba;
        QTest::newRow("no size") << "<< /Subtype /Widget /Rect [0 0 0 0] LOOK >>"_ba;
        QTest::newRow("far too large") << "<< /Subtype /Stamp /Rect [0 0 1e3 20000000000] LOOK >>"_ba;
        QTest::newRow("no appearance") << "<< /Subtype /Stamp /Rect [20 30 40 70] >>"_ba;
    }

    void whatNobodySeesGoes()
    {
        QFETCH(QByteArray, annotation);
        Flattened file(annotation);
        QVERIFY2(!file.content.contains("Do"), file.content.constData());
        QVERIFY(!file.page.hasKey("/Annots"));
    }

    void noteStaysUprightOnATurnedPage()
    {
        Flattened file("<< /Subtype /Stamp /Rect [20 30 40 70] /F 16 LOOK >>", "/Rotate 90");
        QVERIFY2(file.content.contains("q\n0 2 -4 0 60 70 cm\n/Fxo1 Do\nQ\n"), file.content.constData());
    }

    /// A reader that works in single precision gets the rectangle's side, and with it the scale, slightly wrong. Letters are
    /// set on quarters of a pixel by such numbers.
    void singlePrecisionComesToItsOwnNumber()
    {
        QPDF pdf;
        pdf.emptyPDF();
        QPDFObjectHandle look = form(pdf, "/Subtype /Form /BBox [0 0 150 56.692]");
        const std::string text = AnnotationFlattener::placement(look, QPDFObjectHandle::parse("[56.692 380.983 206.692 437.675]"));
        const QList<QByteArray> numbers = QByteArray::fromStdString(text).split(' ');
        QCOMPARE(numbers.size(), 6);
        const float height = (437.675F - 380.983F) / 56.692F;
        QVERIFY(height != 1.0F);
        QCOMPARE(std::strtof(numbers.at(3).constData(), nullptr), height);
        QVERIFY(std::abs(numbers.at(3).toDouble() - 1) < std::abs(double(height) - 1));
        QCOMPARE(numbers.at(4), "56.692");
        QCOMPARE(numbers.at(5), "380.983");
    }

    void matricesTurnTheBox()
    {
        QPDF pdf;
        pdf.emptyPDF();
        QPDFObjectHandle look = form(pdf, "/Subtype /Form /BBox [0 0 40 10] /Matrix [0 1 -1 0 10 0]");
        QCOMPARE(AnnotationFlattener::placement(look, QPDFObjectHandle::parse("[120 80 100 40]")), std::string("2 0 0 1 100 40"));
        QCOMPARE(AnnotationFlattener::placement(form(pdf, "/BBox [0 0 0 10]"), QPDFObjectHandle::parse("[0 0 10 10]")), std::string());
        QCOMPARE(AnnotationFlattener::placement(form(pdf, ""), QPDFObjectHandle::parse("[0 0 10 10]")), std::string());
    }

    void framesOfLinksStay()
    {
        Flattened file("<< /Subtype /Link /Rect [20 30 40 70] /Border [0 0 1] /A << /S /URI /URI (secret) >> >> << /Subtype /Stamp /Rect [20 30 40 70] LOOK >>");
        QPDFObjectHandle left = file.page.getKey("/Annots");
        QCOMPARE(left.getArrayNItems(), 1);
        QVERIFY(!left.getArrayItem(0).hasKey("/A"));
    }
};

DW_TEST(TestAnnotationFlattener)
#include "tst_annotationflattener.moc"
