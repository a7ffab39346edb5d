#pragma once

#include "ui/pages/page.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace dw {

class PassphraseMeter;
class SecretLineEdit;

/// A new account: name, role, clearance, who it is, first passphrase; or one's own new passphrase.
class AccountDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Mode { Add, ChangePassphrase };

    AccountDialog(PageContext context, Mode mode, QWidget *parent = nullptr);

private:
    void build();
    void updateState();
    void save();

    PageContext m_context;
    Mode m_mode;
    QLineEdit *m_name = nullptr;
    QComboBox *m_role = nullptr;
    QComboBox *m_clearance = nullptr;
    QComboBox *m_person = nullptr;
    QLineEdit *m_until = nullptr;
    SecretLineEdit *m_present = nullptr;
    SecretLineEdit *m_pass = nullptr;
    SecretLineEdit *m_repeat = nullptr;
    PassphraseMeter *m_meter = nullptr;
    QLabel *m_reason = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace dw
