#include "ui/pages/accountdialog.h"

#include "core/desk/registers/recordservice.h"
#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/base/dealwardstyle.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/keyfilefield.h"
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

namespace {

void add(QVBoxLayout *column, const QString &words, QWidget *control)
{
    column->addWidget(makeLabel(words, TextSize::Small, QFont::DemiBold));
    control->setAccessibleName(words);
    column->addWidget(control);
    column->addSpacing(Theme::gap);
}

} // namespace

AccountDialog::AccountDialog(PageContext context, Mode mode, const AccountId &account, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_mode(mode)
    , m_account(account)
{
    setMinimumWidth(460);
    build();
    showAccount();
    updateState();
}

void AccountDialog::build()
{
    const QString title = m_mode == Mode::Add ? tr("New account") : m_mode == Mode::Change ? tr("Change an account") : tr("Change the passphrase");
    setWindowTitle(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::unit);
    column->addWidget(makeTitleLabel(title));
    column->addSpacing(Theme::gap);
    if (m_mode != Mode::ChangePassphrase)
        buildTerms(column);
    if (m_mode != Mode::Change)
        buildPassphrase(column);
    m_error = makeErrorLabel();
    column->addWidget(m_error);
    auto *row = new QHBoxLayout;
    m_reason = makeQuietLabel({});
    row->addWidget(m_reason, 1);
    auto *cancel = new QPushButton(tr("Cancel"));
    m_save = new QPushButton(m_mode == Mode::Add ? tr("Add the account") : tr("Change it"));
    m_save->setObjectName(u"save"_s);
    setButtonKind(m_save, ButtonKind::Primary);
    row->addWidget(cancel);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::save);
}

void AccountDialog::buildTerms(QVBoxLayout *column)
{
    m_name = new QLineEdit;
    m_name->setObjectName(u"account_name"_s);
    m_name->setReadOnly(m_mode == Mode::Change);
    add(column, tr("Account name"), m_name);
    m_role = new QComboBox;
    m_role->setObjectName(u"role"_s);
    for (const QString &id : allRoleIds())
        m_role->addItem(idtext::role(id), id);
    m_role->setCurrentIndex(m_role->findData(u"compliance_officer"_s));
    add(column, tr("Role"), m_role);
    m_clearance = new QComboBox;
    m_clearance->setObjectName(u"clearance"_s);
    for (int level = 2; level <= 4; ++level)
        m_clearance->addItem(u"%1 %2"_s.arg(level).arg(idtext::level(level)), level);
    add(column, tr("Reads up to level"), m_clearance);
    m_person = new QComboBox;
    m_person->setObjectName(u"person"_s);
    m_person->addItem(QString(), QString());
    if (const auto people = m_context.session.records().labels(u"person"_s, m_context.appearance.language())) {
        for (auto it = people->begin(); it != people->end(); ++it)
            m_person->addItem(it.value(), it.key());
    }
    add(column, tr("Who it is"), m_person);
    m_until = new QLineEdit;
    m_until->setPlaceholderText(tr("YYYY-MM-DD; auditors must have an end"));
    add(column, tr("Valid until"), m_until);
    connect(m_name, &QLineEdit::textChanged, this, &AccountDialog::updateState);
}

void AccountDialog::buildPassphrase(QVBoxLayout *column)
{
    if (m_mode == Mode::ChangePassphrase) {
        m_present = new SecretLineEdit(tr("Present passphrase"));
        m_present->setObjectName(u"present"_s);
        add(column, tr("Present passphrase"), m_present);
        if (Session::needsKeyFile(m_context.session.vaultPath(), m_context.session.actor().name)) {
            m_presentFile = new KeyFileField(KeyFileField::Use::Present);
            m_presentFile->setNeeded(true);
            column->addWidget(m_presentFile);
            connect(m_presentFile, &KeyFileField::changed, this, &AccountDialog::updateState);
        }
        connect(m_present, &SecretLineEdit::changed, this, &AccountDialog::updateState);
    }
    m_pass = new SecretLineEdit(tr("New passphrase"));
    m_pass->setObjectName(u"passphrase"_s);
    add(column, m_mode == Mode::Add ? tr("First passphrase") : tr("New passphrase"), m_pass);
    m_meter = new PassphraseMeter;
    column->addWidget(m_meter);
    column->addSpacing(Theme::gap);
    m_repeat = new SecretLineEdit(tr("Passphrase again"));
    m_repeat->setObjectName(u"repeat"_s);
    add(column, tr("Passphrase again"), m_repeat);
    m_newFile = new KeyFileField(KeyFileField::Use::New);
    column->addWidget(m_newFile);
    if (m_presentFile) {
        m_newFile->open();
        column->addWidget(makeQuietLabel(tr("Without one here, the new passphrase alone will do.")));
    }
    column->addSpacing(Theme::gap);
    connect(m_pass, &SecretLineEdit::changed, this, [this] {
        m_meter->judge(m_pass->secret());
        updateState();
    });
    connect(m_repeat, &SecretLineEdit::changed, this, &AccountDialog::updateState);
}

void AccountDialog::showAccount()
{
    if (m_mode != Mode::Change)
        return;
    const auto card = m_context.session.accounts().get(m_account);
    if (!card) {
        m_error->setText(errorText(card.error()));
        return m_error->show();
    }
    m_name->setText(card->name);
    m_role->setCurrentIndex(m_role->findData(roleId(card->role)));
    m_clearance->setCurrentIndex(m_clearance->findData(card->clearance));
    m_person->setCurrentIndex(qMax(0, m_person->findData(card->person.toString())));
    if (card->validUntil > 0)
        m_until->setText(QDateTime::fromMSecsSinceEpoch(card->validUntil).date().toString(Qt::ISODate));
}

QString AccountDialog::obstacle() const
{
    if (m_name && m_name->text().trimmed().isEmpty())
        return tr("The account needs a name.");
    if (m_until && !m_until->text().trimmed().isEmpty() && !terms().validUntil)
        return tr("Write the date as YYYY-MM-DD.");
    if (m_present && m_present->isEmpty())
        return tr("Type the present passphrase.");
    if (m_presentFile && !m_presentFile->isChosen())
        return tr("Choose the present key file.");
    if (m_pass && !m_meter->isEnough())
        return tr("The passphrase is not strong enough yet.");
    if (m_pass && !m_pass->secret().equals(m_repeat->secret()))
        return tr("The two passphrases differ.");
    return {};
}

void AccountDialog::updateState()
{
    const QString words = obstacle();
    m_save->setEnabled(words.isEmpty());
    m_reason->setText(words);
}

AccountTerms AccountDialog::terms() const
{
    AccountTerms terms;
    roleFromId(m_role->currentData().toString(), &terms.role);
    terms.clearance = qMax(2, m_clearance->currentData().toInt());
    terms.person = PersonId::fromText(m_person->currentData().toString());
    if (const QDate until = QDate::fromString(m_until->text().trimmed(), Qt::ISODate); until.isValid())
        terms.validUntil = until.endOfDay().toMSecsSinceEpoch();
    return terms;
}

void AccountDialog::save()
{
    const auto presentFile = m_presentFile ? m_presentFile->content() : Result<QByteArray>(QByteArray());
    const auto newFile = m_newFile ? m_newFile->content() : Result<QByteArray>(QByteArray());
    if (!presentFile || !newFile) {
        m_error->setText(errorText(presentFile ? newFile.error() : presentFile.error()));
        return m_error->show();
    }
    // The key derivation takes about a second; the dialog waits visibly and is modal anyway.
    m_save->setEnabled(false);
    m_reason->setText(tr("Working…"));
    Session &session = m_context.session;
    auto wanted = std::make_shared<Credentials>();
    auto present = std::make_shared<Credentials>();
    wanted->accountName = m_mode == Mode::Add ? m_name->text().trimmed() : session.actor().name;
    present->accountName = session.actor().name;
    if (m_pass) {
        wanted->passphrase = m_pass->take();
        m_repeat->clear();
    }
    if (m_present)
        present->passphrase = m_present->take();
    wanted->keyFile = *newFile;
    present->keyFile = *presentFile;
    const AccountTerms asked = m_mode == Mode::ChangePassphrase ? AccountTerms {} : terms();
    m_context.jobs.start<bool>(std::make_shared<Job>(m_mode == Mode::Change ? u"account.change"_s : u"account.passphrase"_s),
        [&session, wanted, present, asked, mode = m_mode, id = m_account](JobContext &) -> Result<bool> {
            AccountService &accounts = session.accounts();
            if (mode == Mode::Add)
                DW_TRY(accounts.add(asked, *wanted));
            else if (mode == Mode::Change)
                DW_TRY(accounts.change(id, asked, {}));
            else
                DW_TRY(accounts.changePassphrase(*present, *wanted));
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
