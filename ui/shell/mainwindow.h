#pragma once

#include "core/domain/language.h"
#include "core/jobs/jobrunner.h"
#include "core/session/session.h"
#include "core/store/changefeed.h"
#include "ui/shell/lockguard.h"

#include <QMainWindow>
#include <QPointer>

class QStackedWidget;

namespace dw {

class ActionRegistry;
class Appearance;
class CreateWizard;
class StartScreen;
class UnlockScreen;
class Workspace;

/// The window: start, unlock, wizard or the open vault. Owns the session; locking destroys the workspace first.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// What only the program around the window knows how to do.
    struct Hooks {
        SessionOptions options; ///< Template; options.clock stays valid.
        std::function<Result<std::unique_ptr<Session>>(Language, JobContext &)> openDemo; ///< Builds the demo deal and unlocks it.
    };

    MainWindow(Appearance &appearance, Hooks hooks);
    ~MainWindow() override;

    void openVault(const QString &path); ///< Shows the unlock screen.
    void openDemo();
    void adopt(std::unique_ptr<Session> session); ///< An unlocked vault: shows the workspace.
    void lock();
    void createVault();

    Workspace *workspace() const { return m_workspace; }
    ActionRegistry &actions() { return *m_actions; }
    QWidget *currentScreen() const;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void makeActions();
    void showStart();
    void unlock();
    void recover();
    void takeBackRekey();
    void showKeptCopy();
    void onLockNeeded(LockGuard::Reason reason);
    void onLanguage();
    void warnAtUnlock();
    void closeDialogs();

    Appearance &m_appearance;
    Hooks m_hooks;
    ActionRegistry *m_actions = nullptr;
    JobRunner m_jobs; ///< For opening and creating: there is no session yet.
    std::unique_ptr<Session> m_session;
    QStackedWidget *m_stack = nullptr;
    StartScreen *m_start = nullptr;
    UnlockScreen *m_unlock = nullptr;
    QPointer<CreateWizard> m_wizard;
    Workspace *m_workspace = nullptr;
    LockGuard *m_guard = nullptr;
    QString m_path;
    QString m_accountName; ///< Of this run only: to lock and come back without typing it again.
};

} // namespace dw
