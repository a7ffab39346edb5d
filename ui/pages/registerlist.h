#pragma once

#include "core/domain/registerdecl.h"
#include "ui/pages/page.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace dw {

class DataTable;
class EmptyState;
class RecordListModel;
class SearchField;

/// The working list of one register: search, filter by state, columns, rows, counts; adding and CSV.
class RegisterList final : public QWidget
{
    Q_OBJECT

public:
    RegisterList(PageContext context, const RegisterDecl &decl, QWidget *parent = nullptr);

    const RegisterDecl &decl() const { return m_decl; }
    DataTable *table() const { return m_table; }
    RecordListModel *model() const { return m_model; }

    void reload(); ///< Keeps the selected record.
    bool select(const RecordId &id); ///< Clears filters that hide it.
    RecordId currentRecord() const;
    int total() const; ///< Rows in force, unfiltered as far as it knows.

    /// What the page offers instead of an empty form, e.g. importing files.
    void setAction(const QString &text, std::function<void()> run);
    const QString &actionText() const { return m_actionText; }
    void runAction() { m_action(); }

    bool canAdd() const;
    void addRecord(const QVariantMap &fixed = {});
    void editRecord(const QString &id);
    void importCsv();
    void exportCsv();
    void saveTemplate();
    void setFilter(const QVariantMap &filter); ///< {"state": ...}

signals:
    void currentChanged(const dw::RecordId &id);
    void countsChanged();

private:
    void build();
    void applyQuery();
    void updateFooter();
    void showColumns();

    PageContext m_context;
    const RegisterDecl &m_decl;
    RecordListModel *m_model = nullptr;
    DataTable *m_table = nullptr;
    SearchField *m_search = nullptr;
    QComboBox *m_state = nullptr;
    QCheckBox *m_voided = nullptr;
    QToolButton *m_columns = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_footer = nullptr;
    QVariantMap m_filter;
    QString m_actionText;
    std::function<void()> m_action;
};

} // namespace dw
