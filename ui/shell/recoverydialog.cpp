#include "ui/shell/recoverydialog.h"

#include "ui/base/dealwardstyle.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/secretlineedit.h"

#include <QBoxLayout>
#include <QPushButton>

namespace dw {

RecoveryDialog::RecoveryDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Open with the recovery key"));
    setMinimumWidth(560);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::cell);
    column->addWidget(makeSectionLabel(tr("Open with the recovery key")));
    column->addWidget(makeLabel(tr("Type the nine groups of the recovery sheet. Spaces, dashes and small letters do not "
                                   "matter. The vault opens only to give accounts new passphrases; that is logged.")));
    m_key = new SecretLineEdit(tr("Recovery key"));
    column->addWidget(m_key);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *open = new QPushButton(tr("Open"));
    setButtonKind(open, ButtonKind::Primary);
    open->setEnabled(false);
    row->addWidget(cancel);
    row->addWidget(open);
    column->addLayout(row);
    connect(m_key, &SecretLineEdit::changed, open, [this, open] { open->setEnabled(m_key->length() >= 63); });
    connect(m_key, &SecretLineEdit::submitted, open, &QPushButton::click);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(open, &QPushButton::clicked, this, &QDialog::accept);
}

SecretBytes RecoveryDialog::takeKey()
{
    return m_key->take();
}

} // namespace dw
