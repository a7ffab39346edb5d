#include "ui/pages/registerpage.h"

#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/models/dealstate.h"
#include "ui/models/recordlistmodel.h"
#include "ui/pages/recorddetail.h"
#include "ui/pages/registerlist.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/pageheader.h"

#include <QAction>
#include <QBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

namespace dw {

using namespace Qt::StringLiterals;

RegisterPage::RegisterPage(const QString &id, PageContext pageContext, QWidget *parent)
    : Page(id, pageContext, parent)
{
    build();
    connect(&context().state, &DealState::changed, this, &RegisterPage::changed);
}

QStringList RegisterPage::tabs() const
{
    QStringList ids;
    const RegisterCatalogue &catalogue = session().records().catalogue();
    for (const RegisterDecl *decl : catalogue.onPage(id())) {
        const FieldDecl *parent = decl->parent.isEmpty() ? nullptr : decl->field(decl->parent);
        const RegisterDecl *owner = parent ? catalogue.find(parent->target) : nullptr;
        if (!owner || owner->page != decl->page)
            ids.append(decl->id);
    }
    return ids;
}

void RegisterPage::build()
{
    m_tabs = new QTabBar;
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->setUsesScrollButtons(true);
    content()->addWidget(m_tabs);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_stack = new QStackedWidget;
    m_splitter->addWidget(m_stack);
    m_pane = new DetailPane;
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({640, Theme::detailWidth});
    content()->addWidget(m_splitter, 1);
    m_detail = new RecordDetail(context(), m_pane, this);
    const RegisterCatalogue &catalogue = session().records().catalogue();
    for (const QString &registerId : RegisterPage::tabs()) {
        const RegisterDecl *decl = catalogue.find(registerId);
        if (!decl)
            continue;
        auto *list = new RegisterList(context(), *decl);
        m_lists.append(list);
        m_stack->addWidget(list);
        m_tabs->addTab(words(decl->title));
        connect(list, &RegisterList::currentChanged, this, [this, decl](const RecordId &record) { onCurrentRecord(*decl, record); });
        connect(list, &RegisterList::countsChanged, this, &RegisterPage::updateHeader);
    }
    m_tabs->setVisible(m_lists.size() > 1);
    m_tabs->setAccessibleName(tr("Lists of this page"));
    m_pane->hide();
    connect(m_tabs, &QTabBar::currentChanged, this, &RegisterPage::showTab);
    connect(m_pane, &DetailPane::closed, m_pane, &QWidget::hide);
    connect(header(), &PageHeader::primaryTriggered, this, [this] {
        RegisterList *list = currentList();
        if (!list)
            return;
        list->actionText().isEmpty() ? list->addRecord() : list->runAction();
    });
    connect(header()->addOverflow(tr("Import from CSV…"), u"upload"_s), &QAction::triggered, this, [this] {
        if (currentList() && currentList()->canAdd())
            currentList()->importCsv();
    });
    connect(header()->addOverflow(tr("Export as CSV…"), u"download"_s), &QAction::triggered, this, [this] {
        if (currentList())
            currentList()->exportCsv();
    });
    connect(header()->addOverflow(tr("Template to fill in…"), u"file-text"_s), &QAction::triggered, this, [this] {
        if (currentList())
            currentList()->saveTemplate();
    });
}

void RegisterPage::addRecordOf(const QString &registerId)
{
    if (RegisterList *wanted = list(registerId))
        wanted->addRecord();
}

void RegisterPage::setAction(const QString &registerId, const QString &text, std::function<void()> run)
{
    if (RegisterList *wanted = list(registerId))
        wanted->setAction(text, std::move(run));
}

void RegisterPage::insertAbove(QWidget *widget)
{
    content()->insertWidget(0, widget);
}

RegisterList *RegisterPage::currentList() const
{
    return m_lists.value(m_stack->currentIndex());
}

RegisterList *RegisterPage::list(const QString &registerId) const
{
    for (RegisterList *list : m_lists) {
        if (list->decl().id == registerId)
            return list;
    }
    return nullptr;
}

void RegisterPage::showTab(int index)
{
    m_stack->setCurrentIndex(index);
    if (RegisterList *list = currentList()) {
        list->reload();
        onCurrentRecord(list->decl(), list->currentRecord());
    }
    updateHeader();
}

void RegisterPage::onCurrentRecord(const RegisterDecl &decl, const RecordId &record)
{
    if (record.isNull()) {
        m_pane->hide();
        m_detail->clear({});
        return;
    }
    m_detail->show(decl, record);
    m_pane->show();
}

QString RegisterPage::stateSentence() const
{
    const RegisterList *list = currentList();
    return list ? words(list->decl().about) : QString();
}

void RegisterPage::updateHeader()
{
    RegisterList *list = currentList();
    if (!list)
        return;
    header()->setState(stateSentence());
    if (!list->actionText().isEmpty()) {
        header()->setPrimary(list->actionText());
        header()->setPrimaryBlocked({});
        return;
    }
    const bool adds = !list->decl().isSystem && !(list->decl().isSingle && list->total() > 0);
    header()->setPrimary(adds ? tr("New: %1").arg(words(list->decl().singular)) : QString());
    header()->setPrimaryBlocked(adds && !list->canAdd() ? tr("Your role does not add rows here.") : QString());
}

void RegisterPage::refresh()
{
    if (RegisterList *list = currentList()) {
        list->reload();
        if (list->currentRecord().isNull() && list->model()->rowCount() > 0)
            list->table()->selectId(list->model()->records().first().id.toString());
    }
    m_detail->refresh();
    updateHeader();
}

void RegisterPage::showTarget(const Target &target)
{
    if (target.registerId.isEmpty())
        return;
    for (int index = 0; index < m_lists.size(); ++index) {
        if (m_lists.at(index)->decl().id != target.registerId)
            continue;
        m_tabs->setCurrentIndex(index);
        m_lists.at(index)->reload();
        if (!target.filter.isEmpty())
            m_lists.at(index)->setFilter(target.filter);
        if (!target.record.isNull())
            m_lists.at(index)->select(target.record);
        return;
    }
    // A register without a tab: go to the record it belongs to, then show it in the pane.
    RecordService &records = session().records();
    const RegisterDecl *decl = records.catalogue().find(target.registerId);
    const FieldDecl *parent = decl ? decl->field(decl->parent) : nullptr;
    if (!parent)
        return;
    if (target.record.isNull()) {
        showTarget({id(), parent->target, {}, {}});
        return;
    }
    if (const auto record = records.get(decl->id, target.record)) {
        showTarget({id(), parent->target, RecordId::fromText(record->text(decl->parent)), {}});
        m_detail->show(*decl, target.record);
        m_pane->show();
    }
}

Target RegisterPage::currentTarget() const
{
    const RegisterList *list = currentList();
    return {id(), list ? list->decl().id : QString(), list ? list->currentRecord() : RecordId(), {}};
}

} // namespace dw
