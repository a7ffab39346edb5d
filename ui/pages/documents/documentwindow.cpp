#include "ui/pages/documents/documentwindow.h"

#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/models/markmodel.h"
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
    findingsDecided();
}

void DocumentWindow::undo()
{
    if (!m_history.canUndo())
        return;
    const MarkChange change = m_history.toUndo();
    if (const Result<> done = documents().marks().apply(change); !done)
        return say(errorText(done.error()));
    m_history.undone();
    changed(change);
}

void DocumentWindow::redo()
{
    if (!m_history.canRedo())
        return;
    const MarkChange change = m_history.toRedo();
    if (const Result<> done = documents().marks().apply(change); !done)
        return say(errorText(done.error()));
    m_history.redone();
    changed(change);
}

void DocumentWindow::removeChosen()
{
    const MarkId id = MarkId::fromText(m_canvas->chosen());
    if (m_marks->mark(id))
        edited(documents().marks().remove(m_id, {id}));
}

} // namespace dw
