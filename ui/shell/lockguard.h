#pragma once

#include <QObject>
#include <QTimer>

namespace dw {

/// Notices when the vault must be locked: no input for a while, the screen locks, the computer sleeps.
/// Works while dialogs are open: it watches the application's events, not a window's.
class LockGuard final : public QObject
{
    Q_OBJECT

public:
    enum class Reason { Idle, ScreenLocked, Suspended };
    Q_ENUM(Reason)

    explicit LockGuard(QObject *parent = nullptr);

    void start(int idleMinutes);
    void stop();

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void lockNeeded(dw::LockGuard::Reason reason);

private slots:
    void onPrepareForSleep(bool starting);
    void onScreenLock();
    void onScreenSaver(bool active);

private:
    QTimer m_idle;
    bool m_running = false;
};

} // namespace dw
