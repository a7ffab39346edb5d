#include "ui/pages/accountdialog.h"

#include "core/desk/accounts/accountservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/base/dealwardstyle.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/passphrasemeter.h"
#include "ui/widgets/secretlineedit.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDate>
#include <QLineEdit>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

AccountDialog::AccountDialog(PageContext context, Mode mode, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_mode(mode)
{
    setMinimumWidth(460);
    build();
    updateState();
}

void AccountDialog::build()
{
    const bool adds = m_mode == Mode::Add;
    const QString title = adds ? tr("New account") : tr("Change the passphrase");
    setWindowTitle(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::unit);
    column->addWidget(makeTitleLabel(title));
    column->addSpacing(Theme::gap);
    const auto add = [column](const QString &words, QWidget *control) {
        column->addWidget(makeLabel(words, TextSize::Small, QFont::DemiBold));
        control->setAccessibleName(words);
        column->addWidget(control);
        column->addSpacing(Theme::gap);
    };
    m_name = new QLineEdit;
    m_name->setObjectName(u"account_name"_s);
    m_role = new QComboBox;
    m_clearance = new QComboBox;
    m_clearance->setObjectName(u"clearance"_s);
    m_person = new QComboBox;
    m_until = new QLineEdit;
    m_present = new SecretLineEdit(tr("Present passphrase"));
    if (adds) {
        add(tr("Account name"), m_name);
        for (const QString &id : allRoleIds())
            m_role->addItem(idtext::role(id), id);
        m_role->setCurrentIndex(m_role->findData(u"compliance_officer"_s));
        add(tr("Role"), m_role);
        for (int level = 2; level <= 4; ++level)
            m_clearance->addItem(u"%1 %2"_s.arg(level).arg(idtext::level(level)), level);
        add(tr("Reads up to level"), m_clearance);
        m_person->addItem(QString(), QString());
        if (const auto people = m_context.session.records().labels(u"person"_s, m_context.appearance.language())) {
            for (auto it = people->begin(); it != people->end(); ++it)
                m_person->addItem(it.value(), it.key());
        }
        add(tr("Who it is"), m_person);
        m_until->setPlaceholderText(tr("YYYY-MM-DD; auditors must have an end"));
        add(tr("Valid until"), m_until);
    } else {
        m_name->setParent(this);
        m_name->hide();
        for (QWidget *unused : std::initializer_list<QWidget *> {m_role, m_clearance, m_person, m_until}) {
            unused->setParent(this);
            unused->hide();
        }
        add(tr("Present passphrase"), m_present);
    }
    m_pass = new SecretLineEdit(tr("New passphrase"));
    m_pass->setObjectName(u"passphrase"_s);
    add(adds ? tr("First passphrase") : tr("New passphrase"), m_pass);
    m_meter = new PassphraseMeter;
    column->addWidget(m_meter);
    column->addSpacing(Theme::gap);
    m_repeat = new SecretLineEdit(tr("Passphrase again"));
    m_repeat->setObjectName(u"repeat"_s);
    add(tr("Passphrase again"), m_repeat);
    m_error = makeErrorLabel();
    column->addWidget(m_error);
    auto *row = new QHBoxLayout;
    m_reason = makeQuietLabel({});
    row->addWidget(m_reason, 1);
    auto *cancel = new QPushButton(tr("Cancel"));
    m_save = new QPushButton(adds ? tr("Add the account") : tr("Change it"));
    m_save->setObjectName(u"save"_s);
    setButtonKind(m_save, ButtonKind::Primary);
    row->addWidget(cancel);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(m_name, &QLineEdit::textChanged, this, &AccountDialog::updateState);
    connect(m_pass, &SecretLineEdit::changed, this, [this] {
        m_meter->judge(m_pass->secret());
        updateState();
    });
    connect(m_present, &SecretLineEdit::changed, this, &AccountDialog::updateState);
    connect(m_repeat, &SecretLineEdit::changed, this, &AccountDialog::updateState);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::save);
    if (m_mode == Mode::Add)
        m_present->hide();
}

void AccountDialog::updateState()
{
    QString obstacle;
    if (m_mode == Mode::Add && m_name->text().trimmed().isEmpty())
        obstacle = tr("The account needs a name.");
    else if (m_mode == Mode::ChangePassphrase && m_present->isEmpty())
        obstacle = tr("Type the present passphrase.");
    else if (!m_meter->isEnough())
        obstacle = tr("The passphrase is not strong enough yet.");
    else if (!m_pass->secret().equals(m_repeat->secret()))
        obstacle = tr("The two passphrases differ.");
    m_save->setEnabled(obstacle.isEmpty());
    m_reason->setText(obstacle);
}

void AccountDialog::save()
{
    // The key derivation takes about a second; the dialog waits visibly and is modal anyway.
    m_save->setEnabled(false);
    m_reason->setText(tr("Working…"));
    Session &session = m_context.session;
    auto wanted = std::make_shared<Credentials>();
    auto present = std::make_shared<Credentials>();
    wanted->passphrase = m_pass->take();
    wanted->accountName = m_mode == Mode::Add ? m_name->text().trimmed() : session.actor().name;
    present->accountName = session.actor().name;
    present->passphrase = m_present->take();
    m_repeat->clear();
    AccountTerms terms;
    roleFromId(m_role->currentData().toString(), &terms.role);
    terms.clearance = qMax(2, m_clearance->currentData().toInt());
    terms.person = PersonId::fromText(m_person->currentData().toString());
    if (const QDate until = QDate::fromString(m_until->text().trimmed(), Qt::ISODate); until.isValid())
        terms.validUntil = until.endOfDay().toMSecsSinceEpoch();
    const bool adds = m_mode == Mode::Add;
    m_context.jobs.start<bool>(std::make_shared<Job>(u"account.passphrase"_s),
        [&session, wanted, present, terms, adds](JobContext &) -> Result<bool> {
            if (adds) {
                DW_TRY(session.accounts().add(terms, *wanted));
            } else {
                DW_TRY(session.accounts().changePassphrase(*present, *wanted));
            }
            return true;
        },
        this, [this](Result<bool> done) {
            if (done)
                return accept();
            m_error->setText(errorText(done.error()));
            m_error->show();
            updateState();
        });
}

} // namespace dw
