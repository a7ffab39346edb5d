// The reader of documents, without a vault: time to the first page, what a frame of scrolling costs the window's thread, the
// ratio of drawing to PDFium in this process, memory of viewer and worker, search, many marks.
// Arguments: PDF files; without them documents of 100, 1,000 and 10,000 pages and a scan of 133 MB are made. Milliseconds
// unless said otherwise.

#include "core/engines/parse/pdfiumdocument.h"
#include "core/worker/viewsession.h"
#include "tests/support/pdfmaker.h"
#include "ui/base/dealwardstyle.h"
#include "ui/viewer/searchpanel.h"
#include "ui/viewer/viewerpane.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTest>

#include <cstdio>
#include <ctime>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(DW_BIN_DIR "/dealward-worker");

double threadMs()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Of another process, like threadMs() for this one.
double processMs(pid_t pid)
{
    clockid_t clock {};
    timespec time {};
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) != 0)
        return 0;
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double part(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(std::min<qsizetype>(values.size() - 1, qsizetype(share * double(values.size()))));
}

/// Fifty lines of text and a table of sixty cells a page; "falcon" on every page, "unicorn" on the last.
QByteArray made(int pages)
{
    dwtest::PdfMaker maker;
    for (int page = 0; page < pages; ++page) {
        QByteArray content = "BT /F1 9 Tf 50 770 Td 13 TL\n";
        for (int line = 0; line < 42; ++line)
            content += "(Line " + QByteArray::number(line) + " of page " + QByteArray::number(page) + " holder agrees to the terms of falcon set out in schedule four) Tj T*\n";
        content += page == pages - 1 ? "(unicorn) Tj T*\nET\n" : "ET\n";
        for (int cell = 0; cell < 60; ++cell)
            content += QByteArray::number(50 + cell % 5 * 99) + ' ' + QByteArray::number(30 + cell / 5 * 14) + " 99 14 re S\n";
        maker.addPage(content);
    }
    return maker.bytes();
}

/// Pages that are nothing but a photograph of paper, 200 dpi, some 660 KB each.
QByteArray scanned(int pages)
{
    QImage paper(1654, 2339, QImage::Format_Grayscale8);
    QRandomGenerator random(20261124);
    for (int y = 0; y < paper.height(); ++y) {
        uchar *line = paper.scanLine(y);
        for (int x = 0; x < paper.width(); ++x)
            line[x] = uchar(y % 40 < 18 && (x / 9 + y / 40) % 3 != 0 ? random.bounded(70) : 215 + random.bounded(40));
    }
    QByteArray jpeg;
    for (int quality = 30; quality < 96 && jpeg.size() < 650'000; quality += 3) {
        jpeg.clear();
        QBuffer buffer(&jpeg);
        paper.save(&buffer, "JPG", quality);
    }
    dwtest::PdfMaker maker;
    for (int page = 0; page < pages; ++page) {
        const int image = maker.addStream(jpeg, "/Type/XObject/Subtype/Image/Width 1654/Height 2339/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode");
        maker.addPage("612 0 0 792 0 0 cm /Im Do", {}, "/XObject<</Im " + QByteArray::number(image) + " 0 R>>");
    }
    return maker.bytes();
}

class SessionPages final : public PageSource
{
public:
    explicit SessionPages(ViewSession &session)
        : m_session(session)
    {
    }

    Result<QImage> draw(int page, QSize size, JobContext &job) override
    {
        DW_ASSIGN(const PagePixels pixels, m_session.draw(page, size.width(), size.height(), job));
        auto *const bytes = new QByteArray(pixels.rgb32);
        return QImage(reinterpret_cast<const uchar *>(bytes->constData()), pixels.width, pixels.height, 4 * qsizetype(pixels.width), QImage::Format_RGB32,
            [](void *held) { delete static_cast<QByteArray *>(held); }, bytes);
    }

    Result<PdfPageText> words(int page, JobContext &job) override
    {
        DW_ASSIGN(const QList<PdfPageInfo> info, m_session.pages(page, 1, job));
        return m_session.text(page, info.first(), job);
    }

private:
    ViewSession &m_session;
};

void printMemory(const char *who, qint64 pid)
{
    QFile file(u"/proc/%1/status"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QByteArray line;
    for (const QByteArray &each : file.readAll().split('\n')) {
        if (each.startsWith("VmRSS") || each.startsWith("RssAnon") || each.startsWith("RssFile") || each.startsWith("RssShmem"))
            line += ' ' + each.simplified();
    }
    std::printf("  memory of the %s:%s\n", who, line.constData());
}

/// Its share of what it uses alone and with others, in MB.
double shareOfMemory(qint64 pid)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("Pss:"))
                return line.simplified().split(' ').at(1).toDouble() / 1000;
        }
    }
    return 0;
}

/// One file through everything.
class Run
{
public:
    explicit Run(const QByteArray &pdf)
        : m_pdf(pdf)
        , m_bytes(SharedBytes::copyOf(pdf).value())
    {
    }

    void all()
    {
        firstPage();
        drawing();
        scrolling();
        std::printf("  (this program also holds the %.0f MB of the file for PDFium)\n", double(m_pdf.size()) / 1e6);
        printMemory("window", QCoreApplication::applicationPid());
        printMemory("worker", m_session->processId());
        std::printf("  memory of viewer and worker together %.0f MB, without the copy for PDFium\n",
            shareOfMemory(QCoreApplication::applicationPid()) + shareOfMemory(m_session->processId()) - double(m_pdf.size()) / 1e6);
        searching();
        marks();
        m_pane.reset();
        m_runner.reset();
    }

private:
    void firstPage()
    {
        QList<double> ours;
        QList<double> direct;
        QList<double> window;
        QList<double> worker;
        for (int round = 0; round < 5; ++round) {
            (void)m_client.prepare();
            const double windowBefore = threadMs();
            QElapsedTimer clock;
            clock.start();
            m_session = ViewSession::open(m_client.startPrepared().value(), m_bytes, m_job).value();
            m_sizes.clear();
            const QList<PdfPageInfo> first = m_session->pages(0, std::min(24, m_session->pageCount()), m_job).value();
            for (const PdfPageInfo &page : first)
                m_sizes.append(page.displaySize());
            m_sizes.resize(m_session->pageCount(), first.first().displaySize());
            m_pane.reset(); // before its runner
            m_runner = std::make_unique<JobRunner>();
            m_pane = std::make_unique<ViewerPane>();
            m_pane->resize(1180, 820);
            m_pane->canvas()->fitWidth();
            m_pane->show();
            m_pane->setDocument(std::make_shared<SessionPages>(*m_session), *m_runner, m_sizes);
            while (!m_pane->canvas()->hasPicture(0))
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
            m_pane->canvas()->viewport()->repaint();
            ours.append(double(clock.nsecsElapsed()) / 1e6);
            window.append(threadMs() - windowBefore);
            worker.append(processMs(m_session->processId()));
            clock.restart();
            const auto pdfium = PdfiumDocument::open(m_pdf).value();
            std::vector<quint32> pixels(std::size_t(m_size.width()) * std::size_t(m_size.height()));
            pdfium->draw(0, m_size, pixels.data());
            direct.append(double(clock.nsecsElapsed()) / 1e6);
        }
        std::printf("  first page %.1f, processor time of the window's thread %.1f, of the worker since its start %.1f (PDFium here: open and draw %.1f)\n",
            part(ours, 0.5), part(window, 0.5), part(worker, 0.5), part(direct, 0.5));
    }

    void drawing()
    {
        const auto pdfium = PdfiumDocument::open(m_pdf).value();
        std::vector<quint32> pixels(std::size_t(m_size.width()) * std::size_t(m_size.height()));
        const auto session = ViewSession::open(m_client.start().value(), m_bytes, m_job).value(); // the other one is the pane's
        const int pages = std::min(60, session->pageCount());
        QList<double> ratios;
        QList<double> direct;
        for (int page = 0; page < pages; ++page) {
            double best[2] = {1e9, 1e9};
            for (int round = 0; round < 6; ++round) { // A B A B: what else the machine does hits both
                const double before = threadMs() + processMs(session->processId());
                if (round % 2 == 0)
                    pdfium->draw(page, m_size, pixels.data());
                else
                    (void)session->draw(page, m_size.width(), m_size.height(), m_job);
                best[round % 2] = std::min(best[round % 2], threadMs() + processMs(session->processId()) - before);
            }
            direct.append(best[0]);
            ratios.append(best[1] / best[0]);
        }
        std::printf("  draw %d x %d: PDFium here %.2f CPU a page, through the worker x%.3f (median of %d)\n", m_size.width(), m_size.height(), part(direct, 0.5),
            part(ratios, 0.5), pages);
    }

    void scrolling()
    {
        QScrollBar *bar = m_pane->canvas()->verticalScrollBar();
        QList<double> frames;
        const int steps = std::min(240, bar->maximum() / 90);
        for (int step = 0; step < steps; ++step) {
            const double before = threadMs();
            bar->setValue(step * 90);
            QCoreApplication::processEvents();
            frames.append(threadMs() - before);
            QTest::qSleep(8); // the rest of a frame
        }
        for (int step = 0; step < 60; ++step) { // and by jumps
            const double before = threadMs();
            bar->setValue(int(double(bar->maximum()) * step / 60));
            QCoreApplication::processEvents();
            frames.append(threadMs() - before);
            QTest::qSleep(8);
        }
        std::printf("  scroll: %lld frames, thread CPU median %.2f, p95 %.2f, most %.2f\n", static_cast<long long>(frames.size()), part(frames, 0.5), part(frames, 0.95), part(frames, 1));
    }

    double search(const QString &words, bool isWhole)
    {
        auto *panel = m_pane->findChild<SearchPanel *>();
        ReaderSearch &search = panel->search();
        QElapsedTimer clock;
        clock.start();
        double first = -1;
        const auto note = QObject::connect(&search, &ReaderSearch::hitsFound, [&] { first = first < 0 ? double(clock.nsecsElapsed()) / 1e6 : first; });
        search.start(words, WordMatch::Substring, m_pane->canvas()->currentPage());
        while (search.isRunning() && (isWhole || first < 0))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        QObject::disconnect(note);
        return isWhole ? double(clock.nsecsElapsed()) / 1e6 : first;
    }

    void searching()
    {
        ReaderSearch &text = m_pane->findChild<SearchPanel *>()->search();
        m_pane->canvas()->goToPage(0);
        std::printf("  search: pages read before it %lld", static_cast<long long>(m_session->pageCount() - text.unread(0, m_session->pageCount()).size()));
        std::printf(", first hit of a common word %.2f", search(m_common, false));
        const double cold = search(m_rare, true);
        std::printf(", all pages for a rare one %.1f", cold);
        const double warm = search(m_rare, true);
        std::printf(", again %.2f (x%.4f), hits %d\n", warm, warm / cold, text.count());
        if (m_session->pageCount() <= 1000)
            searchingKept();
    }

    /// As in a vault, where the text was kept when the file came in.
    void searchingKept()
    {
        const auto reader = ViewSession::open(m_client.start().value(), m_bytes, m_job).value(); // the other one is the pane's
        QMap<int, QString> texts;
        for (int page = 0; page < reader->pageCount(); ++page) {
            const QList<PdfPageInfo> info = reader->pages(page, 1, m_job).value();
            texts.insert(page, SearchText(reader->text(page, info.first(), m_job).value()).text());
        }
        m_pane->setDocument(std::make_shared<SessionPages>(*m_session), *m_runner, m_sizes);
        QElapsedTimer clock;
        clock.start();
        m_pane->setTexts(texts);
        const double given = double(clock.nsecsElapsed()) / 1e6;
        std::printf("  search with kept texts: given in %.1f, first hit of the rare word %.2f\n", given, search(m_rare, false));
    }

    void marks()
    {
        QList<CanvasMark> marks;
        const int pages = m_session->pageCount();
        for (int i = 0; i < 10'000; ++i)
            marks.append({QString::number(i), i % pages, QRectF(60 + i * 7 % 300, 60 + i * 13 % 600, 60, 12), Qt::darkBlue, u"CLIENT"_s, i % 5 == 0, i % 7 == 0});
        QElapsedTimer clock;
        clock.start();
        m_pane->canvas()->setMarks(marks);
        const double set = double(clock.nsecsElapsed()) / 1e6;
        QList<double> frames;
        QScrollBar *bar = m_pane->canvas()->verticalScrollBar();
        for (int step = 0; step < 100; ++step) {
            bar->setValue(step * 400);
            const double before = threadMs();
            m_pane->canvas()->viewport()->repaint();
            frames.append(threadMs() - before);
        }
        std::printf("  10,000 marks: given in %.1f, whole repaint median %.2f, p95 %.2f\n", set, part(frames, 0.5), part(frames, 0.95));
    }

    const QByteArray m_pdf;
    SharedBytes m_bytes;
    WorkerClient m_client {program, SandboxPolicy::Optional};
    NoJobContext m_job;
    std::unique_ptr<ViewSession> m_session;
    std::unique_ptr<JobRunner> m_runner;
    std::unique_ptr<ViewerPane> m_pane;
    QList<QSizeF> m_sizes;
    const QSize m_size {980, 1386};
    const QString m_common = u"falcon"_s;
    const QString m_rare = u"unicorn"_s;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    QApplication application(argc, argv);
    QApplication::setStyle(new DealwardStyle(Theme::make(Scheme::Light)));
    QStringList files = application.arguments().mid(1);
    for (const QString &name : files) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return 2;
        std::printf("%s\n", qPrintable(name));
        Run(file.readAll()).all();
    }
    for (const int pages : files.isEmpty() ? QList<int> {100, 1000, 10'000} : QList<int>()) {
        std::printf("%d pages\n", pages);
        Run(made(pages)).all();
    }
    if (files.isEmpty()) {
        const QByteArray scan = scanned(200);
        std::printf("a scan of 200 pages, %.0f MB\n", double(scan.size()) / 1e6);
        Run(scan).all();
    }
    return 0;
}
