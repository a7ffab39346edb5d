#include "ui/shell/unlockscreen.h"

#include "ui/base/dealwardstyle.h"
#include "ui/widgets/card.h"
#include "ui/widgets/keyfilefield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/secretlineedit.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 420;

} // namespace

UnlockScreen::UnlockScreen(QWidget *parent)
    : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    auto *card = new Card;
    card->setFixedWidth(cardWidth);
    auto *head = new QHBoxLayout;
    head->addWidget(new IconLabel(u"lock"_s, 24, Tone::Accent));
    m_title = makeTitleLabel({});
    head->addWidget(m_title, 1);
    card->body()->addLayout(head);
    m_notice = makeQuietLabel({}, TextSize::Body);
    card->body()->addWidget(m_notice);
    card->body()->addSpacing(Theme::gap);
    card->body()->addWidget(makeLabel(tr("Account name"), TextSize::Small, QFont::DemiBold));
    m_account = new QLineEdit;
    m_account->setObjectName(u"account"_s);
    m_account->setAccessibleName(tr("Account name"));
    card->body()->addWidget(m_account);
    card->body()->addSpacing(Theme::unit);
    card->body()->addWidget(makeLabel(tr("Passphrase"), TextSize::Small, QFont::DemiBold));
    m_passphrase = new SecretLineEdit(tr("Passphrase"));
    m_passphrase->setObjectName(u"passphrase"_s);
    card->body()->addWidget(m_passphrase);
    m_keyFile = new KeyFileField(KeyFileField::Use::Present);
    card->body()->addWidget(m_keyFile);
    m_error = makeErrorLabel();
    card->body()->addWidget(m_error);
    card->body()->addSpacing(Theme::gap);
    m_unlock = new QPushButton(tr("Unlock"));
    m_unlock->setObjectName(u"unlock"_s);
    setButtonKind(m_unlock, ButtonKind::Primary);
    card->body()->addWidget(m_unlock);
    m_kept = makeQuietLabel({});
    card->body()->addWidget(m_kept);
    m_takeBack = new QPushButton(tr("Take the change of keys back…"));
    m_takeBack->setObjectName(u"take_back"_s);
    setButtonKind(m_takeBack, ButtonKind::Quiet);
    card->body()->addWidget(m_takeBack, 0, Qt::AlignLeft);
    auto *row = new QHBoxLayout;
    m_back = new QPushButton(tr("Another vault"));
    m_recover = new QPushButton(tr("Use the recovery key"));
    setButtonKind(m_back, ButtonKind::Quiet);
    setButtonKind(m_recover, ButtonKind::Quiet);
    row->addWidget(m_back);
    row->addStretch();
    row->addWidget(m_recover);
    card->body()->addLayout(row);
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    connect(m_account, &QLineEdit::textChanged, this, &UnlockScreen::updateState);
    connect(m_account, &QLineEdit::returnPressed, m_passphrase, [this] { m_passphrase->setFocus(); });
    connect(m_account, &QLineEdit::editingFinished, this, &UnlockScreen::accountNamed);
    connect(m_keyFile, &KeyFileField::changed, this, &UnlockScreen::updateState);
    connect(m_passphrase, &SecretLineEdit::changed, this, &UnlockScreen::updateState);
    connect(m_passphrase, &SecretLineEdit::submitted, this, [this] {
        if (m_unlock->isEnabled())
            emit unlockRequested();
    });
    connect(m_unlock, &QPushButton::clicked, this, &UnlockScreen::unlockRequested);
    connect(m_takeBack, &QPushButton::clicked, this, &UnlockScreen::takeBackRequested);
    connect(m_recover, &QPushButton::clicked, this, &UnlockScreen::recoveryRequested);
    connect(m_back, &QPushButton::clicked, this, &UnlockScreen::backRequested);
    setNotice({});
    setKeptCopy({});
    updateState();
}

void UnlockScreen::setVault(const QString &name)
{
    m_title->setText(m_title->fontMetrics().elidedText(name, Qt::ElideMiddle, 340));
}

void UnlockScreen::setAccount(const QString &name)
{
    m_account->setText(name);
    if (!name.isEmpty())
        emit accountNamed();
}

QString UnlockScreen::account() const
{
    return m_account->text().trimmed();
}

SecretBytes UnlockScreen::takePassphrase()
{
    return m_passphrase->take();
}

void UnlockScreen::setBusy(bool busy)
{
    m_busy = busy;
    m_unlock->setText(busy ? tr("Opening…") : tr("Unlock"));
    m_account->setEnabled(!busy);
    m_passphrase->setEnabled(!busy);
    m_keyFile->setEnabled(!busy);
    m_back->setEnabled(!busy);
    m_recover->setEnabled(!busy);
    updateState();
    if (!busy && !m_account->text().isEmpty())
        m_passphrase->setFocus();
}

void UnlockScreen::setError(const QString &words)
{
    m_error->setText(words);
    m_error->setVisible(!words.isEmpty());
}

void UnlockScreen::setNotice(const QString &words)
{
    m_notice->setText(words);
    m_notice->setVisible(!words.isEmpty());
}

void UnlockScreen::setKeptCopy(const QString &day)
{
    m_kept->setText(tr("A copy from before the key change of %1 is kept. Should the vault no longer open, an owner of then can take the change back with "
                       "the passphrase of then.")
                        .arg(day));
    m_kept->setMinimumHeight(m_kept->heightForWidth(cardWidth - 2 * Theme::padding));
    m_kept->setVisible(!day.isEmpty());
    m_takeBack->setVisible(!day.isEmpty());
}

void UnlockScreen::setKeyFileNeeded(bool needed)
{
    if (needed != m_keyFile->isNeeded())
        m_keyFile->setNeeded(needed);
}

void UnlockScreen::updateState()
{
    const bool lacksFile = m_keyFile->isNeeded() && !m_keyFile->isChosen();
    const bool ready = !m_busy && !account().isEmpty() && !m_passphrase->isEmpty() && !lacksFile;
    m_unlock->setEnabled(ready);
    m_takeBack->setEnabled(ready);
    m_unlock->setToolTip(ready || m_busy ? QString() : lacksFile ? tr("This account needs its key file.") : tr("Type the account name and its passphrase first."));
    if (!m_passphrase->isEmpty())
        setError({});
}

void UnlockScreen::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_account->text().isEmpty() ? m_account->setFocus() : m_passphrase->setFocus();
}

} // namespace dw
