#include "ui/pages/calendarpage.h"

#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/models/dealstate.h"
#include "ui/text/errortext.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/sentencedialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QSaveFile>
#include <QStackedWidget>
#include <QStandardItemModel>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QString rowId(const Deadline &deadline)
{
    return deadline.measure.isEmpty() ? deadline.record.toString() : deadline.measure;
}

} // namespace

CalendarPage::CalendarPage(PageContext pageContext, QWidget *parent)
    : Page(u"calendar"_s, pageContext, parent)
{
    header()->setPrimary(tr("Export reminders…"));
    auto *row = new QHBoxLayout;
    m_span = new QComboBox;
    m_span->setAccessibleName(tr("How far ahead"));
    m_span->addItem(tr("Next 30 days"), 30);
    m_span->addItem(tr("Next 90 days"), 90);
    m_span->addItem(tr("Next year"), 366);
    m_span->addItem(tr("Everything"), 36600);
    m_span->setCurrentIndex(1);
    row->addWidget(m_span);
    row->addStretch();
    content()->addLayout(row);
    m_stack = new QStackedWidget;
    m_model = new QStandardItemModel(0, 5, this);
    m_table = new DataTable;
    m_table->setModel(m_model);
    m_table->setDensity(context().appearance.density());
    m_table->setAccessibleName(tr("Dates that fall due"));
    m_table->setStretchColumn(3);
    m_stack->addWidget(m_table);
    auto *empty = new EmptyState(u"calendar"_s, tr("No date falls due in this span. Dates of NDAs, grants, checks, reviews and copies appear here."), tr("Show everything"));
    m_stack->addWidget(empty);
    content()->addWidget(m_stack, 1);
    connect(empty, &EmptyState::activated, this, [this] { m_span->setCurrentIndex(3); });
    connect(m_span, &QComboBox::currentIndexChanged, this, &CalendarPage::refresh);
    connect(header(), &PageHeader::primaryTriggered, this, &CalendarPage::exportCalendar);
    connect(&context().state, &DealState::changed, this, &CalendarPage::changed);
    connect(m_table, &DataTable::opened, this, [this](const QString &id) {
        for (const Deadline &deadline : std::as_const(m_deadlines)) {
            if (rowId(deadline) != id)
                continue;
            if (!deadline.measure.isEmpty())
                return context().navigator.open({u"measures"_s, {}, {}, {{u"measure"_s, deadline.measure}}});
            return context().navigator.openRecord(deadline.registerId, deadline.record);
        }
    });
}

void CalendarPage::refresh()
{
    const QDate today = context().state.today();
    m_deadlines = deadlines(session(), context().state, m_span->currentData().toInt(), context().appearance.language());
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Day"), tr("When"), tr("What"), tr("Record"), tr("Kind")});
    int late = 0;
    for (const Deadline &deadline : std::as_const(m_deadlines)) {
        const qint64 days = today.daysTo(deadline.day);
        late += days < 0 ? 1 : 0;
        const RegisterDecl *decl = session().records().catalogue().find(deadline.registerId);
        const QString when = days < 0 ? tr("%n day(s) late", nullptr, int(-days)) : days == 0 ? tr("today") : tr("in %n day(s)", nullptr, int(days));
        QList<QStandardItem *> items;
        for (const QString &text : {deadline.day.toString(Qt::ISODate), when, deadline.what, deadline.title, decl ? words(decl->singular) : tr("Measure")}) {
            items.append(new QStandardItem(text));
            items.last()->setData(rowId(deadline), RowIdRole);
        }
        items.at(1)->setData(QVariant::fromValue(ChipSpec {when, u"clock"_s, days < 0 ? Tone::Bad : days <= 7 ? Tone::Warn : Tone::Neutral}), ChipRole);
        m_model->appendRow(items);
    }
    m_table->fitColumns();
    m_stack->setCurrentIndex(m_deadlines.isEmpty() ? 1 : 0);
    header()->setState(late > 0 ? tr("%1 dates ahead, %2 late.").arg(m_deadlines.size() - late).arg(late)
                                : tr("%n date(s) ahead, none late.", nullptr, int(m_deadlines.size())));
    header()->setPrimaryBlocked(m_deadlines.isEmpty() ? tr("Nothing to export.") : QString());
}

void CalendarPage::exportCalendar()
{
    const QString path = FileDialog::saveFile(this, tr("Export reminders"), u"reminders.ics"_s, u"ics"_s);
    if (path.isEmpty())
        return;
    // Neutral on purpose: calendars are synchronised, shown on locked screens and shared.
    const QByteArray bytes = toCalendar(m_deadlines, tr("Deal reminder"), session().clock().nowUtc());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return showProblem(this, tr("The reminders were not exported"), errorText(Error {ErrorCode::Io, {}, {}, {}}));
    context().navigator.say(tr("Exported %n reminder(s) with neutral titles.", nullptr, int(m_deadlines.size())));
}

} // namespace dw
