// Pages as pictures with the boxes burned in and the words that stay to be searched.
#include "core/engines/redact/rasteriser.h"
#include "core/engines/parse/popplerdocument.h"
#include "tests/support/leakscan.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::PdfMaker;

class TestRasteriser final : public QObject
{
    Q_OBJECT

    struct Made {
        QByteArray file;
        int hidden = 0;
    };

    static Made made(const QByteArray &content, const QRectF &area)
    {
        PdfMaker maker;
        maker.addPage(content);
        const auto document = PopplerDocument::open(maker.bytes());
        if (!document)
            return {};
        const PdfPageInfo info = (*document)->pageInfo(0);
        BoxPlanner plan(info, (*document)->text(0));
        RedactionMark mark;
        mark.userRect = area;
        plan.add(mark, RedactionLevel::A);
        QPDF target;
        target.emptyPDF();
        Rasteriser rasteriser(**document, target);
        Made result;
        const auto page = rasteriser.page(0, info, plan, result.hidden);
        if (!page)
            return {};
        QPDFPageDocumentHelper(target).addPage(target.makeIndirectObject(*page), false);
        rasteriser.finish();
        QPDFWriter writer(target);
        writer.setOutputMemory();
        writer.write();
        const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
        result.file = QByteArray(reinterpret_cast<const char *>(bytes->getBuffer()), qsizetype(bytes->getSize()));
        return result;
    }

private slots:
    void wordsStayAndTheMarkedOneGoes()
    {
        const Made picture = made("BT /F1 16 Tf 50 700 Td (Alpha SECRETXQ Omega) Tj ET", QRectF(97, 695, 88, 20));
        const auto document = PopplerDocument::open(picture.file);
        QVERIFY(document);
        const QString text = (*document)->text(0).plain();
        QVERIFY2(text.contains(u"Alpha"_s) && text.contains(u"Omega"_s), qPrintable(text));
        QVERIFY(dwtest::LeakScan(picture.file, u"SECRETXQ"_s).places().isEmpty());
        QCOMPARE(picture.hidden, 0);
        const auto drawn = (*document)->render(0, 72);
        QVERIFY(drawn);
        QVERIFY(qGray(drawn->pixel(140, 792 - 705)) < 40); // in the box
        QVERIFY(qGray(drawn->pixel(300, 400)) > 240);
    }

    void wordsThatNobodySeesAreLeftOut()
    {
        const Made picture = made("BT /F1 16 Tf 50 700 Td (Alpha) Tj 1 g 0 -100 Td (Ghost) Tj ET", QRectF(400, 100, 20, 20));
        QCOMPARE(picture.hidden, 1);
        const auto document = PopplerDocument::open(picture.file);
        QVERIFY(document);
        QVERIFY(!(*document)->text(0).plain().contains(u"Ghost"_s));
    }

    void theSizeOfThePageStays()
    {
        const Made picture = made("BT /F1 16 Tf 50 700 Td (Alpha) Tj ET", QRectF(400, 100, 20, 20));
        const auto document = PopplerDocument::open(picture.file);
        QVERIFY(document);
        QCOMPARE((*document)->pageInfo(0).displaySize(), QSizeF(612, 792));
    }
};

DW_TEST(TestRasteriser)
#include "tst_rasteriser.moc"
