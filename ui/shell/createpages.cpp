// The six pages of CreateWizard.
#include "ui/base/dealwardstyle.h"
#include "ui/shell/createwizard.h"
#include "ui/text/idtext.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/passphrasemeter.h"
#include "ui/widgets/recoverysheet.h"
#include "ui/widgets/secretlineedit.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// A label with what is asked below it.
QVBoxLayout *addBlock(QVBoxLayout *column, const QString &title)
{
    auto *block = new QVBoxLayout;
    block->setSpacing(Theme::unit);
    block->addWidget(makeLabel(title, TextSize::Small, QFont::DemiBold));
    column->addLayout(block);
    return block;
}

QLineEdit *addLine(QVBoxLayout *column, const QString &title, const QString &help = {})
{
    QVBoxLayout *block = addBlock(column, title);
    auto *line = new QLineEdit;
    line->setAccessibleName(title);
    block->addWidget(line);
    if (!help.isEmpty())
        block->addWidget(makeQuietLabel(help));
    return line;
}

QWidget *makeBody()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::padding);
    return body;
}

} // namespace

QWidget *CreateWizard::frame(const QString &title, const QString &sentence, QWidget *body)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, Theme::unit, 0, 0);
    column->setSpacing(Theme::gap);
    column->addWidget(makeTitleLabel(title));
    column->addWidget(makeQuietLabel(sentence, TextSize::Body));
    column->addSpacing(Theme::gap);
    column->addWidget(body);
    column->addStretch();
    return page;
}

QWidget *CreateWizard::makePlacePage()
{
    QWidget *body = makeBody();
    auto *column = static_cast<QVBoxLayout *>(body->layout());
    m_vaultName = addLine(column, tr("Name of the vault"), tr("A word that does not hint at the parties; others may see it as a folder name."));
    m_vaultName->setObjectName(u"vault_name"_s);
    auto *pick = new QPushButton(tr("Choose…"));
    m_folder = new QLineEdit;
    m_folder->setAccessibleName(tr("Folder"));
    m_folder->setObjectName(u"folder"_s);
    m_folder->setText(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    auto *place = new QHBoxLayout;
    place->setSpacing(Theme::gap);
    place->addWidget(m_folder, 1);
    place->addWidget(pick);
    addBlock(column, tr("Folder"))->addLayout(place);
    m_syncWarning = makeErrorLabel();
    column->addWidget(m_syncWarning);
    m_owner = addLine(column, tr("Your account name"), tr("Typed at every unlock. You become the owner of the vault."));
    m_owner->setObjectName(u"owner"_s);
    QVBoxLayout *secret = addBlock(column, tr("Passphrase"));
    m_pass = new SecretLineEdit(tr("Passphrase"));
    m_pass->setObjectName(u"passphrase"_s);
    secret->addWidget(m_pass);
    secret->addSpacing(Theme::unit);
    m_meter = new PassphraseMeter;
    secret->addWidget(m_meter);
    m_repeat = new SecretLineEdit(tr("Passphrase again"));
    m_repeat->setObjectName(u"repeat"_s);
    addBlock(column, tr("Passphrase again"))->addWidget(m_repeat);
    connect(pick, &QPushButton::clicked, this, [this] {
        if (const QString path = FileDialog::openFolder(this, tr("Where the vault is to be")); !path.isEmpty())
            m_folder->setText(path);
    });
    for (QLineEdit *line : {m_vaultName, m_folder, m_owner})
        connect(line, &QLineEdit::textChanged, this, &CreateWizard::updateState);
    connect(m_pass, &SecretLineEdit::changed, this, [this] {
        m_meter->judge(m_pass->secret());
        updateState();
    });
    connect(m_repeat, &SecretLineEdit::changed, this, &CreateWizard::updateState);
    return frame(tr("A new vault"), tr("One vault holds one deal, encrypted on this computer. Nobody can recover it without a "
                                       "passphrase or the recovery sheet."), body);
}

QWidget *CreateWizard::makeSheetPage()
{
    QWidget *body = makeBody();
    m_sheet = new RecoverySheet;
    body->layout()->addWidget(m_sheet);
    auto *print = new QPushButton(tr("Print…"));
    static_cast<QVBoxLayout *>(body->layout())->addWidget(print, 0, Qt::AlignLeft);
    m_kept = new QCheckBox(tr("I have printed this sheet or copied it by hand, and keep it apart from this computer"));
    m_kept->setObjectName(u"kept"_s);
    body->layout()->addWidget(m_kept);
    connect(print, &QPushButton::clicked, m_sheet, &RecoverySheet::print);
    connect(m_kept, &QCheckBox::toggled, this, &CreateWizard::updateState);
    return frame(tr("The recovery sheet"), tr("It opens the vault when every passphrase is lost. It is shown only now, and it is "
                                              "stored nowhere."), body);
}

QWidget *CreateWizard::makeDealPage()
{
    QWidget *body = makeBody();
    auto *column = static_cast<QVBoxLayout *>(body->layout());
    m_codeName = addLine(column, tr("Code name"), tr("Shown everywhere instead of the true name; it must not hint at the parties."));
    m_codeName->setObjectName(u"code_name"_s);
    m_structure = new QComboBox;
    m_structure->setAccessibleName(tr("Structure"));
    m_structure->addItem(tr("Share transfer"), u"share"_s);
    m_structure->addItem(tr("Asset deal"), u"asset"_s);
    m_structure->addItem(tr("Merger or division"), u"merger"_s);
    m_structure->addItem(tr("Capital increase"), u"capital_increase"_s);
    addBlock(column, tr("Structure"))->addWidget(m_structure);
    m_purpose = addLine(column, tr("Purpose"), tr("Why the shares or assets are transferred. It can be filled in later."));
    m_purpose->setObjectName(u"purpose"_s);
    connect(m_codeName, &QLineEdit::textChanged, this, &CreateWizard::updateState);
    return frame(tr("The deal"), tr("Two answers now; the rest whenever it is known."), body);
}

QWidget *CreateWizard::makeDatesPage()
{
    QWidget *body = makeBody();
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::cell);
    grid->setVerticalSpacing(Theme::gap);
    grid->addWidget(makeQuietLabel(tr("Phase")), 0, 0);
    grid->addWidget(makeQuietLabel(tr("From")), 0, 1);
    grid->addWidget(makeQuietLabel(tr("Until")), 0, 2);
    const QStringList ids {u"prepare"_s, u"negotiate"_s, u"documents"_s, u"closing"_s, u"post"_s};
    QDate start = QDate::currentDate();
    for (int i = 0; i < ids.size(); ++i) {
        Phase phase {new QLineEdit, new QLineEdit};
        const QDate end = start.addDays(i == 4 ? 90 : 28);
        phase.from->setText(start.toString(Qt::ISODate));
        phase.until->setText(end.toString(Qt::ISODate));
        start = end.addDays(1);
        const QString name = idtext::phase(ids.at(i));
        phase.from->setAccessibleName(tr("%1: from").arg(name));
        phase.until->setAccessibleName(tr("%1: until").arg(name));
        grid->addWidget(makeLabel(name), i + 1, 0);
        grid->addWidget(phase.from, i + 1, 1);
        grid->addWidget(phase.until, i + 1, 2);
        connect(phase.from, &QLineEdit::textChanged, this, &CreateWizard::updateState);
        connect(phase.until, &QLineEdit::textChanged, this, &CreateWizard::updateState);
        m_phases.append(phase);
    }
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    static_cast<QVBoxLayout *>(body->layout())->addLayout(grid);
    return frame(tr("Five phases"), tr("A plan, not a promise: the dates can move. Each phase is left by a gate."), body);
}

QWidget *CreateWizard::makeTeamPage()
{
    QWidget *body = makeBody();
    auto *column = static_cast<QVBoxLayout *>(body->layout());
    m_company = addLine(column, tr("Company whose clients are protected"));
    m_company->setObjectName(u"company"_s);
    m_manager = addLine(column, tr("Deal manager"));
    m_manager->setObjectName(u"deal_manager"_s);
    m_officer = addLine(column, tr("Compliance officer"),
        tr("Signs gates and exceptions; must be somebody else. Their own account is added in Settings."));
    m_officer->setObjectName(u"compliance_officer"_s);
    for (QLineEdit *line : {m_company, m_manager, m_officer})
        connect(line, &QLineEdit::textChanged, this, &CreateWizard::updateState);
    return frame(tr("The team"), tr("Two people carry the deal. Everybody else is added on the page People and access."), body);
}

QWidget *CreateWizard::makeTriggersPage()
{
    QWidget *body = makeBody();
    const auto add = [&](const QString &field, const QString &title, const QString &help) {
        auto *block = new QVBoxLayout;
        block->setSpacing(2);
        auto *check = new QCheckBox(title);
        check->setObjectName(field);
        block->addWidget(check);
        QLabel *remark = makeQuietLabel(help);
        remark->setContentsMargins(Theme::margin, 0, 0, 0);
        block->addWidget(remark);
        static_cast<QVBoxLayout *>(body->layout())->addLayout(block);
        m_triggers.insert(field, check);
    };
    add(u"listed_company"_s, tr("A listed company is involved"), tr("Insider lists and disclosure duties apply."));
    add(u"cross_border"_s, tr("Data crosses a border"), tr("PIPL 38-39: an opinion of counsel is needed before such a release."));
    add(u"competitor_buyer"_s, tr("A bidder is a competitor"), tr("Competitively sensitive data goes only to a clean team."));
    add(u"sensitive_pi"_s, tr("Sensitive personal information is involved"), tr("PIPL 28: such data is level 3 at least."));
    auto *note = makeQuietLabel(tr("An asset deal, the fifth trigger, follows from the structure you chose."));
    body->layout()->addWidget(note);
    return frame(tr("Five triggers"), tr("They switch measures and legal defaults on. Change them later on the page Deal."), body);
}

} // namespace dw
