#pragma once

#include "core/desk/releases/ceiling.h"
#include "core/desk/releases/releasevalues.h"
#include "core/desk/standing.h"

namespace dw {

/// One question with the rows it is judged on; all from store.db, so that the answer is the same for everybody.
struct ReleaseCase {
    const ReadTx &tx;
    const DealDay &day;
    const ReleaseQuestion &question;
    const Ceiling &ceiling;
    Standing standing; ///< The recipient.
    Row version;
    Row document;
    Row channel;

    int level() const { return version.value(QStringLiteral("source_level")).toInt(); } ///< Kept through every treatment.
    QString treatment() const { return version.value(QStringLiteral("treatment")).toString(); }
    Subjects subjects() const; ///< What an exception may concern.
};

/// The fourteen conditions of a release, one function each; each reads what it needs and nothing else.
namespace conditions {

Result<Condition> phase(const ReleaseCase &c); ///< 1
Result<Condition> recipient(const ReleaseCase &c); ///< 2
Result<Condition> nda(const ReleaseCase &c); ///< 3; fix.id names the NDA that covers it
Result<Condition> grant(const ReleaseCase &c); ///< 4; fix.id names the grant
Result<Condition> backgroundCheck(const ReleaseCase &c); ///< 5
Result<Condition> training(const ReleaseCase &c); ///< 6
Result<Condition> declaration(const ReleaseCase &c); ///< 7
Result<Condition> wall(const ReleaseCase &c); ///< 8
Result<Condition> organisation(const ReleaseCase &c); ///< 9
Result<Condition> approval(const ReleaseCase &c); ///< 10
Result<Condition> verification(const ReleaseCase &c); ///< 11
Result<Condition> channel(const ReleaseCase &c); ///< 12
Result<Condition> personalInformation(const ReleaseCase &c); ///< 13
Result<Condition> incidents(const ReleaseCase &c); ///< 14

} // namespace conditions

/// Whether the version identifies people: computed from its findings; a person may only raise it.
bool identifiesPeople(const Row &version, const Row &document);

/// The final opinion that a release across the border rests on; empty when there is none.
Result<QString> crossBorderOpinion(const ReadTx &tx, const DealDay &day);

/// Judges all fourteen. NotFound "record.missing" when the version, person or channel does not exist.
Result<ReleaseVerdict> judge(const ReadTx &tx, const DealDay &day, const ReleaseQuestion &question, const Ceiling &ceiling);

} // namespace dw
