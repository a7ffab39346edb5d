#pragma once

#include "core/desk/registers/recordservice.h"
#include "ui/models/fieldtext.h"

#include <QAbstractTableModel>

namespace dw {

/// The rows of one register. Reads through RecordService, never writes; call reload() after a commit.
class RecordListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    RecordListModel(RecordService &records, const RegisterDecl &decl, Language language, QObject *parent = nullptr);

    void setQuery(const RecordQuery &query); ///< Reads at once.
    const RecordQuery &query() const { return m_query; }
    void reload();

    const RegisterDecl &decl() const { return m_decl; }
    const QList<Record> &records() const { return m_rows; }
    const Record *record(const QString &id) const;
    const Error &error() const { return m_error; } ///< Of the last reading; empty reason = fine.
    bool hasError() const { return m_hasError; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Column {
        const FieldDecl *field = nullptr; ///< Null: state or time of change.
        QString special; ///< "state", "updated"
        QString title;
        bool hidden = false;
    };

    QString text(const Record &record, const Column &column) const;
    void applySort();

    RecordService &m_records;
    const RegisterDecl &m_decl;
    Language m_language;
    RecordQuery m_query;
    QList<Column> m_columns;
    QList<Record> m_rows;
    LabelBook m_labels;
    Error m_error;
    bool m_hasError = false;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

/// Labels of every register that fields of `decl` point to.
LabelBook labelsFor(const RecordService &records, const RegisterDecl &decl, Language language);

} // namespace dw
