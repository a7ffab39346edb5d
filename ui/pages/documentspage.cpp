#include "ui/pages/documentspage.h"

#include "core/desk/documents/documentservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/models/fieldtext.h"
#include "ui/pages/documents/documentleveldialog.h"
#include "ui/pages/documents/documentwindow.h"
#include "ui/pages/documents/foldersearchwindow.h"
#include "ui/pages/documents/importqueue.h"
#include "ui/pages/exportdialog.h"
#include "ui/pages/importleveldialog.h"
#include "ui/pages/releasedialog.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/sentencedialog.h"

#include <QAction>
#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

DocumentsPage::DocumentsPage(PageContext pageContext, QWidget *parent)
    : RegisterPage(u"documents"_s, pageContext, parent)
    , m_ahead(std::make_unique<JobRunner>())
{
    setAcceptDrops(true);
    setAction(u"document"_s, tr("Import files…"), [this] { chooseFiles(); });
    auto *card = new Card;
    m_actionsBox = card;
    auto *row = new QHBoxLayout;
    m_versionWords = makeLabel({});
    m_versionChip = new Chip;
    row->addWidget(m_versionWords, 1);
    row->addWidget(m_versionChip);
    m_actions = new QHBoxLayout;
    row->addLayout(m_actions);
    card->body()->addLayout(row);
    card->hide();
    insertAbove(card);
    m_queue = new ImportQueue(pageContext);
    insertAbove(m_queue);
    connect(m_queue, &ImportQueue::finished, this, [this](int imported) { context().navigator.say(tr("%n file(s) imported.", nullptr, imported)); });
    header()->addOverflowSeparator();
    QAction *folder = header()->addOverflow(tr("Search a folder…"), u"folder-open"_s);
    folder->setObjectName(u"search_folder"_s);
    connect(folder, &QAction::triggered, this, [this] {
        if (const QString path = FileDialog::openFolder(this, tr("Search a folder")); !path.isEmpty())
            searchFolder(path);
    });
    QAction *all = header()->addOverflow(tr("Search all documents"), u"file-search"_s);
    all->setObjectName(u"search_all"_s);
    connect(all, &QAction::triggered, this, &DocumentsPage::searchAll);
}

void DocumentsPage::searchFolder(const QString &path)
{
    auto *window = new FolderSearchWindow(context(), this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
    window->search(path);
}

void DocumentsPage::searchAll()
{
    Session &open = session();
    context().navigator.say(tr("All documents are being searched."));
    context().jobs.start<AllSearched>(std::make_shared<Job>(u"document.find_all"_s),
        [&open](JobContext &job) { return open.documents().folders().searchAll(job); }, this, [this](Result<AllSearched> all) {
            if (!all)
                return showProblem(this, tr("The search did not finish"), errorText(all.error()));
            QString words = tr("%n document(s) searched.", nullptr, all->searched);
            if (all->incomplete > 0)
                words += u' ' + tr("%n of them could not be searched completely: see Findings.", nullptr, all->incomplete);
            if (!all->refused.isEmpty())
                words += u' ' + tr("Not searched: %1.").arg(all->refused.join(tr(", ")));
            context().navigator.say(words);
        });
}

DocumentsPage::~DocumentsPage() = default;

/// A version that can be looked at probably will be: the worker that reads it takes longer to start than to draw a page.
void DocumentsPage::prepareViewing()
{
    if (!isVisible())
        return;
    DocumentService &service = session().documents();
    m_ahead->start<bool>(std::make_shared<Job>(u"document.view"_s), [&service](JobContext &) -> Result<bool> {
        service.reader().prepare();
        return true;
    }, this, [](Result<bool>) {});
}

void DocumentsPage::hideEvent(QHideEvent *event)
{
    RegisterPage::hideEvent(event);
    session().documents().reader().dismiss();
}

QString DocumentsPage::stateSentence() const
{
    const auto documents = session().records().list(u"document"_s);
    const auto versions = session().records().list(u"doc_version"_s);
    if (!documents || !versions)
        return {};
    qsizetype review = 0;
    qsizetype open = 0;
    qsizetype unsearched = 0;
    for (const Record &version : *versions) {
        review += version.state == "in_review"_L1 ? 1 : 0;
        open += version.integer(u"findings_open"_s) > 0 ? 1 : 0;
        const bool isClosed = version.state == "superseded"_L1 || version.state == "erased"_L1;
        const bool isSettled = version.text(u"search_state"_s) == searched::complete || !version.text(u"gaps_seen_by"_s).isEmpty();
        unsearched += !isClosed && !isSettled ? 1 : 0;
    }
    return tr("%1 documents, %2 versions; %3 in review, %4 with open findings, %5 not searched completely. Drop files here to import them.")
        .arg(documents->size())
        .arg(versions->size())
        .arg(review)
        .arg(open)
        .arg(unsearched);
}

void DocumentsPage::onCurrentRecord(const RegisterDecl &decl, const RecordId &id)
{
    RegisterPage::onCurrentRecord(decl, id);
    m_document = decl.id == "document"_L1 ? id : RecordId();
    fillActions();
}

void DocumentsPage::fillActions()
{
    while (QLayoutItem *item = m_actions->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_version = {};
    m_actionsBox->setVisible(!m_document.isNull());
    if (m_document.isNull())
        return;
    RecordQuery query;
    query.parent = m_document;
    const auto versions = session().records().list(u"doc_version"_s, query);
    const RegisterDecl *decl = session().records().catalogue().find(u"doc_version"_s);
    const Record *newest = nullptr;
    for (const Record &version : versions ? *versions : QList<Record>()) {
        if (!newest || version.integer(u"version_no"_s) > newest->integer(u"version_no"_s))
            newest = &version;
    }
    if (!newest || !decl) {
        m_actionsBox->hide();
        return;
    }
    m_version = newest->id;
    const Language language = context().appearance.language();
    const FieldDecl *kind = decl->field(u"kind");
    const FieldDecl *search = decl->field(u"search_state");
    const QString state = newest->text(u"search_state"_s);
    m_versionWords->setText(tr("Newest version %1 (%2), %n page(s), %3 open findings", nullptr, int(newest->integer(u"pages"_s)))
                                .arg(newest->integer(u"version_no"_s))
                                .arg(kind ? fieldtext::value(*kind, newest->value(u"kind"_s), {}, language) : QString())
                                .arg(newest->integer(u"findings_open"_s))
        + u" · "_s + (search && !state.isEmpty() ? fieldtext::value(*search, state, {}, language) : tr("never searched completely")));
    m_versionChip->setSpec(fieldtext::stateChip(*decl, newest->state, language));
    const auto add = [this](const QString &name, const QString &text, void (DocumentsPage::*run)()) {
        auto *button = new QPushButton(text);
        button->setObjectName(name);
        m_actions->addWidget(button);
        connect(button, &QPushButton::clicked, this, run);
    };
    if (newest->state != "erased"_L1) {
        const bool hasPages = newest->text(u"mime"_s) == "application/pdf"_L1 && newest->text(u"inspection"_s) != "failed"_L1;
        auto *look = new QPushButton(hasPages ? tr("View and mark…") : tr("Findings…"));
        look->setObjectName(u"view"_s);
        m_actions->addWidget(look);
        prepareViewing();
        connect(look, &QPushButton::clicked, this, [this] { DocumentWindow::open(context(), m_version.as<VersionTag>(), this); });
    }
    auto *level = new QPushButton(tr("Decide the level…"));
    level->setObjectName(u"decide_level"_s);
    m_actions->addWidget(level);
    connect(level, &QPushButton::clicked, this, [this] {
        DocumentLevelDialog dialog(context(), m_document.as<DocumentTag>(), this);
        dialog.exec();
    });
    const bool closed = newest->state == "superseded"_L1 || newest->state == "erased"_L1;
    if (!closed && newest->state != "approved"_L1)
        add(u"search"_s, tr("Find"), &DocumentsPage::search);
    if (!closed)
        add(u"redact"_s, tr("Redact"), &DocumentsPage::redact);
    if (newest->state == "draft"_L1 || newest->state == "scanned"_L1 || newest->state == "rejected"_L1)
        add(u"request_review"_s, tr("Request review"), &DocumentsPage::requestReview);
    if (newest->state == "in_review"_L1) {
        add(u"approve"_s, tr("Approve…"), &DocumentsPage::approve);
        add(u"send_back"_s, tr("Return…"), &DocumentsPage::sendBack);
    }
    add(u"export"_s, tr("Export…"), &DocumentsPage::exportFile);
    auto *release = new QPushButton(tr("Release…"));
    release->setObjectName(u"release"_s);
    m_actions->addWidget(release);
    connect(release, &QPushButton::clicked, this, [this] {
        ReleaseDialog dialog(context(), m_version, this);
        dialog.exec();
    });
}

void DocumentsPage::chooseFiles()
{
    importFiles(FileDialog::openFiles(this, tr("Import files"), {u"*.pdf"_s, u"*.docx"_s, u"*.xlsx"_s, u"*.pptx"_s, u"*.csv"_s, u"*.eml"_s, u"*.png"_s, u"*.jpg"_s, u"*.jpeg"_s, u"*.tif"_s}));
}

void DocumentsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void DocumentsPage::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    event->acceptProposedAction();
    // Not inside the drag: the sender waits for it.
    QMetaObject::invokeMethod(this, [this, paths] { importFiles(paths); }, Qt::QueuedConnection);
}

void DocumentsPage::importFiles(const QStringList &paths)
{
    const ImportList files = ImportList::gather(paths);
    if (files.files().isEmpty())
        return;
    ImportLevelDialog dialog(context(), int(files.files().size()), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_queue->add(files, dialog.level());
}

void DocumentsPage::search()
{
    Session &open = session();
    const VersionId version = m_version.as<VersionTag>();
    context().jobs.start<QList<Finding>>(std::make_shared<Job>(u"document.find"_s),
        [&open, version](JobContext &job) { return open.documents().findings().scan(version, job); }, this,
        [this, version](Result<QList<Finding>> found) {
            if (!found)
                return showProblem(this, tr("The search did not finish"), errorText(found.error()));
            showSearched(version, *found);
        });
}

void DocumentsPage::showSearched(const VersionId &id, const QList<Finding> &found)
{
    const auto isCounted = [](const Finding &finding) { return !finding.isPossible(); };
    const int count = int(std::count_if(found.begin(), found.end(), isCounted));
    const auto version = session().documents().version(id);
    if (version && version->searchState == searched::complete)
        context().navigator.say(tr("%n place(s) with client information found.", nullptr, count));
    else
        context().navigator.say(tr("%n place(s) with client information found, but parts could not be searched: see Findings.", nullptr, count));
}

void DocumentsPage::redact()
{
    Session &open = session();
    const VersionId version = m_version.as<VersionTag>();
    context().jobs.start<RedactionOutcome>(std::make_shared<Job>(u"document.redact"_s),
        [&open, version](JobContext &job) { return open.documents().redaction().run(version, {}, job); }, this,
        [this](Result<RedactionOutcome> outcome) {
            if (!outcome)
                return showProblem(this, tr("No redacted version was made"), errorText(outcome.error()));
            context().navigator.say(tr("Redacted and verified: version %1.").arg(outcome->version.number));
        });
}

void DocumentsPage::requestReview()
{
    if (const Result<> done = session().documents().reviews().request(m_version.as<VersionTag>()); !done)
        showProblem(this, tr("The review was not requested"), errorText(done.error()));
}

void DocumentsPage::approve()
{
    QString note;
    if (!SentenceDialog::ask(this, tr("Approve this version"), tr("You confirm that you looked at exactly this file; the approval is bound to its hash."),
            tr("Approve"), SentenceDialog::Reason::Optional, &note))
        return;
    if (const auto done = session().documents().reviews().approve(m_version.as<VersionTag>(), note); !done)
        showProblem(this, tr("It was not approved"), errorText(done.error()));
}

void DocumentsPage::sendBack()
{
    QString note;
    if (!SentenceDialog::ask(this, tr("Return this version"), tr("The preparer reads what is to be changed."), tr("Return"),
            SentenceDialog::Reason::Required, &note))
        return;
    if (const auto done = session().documents().reviews().sendBack(m_version.as<VersionTag>(), note); !done)
        showProblem(this, tr("It was not returned"), errorText(done.error()));
}

void DocumentsPage::exportFile()
{
    ExportDialog dialog(context(), m_version.as<VersionTag>(), this);
    dialog.exec();
}

} // namespace dw
