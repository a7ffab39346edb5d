#pragma once

#include "core/base/result.h"
#include "core/domain/language.h"
#include "core/domain/registerdecl.h"

#include <QHash>

namespace dw {

/// One of the 61 rows: what has to be done, by whom, when again, and which checks show it.
struct MeasureDecl {
    enum class Mode {
        Auto, ///< Computed from data alone; nobody can tick it.
        Assisted, ///< The checks must pass and a person signs.
    };
    enum class Recurrence { Once, PerPhase, PerEvent, EveryMonths };

    QString id; ///< "prep.scope"
    int section = 0; ///< Of the source article.
    int item = 0;
    QString phase; ///< prepare, negotiate, documents, closing, post, programme
    LocalText title;
    LocalText guidance;
    QString evidenceKind;
    QString evidenceDetail;
    QString role; ///< Function that answers for it: "it_security"
    Recurrence recurrence = Recurrence::Once;
    int months = 0; ///< With EveryMonths.
    QString blocksGate; ///< "G1" ... or empty.
    QStringList legal; ///< Pointers for counsel.
    QString module; ///< "deals", "inventory" ...
    Mode mode = Mode::Auto;
    QStringList checks;
    QStringList near; ///< Measures that look alike.
};

/// A phase or gate with its words.
struct PhaseDecl {
    QString id;
    int order = 0; ///< 1-5; 0 for the continuous programme.
    LocalText title;
    QString gate; ///< Gate by which it is left; empty for the programme.
};

/// What an empty population means for a check.
enum class EmptyMeaning {
    Fact, ///< There is no population: one fact, true or not.
    NoData, ///< Red for gates: "everyone is trained" with nobody listed is not green.
    NilReturn, ///< Green once the responsible function signs a nil return for the phase.
    NotApplicable, ///< Does not count.
};

/// A named question to store.db. See resources/checks/README.md for the file format.
struct CheckDecl {
    QString id; ///< "nda.every_counterparty_active"
    QString module; ///< "ndas"
    LocalText title; ///< What holds when it passes, as a sentence.
    EmptyMeaning empty = EmptyMeaning::Fact;
    QString population; ///< SELECT id, register, label [, seen], views in front; empty for a fact.
    QString violations; ///< SELECT id, register, label, `population` and views in front.
    QString fact; ///< SELECT holds, value [, seen], views in front.
    QString page; ///< Where to fix it.
    QString registerId; ///< Register on that page.
    bool isSoft = false; ///< Failing makes its row amber, not red.
    int periodDays = 0; ///< Period of its dates; a quarter of it (at most 30 days) ahead the row turns amber. 0 = no look ahead.
};

/// The catalogue of measures and checks, compiled in.
class MeasureCatalogue
{
public:
    /// Reads `:/measures/measures.json` and `:/checks/*.sql`; fails on the first malformed entry.
    static Result<MeasureCatalogue> load(const QString &measures = QStringLiteral(":/measures/measures.json"),
        const QString &checks = QStringLiteral(":/checks"));

    const QList<MeasureDecl> &measures() const { return m_measures; } ///< In the order of the source.
    const MeasureDecl *find(QStringView id) const;
    QStringList ids() const;
    const QList<CheckDecl> &checks() const { return m_checks; }
    const CheckDecl *check(QStringView id) const;
    const QList<PhaseDecl> &phases() const { return m_phases; } ///< The five, then the programme.
    const PhaseDecl *phase(QStringView id) const;
    LocalText gateTitle(const QString &gate) const;
    QList<const MeasureDecl *> resting(const QString &checkId) const; ///< Measures that rest on a check.

private:
    Result<> readMeasures(const QString &path);
    Result<> readChecks(const QString &directory);
    Result<> checkReferences() const;

    QList<MeasureDecl> m_measures;
    QList<PhaseDecl> m_phases;
    QHash<QString, LocalText> m_gates;
    QList<CheckDecl> m_checks;
};

/// The words of a measure from the compiled-in catalogue; an unknown id stands for itself.
QString measureTitle(const QString &id, Language language);

/// 1-5 for "prepare" ... "post"; 0 for anything else.
int phaseOrder(QStringView phase);
/// "prepare" for 1 ...; empty outside 1-5.
QString phaseId(int order);
/// 1-5 for "G1" ... "G5"; 0 for anything else.
int gateOrder(QStringView gate);
QString gateId(int order);

} // namespace dw
