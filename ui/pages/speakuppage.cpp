#include "ui/pages/speakuppage.h"

#include "core/desk/registers/recordservice.h"
#include "core/desk/registers/speakupservice.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/base/dealwardstyle.h"
#include "ui/pages/recorddialog.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/sentencedialog.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QVBoxLayout *columnOf(QDialog *dialog, const QString &title)
{
    dialog->setWindowTitle(title);
    dialog->setMinimumWidth(540);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    column->setSpacing(Theme::gap);
    column->addWidget(makeSectionLabel(title));
    return column;
}

} // namespace

SpeakupPage::SpeakupPage(PageContext pageContext, QWidget *parent)
    : RegisterPage(u"speakup"_s, pageContext, parent)
{
    setAction(u"speakup_case"_s, tr("Report a concern…"), [this] { report(); });
    if (!session().records().mayAdd(u"speakup_case"_s))
        return;
    header()->addOverflowSeparator();
    QAction *enter = header()->addOverflow(tr("Enter a report that came by letter, phone or in person…"), u"plus"_s);
    enter->setObjectName(u"enter_report"_s);
    connect(enter, &QAction::triggered, this, &SpeakupPage::enterByHand);
}

void SpeakupPage::report()
{
    ConcernDialog dialog(context(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    refresh();
    showTarget({u"speakup"_s, u"speakup_case"_s, dialog.made(), {}});
    context().navigator.say(tr("Sealed and filed. Only the receiver can open it."));
}

void SpeakupPage::enterByHand()
{
    RecordDialog dialog(context(), *session().records().catalogue().find(u"speakup_case"_s), nullptr, {}, this);
    if (dialog.exec() == QDialog::Accepted)
        refresh();
}

void SpeakupPage::showText(const PageContext &context, const RecordId &id, QWidget *parent)
{
    const auto text = context.session.speakup().read(id);
    if (!text)
        return showProblem(parent, tr("The text was not opened"), errorText(text.error()));
    QDialog dialog(parent);
    QVBoxLayout *column = columnOf(&dialog, tr("Text of the report"));
    column->addWidget(makeQuietLabel(tr("Sealed for you alone. That you opened it is in the audit trail.")));
    auto *shown = new QPlainTextEdit(QString::fromUtf8(text->view()));
    shown->setObjectName(u"report_text"_s);
    shown->setAccessibleName(tr("Text of the report"));
    shown->setReadOnly(true);
    shown->setMinimumHeight(220);
    column->addWidget(shown);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"close"_s);
    row->addWidget(close);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, &dialog, &QDialog::accept);
    dialog.exec();
}

ConcernDialog::ConcernDialog(PageContext context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
{
    QVBoxLayout *column = columnOf(this, tr("Report a concern"));
    column->addWidget(makeLabel(tr("Your text is sealed with the receiver's key. Nobody else can open it, not even the owner of the vault; others see "
                                   "that a report came and how far it is.")));
    column->addWidget(makeQuietLabel(tr("The audit trail names your account. To stay unnamed, use a letter or another published channel.")));
    column->addWidget(makeLabel(tr("Who receives it"), TextSize::Small, QFont::DemiBold));
    m_receiver = new QComboBox;
    m_receiver->setObjectName(u"receiver"_s);
    m_receiver->setAccessibleName(tr("Who receives it"));
    const auto people = context.session.records().labels(u"person"_s, context.appearance.language()).value_or(QHash<QString, QString>());
    const auto receivers = context.session.speakup().receivers().value_or(QList<AccountCard>());
    for (const AccountCard &card : receivers) {
        const QString person = people.value(card.person.toString());
        m_receiver->addItem(tr("%1, %2").arg(person.isEmpty() ? card.name : person, idtext::role(roleId(card.role))), card.id.toString());
    }
    column->addWidget(m_receiver);
    column->addWidget(makeLabel(tr("What happened, when, who was there, what shows it"), TextSize::Small, QFont::DemiBold));
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"text"_s);
    m_text->setAccessibleName(tr("Text of the report"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(180);
    column->addWidget(m_text);
    m_error = makeErrorLabel(receivers.isEmpty() ? tr("Nobody can receive it yet: no compliance officer and no receiver of a published channel has an account.") : QString());
    m_error->setVisible(receivers.isEmpty());
    column->addWidget(m_error);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"));
    m_send = new QPushButton(tr("Seal and file it"));
    m_send->setObjectName(u"send"_s);
    setButtonKind(m_send, ButtonKind::Primary);
    row->addWidget(cancel);
    row->addWidget(m_send);
    column->addLayout(row);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ConcernDialog::updateState);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &ConcernDialog::send);
    updateState();
}

void ConcernDialog::updateState()
{
    m_send->setEnabled(m_receiver->count() > 0 && !m_text->toPlainText().trimmed().isEmpty());
}

void ConcernDialog::send()
{
    const auto made = m_context.session.speakup().report(m_text->toPlainText().trimmed(), AccountId::fromText(m_receiver->currentData().toString()));
    if (!made) {
        m_error->setText(errorText(made.error()));
        return m_error->show();
    }
    m_made = *made;
    m_text->clear();
    accept();
}

} // namespace dw
