#include "core/engines/redact/contentlexer.h"

#include "core/engines/pdf/pdffile.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <qpdf/Pl_Buffer.hh>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

/// What qpdf's parser makes of content, one operation a line.
class Reference final : public QPDFObjectHandle::ParserCallbacks
{
public:
    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override
    {
        text += object.isOperator() ? object.getOperatorValue() + '\n' : object.isInlineImage() ? std::string("<image> ") : object.unparse() + ' ';
    }

    void handleEOF() override { }

    std::string text;
};

std::string listed(const std::vector<Operation> &operations)
{
    std::string text;
    for (const Operation &operation : operations) {
        for (QPDFObjectHandle operand : operation.operands)
            text += operand.unparse() + ' ';
        text += operation.name + '\n';
    }
    return text;
}

} // namespace

class TestContentLexer final : public QObject
{
    Q_OBJECT

private slots:
    void readsAsQpdfDoes_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("BT /F1 12 Tf 1 0 0 1 72.5 -.5 Tm (a\\(b\\)c) Tj [(A) -20.5 <4142 4> +3] TJ T* (x) ' 1 2 (y) \" ET");
        QTest::newRow("paths") << QByteArray("q 1 0 0 RG 0 0 m 10 10 l 1 2 3 4 5 6 c h f* W* n Q");
        QTest::newRow("comments") << QByteArray("% first (\n1 w % second\r2 w\n%last");
        QTest::newRow("dictionary") << QByteArray("/Span <</ActualText (a>>b) /N <3E3E> /D << /X [1 (])] >> >> BDC EMC");
        QTest::newRow("escapes") << QByteArray("(\\101\\12\\0059\\n\\r\\t\\b\\f\\\\) Tj ((nested (twice)) out) Tj");
        QTest::newRow("numbers") << QByteArray("0 -0 +5 007 1. .5 -.5 +0.25 123456789 w");
        QTest::newRow("tight") << QByteArray("[(a)-1(b)]TJ/F1 9 Tf<41>Tj[]0 d");
        QTest::newRow("booleans") << QByteArray("/P <</K true>> BDC true false foo");
        QTest::newRow("empty") << QByteArray();
    }

    void readsAsQpdfDoes()
    {
        QFETCH(QByteArray, content);
        std::vector<Operation> operations;
        QVERIFY(ContentLexer(std::string_view(content.constData(), std::size_t(content.size()))).read(operations));
        QPDF pdf;
        pdf.emptyPDF();
        Reference reference;
        pdf.newStream(content.toStdString()).parseAsContents(&reference);
        QCOMPARE(QString::fromLatin1(listed(operations).c_str()), QString::fromLatin1(reference.text.c_str()));
    }

    void leavesTheUnusualToQpdf_data()
    {
        QTest::addColumn<QByteArray>("content");
        for (const char *content : {"BI /W 1 /H 1 ID x EI", "1.2.3 w", "--5 w", "1e5 w", "(open Tj", "<4x> Tj", "/A#20B gs", "(a\rb) Tj", "(\\\n) Tj", "(\\777) Tj",
                 "(\\q) Tj", "] Tj", ") Tj", "{ } w", "1 2", "12345678901234567890 w", "<< /A (b", "null w", "/ w", "1 0 R gs"})
            QTest::newRow(content) << QByteArray(content);
        QTest::newRow("deep") << QByteArray(100, '[') + "1" + QByteArray(100, ']') + " d";
    }

    void leavesTheUnusualToQpdf()
    {
        QFETCH(QByteArray, content);
        std::vector<Operation> operations;
        QVERIFY(!ContentLexer(std::string_view(content.constData(), std::size_t(content.size()))).read(operations));
    }

    void readsPublicFilesAsQpdfDoes()
    {
        const QString folder = QStringLiteral(DW_SOURCE_DIR) + u"/../shared/corpus/pdf"_s;
        if (!QDir(folder).exists())
            QSKIP("../shared is not there");
        int read = 0;
        int left = 0;
        QDirIterator files(folder, {u"*.pdf"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const auto opened = PdfFile::open(file.readAll());
            if (!opened)
                continue;
            const auto done = PdfFile::guard([&]() -> Result<> {
                std::size_t pages = 0;
                for (QPDFObjectHandle page : (*opened)->qpdf().getAllPages()) {
                    if (++pages > 6)
                        break;
                    Pl_Buffer bytes("content");
                    page.pipePageContents(&bytes);
                    const std::shared_ptr<Buffer> data = bytes.getBufferSharedPointer();
                    std::vector<Operation> operations;
                    if (!ContentLexer({reinterpret_cast<const char *>(data->getBuffer()), data->getSize()}).read(operations)) {
                        ++left;
                        continue;
                    }
                    Reference reference;
                    page.parsePageContents(&reference);
                    if (listed(operations) != reference.text)
                        return fail(ErrorCode::Internal, u"differs"_s);
                    ++read;
                }
                return {};
            });
            if (!done && done.error().reason == u"differs"_s)
                QFAIL(qPrintable(file.fileName()));
        }
        QVERIFY2(read > 4 * left, qPrintable(u"%1 read, %2 left to qpdf"_s.arg(read).arg(left)));
    }
};

DW_TEST(TestContentLexer)
#include "tst_contentlexer.moc"
