#include "ui/pages/measurespage.h"

#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/base/dealwardstyle.h"
#include "ui/models/dealstate.h"
#include "ui/models/fieldtext.h"
#include "ui/models/measurelistmodel.h"
#include "ui/models/measuretext.h"
#include "ui/pages/measuredetail.h"
#include "ui/pages/signdialog.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sentencedialog.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace dw {

using namespace Qt::StringLiterals;

MeasuresPage::MeasuresPage(PageContext pageContext, QWidget *parent)
    : Page(u"measures"_s, pageContext, parent)
{
    build();
    connect(&context().state, &DealState::changed, this, &MeasuresPage::changed);
}

QWidget *MeasuresPage::makeGateBar()
{
    auto *card = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::cell);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::gap);
    m_gateTitle = makeSectionLabel({});
    m_gateTitle->setWordWrap(false);
    m_gateChip = new Chip;
    head->addWidget(m_gateTitle);
    head->addWidget(m_gateChip);
    head->addStretch();
    words->addLayout(head);
    m_gateWords = makeQuietLabel({});
    words->addWidget(m_gateWords);
    row->addLayout(words, 1);
    m_request = new QPushButton(tr("Request the gate"));
    m_refuse = new QPushButton(tr("Refuse…"));
    m_pass = new QPushButton(tr("Sign the gate…"));
    m_pass->setObjectName(u"pass_gate"_s);
    m_request->setObjectName(u"request_gate"_s);
    setButtonKind(m_pass, ButtonKind::Primary);
    m_review = new QPushButton(tr("Review before closing…"));
    m_review->setObjectName(u"review_closing"_s);
    row->addWidget(m_review);
    row->addWidget(m_request);
    row->addWidget(m_refuse);
    row->addWidget(m_pass);
    card->body()->addLayout(row);
    connect(m_request, &QPushButton::clicked, this, &MeasuresPage::requestGate);
    connect(m_refuse, &QPushButton::clicked, this, &MeasuresPage::refuseGate);
    connect(m_review, &QPushButton::clicked, this, &MeasuresPage::reviewClosing);
    connect(m_pass, &QPushButton::clicked, this, &MeasuresPage::passGate);
    return card;
}

void MeasuresPage::build()
{
    content()->addWidget(makeGateBar());
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::gap);
    m_search = new SearchField(tr("Search the 61 rows"));
    m_search->setMaximumWidth(280);
    m_search->setMinimumWidth(160);
    row->addWidget(m_search, 2);
    m_status = new QComboBox;
    m_status->setAccessibleName(tr("Status"));
    m_status->addItem(tr("All statuses"), QString());
    m_status->addItem(tr("Needs attention"), u"attention"_s);
    m_status->addItem(tr("Waiting for me"), u"mine"_s);
    for (const Status status : {Status::Red, Status::Amber, Status::Green, Status::GreenSigned, Status::NotApplicable})
        m_status->addItem(idtext::status(statusId(status)), statusId(status));
    m_phase = new QComboBox;
    m_phase->setAccessibleName(tr("Phase"));
    m_phase->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_phase->setMinimumContentsLength(12);
    m_phase->addItem(tr("All phases"), QString());
    for (const PhaseDecl &phase : session().measures().catalogue().phases())
        m_phase->addItem(idtext::phase(phase.id), phase.id);
    m_gate = new QComboBox;
    m_gate->setAccessibleName(tr("Gate"));
    m_gate->addItem(tr("All gates"), QString());
    for (int order = 1; order <= 5; ++order)
        m_gate->addItem(gateId(order), gateId(order));
    for (QComboBox *combo : {m_status, m_phase, m_gate}) {
        row->addWidget(combo);
        connect(combo, &QComboBox::currentIndexChanged, this, &MeasuresPage::applyFilter);
    }
    auto *keys = new ElidedLabel(tr("J K move · Space checks · A sign · X not applicable"));
    keys->setFont(Theme::font(TextSize::Small));
    keys->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(keys, 2);
    content()->addLayout(row);
    connect(m_search, &SearchField::searchChanged, this, &MeasuresPage::applyFilter);

    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    m_stack = new QStackedWidget;
    m_model = new MeasureListModel(session().measures().catalogue(), context().appearance.language(), this);
    m_table = new DataTable;
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setDensity(context().appearance.density());
    m_table->setAccessibleName(tr("Measures"));
    m_table->setStretchColumn(MeasureListModel::TitleColumn);
    m_table->installEventFilter(this);
    m_stack->addWidget(m_table);
    m_empty = new EmptyState(u"search"_s, tr("No row matches the search and filters."), tr("Show all 61"));
    m_stack->addWidget(m_empty);
    splitter->addWidget(m_stack);
    m_pane = new DetailPane;
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({640, Theme::detailWidth});
    content()->addWidget(splitter, 1);
    m_footer = makeQuietLabel({});
    content()->addWidget(m_footer);
    m_detail = new MeasureDetail(context(), m_pane, this);
    m_detail->clear();
    connect(m_table, &DataTable::currentIdChanged, this, &MeasuresPage::onCurrent);
    connect(m_table, &DataTable::opened, m_detail, &MeasureDetail::toggleEvidence);
    connect(m_pane, &DetailPane::closed, m_pane, &QWidget::hide);
    connect(m_empty, &EmptyState::activated, this, [this] {
        m_search->clear();
        for (QComboBox *combo : {m_status, m_phase, m_gate})
            combo->setCurrentIndex(0);
    });
    connect(&context().appearance, &Appearance::densityChanged, this, [this] { m_table->setDensity(context().appearance.density()); });
}

QStringList MeasuresPage::myFunctions() const
{
    // The account's role, and the functions its person holds.
    QStringList functions {roleId(session().actor().role)};
    if (const auto account = session().records().get(u"account"_s, session().actor().id.as<RecordTag>())) {
        RecordQuery query;
        query.filters.insert(u"person"_s, account->text(u"person"_s));
        if (const auto holders = session().records().list(u"function_holder"_s, query)) {
            for (const Record &holder : *holders)
                functions.append(holder.text(u"deal_function"_s));
        }
    }
    return functions;
}

void MeasuresPage::applyFilter()
{
    MeasureListModel::Filter filter;
    filter.search = m_search->text().trimmed();
    filter.status = m_status->currentData().toString();
    filter.phase = m_phase->currentData().toString();
    filter.gate = m_gate->currentData().toString();
    if (filter.status == "mine"_L1)
        filter.functions = myFunctions();
    const QString before = m_table->currentId();
    m_model->setFilter(filter);
    if (before.isEmpty() || !m_table->selectId(before)) {
        if (m_model->rowCount() > 0)
            m_table->selectId(m_model->index(0, 0).data(RowIdRole).toString());
    }
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    m_footer->setText(tr("%1 of 61 rows").arg(m_model->rowCount()));
}

void MeasuresPage::refresh()
{
    const auto &status = context().state.status();
    if (!status) {
        header()->setState(errorText(status.error()));
        return;
    }
    const QString before = m_table->currentId();
    m_model->setRows(status->measures);
    header()->setState(tr("%1 red, %2 amber, %3 green, %4 signed, %5 not applicable. Readiness %6 %.")
                           .arg(m_model->count(Status::Red))
                           .arg(m_model->count(Status::Amber))
                           .arg(m_model->count(Status::Green))
                           .arg(m_model->count(Status::GreenSigned))
                           .arg(m_model->count(Status::NotApplicable))
                           .arg(status->readiness.score));
    if (!m_table->selectId(before) && m_model->rowCount() > 0)
        m_table->selectId(m_model->index(0, 0).data(RowIdRole).toString());
    onCurrent(m_table->currentId());
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    m_footer->setText(tr("%1 of 61 rows").arg(m_model->rowCount()));
    fillGate();
}

void MeasuresPage::fillGate()
{
    const auto &status = context().state.status();
    const auto &gates = context().state.gates();
    if (!status || !gates)
        return;
    const GateView *open = nullptr;
    for (const GateView &view : *gates) {
        if (view.gate == status->gate)
            open = &view;
    }
    if (!open)
        return;
    m_gateTitle->setText(idtext::gate(open->gate));
    const bool requested = open->state == "gate_requested"_L1;
    m_gateChip->setSpec(open->canPass() ? ChipSpec {requested ? tr("Requested, ready to sign") : tr("Ready to sign"), u"circle-check"_s, Tone::Good}
                                        : ChipSpec {tr("%n row(s) in the way", nullptr, int(open->redMeasures.size())), u"circle-alert"_s, Tone::Bad});
    QStringList words;
    if (!open->amberByDate.isEmpty())
        words.append(tr("%n amber by date alone: they pass and are listed", nullptr, int(open->amberByDate.size())));
    if (!open->exceptions.isEmpty())
        words.append(tr("%n live exception(s)", nullptr, int(open->exceptions.size())));
    words.append(tr("signed by a compliance officer who is not the deal manager"));
    m_gateWords->setText(words.join(u" · "_s));
    const Role role = session().actor().role;
    m_request->setVisible(!requested && (role == Role::DealManager || role == Role::Owner));
    m_refuse->setVisible(requested && role == Role::ComplianceOfficer);
    m_review->setVisible(role == Role::ComplianceOfficer && open->phase == "closing"_L1);
    m_pass->setVisible(role == Role::ComplianceOfficer);
    m_pass->setEnabled(open->canPass());
    m_pass->setToolTip(open->canPass() ? QString() : tr("Rows that block this gate are red."));
}

void MeasuresPage::onCurrent(const QString &id)
{
    if (const MeasureStatus *row = m_model->status(id))
        m_detail->show(*row);
    else
        m_detail->clear();
}

void MeasuresPage::requestGate()
{
    const auto &status = context().state.status();
    QString note;
    if (!status
        || !SentenceDialog::ask(this, tr("Request the gate"), tr("The compliance officer finds it in the inbox."), tr("Request"),
            SentenceDialog::Reason::Optional, &note))
        return;
    if (const Result<> done = session().gates().request(status->gate, note); !done)
        showProblem(this, tr("The gate was not requested"), errorText(done.error()));
}

void MeasuresPage::passGate()
{
    const auto &status = context().state.status();
    QString note;
    if (!status)
        return;
    const QString gate = status->gate;
    if (!SentenceDialog::ask(this, tr("Sign %1").arg(idtext::gate(gate)),
            tr("The state of every check is stored with your signature. Later changes show as drift; this is never rewritten."),
            tr("Sign the gate"), SentenceDialog::Reason::Optional, &note))
        return;
    if (const auto done = session().gates().pass(gate, note); !done)
        showProblem(this, tr("The gate stays open"), errorText(done.error()));
    else
        context().navigator.say(tr("%1 passed.").arg(gate));
}

void MeasuresPage::reviewClosing()
{
    SignDialog dialog(context(), {tr("Review before closing"),
                                     tr("You decide as compliance officer whether the deal may be signed and closed. The state of every check is stored with your signature."),
                                     {{u"go"_s, tr("Go")}, {u"conditional_go"_s, tr("Go under conditions (name them in the note)")}, {u"no_go"_s, tr("No go")}}, false},
        this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (const auto done = session().gates().review(dialog.decision(), dialog.note()); !done)
        showProblem(this, tr("Nothing was signed"), errorText(done.error()));
}

void MeasuresPage::refuseGate()
{
    const auto &status = context().state.status();
    QString reason;
    if (!status
        || !SentenceDialog::ask(this, tr("Refuse the gate"), tr("The deal manager reads the reason."), tr("Refuse"),
            SentenceDialog::Reason::Required, &reason))
        return;
    if (const Result<> done = session().gates().refuse(status->gate, reason); !done)
        showProblem(this, tr("The gate was not refused"), errorText(done.error()));
}

void MeasuresPage::showTarget(const Target &target)
{
    if (target.filter.isEmpty())
        return;
    const auto choose = [&](QComboBox *combo, const QString &key) {
        combo->setCurrentIndex(qMax(0, combo->findData(target.filter.value(key).toString())));
    };
    m_search->clear();
    choose(m_status, u"status"_s);
    choose(m_phase, u"phase"_s);
    choose(m_gate, u"gate"_s);
    refresh();
    applyFilter();
    if (const QString id = target.filter.value(u"measure"_s).toString(); !id.isEmpty()) {
        m_table->selectId(id);
        m_pane->show();
    }
}

Target MeasuresPage::currentTarget() const
{
    QVariantMap filter {{u"measure"_s, m_table->currentId()}};
    if (const QString status = m_status->currentData().toString(); !status.isEmpty())
        filter.insert(u"status"_s, status);
    return {id(), {}, {}, filter};
}

bool MeasuresPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() != Qt::NoModifier)
        return Page::eventFilter(watched, event);
    const int row = m_table->currentIndex().row();
    const auto move = [&](int by) {
        const int next = qBound(0, row + by, m_model->rowCount() - 1);
        m_table->selectId(m_model->index(next, 0).data(RowIdRole).toString());
    };
    switch (key->key()) {
    case Qt::Key_J:
        move(1);
        return true;
    case Qt::Key_K:
        move(-1);
        return true;
    case Qt::Key_Space:
        m_pane->show();
        m_detail->toggleEvidence();
        return true;
    case Qt::Key_A:
        m_detail->sign();
        return true;
    case Qt::Key_R:
        m_detail->withdraw();
        return true;
    case Qt::Key_X:
        m_detail->takeOut();
        return true;
    default:
        return Page::eventFilter(watched, event);
    }
}

} // namespace dw
