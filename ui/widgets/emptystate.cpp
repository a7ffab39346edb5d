#include "ui/widgets/emptystate.h"

#include "ui/base/dealwardstyle.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QPushButton>

namespace dw {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::margin);
    column->setSpacing(Theme::cell);
    column->addStretch(2);
    m_icon = new IconLabel({}, Theme::emptyIcon);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    m_sentence = makeLabel({});
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setFixedWidth(420);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    m_button = new QPushButton;
    setButtonKind(m_button, ButtonKind::Primary);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    m_reason = makeQuietLabel({});
    m_reason->setAlignment(Qt::AlignHCenter);
    m_reason->setFixedWidth(420);
    m_reason->hide();
    column->addWidget(m_reason, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::activated);
}

EmptyState::EmptyState(const QString &icon, const QString &sentence, const QString &button, QWidget *parent)
    : EmptyState(parent)
{
    set(icon, sentence, button);
}

void EmptyState::set(const QString &icon, const QString &sentence, const QString &button)
{
    m_icon->setIcon(icon, Tone::Neutral);
    m_icon->setVisible(!icon.isEmpty());
    m_sentence->setText(sentence);
    // Centred, it is given the height of one line only.
    m_sentence->setMinimumHeight(m_sentence->heightForWidth(m_sentence->width()));
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(sentence);
}

void EmptyState::setDisabledReason(const QString &reason)
{
    m_button->setEnabled(reason.isEmpty());
    m_reason->setText(reason);
    m_reason->setMinimumHeight(m_reason->heightForWidth(m_reason->width()));
    m_reason->setVisible(!reason.isEmpty());
}

} // namespace dw
