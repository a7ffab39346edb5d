#pragma once

#include "core/base/secretbytes.h"

#include <QDialog>

namespace dw {

class SecretLineEdit;

/// Asks for the printed recovery key.
class RecoveryDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit RecoveryDialog(QWidget *parent = nullptr);
    SecretBytes takeKey();

private:
    SecretLineEdit *m_key = nullptr;
};

} // namespace dw
