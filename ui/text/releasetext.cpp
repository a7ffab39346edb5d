#include "ui/text/releasetext.h"

#include "ui/text/idtext.h"

#include <QCoreApplication>

#include <span>

namespace dw::releasetext {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    const char *id;
    const char *text;
};

struct Fact {
    const char *id;
    const char *kinds;
    const char *text;
};

constexpr Words titles[] = {
    {"phase", QT_TRANSLATE_NOOP("ReleaseText", "Deal and phase")},
    {"person", QT_TRANSLATE_NOOP("ReleaseText", "Recipient")},
    {"nda", QT_TRANSLATE_NOOP("ReleaseText", "NDA")},
    {"grant", QT_TRANSLATE_NOOP("ReleaseText", "Access grant")},
    {"level", QT_TRANSLATE_NOOP("ReleaseText", "Level of the grant")},
    {"background_check", QT_TRANSLATE_NOOP("ReleaseText", "Background check")},
    {"training", QT_TRANSLATE_NOOP("ReleaseText", "Training and rules")},
    {"rules", QT_TRANSLATE_NOOP("ReleaseText", "Rules acknowledged")},
    {"declaration", QT_TRANSLATE_NOOP("ReleaseText", "Declaration")},
    {"wall", QT_TRANSLATE_NOOP("ReleaseText", "Walls")},
    {"organisation", QT_TRANSLATE_NOOP("ReleaseText", "Organisation")},
    {"third_party", QT_TRANSLATE_NOOP("ReleaseText", "Third-party assessment")},
    {"approval", QT_TRANSLATE_NOOP("ReleaseText", "Review of the version")},
    {"verification", QT_TRANSLATE_NOOP("ReleaseText", "Verification and level 4")},
    {"channel", QT_TRANSLATE_NOOP("ReleaseText", "Channel")},
    {"personal_information", QT_TRANSLATE_NOOP("ReleaseText", "Personal information")},
    {"incidents", QT_TRANSLATE_NOOP("ReleaseText", "Incidents")},
};

constexpr Words treatments[] = {
    {"none", QT_TRANSLATE_NOOP("ReleaseText", "not treated")},
    {"redacted", QT_TRANSLATE_NOOP("ReleaseText", "redacted")},
    {"pseudonymised", QT_TRANSLATE_NOOP("ReleaseText", "pseudonymised")},
    {"anonymised", QT_TRANSLATE_NOOP("ReleaseText", "anonymised")},
    {"aggregated", QT_TRANSLATE_NOOP("ReleaseText", "aggregated")},
};

constexpr Words sides[] = {
    {"own", QT_TRANSLATE_NOOP("ReleaseText", "own staff")},
    {"adviser", QT_TRANSLATE_NOOP("ReleaseText", "advisers")},
    {"bidder", QT_TRANSLATE_NOOP("ReleaseText", "bidders")},
    {"selected_buyer", QT_TRANSLATE_NOOP("ReleaseText", "the selected buyer")},
};

constexpr Words purposes[] = {
    {"evaluation", QT_TRANSLATE_NOOP("ReleaseText", "evaluating the deal")},
    {"due_diligence", QT_TRANSLATE_NOOP("ReleaseText", "due diligence")},
    {"financing", QT_TRANSLATE_NOOP("ReleaseText", "financing")},
    {"advice", QT_TRANSLATE_NOOP("ReleaseText", "professional advice")},
    {"closing", QT_TRANSLATE_NOOP("ReleaseText", "signing and closing")},
    {"integration", QT_TRANSLATE_NOOP("ReleaseText", "integration planning")},
    {"audit", QT_TRANSLATE_NOOP("ReleaseText", "audit")},
    {"regulatory", QT_TRANSLATE_NOOP("ReleaseText", "filing with an authority")},
    {"other", QT_TRANSLATE_NOOP("ReleaseText", "another purpose")},
};

constexpr Words bases[] = {
    {"none_needed", QT_TRANSLATE_NOOP("ReleaseText", "none needed")},
    {"anonymised", QT_TRANSLATE_NOOP("ReleaseText", "anonymised")},
    {"separate_consent", QT_TRANSLATE_NOOP("ReleaseText", "separate consent")},
    {"entrusted", QT_TRANSLATE_NOOP("ReleaseText", "entrusted processing")},
    {"statutory", QT_TRANSLATE_NOOP("ReleaseText", "statutory duty")},
    {"contract_necessity", QT_TRANSLATE_NOOP("ReleaseText", "needed for a contract")},
};

constexpr Words dealStates[] = {
    {"draft", QT_TRANSLATE_NOOP("ReleaseText", "draft")},
    {"active", QT_TRANSLATE_NOOP("ReleaseText", "active")},
    {"on_hold", QT_TRANSLATE_NOOP("ReleaseText", "on hold")},
    {"closed", QT_TRANSLATE_NOOP("ReleaseText", "closed")},
    {"terminated", QT_TRANSLATE_NOOP("ReleaseText", "terminated")},
    {"archived", QT_TRANSLATE_NOOP("ReleaseText", "archived")},
};

constexpr Words openCopies[] = {
    {"receipt_overdue", QT_TRANSLATE_NOOP("ReleaseText", "receipt overdue")},
    {"return_due", QT_TRANSLATE_NOOP("ReleaseText", "to be returned")},
    {"return_overdue", QT_TRANSLATE_NOOP("ReleaseText", "return overdue")},
};

constexpr Words traces[] = {
    {"package_hash", QT_TRANSLATE_NOOP("ReleaseText", "the very package")},
    {"watermark", QT_TRANSLATE_NOOP("ReleaseText", "by its watermark")},
    {"version_hash", QT_TRANSLATE_NOOP("ReleaseText", "the version without its package")},
};

// What each arg is: - as it stands, p phase, t treatment, s side, u purpose, b basis, d state of the deal,
// c conditions, joined. Args beyond stand as they are.
constexpr Fact facts[] = {
    {"ceiling.admits", "p-ts", QT_TRANSLATE_NOOP("ReleaseText", "%1 lets level %2 (%3) go to: %4.")},
    {"ceiling.nothing_goes", "p-ts", QT_TRANSLATE_NOOP("ReleaseText", "%1 lets nothing go to: %4.")},
    {"ceiling.level", "p-ts", QT_TRANSLATE_NOOP("ReleaseText", "%1 does not let level %2 go to: %4.")},
    {"ceiling.treatment", "p-ts", QT_TRANSLATE_NOOP("ReleaseText", "%1 lets level %2 go to %4 only after treatment; this version is: %3.")},
    {"ceiling.clean_team", "p-ts", QT_TRANSLATE_NOOP("ReleaseText", "%1 lets level %2 go to %4 only for the clean team.")},
    {"deal.none", "", QT_TRANSLATE_NOOP("ReleaseText", "There is no deal in this vault yet.")},
    {"deal.not_active", "d", QT_TRANSLATE_NOOP("ReleaseText", "The deal is not active: %1.")},
    {"person.active", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 is an active person.")},
    {"person.suspended", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 is suspended.")},
    {"person.left", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 has left.")},
    {"person.withdrawn", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 was withdrawn.")},
    {"nda.covers", "--u", QT_TRANSLATE_NOOP("ReleaseText", "“%2” binds %1.")},
    {"nda.survives", "--u", QT_TRANSLATE_NOOP("ReleaseText", "“%2” has ended but still binds %1 for this purpose.")},
    {"nda.none_covers", "", QT_TRANSLATE_NOOP("ReleaseText", "No NDA in force binds %1.")},
    {"nda.only_surviving", "--", QT_TRANSLATE_NOOP("ReleaseText", "“%2” has ended; %1 needs one in force.")},
    {"nda.other_purpose", "--u", QT_TRANSLATE_NOOP("ReleaseText", "“%2” binds %1, but not for this purpose: %3.")},
    {"grant.in_force", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 has a grant that covers this.")},
    {"grant.none", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 has no access grant.")},
    {"grant.requested", "", QT_TRANSLATE_NOOP("ReleaseText", "The grant of %1 is not approved yet.")},
    {"grant.approved", "", QT_TRANSLATE_NOOP("ReleaseText", "The grant of %1 is approved, but not everything it needs holds.")},
    {"grant.suspended", "-cccccccc", QT_TRANSLATE_NOOP("ReleaseText", "The grant of %1 is suspended: %2.")},
    {"grant.revoked", "", QT_TRANSLATE_NOOP("ReleaseText", "The grant of %1 was revoked.")},
    {"grant.expired", "--", QT_TRANSLATE_NOOP("ReleaseText", "The grant of %1 has expired.")},
    {"grant.refused", "", QT_TRANSLATE_NOOP("ReleaseText", "The grant of %1 was refused.")},
    {"grant.other_phase", "-p", QT_TRANSLATE_NOOP("ReleaseText", "The grant of %1 is not for this phase: %2.")},
    {"grant.level", "---", QT_TRANSLATE_NOOP("ReleaseText", "The file is level %2; the grant of %1 reaches level %3.")},
    {"grant.above_clearance", "---", QT_TRANSLATE_NOOP("ReleaseText", "The grant of %1 (level %2) is above their clearance (level %3).")},
    {"grant.other_asset", "", QT_TRANSLATE_NOOP("ReleaseText", "The file rests on data assets that are not in the grant of %1.")},
    {"grant.other_folder", "--", QT_TRANSLATE_NOOP("ReleaseText", "The folder “%2” is not in the grant of %1.")},
    {"level.within_clearance", "--", QT_TRANSLATE_NOOP("ReleaseText", "Level %1 is within the clearance (%2).")},
    {"level.above_clearance", "--", QT_TRANSLATE_NOOP("ReleaseText", "Level %1 is above the clearance (%2).")},
    {"check.passed", "--", QT_TRANSLATE_NOOP("ReleaseText", "Background check of %1 passed, valid until %2.")},
    {"check.none", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 has had no background check.")},
    {"check.requested", "", QT_TRANSLATE_NOOP("ReleaseText", "The background check of %1 is not finished.")},
    {"check.failed", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 did not pass the background check.")},
    {"check.waived", "", QT_TRANSLATE_NOOP("ReleaseText", "The background check of %1 was waived; that needs an approved exception.")},
    {"check.no_end", "", QT_TRANSLATE_NOOP("ReleaseText", "The background check of %1 has no end date.")},
    {"check.expired", "--", QT_TRANSLATE_NOOP("ReleaseText", "The background check of %1 ran out on %2.")},
    {"training.valid", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 is trained until %2, rules acknowledged.")},
    {"training.none", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 has attended no training.")},
    {"training.expired", "--", QT_TRANSLATE_NOOP("ReleaseText", "The training of %1 ran out on %2.")},
    {"training.course_missing", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 lacks a mandatory course: %2.")},
    {"rules.acknowledged", "---", QT_TRANSLATE_NOOP("ReleaseText", "%1 acknowledged “%2”.")},
    {"rules.not_acknowledged", "---", QT_TRANSLATE_NOOP("ReleaseText", "%1 has not acknowledged “%2”, version %3.")},
    {"rules.none_issued", "", QT_TRANSLATE_NOOP("ReleaseText", "No rule sheet is in force that %1 could acknowledge.")},
    {"declaration.not_needed_yet", "", QT_TRANSLATE_NOOP("ReleaseText", "A declaration is needed from phase 4.")},
    {"declaration.on_file", "--", QT_TRANSLATE_NOOP("ReleaseText", "The declaration of %1 is on file.")},
    {"declaration.missing", "", QT_TRANSLATE_NOOP("ReleaseText", "The declaration of %1 is missing.")},
    {"declaration.code_not_accepted", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 has not accepted the code of conduct.")},
    {"declaration.conflict_open", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 declared a conflict that nobody has decided on.")},
    {"declaration.removed", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 was removed from the deal because of a conflict.")},
    {"wall.none", "", QT_TRANSLATE_NOOP("ReleaseText", "No wall stands between %1 and this.")},
    {"wall.business_side", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 is on the business side; “%2” is competitively sensitive.")},
    {"wall.both_sides", "---", QT_TRANSLATE_NOOP("ReleaseText", "%1 stands on both sides of “%2”.")},
    {"wall.cool_off", "---", QT_TRANSLATE_NOOP("ReleaseText", "%1 left the clean team of “%2”; the cool-off lasts until %3.")},
    {"organisation.free", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 is free to receive.")},
    {"organisation.none", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 belongs to no organisation.")},
    {"organisation.frozen", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 is frozen.")},
    {"organisation.ended", "", QT_TRANSLATE_NOOP("ReleaseText", "The role of %1 has ended.")},
    {"organisation.losing_bidder", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 was not selected: from phase 4 nothing goes to it.")},
    {"third_party.not_one", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 is no third party that needs an assessment.")},
    {"third_party.current", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 is approved and assessed until %2.")},
    {"third_party.not_listed", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 is not in the register of third parties.")},
    {"third_party.not_approved", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 is not approved as a third party.")},
    {"third_party.suspended", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 is suspended as a third party.")},
    {"third_party.not_assessed", "", QT_TRANSLATE_NOOP("ReleaseText", "%1 has no approved assessment of the last twelve months.")},
    {"third_party.assessment_expired", "--", QT_TRANSLATE_NOOP("ReleaseText", "The assessment of %1 ran out on %2.")},
    {"version.approved", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 is approved by a second person.")},
    {"version.draft", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 is a draft; have it reviewed.")},
    {"version.scanned", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 has not been reviewed.")},
    {"version.in_review", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 waits for its review.")},
    {"version.rejected", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 was rejected.")},
    {"version.superseded", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 was superseded by a newer one.")},
    {"version.erased", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 was erased.")},
    {"version.not_searched", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 was never searched for client information.")},
    {"version.search_incomplete", "--", QT_TRANSLATE_NOOP("ReleaseText", "Parts of %1 version %2 could not be searched, and nobody confirmed to have looked at them.")},
    {"version.open_findings", "---", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 has open findings: %3.")},
    {"document.not_open", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 was withdrawn or erased.")},
    {"review.none", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 has no approving review.")},
    {"review.by_preparer", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 was reviewed by who prepared it.")},
    {"review.other_bytes", "--", QT_TRANSLATE_NOOP("ReleaseText", "The review of %1 version %2 was for other bytes.")},
    {"review.level_changed", "--", QT_TRANSLATE_NOOP("ReleaseText", "The level changed after %1 version %2 was reviewed.")},
    {"verification.passed", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 is verified for these very bytes.")},
    {"verification.not_needed", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 was not redacted: nothing to verify.")},
    {"verification.none", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 was never verified.")},
    {"verification.failed", "--", QT_TRANSLATE_NOOP("ReleaseText", "The verification of %1 version %2 failed.")},
    {"verification.other_bytes", "--", QT_TRANSLATE_NOOP("ReleaseText", "The verification of %1 version %2 was for other bytes.")},
    {"verification.level4", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 is level 4: only anonymised, aggregated, or with an exception approved by two.")},
    {"channel.approved", "--", QT_TRANSLATE_NOOP("ReleaseText", "“%1” is approved.")},
    {"channel.not_approved", "", QT_TRANSLATE_NOOP("ReleaseText", "“%1” is not approved.")},
    {"channel.not_yet", "--", QT_TRANSLATE_NOOP("ReleaseText", "“%1” is approved only from %2.")},
    {"channel.expired", "--", QT_TRANSLATE_NOOP("ReleaseText", "The approval of “%1” ran out on %2.")},
    {"channel.not_encrypted", "--", QT_TRANSLATE_NOOP("ReleaseText", "“%1” is not encrypted; level %2 needs that.")},
    {"pi.none", "---", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 identifies nobody.")},
    {"pi.has_basis", "--b", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 identifies people; basis: %3.")},
    {"pi.no_basis", "---", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 identifies people; name the legal basis.")},
    {"pi.basis_does_not_fit", "--b", QT_TRANSLATE_NOOP("ReleaseText", "%1 version %2 identifies people; “%3” is no basis for that.")},
    {"pi.no_evidence", "--b", QT_TRANSLATE_NOOP("ReleaseText", "The legal basis for %1 version %2 (%3) has no evidence.")},
    {"pi.no_opinion", "--", QT_TRANSLATE_NOOP("ReleaseText", "%1 (%2) is abroad: a final opinion on the transfer is missing.")},
    {"incidents.none_freezes", "", QT_TRANSLATE_NOOP("ReleaseText", "No incident freezes the deal.")},
    {"incidents.freezes", "--", QT_TRANSLATE_NOOP("ReleaseText", "The incident “%1” (severity %2) freezes the deal.")},
};

constexpr const char *carried = QT_TRANSLATE_NOOP("ReleaseText", "(Carried by an approved exception.)");
constexpr const char *holds = QT_TRANSLATE_NOOP("ReleaseText", "holds");
constexpr const char *doesNotHold = QT_TRANSLATE_NOOP("ReleaseText", "FAILS");
constexpr const char *listComma = QT_TRANSLATE_NOOP("ReleaseText", ", ");

QString translated(const char *text)
{
    return QCoreApplication::translate("ReleaseText", text);
}

QString lookUp(std::span<const Words> table, const QString &id)
{
    for (const Words &words : table) {
        if (id == QLatin1StringView(words.id))
            return translated(words.text);
    }
    return idtext::readable(id);
}

QString inWords(char kind, const QString &arg)
{
    switch (kind) {
    case 'p':
        return idtext::phase(arg);
    case 't':
        return lookUp(treatments, arg);
    case 's':
        return lookUp(sides, arg);
    case 'u':
        return lookUp(purposes, arg);
    case 'b':
        return lookUp(bases, arg);
    case 'd':
        return lookUp(dealStates, arg);
    case 'c':
        return lookUp(titles, arg);
    default:
        return arg;
    }
}

// Args become words; those of kind c are one list.
QStringList argsInWords(const Fact &fact, const QStringList &args)
{
    const QLatin1StringView kinds(fact.kinds);
    QStringList words;
    for (qsizetype i = 0; i < args.size(); ++i) {
        const char kind = i < kinds.size() ? kinds.at(i).toLatin1() : '-';
        const bool joins = kind == 'c' && i > 0 && kinds.at(i - 1) == u'c';
        if (joins)
            words.last() += translated(listComma) + inWords(kind, args.at(i));
        else
            words.append(inWords(kind, args.at(i)));
    }
    return words;
}

} // namespace

QString conditionTitle(const QString &id)
{
    return lookUp(titles, id);
}

QString conditionFact(const Condition &condition)
{
    QString text;
    for (const Fact &fact : facts) {
        if (condition.fact != QLatin1StringView(fact.id))
            continue;
        text = translated(fact.text);
        const QStringList words = argsInWords(fact, condition.args);
        for (qsizetype i = 0; i < 9; ++i)
            text.replace(u'%' + QString::number(i + 1), words.value(i));
        break;
    }
    if (text.isEmpty())
        text = idtext::readable(condition.fact);
    if (!condition.exceptionId.isEmpty())
        text += u' ' + translated(carried);
    return text;
}

QString conditionLine(const Condition &condition)
{
    const QString mark = translated(condition.ok ? holds : doesNotHold);
    return u"%1 %2  %3: %4"_s.arg(condition.number, 2).arg(mark, conditionTitle(condition.id), conditionFact(condition));
}

bool hasWords(const QString &factId)
{
    return std::any_of(std::begin(facts), std::end(facts), [&](const Fact &fact) { return factId == QLatin1StringView(fact.id); });
}

QString purpose(const QString &id)
{
    return lookUp(purposes, id);
}

QString treatment(const QString &id)
{
    return lookUp(treatments, id);
}

QString side(const QString &id)
{
    return lookUp(sides, id);
}

QString legalBasis(const QString &id)
{
    return lookUp(bases, id);
}

QString openCopy(const QString &why)
{
    return lookUp(openCopies, why);
}

QString tracedBy(const QString &id)
{
    return lookUp(traces, id);
}

} // namespace dw::releasetext
