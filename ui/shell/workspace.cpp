#include "ui/shell/workspace.h"

#include "core/desk/deal/dealservice.h"
#include "core/desk/measures/measureservice.h"
#include "core/desk/people/peopleservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/desk/releases/releaseservice.h"
#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "ui/base/actionregistry.h"
#include "ui/base/appearance.h"
#include "ui/models/deadlines.h"
#include "ui/models/dealstate.h"
#include "ui/pages/pagefactory.h"
#include "ui/pages/pageindex.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusstrip.h"
#include "ui/text/idtext.h"

#include <QAction>
#include <QBoxLayout>
#include <QFileInfo>
#include <QLocale>
#include <QStackedWidget>
#include <QTimer>

namespace dw {

using namespace Qt::StringLiterals;

Workspace::Workspace(Session &session, Appearance &appearance, ActionRegistry &actions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_actions(actions)
    , m_state(std::make_unique<DealState>(session))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    build();
    connect(m_state.get(), &DealState::changed, this, [this] {
        if (m_updateQueued)
            return;
        m_updateQueued = true;
        QTimer::singleShot(0, this, [this] {
            m_updateQueued = false;
            updateFrame();
        });
    });
    m_day = m_state->today();
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &Workspace::onMinute);
    clock->start(60'000);
    connect(&session.changes(), &ChangeFeed::committed, this, &Workspace::tellOfSealed);
    connect(&session.jobs(), &JobRunner::started, this, [this](const std::shared_ptr<Job> &job) { m_status->watch(job); });
}

Workspace::~Workspace()
{
    // Pages refer to the deal's state: they go first.
    qDeleteAll(m_pages);
}

void Workspace::tellOfSealed(const ChangeSet &changes)
{
    const bool isSealed = std::any_of(changes.begin(), changes.end(),
        [](const Change &change) { return change.registerId == "inbox"_L1 && change.operation == Operation::Added; });
    if (!isSealed)
        return;
    // After what the page itself says about its success.
    QTimer::singleShot(1200, this, [this] {
        say(tr("Sealed above your clearance: it will be filed when a cleared colleague unlocks. You cannot read it again."));
    });
}

void Workspace::onMinute()
{
    const QDate today = m_state->today();
    if (today == m_day)
        return;
    m_day = today;
    startDay();
}

void Workspace::startDay()
{
    // What runs out by itself: grants, NDAs, copies that are due back, exceptions. Accounts that may not write get
    // the answer computed; a refusal is nothing to tell anybody.
    (void)m_session.people().refresh();
    (void)m_session.releases().refresh();
    (void)m_session.measures().expireExceptions();
    m_state->forget();
    updateFrame();
    if (Page *shown = m_pages.value(m_current))
        shown->refresh();
}

void Workspace::build()
{
    m_frame = new QWidget;
    auto *column = new QVBoxLayout(m_frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_sidebar = new Sidebar;
    m_sidebar->setCollapsed(m_appearance.settings().isSidebarCollapsed());
    row->addWidget(m_sidebar);
    m_stack = new QStackedWidget;
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    m_status = new StatusStrip;
    column->addWidget(m_status);
    layout()->addWidget(m_frame);
    m_palette = new CommandPalette(this);
    connect(m_sidebar, &Sidebar::pageChosen, this, [this](const QString &id) { open({id, {}, {}, {}}); });
    connect(m_sidebar, &Sidebar::lockRequested, this, &Workspace::lockRequested);
    connect(m_sidebar, &Sidebar::collapsedChanged, this,
        [this](bool collapsed) { m_appearance.settings().setSidebarCollapsed(collapsed); });
    connect(m_status, &StatusStrip::backupChosen, this, [this] { open({u"controls"_s, u"backup_run"_s, {}, {}}); });
    connect(m_status, &StatusStrip::deadlineChosen, this, [this] { open({u"calendar"_s, {}, {}, {}}); });
    updateFrame();
}

PageContext Workspace::context()
{
    return {m_session, m_appearance, m_actions, m_session.jobs(), *this, *m_state};
}

Page *Workspace::page(const QString &id)
{
    if (Page *known = m_pages.value(id))
        return known;
    Page *made = makePage(id, context());
    m_pages.insert(id, made);
    m_stack->addWidget(made);
    return made;
}

void Workspace::open(const Target &target)
{
    if (pageInfo(target.page).id.isEmpty())
        return;
    if (!m_current.isEmpty() && m_current != target.page)
        m_back.append(m_pages.value(m_current)->currentTarget());
    m_current = target.page;
    Page *shown = page(target.page);
    m_stack->setCurrentWidget(shown);
    shown->showTarget(target);
    m_sidebar->setCurrentPage(target.page);
}

void Workspace::goBack()
{
    if (m_back.isEmpty())
        return;
    const Target target = m_back.takeLast();
    m_current.clear();
    open(target);
}

void Workspace::openRecord(const QString &registerId, const RecordId &id)
{
    const RegisterDecl *decl = m_session.records().catalogue().find(registerId);
    if (decl)
        open({decl->page, registerId, id, {}});
}

void Workspace::say(const QString &sentence)
{
    m_status->say(sentence);
}

void Workspace::updateFrame()
{
    const Result<DealStatus> &status = m_state->status();
    m_sidebar->setDeal(m_state->codeName(), status ? idtext::phase(status->phase) : QString(), m_session.actor().clearance);
    m_sidebar->setCounts(m_state->redByPage());
    updateFacts();
}

void Workspace::updateFacts()
{
    m_status->setVault(tr("Unlocked by %1 (%2)").arg(m_session.actor().name, idtext::role(roleId(m_session.actor().role))));
    const QDate today = m_state->today();
    const auto backups = m_session.records().list(u"backup_run"_s);
    if (backups && !backups->isEmpty()) {
        qint64 newest = 0;
        for (const Record &run : *backups)
            newest = qMax(newest, run.createdAt);
        const qint64 days = QDateTime::fromMSecsSinceEpoch(newest).date().daysTo(today);
        m_status->setBackup(days <= 0 ? tr("Backed up today") : tr("Last backup %n day(s) ago", nullptr, int(days)), days > 7);
    } else if (backups) {
        m_status->setBackup(tr("No backup yet"), true);
    }
    QDate next; // the first that the calendar shows, late ones apart
    for (const Deadline &deadline : deadlines(m_session, *m_state, 366, m_appearance.language())) {
        if (deadline.day >= today) {
            next = deadline.day;
            break;
        }
    }
    m_status->setDeadline(next.isValid() ? tr("Next deadline %1").arg(QLocale().toString(next, u"yyyy-MM-dd"_s)) : QString(),
        next.isValid() && today.daysTo(next) <= 3);
}

void Workspace::showPalette()
{
    m_palette->open(commands(), [this](const QString &text) { return findRecords(text); });
}

QList<CommandPalette::Entry> Workspace::commands()
{
    QList<CommandPalette::Entry> entries;
    for (const PageInfo &info : pageIndex())
        entries.append({info.title, info.group.isEmpty() ? tr("Page") : info.group, info.icon,
            [this, id = info.id] { open({id, {}, {}, {}}); }});
    for (QAction *action : m_actions.all()) {
        const QString scope = m_actions.scope(action);
        if (action->isEnabled() && (scope.isEmpty() || scope == m_current))
            entries.append({action->text(), action->shortcut().toString(QKeySequence::NativeText), u"chevron-right"_s,
                [action] { action->trigger(); }});
    }
    RecordService &records = m_session.records();
    for (const RegisterDecl *decl : records.catalogue().all()) {
        if (!decl->isSystem && !decl->isSingle && decl->parent.isEmpty() && records.mayAdd(decl->id))
            entries.append({tr("New: %1").arg(decl->singular.in(m_appearance.isChinese())), pageInfo(decl->page).title, u"plus"_s,
                [this, decl] {
                    open({decl->page, decl->id, {}, {}});
                    QMetaObject::invokeMethod(page(decl->page), "addRecordOf", Q_ARG(QString, decl->id));
                }});
    }
    return entries;
}

QList<CommandPalette::Entry> Workspace::findRecords(const QString &text)
{
    QList<CommandPalette::Entry> entries;
    RecordService &records = m_session.records();
    const Language language = m_appearance.language();
    for (const RegisterDecl *decl : records.catalogue().all()) {
        if (pageInfo(decl->page).id.isEmpty() || entries.size() > 40)
            continue;
        const auto labels = records.labels(decl->id, language);
        if (!labels)
            continue;
        for (auto it = labels->begin(); it != labels->end() && entries.size() <= 40; ++it) {
            if (it.value().contains(text, Qt::CaseInsensitive))
                entries.append({it.value(), decl->singular.in(m_appearance.isChinese()), u"file-text"_s,
                    [this, id = decl->id, record = it.key()] { openRecord(id, RecordId::fromText(record)); }});
        }
    }
    return entries;
}

} // namespace dw
