#include "ui/shell/createwizard.h"

#include "core/desk/backup/syncfolder.h"
#include "core/desk/deal/dealservice.h"
#include "core/desk/registers/recordservice.h"
#include "ui/base/dealwardstyle.h"
#include "ui/text/errortext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/passphrasemeter.h"
#include "ui/widgets/recoverysheet.h"
#include "ui/widgets/secretlineedit.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QThread>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

enum Step { PlaceStep, SheetStep, DealStep, DatesStep, TeamStep, TriggersStep };

} // namespace

CreateWizard::CreateWizard(SessionOptions options, JobRunner &jobs, QWidget *parent)
    : QWidget(parent)
    , m_options(std::move(options))
    , m_jobs(jobs)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::margin);
    auto *column = new QVBoxLayout;
    m_steps = makeQuietLabel({});
    column->addWidget(m_steps);
    m_pages = new QStackedWidget;
    m_pages->addWidget(makePlacePage());
    m_pages->addWidget(makeSheetPage());
    m_pages->addWidget(makeDealPage());
    m_pages->addWidget(makeDatesPage());
    m_pages->addWidget(makeTeamPage());
    m_pages->addWidget(makeTriggersPage());
    m_pages->setFixedWidth(Theme::formWidth);
    column->addWidget(m_pages, 1);
    m_error = makeErrorLabel();
    column->addWidget(m_error);
    auto *foot = new QHBoxLayout;
    m_cancel = new QPushButton(tr("Cancel"));
    setButtonKind(m_cancel, ButtonKind::Quiet);
    m_back = new QPushButton(tr("Back"));
    m_next = new QPushButton(tr("Next"));
    m_next->setObjectName(u"next"_s);
    setButtonKind(m_next, ButtonKind::Primary);
    m_reason = makeQuietLabel({});
    foot->addWidget(m_cancel);
    foot->addWidget(m_reason, 1);
    foot->addWidget(m_back);
    foot->addWidget(m_next);
    column->addLayout(foot);
    auto *centre = new QHBoxLayout;
    centre->addStretch();
    centre->addLayout(column);
    centre->addStretch();
    outer->addLayout(centre);
    connect(m_cancel, &QPushButton::clicked, this, &CreateWizard::cancelled);
    connect(m_back, &QPushButton::clicked, this, &CreateWizard::back);
    connect(m_next, &QPushButton::clicked, this, &CreateWizard::next);
    updateState();
}

CreateWizard::~CreateWizard()
{
    m_sheet->wipe();
}

std::unique_ptr<Session> CreateWizard::takeSession()
{
    return std::move(m_session);
}

void CreateWizard::setPlace(const QString &folder)
{
    m_folder->setText(folder);
}

void CreateWizard::next()
{
    say({});
    switch (m_pages->currentIndex()) {
    case PlaceStep:
        return createVault();
    case TriggersStep:
        return createDeal();
    case SheetStep:
        m_sheet->wipe();
        break;
    default:
        break;
    }
    m_pages->setCurrentIndex(m_pages->currentIndex() + 1);
    updateState();
}

void CreateWizard::back()
{
    m_pages->setCurrentIndex(m_pages->currentIndex() - 1);
    say({});
    updateState();
}

void CreateWizard::say(const QString &error)
{
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
}

QString CreateWizard::obstacle() const
{
    switch (m_pages->currentIndex()) {
    case PlaceStep:
        if (m_vaultName->text().trimmed().isEmpty())
            return tr("The vault needs a name.");
        if (!QFileInfo(m_folder->text()).isDir())
            return tr("Choose a folder that exists.");
        if (m_owner->text().trimmed().isEmpty())
            return tr("Your account needs a name.");
        if (!m_meter->isEnough())
            return tr("The passphrase is not strong enough yet.");
        if (!m_pass->secret().equals(m_repeat->secret()))
            return tr("The two passphrases differ.");
        return {};
    case SheetStep:
        return m_kept->isChecked() ? QString() : tr("Confirm that the sheet is kept: it is shown only now.");
    case DealStep:
        return m_codeName->text().trimmed().isEmpty() ? tr("The deal needs a code name.") : QString();
    case DatesStep:
        for (const Phase &phase : m_phases) {
            for (const QLineEdit *line : {phase.from, phase.until}) {
                if (!line->text().trimmed().isEmpty() && !QDate::fromString(line->text().trimmed(), Qt::ISODate).isValid())
                    return tr("Write dates as YYYY-MM-DD.");
            }
        }
        return {};
    case TeamStep:
        if (m_company->text().trimmed().isEmpty() || m_manager->text().trimmed().isEmpty()
            || m_officer->text().trimmed().isEmpty())
            return tr("Name the company, the deal manager and the compliance officer.");
        if (m_manager->text().trimmed() == m_officer->text().trimmed())
            return tr("The compliance officer must be somebody else than the deal manager.");
        return {};
    default:
        return {};
    }
}

void CreateWizard::updateState()
{
    const int step = m_pages->currentIndex();
    m_steps->setText(tr("Step %1 of %2").arg(step + 1).arg(m_pages->count()));
    const QString words = m_busy ? QString() : obstacle();
    m_next->setEnabled(!m_busy && words.isEmpty());
    m_reason->setText(words);
    m_reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_back->setVisible(step > DealStep);
    m_cancel->setVisible(step == PlaceStep);
    m_next->setText(m_busy ? tr("Working…")
            : step == PlaceStep ? tr("Create the vault")
            : step == TriggersStep ? tr("Finish")
                                   : tr("Next"));
    const QString provider = syncfolder::providerOf(m_folder->text());
    m_syncWarning->setVisible(!provider.isEmpty());
    m_syncWarning->setText(tr("This folder is copied by a synchronisation program (%1). Two copies from different moments "
                              "do not fit together: choose a folder that stays on this computer.")
                               .arg(provider));
}

void CreateWizard::createVault()
{
    m_busy = true;
    updateState();
    auto wanted = std::make_shared<NewVault>();
    wanted->path = QDir(m_folder->text()).filePath(m_vaultName->text().trimmed());
    wanted->ownerName = m_owner->text().trimmed();
    wanted->passphrase = m_pass->copy();
    using Made = std::shared_ptr<CreatedVault>;
    QThread *here = thread();
    m_jobs.start<Made>(std::make_shared<Job>(u"vault.create"_s),
        [wanted, options = m_options, here](JobContext &) -> Result<Made> {
            DW_ASSIGN(CreatedVault made, Session::create(std::move(*wanted), options));
            made.session->changes().moveToThread(here);
            made.session->jobs().moveToThread(here);
            return std::make_shared<CreatedVault>(std::move(made));
        },
        this, [this](Result<Made> made) {
            m_busy = false;
            if (made) {
                m_session = std::move((*made)->session);
                m_sheet->setKey(m_vaultName->text().trimmed(), (*made)->recoveryKey);
                (*made)->recoveryKey.fill(u' ');
                m_pass->clear();
                m_repeat->clear();
                m_pages->setCurrentIndex(SheetStep);
            } else {
                say(errorText(made.error()));
            }
            updateState();
        });
}

Result<> CreateWizard::writeDeal()
{
    NewDeal wanted;
    wanted.deal = {{u"code_name"_s, m_codeName->text().trimmed()}, {u"structure"_s, m_structure->currentData()}};
    if (!m_purpose->text().trimmed().isEmpty())
        wanted.deal.insert(u"purpose"_s, m_purpose->text().trimmed());
    for (auto it = m_triggers.begin(); it != m_triggers.end(); ++it)
        wanted.deal.insert(it.key(), it.value()->isChecked());
    for (const Phase &phase : m_phases)
        wanted.phases.append({QDate::fromString(phase.from->text().trimmed(), Qt::ISODate),
            QDate::fromString(phase.until->text().trimmed(), Qt::ISODate)});
    DW_TRY(m_session->deal().create(wanted));
    RecordService &records = m_session->records();
    DW_ASSIGN(const RecordId company,
        records.add(u"organisation"_s, {{u"name"_s, m_company->text().trimmed()}, {u"deal_role"_s, u"own"_s}}));
    const auto addPerson = [&](const QLineEdit *line) -> Result<RecordId> {
        return records.add(u"person"_s,
            {{u"name"_s, line->text().trimmed()}, {u"organisation"_s, company.toString()}, {u"employment"_s, u"employee"_s},
                {u"clearance"_s, 4}, {u"in_deal_team"_s, true}});
    };
    DW_ASSIGN(const RecordId manager, addPerson(m_manager));
    DW_ASSIGN(const RecordId officer, addPerson(m_officer));
    return m_session->deal().set(
        0, {{u"deal_manager"_s, manager.toString()}, {u"compliance_officer"_s, officer.toString()}});
}

void CreateWizard::createDeal()
{
    const auto known = m_session->deal().codeName();
    const Result<> done = known && !known->isEmpty() ? Result<>() : writeDeal();
    if (!done)
        return say(errorText(done.error()));
    emit finished();
}

} // namespace dw
