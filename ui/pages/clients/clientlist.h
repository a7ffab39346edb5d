#pragma once

#include "core/desk/clients/clientindex.h"
#include "ui/pages/page.h"

class QComboBox;
class QLabel;
class QStackedWidget;

namespace dw {

class ClientListModel;
class DataTable;
class EmptyState;
class SearchField;

/// The client list with its search, filters and counts.
class ClientList final : public QWidget
{
    Q_OBJECT

public:
    ClientList(PageContext context, QWidget *parent = nullptr);

    void reload();
    void setFilter(const QVariantMap &filter); ///< {"asset": id, "level": n, "search": words}
    ClientListModel *model() const { return m_model; }
    DataTable *table() const { return m_table; }
    ClientRecordId current() const;

signals:
    void currentChanged();
    void countsChanged();
    void importWanted();

private:
    void build();
    void applyFilter();
    void onLoaded();

    PageContext m_context;
    ClientListModel *m_model = nullptr;
    DataTable *m_table = nullptr;
    SearchField *m_search = nullptr;
    QComboBox *m_asset = nullptr;
    QComboBox *m_level = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_footer = nullptr;
};

} // namespace dw
