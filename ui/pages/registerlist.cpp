#include "ui/pages/registerlist.h"

#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/base/icons.h"
#include "ui/models/recordlistmodel.h"
#include "ui/pages/importdialog.h"
#include "ui/pages/recorddialog.h"
#include "ui/text/errortext.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sentencedialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

namespace dw {

using namespace Qt::StringLiterals;

RegisterList::RegisterList(PageContext context, const RegisterDecl &decl, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_decl(decl)
{
    m_model = new RecordListModel(context.session.records(), decl, context.appearance.language(), this);
    build();
}

void RegisterList::build()
{
    const bool chinese = m_context.appearance.isChinese();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::gap);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::gap);
    m_search = new SearchField(tr("Search %1").arg(m_decl.title.in(chinese)));
    m_search->setMaximumWidth(320);
    m_search->setMinimumWidth(160);
    row->addWidget(m_search, 2);
    m_state = new QComboBox;
    m_state->setAccessibleName(tr("Show only this state"));
    m_state->addItem(tr("All states"), QString());
    for (const StateDecl &state : m_decl.states)
        m_state->addItem(state.title.in(chinese), state.id);
    m_state->setVisible(!m_decl.states.isEmpty());
    row->addWidget(m_state);
    m_voided = new QCheckBox(tr("With voided"));
    m_voided->setToolTip(tr("Also show rows that were voided; nothing is ever deleted"));
    row->addWidget(m_voided);
    row->addStretch(1);
    m_columns = new QToolButton;
    m_columns->setIcon(icon(u"columns-3"_s));
    m_columns->setToolTip(tr("Choose columns"));
    m_columns->setAccessibleName(tr("Choose columns"));
    row->addWidget(m_columns);
    column->addLayout(row);

    m_stack = new QStackedWidget;
    m_table = new DataTable;
    m_table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    m_table->setModel(m_model);
    m_table->setDensity(m_context.appearance.density());
    m_table->setAccessibleName(m_decl.title.in(chinese));
    m_table->restoreColumns(m_context.appearance.settings().columns(m_decl.id));
    m_stack->addWidget(m_table);
    m_empty = new EmptyState;
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    m_footer = makeQuietLabel({});
    column->addWidget(m_footer);

    connect(m_search, &SearchField::searchChanged, this, &RegisterList::applyQuery);
    connect(m_state, &QComboBox::currentIndexChanged, this, &RegisterList::applyQuery);
    connect(m_voided, &QCheckBox::toggled, this, &RegisterList::applyQuery);
    connect(m_columns, &QToolButton::clicked, this, &RegisterList::showColumns);
    connect(m_empty, &EmptyState::activated, this, [this] {
        if (m_model->hasError())
            reload();
        else if (m_model->query().search.isEmpty() && m_model->query().filters.isEmpty())
            m_action ? m_action() : addRecord();
        else {
            m_search->clear();
            m_state->setCurrentIndex(0);
            applyQuery();
        }
    });
    connect(m_table, &DataTable::currentIdChanged, this,
        [this](const QString &id) { emit currentChanged(RecordId::fromText(id)); });
    connect(m_table, &DataTable::opened, this, &RegisterList::editRecord);
    connect(m_table, &DataTable::columnsChanged, this,
        [this] { m_context.appearance.settings().setColumns(m_decl.id, m_table->columnState()); });
    connect(&m_context.appearance, &Appearance::densityChanged, this,
        [this] { m_table->setDensity(m_context.appearance.density()); });
}

void RegisterList::applyQuery()
{
    RecordQuery query;
    query.search = m_search->text().trimmed();
    query.filters = m_filter;
    if (const QString state = m_state->currentData().toString(); !state.isEmpty())
        query.filters.insert(u"state"_s, state);
    query.includeVoided = m_voided->isChecked();
    const QString before = m_table->currentId();
    m_model->setQuery(query);
    if (!before.isEmpty() && !m_table->selectId(before))
        emit currentChanged({});
    updateFooter();
}

void RegisterList::reload()
{
    const int scroll = m_table->verticalScrollBar() ? m_table->verticalScrollBar()->value() : 0;
    applyQuery();
    if (m_table->verticalScrollBar())
        m_table->verticalScrollBar()->setValue(scroll);
    emit countsChanged();
}

void RegisterList::updateFooter()
{
    const bool chinese = m_context.appearance.isChinese();
    const int rows = m_model->rowCount();
    const bool narrowed = !m_model->query().search.isEmpty() || !m_model->query().filters.isEmpty();
    m_stack->setCurrentIndex(rows > 0 ? 0 : 1);
    if (m_model->hasError())
        m_empty->set(u"circle-alert"_s, errorText(m_model->error()), tr("Try again"));
    else if (narrowed)
        m_empty->set(u"search"_s, tr("Nothing matches the search and filters."), tr("Show everything"));
    else
        m_empty->set(u"table"_s, m_decl.about.in(chinese),
            !m_actionText.isEmpty() ? m_actionText : canAdd() ? tr("New: %1").arg(m_decl.singular.in(chinese)) : QString());
    QStringList parts {narrowed ? tr("%n row(s) match", nullptr, rows) : tr("%n row(s)", nullptr, rows)};
    if (!m_decl.states.isEmpty() && rows > 0) {
        QHash<QString, int> counts;
        for (const Record &record : m_model->records())
            ++counts[record.state];
        for (const StateDecl &state : m_decl.states) {
            if (counts.value(state.id) > 0)
                parts.append(u"%1 %2"_s.arg(counts.value(state.id)).arg(state.title.in(chinese)));
        }
    }
    m_footer->setText(parts.join(u"  ·  "_s));
}

void RegisterList::showColumns()
{
    QMenu menu(this);
    menu.addActions(m_table->columnActions(&menu));
    menu.exec(m_columns->mapToGlobal(QPoint(0, m_columns->height())));
}

bool RegisterList::select(const RecordId &id)
{
    if (m_table->selectId(id.toString()))
        return true;
    m_filter.clear();
    m_search->clear();
    m_state->setCurrentIndex(0);
    applyQuery();
    return m_table->selectId(id.toString());
}

RecordId RegisterList::currentRecord() const
{
    return RecordId::fromText(m_table->currentId());
}

int RegisterList::total() const
{
    return m_model->rowCount();
}

void RegisterList::setAction(const QString &text, std::function<void()> run)
{
    m_actionText = text;
    m_action = std::move(run);
}

bool RegisterList::canAdd() const
{
    return !m_decl.isSystem && m_context.session.records().mayAdd(m_decl.id);
}

void RegisterList::addRecord(const QVariantMap &fixed)
{
    RecordDialog dialog(m_context, m_decl, nullptr, fixed, this);
    if (dialog.exec() == QDialog::Accepted) {
        reload();
        select(dialog.savedId());
    }
}

void RegisterList::editRecord(const QString &id)
{
    const Record *record = m_model->record(id);
    if (!record || m_decl.isSystem || record->isVoided() || !m_context.session.records().mayEdit(m_decl.id))
        return;
    RecordDialog dialog(m_context, m_decl, record, {}, this);
    dialog.exec();
}

void RegisterList::importCsv()
{
    ImportDialog dialog(m_context, m_decl, this);
    dialog.exec();
    reload();
}

void RegisterList::exportCsv()
{
    const auto bytes = m_context.session.records().exportCsv(m_decl.id, m_model->query(), m_context.appearance.language());
    if (!bytes)
        return showProblem(this, tr("The export was not made"), errorText(bytes.error()));
    const QString path = FileDialog::saveFile(this, tr("Export as CSV"), m_decl.id + u".csv"_s, u"csv"_s);
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return showProblem(this, tr("The export was not made"), errorText(Error {ErrorCode::Io, {}, {}, {}}));
    m_context.navigator.say(tr("Exported %n row(s).", nullptr, m_model->rowCount()));
}

void RegisterList::saveTemplate()
{
    const auto bytes = m_context.session.records().csvTemplate(m_decl.id, m_context.appearance.language());
    if (!bytes)
        return showProblem(this, tr("The template was not made"), errorText(bytes.error()));
    const QString path = FileDialog::saveFile(this, tr("Save a template to fill in"), m_decl.id + u"-template.csv"_s, u"csv"_s);
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        showProblem(this, tr("The template was not made"), errorText(Error {ErrorCode::Io, {}, {}, {}}));
}

void RegisterList::setFilter(const QVariantMap &filter)
{
    m_filter = filter;
    if (filter.contains(u"state"_s)) {
        m_state->setCurrentIndex(qMax(0, m_state->findData(filter.value(u"state"_s))));
        m_filter.remove(u"state"_s);
    }
    applyQuery();
}

} // namespace dw
