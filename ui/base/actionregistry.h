#pragma once

#include <QAction>
#include <QHash>
#include <QObject>

namespace dw {

/// What an action looks like everywhere it is offered: menu, button, palette.
struct ActionSpec {
    QString id; ///< Stable, e.g. "shell.lock".
    QString text;
    QString icon;
    QString tip; ///< One sentence; the shortcut is added by itself.
    QKeySequence shortcut;
    QString scope; ///< Empty = everywhere; a page id = only on that page. Shortcuts may repeat across pages.
};

/// All actions of a window by id. The command palette lists them, the test looks for gaps and clashes.
class ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(QObject *parent = nullptr);

    QAction *add(const ActionSpec &spec);
    QAction *find(const QString &id) const;
    QList<QAction *> all() const; ///< In order of registration.
    void removeScope(const QString &scope); ///< When a page is destroyed.
    QString scope(const QAction *action) const;

    /// What a careful reader would complain about: no text, icon or tip, or two actions on one key.
    QStringList complaints() const;

private:
    QList<QAction *> m_actions;
};

} // namespace dw
