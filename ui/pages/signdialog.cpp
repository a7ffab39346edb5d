#include "ui/pages/signdialog.h"

#include "ui/base/dealwardstyle.h"
#include "ui/pages/evidencechoice.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

SignDialog::SignDialog(const PageContext &context, const SignRequest &request, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(request.title);
    setMinimumWidth(440);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::gap);
    column->addWidget(makeSectionLabel(request.title));
    column->addWidget(makeLabel(request.sentence));
    const auto add = [column](const QString &title, QWidget *control) {
        column->addWidget(makeLabel(title, TextSize::Small, QFont::DemiBold));
        control->setAccessibleName(title);
        column->addWidget(control);
    };
    if (!request.decisions.isEmpty()) {
        m_decision = new QComboBox;
        m_decision->setObjectName(u"decision"_s);
        m_decision->addItem(QString(), QString());
        for (const Option &option : request.decisions)
            m_decision->addItem(option.text, option.id);
        add(tr("Decision *"), m_decision);
        connect(m_decision, &QComboBox::currentIndexChanged, this, &SignDialog::updateState);
    }
    if (request.needsPaper) {
        m_paper = makeEvidenceChoice(context, {});
        m_paper->setObjectName(u"paper"_s);
        add(tr("Their signed paper (from the evidence) *"), m_paper);
        connect(m_paper, &QComboBox::currentIndexChanged, this, &SignDialog::updateState);
    }
    m_note = new QPlainTextEdit;
    m_note->setFixedHeight(80);
    m_note->setTabChangesFocus(true);
    add(tr("Note"), m_note);
    m_reason = makeQuietLabel({});
    column->addWidget(m_reason);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"));
    m_sign = new QPushButton(tr("Sign"));
    m_sign->setObjectName(u"accept"_s);
    setButtonKind(m_sign, ButtonKind::Primary);
    m_sign->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(m_sign);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_sign, &QPushButton::clicked, this, &QDialog::accept);
    updateState();
}

QString SignDialog::decision() const
{
    return m_decision ? m_decision->currentData().toString() : QString();
}

RecordId SignDialog::paper() const
{
    return m_paper ? chosenEvidence(m_paper) : RecordId();
}

QString SignDialog::note() const
{
    return m_note->toPlainText().trimmed();
}

void SignDialog::updateState()
{
    const QString obstacle = m_decision && decision().isEmpty() ? tr("Choose what you decide.")
        : m_paper && paper().isNull() ? tr("Choose the paper; files are added on the page Report, list Evidence.")
                                      : QString();
    m_reason->setText(obstacle);
    m_reason->setVisible(!obstacle.isEmpty());
    m_sign->setEnabled(obstacle.isEmpty());
}

} // namespace dw
