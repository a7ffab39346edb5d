#pragma once

#include "ui/pages/page.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace dw {

class KeyFileField;
class SecretLineEdit;

/// A file leaves without a release: reason, passphrase again, logged before it is there.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(PageContext context, const VersionId &version, QWidget *parent = nullptr);

private:
    void save();

    PageContext m_context;
    VersionId m_version;
    QPlainTextEdit *m_reason = nullptr;
    SecretLineEdit *m_pass = nullptr;
    KeyFileField *m_keyFile = nullptr; ///< Only of an account that needs one.
    QLabel *m_error = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace dw
