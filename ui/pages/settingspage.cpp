#include "ui/pages/settingspage.h"

#include "core/desk/accounts/accountservice.h"
#include "core/desk/deal/dealservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "core/worker/workerclient.h"
#include "ui/base/actionregistry.h"
#include "ui/base/appearance.h"
#include "ui/base/dealwardstyle.h"
#include "ui/models/dealstate.h"
#include "ui/models/recordlistmodel.h"
#include "ui/pages/accountdialog.h"
#include "ui/pages/newrecoverykey.h"
#include "ui/pages/recorddialog.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/formview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/sentencedialog.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QPushButton>
#include <QSysInfo>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        } else if (item->layout()) {
            empty(item->layout());
        }
        delete item;
    }
}

} // namespace

SettingsPage::SettingsPage(PageContext pageContext, QWidget *parent)
    : Page(u"settings"_s, pageContext, parent)
{
    header()->setState(tr("How the window looks, who may open the vault, and what this computer offers."));
    auto *grid = new QGridLayout;
    auto *scroll = new ColumnScroll(grid);
    grid->setContentsMargins(0, 0, Theme::gap, 0);
    grid->setSpacing(Theme::padding);
    grid->addWidget(makeLook(), 0, 0);
    grid->addWidget(makeAccounts(), 0, 1);
    grid->addWidget(makeDeal(), 1, 0);
    grid->addWidget(makeComputer(), 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);
    content()->addWidget(scroll, 1);
    connect(&context().state, &DealState::changed, this, &SettingsPage::changed);
}

Card *SettingsPage::makeLook()
{
    auto *card = new Card(tr("This window"));
    Appearance &look = context().appearance;
    const auto add = [&](const QString &title, const QList<std::pair<QString, int>> &items, int current) {
        card->body()->addWidget(makeLabel(title, TextSize::Small, QFont::DemiBold));
        auto *combo = new QComboBox;
        combo->setAccessibleName(title);
        combo->setMaximumWidth(280);
        for (const auto &[text, value] : items)
            combo->addItem(text, value);
        combo->setCurrentIndex(combo->findData(current));
        card->body()->addWidget(combo);
        card->body()->addSpacing(Theme::unit);
        return combo;
    };
    auto *language = add(tr("Language"), {{u"English"_s, 0}, {u"简体中文"_s, 1}}, static_cast<int>(look.language()));
    auto *theme = add(tr("Theme"), {{tr("As the desktop"), 0}, {tr("Light"), 1}, {tr("Dark"), 2}, {tr("High contrast"), 3}},
        static_cast<int>(look.settings().theme()));
    auto *density = add(tr("Rows of tables"), {{tr("Comfortable"), 0}, {tr("Compact"), 1}}, static_cast<int>(look.density()));
    auto *lock = add(tr("Lock when nothing is done for"), {{tr("2 minutes"), 2}, {tr("5 minutes"), 5}, {tr("10 minutes"), 10}, {tr("30 minutes"), 30}},
        look.settings().autoLockMinutes());
    card->body()->addWidget(makeQuietLabel(tr("The vault also locks with the screen, at sleep and with Ctrl+L.")));
    card->body()->addStretch();
    connect(language, &QComboBox::currentIndexChanged, this, [&look, language] { look.setLanguage(static_cast<Language>(language->currentData().toInt())); });
    connect(theme, &QComboBox::currentIndexChanged, this, [&look, theme] { look.setTheme(static_cast<ThemeChoice>(theme->currentData().toInt())); });
    connect(density, &QComboBox::currentIndexChanged, this, [&look, density] { look.setDensity(static_cast<Density>(density->currentData().toInt())); });
    connect(lock, &QComboBox::currentIndexChanged, this, [&look, lock] { look.settings().setAutoLockMinutes(lock->currentData().toInt()); });
    return card;
}

Card *SettingsPage::makeAccounts()
{
    auto *card = new Card(tr("Accounts"));
    auto *change = new QPushButton(tr("Change my passphrase…"));
    change->setObjectName(u"change_passphrase"_s);
    setButtonKind(change, ButtonKind::Quiet);
    card->addHeadingWidget(change);
    m_accounts = new QVBoxLayout;
    m_accounts->setSpacing(Theme::gap);
    card->body()->addLayout(m_accounts);
    m_keptCopy = new QVBoxLayout;
    card->body()->addLayout(m_keptCopy);
    card->body()->addStretch();
    auto *add = new QPushButton(tr("Add an account…"));
    add->setObjectName(u"add_account"_s);
    add->setEnabled(session().accounts().canManage());
    auto *row = new QHBoxLayout;
    row->addWidget(add);
    if (!add->isEnabled())
        row->addWidget(makeQuietLabel(tr("Only the owner manages accounts.")), 1);
    else
        row->addStretch();
    card->body()->addLayout(row);
    connect(add, &QPushButton::clicked, this, &SettingsPage::addAccount);
    connect(change, &QPushButton::clicked, this, &SettingsPage::changePassphrase);
    return card;
}

void SettingsPage::fillAccounts()
{
    empty(m_accounts);
    const auto people = session().records().labels(u"person"_s, context().appearance.language()).value_or(QHash<QString, QString>());
    for (const AccountCard &account : session().accounts().list()) {
        auto *row = new QHBoxLayout;
        auto *words = new QVBoxLayout;
        words->setSpacing(1);
        words->addWidget(makeLabel(account.role == Role::Recovery ? tr("Recovery sheet") : account.name));
        QString remark = idtext::role(roleId(account.role));
        if (const QString person = people.value(account.person.toString()); !person.isEmpty())
            remark = tr("%1, %2").arg(person, remark);
        if (account.validUntil > 0)
            remark = tr("%1, until %2").arg(remark, fieldtext::instant(account.validUntil));
        words->addWidget(makeQuietLabel(remark));
        row->addLayout(words, 1);
        if (account.status == AccountCard::Status::Revoked)
            row->addWidget(new Chip({tr("Revoked"), u"circle-minus"_s, Tone::Neutral}));
        else
            row->addWidget(new Chip(levelChip(account.clearance)));
        if (session().accounts().canManage() && account.role != Role::Recovery && account.status == AccountCard::Status::Active) {
            auto *change = new QPushButton(tr("Change…"));
            setButtonKind(change, ButtonKind::Quiet);
            change->setObjectName(u"change_"_s + account.name);
            change->setAccessibleName(tr("Change %1").arg(account.name));
            connect(change, &QPushButton::clicked, this, [this, id = account.id] { changeAccount(id); });
            row->addWidget(change);
        }
        if (session().accounts().canManage() && account.role == Role::Recovery) {
            auto *renew = new QPushButton(tr("New key…"));
            renew->setObjectName(u"new_recovery_key"_s);
            renew->setAccessibleName(tr("Make a new recovery key"));
            setButtonKind(renew, ButtonKind::Quiet);
            connect(renew, &QPushButton::clicked, this, [this] {
                makeRecoveryKey(context(), tr("The sheet printed before opens nothing afterwards."), this);
                refresh();
            });
            row->addWidget(renew);
        }
        const bool mayRevoke = session().accounts().canManage() && account.role != Role::Recovery
            && account.status == AccountCard::Status::Active && account.id != session().actor().id;
        if (mayRevoke) {
            auto *revokeButton = new QPushButton(tr("Revoke…"));
            setButtonKind(revokeButton, ButtonKind::Quiet);
            revokeButton->setAccessibleName(tr("Revoke %1").arg(account.name));
            connect(revokeButton, &QPushButton::clicked, this, [this, id = account.id.toString(), name = account.name] { revoke(id, name); });
            row->addWidget(revokeButton);
        }
        m_accounts->addLayout(row);
    }
}

void SettingsPage::fillKeptCopy()
{
    empty(m_keptCopy);
    const qint64 made = Session::keptRekeyFrom(session().vaultPath());
    if (made == 0)
        return;
    m_keptCopy->addSpacing(Theme::gap);
    m_keptCopy->addWidget(makeLabel(tr("A copy from before the key change of %1 is kept.").arg(fieldtext::instant(made))));
    m_keptCopy->addWidget(makeQuietLabel(tr("It goes by itself once an account that reads every level has opened the vault and found it sound. Taking it back "
                                            "needs the vault locked.")));
    auto *row = new QHBoxLayout;
    auto *back = new QPushButton(tr("Lock and take back…"));
    back->setObjectName(u"take_back"_s);
    setButtonKind(back, ButtonKind::Quiet);
    auto *remove = new QPushButton(tr("Remove the copy…"));
    remove->setObjectName(u"remove_copy"_s);
    setButtonKind(remove, ButtonKind::Quiet);
    remove->setEnabled(session().accounts().canManage());
    row->addWidget(back);
    row->addWidget(remove);
    row->addStretch();
    m_keptCopy->addLayout(row);
    // Queued: locking destroys the button.
    connect(back, &QPushButton::clicked, context().actions.find(u"shell.lock"_s), &QAction::trigger, Qt::QueuedConnection);
    connect(remove, &QPushButton::clicked, this, [this] {
        if (!SentenceDialog::ask(this, tr("Remove the copy"), tr("The change of keys can then no longer be taken back."), tr("Remove")))
            return;
        if (const Result<> done = session().removeKeptRekey(); !done)
            showProblem(this, tr("The copy was not removed"), errorText(done.error()));
        refresh();
    });
}

Card *SettingsPage::makeDeal()
{
    auto *card = new Card(tr("Numbers of the deal"));
    auto *edit = new QPushButton(tr("Edit…"));
    setButtonKind(edit, ButtonKind::Quiet);
    card->addHeadingWidget(edit);
    m_deal = new QVBoxLayout;
    m_deal->setSpacing(Theme::gap);
    card->body()->addLayout(m_deal);
    card->body()->addStretch();
    connect(edit, &QPushButton::clicked, this, [this] {
        const RegisterDecl *decl = session().records().catalogue().find(u"deal_settings"_s);
        const auto settings = session().deal().settings();
        if (!decl || !settings)
            return;
        RecordDialog dialog(context(), *decl, &*settings, {}, this);
        dialog.exec();
    });
    return card;
}

void SettingsPage::fillDeal()
{
    empty(m_deal);
    const RegisterDecl *decl = session().records().catalogue().find(u"deal_settings"_s);
    const auto settings = session().deal().settings();
    if (!decl || !settings) {
        m_deal->addWidget(makeQuietLabel(tr("They appear once the deal is entered."), TextSize::Body));
        return;
    }
    for (const FieldDecl &field : decl->fields) {
        const QString value = fieldtext::value(field, settings->value(field.name), {}, context().appearance.language());
        if (value.isEmpty())
            continue;
        auto *row = new QHBoxLayout;
        row->addWidget(makeQuietLabel(words(field.title), TextSize::Body), 1);
        QLabel *shown = makeLabel(value);
        shown->setWordWrap(false);
        row->addWidget(shown);
        m_deal->addLayout(row);
    }
}

Card *SettingsPage::makeComputer()
{
    auto *card = new Card(tr("About this computer"));
    const auto add = [&](const QString &name, const QString &value) { DetailPane::addFact(card->body(), name, value); };
    add(tr("Dealward"), QCoreApplication::applicationVersion().isEmpty() ? QStringLiteral(DW_VERSION) : QCoreApplication::applicationVersion());
    add(tr("System"), QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture());
    add(tr("Files are read by"), tr("a separate process without network and without files"));
    card->body()->addWidget(makeQuietLabel(tr("What confines it here, as it measured itself")));
    m_sandbox = makeLabel(tr("Measuring…"));
    m_sandbox->setObjectName(u"sandbox"_s);
    card->body()->addWidget(m_sandbox);
    add(tr("Memory"), tr("Keys stay in locked memory; no core dumps; passphrases are never text of a widget."));
    add(tr("What cannot be promised"),
        tr("Nobody can recall a file once handed over, stop a cleared person from photographing the screen, or protect an unlocked "
           "computer that an attacker controls."));
    card->body()->addStretch();
    return card;
}

void SettingsPage::measureSandbox()
{
    if (m_isMeasured)
        return;
    m_isMeasured = true;
    Session &open = session();
    context().jobs.start<SandboxReport>(std::make_shared<Job>(u"worker.measure"_s), [&open](JobContext &) { return open.worker().sandboxReport(); },
        this, [this](Result<SandboxReport> measured) {
            if (!measured)
                return m_sandbox->setText(errorText(measured.error()));
            const auto line = [](bool holds, const QString &words) -> QString { return (holds ? u"✓ "_s : u"✗ "_s) + words; };
            m_sandbox->setText(QStringList {measured->landlockAbi > 0 ? line(true, tr("Landlock, version %1").arg(measured->landlockAbi)) : line(false, tr("Landlock: the kernel has none")),
                line(measured->seccomp, tr("system calls filtered (seccomp)")), line(measured->filesClosed, tr("cannot open files")),
                line(measured->writingClosed, tr("cannot write files")), line(measured->networkClosed, tr("cannot reach the network")),
                line(measured->execClosed, tr("cannot start programs")),
                line(measured->memoryLimited && measured->cpuLimited, tr("memory and time are limited"))}.join(u'\n'));
        });
}

void SettingsPage::refresh()
{
    measureSandbox();
    fillAccounts();
    fillKeptCopy();
    fillDeal();
}

void SettingsPage::addAccount()
{
    AccountDialog dialog(context(), AccountDialog::Mode::Add, {}, this);
    if (dialog.exec() == QDialog::Accepted)
        refresh();
}

void SettingsPage::changeAccount(const AccountId &id)
{
    AccountDialog dialog(context(), AccountDialog::Mode::Change, id, this);
    if (dialog.exec() == QDialog::Accepted)
        refresh();
}

void SettingsPage::changePassphrase()
{
    AccountDialog dialog(context(), AccountDialog::Mode::ChangePassphrase, {}, this);
    if (dialog.exec() == QDialog::Accepted)
        context().navigator.say(tr("The passphrase was changed."));
}

void SettingsPage::revoke(const QString &id, const QString &name)
{
    QString reason;
    if (!SentenceDialog::ask(this, tr("Revoke %1").arg(name),
            tr("The vault gets new keys. What this account copied before stays readable to whoever has the copy."), tr("Revoke"),
            SentenceDialog::Reason::Required, &reason))
        return;
    const auto card = session().accounts().get(AccountId::fromText(id));
    const bool wasOwner = card && card->role == Role::Owner;
    const Result<> done = session().accounts().revoke(AccountId::fromText(id), reason);
    if (!done)
        showProblem(this, tr("The account was not revoked"), errorText(done.error()));
    refresh();
    if (done && wasOwner)
        makeRecoveryKey(context(), tr("An owner may have seen the recovery sheet, and whoever has it opens the vault. Make a new one now; the sheet printed "
                                      "before opens nothing afterwards."), this);
    refresh();
}

} // namespace dw
