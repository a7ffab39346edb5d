#pragma once

#include "ui/pages/page.h"

class QLabel;
class QVBoxLayout;

namespace dw {

class Card;

/// Language, look, auto-lock; accounts and passphrase; the deal's numbers; about this computer.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(PageContext context, QWidget *parent = nullptr);
    void refresh() override;

private:
    Card *makeLook();
    Card *makeAccounts();
    Card *makeDeal();
    Card *makeComputer();
    void fillAccounts();
    void fillKeptCopy();
    void fillDeal();
    void measureSandbox(); ///< Once: it starts a worker.
    void addAccount();
    void changeAccount(const AccountId &id);
    void changePassphrase();
    void revoke(const QString &id, const QString &name);

    QVBoxLayout *m_accounts = nullptr;
    QVBoxLayout *m_keptCopy = nullptr;
    QVBoxLayout *m_deal = nullptr;
    QLabel *m_sandbox = nullptr;
    bool m_isMeasured = false;
};

} // namespace dw
