#include "ui/shell/lockguard.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QEvent>

namespace dw {

using namespace Qt::StringLiterals;

LockGuard::LockGuard(QObject *parent)
    : QObject(parent)
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { emit lockNeeded(Reason::Idle); });
    QDBusConnection system = QDBusConnection::systemBus();
    if (system.isConnected()) {
        system.connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
            u"PrepareForSleep"_s, this, SLOT(onPrepareForSleep(bool)));
        system.connect(u"org.freedesktop.login1"_s, {}, u"org.freedesktop.login1.Session"_s, u"Lock"_s, this,
            SLOT(onScreenLock()));
    }
    QDBusConnection session = QDBusConnection::sessionBus();
    if (session.isConnected()) {
        for (const QString &name : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s})
            session.connect({}, {}, name, u"ActiveChanged"_s, this, SLOT(onScreenSaver(bool)));
    }
}

void LockGuard::start(int idleMinutes)
{
    if (!m_running)
        QCoreApplication::instance()->installEventFilter(this);
    m_running = true;
    m_idle.start(idleMinutes * 60 * 1000);
}

void LockGuard::stop()
{
    m_running = false;
    m_idle.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

bool LockGuard::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
        if (event->spontaneous() || event->type() != QEvent::MouseMove)
            m_idle.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void LockGuard::onPrepareForSleep(bool starting)
{
    if (m_running && starting)
        emit lockNeeded(Reason::Suspended);
}

void LockGuard::onScreenLock()
{
    if (m_running)
        emit lockNeeded(Reason::ScreenLocked);
}

void LockGuard::onScreenSaver(bool active)
{
    if (m_running && active)
        emit lockNeeded(Reason::ScreenLocked);
}

} // namespace dw
