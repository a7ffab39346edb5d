#pragma once

#include "ui/pages/page.h"
#include "ui/widgets/fieldeditor.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace dw {

/// What a signature says, asked for before it is made.
struct SignRequest {
    QString title;
    QString sentence; ///< What is declared.
    QList<Option> decisions; ///< Empty: there is nothing to decide.
    bool needsPaper = false; ///< Signed for somebody without an account: their paper proves it.
};

/// Asks for the decision, the paper and a note that go with a signature.
class SignDialog final : public QDialog
{
    Q_OBJECT

public:
    SignDialog(const PageContext &context, const SignRequest &request, QWidget *parent = nullptr);

    QString decision() const; ///< Id of one of the decisions.
    RecordId paper() const;
    QString note() const;

private:
    void updateState();

    QComboBox *m_decision = nullptr;
    QComboBox *m_paper = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_sign = nullptr;
};

} // namespace dw
