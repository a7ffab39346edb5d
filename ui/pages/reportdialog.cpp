#include "ui/pages/reportdialog.h"

#include "core/desk/report/reportservice.h"
#include "core/domain/measure.h"
#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "ui/base/dealwardstyle.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sentencedialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSaveFile>

namespace dw {

using namespace Qt::StringLiterals;

ReportDialog::ReportDialog(PageContext context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
{
    setWindowTitle(tr("New sealed report"));
    setMinimumWidth(480);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::gap);
    column->addWidget(makeTitleLabel(tr("New sealed report")));
    column->addWidget(makeLabel(tr("A signed PDF with its data inside. Anybody can check it with sealcheck, without the vault.")));
    const auto choice = [&](const QString &title) {
        column->addSpacing(Theme::unit);
        column->addWidget(makeLabel(title, TextSize::Small, QFont::DemiBold));
        auto *combo = new QComboBox;
        combo->setAccessibleName(title);
        column->addWidget(combo);
        return combo;
    };
    m_kind = choice(tr("Kind"));
    m_kind->addItem(tr("Periodic"), u"periodic"_s);
    m_kind->addItem(tr("Gate"), u"gate"_s);
    m_kind->addItem(tr("Incident"), u"incident"_s);
    m_kind->addItem(tr("Final"), u"final"_s);
    m_gate = choice(tr("Gate"));
    for (int order = 1; order <= 5; ++order)
        m_gate->addItem(idtext::gate(gateId(order)), gateId(order));
    m_language = choice(tr("Language of the report"));
    m_language->addItem(tr("English and Chinese"), u"both"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh"_s);
    m_outside = new QCheckBox(tr("Safe for outside: no names of people or clients"));
    column->addSpacing(Theme::unit);
    column->addWidget(m_outside);
    m_words = makeQuietLabel({});
    column->addWidget(m_words);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *close = new QPushButton(tr("Close"));
    m_make = new QPushButton(tr("Make and save…"));
    m_make->setObjectName(u"make"_s);
    setButtonKind(m_make, ButtonKind::Primary);
    row->addWidget(close);
    row->addWidget(m_make);
    column->addLayout(row);
    const auto update = [this] { m_gate->setEnabled(m_kind->currentData().toString() == "gate"_L1); };
    connect(m_kind, &QComboBox::currentIndexChanged, this, update);
    update();
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &ReportDialog::make);
}

void ReportDialog::make()
{
    ReportRequest request;
    request.kind = m_kind->currentData().toString();
    request.gate = request.kind == "gate"_L1 ? m_gate->currentData().toString() : QString();
    request.language = m_language->currentData().toString();
    request.isOutsideSafe = m_outside->isChecked();
    const QString path = FileDialog::saveFile(this, tr("Save the sealed report"), u"report.pdf"_s, u"pdf"_s);
    if (path.isEmpty())
        return;
    m_make->setEnabled(false);
    m_words->setText(tr("Collecting, drawing, sealing and checking…"));
    Session &session = m_context.session;
    m_context.jobs.start<SealedReport>(std::make_shared<Job>(u"report.make"_s),
        [&session, request](JobContext &job) { return session.report().make(request, job); }, this,
        [this, path](Result<SealedReport> made) {
            m_make->setEnabled(true);
            if (!made) {
                m_words->setText(errorText(made.error()));
                return;
            }
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(made->pdf) != made->pdf.size() || !file.commit()) {
                m_words->setText(errorText(Error {ErrorCode::Io, {}, {}, {}}));
                return;
            }
            m_context.navigator.say(tr("Report %1 sealed and saved, %2 pages.").arg(made->reportNo).arg(made->pages));
            accept();
        });
}

} // namespace dw
