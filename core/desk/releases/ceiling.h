#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace dw {

/// What each phase lets go to whom: `:/release/ceiling.json`, by phase, side of the recipient, level of the source
/// and treatment. What no row admits may not go.
class Ceiling
{
public:
    enum class Answer {
        Admitted,
        NothingGoes, ///< The phase lets nothing go to this side.
        LevelTooHigh, ///< Not this level.
        TreatmentNeeded, ///< This level only treated in another way.
        CleanTeamOnly,
    };

    struct Question {
        QString phase;
        QString side;
        int level = 0; ///< Of the source: a redacted version keeps it.
        QString treatment;
        bool isCleanTeam = false;
    };

    static Result<Ceiling> load(const QString &file = QStringLiteral(":/release/ceiling.json"));

    Answer judge(const Question &question) const;

    /// The rule of the exception that may stand in for the treatment ("release_level4"); empty where none may.
    QString exceptionRule(const Question &question) const;

    /// The highest level that the phase lets go to a side, in any treatment; 0 = nothing.
    int highestLevel(const QString &phase, const QString &side) const;

private:
    struct Row {
        QStringList phases;
        QStringList sides;
        QList<int> levels;
        QStringList treatments;
        bool isCleanOnly = false;
        QString exception;
    };

    QList<Row> m_rows;
};

} // namespace dw
