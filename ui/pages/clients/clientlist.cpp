#include "ui/pages/clients/clientlist.h"

#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/models/clientlistmodel.h"
#include "ui/text/errortext.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QStackedWidget>

namespace dw {

using namespace Qt::StringLiterals;

ClientList::ClientList(PageContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    m_model = new ClientListModel(context.session.clients(), context.jobs, this);
    build();
}

void ClientList::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::gap);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::gap);
    m_search = new SearchField(tr("Search clients"));
    m_search->setMaximumWidth(320);
    row->addWidget(m_search, 2);
    m_asset = new QComboBox;
    m_asset->setAccessibleName(tr("Show only this data asset"));
    row->addWidget(m_asset);
    m_level = new QComboBox;
    m_level->setAccessibleName(tr("Show only this level"));
    m_level->addItem(tr("All levels"), 0);
    for (int level = 1; level <= 4; ++level)
        m_level->addItem(levelChip(level).text, level);
    row->addWidget(m_level);
    row->addStretch(1);
    column->addLayout(row);

    m_stack = new QStackedWidget;
    m_table = new DataTable;
    m_table->setModel(m_model);
    m_table->setDensity(m_context.appearance.density());
    m_table->setAccessibleName(tr("Clients"));
    m_table->restoreColumns(m_context.appearance.settings().columns(u"client_record"_s));
    m_stack->addWidget(m_table);
    m_empty = new EmptyState;
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    m_footer = makeQuietLabel({});
    column->addWidget(m_footer);

    connect(m_search, &SearchField::searchChanged, this, &ClientList::applyFilter);
    connect(m_asset, &QComboBox::activated, this, &ClientList::applyFilter);
    connect(m_level, &QComboBox::activated, this, &ClientList::applyFilter);
    connect(m_table, &DataTable::currentIdChanged, this, &ClientList::currentChanged);
    connect(m_table, &DataTable::columnsChanged, this,
        [this] { m_context.appearance.settings().setColumns(u"client_record"_s, m_table->columnState()); });
    connect(m_model, &ClientListModel::loaded, this, &ClientList::onLoaded);
    connect(m_model, &ClientListModel::failed, this, [this](const Error &error) {
        m_empty->set(u"triangle-alert"_s, errorText(error), tr("Try again"));
        m_stack->setCurrentWidget(m_empty);
    });
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_model->isLoaded() && m_model->total() == 0)
            return emit importWanted();
        m_search->clear();
        m_level->setCurrentIndex(0);
        m_asset->setCurrentIndex(0);
        applyFilter();
    });
}

void ClientList::reload()
{
    const QString chosen = m_asset->currentData().toString();
    m_asset->clear();
    m_asset->addItem(tr("All data assets"), QString());
    if (const auto assets = m_context.session.clients().assets()) {
        for (const Record &asset : *assets)
            m_asset->addItem(asset.text(u"name"_s), asset.id.toString());
    }
    m_asset->setCurrentIndex(qMax(0, m_asset->findData(chosen)));
    applyFilter();
}

void ClientList::setFilter(const QVariantMap &filter)
{
    m_search->setText(filter.value(u"search"_s).toString());
    m_asset->setCurrentIndex(qMax(0, m_asset->findData(filter.value(u"asset"_s).toString())));
    m_level->setCurrentIndex(qMax(0, m_level->findData(filter.value(u"level"_s).toInt())));
    applyFilter();
}

void ClientList::applyFilter()
{
    ClientFilter filter = m_model->filter();
    filter.text = m_search->text();
    filter.asset = AssetId::fromText(m_asset->currentData().toString());
    filter.level = m_level->currentData().toInt();
    m_model->setFilter(filter);
}

void ClientList::onLoaded()
{
    const int shown = m_model->rowCount();
    if (m_model->total() == 0) {
        m_empty->set(u"database"_s, tr("The client list of the deal: who the clients are, how to reach them, what they pay. "
                                       "It is also what the finder looks for in documents."), tr("Import a client list…"));
    } else if (shown == 0) {
        m_empty->set(u"search"_s, tr("No client matches."), tr("Show all clients"));
    }
    m_stack->setCurrentWidget(shown == 0 ? static_cast<QWidget *>(m_empty) : m_table);
    m_footer->setText(shown == m_model->total()
            ? tr("%1 clients").arg(locale().toString(shown))
            : tr("%1 of %2 clients").arg(locale().toString(shown), locale().toString(m_model->total())));
    emit countsChanged();
    emit currentChanged();
}

ClientRecordId ClientList::current() const
{
    return ClientRecordId::fromText(m_table->currentId());
}

} // namespace dw
