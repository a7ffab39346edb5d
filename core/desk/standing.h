#pragma once

#include "core/desk/dealday.h"
#include "core/desk/ndacover.h"
#include "core/domain/condition.h"
#include "core/store/transaction.h"

namespace dw {

/// On which side of the deal somebody stands; decides what a phase lets go to them.
enum class Side { Own, Adviser, Bidder, SelectedBuyer };

QString sideId(Side side); ///< "own", "adviser", "bidder", "selected_buyer"

/// One person as the rules about access see them. Lives inside a transaction.
class Standing
{
public:
    /// NotFound, "person.missing"
    static Result<Standing> of(const ReadTx &tx, const DealDay &day, const QString &personId);

    const ReadTx &tx() const { return *m_tx; }
    const DealDay &day() const { return *m_day; }
    QString id() const { return textOfPerson(QLatin1StringView("id")); }
    QString name() const { return textOfPerson(QLatin1StringView("name")); }
    const Row &person() const { return m_person; }
    const Row &organisation() const { return m_organisation; }
    QString organisationId() const;
    Side side() const;
    bool isAbroad() const { return m_isAbroad; } ///< In another country than the own organisation.

    // The facts that grants and releases are judged on; numbers as in the release predicate.
    Result<Condition> active() const; ///< 2: an active person
    Result<Condition> backgroundCheck() const; ///< 5: passed and valid
    Result<Condition> training(bool isCleanTeam = false) const; ///< 6: every mandatory course, in date
    Result<Condition> rules() const; ///< 6: every rule sheet in force acknowledged
    Result<Condition> declaration() const; ///< 7: on file from phase 4, no conflict left open
    Result<Condition> organisationFree() const; ///< 9: not frozen, not ended, not a losing bidder
    Result<Condition> thirdParty() const; ///< 9: approved and its assessment in date

    /// 8: nobody on the business side near competitively sensitive assets, no change of side within the cool-off.
    Result<Condition> wall(const QStringList &sensitiveAssets) const;
    Result<bool> isBusinessSide() const;
    Result<bool> isCleanTeam() const;

private:
    QString textOfPerson(QLatin1StringView column) const { return m_person.value(QString(column)).toString(); }
    Condition make(int number, const char *id) const;
    Result<Condition> carried(Condition condition) const;

    const ReadTx *m_tx = nullptr;
    const DealDay *m_day = nullptr;
    Row m_person;
    Row m_organisation;
    bool m_isAbroad = false;
};

/// What an exception may concern: register and id.
using Subjects = QList<std::pair<QString, QString>>;

/// The approved, unexpired exception from a numbered condition that concerns one of the subjects; empty when there
/// is none. Whoever asked for it cannot have approved it.
Result<QString> liveException(const ReadTx &tx, const DealDay &day, int conditionNumber, const Subjects &subjects);

/// The same for rule "release_level4": approved by two different people.
Result<QString> levelFourException(const ReadTx &tx, const DealDay &day, const Subjects &subjects);

/// Ids of the given assets that are competitively sensitive; with no assets given, of all those up to `level`.
Result<QStringList> sensitiveAssets(const ReadTx &tx, const QStringList &assets, int level);

} // namespace dw
