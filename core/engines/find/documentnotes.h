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

    /// In the order in which they were first noted.
    const QList<Name> &names() const { return m_names; }
    bool isEmpty() const { return m_names.isEmpty(); }

    /// A rule of the user's whose pattern took too long on this document; said to the user, never kept quiet.
    void addStoppedRule(const QString &rule);
    QStringList stoppedRules() const { return m_stopped; }

private:
    struct Key {
        QString text, type;
        bool operator==(const Key &) const = default;
    };
    /// Of the text only: hardly any is of two types.
    friend std::size_t qHash(const Key &key, std::size_t seed) { return hashOf(key.text, seed); }
    static std::size_t hashOf(QStringView text, std::size_t seed);

    QList<Name> m_names;
    QHash<Key, qsizetype> m_known; // which of m_names, from 1
    QStringList m_stopped;
};

} // namespace dw
