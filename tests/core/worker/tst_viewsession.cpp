#include "core/worker/viewsession.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace dw;
using namespace Qt::StringLiterals;

class TestViewSession final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        dwtest::PdfMaker maker;
        for (int page = 0; page < 5; ++page)
            maker.addPage("BT /F1 20 Tf 100 700 Td (Page " + QByteArray::number(page + 1) + ") Tj ET 1 0 0 rg 0 0 306 396 re f", page == 3 ? "/Rotate 90" : "");
        m_bytes = SharedBytes::copyOf(maker.bytes()).value();
    }

    void drawsIntoTheSharedWindow()
    {
        const auto session = open();
        QCOMPARE(session->pageCount(), 5);
        const PagePixels pixels = session->draw(0, 306, 396, m_job).value();
        QCOMPARE(pixels.rgb32.size(), 306 * 396 * 4);
        const auto *at = reinterpret_cast<const quint32 *>(pixels.rgb32.constData());
        QCOMPARE(at[390 * 306 + 20], 0xffff0000U); // the red quarter is at the lower left
        QCOMPARE(at[10 * 306 + 300], 0xffffffffU);
    }

    void pageSizesComeInParts()
    {
        const auto session = open();
        const auto some = session->pages(2, 2, m_job).value();
        QCOMPARE(some.size(), 2);
        QCOMPARE(some.at(0).displaySize(), QSizeF(612, 792));
        QCOMPARE(some.at(1).displaySize(), QSizeF(792, 612));
        QCOMPARE(session->pages(4, 2, m_job).error().reason, u"pdf.no_such_page"_s);
        QVERIFY(session->pages(0, 5, m_job));
    }

    void wordsArePlacedAsForMarks()
    {
        const auto session = open();
        const PdfPageInfo info = session->pages(0, 1, m_job).value().first();
        const PdfPageText text = session->text(0, info, m_job).value();
        QCOMPARE(text.plain(), u"Page 1\n"_s);
        QVERIFY(std::abs(text.words.first().userRect.left() - 100) < 1);
    }

    void refusesWhatDoesNotFit()
    {
        const auto session = open();
        QVERIFY(!session->draw(5, 10, 10, m_job));
        QVERIFY(!session->draw(0, 0, 10, m_job));
        QVERIFY(!session->draw(0, 100'000, 100'000, m_job));
        QVERIFY(session->draw(0, 10, 10, m_job));
    }

    void deathIsAnErrorAndTheBytesStay()
    {
        const auto session = open();
        ::kill(session->processId(), SIGKILL);
        QCOMPARE(session->draw(0, 10, 10, m_job).error().reason, u"worker.crashed"_s);
        QVERIFY(!session->isRunning());
        QVERIFY(open()->draw(0, 10, 10, m_job));
    }

    void theBytesCannotBeChangedFromOutside()
    {
        QVERIFY(::ftruncate(m_bytes.descriptor(), 10) != 0);
        QVERIFY(::write(m_bytes.descriptor(), "x", 1) < 0);
    }

    void aWorkerWaits()
    {
        const WorkerClient client(program);
        QVERIFY(client.prepare());
        auto process = client.startPrepared();
        QVERIFY(process);
        const pid_t first = (*process)->processId();
        QVERIFY(client.prepare());
        auto second = client.startPrepared();
        QVERIFY((*second)->processId() != first);
        ::kill((*second)->processId(), SIGKILL);
        QTRY_VERIFY(!(*second)->isAlive());
        QVERIFY((*process)->isAlive());
    }

private:
    std::unique_ptr<ViewSession> open()
    {
        return ViewSession::open(WorkerClient(program).start().value(), m_bytes, m_job).value();
    }

    const QString program = QStringLiteral(DW_BIN_DIR "/dealward-worker");
    SharedBytes m_bytes;
    NoJobContext m_job;
};

DW_TEST(TestViewSession)
#include "tst_viewsession.moc"
