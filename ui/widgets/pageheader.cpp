#include "ui/widgets/pageheader.h"

#include "ui/base/dealwardstyle.h"
#include "ui/base/icons.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace dw {

using namespace Qt::StringLiterals;

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
{
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Theme::gap);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_title = makeTitleLabel(title);
    m_state = makeQuietLabel({}, TextSize::Body);
    words->addWidget(m_title);
    words->addWidget(m_state);
    m_row->addLayout(words, 1);
    m_reason = makeQuietLabel({});
    m_reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_reason->setWordWrap(false);
    m_reason->hide();
    m_row->addWidget(m_reason);
    m_primary = new QPushButton;
    m_primary->setObjectName(QStringLiteral("primary"));
    setButtonKind(m_primary, ButtonKind::Primary);
    m_primary->hide();
    m_row->addWidget(m_primary, 0, Qt::AlignTop);
    m_overflow = new QToolButton;
    m_overflow->setIcon(icon(u"ellipsis"_s));
    m_overflow->setPopupMode(QToolButton::InstantPopup);
    m_overflow->setToolTip(tr("More for this page"));
    m_overflow->setAccessibleName(tr("More for this page"));
    m_overflow->setFixedSize(Theme::control, Theme::control);
    m_overflow->hide();
    m_menu = new QMenu(this);
    m_overflow->setMenu(m_menu);
    m_row->addWidget(m_overflow, 0, Qt::AlignTop);
    connect(m_primary, &QPushButton::clicked, this, &PageHeader::primaryTriggered);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setState(const QString &sentence)
{
    m_state->setText(sentence);
}

QPushButton *PageHeader::setPrimary(const QString &text, const QString &iconName)
{
    Q_UNUSED(iconName) // white on accent: the word is enough
    m_primary->setText(text);
    m_primary->setVisible(!text.isEmpty());
    return m_primary;
}

void PageHeader::setPrimaryBlocked(const QString &reason)
{
    m_primary->setEnabled(reason.isEmpty());
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty() && !m_primary->text().isEmpty());
}

QAction *PageHeader::addOverflow(const QString &text, const QString &iconName)
{
    m_overflow->show();
    return m_menu->addAction(icon(iconName), text);
}

void PageHeader::addOverflowSeparator()
{
    m_menu->addSeparator();
}

void PageHeader::addWidget(QWidget *widget)
{
    m_row->insertWidget(2, widget, 0, Qt::AlignTop);
}

} // namespace dw
