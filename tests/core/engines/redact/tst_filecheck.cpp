// The outside of a published file, and what its objects may say.
#include "core/engines/redact/filecheck.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::PdfMaker;

class TestFileCheck final : public QObject
{
    Q_OBJECT

    static QStringList unknown(const QByteArray &file)
    {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("in", file.constData(), std::size_t(file.size()));
        return filecheck::unknownKeys(pdf);
    }

private slots:
    void aPlainFileIsClean()
    {
        PdfMaker maker;
        const QByteArray group = QByteArray::number(maker.addStream("0 g", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency/CS/DeviceGray>>"));
        const QByteArray space = QByteArray::number(maker.add("[/Indexed/DeviceRGB 1(abcdef)]"));
        maker.addPage("", "/Rotate 90", "/XObject<</X1 " + group + " 0 R>>/ExtGState<</E1<</BM[/Multiply/Normal]/SMask/None>>>>/ColorSpace<</C1 " + space
                + " 0 R/C2[/Separation/Spot1/DeviceGray " + space + " 0 R]/C3/DeviceRGB>>");
        const QByteArray file = maker.bytes("", "/ID[(0123456789abcdef)(0123456789abcdef)]");
        QCOMPARE(unknown(file), QStringList());
        QCOMPARE(filecheck::shape(file), QStringList());
    }

    void whatIsNotAllowedIsNamed_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("resources");
        QTest::addColumn<QString>("found");
        QTest::newRow("key") << "/Secret 1"_ba << ""_ba << u"/Secret"_s;
        QTest::newRow("name") << ""_ba << "/ExtGState<</E1<</BM/Secret>>>>"_ba << u"/Secret"_s;
        QTest::newRow("name in an array") << ""_ba << "/ExtGState<</E1<</BM[/Normal/Secret]>>>>"_ba << u"/Secret"_s;
        QTest::newRow("name of a resource") << ""_ba << "/ExtGState<</Secret<</BM/Normal>>>>"_ba << u"/Secret"_s;
        QTest::newRow("text") << "/Type(Page)"_ba << ""_ba << u"/Type (text)"_s;
        QTest::newRow("text among numbers") << ""_ba << "/ExtGState<</E1<</D[[1(Secret)]0]>>>>"_ba << u"/D (text)"_s;
        QTest::newRow("ink") << ""_ba << "/ColorSpace<</C1[/Separation/Secret/DeviceGray 9 0 R]>>"_ba << u"/Secret"_s;
        QTest::newRow("note") << "/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Secret)>>]"_ba << ""_ba << u"/Annots"_s;
    }

    void whatIsNotAllowedIsNamed()
    {
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, resources);
        QFETCH(QString, found);
        PdfMaker maker;
        maker.addPage("", page, resources);
        const QStringList findings = unknown(maker.bytes());
        QVERIFY2(findings.contains(found), qPrintable(findings.join(u' ')));
    }

    void shapesAreSeen()
    {
        PdfMaker maker;
        maker.addPage("");
        const QByteArray file = maker.bytes();
        QCOMPARE(filecheck::shape("x" + file), QStringList {u"file: does not start with its header"_s});
        QCOMPARE(filecheck::shape(file + "x"), QStringList {u"file: bytes after its end"_s});
        QCOMPARE(filecheck::shape(file + "startxref\n0\n%%EOF\n"), QStringList {u"file: more than one revision"_s});
    }

    void findingsAreBounded()
    {
        PdfMaker maker;
        for (int i = 0; i < 60; ++i)
            maker.add("<</Secret" + QByteArray::number(i) + " 1>>");
        maker.addPage("");
        const qsizetype count = unknown(maker.bytes()).size();
        QVERIFY(count >= 20 && count < 30);
    }
};

DW_TEST(TestFileCheck)
#include "tst_filecheck.moc"
