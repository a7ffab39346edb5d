#include "ui/pages/copydialog.h"

#include "ui/base/dealwardstyle.h"
#include "ui/models/dealstate.h"
#include "ui/pages/evidencechoice.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

CopyDialog::CopyDialog(const PageContext &context, const QString &title, bool needsPaper, QWidget *parent)
    : QDialog(parent)
    , m_needsPaper(needsPaper)
{
    QString plain = title;
    plain.remove(u'…');
    setWindowTitle(plain);
    setMinimumWidth(420);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::gap);
    column->addWidget(makeSectionLabel(plain));
    column->addWidget(makeLabel(tr("On which day *"), TextSize::Small, QFont::DemiBold));
    m_day = new QLineEdit(context.state.today().toString(Qt::ISODate));
    m_day->setObjectName(u"day"_s);
    m_day->setAccessibleName(tr("On which day"));
    column->addWidget(m_day);
    column->addWidget(makeLabel(needsPaper ? tr("Certificate (from the evidence) *") : tr("Receipt (from the evidence)"), TextSize::Small, QFont::DemiBold));
    m_paper = makeEvidenceChoice(context, tr("Evidence"));
    m_paper->setObjectName(u"paper"_s);
    column->addWidget(m_paper);
    m_reason = makeQuietLabel({});
    column->addWidget(m_reason);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"));
    m_save = new QPushButton(tr("Save"));
    m_save->setObjectName(u"accept"_s);
    setButtonKind(m_save, ButtonKind::Primary);
    row->addWidget(cancel);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(m_day, &QLineEdit::textChanged, this, &CopyDialog::updateState);
    connect(m_paper, &QComboBox::currentIndexChanged, this, &CopyDialog::updateState);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    updateState();
}

QDate CopyDialog::day() const
{
    return QDate::fromString(m_day->text().trimmed(), Qt::ISODate);
}

RecordId CopyDialog::paper() const
{
    return chosenEvidence(m_paper);
}

void CopyDialog::updateState()
{
    const QString obstacle = !day().isValid() ? tr("Write the date as YYYY-MM-DD.")
        : m_needsPaper && paper().isNull()    ? tr("Choose the certificate; files are added on the page Report, list Evidence.")
                                              : QString();
    m_reason->setText(obstacle);
    m_save->setEnabled(obstacle.isEmpty());
}

} // namespace dw
