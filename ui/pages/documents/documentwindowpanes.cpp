// The panes of review and of versions, and what is seen beside the original: preview and comparison.
#include "core/session/session.h"
#include "ui/pages/documents/comparewindow.h"
#include "ui/pages/documents/documentwindow.h"
#include "ui/pages/documents/proofpane.h"
#include "ui/pages/documents/reviewpane.h"
#include "ui/pages/documents/versionpane.h"
#include "ui/viewer/documentcanvas.h"

#include <QTabWidget>

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

void DocumentWindow::preview()
{
    CompareWindow::openPreview(m_context, m_id, this);
}

} // namespace dw
