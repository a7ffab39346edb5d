// How the window of a document fills its viewer: opening, sizes that come later, level and watermark, edits on the canvas.
#include "core/session/session.h"
#include "ui/base/theme.h"
#include "ui/models/markmodel.h"
#include "ui/pages/documents/documentwindow.h"
#include "ui/pages/documents/findingpanel.h"
#include "ui/pages/documents/markediting.h"
#include "ui/pages/documents/versionpages.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/viewer/viewerpane.h"

#include <QComboBox>
#include <QDateTime>
#include <QLocale>
#include <QTabWidget>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstPages = 24; // whose sizes are waited for
constexpr int sizesAtOnce = 2000;
constexpr int confidential = 3; // from this level on the pages bear a watermark and nothing is copied

} // namespace

void DocumentWindow::load()
{
    if (const auto version = documents().version(m_id))
        m_version = *version;
    if (!m_version.id.isNull() && !m_version.isViewable())
        return showWithoutPages(errorText({ErrorCode::Unsupported, m_version.inspectionReason, {}, {}}));
    say(tr("Opening…"));
    struct Opened {
        std::shared_ptr<OpenVersion> version;
        int count = 0;
        QList<PdfPageInfo> first;
    };
    DocumentService &service = documents();
    const VersionId id = m_id;
    m_renderer->start<Opened>(std::make_shared<Job>(u"document.view"_s),
        [&service, id](JobContext &job) -> Result<Opened> {
            Opened opened;
            DW_ASSIGN(opened.version, service.reader().open(id));
            DW_ASSIGN(opened.count, opened.version->pageCount(job));
            DW_ASSIGN(opened.first, opened.version->pages(0, std::min(opened.count, firstPages), job));
            return opened;
        },
        this, [this](Result<Opened> opened) {
            if (!opened)
                return say(errorText(opened.error()));
            m_open = opened->version;
            m_version = m_open->version();
            shown(opened->count, opened->first);
        });
}

/// Pages whose size is not known yet are taken to be as large as the first.
void DocumentWindow::shown(int count, const QList<PdfPageInfo> &first)
{
    const PdfPageInfo likely = first.first();
    m_pages = first;
    m_pages.resize(count, likely);
    QList<QSizeF> sizes;
    for (const PdfPageInfo &page : std::as_const(m_pages))
        sizes.append(page.displaySize());
    showLevel();
    m_canvas->fitWidth();
    m_viewer->setDocument(std::make_shared<VersionPages>(m_open), *m_renderer, sizes);
    m_canvas->setFocus();
    readTexts();
    readSizes(int(first.size()));
    reload();
    if (m_version.kind == "redacted"_L1)
        m_tabs->setCurrentIndex(2); // its proof is what one wants to see
    else if (m_panel->model()->count(FindingModel::Show::ToDecide) > 0)
        m_tabs->setCurrentWidget(m_panel);
}

/// What the search of the version kept: words are found at once, and nothing is read for it.
void DocumentWindow::readTexts()
{
    DocumentService &service = documents();
    m_renderer->start<pagetexts::Texts>(std::make_shared<Job>(u"document.view"_s), [&service, id = m_id](JobContext &) { return service.findings().texts(id); }, this,
        [this](Result<pagetexts::Texts> texts) {
            if (texts)
                m_viewer->setTexts(*texts);
        });
}

void DocumentWindow::readSizes(int from)
{
    const int count = std::min(sizesAtOnce, int(m_pages.size()) - from);
    if (count <= 0)
        return;
    m_renderer->start<QList<PdfPageInfo>>(std::make_shared<Job>(u"document.view"_s),
        [open = m_open, from, count](JobContext &job) { return open->pages(from, count, job); }, this,
        [this, from](Result<QList<PdfPageInfo>> pages) {
            if (!pages)
                return; // the page that is looked at says it
            QList<QSizeF> sizes;
            bool differ = false;
            for (qsizetype i = 0; i < pages->size(); ++i) {
                differ = differ || m_pages.at(from + i).displaySize() != pages->at(i).displaySize() || m_pages.at(from + i).cropBox != pages->at(i).cropBox;
                m_pages[from + i] = pages->at(i);
                sizes.append(pages->at(i).displaySize());
            }
            if (differ) {
                m_viewer->replaceSizes(from, sizes);
                showMarks();
            }
            readSizes(from + int(sizes.size()));
        });
}

void DocumentWindow::showLevel()
{
    const Theme::Pair &tone = Theme::current().tone(toneOfLevel(m_version.level));
    m_canvas->setBanner({idtext::level(m_version.level), tone.ink, tone.fill});
    m_canvas->setCopyAllowed(m_version.level < confidential);
    const QString when = QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat);
    m_canvas->setWatermark(m_version.level < confidential ? QString() : m_context.session.actor().name + u" · "_s + when);
}

void DocumentWindow::connectViewer()
{
    MarkEditing::Hooks hooks;
    hooks.pages = [this] { return m_pages; };
    hooks.mark = [this](const MarkId &id) {
        const StoredMark *mark = m_marks->mark(id);
        return mark ? std::optional(*mark) : std::nullopt;
    };
    hooks.reason = [this] { return m_reason->currentData().toString(); };
    hooks.edited = [this](Result<MarkChange> change) { edited(std::move(change)); };
    new MarkEditing(*m_canvas, documents().marks(), m_id, hooks); // belongs to the canvas
    connect(m_canvas, &DocumentCanvas::copyRefused, this, [this] { say(tr("Text of level 3 and above is not copied: it leaves the vault by a release or an export only.")); });
    connect(m_viewer, &ViewerPane::markWordWanted, this, &DocumentWindow::markWords);
}

} // namespace dw
