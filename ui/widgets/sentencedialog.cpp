#include "ui/widgets/sentencedialog.h"

#include "ui/base/dealwardstyle.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

SentenceDialog::SentenceDialog(
    const QString &title, const QString &sentence, const QString &button, Reason reason, QWidget *parent)
    : QDialog(parent)
    , m_wanted(reason)
{
    setWindowTitle(title);
    setMinimumWidth(440);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::cell);
    column->addWidget(makeSectionLabel(title));
    column->addWidget(makeLabel(sentence));
    m_label = makeLabel(reason == Reason::Required ? tr("Reason *") : tr("Note"), TextSize::Small, QFont::DemiBold);
    m_text = new QPlainTextEdit;
    m_text->setFixedHeight(80);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(m_label->text());
    m_label->setVisible(reason != Reason::None);
    m_text->setVisible(reason != Reason::None);
    column->addWidget(m_label);
    column->addWidget(m_text);
    m_hint = makeQuietLabel(tr("One sentence is needed: it stands in the audit trail."));
    column->addWidget(m_hint);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(button.isEmpty() ? tr("Close") : tr("Cancel"));
    m_button = new QPushButton(button);
    m_button->setObjectName(u"accept"_s);
    setButtonKind(m_button, ButtonKind::Primary);
    m_button->setDefault(true);
    m_button->setVisible(!button.isEmpty());
    row->addWidget(cancel);
    row->addWidget(m_button);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_button, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_text, &QPlainTextEdit::textChanged, this, &SentenceDialog::updateState);
    updateState();
}

QString SentenceDialog::reason() const
{
    return m_text->toPlainText().trimmed();
}

void SentenceDialog::setDanger()
{
    setButtonKind(m_button, ButtonKind::Danger);
}

void SentenceDialog::setReasonLabel(const QString &text)
{
    m_label->setText(text);
    m_text->setAccessibleName(text);
}

void SentenceDialog::updateState()
{
    const bool ready = m_wanted != Reason::Required || !reason().isEmpty();
    m_button->setEnabled(ready);
    m_hint->setVisible(!ready);
}

bool SentenceDialog::ask(QWidget *parent, const QString &title, const QString &sentence, const QString &button,
    Reason wanted, QString *given)
{
    SentenceDialog dialog(title, sentence, button, wanted, parent);
    if (dialog.exec() != Accepted)
        return false;
    if (given)
        *given = dialog.reason();
    return true;
}

void showProblem(QWidget *parent, const QString &title, const QString &sentence)
{
    SentenceDialog dialog(title, sentence, {}, SentenceDialog::Reason::None, parent);
    dialog.exec();
}

} // namespace dw
