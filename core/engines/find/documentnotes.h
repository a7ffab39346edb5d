#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace dw {

/// What the texts of one document (its pages, cells, lines) have told so far: names and values that were found for
/// a good reason at one place and are then looked for at every other, and rules that had to be stopped.
class DocumentNotes
{
public:
    struct Name {
        QString text; ///< As it stood in the document (normalised when it is looked for).
        QString type;
        QString sub; ///< Of the findings to come, such as "alias".
        double score = 0.85;
    };

    /// Of names that are noted twice the surer one stays.
    void add(const Name &name);

    QList<Name> names() const { return m_names.values(); }
    bool isEmpty() const { return m_names.isEmpty(); }

    /// A rule of the user's whose pattern took too long on this document; said to the user, never kept quiet.
    void addStoppedRule(const QString &rule);
    QStringList stoppedRules() const { return m_stopped; }

private:
    QHash<QString, Name> m_names; // by type and text
    QStringList m_stopped;
};

} // namespace dw
