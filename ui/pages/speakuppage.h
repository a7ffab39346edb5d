#pragma once

#include "ui/pages/registerpage.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QLabel;

namespace dw {

/// Channels and cases; anybody reports a concern here, and who receives it reads it here.
class SpeakupPage final : public RegisterPage
{
    Q_OBJECT

public:
    explicit SpeakupPage(PageContext context, QWidget *parent = nullptr);

    /// The text of a case, for the account that it is sealed to.
    static void showText(const PageContext &context, const RecordId &id, QWidget *parent);

private:
    void report();
    void enterByHand();
};

/// What is wrong, and who shall know.
class ConcernDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ConcernDialog(PageContext context, QWidget *parent = nullptr);
    RecordId made() const { return m_made; }

private:
    void updateState();
    void send();

    PageContext m_context;
    QComboBox *m_receiver = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_send = nullptr;
    RecordId m_made;
};

} // namespace dw
