#pragma once

#include "core/base/secretbytes.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace dw {

class KeyFileField;
class SecretLineEdit;

/// Account name and passphrase for one vault. Knows nothing of vaults: it asks and is told what went wrong.
class UnlockScreen final : public QWidget
{
    Q_OBJECT

public:
    explicit UnlockScreen(QWidget *parent = nullptr);

    void setVault(const QString &name); ///< What the screen is titled with.
    void setAccount(const QString &name); ///< Only of this running program, after a lock.
    QString account() const;
    void setBusy(bool busy);
    void setError(const QString &words);
    void setNotice(const QString &words); ///< Why it was locked.
    void setKeptCopy(const QString &day); ///< Of before a change of keys; empty = there is none.
    void setKeyFileNeeded(bool needed); ///< By the account whose name stands there.
    KeyFileField *keyFile() const { return m_keyFile; }

signals:
    void unlockRequested(); ///< Take the passphrase with takePassphrase().
    void takeBackRequested(); ///< The change of keys; the same passphrase proves it.
    void accountNamed(); ///< The name was typed: does this account need a key file?
    void recoveryRequested();
    void backRequested();

public:
    SecretBytes takePassphrase();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void updateState();

    QLabel *m_title = nullptr;
    QLabel *m_notice = nullptr;
    QLabel *m_error = nullptr;
    QLineEdit *m_account = nullptr;
    SecretLineEdit *m_passphrase = nullptr;
    KeyFileField *m_keyFile = nullptr;
    QPushButton *m_unlock = nullptr;
    QPushButton *m_recover = nullptr;
    QPushButton *m_back = nullptr;
    QLabel *m_kept = nullptr;
    QPushButton *m_takeBack = nullptr;
    bool m_busy = false;
};

} // namespace dw
