#include "ui/pages/recorddetail.h"

#include "core/desk/registers/recordservice.h"
#include "core/desk/releases/releaseservice.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/base/dealwardstyle.h"
#include "ui/models/dealstate.h"
#include "ui/models/recordlistmodel.h"
#include "ui/pages/recordactions.h"
#include "ui/pages/recorddialog.h"
#include "ui/text/conditiontext.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/text/releasetext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sentencedialog.h"

#include <QBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

RecordDetail::RecordDetail(PageContext context, DetailPane *pane, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_pane(pane)
{
}

void RecordDetail::show(const RegisterDecl &decl, const RecordId &id)
{
    const bool same = m_decl == &decl && m_id == id;
    m_decl = &decl;
    m_id = id;
    const int tab = same ? m_pane->currentTab() : 0;
    const auto record = m_context.session.records().get(decl.id, id);
    if (!record)
        return clear(errorText(record.error()));
    const Language language = m_context.appearance.language();
    const QString label = m_context.session.records().label(decl.id, id, language).value_or(QString());
    ChipSpec chip = fieldtext::stateChip(decl, record->state, language);
    if (record->isVoided())
        chip = {tr("Voided"), u"circle-minus"_s, Tone::Neutral};
    m_pane->setHeading(label, decl.singular.in(language == Language::Chinese), chip);
    m_pane->clearButtons();
    fillButtons(decl, *record);
    m_pane->clearTabs();
    fillFields(decl, *record);
    if (decl.id == "release"_L1)
        fillConditions(id);
    fillRelated(decl, *record);
    fillChecks(decl, *record);
    fillHistory(decl, *record);
    m_pane->setCurrentTab(qMax(0, tab));
}

void RecordDetail::clear(const QString &hint)
{
    m_decl = nullptr;
    m_id = {};
    m_pane->setHint(hint);
}

void RecordDetail::refresh()
{
    if (m_decl && !m_id.isNull())
        show(*m_decl, m_id);
}

void RecordDetail::fillButtons(const RegisterDecl &decl, const Record &record)
{
    if (record.isVoided())
        return;
    RecordService &records = m_context.session.records();
    const bool chinese = m_context.appearance.isChinese();
    bool primary = true;
    for (const RecordAction &action : recordActions(m_context, record)) {
        QPushButton *button = m_pane->addButton(action.text, action.isPrimary);
        button->setObjectName(action.id);
        primary = primary && !action.isPrimary;
        connect(button, &QPushButton::clicked, this, [this, run = action.run] { run(m_pane); });
    }
    for (const TransitionDecl *transition : records.transitions(record)) {
        if (decl.isSystem && !transition->needs.isEmpty())
            continue; // its fields cannot be edited here: the service's own step asks for them
        const StateDecl *to = decl.stateDecl(transition->to);
        const bool forward = primary && to && to->tone == "good"_L1 && !transition->needsReason;
        QPushButton *button = m_pane->addButton(transition->title.in(chinese), forward);
        primary = primary && !forward;
        button->setObjectName(transition->id);
        connect(button, &QPushButton::clicked, this, [this, transition = *transition, record] { run(transition, record); });
    }
    if (decl.isSystem || !records.mayEdit(decl.id))
        return;
    QPushButton *edit = m_pane->addButton(tr("Edit"));
    edit->setObjectName(u"edit"_s);
    connect(edit, &QPushButton::clicked, this, [this, &decl, record] {
        RecordDialog dialog(m_context, decl, &record, {}, m_pane);
        dialog.exec();
    });
    if (!decl.isSingle) {
        QPushButton *remove = m_pane->addButton(tr("Void…"));
        setButtonKind(remove, ButtonKind::Quiet);
        connect(remove, &QPushButton::clicked, this, [this, record] { voidRecord(record); });
    }
}

void RecordDetail::fillFields(const RegisterDecl &decl, const Record &record)
{
    QVBoxLayout *column = m_pane->addTab(tr("Details"));
    const Language language = m_context.appearance.language();
    const LabelBook labels = labelsFor(m_context.session.records(), decl, language);
    QStringList empty;
    for (const FieldDecl &field : decl.fields) {
        if (field.type == FieldType::Json)
            continue;
        const QString name = field.title.in(language == Language::Chinese);
        const QVariant value = record.value(field.name);
        if (record.withheld.contains(field.name)) {
            DetailPane::addFact(column, name, fieldtext::withheld());
            continue;
        }
        const QString shown = fieldtext::value(field, value, labels, language);
        if (shown.isEmpty()) {
            empty.append(name);
            continue;
        }
        if (const ChipSpec chip = fieldtext::fieldChip(field, value); !chip.isEmpty())
            DetailPane::addFact(column, name, new Chip(chip));
        else
            DetailPane::addFact(column, name, shown);
    }
    if (record.isVoided())
        DetailPane::addFact(column, tr("Voided because"), record.voidReason);
    if (!empty.isEmpty())
        DetailPane::addFact(column, tr("Not filled in"), empty.join(tr(", ")));
}

void RecordDetail::fillConditions(const RecordId &release)
{
    const auto verdict = m_context.session.releases().storedVerdict(release.as<ReleaseTag>());
    if (!verdict || verdict->conditions.isEmpty())
        return;
    QVBoxLayout *column = m_pane->addTab(tr("Conditions (%1)").arg(verdict->conditions.size()));
    column->addWidget(makeQuietLabel(tr("As they stood when it was released.")));
    for (const Condition &condition : verdict->conditions) {
        auto *row = new QHBoxLayout;
        row->setSpacing(Theme::gap);
        row->addWidget(new IconLabel(condition.ok ? u"circle-check"_s : u"circle-x"_s, Theme::icon, condition.ok ? Tone::Good : Tone::Bad), 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(1);
        words->addWidget(makeLabel(u"%1  %2"_s.arg(condition.number).arg(conditiontext::title(condition.number))));
        words->addWidget(makeQuietLabel(releasetext::conditionFact(condition)));
        row->addLayout(words, 1);
        column->addLayout(row);
    }
}

void RecordDetail::fillRelated(const RegisterDecl &decl, const Record &record)
{
    RecordService &records = m_context.session.records();
    const QList<const RegisterDecl *> children = records.catalogue().childrenOf(decl.id);
    if (children.isEmpty())
        return;
    const bool chinese = m_context.appearance.isChinese();
    QVBoxLayout *column = m_pane->addTab(tr("Related"));
    for (const RegisterDecl *child : children) {
        RecordQuery query;
        query.parent = record.id;
        const auto rows = records.list(child->id, query);
        auto *head = new QHBoxLayout;
        head->addWidget(makeLabel(u"%1 (%2)"_s.arg(child->title.in(chinese)).arg(rows ? rows->size() : 0), TextSize::Body, QFont::DemiBold), 1);
        if (!child->isSystem && records.mayAdd(child->id) && !record.isVoided()) {
            auto *add = new QPushButton(tr("Add"));
            add->setAccessibleName(tr("Add: %1").arg(child->singular.in(chinese)));
            add->setObjectName(u"add_"_s + child->id);
            connect(add, &QPushButton::clicked, this, [this, child, id = record.id] {
                RecordDialog dialog(m_context, *child, nullptr, {{child->parent, id.toString()}}, m_pane);
                dialog.exec();
            });
            head->addWidget(add);
        }
        column->addLayout(head);
        if (!rows)
            continue;
        const auto labels = records.labels(child->id, m_context.appearance.language()).value_or(QHash<QString, QString>());
        for (const Record &row : *rows) {
            auto *link = new LinkRow(labels.value(row.id.toString()), {});
            if (!row.state.isEmpty())
                link->setTrailing(new Chip(fieldtext::stateChip(*child, row.state, m_context.appearance.language())));
            connect(link, &LinkRow::activated, this, [this, child, id = row.id] { show(*child, id); });
            column->addWidget(link);
        }
        if (rows->isEmpty())
            column->addWidget(makeQuietLabel(child->about.in(chinese)));
    }
}

void RecordDetail::fillChecks(const RegisterDecl &decl, const Record &record)
{
    const auto checks = m_context.state.checksOf(decl.id, record.id);
    if (checks.isEmpty())
        return;
    const auto failing = std::count_if(checks.begin(), checks.end(), [](const auto &check) { return check.isViolated; });
    QVBoxLayout *column = m_pane->addTab(failing ? tr("Checks (%1)").arg(failing) : tr("Checks"));
    const MeasureCatalogue &catalogue = m_context.session.measures().catalogue();
    const bool chinese = m_context.appearance.isChinese();
    for (const DealState::RecordCheck &check : checks) {
        const CheckDecl *about = catalogue.check(check.check);
        const MeasureDecl *measure = catalogue.find(check.measure);
        auto *row = new LinkRow(about ? about->title.in(chinese) : check.check, measure ? measure->title.in(chinese) : QString());
        row->setLeading(new IconLabel(check.isViolated ? u"circle-alert"_s : u"circle-check"_s, Theme::icon,
            check.isViolated ? Tone::Bad : Tone::Good));
        connect(row, &LinkRow::activated, this, [this, id = check.measure] {
            m_context.navigator.open({u"measures"_s, {}, {}, {{u"measure"_s, id}}});
        });
        column->addWidget(row);
    }
}

void RecordDetail::fillHistory(const RegisterDecl &decl, const Record &record)
{
    QVBoxLayout *column = m_pane->addTab(tr("History"));
    const auto history = m_context.session.records().history(decl.id, record.id);
    if (!history) {
        column->addWidget(makeErrorLabel(errorText(history.error())));
        return;
    }
    const Language language = m_context.appearance.language();
    const auto accounts = m_context.session.records().labels(u"account"_s, language).value_or(QHash<QString, QString>());
    const LabelBook labels = labelsFor(m_context.session.records(), decl, language);
    for (const RecordChange &change : *history) {
        QStringList lines;
        for (auto it = change.after.begin(); it != change.after.end(); ++it) {
            const FieldDecl *field = decl.field(it.key());
            if (!field || field->type == FieldType::Json)
                continue;
            const QString before = fieldtext::value(*field, change.before.value(it.key()), labels, language);
            const QString after = fieldtext::value(*field, it.value(), labels, language);
            if (change.version > 1)
                lines.append(u"%1: %2 → %3"_s.arg(field->title.in(language == Language::Chinese),
                    before.isEmpty() ? u"–"_s : before, after.isEmpty() ? u"–"_s : after));
        }
        if (!change.note.isEmpty())
            lines.append(u"“%1”"_s.arg(change.note));
        QString who = accounts.value(change.by.toString());
        if (who.isEmpty() && change.by == m_context.session.actor().id)
            who = m_context.session.actor().name;
        const auto step = std::find_if(decl.transitions.begin(), decl.transitions.end(),
            [&](const TransitionDecl &one) { return change.action == decl.id + u'.' + one.id; });
        const QString action = idtext::action(change.action,
            step == decl.transitions.end() ? QString() : step->title.in(language == Language::Chinese));
        const QString head = u"%1  ·  %2  ·  %3"_s.arg(fieldtext::instant(change.at), who, action);
        DetailPane::addFact(column, head, lines.isEmpty() ? action : lines.join(u'\n'));
    }
}

void RecordDetail::run(const TransitionDecl &transition, const Record &record)
{
    const bool chinese = m_context.appearance.isChinese();
    QString reason;
    const auto kind = transition.needsReason ? SentenceDialog::Reason::Required : SentenceDialog::Reason::None;
    const RegisterDecl *decl = m_context.session.records().catalogue().find(record.registerId);
    QStringList missing;
    for (const QString &field : transition.needs) {
        if (record.value(field).isNull() || record.text(field).isEmpty()) {
            const FieldDecl *found = decl ? decl->field(field) : nullptr;
            if (!found || record.value(field).typeId() != QMetaType::QStringList || record.list(field).isEmpty())
                missing.append(found ? found->title.in(chinese) : field);
        }
    }
    if (!missing.isEmpty())
        return showProblem(m_pane, transition.title.in(chinese),
            tr("These fields must be filled first: %1. Nothing was changed; choose Edit.").arg(missing.join(tr(", "))));
    if (transition.needsReason
        && !SentenceDialog::ask(m_pane, transition.title.in(chinese), tr("This step is recorded with its reason."),
            transition.title.in(chinese), kind, &reason))
        return;
    const Result<> done = m_context.session.records().transition(record.registerId, record.id, transition.id, {}, reason);
    if (!done)
        showProblem(m_pane, transition.title.in(chinese), errorText(done.error()));
}

void RecordDetail::voidRecord(const Record &record)
{
    QString reason;
    if (!SentenceDialog::ask(m_pane, tr("Void this record"),
            tr("It stays visible as voided, with the reason: an evidence system loses no rows."), tr("Void"),
            SentenceDialog::Reason::Required, &reason))
        return;
    const Result<> done = m_context.session.records().voidRecord(record.registerId, record.id, reason);
    if (!done)
        showProblem(m_pane, tr("The record was not voided"), errorText(done.error()));
}

} // namespace dw
