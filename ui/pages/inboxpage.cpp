#include "ui/pages/inboxpage.h"

#include "core/desk/accounts/accountservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/models/deadlines.h"
#include "ui/models/dealstate.h"
#include "ui/models/measuretext.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"

#include <QBoxLayout>

namespace dw {

using namespace Qt::StringLiterals;

InboxPage::InboxPage(PageContext pageContext, QWidget *parent)
    : Page(u"inbox"_s, pageContext, parent)
{
    m_empty = new EmptyState(u"inbox"_s, tr("Nothing waits for you. Gates, exceptions, reviews and dates appear here."), tr("Open the dashboard"));
    connect(m_empty, &EmptyState::activated, this, [this] { context().navigator.open({u"dashboard"_s, {}, {}, {}}); });
    content()->addWidget(m_empty, 1);
    auto *scroll = new ColumnScroll;
    m_column = scroll->column();
    m_column->setContentsMargins(0, 0, Theme::gap, 0);
    m_column->setSpacing(Theme::padding);
    scroll->inner()->setMaximumWidth(860);
    m_scroll = scroll;
    content()->addWidget(scroll, 1);
    connect(&context().state, &DealState::changed, this, &InboxPage::changed);
}

void InboxPage::waiting(const QString &registerId, const QString &state, const QString &remark, QList<Item> &into)
{
    RecordQuery query;
    query.filters.insert(u"state"_s, state);
    const auto rows = session().records().list(registerId, query);
    if (!rows)
        return;
    const RegisterDecl *decl = session().records().catalogue().find(registerId);
    for (const Record &row : *rows) {
        const QString label = session().records().label(registerId, row.id, context().appearance.language()).value_or(QString());
        into.append({label, remark, u"clipboard-check"_s, static_cast<int>(Tone::Accent), {decl->page, registerId, row.id, {}}});
    }
}

QList<InboxPage::Item> InboxPage::decisions()
{
    QList<Item> items;
    if (const auto &gates = context().state.gates()) {
        for (const GateView &gate : *gates) {
            if (gate.state == "gate_requested"_L1)
                items.append({tr("%1 is requested").arg(idtext::gate(gate.gate)),
                    gate.canPass() ? tr("Nothing is in the way") : tr("%n row(s) in the way", nullptr, int(gate.redMeasures.size())), u"flag"_s,
                    static_cast<int>(gate.canPass() ? Tone::Good : Tone::Warn), {u"measures"_s, {}, {}, {{u"gate"_s, gate.gate}}}});
        }
    }
    waiting(u"deal_exception"_s, u"requested"_s, tr("Exception to approve or refuse"), items);
    waiting(u"access_grant"_s, u"requested"_s, tr("Grant to approve or refuse"), items);
    return items;
}

QList<InboxPage::Item> InboxPage::reviews()
{
    QList<Item> items;
    waiting(u"doc_version"_s, u"in_review"_s, tr("Document to review"), items);
    waiting(u"data_asset"_s, u"classified"_s, tr("Level to review"), items);
    return items;
}

QList<InboxPage::Item> InboxPage::signatures()
{
    QList<Item> items;
    const auto &status = context().state.status();
    if (!status)
        return items;
    const MeasureCatalogue &catalogue = session().measures().catalogue();
    const QString role = roleId(session().actor().role);
    for (const MeasureStatus &row : status->measures) {
        const MeasureDecl *decl = catalogue.find(row.id);
        for (const StatusReason &reason : row.reasons) {
            const bool sign = reason.id == "signature_missing"_L1 || reason.id == "nil_return_due"_L1
                || reason.id == "changed_since_signed"_L1 || reason.id == "signature_expired"_L1;
            if (!sign || !decl || (decl->role != role && role != "compliance_officer"_L1))
                continue;
            items.append({decl->title.in(chinese()), measuretext::reason(row, catalogue, chinese()), u"pen-line"_s,
                static_cast<int>(Tone::Warn), {u"measures"_s, {}, {}, {{u"measure"_s, row.id}}}});
            break;
        }
    }
    return items;
}

QList<InboxPage::Item> InboxPage::sealedEntries()
{
    QList<Item> items;
    const auto waiting = session().waitingEntries();
    if (!waiting)
        return items;
    const Filing &filed = session().filed();
    for (const WaitingEntry &entry : *waiting) {
        const auto writer = session().accounts().get(entry.writer);
        const QString name = writer ? writer->name : tr("an unknown account");
        QString remark = tr("Level %1, by %2: filed when a cleared colleague unlocks").arg(entry.level).arg(name);
        Tone tone = Tone::Accent;
        for (const Filing::Held &held : filed.held) {
            if (held.action != entry.action)
                continue;
            remark = errorText(Error {ErrorCode::VerificationFailed, held.reason, {}, {}});
            tone = Tone::Bad;
        }
        const QString words = entry.name.isEmpty() ? tr("Sealed entry") : idtext::action(entry.name);
        items.append({words, remark, u"message-square-lock"_s, static_cast<int>(tone), {u"trail"_s, {}, {}, {}}});
    }
    return items;
}

QList<InboxPage::Item> InboxPage::dates()
{
    QList<Item> items;
    const QDate today = context().state.today();
    for (const Deadline &deadline : deadlines(session().records(), today, 7, context().appearance.language())) {
        const RegisterDecl *decl = session().records().catalogue().find(deadline.registerId);
        const qint64 days = today.daysTo(deadline.day);
        items.append({deadline.title, tr("%1: %2").arg(deadline.what, deadline.day.toString(Qt::ISODate)), u"clock"_s,
            static_cast<int>(days < 0 ? Tone::Bad : Tone::Warn), {decl->page, deadline.registerId, deadline.record, {}}});
    }
    return items;
}

void InboxPage::addCard(const QString &heading, const QList<Item> &items)
{
    if (items.isEmpty())
        return;
    auto *card = new Card(u"%1 (%2)"_s.arg(heading).arg(items.size()));
    int shown = 0;
    for (const Item &item : items) {
        if (++shown > 12)
            break;
        auto *row = new LinkRow(item.text, item.remark);
        row->setLeading(new IconLabel(item.icon, Theme::icon, static_cast<Tone>(item.tone)));
        connect(row, &LinkRow::activated, this, [this, target = item.target] { context().navigator.open(target); });
        card->body()->addWidget(row);
    }
    if (items.size() > 12)
        card->body()->addWidget(makeQuietLabel(tr("and %n more", nullptr, int(items.size()) - 12)));
    m_column->addWidget(card);
}

void InboxPage::refresh()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const QList<Item> first = decisions();
    const QList<Item> second = reviews();
    const QList<Item> third = signatures();
    const QList<Item> fourth = dates();
    addCard(tr("To decide"), first);
    addCard(tr("To review"), second);
    addCard(tr("To sign"), third);
    const QList<Item> sealedUp = sealedEntries();
    addCard(tr("Sealed entries"), sealedUp);
    addCard(tr("Dates within a week, and late ones"), fourth);
    m_column->addStretch();
    const qsizetype all = first.size() + second.size() + third.size() + fourth.size() + sealedUp.size();
    m_empty->setVisible(all == 0);
    m_scroll->setVisible(all > 0);
    header()->setState(all == 0 ? tr("Nothing waits for you.") : tr("%n thing(s) wait for you.", nullptr, int(all)));
}

} // namespace dw
