#pragma once

#include "ui/pages/page.h"

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace dw {

class AssetBar;
class ClientList;
class DetailPane;
class RecordDetail;
class RegisterList;

/// Client data: the client list, the data assets with proposed and decided levels, and the imports.
class ClientsPage final : public Page
{
    Q_OBJECT

public:
    ClientsPage(PageContext context, QWidget *parent = nullptr);

    void showTarget(const Target &target) override;
    Target currentTarget() const override;
    void refresh() override;

    void openImport(const QString &path = {}); ///< The wizard; with a path it starts at the mapping.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void showTab(int index);
    void showDetails();
    void showClient();
    void updateHeader();
    void undoImport();
    bool pressedInAssets(int key);

    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    ClientList *m_clients = nullptr;
    AssetBar *m_bar = nullptr;
    RegisterList *m_assets = nullptr;
    RegisterList *m_imports = nullptr;
    DetailPane *m_pane = nullptr;
    RecordDetail *m_detail = nullptr;
};

} // namespace dw
