#include "ui/pages/importleveldialog.h"

#include "core/session/session.h"
#include "ui/base/dealwardstyle.h"
#include "ui/text/idtext.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

ImportLevelDialog::ImportLevelDialog(PageContext context, int files, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Import files"));
    setMinimumWidth(420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::gap);
    column->addWidget(makeSectionLabel(tr("Import %n file(s)", nullptr, files)));
    column->addWidget(makeLabel(tr("They are encrypted under the key of their level. In doubt, choose the higher one: who is not cleared for it sees nothing of them.")));
    column->addWidget(makeLabel(tr("Level"), TextSize::Small, QFont::DemiBold));
    m_level = new QComboBox;
    m_level->setAccessibleName(tr("Level"));
    for (int level = 1; level <= qMax(2, context.session.actor().clearance); ++level)
        m_level->addItem(u"%1 %2"_s.arg(level).arg(idtext::level(level)), level);
    m_level->setCurrentIndex(qMax(0, m_level->findData(qMin(3, context.session.actor().clearance))));
    column->addWidget(m_level);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *bring = new QPushButton(tr("Import"));
    bring->setObjectName(u"accept"_s);
    setButtonKind(bring, ButtonKind::Primary);
    bring->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(bring);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(bring, &QPushButton::clicked, this, &QDialog::accept);
}

int ImportLevelDialog::level() const
{
    return m_level->currentData().toInt();
}

} // namespace dw
