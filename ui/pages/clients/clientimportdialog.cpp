#include "ui/pages/clients/clientimportdialog.h"

#include "core/session/session.h"
#include "ui/base/dealwardstyle.h"
#include "ui/text/clienttext.h"
#include "ui/text/errortext.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = qint64 {512} << 20;

QTableWidget *makeTable(const QStringList &headings, const QString &accessibleName)
{
    auto *table = new QTableWidget(0, static_cast<int>(headings.size()));
    table->setHorizontalHeaderLabels(headings);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(Theme::rowHeight(Density::Comfortable));
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setFont(Theme::font(TextSize::Small, QFont::DemiBold));
    table->horizontalHeader()->setHighlightSections(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setAccessibleName(accessibleName);
    return table;
}

void fitFirstColumn(QTableWidget *table)
{
    table->resizeColumnToContents(0);
    table->setColumnWidth(0, qMin(220, table->columnWidth(0) + Theme::padding));
}

/// The first filled cells of a column, to recognise it by.
QString samplesOf(const TableBatch &sample, int column, bool hasHeader)
{
    QStringList cells;
    for (qsizetype row = hasHeader ? 1 : 0; row < sample.rowCount() && cells.size() < 3; ++row) {
        const QString text = sample.text(row, column).simplified();
        if (!text.isEmpty())
            cells.append(text.left(40));
    }
    return cells.join(u"  ·  "_s);
}

} // namespace

ClientImportDialog::ClientImportDialog(PageContext context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
{
    setWindowTitle(tr("Import a client list"));
    resize(980, 620);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::cell);
    m_title = makeTitleLabel(tr("Import a client list"));
    column->addWidget(m_title);
    m_words = makeLabel({});
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    m_error = makeErrorLabel();
    m_error->setWordWrap(true);
    column->addWidget(m_error);
    m_steps = new QStackedWidget;
    m_steps->addWidget(new QWidget);
    m_steps->addWidget(makeMapStep());
    m_steps->addWidget(makePreviewStep());
    column->addWidget(m_steps, 1);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    column->addWidget(m_progress);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::gap);
    m_back = new QPushButton(tr("Back"));
    m_undo = new QPushButton(tr("Undo this import"));
    auto *close = new QPushButton(tr("Close"));
    m_next = new QPushButton;
    m_next->setObjectName(u"next"_s);
    setButtonKind(m_next, ButtonKind::Primary);
    m_next->setDefault(true);
    row->addWidget(m_back);
    row->addWidget(m_undo);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_next);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &ClientImportDialog::next);
    connect(m_undo, &QPushButton::clicked, this, &ClientImportDialog::undo);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(step() == Preview ? Map : Choose); });
    goTo(Choose);
}

ClientImportDialog::~ClientImportDialog()
{
    if (m_job)
        m_job->requestStop();
}

QWidget *ClientImportDialog::makeMapStep()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::gap);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::gap);
    const auto add = [&](const QString &label) {
        auto *box = new QComboBox;
        box->setAccessibleName(label);
        auto *cell = new QVBoxLayout;
        cell->setSpacing(Theme::unit);
        cell->setContentsMargins(0, 0, 0, 0);
        cell->addWidget(makeQuietLabel(label));
        cell->addWidget(box);
        auto *block = new QWidget;
        block->setLayout(cell);
        row->addWidget(block, 1);
        return box;
    };
    m_asset = add(tr("Data asset"));
    m_encoding = add(tr("Encoding"));
    m_sheet = add(tr("Sheet"));
    column->addLayout(row);
    m_columns = makeTable({tr("Column"), tr("Meaning"), tr("Why"), tr("Level"), tr("First cells")}, tr("Columns of the list"));
    m_columns->setObjectName(u"columns"_s);
    column->addWidget(m_columns, 1);
    connect(m_encoding, &QComboBox::activated, this, &ClientImportDialog::read);
    connect(m_sheet, &QComboBox::activated, this, &ClientImportDialog::read);
    return page;
}

QWidget *ClientImportDialog::makePreviewStep()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::gap);
    m_levels = makeLabel({});
    m_levels->setWordWrap(true);
    column->addWidget(m_levels);
    m_problems = makeTable({tr("Effect"), tr("What and where")}, tr("Rows that need attention"));
    column->addWidget(m_problems, 1);
    return page;
}

ClientImportDialog::Step ClientImportDialog::step() const
{
    const int index = m_steps->currentIndex();
    return index == Preview && !m_outcome.import.isNull() ? Done : static_cast<Step>(index);
}

void ClientImportDialog::goTo(Step step)
{
    m_steps->setCurrentIndex(step == Done ? int(Preview) : int(step));
    m_error->setText({});
    m_error->hide();
    m_back->setVisible(step == Map || step == Preview);
    m_undo->setVisible(step == Done);
    m_next->setEnabled(true);
    switch (step) {
    case Choose:
        m_words->setText(tr("Choose a CSV or an XLSX file. UTF-8, UTF-16 and GB18030 (GBK) are recognised. The file itself is not kept, "
                            "and nothing is written before you have seen what would happen."));
        m_next->setText(tr("Choose a file…"));
        break;
    case Map:
        m_next->setText(tr("Check all rows"));
        break;
    case Preview:
        m_next->setText(tr("Import %n row(s)", nullptr, int(m_outcome.imported)));
        m_next->setEnabled(m_outcome.imported > 0);
        break;
    case Done:
        m_next->setText(tr("Finish"));
        break;
    }
    emit stepChanged();
}

void ClientImportDialog::showError(const Error &error)
{
    m_error->setText(errorText(error));
    m_error->show();
}

void ClientImportDialog::next()
{
    switch (step()) {
    case Choose:
        return choose();
    case Map:
        return check();
    case Preview:
        return import();
    case Done:
        return accept();
    }
}

void ClientImportDialog::choose()
{
    const QString path = FileDialog::openFile(this, tr("Choose a client list"), {u"*.csv"_s, u"*.txt"_s, u"*.tsv"_s, u"*.xlsx"_s});
    if (!path.isEmpty())
        openFile(path);
}

void ClientImportDialog::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return showError({ErrorCode::Io, u"file.unreadable"_s, {QFileInfo(path).fileName()}, {}});
    if (file.size() > largestFile)
        return showError({ErrorCode::LimitExceeded, u"file.too_large"_s, {QFileInfo(path).fileName()}, {}});
    m_file = file.readAll();
    m_fileName = path;
    m_encoding->clear();
    m_sheet->clear();
    read();
}

/// Opens the file in the worker, with what was chosen for encoding and sheet.
void ClientImportDialog::read()
{
    TableOptions options;
    options.encoding = m_encoding->currentData().toString();
    options.sheet = m_sheet->currentIndex();
    ClientService *const clients = &m_context.session.clients();
    const auto list = std::make_shared<std::shared_ptr<ListImport>>();
    run(
        u"clients.open"_s,
        [clients, list, options, file = m_file, name = m_fileName](JobContext &job) -> Result<ImportOutcome> {
            DW_ASSIGN(*list, ListImport::open(*clients, file, name, options, job));
            return ImportOutcome();
        },
        [this, list] {
            m_list = *list;
            m_outcome = {};
            showMapping();
        });
}

void ClientImportDialog::showMapping()
{
    const TableInfo &info = m_list->info();
    if (m_encoding->count() == 0) {
        for (const QString &id : {QString(), u"utf-8"_s, u"gb18030"_s, u"utf-16le"_s, u"utf-16be"_s, u"big5"_s, u"windows-1252"_s})
            m_encoding->addItem(id.isEmpty() ? clienttext::encoding(info.encoding, info.encodingEvidence) : id.toUpper(), id);
        m_encoding->setEnabled(info.format == "csv"_L1);
        for (int sheet = 0; sheet < info.sheets.size(); ++sheet)
            m_sheet->addItem(info.hiddenSheets.contains(sheet) ? tr("%1 (hidden)").arg(info.sheets[sheet]) : info.sheets[sheet]);
        m_sheet->setCurrentIndex(info.sheet);
        m_sheet->setEnabled(info.sheets.size() > 1);
        m_sheet->parentWidget()->setVisible(!info.sheets.isEmpty());
        m_asset->clear();
        if (const auto assets = m_context.session.clients().assets()) {
            for (const Record &asset : *assets) {
                if (asset.state != "retired"_L1)
                    m_asset->addItem(asset.text(u"name"_s), asset.id.toString());
            }
        }
        m_asset->addItem(tr("New data asset: %1").arg(tr("Client list")), QString());
    }
    const ClientMapping &mapping = m_list->mapping();
    m_columns->setRowCount(static_cast<int>(mapping.columns.size()));
    for (int column = 0; column < mapping.columns.size(); ++column) {
        const QString heading = mapping.columns[column].heading;
        m_columns->setItem(column, 0, new QTableWidgetItem(heading.isEmpty() ? tr("Column %1").arg(column + 1) : heading));
        auto *role = new QComboBox;
        for (const ClientRole candidate : allClientRoles())
            role->addItem(clienttext::role(clientRoleId(candidate)), clientRoleId(candidate));
        role->setCurrentIndex(role->findData(clientRoleId(mapping.columns[column].role)));
        role->setAccessibleName(tr("Meaning of %1").arg(heading));
        m_columns->setCellWidget(column, 1, role);
        const ClientMapping::Column &proposed = mapping.columns[column];
        const QString why = clienttext::columnEvidence(proposed.evidence, proposed.found, proposed.foundCells, proposed.filledCells);
        m_columns->setItem(column, 2, new QTableWidgetItem(why));
        m_columns->item(column, 2)->setToolTip(why);
        m_columns->setItem(column, 3, new QTableWidgetItem(proposed.level > 0 ? levelChip(proposed.level).text : QString()));
        m_columns->setItem(column, 4, new QTableWidgetItem(samplesOf(m_list->sample(), column, mapping.hasHeader)));
    }
    fitFirstColumn(m_columns);
    m_columns->setColumnWidth(1, 180);
    m_columns->setColumnWidth(2, 220);
    m_columns->setColumnWidth(3, 110);
    m_words->setText(tr("%1: what does each column mean? What is proposed comes from headings and contents, or from your last import of such a list.")
                         .arg(QFileInfo(m_fileName).fileName()));
    goTo(Map);
}

void ClientImportDialog::takeMapping()
{
    ClientMapping mapping = m_list->mapping();
    for (int column = 0; column < mapping.columns.size(); ++column) {
        const auto *role = qobject_cast<QComboBox *>(m_columns->cellWidget(column, 1));
        if (!role)
            continue;
        const ClientRole chosen = clientRoleFromId(role->currentData().toString()).value_or(ClientRole::Keep);
        if (chosen != mapping.columns[column].role)
            mapping.columns[column].evidence = u"chosen"_s;
        mapping.columns[column].role = chosen;
    }
    m_list->setMapping(mapping);
}

Result<RecordId> ClientImportDialog::chosenAsset()
{
    const QString id = m_asset->currentData().toString();
    if (!id.isEmpty())
        return RecordId::fromText(id);
    DW_ASSIGN(const RecordId made, m_context.session.clients().assetForImport(tr("Client list")));
    m_asset->setItemData(m_asset->currentIndex(), made.toString());
    return made;
}

void ClientImportDialog::check()
{
    takeMapping();
    if (const auto good = checkMapping(m_list->mapping()); !good)
        return showError(good.error());
    m_list->setAsset(RecordId::fromText(m_asset->currentData().toString()));
    const auto outcome = std::make_shared<ImportOutcome>();
    run(
        u"clients.check"_s, [list = m_list](JobContext &job) { return list->dryRun(job); },
        [this] {
            showOutcome();
            goTo(Preview);
        });
}

void ClientImportDialog::import()
{
    const auto asset = chosenAsset();
    if (!asset)
        return showError(asset.error());
    m_list->setAsset(*asset);
    run(
        u"clients.import"_s, [list = m_list](JobContext &job) { return list->run(job); },
        [this] {
            showOutcome();
            goTo(Done);
        });
}

void ClientImportDialog::undo()
{
    if (const auto undone = m_context.session.clients().undoImport(m_outcome.import); !undone)
        return showError(undone.error());
    m_context.navigator.say(tr("The import was taken back."));
    reject();
}

void ClientImportDialog::showOutcome()
{
    const qint64 attention = m_outcome.rejected + m_outcome.warned;
    m_words->setText(m_outcome.import.isNull() ? clienttext::dryOutcome(m_outcome.imported, m_outcome.rows, attention)
                                               : clienttext::outcome(m_outcome.imported, m_outcome.rows, attention));
    QStringList levels;
    for (int level = 1; level <= 4; ++level) {
        if (const qint64 rows = m_outcome.perLevel.at(static_cast<std::size_t>(level)); rows > 0)
            levels.append(tr("%1: %2").arg(levelChip(level).text, locale().toString(rows)));
    }
    m_levels->setVisible(!levels.isEmpty());
    m_levels->setText(tr("Kept at %1. Proposed level: %2, because: %3.")
                          .arg(levels.join(tr(", ")), levelChip(m_outcome.proposal.level).text, clienttext::levelReasons(m_outcome.proposal.reasons)));
    m_problems->setRowCount(static_cast<int>(m_outcome.problems.size()));
    for (int row = 0; row < m_problems->rowCount(); ++row) {
        const RowProblem &problem = m_outcome.problems[row];
        const bool isError = problem.severity == RowProblem::Severity::Error;
        m_problems->setItem(row, 0, new QTableWidgetItem(isError ? tr("Left out") : tr("Imported")));
        const QString heading = m_list->mapping().columns.value(problem.column).heading;
        m_problems->setItem(row, 1, new QTableWidgetItem(clienttext::rowProblem(problem.row, heading, problem.reason, problem.args)));
    }
    fitFirstColumn(m_problems);
}

/// Runs `work` in a job with progress; a failure is shown where the person is.
void ClientImportDialog::run(const QString &kind, Work work, std::function<void()> then)
{
    m_next->setEnabled(false);
    m_progress->setRange(0, 0);
    m_progress->show();
    m_job = std::make_shared<Job>(kind);
    connect(m_job.get(), &Job::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setRange(0, static_cast<int>(total));
        m_progress->setValue(static_cast<int>(done));
    });
    m_context.jobs.start<ImportOutcome>(m_job, std::move(work), this, [this, then = std::move(then)](Result<ImportOutcome> result) {
        m_progress->hide();
        m_next->setEnabled(true);
        m_job.reset();
        if (!result)
            return showError(result.error());
        m_outcome = *result;
        then();
    });
}

} // namespace dw
