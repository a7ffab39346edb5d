#pragma once

#include "core/desk/accounts/accountservice.h"
#include "ui/pages/page.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace dw {

class KeyFileField;
class PassphraseMeter;
class SecretLineEdit;

/// A new account: name, role, clearance, who it is, first passphrase; the same of one that exists; or one's own new
/// passphrase.
class AccountDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Mode { Add, Change, ChangePassphrase };

    /// `account`: which to change; of no use in the other modes.
    AccountDialog(PageContext context, Mode mode, const AccountId &account = {}, QWidget *parent = nullptr);

private:
    void build();
    void buildTerms(QVBoxLayout *column);
    void buildPassphrase(QVBoxLayout *column);
    void showAccount();
    void updateState();
    QString obstacle() const;
    void save();
    AccountTerms terms() const;

    PageContext m_context;
    Mode m_mode;
    AccountId m_account;
    QLineEdit *m_name = nullptr;
    QComboBox *m_role = nullptr;
    QComboBox *m_clearance = nullptr;
    QComboBox *m_person = nullptr;
    QLineEdit *m_until = nullptr;
    SecretLineEdit *m_present = nullptr;
    SecretLineEdit *m_pass = nullptr;
    SecretLineEdit *m_repeat = nullptr;
    PassphraseMeter *m_meter = nullptr;
    KeyFileField *m_presentFile = nullptr;
    KeyFileField *m_newFile = nullptr;
    QLabel *m_reason = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace dw
