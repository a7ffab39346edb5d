#include "ui/pages/documents/importqueue.h"

#include "core/desk/documents/documentservice.h"
#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "ui/base/icons.h"
#include "ui/text/errortext.h"
#include "ui/text/facttext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QFile>
#include <QHeaderView>
#include <QJsonObject>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int listHeight = 220;

} // namespace

ImportQueue::ImportQueue(PageContext context, QWidget *parent)
    : Card({}, parent)
    , m_context(context)
{
    setHeading(tr("Import"));
    setObjectName(u"import_queue"_s);
    m_chip = new Chip;
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setMaximumWidth(200);
    m_progress->setTextVisible(false);
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setObjectName(u"cancel_import"_s);
    m_close = new QPushButton(tr("Close"));
    m_close->setObjectName(u"close_import"_s);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_chip, m_progress, m_cancel, m_close})
        addHeadingWidget(widget);
    m_list = new QTreeWidget;
    m_list->setObjectName(u"imported_files"_s);
    m_list->setAccessibleName(tr("Files on their way in"));
    m_list->setHeaderLabels({tr("File"), tr("What came of it")});
    m_list->setRootIsDecorated(false);
    m_list->setWordWrap(true);
    m_list->setMaximumHeight(listHeight);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_list->header()->resizeSection(0, 280);
    m_list->header()->setStretchLastSection(true);
    body()->addWidget(m_list);
    m_note = makeQuietLabel({});
    m_note->setWordWrap(true);
    body()->addWidget(m_note);
    connect(m_cancel, &QPushButton::clicked, this, &ImportQueue::stop);
    connect(m_close, &QPushButton::clicked, this, [this] {
        m_list->clear();
        m_total = m_imported = m_problems = m_leftOut = 0;
        hide();
    });
    hide();
}

void ImportQueue::add(const ImportList &files, int level)
{
    for (const ImportEntry &entry : files.files()) {
        auto *item = new QTreeWidgetItem(m_list, {entry.name, tr("Waiting")});
        item->setToolTip(0, entry.folder.isEmpty() ? entry.name : entry.folder + u'/' + entry.name);
        m_waiting.append({entry, level, item});
        ++m_total;
    }
    m_leftOut += files.leftOut();
    QStringList notes;
    if (m_leftOut > 0)
        notes.append(tr("%n hidden file(s), link(s) or device(s) were left out.", nullptr, m_leftOut));
    if (files.isCut())
        notes.append(tr("More than %1 files: import the rest afterwards.").arg(ImportList::mostFiles));
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
    show();
    showState();
    if (!isRunning())
        next();
}

Result<ImportResult> ImportQueue::bring(Session &session, const ImportEntry &entry, int level, JobContext &job)
{
    DocumentService &documents = session.documents();
    DocumentImportRequest request;
    {
        QFile file(entry.path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Io, u"import.cannot_read"_s, {entry.name});
        if (file.size() > DocumentImport::largestFile)
            return fail(ErrorCode::LimitExceeded, u"document.too_large"_s, {entry.name, QString::number(DocumentImport::largestFile >> 20)});
        request.bytes = file.readAll();
    }
    request.fileName = entry.name;
    request.folder = entry.folder;
    request.level = level;
    ImportResult result;
    DW_ASSIGN(result.outcome, documents.imports().importFile(request, job));
    DW_ASSIGN(const Document document, documents.get(result.outcome.document));
    result.documentNumber = document.number;
    DW_ASSIGN(const DocumentVersion version, documents.version(result.outcome.version));
    if (result.outcome.isDuplicate || !PdfCopy::isPossible(version, entry.name))
        return result;
    const auto copy = documents.copies().make(version.id, job);
    if (copy)
        result.pdfVersion = copy->number;
    else if (copy.error().code == ErrorCode::Cancelled)
        return failed(copy);
    else
        result.conversion = copy.error();
    return result;
}

void ImportQueue::next()
{
    if (m_waiting.isEmpty()) {
        m_job = nullptr;
        showState();
        emit finished(m_imported);
        return;
    }
    const Waiting now = m_waiting.takeFirst();
    say(now.item, u"loader"_s, Tone::Neutral, tr("Reading…"));
    m_list->scrollToItem(now.item);
    m_job = std::make_shared<Job>(u"document.import"_s);
    connect(m_job.get(), &Job::stageChanged, this, [item = now.item](const QString &stage) { say(item, u"loader"_s, Tone::Neutral, idtext::stage(stage)); });
    showState();
    Session &open = m_context.session;
    m_context.jobs.start<ImportResult>(m_job, [&open, now](JobContext &job) { return bring(open, now.entry, now.level, job); }, this,
        [this, item = now.item](Result<ImportResult> result) { done(item, std::move(result)); });
}

void ImportQueue::done(QTreeWidgetItem *item, Result<ImportResult> result)
{
    if (!result) {
        const bool isStop = result.error().code == ErrorCode::Cancelled;
        m_problems += isStop ? 0 : 1;
        say(item, isStop ? u"circle-minus"_s : u"circle-x"_s, isStop ? Tone::Neutral : Tone::Bad, errorText(result.error()));
    } else if (result->outcome.isDuplicate) {
        ++m_problems;
        say(item, u"copy"_s, Tone::Warn, tr("The same bytes are here already, as %1. Nothing was stored.").arg(result->documentNumber));
    } else {
        ++m_imported;
        const bool hasWarning = !result->outcome.warnings.isEmpty() || result->conversion || result->outcome.inspection == inspection::failed;
        m_problems += hasWarning ? 1 : 0;
        say(item, hasWarning ? u"triangle-alert"_s : u"circle-check"_s, hasWarning ? Tone::Warn : Tone::Good, wordsOf(*result));
    }
    next();
}

QString ImportQueue::wordsOf(const ImportResult &result) const
{
    const DocumentImportOutcome &outcome = result.outcome;
    QStringList words {outcome.pages > 0 ? tr("%1: %n page(s), %2 places with client information.", nullptr, outcome.pages).arg(result.documentNumber).arg(outcome.findings)
                                         : tr("%1.").arg(result.documentNumber)};
    if (result.pdfVersion > 0)
        words.append(tr("A PDF of it is version %1.").arg(result.pdfVersion));
    else if (result.conversion)
        words.append(errorText(*result.conversion));
    else if (!outcome.reason.isEmpty())
        words.append(errorText({ErrorCode::Unsupported, outcome.reason, {}, {}}));
    QStringList hidden;
    for (const QString &id : outcome.warnings) {
        if (id == "no_text"_L1)
            hidden.append(tr("no text that could be searched, as in a scan"));
        else if (id == "below_asset_level"_L1)
            hidden.append(tr("its level is below that of its data asset"));
        else
            hidden.append(factText({{u"id"_s, id}}));
    }
    if (!hidden.isEmpty())
        words.append(tr("Look out: %1.").arg(hidden.join(u"; "_s)));
    return words.join(u' ');
}

void ImportQueue::say(QTreeWidgetItem *item, const QString &iconName, Tone tone, const QString &words)
{
    item->setIcon(1, QIcon(iconPixmap(iconName, Theme::icon, (tone == Tone::Neutral ? Theme::current().text : Theme::current().tone(tone).ink))));
    item->setText(1, words);
    item->setForeground(1, tone == Tone::Neutral ? Theme::current().text : Theme::current().tone(tone).ink);
    item->setToolTip(1, words);
}

void ImportQueue::stop()
{
    for (const Waiting &waiting : std::as_const(m_waiting))
        say(waiting.item, u"circle-minus"_s, Tone::Neutral, tr("Not imported: stopped before its turn"));
    m_waiting.clear();
    if (m_job)
        m_job->requestStop();
}

void ImportQueue::showState()
{
    const int done = m_total - int(m_waiting.size()) - (isRunning() ? 1 : 0);
    m_progress->setRange(0, m_total);
    m_progress->setValue(done);
    m_progress->setVisible(isRunning());
    m_cancel->setVisible(isRunning());
    m_close->setVisible(!isRunning());
    if (isRunning())
        m_chip->setSpec({tr("%1 of %2").arg(done + 1).arg(m_total), u"loader"_s, Tone::Neutral});
    else if (m_problems > 0)
        m_chip->setSpec({tr("%1 imported, %2 to look at").arg(m_imported).arg(m_problems), u"triangle-alert"_s, Tone::Warn});
    else
        m_chip->setSpec({tr("%n imported", nullptr, m_imported), u"circle-check"_s, Tone::Good});
}

} // namespace dw
