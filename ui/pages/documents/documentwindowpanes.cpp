// The panes of review and of versions, and what is seen beside the original: preview and comparison.
#include "core/session/session.h"
#include "ui/pages/documents/comparewindow.h"
#include "ui/pages/documents/documentwindow.h"
#include "ui/pages/documents/proofpane.h"
#include "ui/pages/documents/reviewpane.h"
#include "ui/pages/documents/versionpane.h"
#include "ui/viewer/documentcanvas.h"

#include <QTabWidget>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

void DocumentWindow::addPanes()
{
    connect(m_proofPane, &ProofPane::pageWanted, this, [this](int page) { m_canvas->showPlace(page, {}); });
    connect(m_proofPane, &ProofPane::picturesWanted, this, [this] { redactAs({RedactionLevel::B, true}); });
    m_review = new ReviewPane(m_context);
    m_review->setObjectName(u"review"_s);
    m_tabs->addTab(m_review, tr("Review"));
    connect(m_review, &ReviewPane::changed, this, &DocumentWindow::reload);
    connect(m_review, &ReviewPane::pageWanted, this, [this](int page) { m_canvas->showPlace(page, {}); });
    connect(m_canvas, &DocumentCanvas::pageChanged, m_review, &ReviewPane::setCurrentPage);
    m_descent = new VersionPane(m_context);
    m_descent->setObjectName(u"descent"_s);
    m_tabs->addTab(m_descent, tr("Versions"));
    connect(m_descent, &VersionPane::openWanted, this, [this](const VersionId &version) {
        open(m_context, version, parentWidget());
        close();
    });
    connect(m_descent, &VersionPane::compareWanted, this, [this](const VersionId &before, const VersionId &after) {
        CompareWindow::openVersions(m_context, before, after, this);
    });
}

void DocumentWindow::showPanes()
{
    m_review->show(m_version);
    m_proofPane->show(m_version, documents().verifications(m_id).value_or(QList<Verification>()));
    m_descent->show(m_version);
}

void DocumentWindow::measureGaps()
{
    // Only when the marks are others than those that were measured.
    const bool isKnown = std::all_of(m_marks.begin(), m_marks.end(), [this](const StoredMark &mark) { return mark.state == MarkState::Rejected || m_gaps.gaps.contains(mark.id); });
    if (isKnown || m_isMeasuring || m_version.kind == "redacted"_L1)
        return;
    m_isMeasuring = true;
    DocumentService &service = documents();
    m_renderer->start<GapCandidates>(std::make_shared<Job>(u"document.gaps"_s), [&service, id = m_id](JobContext &job) { return service.gaps().measure(id, job); }, this,
        [this](Result<GapCandidates> gaps) {
            m_isMeasuring = false;
            if (!gaps || gaps->gaps.isEmpty())
                return;
            m_gaps = *gaps;
            showMarks();
        });
}

QString DocumentWindow::gapWords(const MarkId &mark) const
{
    const auto gap = m_gaps.gaps.constFind(mark);
    if (gap == m_gaps.gaps.cend() || gap->removed <= 0 || gap->measured == 0)
        return {};
    return tr("fits %1 of %2 names (A: %3)").arg(gap->fitBox).arg(gap->measured).arg(gap->fitExact);
}

void DocumentWindow::preview()
{
    CompareWindow::openPreview(m_context, m_id, this);
}

} // namespace dw
