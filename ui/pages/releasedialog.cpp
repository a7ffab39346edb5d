#include "ui/pages/releasedialog.h"

#include "core/desk/registers/recordservice.h"
#include "core/desk/releases/releaseservice.h"
#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/base/dealwardstyle.h"
#include "ui/pages/evidencechoice.h"
#include "ui/pages/pageindex.h"
#include "ui/text/conditiontext.h"
#include "ui/text/errortext.h"
#include "ui/text/releasetext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sentencedialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPushButton>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

ReleaseDialog::ReleaseDialog(PageContext context, const RecordId &version, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
{
    setWindowTitle(tr("New release"));
    resize(960, 680);
    build(version);
    evaluate();
}

QComboBox *ReleaseDialog::addChoice(QVBoxLayout *column, const QString &title, const QString &registerId)
{
    column->addWidget(makeLabel(title, TextSize::Small, QFont::DemiBold));
    auto *combo = new QComboBox;
    combo->setAccessibleName(title);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->addItem(QString(), QString());
    if (!registerId.isEmpty()) {
        const auto labels = m_context.session.records().labels(registerId, m_context.appearance.language());
        QList<std::pair<QString, QString>> rows;
        if (labels) {
            for (auto it = labels->begin(); it != labels->end(); ++it)
                rows.append({it.value(), it.key()});
        }
        std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
        for (const auto &[text, id] : std::as_const(rows))
            combo->addItem(text, id);
    }
    column->addWidget(combo);
    column->addSpacing(Theme::gap);
    connect(combo, &QComboBox::currentIndexChanged, this, &ReleaseDialog::evaluate);
    return combo;
}

void ReleaseDialog::build(const RecordId &version)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(Theme::margin, Theme::margin, Theme::margin, Theme::padding);
    outer->setSpacing(Theme::padding);
    outer->addWidget(makeTitleLabel(tr("New release")));
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::margin);
    auto *left = new QVBoxLayout;
    left->setSpacing(Theme::unit);
    m_version = addChoice(left, tr("Version of a document"), u"doc_version"_s);
    m_version->setObjectName(u"version"_s);
    m_person = addChoice(left, tr("To whom"), u"person"_s);
    m_person->setObjectName(u"person"_s);
    m_purpose = addChoice(left, tr("For which purpose"), {});
    m_purpose->setObjectName(u"purpose"_s);
    m_channel = addChoice(left, tr("By which channel"), u"channel"_s);
    m_channel->setObjectName(u"channel"_s);
    m_basis = addChoice(left, tr("Legal basis, if people can be identified"), {});
    m_basis->setObjectName(u"basis"_s);
    left->addWidget(makeLabel(tr("The paper that proves it"), TextSize::Small, QFont::DemiBold));
    m_paper = makeEvidenceChoice(m_context, tr("The paper that proves it"));
    m_paper->setObjectName(u"paper"_s);
    left->addWidget(m_paper);
    connect(m_paper, &QComboBox::currentIndexChanged, this, &ReleaseDialog::evaluate);
    const bool chinese = m_context.appearance.isChinese();
    const RegisterDecl *decl = m_context.session.records().catalogue().find(u"release"_s);
    const auto fill = [&](QComboBox *combo, const QString &field) {
        const FieldDecl *found = decl ? decl->field(field) : nullptr;
        for (const ChoiceDecl &choice : found ? found->choices : QList<ChoiceDecl>())
            combo->addItem(choice.title.in(chinese), choice.id);
    };
    fill(m_purpose, u"purpose"_s);
    fill(m_basis, u"legal_basis"_s);
    m_version->setCurrentIndex(qMax(0, m_version->findData(version.toString())));
    left->addStretch();
    auto *leftBox = new QWidget;
    leftBox->setLayout(left);
    leftBox->setFixedWidth(300);
    left->setContentsMargins(0, 0, 0, 0);
    row->addWidget(leftBox);
    auto *card = new Card;
    m_sum = makeSectionLabel({});
    m_sum->setObjectName(u"sum"_s);
    card->body()->addWidget(m_sum);
    auto *scroll = new ColumnScroll;
    m_lines = scroll->column();
    m_lines->setContentsMargins(0, 0, Theme::gap, 0);
    m_lines->setSpacing(0);
    card->body()->addWidget(scroll, 1);
    row->addWidget(card, 1);
    outer->addLayout(row, 1);
    auto *foot = new QHBoxLayout;
    m_reason = makeQuietLabel({});
    foot->addWidget(m_reason, 1);
    auto *close = new QPushButton(tr("Close"));
    m_release = new QPushButton(tr("Release…"));
    m_release->setObjectName(u"release"_s);
    setButtonKind(m_release, ButtonKind::Primary);
    foot->addWidget(close);
    foot->addWidget(m_release);
    outer->addLayout(foot);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_release, &QPushButton::clicked, this, &ReleaseDialog::release);
}

ReleaseQuestion ReleaseDialog::question() const
{
    ReleaseQuestion question;
    question.version = VersionId::fromText(m_version->currentData().toString());
    question.person = PersonId::fromText(m_person->currentData().toString());
    question.purpose = m_purpose->currentData().toString();
    question.channel = RecordId::fromText(m_channel->currentData().toString());
    question.legalBasis = m_basis->currentData().toString();
    question.legalEvidence = chosenEvidence(m_paper);
    return question;
}

void ReleaseDialog::evaluate()
{
    if (!m_release)
        return;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const ReleaseQuestion asked = question();
    const bool complete = !asked.version.isNull() && !asked.person.isNull() && !asked.purpose.isEmpty() && !asked.channel.isNull();
    m_release->setEnabled(false);
    if (!complete) {
        m_sum->setText(tr("Choose version, person, purpose and channel."));
        m_reason->setText(tr("Fourteen conditions must hold at this moment."));
        return;
    }
    const auto verdict = m_context.session.releases().evaluate(asked);
    if (!verdict) {
        m_sum->setText(errorText(verdict.error()));
        return;
    }
    show14(*verdict);
}

void ReleaseDialog::show14(const ReleaseVerdict &verdict)
{
    const auto missing = failing(verdict.conditions).size();
    m_sum->setText(verdict.isAllowed() ? tr("All fourteen conditions hold.") : tr("%n of fourteen conditions do not hold.", nullptr, int(missing)));
    m_reason->setText(verdict.isClockBehind ? tr("The clock of this computer is behind the last entry of the audit trail (%1): nothing leaves until it is set right.").arg(verdict.lastEntryAt)
            : verdict.isAllowed()           ? QString()
                                            : tr("Each line that does not hold leads to where it is mended."));
    m_release->setEnabled(verdict.isAllowed());
    for (const Condition &condition : verdict.conditions) {
        auto *row = new LinkRow(u"%1  %2"_s.arg(condition.number).arg(conditiontext::title(condition.number)), releasetext::conditionFact(condition));
        row->setLeading(new IconLabel(condition.ok ? u"circle-check"_s : u"circle-x"_s, 18, condition.ok ? Tone::Good : Tone::Bad));
        connect(row, &LinkRow::activated, this, [this, fix = condition.fix] {
            if (pageInfo(fix.page).id.isEmpty())
                return;
            accept();
            m_context.navigator.open({fix.page, fix.registerId, RecordId::fromText(fix.id), {}});
        });
        m_lines->addWidget(row);
    }
    m_lines->addStretch();
}

void ReleaseDialog::release()
{
    const QString directory = FileDialog::openFolder(this, tr("Where the package is to be written"));
    if (directory.isEmpty())
        return;
    m_release->setEnabled(false);
    m_reason->setText(tr("Packing…"));
    using Made = std::shared_ptr<MadeRelease>;
    Session &session = m_context.session;
    m_context.jobs.start<Made>(std::make_shared<Job>(u"release.package"_s),
        [&session, asked = question(), directory](JobContext &job) -> Result<Made> {
            DW_ASSIGN(MadeRelease made, session.releases().release(asked, directory, job));
            return std::make_shared<MadeRelease>(std::move(made));
        },
        this, [this](Result<Made> made) {
            if (!made) {
                m_reason->setText(errorText(made.error()));
                return;
            }
            QString password = QString::fromUtf8((*made)->password.view());
            showProblem(this, tr("Released"),
                tr("The package is written. Its password is %1: it is shown only now; send it by another route than the package.").arg(password));
            password.fill(u' ');
            accept();
        });
}

} // namespace dw
