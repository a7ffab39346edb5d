#include "ui/pages/documents/versionpane.h"

#include "core/desk/documents/documentservice.h"
#include "core/session/session.h"
#include "ui/base/appearance.h"
#include "ui/models/fieldtext.h"
#include "ui/models/versiontext.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr int numberRole = Qt::UserRole + 1;

} // namespace

VersionPane::VersionPane(PageContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::gap, Theme::gap, Theme::gap, Theme::gap);
    m_tree = new QTreeWidget;
    m_tree->setObjectName(u"versions"_s);
    m_tree->setAccessibleName(tr("Versions"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Version"), tr("State")});
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setIndentation(Theme::cell);
    m_tree->setUniformRowHeights(false);
    column->addWidget(m_tree, 1);
    auto *hint = makeQuietLabel(tr("Originals and their marks stay: take a mark back there and make a new version. Choose two versions to compare them."));
    hint->setWordWrap(true);
    column->addWidget(hint);
    const auto button = [&](const QString &name, const QString &text, auto run) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setAutoDefault(false);
        column->addWidget(made);
        connect(made, &QPushButton::clicked, this, run);
        return made;
    };
    m_compare = button(u"compare"_s, tr("Compare"), &VersionPane::compareChosen);
    m_open = button(u"open"_s, tr("Open this version"), &VersionPane::openChosen);
    m_source = button(u"source"_s, tr("Back to the marks it was made from"), [this] { emit openWanted(m_shown.derivedFrom); });
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &VersionPane::updateButtons);
    connect(m_tree, &QTreeWidget::itemActivated, this, &VersionPane::openChosen);
}

void VersionPane::show(const DocumentVersion &version)
{
    m_shown = version;
    m_tree->clear();
    const auto all = m_context.session.documents().versions(version.document);
    if (!all)
        return;
    RecordService &records = m_context.session.records();
    const Language language = m_context.appearance.language();
    QHash<VersionId, QTreeWidgetItem *> items;
    for (const DocumentVersion &each : *all) {
        auto *item = new QTreeWidgetItem;
        const QString who = tr("%1, %2").arg(versiontext::person(records, each.preparedBy), fieldtext::instant(each.preparedAt));
        item->setText(0, versiontext::name(records, each, language) + u'\n' + who + u'\n' + each.sha256.left(16) + u'…');
        item->setToolTip(0, tr("Treatment: %1\nSHA-256 %2").arg(versiontext::treatment(records, each, language), groupedHash(each.sha256)));
        item->setText(1, versiontext::state(records, each, language).text);
        item->setData(0, Qt::UserRole, each.id.toString());
        item->setData(0, numberRole, each.number);
        if (each.id == version.id) {
            QFont bold = item->font(0);
            bold.setWeight(QFont::DemiBold);
            item->setFont(0, bold);
        }
        QTreeWidgetItem *above = items.value(each.derivedFrom);
        if (above)
            above->addChild(item);
        else
            m_tree->addTopLevelItem(item);
        items.insert(each.id, item);
    }
    m_tree->expandAll();
    if (QTreeWidgetItem *current = items.value(version.id))
        m_tree->setCurrentItem(current);
    m_source->setVisible(!version.derivedFrom.isNull());
    updateButtons();
}

QList<VersionId> VersionPane::chosen() const
{
    QList<QTreeWidgetItem *> items = m_tree->selectedItems();
    std::sort(items.begin(), items.end(), [](const QTreeWidgetItem *a, const QTreeWidgetItem *b) {
        return a->data(0, numberRole).toInt() < b->data(0, numberRole).toInt();
    });
    QList<VersionId> ids;
    for (const QTreeWidgetItem *item : std::as_const(items))
        ids.append(VersionId::fromText(item->data(0, Qt::UserRole).toString()));
    return ids;
}

void VersionPane::updateButtons()
{
    const QList<VersionId> ids = chosen();
    const bool withShown = ids.size() == 1 && ids.first() != m_shown.id;
    m_compare->setEnabled(ids.size() == 2 || withShown);
    m_compare->setText(withShown ? tr("Compare with the one on the screen") : tr("Compare the two"));
    m_open->setEnabled(withShown);
}

void VersionPane::openChosen()
{
    const QList<VersionId> ids = chosen();
    if (ids.size() == 1 && ids.first() != m_shown.id)
        emit openWanted(ids.first());
}

void VersionPane::compareChosen()
{
    QList<VersionId> ids = chosen();
    if (ids.size() == 1 && ids.first() != m_shown.id) {
        const QTreeWidgetItem *item = m_tree->selectedItems().first();
        if (item->data(0, numberRole).toInt() < m_shown.number)
            ids.append(m_shown.id);
        else
            ids.prepend(m_shown.id);
    }
    if (ids.size() == 2)
        emit compareWanted(ids.first(), ids.last());
}

} // namespace dw
