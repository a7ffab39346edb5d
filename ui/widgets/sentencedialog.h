#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace dw {

/// A question with an optional line of reason: title, sentence, text field, one button that does it.
class SentenceDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Reason { None, Optional, Required };

    SentenceDialog(const QString &title, const QString &sentence, const QString &button, Reason reason,
        QWidget *parent = nullptr);

    QString reason() const;
    void setDanger(); ///< The button undoes something.
    void setReasonLabel(const QString &text);

    /// Shorthand: false when the user turned away; `given` gets the reason.
    static bool ask(QWidget *parent, const QString &title, const QString &sentence, const QString &button,
        Reason wanted = Reason::None, QString *given = nullptr);

private:
    void updateState();

    Reason m_wanted;
    QLabel *m_label = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_button = nullptr;
};

/// Says something went wrong, in words; never a code.
void showProblem(QWidget *parent, const QString &title, const QString &sentence);

} // namespace dw
