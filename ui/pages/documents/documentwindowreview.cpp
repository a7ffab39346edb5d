// What happens to a version as a whole: searching, redacting, review and export.
#include "core/session/session.h"
#include "ui/pages/documents/documentwindow.h"
#include "ui/pages/documents/findingpanel.h"
#include "ui/pages/exportdialog.h"
#include "ui/text/errortext.h"
#include "ui/widgets/sentencedialog.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>

namespace dw {

using namespace Qt::StringLiterals;

void DocumentWindow::watch(const std::shared_ptr<Job> &job)
{
    m_job = job;
    m_progress->setVisible(job != nullptr);
    m_cancel->setVisible(job != nullptr);
    if (!job)
        return;
    m_progress->setRange(0, 0);
    connect(job.get(), &Job::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, int(qMax<qint64>(1, total)));
        m_progress->setValue(int(done));
    });
}

void DocumentWindow::redact()
{
    redactAs({});
}

void DocumentWindow::redactAs(const RedactionChoice &choice)
{
    DocumentService &service = documents();
    const VersionId id = m_id;
    m_redact->setEnabled(false);
    say(tr("Redacting and verifying…"));
    const auto job = std::make_shared<Job>(u"document.redact"_s);
    watch(job);
    m_context.jobs.start<RedactionOutcome>(job, [&service, id, choice](JobContext &run) { return service.redaction().run(id, choice, run); }, this,
        [this](Result<RedactionOutcome> outcome) {
            watch({});
            reload();
            if (!outcome)
                return showProblem(this, tr("No redacted version was made"), errorText(outcome.error()));
            open(m_context, outcome->version.id, parentWidget());
            close();
        });
}

void DocumentWindow::scan()
{
    DocumentService &service = documents();
    const VersionId id = m_id;
    if (m_job)
        return;
    say(tr("Searching for client information…"));
    const auto job = std::make_shared<Job>(u"document.find"_s);
    watch(job);
    m_panel->setSearching(true);
    m_context.jobs.start<QList<Finding>>(job, [&service, id](JobContext &run) { return service.findings().scan(id, run); }, this,
        [this](Result<QList<Finding>> found) {
            watch({});
            reload();
            if (!found)
                return showProblem(this, tr("The search did not finish"), errorText(found.error()));
            m_tabs->setCurrentWidget(m_panel);
            m_panel->setFocus();
        });
}

void DocumentWindow::fillActions()
{
    while (QLayoutItem *item = m_actions->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto add = [this](const QString &name, const QString &text, void (DocumentWindow::*run)()) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        button->setAutoDefault(false);
        m_actions->addWidget(button);
        connect(button, &QPushButton::clicked, this, run);
    };
    const QString state = m_version.state;
    if (state == "draft"_L1 || state == "scanned"_L1)
        add(u"find"_s, tr("Find"), &DocumentWindow::scan);
    if (state == "draft"_L1 || state == "scanned"_L1 || state == "rejected"_L1)
        add(u"request_review"_s, tr("Request review"), &DocumentWindow::requestReview);
    if (state == "in_review"_L1) {
        add(u"send_back"_s, tr("Return…"), &DocumentWindow::sendBack);
        add(u"approve"_s, tr("Approve…"), &DocumentWindow::approve);
    }
    add(u"export"_s, tr("Export…"), &DocumentWindow::exportFile);
}

void DocumentWindow::confirmGaps()
{
    QString note;
    if (!SentenceDialog::ask(this, tr("You looked at what was not searched"),
            tr("You confirm that you looked at these parts yourself and marked what must not be seen. Say what you saw there; the note goes into the audit trail, so name no client."),
            tr("Confirm"), SentenceDialog::Reason::Required, &note))
        return;
    if (const Result<> done = documents().findings().confirmGaps(m_id, note); !done)
        showProblem(this, tr("It was not recorded"), errorText(done.error()));
    reload();
}

void DocumentWindow::requestReview()
{
    if (const Result<> done = documents().reviews().request(m_id); !done)
        showProblem(this, tr("The review was not requested"), errorText(done.error()));
    reload();
}

void DocumentWindow::approve()
{
    QString note;
    if (!SentenceDialog::ask(this, tr("Approve this version"), tr("You confirm that you looked at exactly this file; the approval is bound to its hash."),
            tr("Approve"), SentenceDialog::Reason::Optional, &note))
        return;
    if (const auto done = documents().reviews().approve(m_id, note); !done)
        showProblem(this, tr("It was not approved"), errorText(done.error()));
    reload();
}

void DocumentWindow::sendBack()
{
    QString note;
    if (!SentenceDialog::ask(this, tr("Return this version"), tr("The preparer reads what is to be changed."), tr("Return"),
            SentenceDialog::Reason::Required, &note))
        return;
    if (const auto done = documents().reviews().sendBack(m_id, note); !done)
        showProblem(this, tr("It was not returned"), errorText(done.error()));
    reload();
}

void DocumentWindow::exportFile()
{
    ExportDialog dialog(m_context, m_id, this);
    dialog.exec();
}

} // namespace dw
