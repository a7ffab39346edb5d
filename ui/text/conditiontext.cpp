#include "ui/text/conditiontext.h"

#include "ui/text/idtext.h"
#include "ui/text/releasetext.h"

#include <QCoreApplication>

#include <array>

namespace dw::conditiontext {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char *, 14> titles {
    QT_TRANSLATE_NOOP("Conditions", "The deal is active and its phase lets this go outside"),
    QT_TRANSLATE_NOOP("Conditions", "The recipient is an active person"),
    QT_TRANSLATE_NOOP("Conditions", "An NDA in force covers the recipient and the purpose"),
    QT_TRANSLATE_NOOP("Conditions", "A grant is active today for this level"),
    QT_TRANSLATE_NOOP("Conditions", "The background check is passed and valid"),
    QT_TRANSLATE_NOOP("Conditions", "Training is valid and the rules are acknowledged"),
    QT_TRANSLATE_NOOP("Conditions", "The declaration is on file (from phase 4)"),
    QT_TRANSLATE_NOOP("Conditions", "No wall stands between"),
    QT_TRANSLATE_NOOP("Conditions", "The organisation is not frozen and its assessment is current"),
    QT_TRANSLATE_NOOP("Conditions", "The version was approved by a second person"),
    QT_TRANSLATE_NOOP("Conditions", "The redaction or anonymisation is verified"),
    QT_TRANSLATE_NOOP("Conditions", "The channel is approved, and encrypted from level 3"),
    QT_TRANSLATE_NOOP("Conditions", "Personal information has a legal basis with evidence"),
    QT_TRANSLATE_NOOP("Conditions", "No open serious incident freezes the deal"),
};

struct Fact {
    const char *id;
    const char *text;
};

constexpr Fact facts[] = {
    {"person.missing", QT_TRANSLATE_NOOP("Conditions", "this person is not in the register")},
    {"person.active", QT_TRANSLATE_NOOP("Conditions", "active")},
    {"person.not_active", QT_TRANSLATE_NOOP("Conditions", "this person is not active")},
    {"nda.covers", QT_TRANSLATE_NOOP("Conditions", "covered by %1")},
    {"nda.none_covers", QT_TRANSLATE_NOOP("Conditions", "no NDA in force covers this person for this purpose")},
    {"nda.only_surviving", QT_TRANSLATE_NOOP("Conditions", "only a surviving NDA covers this person: %1")},
    {"grant.none", QT_TRANSLATE_NOOP("Conditions", "no grant is active today")},
    {"grant.active", QT_TRANSLATE_NOOP("Conditions", "a grant is active")},
    {"grant.asset", QT_TRANSLATE_NOOP("Conditions", "the grant does not include this data asset")},
    {"level.above_clearance", QT_TRANSLATE_NOOP("Conditions", "the level is above the person's clearance")},
    {"level.within_clearance", QT_TRANSLATE_NOOP("Conditions", "the level is within the clearance")},
    {"check.passed", QT_TRANSLATE_NOOP("Conditions", "passed, valid until %1")},
    {"check.expired", QT_TRANSLATE_NOOP("Conditions", "the background check ran out on %1")},
    {"check.no_end", QT_TRANSLATE_NOOP("Conditions", "the background check has no end date")},
    {"check.none", QT_TRANSLATE_NOOP("Conditions", "no background check is passed")},
    {"training.valid", QT_TRANSLATE_NOOP("Conditions", "valid until %1")},
    {"training.none", QT_TRANSLATE_NOOP("Conditions", "no training was attended")},
    {"training.expired", QT_TRANSLATE_NOOP("Conditions", "the training ran out on %1")},
    {"training.course_missing", QT_TRANSLATE_NOOP("Conditions", "a required course is missing: %1")},
    {"rules.acknowledged", QT_TRANSLATE_NOOP("Conditions", "trained, and the rules are acknowledged")},
    {"rules.not_acknowledged", QT_TRANSLATE_NOOP("Conditions", "the rules are not acknowledged in their present version")},
    {"rules.none_issued", QT_TRANSLATE_NOOP("Conditions", "no rule sheet has been issued")},
    {"declaration.not_needed_yet", QT_TRANSLATE_NOOP("Conditions", "not needed before phase 4")},
    {"declaration.on_file", QT_TRANSLATE_NOOP("Conditions", "on file")},
    {"declaration.missing", QT_TRANSLATE_NOOP("Conditions", "no declaration is on file")},
    {"declaration.removed", QT_TRANSLATE_NOOP("Conditions", "the declaration led to a removal")},
    {"declaration.conflict_open", QT_TRANSLATE_NOOP("Conditions", "a conflict of interest is open")},
    {"declaration.code_not_accepted", QT_TRANSLATE_NOOP("Conditions", "the code of conduct is not accepted")},
    {"wall.none", QT_TRANSLATE_NOOP("Conditions", "no wall concerns this person")},
    {"wall.business_side", QT_TRANSLATE_NOOP("Conditions", "the person stands on the business side of %1")},
    {"wall.both_sides", QT_TRANSLATE_NOOP("Conditions", "the person stands on both sides of %1")},
    {"wall.cool_off", QT_TRANSLATE_NOOP("Conditions", "the cool-off runs until %1")},
    {"organisation.free", QT_TRANSLATE_NOOP("Conditions", "not frozen")},
    {"organisation.none", QT_TRANSLATE_NOOP("Conditions", "the person has no organisation")},
    {"organisation.frozen", QT_TRANSLATE_NOOP("Conditions", "the organisation is frozen")},
    {"organisation.losing_bidder", QT_TRANSLATE_NOOP("Conditions", "another bidder was selected")},
    {"third_party.current", QT_TRANSLATE_NOOP("Conditions", "the assessment is current")},
    {"third_party.not_one", QT_TRANSLATE_NOOP("Conditions", "not a third party; not frozen")},
    {"third_party.not_listed", QT_TRANSLATE_NOOP("Conditions", "the organisation is not in the register of third parties")},
    {"third_party.not_assessed", QT_TRANSLATE_NOOP("Conditions", "the third party is not assessed")},
    {"third_party.not_approved", QT_TRANSLATE_NOOP("Conditions", "the third party is not approved")},
    {"third_party.assessment_expired", QT_TRANSLATE_NOOP("Conditions", "the assessment ran out on %1")},
    {"third_party.suspended", QT_TRANSLATE_NOOP("Conditions", "the third party is suspended")},
};

} // namespace

QString title(int number)
{
    if (number < 1 || number > 14)
        return {};
    return QCoreApplication::translate("Conditions", titles.at(static_cast<std::size_t>(number - 1)));
}

QString fact(const Condition &condition)
{
    if (releasetext::hasWords(condition.fact))
        return releasetext::conditionFact(condition);
    for (const Fact &fact : facts) {
        if (condition.fact != QLatin1StringView(fact.id))
            continue;
        QString words = QCoreApplication::translate("Conditions", fact.text);
        for (qsizetype i = 0; i < 9; ++i)
            words.replace(u"%"_s + QString::number(i + 1), condition.args.value(i));
        return words;
    }
    const QString readable = idtext::readable(condition.fact);
    return condition.args.isEmpty() ? readable : readable + u" ("_s + condition.args.join(u", "_s) + u')';
}

} // namespace dw::conditiontext
