#include "ui/pages/clients/clientspage.h"

#include "core/desk/clients/clientservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/session/session.h"
#include "ui/models/clientlistmodel.h"
#include "ui/models/dealstate.h"
#include "ui/models/recordlistmodel.h"
#include "ui/pages/clients/assetbar.h"
#include "ui/pages/clients/clientimportdialog.h"
#include "ui/pages/clients/clientlist.h"
#include "ui/pages/recorddetail.h"
#include "ui/pages/registerlist.h"
#include "ui/text/errortext.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/sentencedialog.h"

#include <QAction>
#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QUrl>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

enum Tab { Clients, Assets, Imports };

} // namespace

ClientsPage::ClientsPage(PageContext pageContext, QWidget *parent)
    : Page(u"clients"_s, pageContext, parent)
{
    build();
    setAcceptDrops(true);
    connect(&context().state, &DealState::changed, this, &ClientsPage::changed);
}

void ClientsPage::build()
{
    const RegisterCatalogue &catalogue = session().records().catalogue();
    const RegisterDecl &assets = *catalogue.find(u"data_asset"_s);
    const RegisterDecl &imports = *catalogue.find(u"client_import"_s);
    m_tabs = new QTabBar;
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->setAccessibleName(tr("Lists of this page"));
    m_tabs->addTab(tr("Clients"));
    m_tabs->addTab(words(assets.title));
    m_tabs->addTab(words(imports.title));
    content()->addWidget(m_tabs);

    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    m_stack = new QStackedWidget;
    m_clients = new ClientList(context());
    m_stack->addWidget(m_clients);
    auto *assetPage = new QWidget;
    auto *column = new QVBoxLayout(assetPage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::cell);
    m_bar = new AssetBar(context());
    column->addWidget(m_bar);
    m_assets = new RegisterList(context(), assets);
    column->addWidget(m_assets, 1);
    m_stack->addWidget(assetPage);
    m_imports = new RegisterList(context(), imports);
    m_stack->addWidget(m_imports);
    splitter->addWidget(m_stack);
    m_pane = new DetailPane;
    m_pane->hide();
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({640, Theme::detailWidth});
    content()->addWidget(splitter, 1);
    m_detail = new RecordDetail(context(), m_pane, this);
    m_assets->table()->installEventFilter(this);

    connect(m_tabs, &QTabBar::currentChanged, this, &ClientsPage::showTab);
    connect(m_pane, &DetailPane::closed, m_pane, &QWidget::hide);
    connect(m_clients, &ClientList::currentChanged, this, &ClientsPage::showDetails);
    connect(m_clients, &ClientList::importWanted, this, [this] { openImport(); });
    for (RegisterList *list : {m_assets, m_imports})
        connect(list, &RegisterList::currentChanged, this, &ClientsPage::showDetails);
    connect(header(), &PageHeader::primaryTriggered, this, [this] {
        if (m_stack->currentIndex() == Assets)
            m_assets->addRecord();
        else
            openImport();
    });
    connect(header()->addOverflow(tr("Undo the chosen import…"), u"undo-2"_s), &QAction::triggered, this, &ClientsPage::undoImport);
    connect(header()->addOverflow(tr("Export data assets as CSV…"), u"download"_s), &QAction::triggered, m_assets, &RegisterList::exportCsv);
    updateHeader();
}

void ClientsPage::updateHeader()
{
    const bool isAssets = m_stack->currentIndex() == Assets;
    header()->setPrimary(isAssets ? tr("New data asset") : tr("Import a client list…"), isAssets ? u"plus"_s : u"upload"_s);
    header()->setPrimaryBlocked(session().clients().mayEdit() ? QString() : tr("Your role does not change client data."));
    header()->setState(isAssets ? tr("Every body of client data and its level: proposed by rules, decided by a person, reviewed by another.")
                                : tr("Who the clients are. Each record is kept in the file of its level; other accounts cannot read it."));
}

void ClientsPage::showTab(int index)
{
    m_stack->setCurrentIndex(index);
    refresh();
}

void ClientsPage::refresh()
{
    switch (m_stack->currentIndex()) {
    case Clients:
        m_clients->reload();
        break;
    case Assets:
        m_assets->reload();
        if (m_assets->currentRecord().isNull() && !m_assets->model()->records().isEmpty())
            m_assets->table()->selectId(m_assets->model()->records().first().id.toString());
        break;
    default:
        m_imports->reload();
        break;
    }
    showDetails();
    updateHeader();
}

void ClientsPage::showDetails()
{
    const int tab = m_stack->currentIndex();
    if (tab == Clients)
        return showClient();
    const RegisterList *const list = tab == Assets ? m_assets : m_imports;
    const RecordId id = list->currentRecord();
    if (tab == Assets)
        m_bar->setAsset(id);
    m_pane->setVisible(!id.isNull());
    if (!id.isNull())
        m_detail->show(list->decl(), id);
}

void ClientsPage::showClient()
{
    const auto found = m_clients->current().isNull() ? Result<ClientRecord>(fail(ErrorCode::NotFound)) : session().clients().record(m_clients->current());
    m_pane->setVisible(found.has_value());
    if (!found)
        return;
    m_detail->clear({});
    m_pane->setHint({});
    m_pane->setHeading(found->name, tr("Row %1 of the imported list").arg(locale().toString(found->row)), levelChip(found->level));
    m_pane->clearButtons();
    m_pane->clearTabs();
    QVBoxLayout *const column = m_pane->addTab(tr("Details"));
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            DetailPane::addFact(column, name, value);
    };
    add(tr("Other names"), found->aliases.join(tr(", ")));
    add(tr("Contact"), found->contact);
    add(tr("Identifier"), found->identifier);
    add(tr("Phone"), found->phone);
    add(tr("E-mail"), found->email);
    add(tr("Address"), found->address);
    add(tr("Bank account"), found->account);
    add(tr("Revenue"), found->revenue ? locale().toString(*found->revenue, 'f', 2) : QString());
    add(tr("Notes"), found->freeText);
    for (const auto &[heading, value] : found->extra)
        add(heading, value);
    column->addStretch();
    m_pane->setCurrentTab(0);
}

void ClientsPage::openImport(const QString &path)
{
    if (!session().clients().mayEdit())
        return;
    auto *dialog = new ClientImportDialog(context(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(true);
    dialog->show();
    if (!path.isEmpty())
        dialog->openFile(path);
}

void ClientsPage::undoImport()
{
    const RecordId id = m_imports->currentRecord();
    if (m_stack->currentIndex() != Imports || id.isNull()) {
        m_tabs->setCurrentIndex(Imports);
        return context().navigator.say(tr("Choose the import to take back, then undo it."));
    }
    QString reason;
    if (!SentenceDialog::ask(this, tr("Undo this import"), tr("All rows of this import go out of sight. The import itself stays in the history."),
            tr("Undo"), SentenceDialog::Reason::Optional, &reason))
        return;
    if (const auto undone = session().clients().undoImport(id, reason); !undone)
        showProblem(this, tr("Not undone"), errorText(undone.error()));
}

bool ClientsPage::pressedInAssets(int key)
{
    if (key >= Qt::Key_1 && key <= Qt::Key_4) {
        m_bar->decide(key - Qt::Key_0);
        return true;
    }
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    const int row = m_assets->table()->currentIndex().row() + 1;
    if (row < m_assets->model()->rowCount())
        m_assets->table()->selectId(m_assets->model()->records().at(row).id.toString());
    return true;
}

bool ClientsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_assets->table() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && pressedInAssets(key->key()))
            return true;
    }
    return Page::eventFilter(watched, event);
}

void ClientsPage::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void ClientsPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openImport(event->mimeData()->urls().first().toLocalFile());
}

void ClientsPage::showTarget(const Target &target)
{
    if (target.registerId == "data_asset"_L1 || target.registerId == "client_import"_L1) {
        RegisterList *const list = target.registerId == "data_asset"_L1 ? m_assets : m_imports;
        m_tabs->setCurrentIndex(list == m_assets ? Assets : Imports);
        list->reload();
        if (!target.filter.isEmpty())
            list->setFilter(target.filter);
        if (!target.record.isNull())
            list->select(target.record);
    } else if (!target.filter.isEmpty()) {
        m_tabs->setCurrentIndex(Clients);
        m_clients->reload();
        m_clients->setFilter(target.filter);
    }
}

Target ClientsPage::currentTarget() const
{
    switch (m_stack->currentIndex()) {
    case Assets:
        return {id(), u"data_asset"_s, m_assets->currentRecord(), {}};
    case Imports:
        return {id(), u"client_import"_s, m_imports->currentRecord(), {}};
    default:
        return {id(), {}, {}, {}};
    }
}

} // namespace dw
