// The window of a document with ten thousand marks and as many findings: what one edit costs the window's thread, painting
// included. Arguments: marks, findings. Milliseconds of processor time.

#include "core/desk/documents/documentservice.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/vaultfixture.h"
#include "ui/base/actionregistry.h"
#include "ui/base/appearance.h"
#include "ui/base/dealwardstyle.h"
#include "ui/models/dealstate.h"
#include "ui/pages/documents/documentwindow.h"
#include "ui/pages/documents/findingpanel.h"
#include "ui/viewer/documentcanvas.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QTest>

#include <cstdio>
#include <ctime>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

constexpr int pages = 40;

double threadMs()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

class QuietNavigator final : public Navigator
{
public:
    void open(const Target &) override { }
    void openRecord(const QString &, const RecordId &) override { }
    void say(const QString &) override { }
};

QByteArray made()
{
    dwtest::PdfMaker maker;
    for (int page = 0; page < pages; ++page)
        maker.addPage("BT /F1 9 Tf 50 770 Td (Page " + QByteArray::number(page) + ") Tj ET");
    return maker.bytes();
}

/// Two in three have a value of their own.
SearchResult findings(int count)
{
    SearchResult result;
    for (int i = 0; i < count; ++i) {
        Finding finding;
        finding.id = FindingId::create();
        finding.page = i % pages;
        finding.kind = i % 2 == 0 ? u"PERSON"_s : u"EMAIL"_s;
        finding.value = i % 3 == 0 ? u"value %1"_s.arg(i % 50) : u"value %1 of its own"_s.arg(i);
        finding.rects = {QRectF(60 + i * 7 % 300, 60 + i * 13 % 600, 60, 12)};
        finding.score = 0.9;
        result.findings.append(finding);
    }
    return result;
}

QList<StoredMark> marks(int count)
{
    QList<StoredMark> list;
    for (int i = 0; i < count; ++i) {
        StoredMark mark;
        mark.page = i % pages;
        mark.area = QRectF(60 + i * 11 % 300, 60 + i * 17 % 600, 60, 12);
        mark.word = u"word %1"_s.arg(i % 500);
        list.append(mark);
    }
    return list;
}

class Run
{
public:
    Run(int markCount, int findingCount)
    {
        m_session = m_vault.create();
        m_state = std::make_unique<DealState>(*m_session);
        DocumentImportRequest request;
        request.bytes = made();
        request.fileName = u"many.pdf"_s;
        request.level = 2;
        const auto imported = m_session->documents().imports().importFile(request, m_job);
        if (!imported || !m_session->documents().findings().replace(imported->version, findings(findingCount))
            || !m_session->documents().marks().add(imported->version, marks(markCount)))
            qFatal("not prepared");
        QElapsedTimer clock;
        clock.start();
        const double before = threadMs();
        m_window = std::make_unique<DocumentWindow>(PageContext {*m_session, m_appearance, m_actions, m_session->jobs(), m_navigator, *m_state}, imported->version);
        m_window->show();
        auto *state = m_window->findChild<QLabel *>(u"state"_s);
        while (!state->text().startsWith("Version"_L1))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        m_window->grab();
        std::printf("  opened with all lists: window's thread %.1f, by the clock %lld\n", threadMs() - before, static_cast<long long>(clock.elapsed()));
        m_canvas = m_window->findChild<DocumentCanvas *>();
        m_panel = m_window->findChild<FindingPanel *>();
        const QDeadlineTimer settled(3000);
        while (!settled.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    }

    void all()
    {
        timed("an area drawn", [this](int i) { emit m_canvas->areaDrawn(i, QRectF(20, 20 + 5 * i, 30, 10)); });
        timed("undone", [this](int) { QTest::keyClick(m_canvas, Qt::Key_Z, Qt::ControlModifier); });
        timed("one finding accepted", [this](int) { m_panel->accept(FindingPanel::Scope::This); }, [this](int) { chooseOpen(); });
        timed("all of a value accepted", [this](int) { m_panel->accept(FindingPanel::Scope::Value); }, [this](int i) { chooseValue(u"value %1"_s.arg(3 * i)); });
        timed("no client information", [this](int) { m_panel->dismiss(FindingPanel::Scope::Value); }, [this](int) { chooseOpen(); });
        timed("on to the next finding", [this](int) { m_panel->go(1); });
        timed("the chosen mark moved", [this](int i) {
            const CanvasMark *mark = m_canvas->marks().next({}, i, false);
            emit m_canvas->markMoved(mark->id, mark->rect.translated(5, 5));
        });
    }

private:
    void chooseOpen()
    {
        for (const FindingId &id : m_panel->model()->order()) {
            if (!m_panel->model()->isMarked(id))
                return m_panel->choose(id);
        }
    }

    void chooseValue(const QString &value)
    {
        for (const FindingId &id : m_panel->model()->order()) {
            if (m_panel->model()->finding(id)->value == value)
                return m_panel->choose(id);
        }
    }

    template <typename Work>
    void timed(const char *what, Work work, const std::function<void(int)> &first = {})
    {
        QList<double> times;
        for (int i = 0; i < 9; ++i) {
            if (first)
                first(i);
            QCoreApplication::processEvents();
            const double before = threadMs();
            work(i);
            QCoreApplication::processEvents(); // delayed layouts and paints
            times.append(threadMs() - before);
        }
        std::sort(times.begin(), times.end());
        std::printf("  %-26s median %.1f, most %.1f\n", what, times.at(times.size() / 2), times.last());
    }

    dwtest::VaultFixture m_vault;
    NoJobContext m_job;
    UiSettings m_settings {m_vault.directory.filePath(u"ui.ini"_s)};
    Appearance m_appearance {m_settings};
    ActionRegistry m_actions;
    QuietNavigator m_navigator;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DealState> m_state;
    std::unique_ptr<DocumentWindow> m_window;
    DocumentCanvas *m_canvas = nullptr;
    FindingPanel *m_panel = nullptr;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    QApplication application(argc, argv);
    QApplication::setStyle(new DealwardStyle(Theme::make(Scheme::Light)));
    const QStringList given = application.arguments().mid(1);
    const int markCount = given.size() > 0 ? given.at(0).toInt() : 10'000;
    const int findingCount = given.size() > 1 ? given.at(1).toInt() : 10'000;
    std::printf("%d marks, %d findings on %d pages\n", markCount, findingCount, pages);
    Run(markCount, findingCount).all();
    return 0;
}
