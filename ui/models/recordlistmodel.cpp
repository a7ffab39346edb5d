#include "ui/models/recordlistmodel.h"

#include "ui/widgets/datatable.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

namespace dw {

using namespace Qt::StringLiterals;

LabelBook labelsFor(const RecordService &records, const RegisterDecl &decl, Language language)
{
    LabelBook book;
    for (const FieldDecl &field : decl.fields) {
        if (field.target.isEmpty() || book.contains(field.target))
            continue;
        if (const auto labels = records.labels(field.target, language))
            book.insert(field.target, *labels);
    }
    return book;
}

namespace {

/// Columns at the front that name a row: one, or a number and what it numbers.
qsizetype nameColumns(const RegisterDecl &decl)
{
    const auto first = std::find_if(decl.fields.begin(), decl.fields.end(), [](const FieldDecl &field) { return field.inList; });
    return first != decl.fields.end() && first->name.endsWith("_no"_L1) ? 2 : 1;
}

} // namespace

RecordListModel::RecordListModel(RecordService &records, const RegisterDecl &decl, Language language, QObject *parent)
    : QAbstractTableModel(parent)
    , m_records(records)
    , m_decl(decl)
    , m_language(language)
{
    const bool chinese = language == Language::Chinese;
    for (const FieldDecl &field : decl.fields) {
        if (field.inList)
            m_columns.append({&field, {}, field.title.in(chinese), false});
    }
    // Beside what names the row, so that it is in sight in a narrow window as well.
    if (!decl.states.isEmpty())
        m_columns.insert(qMin(nameColumns(decl), m_columns.size()), {nullptr, u"state"_s, tr("State"), false});
    for (const FieldDecl &field : decl.fields) {
        if (!field.inList && field.type != FieldType::Json)
            m_columns.append({&field, {}, field.title.in(chinese), true});
    }
    m_columns.append({nullptr, u"updated"_s, tr("Changed"), true});
}

void RecordListModel::setQuery(const RecordQuery &query)
{
    m_query = query;
    reload();
}

void RecordListModel::reload()
{
    beginResetModel();
    m_rows.clear();
    const auto rows = m_records.list(m_decl.id, m_query);
    m_hasError = !rows.has_value();
    if (rows) {
        m_rows = *rows;
        m_labels = labelsFor(m_records, m_decl, m_language);
        applySort();
    } else {
        m_error = rows.error();
    }
    endResetModel();
}

const Record *RecordListModel::record(const QString &id) const
{
    for (const Record &row : m_rows) {
        if (row.id.toString() == id)
            return &row;
    }
    return nullptr;
}

int RecordListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecordListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QString RecordListModel::text(const Record &record, const Column &column) const
{
    if (column.special == "state"_L1)
        return fieldtext::stateChip(m_decl, record.state, m_language).text;
    if (column.special == "updated"_L1)
        return fieldtext::instant(record.updatedAt);
    if (record.withheld.contains(column.field->name))
        return fieldtext::withheld();
    return fieldtext::value(*column.field, record.value(column.field->name), m_labels, m_language).simplified();
}

QVariant RecordListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Record &record = m_rows.at(index.row());
    const Column &column = m_columns.at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(record, column);
    case Qt::ToolTipRole:
        return text(record, column).size() > 24 ? text(record, column) : QString();
    case RowIdRole:
        return record.id.toString();
    case QuietRole:
        return record.isVoided() || (column.field && record.withheld.contains(column.field->name));
    case ChipRole: {
        ChipSpec chip;
        if (column.special == "state"_L1)
            chip = fieldtext::stateChip(m_decl, record.state, m_language);
        else if (column.field)
            chip = fieldtext::fieldChip(*column.field, record.value(column.field->name));
        return chip.isEmpty() ? QVariant() : QVariant::fromValue(chip);
    }
    case Qt::TextAlignmentRole:
        if (column.field && (column.field->type == FieldType::Integer || column.field->type == FieldType::Real))
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    default:
        return {};
    }
}

QVariant RecordListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns.at(section).title;
    if (role == DefaultHiddenRole)
        return m_columns.at(section).hidden;
    return {};
}

void RecordListModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    if (m_rows.isEmpty())
        return;
    emit layoutAboutToBeChanged();
    QStringList before;
    const QModelIndexList persistent = persistentIndexList();
    for (const QModelIndex &index : persistent)
        before.append(m_rows.at(index.row()).id.toString());
    applySort();
    QHash<QString, int> places;
    for (int row = 0; row < m_rows.size(); ++row)
        places.insert(m_rows.at(row).id.toString(), row);
    for (qsizetype i = 0; i < persistent.size(); ++i)
        changePersistentIndex(persistent.at(i), index(places.value(before.at(i)), persistent.at(i).column()));
    emit layoutChanged();
}

void RecordListModel::applySort()
{
    if (m_sortColumn < 0 || m_sortColumn >= m_columns.size())
        return;
    const Column &column = m_columns.at(m_sortColumn);
    struct Key {
        QVariant value;
        qsizetype row;
    };
    QList<Key> keys;
    keys.reserve(m_rows.size());
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        const Record &record = m_rows.at(row);
        const QString shown = text(record, column);
        QVariant key = shown;
        if (column.field)
            key = fieldtext::sortKey(*column.field, record.value(column.field->name), shown);
        else if (column.special == "updated"_L1)
            key = record.updatedAt;
        keys.append({key, row});
    }
    // The C locale knows no numeric order.
    QCollator collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale());
    collator.setNumericMode(true);
    const bool down = m_sortOrder == Qt::DescendingOrder;
    std::stable_sort(keys.begin(), keys.end(), [&](const Key &a, const Key &b) {
        if (a.value.userType() == QMetaType::QString) {
            const int order = collator.compare(a.value.toString(), b.value.toString());
            return down ? order > 0 : order < 0;
        }
        return down ? a.value.toDouble() > b.value.toDouble() : a.value.toDouble() < b.value.toDouble();
    });
    QList<Record> sorted;
    sorted.reserve(m_rows.size());
    for (const Key &key : std::as_const(keys))
        sorted.append(std::move(m_rows[key.row]));
    m_rows = std::move(sorted);
}

} // namespace dw
