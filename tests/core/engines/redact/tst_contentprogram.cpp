// Content streams as operations, and written again.
#include "core/engines/redact/contentprogram.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/testmain.h"

#include <qpdf/QPDF.hh>

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestContentProgram final : public QObject
{
    Q_OBJECT

    QPDF m_pdf;

    ContentProgram program(const QByteArray &content) { return ContentProgram::ofStream(m_pdf.newStream(content.toStdString())); }

    static QByteArray written(const ContentProgram &program)
    {
        std::string result;
        for (const Operation &operation : program.operations())
            ContentProgram::write(operation, result);
        return QByteArray::fromStdString(result);
    }

private slots:
    void initTestCase() { m_pdf.emptyPDF(); }

    void operandsGoWithTheirOperator()
    {
        const ContentProgram read = program("q 1 0 0 1 5 6 cm % remark\nBT /F1 12 Tf (a\\)b) Tj [(x) -20 <41>] TJ ET Q");
        QCOMPARE(read.operations().size(), std::size_t(8));
        QCOMPARE(read.operations()[1].name, std::string("cm"));
        QCOMPARE(read.operations()[1].operands.size(), std::size_t(6));
        QCOMPARE(written(read), "q\n1 0 0 1 5 6 cm\nBT\n/F1 12 Tf\n(a\\)b) Tj\n[ (x) -20 (A) ] TJ\nET\nQ\n"_ba);
    }

    void writingAndReadingAgainChangesNothing()
    {
        const QByteArray content = "0.1 0.20 .3 rg 10 10 m 20 -5.5 l S /Im Do BI /W 2 /H 1 /BPC 8 /CS /G ID ab EI\n";
        const QByteArray once = written(program(content));
        QCOMPARE(written(program(once)), once);
    }

    void inlineImagesAreOneOperation()
    {
        const ContentProgram read = program("q BI /W 2 /H 1 /BPC 8 /CS /G ID ab\nEI Q");
        QCOMPARE(read.operations().size(), std::size_t(3));
        QCOMPARE(read.operations()[1].name, std::string("EI"));
        QCOMPARE(read.operations()[1].operands.size(), std::size_t(8));
        QVERIFY(read.operations()[1].inlineImage.starts_with("ab"));
    }

    void streamsOfAPageAreJoined()
    {
        QPDFObjectHandle page = m_pdf.makeIndirectObject(QPDFObjectHandle::parse("<</Type/Page>>"));
        // A token may not go over the border of two streams, an operation may.
        page.replaceKey("/Contents", QPDFObjectHandle::newArray({m_pdf.newStream("q 1 0 0 1 5"), m_pdf.newStream("6 cm Q")}));
        QCOMPARE(written(ContentProgram::ofPage(page)), "q\n1 0 0 1 5 6 cm\nQ\n"_ba);
    }

    void operatorsOfTheStandardAreKnown()
    {
        for (const char *name : {"b*", "BDC", "T*", "'", "\"", "d1", "sh", "EX"})
            QVERIFY2(ContentProgram::isKnownOperator(name), name);
        for (const char *name : {"hide", "Q1", "", "bt"})
            QVERIFY2(!ContentProgram::isKnownOperator(name), name);
    }

    void emptyContentIsNoError()
    {
        QVERIFY(program("").operations().empty());
        QVERIFY(program(" % only a remark").operations().empty());
    }
};

DW_TEST(TestContentProgram)
#include "tst_contentprogram.moc"
