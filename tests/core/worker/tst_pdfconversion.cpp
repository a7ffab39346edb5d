// PDFs out of pictures, mail and office files; LibreOffice only where it is, and only in a room of its own.
#include "core/worker/pdfconversion.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestPdfConversion final : public QObject
{
    Q_OBJECT

    WorkerClient m_worker {QStringLiteral(DW_BIN_DIR "/dealward-worker")};
    NoJobContext m_job;

    Result<QByteArray> convert(const QByteArray &file, const QString &mime, const QString &name) { return PdfConversion(m_worker).toPdf(file, mime, name, m_job); }

    static QByteArray picture(const char *format)
    {
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        for (int x = 20; x < 60; ++x)
            image.setPixelColor(x, 50, Qt::red);
        image.setDotsPerMeterX(int(100 / 0.0254));
        image.setDotsPerMeterY(int(100 / 0.0254));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, format);
        return bytes;
    }

private slots:
    void waysByKind()
    {
        QCOMPARE(PdfConversion::wayOf(u"image/png"_s, u"a.png"_s), PdfConversion::Way::Picture);
        QCOMPARE(PdfConversion::wayOf(u"text/plain"_s, u"a.eml"_s), PdfConversion::Way::Mail);
        QCOMPARE(PdfConversion::wayOf(u"application/octet-stream"_s, u"A.EML"_s), PdfConversion::Way::Mail);
        QCOMPARE(PdfConversion::wayOf(u"application/x-ole-storage"_s, u"a.doc"_s), PdfConversion::Way::Office);
        QCOMPARE(PdfConversion::wayOf(u"application/rtf"_s, u"a.rtf"_s), PdfConversion::Way::Office);
        QCOMPARE(PdfConversion::wayOf(u"application/zip"_s, u"a.zip"_s), PdfConversion::Way::None);
        QCOMPARE(PdfConversion::wayOf(u"application/octet-stream"_s, u"a.exe"_s), PdfConversion::Way::None);
        QCOMPARE(convert("x", u"application/octet-stream"_s, u"a.exe"_s).error().reason, u"convert.no_way"_s);
    }

    void picturesKeepTheirSizeAndColours()
    {
        const auto pdf = convert(picture("PNG"), u"image/png"_s, u"a.png"_s);
        QVERIFY2(pdf, qPrintable(pdf ? QString() : pdf.error().reason + pdf.error().detail));
        const auto pages = m_worker.pageSizes(*pdf, m_job).value();
        QCOMPARE(pages.size(), 1);
        QVERIFY(qAbs(pages.first().displaySize().width() - 144) < 1 && qAbs(pages.first().displaySize().height() - 72) < 1);
        const auto shown = m_worker.renderPage(*pdf, 0, 100, m_job).value();
        const auto at = [&](int x, int y) { return shown.rgb.mid(3 * (qsizetype(y) * shown.width + x), 3); };
        const QByteArray line = at(40, 50); // smoothed, as it is drawn in another grid
        QVERIFY(quint8(line.at(0)) == 255 && quint8(line.at(1)) < 160 && quint8(line.at(2)) < 160);
        QCOMPARE(at(40, 54), QByteArray(3, char(0xff)));
        QVERIFY(convert(picture("JPEG"), u"image/jpeg"_s, u"a.jpg"_s));
    }

    void whatIsNoPictureIsRefused()
    {
        QCOMPARE(convert("\x89PNG nothing", u"image/png"_s, u"a.png"_s).error().reason, u"convert.picture_kind"_s);
        QByteArray cut = picture("PNG");
        cut.truncate(60);
        QCOMPARE(convert(cut, u"image/png"_s, u"a.png"_s).error().reason, u"convert.picture_damaged"_s);
    }

    void mailShowsHeadsTextAndNames()
    {
        const QByteArray mail = "From: =?utf-8?B?6ZmI5piO?= <chen@client.example>\r\nTo: team@deal.example\r\nSubject: The\r\n list\r\nMIME-Version: 1.0\r\n"
                                "Content-Type: multipart/mixed; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                                "<p>Please find <b>the annex</b></p><img src=\"http://tracker.example/x.png\"><img src=\"file:///etc/passwd\">\r\n"
                                "--b1\r\nContent-Type: application/pdf; name=\"annex.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--b1--\r\n";
        const auto pdf = convert(mail, u"text/plain"_s, u"a.eml"_s);
        QVERIFY2(pdf, qPrintable(pdf ? QString() : pdf.error().reason + pdf.error().detail));
        const QString text = m_worker.pageText(*pdf, 0, m_job).value().plain();
        for (const QString &word : {u"陈明"_s, u"team@deal.example"_s, u"The list"_s, u"the annex"_s, u"annex.pdf"_s})
            QVERIFY2(text.contains(word), qPrintable(word + u" in "_s + text));
        QVERIFY(!text.contains(u"root:"_s));
        QCOMPARE(convert("no heads at all", u"text/plain"_s, u"a.eml"_s).error().reason, u"convert.no_mail"_s);
    }

    /// The smallest file that LibreOffice is sure to know.
    void officeFiles()
    {
        const QByteArray rtf = "{\\rtf1\\ansi Contract with Acme Holdings\\par {\\field{\\*\\fldinst INCLUDETEXT \"/etc/passwd\"}{\\fldrslt old}}}";
        const auto pdf = convert(rtf, u"application/rtf"_s, u"a.rtf"_s);
        if (!pdf && pdf.error().reason == u"convert.no_converter"_s)
            QSKIP("LibreOffice is not installed here");
        if (!pdf && pdf.error().reason == u"convert.no_namespaces"_s)
            QSKIP(qPrintable(u"this system allows no namespaces: "_s + pdf.error().detail));
        QVERIFY2(pdf, qPrintable(pdf ? QString() : pdf.error().reason + pdf.error().args.join(u' ') + pdf.error().detail));
        const QString text = m_worker.pageText(*pdf, 0, m_job).value().plain();
        QVERIFY2(text.contains(u"Contract with Acme Holdings"_s), qPrintable(text));
        QVERIFY(!text.contains(u"root:"_s));
        QVERIFY(!QFile::exists(u"/room"_s));
        QVERIFY(!QFile::exists(QDir::tempPath() + u"/room"_s));
    }
};

DW_TEST(TestPdfConversion)
#include "tst_pdfconversion.moc"
