#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace dw {

/// A level that findings propose for a document or a column, and what it rests on. A person decides.
struct ClassProposal {
    struct Evidence {
        QString reason; ///< "kind", "volume_names", "volume_sensitive" or "marking".
        QString what; ///< The type, or the marking; empty for volumes.
        int count = 0; ///< Different values; for volumes the names or the sensitive items.
        int level = 0; ///< That it speaks for; 0 for a marking.

        bool operator==(const Evidence &) const = default;
    };

    int level = 1;
    bool isBlocked = false; ///< State-secret markings: stop, ask counsel, process nothing.
    QStringList tags; ///< "personal", "sensitive", "identity", "trade_secret"; sorted.
    QList<Evidence> evidence; ///< The strongest first.
};

/// The rules of resource rules/classification.json. Any thread.
class Classifier
{
public:
    static Result<Classifier> load(const QString &path = QStringLiteral(":/rules/classification.json"));

    int levelOf(const QString &type) const;
    bool isSensitive(const QString &type) const;
    bool isPersonal(const QString &type) const; ///< Tells about a person.

    /// `values`: different values by type. `names` and `sensitive` replace the rules' volumes when positive.
    ClassProposal propose(const QHash<QString, int> &values, const QStringList &markings, int names = 0, int sensitive = 0) const;

    /// State-secret markings in a text: a grade with its star, or alone on its line. The words inside a sentence, as
    /// in 商业秘密 (trade secret), are none.
    QStringList markingsIn(const QString &text) const;

private:
    struct Kind {
        int level = 3;
        QStringList tags;
        bool countsAsName = false;
    };

    const Kind &kind(const QString &type) const;
    bool isMarkingLine(const QString &line, const QString &word) const;

    QHash<QString, Kind> m_kinds;
    Kind m_others;
    int m_nothing = 1;
    int m_volumeLevel = 4;
    int m_names = 100;
    int m_sensitive = 10;
    QStringList m_words;
    QStringList m_stars;
    QStringList m_before;
    QStringList m_after;
};

} // namespace dw
