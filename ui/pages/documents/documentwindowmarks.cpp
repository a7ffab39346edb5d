// The marks and findings that the window of a document shows. An edit changes what it touches and nothing else, so that a
// document with ten thousand marks is worked like one with ten.
#include "ui/base/theme.h"
#include "ui/models/markmodel.h"
#include "ui/pages/documents/documentwindow.h"
#include "ui/pages/documents/findingpanel.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/viewer/documentcanvas.h"

#include <QListView>
#include <QPushButton>
#include <QTabWidget>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewMarks = 500; // of more the cover of every finding is looked up again

QStringList idsOf(const QList<StoredMark> &marks)
{
    QStringList ids;
    for (const StoredMark &mark : marks)
        ids.append(mark.id.toString());
    return ids;
}

} // namespace

void DocumentWindow::reload()
{
    if (auto version = documents().version(m_id))
        m_version = *version;
    if (auto marks = documents().marks().list(m_id)) {
        m_isChanging = true;
        m_marks->setMarks(*marks);
        m_isChanging = false;
        m_cover = MarkCover(*marks);
    }
    if (auto findings = documents().findings().list(m_id))
        m_findings = *findings;
    m_marked.clear();
    for (const Finding &finding : std::as_const(m_findings)) {
        if (m_cover.covers(finding))
            m_marked.insert(finding.id);
    }
    showMarks();
    showFindings();
    showProof();
    showPanes();
    fillActions();
    showCounts();
}

void DocumentWindow::showCounts()
{
    m_undo->setEnabled(m_history.canUndo());
    m_redo->setEnabled(m_history.canRedo());
    const qsizetype marks = m_marks->marks().size();
    m_redact->setEnabled(marks > 0 && !m_version.isClosed() && !m_job);
    m_preview->setEnabled(m_redact->isEnabled());
    if (!m_job)
        say(tr("Version %1 · %2 pages · %3 marks · %4 open findings").arg(m_version.number).arg(m_pages.size()).arg(marks).arg(m_version.findingsOpen));
    m_gapTimer.start();
}

QList<CanvasMark> DocumentWindow::shapesOf(const StoredMark &mark) const
{
    if (mark.page >= m_pages.size())
        return {};
    return {{mark.id.toString(), mark.page, m_pages.at(mark.page).toDisplay(mark.area), colourOf(mark.reason), m_marks->labelOf(mark.reason),
        mark.state != MarkState::Accepted}};
}

QList<CanvasMark> DocumentWindow::shapesOf(const Finding &finding) const
{
    QList<CanvasMark> shapes;
    if (finding.state != FindingState::Open || finding.page < 0 || finding.page >= m_pages.size())
        return shapes;
    const QColor colour = Theme::current().tone(finding.isPossible() ? Tone::Neutral : Tone::Warn).ink;
    for (const QRectF &rect : finding.rects)
        shapes.append({finding.id.toString(), finding.page, m_pages.at(finding.page).toDisplay(rect), colour, idtext::findingKind(finding.kind), true, true});
    return shapes;
}

void DocumentWindow::showMarks()
{
    QList<CanvasMark> shapes;
    for (const StoredMark &mark : m_marks->marks())
        shapes += shapesOf(mark);
    for (const Finding &finding : std::as_const(m_findings))
        shapes += shapesOf(finding);
    m_canvas->setMarks(shapes);
}

void DocumentWindow::showFindings()
{
    m_panel->setVersion(m_version, !m_version.isClosed() && !m_job);
    m_panel->setFindings(m_findings, m_marked);
    const int open = m_panel->model()->count(FindingModel::Show::ToDecide);
    m_tabs->setTabText(m_tabs->indexOf(m_panel), open > 0 ? tr("Findings (%1)").arg(open) : tr("Findings"));
}

void DocumentWindow::edited(Result<MarkChange> change)
{
    if (!change)
        return say(errorText(change.error()));
    m_history.push(*change);
    changed(*change);
}

void DocumentWindow::changed(const MarkChange &change)
{
    m_isChanging = true;
    m_marks->change(change);
    m_isChanging = false;
    for (const StoredMark &mark : change.before)
        m_cover.remove(mark);
    for (const StoredMark &mark : change.after)
        m_cover.add(mark);
    QList<CanvasMark> shapes;
    for (const StoredMark &mark : change.after)
        shapes += shapesOf(mark);
    m_canvas->changeMarks(idsOf(change.before), shapes);
    cover(change.before + change.after);
    showFindings();
    showCounts();
}

void DocumentWindow::cover(const QList<StoredMark> &changed)
{
    QHash<int, QList<QRectF>> touched;
    for (const StoredMark &mark : changed)
        touched[mark.page].append(mark.area);
    for (const Finding &finding : std::as_const(m_findings)) {
        const auto areas = touched.constFind(finding.page);
        const auto isNear = [&](const QRectF &rect) {
            return std::any_of(areas->begin(), areas->end(), [&](const QRectF &area) { return area.adjusted(-1, -1, 1, 1).intersects(rect.adjusted(-1, -1, 1, 1)); });
        };
        if (areas == touched.cend() || (changed.size() <= fewMarks && std::none_of(finding.rects.begin(), finding.rects.end(), isNear)))
            continue;
        if (m_cover.covers(finding))
            m_marked.insert(finding.id);
        else
            m_marked.remove(finding.id);
    }
}

/// A decision may reach further than what was chosen: a false positive holds for every place of its value.
void DocumentWindow::findingsDecided()
{
    if (auto version = documents().version(m_id))
        m_version = *version;
    QHash<FindingId, FindingState> before;
    for (const Finding &finding : std::as_const(m_findings))
        before.insert(finding.id, finding.state);
    if (auto findings = documents().findings().list(m_id))
        m_findings = *findings;
    QStringList gone;
    QList<CanvasMark> shapes;
    for (const Finding &finding : std::as_const(m_findings)) {
        if (before.value(finding.id) == finding.state)
            continue;
        gone.append(finding.id.toString());
        shapes += shapesOf(finding);
    }
    m_canvas->changeMarks(gone, shapes);
    showFindings();
    showCounts();
}

void DocumentWindow::chooseInList(const QString &mark)
{
    const QModelIndex row = m_marks->indexOf(MarkId::fromText(mark));
    if (!row.isValid())
        return;
    m_isChanging = true;
    m_markList->setCurrentIndex(row);
    m_isChanging = false;
}

void DocumentWindow::measureGaps()
{
    QSet<MarkId> unknown;
    for (const StoredMark &mark : m_marks->marks()) {
        if (mark.state != MarkState::Rejected && !m_marks->isMeasured(mark.id) && unknown.size() < GapDesk::mostAtOnce)
            unknown.insert(mark.id);
    }
    if (unknown.isEmpty() || m_isMeasuring || m_version.kind == "redacted"_L1 || !m_version.isViewable())
        return;
    m_isMeasuring = true;
    DocumentService &service = documents();
    m_renderer->start<GapCandidates>(std::make_shared<Job>(u"document.gaps"_s),
        [&service, id = m_id, unknown](JobContext &job) { return service.gaps().measure(id, unknown, job); }, this, [this](Result<GapCandidates> gaps) {
            m_isMeasuring = false;
            if (!gaps)
                return;
            m_marks->setGaps(*gaps);
            m_gapTimer.start(); // others may have come, or be left
        });
}

} // namespace dw
