#include "core/worker/workerclient.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>
#include <QTemporaryDir>

#include <csignal>
#include <set>
#include <thread>
#include <tuple>

#include <unistd.h>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(DW_BIN_DIR "/dealward-worker");

QByteArray onePage(const QByteArray &content = "BT /F 16 Tf 100 700 Td (Hello World) Tj ET")
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
           "4 0 obj<</Length "
        + QByteArray::number(content.size()) + ">>stream\n" + content
        + "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF\n";
}

/// Stops at the first question.
class StoppedJob final : public JobContext
{
public:
    Result<> step(qint64, qint64) override { return fail(ErrorCode::Cancelled, u"job.cancelled"_s); }
    bool isStopRequested() const override { return true; }
};

/// Keeps what it is told; stops at the third page of a stage.
class Steps final : public JobContext
{
public:
    Result<> step(qint64 done, qint64 total) override
    {
        seen.insert({stages.isEmpty() ? QString() : stages.last(), int(done), int(total)});
        if (!stages.isEmpty() && stages.last() == stopAt && done == 3 && !m_stopped) {
            m_stopped = true;
            sinceStop.start();
        }
        return {};
    }

    void setStage(const QString &stage) override
    {
        if (!stages.contains(stage))
            stages.append(stage);
    }

    bool isStopRequested() const override { return m_stopped; }

    QString stopAt;
    QStringList stages;
    std::set<std::tuple<QString, int, int>> seen;
    QElapsedTimer sinceStop;

private:
    bool m_stopped = false;
};

QByteArray manyPages(int count)
{
    dwtest::PdfMaker maker;
    for (int i = 0; i < count; ++i)
        maker.addPage("BT /F1 16 Tf 100 700 Td 18 TL " + QByteArray("(Hello World, hello to all) Tj T* ").repeated(30) + "ET");
    return maker.bytes();
}

MarkSet someMarks(int pages)
{
    MarkSet marks;
    for (int page = 0; page < pages; ++page) {
        RedactionMark mark;
        mark.id = u"m%1"_s.arg(page);
        mark.page = page;
        mark.userRect = QRectF(140, 695, 50, 20);
        marks.marks.append(mark);
    }
    return marks;
}

} // namespace

class TestWorkerClient final : public QObject
{
    Q_OBJECT

private slots:
    void sandboxStands()
    {
        const auto report = WorkerClient(program).sandboxReport();
        QVERIFY2(report, qPrintable(report ? QString() : report.error().reason));
        if (!report->isConfined())
            QSKIP("this kernel has neither landlock nor seccomp");
        QVERIFY(report->noNewPrivileges);
        QVERIFY(report->notDumpable);
        QVERIFY(report->cpuLimited);
        QVERIFY(report->fileSizeLimited);
        QVERIFY(report->writingClosed);
        QVERIFY(report->networkClosed);
        QVERIFY(report->execClosed);
        if (report->landlockAbi > 0)
            QVERIFY(report->filesClosed);
    }

    void readsPages()
    {
        NoJobContext job;
        const WorkerClient client(program);
        const auto pages = client.pageSizes(onePage(), job);
        QVERIFY(pages);
        QCOMPARE(pages->size(), 1);
        QCOMPARE(pages->at(0).displaySize(), QSizeF(612, 792));
        const auto text = client.pageText(onePage(), 0, job);
        QVERIFY(text);
        QCOMPARE(text->words.size(), 2);
        QCOMPARE(text->words.at(0).text, u"Hello"_s);
        QVERIFY(std::abs(text->words.at(0).userRect.left() - 100) < 1);
        QCOMPARE(text->plain(), u"Hello World\n"_s);
        const auto picture = client.renderPage(onePage(), 0, 36, job);
        QVERIFY(picture);
        QCOMPARE(picture->width, 306);
        QCOMPARE(picture->rgb.size(), 306 * 396 * 3);
    }

    void sessionAnswersManyRequests()
    {
        NoJobContext job;
        const auto session = PdfSession::open(WorkerClient(program), onePage(), job);
        QVERIFY(session);
        for (int i = 0; i < 5; ++i)
            QVERIFY((*session)->render(0, 20 + i, job));
        QCOMPARE((*session)->text(1, job).error().reason, u"pdf.no_such_page"_s);
        QVERIFY((*session)->text(0, job));
    }

    void hostileFilesAreErrors_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << QByteArray() << u"pdf.damaged"_s;
        QTest::newRow("text") << QByteArray("not a pdf at all") << u"pdf.damaged"_s;
        QTest::newRow("head only") << QByteArray("%PDF-1.7\n") << u"pdf.damaged"_s;
        QTest::newRow("page tree loop") << QByteArray("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n") << QString();
        QTest::newRow("form loop") << onePage("/X Do").replace("/Font<</F 5 0 R>>", "/XObject<</X 4 0 R>>") << QString();
        QTest::newRow("deep arrays") << onePage(QByteArray(200'000, '[')) << QString();
        QTest::newRow("huge page") << onePage().replace("[0 0 612 792]", "[0 0 1e30 1e30]") << QString();
        QTest::newRow("wide page") << onePage().replace("[0 0 612 792]", "[0 0 200000 200000]") << QString();
    }

    /// Whatever comes back, the program lives and got a value or an error.
    void hostileFilesAreErrors()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(QString, reason);
        NoJobContext job;
        const WorkerClient client(program);
        const auto picture = client.renderPage(pdf, 0, 30, job);
        if (!reason.isEmpty()) {
            QVERIFY(!picture);
            QCOMPARE(picture.error().reason, reason);
        }
        MarkSet marks;
        RedactionMark mark;
        mark.displayRect = QRectF(10, 10, 50, 20);
        marks.marks.append(mark);
        (void)client.redact(pdf, marks, {}, job);
        (void)client.inspectPdf(pdf, job);
        QVERIFY(client.pageSizes(onePage(), job));
    }

    void deathIsAnError()
    {
        NoJobContext job;
        const auto process = WorkerClient(program).start();
        QVERIFY(process);
        const auto answer = (*process)->call(u"test.crash"_s, {}, job, {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().reason, u"worker.unknown_request"_s);
        ::kill((*process)->processId(), SIGSEGV);
        const auto after = (*process)->call(u"pdf.open"_s, {{u"pdf"_s, onePage()}}, job, {});
        QVERIFY(!after);
        QCOMPARE(after.error().reason, u"worker.crashed"_s);
        QVERIFY(!(*process)->isRunning());
        QCOMPARE((*process)->call(u"pdf.open"_s, {}, job, {}).error().reason, u"worker.gone"_s);
    }

    /// A page that takes minutes to draw is stopped by its processor time.
    void endlessWorkTimesOut()
    {
        QByteArray pdf = onePage("q /X Do Q").replace("/Font<</F 5 0 R>>", "/XObject<</X 6 0 R>>");
        QByteArray objects;
        // Forms that each draw the next one sixteen times: 16^9 drawings.
        for (int i = 6; i < 15; ++i) {
            const QByteArray body = i == 14 ? QByteArray("0 0 600 700 re f") : QByteArray("/X Do ").repeated(16);
            objects += QByteArray::number(i) + " 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X "
                + QByteArray::number(i + 1) + " 0 R>>>>/Length " + QByteArray::number(body.size()) + ">>stream\n" + body + "\nendstream endobj\n";
        }
        pdf.replace("trailer", QByteArray(objects + "trailer"));
        NoJobContext job;
        const auto process = WorkerClient(program).start();
        QVERIFY(process);
        QVERIFY((*process)->call(u"pdf.open"_s, {{u"pdf"_s, pdf}}, job, {}));
        QElapsedTimer timer;
        timer.start();
        const auto answer = (*process)->call(u"pdf.render"_s, {{u"page"_s, 0}, {u"dpi"_s, 72}}, job, {1, 30, 1 << 20});
        QVERIFY(!answer);
        QCOMPARE(answer.error().reason, u"worker.timeout"_s);
        QVERIFY(timer.elapsed() < 25'000);
    }

    void stopKillsTheWorker()
    {
        StoppedJob job;
        const auto text = WorkerClient(program).pageText(onePage(), 0, job);
        QVERIFY(!text);
        QCOMPARE(text.error().code, ErrorCode::Cancelled);
    }

    void missingProgramIsAnError()
    {
        NoJobContext job;
        QCOMPARE(WorkerClient(u"/nowhere/dealward-worker"_s).pageText(onePage(), 0, job).error().reason, u"worker.missing"_s);
        QCOMPARE(WorkerClient(u"/bin/true"_s).pageText(onePage(), 0, job).error().reason, u"worker.not_started"_s);
    }

    void worksFromManyThreads()
    {
        std::vector<std::thread> threads;
        std::atomic_int good = 0;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                NoJobContext job;
                if (WorkerClient(program).pageText(onePage(), 0, job))
                    ++good;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(good.load(), 4);
    }

    void redactsAndReports()
    {
        NoJobContext job;
        const auto marks = MarkSet::fromJson(QByteArray(R"({"pages":1,"words":["World"],"marks":[{"page":1,"pdf_rect":[140,695,190,715],"word":"World","reason":"client_identity","scope":"everywhere"}]})"));
        QVERIFY(marks);
        const auto result = WorkerClient(program).redact(onePage(), *marks, {RedactionLevel::A, false}, job);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().reason + result.error().args.join(u';')));
        QVERIFY(result->report.value("verification"_L1).toObject().value("passed"_L1).toBool());
        const auto text = WorkerClient(program).pageText(result->pdf, 0, job);
        QVERIFY(text);
        QCOMPARE(text->plain().trimmed(), u"Hello"_s);
    }

    /// Each page is told, by the process that builds and by the one that proves.
    void tellsProgressByPage()
    {
        Steps steps;
        QVERIFY(WorkerClient(program).redact(manyPages(20), someMarks(20), {}, steps));
        QCOMPARE(steps.stages, (QStringList {u"redact.build"_s, u"redact.verify"_s}));
        for (const QString &stage : steps.stages) {
            for (int page = 0; page < 20; ++page)
                QVERIFY2(steps.seen.contains({stage, page, 20}), qPrintable(u"%1 %2"_s.arg(stage).arg(page)));
        }
    }

    /// A stop in the middle of either: the answer comes within a second, and no process stays behind.
    void stopEndsARedactionSoon_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::newRow("building") << u"redact.build"_s;
        QTest::newRow("verifying") << u"redact.verify"_s;
    }

    void stopEndsARedactionSoon()
    {
        QFETCH(QString, stage);
        Steps steps;
        steps.stopAt = stage;
        const auto result = WorkerClient(program).redact(manyPages(400), someMarks(400), {}, steps);
        const qint64 waited = steps.sinceStop.elapsed();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY2(waited < 1000, qPrintable(QString::number(waited)));
        QFile children(u"/proc/self/task/%1/children"_s.arg(::gettid()));
        QVERIFY(children.open(QIODevice::ReadOnly));
        QCOMPARE(children.readAll(), QByteArray());
    }

    void refusesMarksOfAnotherFile()
    {
        NoJobContext job;
        const auto marks = MarkSet::fromJson(QByteArray(R"({"marks":[{"page":7,"pdf_rect":[0,0,10,10]}]})"));
        QVERIFY(marks);
        QCOMPARE(WorkerClient(program).redact(onePage(), *marks, {}, job).error().reason, u"marks.page_outside"_s);
    }

    void inspects()
    {
        NoJobContext job;
        const auto facts = WorkerClient(program).inspectPdf(onePage("BT /F 16 Tf 100 700 Td (Hello World) Tj ET 0 g 95 690 120 30 re f"), job);
        QVERIFY(facts);
        QVERIFY(QJsonDocument(*facts).toJson().contains("text_under_box"));
    }
};

DW_TEST(TestWorkerClient)
#include "tst_workerclient.moc"
