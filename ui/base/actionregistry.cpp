#include "ui/base/actionregistry.h"

#include "ui/base/icons.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr auto scopeProperty = "dwScope";
constexpr auto iconProperty = "dwIcon";
constexpr auto tipProperty = "dwTip";

} // namespace

ActionRegistry::ActionRegistry(QObject *parent)
    : QObject(parent)
{
}

QAction *ActionRegistry::add(const ActionSpec &spec)
{
    auto *action = new QAction(icon(spec.icon), spec.text, this);
    action->setObjectName(spec.id);
    action->setProperty(scopeProperty, spec.scope);
    action->setProperty(iconProperty, spec.icon);
    action->setProperty(tipProperty, spec.tip);
    action->setShortcut(spec.shortcut);
    const QString keys = spec.shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? spec.tip : spec.tip + u"  ("_s + keys + u")"_s);
    action->setStatusTip(spec.tip);
    m_actions.append(action);
    return action;
}

QAction *ActionRegistry::find(const QString &id) const
{
    for (QAction *action : m_actions) {
        if (action->objectName() == id)
            return action;
    }
    return nullptr;
}

QList<QAction *> ActionRegistry::all() const
{
    return m_actions;
}

void ActionRegistry::removeScope(const QString &scope)
{
    for (auto it = m_actions.begin(); it != m_actions.end();) {
        if ((*it)->property(scopeProperty).toString() == scope) {
            delete *it;
            it = m_actions.erase(it);
        } else {
            ++it;
        }
    }
}

QString ActionRegistry::scope(const QAction *action) const
{
    return action->property(scopeProperty).toString();
}

QStringList ActionRegistry::complaints() const
{
    QStringList list;
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const QAction *action = m_actions.at(i);
        const QString id = action->objectName();
        if (action->text().isEmpty())
            list.append(id + u": no text"_s);
        if (action->property(iconProperty).toString().isEmpty())
            list.append(id + u": no icon"_s);
        if (action->property(tipProperty).toString().isEmpty())
            list.append(id + u": no tip"_s);
        for (qsizetype k = i + 1; k < m_actions.size(); ++k) {
            const QAction *other = m_actions.at(k);
            if (other->objectName() == id)
                list.append(id + u": registered twice"_s);
            const QString a = scope(action);
            const QString b = scope(other);
            const bool meet = a.isEmpty() || b.isEmpty() || a == b;
            if (meet && !action->shortcut().isEmpty() && action->shortcut() == other->shortcut())
                list.append(id + u" and "_s + other->objectName() + u" share "_s + action->shortcut().toString());
        }
    }
    return list;
}

} // namespace dw
