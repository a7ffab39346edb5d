#include "ui/pages/importdialog.h"

#include "core/desk/registers/recordservice.h"
#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/base/dealwardstyle.h"
#include "ui/text/errortext.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QFile>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>

namespace dw {

using namespace Qt::StringLiterals;

ImportDialog::ImportDialog(PageContext context, const RegisterDecl &decl, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_decl(decl)
{
    const QString title = tr("Import: %1").arg(decl.title.in(context.appearance.isChinese()));
    setWindowTitle(title);
    resize(720, 480);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::cell);
    column->addWidget(makeTitleLabel(title));
    m_words = makeLabel(tr("Choose a CSV file whose first line names the fields. UTF-8, UTF-16 and GB18030 are understood. "
                           "Nothing is written before you have seen what would happen."));
    column->addWidget(m_words);
    m_problems = new QTableWidget(0, 3);
    m_problems->setHorizontalHeaderLabels({tr("Row"), tr("Field"), tr("Why it is left out")});
    m_problems->verticalHeader()->hide();
    m_problems->horizontalHeader()->setStretchLastSection(true);
    m_problems->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_problems->setShowGrid(false);
    m_problems->setAccessibleName(tr("Rows with problems"));
    m_problems->hide();
    column->addWidget(m_problems, 1);
    column->addStretch();
    auto *row = new QHBoxLayout;
    auto *pick = new QPushButton(tr("Choose a file…"));
    row->addWidget(pick);
    row->addStretch();
    auto *close = new QPushButton(tr("Close"));
    m_import = new QPushButton(tr("Import"));
    setButtonKind(m_import, ButtonKind::Primary);
    m_import->setObjectName(u"import"_s);
    m_import->setEnabled(false);
    row->addWidget(close);
    row->addWidget(m_import);
    column->addLayout(row);
    connect(pick, &QPushButton::clicked, this, &ImportDialog::choose);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, [this] { start(ImportOptions::Mode::Write, &ImportDialog::showDone); });
}

void ImportDialog::choose()
{
    const QString path = FileDialog::openFile(this, tr("Import from CSV"), {u"*.csv"_s, u"*.txt"_s});
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_words->setText(errorText(Error {ErrorCode::Io, {}, {}, {}}));
        return;
    }
    preview(file.readAll());
}

void ImportDialog::preview(const QByteArray &bytes)
{
    m_bytes = bytes;
    start(ImportOptions::Mode::DryRun, &ImportDialog::showPreview);
}

void ImportDialog::start(ImportOptions::Mode mode, Then then)
{
    m_import->setEnabled(false);
    m_words->setText(tr("Reading the file…"));
    ImportOptions options;
    options.mode = mode;
    Session &session = m_context.session;
    m_context.jobs.start<ImportReport>(std::make_shared<Job>(u"register.import"_s),
        [&session, id = m_decl.id, bytes = m_bytes, options](JobContext &job) { return session.records().importTable(id, bytes, options, job); },
        this, [this, then](Result<ImportReport> report) { (this->*then)(report); });
}

void ImportDialog::showPreview(const Result<ImportReport> &report)
{
    m_import->setEnabled(report && report->imported > 0);
    if (!report) {
        m_words->setText(errorText(report.error()));
        return;
    }
    QString words = tr("%1 of %2 rows can be imported.").arg(report->imported).arg(report->rows);
    if (!report->problems.isEmpty())
        words += u' ' + tr("%n need(s) attention and would be left out.", nullptr, int(report->problems.size()));
    if (!report->ignoredHeadings.isEmpty())
        words += u' ' + tr("These columns have no field here: %1.").arg(report->ignoredHeadings.join(u", "_s));
    m_words->setText(words);
    m_import->setText(tr("Import %n row(s)", nullptr, report->imported));
    m_problems->setVisible(!report->problems.isEmpty());
    m_problems->setRowCount(static_cast<int>(report->problems.size()));
    for (int row = 0; row < m_problems->rowCount(); ++row) {
        const ImportReport::Problem &problem = report->problems.at(row);
        const FieldDecl *field = m_decl.field(problem.field);
        m_problems->setItem(row, 0, new QTableWidgetItem(problem.row ? QString::number(problem.row) : tr("file")));
        m_problems->setItem(row, 1,
            new QTableWidgetItem(field ? field->title.in(m_context.appearance.isChinese()) : problem.field));
        m_problems->setItem(row, 2,
            new QTableWidgetItem(errorText(Error {ErrorCode::InvalidInput, problem.reason, problem.args, {}})));
    }
}

void ImportDialog::showDone(const Result<ImportReport> &report)
{
    if (!report) {
        m_words->setText(errorText(report.error()));
        return;
    }
    m_context.navigator.say(tr("Imported %1 of %2 rows.").arg(report->imported).arg(report->rows));
    accept();
}

} // namespace dw
