#include "ui/pages/documents/foldersearchwindow.h"

#include "core/desk/documents/documentservice.h"
#include "core/session/session.h"
#include "ui/text/errortext.h"
#include "ui/text/findingtext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QMetaObject>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// "12 Phone, 3 E-mail": the most frequent first.
QString countsText(const QHash<QString, int> &counts)
{
    QList<std::pair<int, QString>> order;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        order.append({it.value(), idtext::findingKind(it.key())});
    std::sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    QStringList words;
    for (const auto &[count, kind] : std::as_const(order))
        words.append(FolderSearchWindow::tr("%1 × %2").arg(count).arg(kind));
    return words.join(FolderSearchWindow::tr(", "));
}

QString stateText(const SearchedFolderFile &file)
{
    if (!file.markings.isEmpty())
        return FolderSearchWindow::tr("State-secret marking (%1): ask counsel").arg(file.markings.join(u' '));
    if (file.isComplete)
        return FolderSearchWindow::tr("Searched completely");
    QStringList reasons;
    for (const SearchGap &gap : file.gaps.mid(0, 3))
        reasons.append(findingtext::gap(gap.reason, gap.args));
    const QString words = file.isRead ? FolderSearchWindow::tr("Searched in part: %1") : FolderSearchWindow::tr("Could not be read: %1");
    return words.arg(reasons.join(u' '));
}

} // namespace

FolderSearchWindow::FolderSearchWindow(PageContext context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
{
    setWindowTitle(tr("Search a folder"));
    resize(980, 640);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::cell);
    column->addWidget(makeTitleLabel(tr("Search a folder")));
    m_words = makeLabel({});
    m_words->setObjectName(u"words"_s);
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    m_error = makeErrorLabel();
    m_error->setWordWrap(true);
    column->addWidget(m_error);
    m_files = new QTableWidget(0, 4);
    m_files->setObjectName(u"files"_s);
    m_files->setAccessibleName(tr("Files of the folder"));
    m_files->setHorizontalHeaderLabels({tr("File"), tr("Findings"), tr("By type"), tr("Search")});
    m_files->verticalHeader()->hide();
    m_files->verticalHeader()->setDefaultSectionSize(Theme::rowHeight(Density::Compact));
    m_files->horizontalHeader()->setStretchLastSection(true);
    m_files->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_files->setColumnWidth(0, 280);
    m_files->setColumnWidth(1, 80);
    m_files->setColumnWidth(2, 280);
    m_files->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_files->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_files->setShowGrid(false);
    m_files->setWordWrap(false);
    column->addWidget(m_files, 1);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    column->addWidget(m_progress);
    auto *row = new QHBoxLayout;
    row->addStretch();
    m_stop = new QPushButton(tr("Stop"));
    m_stop->setObjectName(u"stop"_s);
    m_stop->hide();
    row->addWidget(m_stop);
    auto *close = new QPushButton(tr("Close"));
    row->addWidget(close);
    column->addLayout(row);
    connect(m_stop, &QPushButton::clicked, this, &FolderSearchWindow::stop);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void FolderSearchWindow::stop()
{
    if (m_job)
        m_job->requestStop();
}

void FolderSearchWindow::addFile(const SearchedFolderFile &file)
{
    const int row = m_files->rowCount();
    m_files->insertRow(row);
    const QString texts[] = {file.name.isEmpty() ? tr("(not cleared)") : file.name, QString::number(file.findings), countsText(file.counts), stateText(file)};
    for (int i = 0; i < 4; ++i) {
        auto *item = new QTableWidgetItem(texts[i]);
        item->setToolTip(texts[i]);
        m_files->setItem(row, i, item);
    }
    if (!file.isComplete || !file.markings.isEmpty())
        m_files->item(row, 3)->setForeground(Theme::current().tone(file.isRead && file.markings.isEmpty() ? Tone::Warn : Tone::Bad).ink);
    m_incomplete += file.isComplete ? 0 : 1;
    m_findings += file.findings;
    sumUp();
}

void FolderSearchWindow::sumUp()
{
    QString words = tr("%n file(s) searched", nullptr, m_files->rowCount()) + u", "_s + tr("%n finding(s).", nullptr, m_findings);
    if (m_incomplete > 0)
        words += u' ' + tr("%n file(s) could not be searched completely: about those parts nothing is known.", nullptr, m_incomplete);
    m_words->setText(words + u' ' + tr("The files stay where they are; what was found is kept in the vault alone."));
}

void FolderSearchWindow::showEarlier(const RecordId &search)
{
    const auto files = m_context.session.documents().folders().files(search);
    if (!files) {
        m_error->setText(errorText(files.error()));
        m_error->show();
        return;
    }
    for (const SearchedFolderFile &file : *files)
        addFile(file);
    sumUp();
}

void FolderSearchWindow::search(const QString &folder)
{
    m_job = std::make_shared<Job>(u"folder.search"_s);
    m_progress->setRange(0, 0);
    m_progress->show();
    m_stop->show();
    sumUp();
    connect(m_job.get(), &Job::progressed, this, [this](qint64 at, qint64 total) {
        m_progress->setRange(0, int(total));
        m_progress->setValue(int(at));
    });
    DocumentService &service = m_context.session.documents();
    const QPointer<FolderSearchWindow> guard(this);
    JobRunner *runner = &m_context.jobs;
    // From the job's thread to this one; the runner outlives every job.
    const auto onFile = [guard, runner](const SearchedFolderFile &file) {
        QMetaObject::invokeMethod(runner, [guard, file] {
            if (guard)
                guard->addFile(file);
        }, Qt::QueuedConnection);
    };
    m_context.jobs.start<FolderSearchResult>(m_job, [&service, folder, onFile](JobContext &job) { return service.folders().run(folder, job, onFile); }, this,
        [this](Result<FolderSearchResult> result) { done(result); });
}

void FolderSearchWindow::done(const Result<FolderSearchResult> &result)
{
    m_job.reset();
    m_progress->hide();
    m_stop->hide();
    if (!result) {
        m_error->setText(errorText(result.error()));
        m_error->show();
    } else if (result->isStopped) {
        m_error->setText(tr("The search was stopped. What was searched until then is kept; the other files were not searched."));
        m_error->show();
    }
    emit finished();
}

} // namespace dw
