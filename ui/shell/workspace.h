#pragma once

#include "core/store/changefeed.h"
#include "ui/pages/page.h"
#include "ui/shell/commandpalette.h"

#include <QDate>
#include <QHash>

class QStackedWidget;

namespace dw {

class Sidebar;
class StatusStrip;

/// What is seen of an open vault: navigation, pages, status. Lives as long as the session is unlocked.
class Workspace final : public QWidget, public Navigator
{
    Q_OBJECT

public:
    Workspace(Session &session, Appearance &appearance, ActionRegistry &actions, QWidget *parent = nullptr);
    ~Workspace() override;

    void open(const Target &target) override;
    void openRecord(const QString &registerId, const RecordId &id) override;
    void say(const QString &sentence) override;

    QString currentPage() const { return m_current; }
    Page *page(const QString &id); ///< Makes it when it was not opened before.
    PageContext context(); ///< What pages and the dialogs over them are made with.
    void showPalette();
    void goBack();
    DealState &state() { return *m_state; }
    void startDay(); ///< Brings up to date what the date decides; by itself when the day changes.

signals:
    void lockRequested();

private:
    void build();
    void tellOfSealed(const ChangeSet &changes); // what this account wrote above its clearance
    void onMinute();
    void updateFrame();
    void updateFacts();
    QList<CommandPalette::Entry> commands();
    QList<CommandPalette::Entry> findRecords(const QString &text);

    Session &m_session;
    Appearance &m_appearance;
    ActionRegistry &m_actions;
    std::unique_ptr<DealState> m_state;
    QWidget *m_frame = nullptr;
    Sidebar *m_sidebar = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatusStrip *m_status = nullptr;
    CommandPalette *m_palette = nullptr;
    QHash<QString, Page *> m_pages;
    QString m_current;
    QList<Target> m_back;
    bool m_updateQueued = false;
    QDate m_day;
};

} // namespace dw
