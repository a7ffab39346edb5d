#include "ui/pages/documents/documentwindow.h"

#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/pages/documents/findingpanel.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/text/picturetext.h"
#include "ui/viewer/viewerpane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sentencedialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QTabWidget>

namespace dw {

using namespace Qt::StringLiterals;

DocumentWindow::DocumentWindow(PageContext context, const VersionId &version, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_id(version)
    , m_renderer(std::make_unique<JobRunner>())
{
    setWindowTitle(tr("Document")); // neutral: titles of windows are seen by others
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() * 0.96));
    if (auto reasons = documents().reasons().all())
        m_reasons = *reasons;
    build();
    load();
}

DocumentWindow::~DocumentWindow()
{
    delete m_viewer; // before what it asks
    m_renderer.reset();
}

void DocumentWindow::open(PageContext context, const VersionId &version, QWidget *parent)
{
    auto *window = new DocumentWindow(context, version, parent);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setModal(true);
    window->show();
}

DocumentService &DocumentWindow::documents() const
{
    return m_context.session.documents();
}

QColor DocumentWindow::colourOf(const QString &reason) const
{
    int index = 0;
    for (const RedactionReason &known : m_reasons) {
        if (known.code == reason)
            index = known.colour;
    }
    const Theme &theme = Theme::current();
    return theme.tones.at(std::size_t(index) % theme.tones.size()).ink;
}

void DocumentWindow::showWithoutPages(const QString &why)
{
    m_noPages->set(u"file-text"_s, why);
    m_view->setCurrentIndex(1);
    m_tabs->setCurrentWidget(m_panel);
    reload();
}

void DocumentWindow::reload()
{
    if (auto version = documents().version(m_id))
        m_version = *version;
    if (auto marks = documents().marks().list(m_id))
        m_marks = *marks;
    if (auto findings = documents().findings().list(m_id))
        m_findings = *findings;
    showMarks();
    showFindings();
    showProof();
    m_undo->setEnabled(m_history.canUndo());
    m_redo->setEnabled(m_history.canRedo());
    m_redact->setEnabled(!m_marks.isEmpty() && !m_version.isClosed() && !m_job);
    m_preview->setEnabled(m_redact->isEnabled());
    showPanes();
    measureGaps();
    fillActions();
    if (!m_job)
        say(tr("Version %1 · %2 pages · %3 marks · %4 open findings").arg(m_version.number).arg(m_pages.size()).arg(m_marks.size()).arg(m_version.findingsOpen));
}

void DocumentWindow::showMarks()
{
    QList<CanvasMark> shapes;
    m_markList->clear();
    for (const StoredMark &mark : m_marks) {
        if (mark.page >= m_pages.size())
            continue;
        QString label = mark.reason;
        for (const RedactionReason &reason : m_reasons) {
            if (reason.code == mark.reason)
                label = reason.label;
        }
        shapes.append({mark.id.toString(), mark.page, m_pages.at(mark.page).toDisplay(mark.area), colourOf(mark.reason), label,
            mark.state != MarkState::Accepted});
        auto *item = new QListWidgetItem(tr("p. %1  %2  %3").arg(mark.page + 1).arg(label, mark.word.isEmpty() ? tr("area") : mark.word), m_markList);
        item->setData(Qt::UserRole, mark.id.toString());
        if (const QString fits = gapWords(mark.id); !fits.isEmpty()) {
            item->setText(item->text() + u" · "_s + fits);
            item->setToolTip(tr("Of the clients, parties and people of this deal: how many would get a box of the same width here at level B, and how many are exactly as wide, which is what level A shows. The fewer, the more the gap tells."));
        }
    }
    for (const Finding &finding : m_findings) {
        if (finding.state != FindingState::Open || finding.page < 0 || finding.page >= m_pages.size())
            continue;
        const QColor colour = Theme::current().tone(finding.isPossible() ? Tone::Neutral : Tone::Warn).ink;
        for (const QRectF &rect : finding.rects) {
            shapes.append({finding.id.toString(), finding.page, m_pages.at(finding.page).toDisplay(rect), colour, idtext::findingKind(finding.kind), true, true});
        }
    }
    m_canvas->setMarks(shapes);
}

void DocumentWindow::showFindings()
{
    QSet<FindingId> marked;
    for (const Finding &finding : m_findings) {
        if (FindingBook::isMarked(finding, m_marks))
            marked.insert(finding.id);
    }
    m_panel->setVersion(m_version, !m_version.isClosed() && !m_job);
    m_panel->setFindings(m_findings, marked);
    const int open = m_panel->model()->count(FindingModel::Show::ToDecide);
    m_tabs->setTabText(1, open > 0 ? tr("Findings (%1)").arg(open) : tr("Findings"));
}

void DocumentWindow::showFinding(const FindingId &id)
{
    const Finding *finding = m_panel->model()->finding(id);
    if (!finding || finding->rects.isEmpty() || finding->page >= m_pages.size())
        return;
    m_canvas->choose(id.toString());
    m_canvas->showPlace(finding->page, m_pages.at(finding->page).toDisplay(finding->rects.first()));
}

void DocumentWindow::showProof()
{
    const auto proofs = documents().verifications(m_id);
    if (!proofs || proofs->isEmpty())
        return m_proof->setText(tr("This version has no verification."));
    const Verification &last = proofs->first();
    if (!last.hasPassed)
        return m_proof->setText(tr("The last redaction could not be proven and was not kept.\nReason: %1")
                                    .arg(errorText({ErrorCode::VerificationFailed, last.details.value("reason"_L1).toString(), {}, {}})));
    QString text = tr("Verified: %1 words and every touched stream are nowhere in this file.\nReaders: %2\nSHA-256 %3")
                       .arg(last.searchedTerms).arg(last.engines.join(u", "_s), groupedHash(last.sha256));
    if (const QStringList pictures = picturePagesText(last.details.value("page_reasons"_L1).toObject()); !pictures.isEmpty())
        text += u'\n' + tr("These pages became pictures:") + u'\n' + pictures.join(u'\n');
    m_proof->setText(text);
}

void DocumentWindow::say(const QString &sentence)
{
    m_state->setText(sentence);
    m_state->setToolTip(sentence);
}

void DocumentWindow::edited(Result<MarkChange> change)
{
    if (!change)
        return say(errorText(change.error()));
    for (const StoredMark &mark : std::as_const(change->after))
        m_gaps.gaps.remove(mark.id); // it may be another place now
    m_history.push(*change);
    reload();
}

void DocumentWindow::markWord()
{
    markWords(m_word->text(), m_part->isChecked() ? WordMatch::Substring : WordMatch::Whole);
}

void DocumentWindow::markWords(const QString &words, WordMatch match)
{
    if (words.trimmed().isEmpty() || !m_open)
        return;
    WordQuery query;
    query.text = words;
    query.match = match;
    DocumentService &service = documents();
    const VersionId id = m_id;
    m_context.jobs.start<MarkChange>(std::make_shared<Job>(u"document.mark"_s),
        [&service, id, query, reason = m_reason->currentData().toString()](JobContext &job) { return service.marks().addWord(id, query, reason, job); },
        this, [this](Result<MarkChange> change) { edited(std::move(change)); });
}

void DocumentWindow::acceptFindings(const QList<FindingId> &ids)
{
    edited(documents().findings().mark(documents().marks(), m_id, ids, m_reason->currentData().toString()));
}

void DocumentWindow::decideFindings(const QList<FindingId> &ids, FindingState state)
{
    if (const Result<> done = documents().findings().decide(m_id, ids, state); !done)
        return say(errorText(done.error()));
    reload();
}

void DocumentWindow::undo()
{
    if (!m_history.canUndo())
        return;
    if (const Result<> done = documents().marks().apply(m_history.toUndo()); !done)
        return say(errorText(done.error()));
    m_history.undone();
    reload();
}

void DocumentWindow::redo()
{
    if (!m_history.canRedo())
        return;
    if (const Result<> done = documents().marks().apply(m_history.toRedo()); !done)
        return say(errorText(done.error()));
    m_history.redone();
    reload();
}

void DocumentWindow::removeChosen()
{
    const MarkId id = MarkId::fromText(m_canvas->chosen());
    if (std::any_of(m_marks.begin(), m_marks.end(), [&](const StoredMark &mark) { return mark.id == id; }))
        edited(documents().marks().remove(m_id, {id}));
}

} // namespace dw
