#include "core/worker/filefinder.h"
#include "tests/support/packagemaker.h"
#include "tests/support/testmain.h"

#include <QFont>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QBuffer>
#include <QTest>

#include <csignal>

using namespace dw;
using namespace Qt::StringLiterals;

class TestFileFinder : public QObject
{
    Q_OBJECT

private slots:
    void places();
    void whatOneCellTells();
    void onlyWhatWasDeleted();
    void pictureOnATextPage();
    void leftPictures();
    void textOnlyOnceAfterADeath();
    void picturesAfterADeath();
    void damageIsNamed();
    void cancel();
};

namespace {

const WorkerClient &worker()
{
    static const WorkerClient client(QStringLiteral(DW_BIN_DIR "/dealward-worker"));
    return client;
}

Result<FileFindings> find(const QByteArray &bytes, const QString &name, const FinderOptions &options = {},
    FileSession::Pictures pictures = FileSession::Pictures::Recognised)
{
    NoJobContext job;
    const Finder finder(options);
    return FileFinder(finder, worker(), pictures).find(bytes, name, job);
}

const FileFinding *findingOf(const FileFindings &findings, const QString &text)
{
    for (const FileFinding &finding : findings.findings) {
        if (finding.text == text)
            return &finding;
    }
    return nullptr;
}

QByteArray row(int number, const QStringList &cells)
{
    QByteArray xml = "<row r=\"" + QByteArray::number(number) + "\">";
    for (const QString &cell : cells)
        xml += "<c t=\"inlineStr\"><is><t>" + cell.toUtf8() + "</t></is></c>";
    return xml + "</row>";
}

/// A page with a line of text, long enough to be a page of text, and a picture of a line below.
QByteArray pdfWithPicture(const QString &shown)
{
    QImage picture(1200, 300, QImage::Format_RGB32);
    picture.fill(Qt::white);
    {
        QPainter painter(&picture);
        QFont font(u"DejaVu Sans"_s);
        font.setPixelSize(44);
        painter.setFont(font);
        painter.drawText(60, 160, shown);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(72);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        QPainter painter(&writer);
        painter.setFont(QFont(u"DejaVu Sans"_s, 9));
        for (int line = 0; line < 12; ++line)
            painter.drawText(50, 60 + 20 * line, u"The parties keep the terms of this agreement confidential and in good faith."_s);
        painter.drawImage(QRectF(50, 400, 400, 100), picture);
    }
    return buffer.data();
}

} // namespace

void TestFileFinder::places()
{
    const auto found = find(dwtest::excelFile(row(1, {u"客户"_s, u"护照"_s}) + row(2, {u"甲"_s, u"E87909165"_s}) + row(3, {u"E87909166"_s})), u"a.xlsx"_s);
    QVERIFY2(found.has_value() && found->isComplete(), found ? "incomplete" : qPrintable(found.error().reason));
    QCOMPARE(found->kind, u"package"_s);
    const FileFinding *const passport = findingOf(*found, u"E87909165"_s);
    QVERIFY(passport); // by its column's heading
    QCOMPARE(passport->at, u"Clients!B2"_s);
    QCOMPARE(passport->kind, u"cell"_s);
    QCOMPARE(passport->span.start, 2); // in the row, a tab between its cells
    QVERIFY(!findingOf(*found, u"E87909166"_s));
}

void TestFileFinder::whatOneCellTells()
{
    const auto found = find("note,passport\nholder of E87909165,x\ny,E87909165\n", u"a.csv"_s);
    QVERIFY(found.has_value());
    QCOMPARE(found->findings.size(), 2);
    QCOMPARE(found->findings.first().at, u"A2"_s); // before the heading that told it
    QCOMPARE(found->findings.first().span.start, 10);
    QCOMPARE(found->findings.last().at, u"B3"_s);
}

void TestFileFinder::onlyWhatWasDeleted()
{
    const auto found = find(dwtest::wordFile("<w:p><w:r><w:t>old@example.com and </w:t></w:r><w:del><w:r><w:delText>gone@example.com</w:delText></w:r></w:del></w:p>"), u"a.docx"_s);
    QVERIFY(found.has_value() && found->isComplete());
    QCOMPARE(found->findings.size(), 2); // the address that stays is not found in both texts
    QCOMPARE(findingOf(*found, u"old@example.com"_s)->kind, u"body"_s);
    QCOMPARE(findingOf(*found, u"gone@example.com"_s)->kind, u"deleted"_s);
}

void TestFileFinder::pictureOnATextPage()
{
    const auto found = find(pdfWithPicture(u"mail to a.person@example.com now"_s), u"a.pdf"_s);
    QVERIFY(found.has_value());
    if (!found->isComplete())
        QSKIP("the language files of Tesseract are not installed");
    const FileFinding *const mail = findingOf(*found, u"a.person@example.com"_s);
    QVERIFY(mail && mail->isRecognised && mail->page == 1 && mail->rects.size() == 1);
    QVERIFY(QRectF(50, 400, 400, 100).contains(mail->rects.first()));
    QVERIFY(mail->rects.first().left() > 100 && mail->rects.first().width() > 120);
}

void TestFileFinder::leftPictures()
{
    const auto found = find(pdfWithPicture(u"a.person@example.com"_s), u"a.pdf"_s, {}, FileSession::Pictures::Left);
    QVERIFY(found.has_value() && !found->isComplete());
    QCOMPARE(found->unread.first().reason, u"find.page_pictures_unread"_s);
    QCOMPARE(found->unread.first().args, (QStringList {u"a.pdf"_s, u"1"_s}));
}

/// A page's text is handed out before its pictures are read; a worker that dies of them must not hand it out again.
void TestFileFinder::textOnlyOnceAfterADeath()
{
    NoJobContext job;
    const auto session = FileSession::open(worker(), pdfWithPicture(u"a.person@example.com"_s), u"a.pdf"_s, job);
    QVERIFY(session.has_value());
    int texts = 0;
    int deaths = 0;
    QList<Error> unread;
    while (!(*session)->isDone()) {
        if (texts > 0) { // all that is left are the pictures
            ::kill((*session)->processId(), SIGKILL);
            ++deaths;
        }
        const auto next = (*session)->next(job);
        QVERIFY(next.has_value());
        for (const FileText &text : next->texts)
            texts += text.isRecognised ? 0 : 1;
        unread += next->unread;
    }
    QCOMPARE(deaths, 2);
    QCOMPARE(texts, 1);
    QCOMPARE(unread.size(), 1);
    QCOMPARE(unread.first().reason, u"find.page_unread"_s);
}

/// And one that dies once goes on with the pictures.
void TestFileFinder::picturesAfterADeath()
{
    NoJobContext job;
    const auto session = FileSession::open(worker(), pdfWithPicture(u"a.person@example.com"_s), u"a.pdf"_s, job);
    QVERIFY(session.has_value());
    QVERIFY((*session)->next(job).has_value());
    ::kill((*session)->processId(), SIGKILL);
    QList<bool> recognised;
    while (!(*session)->isDone()) {
        const auto next = (*session)->next(job);
        QVERIFY(next.has_value() && next->unread.isEmpty());
        for (const FileText &text : next->texts)
            recognised.append(text.isRecognised);
    }
    QCOMPARE(recognised, QList<bool> {true});
}

void TestFileFinder::damageIsNamed()
{
    const auto part = find(dwtest::wordFile("<w:p><w:r><w:t>a@example.com</w:t></w:r></w:p>", {{"word/header1.xml", "<w:hdr>"}}), u"a.docx"_s);
    QVERIFY(part.has_value() && !part->isComplete() && part->findings.size() == 1);
    QCOMPARE(part->unread.first().args, (QStringList {u"a.docx"_s, u"word/header1.xml"_s}));
    QCOMPARE(find("%PDF-1.7 nothing", u"a.pdf"_s).error().reason, u"pdf.damaged"_s);
    QCOMPARE(find("\xD0\xCF\x11\xE0"_ba, u"a.doc"_s).error().reason, u"find.kind_unread"_s);
}

void TestFileFinder::cancel()
{
    class Stopping final : public JobContext
    {
    public:
        Result<> step(qint64, qint64) override { return fail(ErrorCode::Cancelled, u"job.cancelled"_s); }
    };
    Stopping job;
    const Finder finder;
    const auto found = FileFinder(finder, worker()).find("a@example.com", u"a.txt"_s, job);
    QVERIFY(!found && found.error().code == ErrorCode::Cancelled);
}

DW_TEST(TestFileFinder)
#include "tst_filefinder.moc"
