#include "app/demo/demosteps.h"

#include "app/demo/demostage.h"
#include "core/desk/people/peopleservice.h"
#include "core/desk/registers/recordservice.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

template <typename IdType>
IdType idOf(const DemoStage &stage, const QJsonObject &step, const char *key)
{
    return IdType::fromText(stage.idOf(step.value(QLatin1StringView(key)).toString()));
}

Result<> signNda(DemoStage &stage, const QJsonObject &step)
{
    NdaSigning signing;
    signing.organisation = idOf<OrganisationId>(stage, step, "organisation");
    signing.person = idOf<PersonId>(stage, step, "person");
    signing.signedOn = stage.day();
    signing.method = step.value("method"_L1).toString();
    signing.authority = stage.text(step.value("authority"_L1));
    DW_TRY(stage.session().people().recordSignature(idOf<NdaId>(stage, step, "nda_sign"), signing));
    return {};
}

Result<> joinNda(DemoStage &stage, const QJsonObject &step)
{
    DW_TRY(stage.session().people().joinNda(idOf<NdaId>(stage, step, "nda_join"), idOf<PersonId>(stage, step, "person"), stage.day()));
    return {};
}

Result<> backgroundCheck(DemoStage &stage, const QJsonObject &step)
{
    BackgroundCheck check;
    check.outcome = u"passed"_s;
    check.scope = stage.text(step.value("scope"_L1));
    check.checkedOn = stage.day();
    check.validUntil = QDate::fromString(stage.text(step.value("valid_until"_L1)), Qt::ISODate);
    const PersonId person = idOf<PersonId>(stage, step, "background_check");
    DW_TRY(stage.session().people().requestBackgroundCheck(person, check.scope));
    return stage.session().people().recordBackgroundCheck(person, check);
}

Result<> requestGrant(DemoStage &stage, const QJsonObject &step)
{
    GrantRequest request;
    request.person = idOf<PersonId>(stage, step, "person");
    request.maxLevel = step.value("level"_L1).toInt();
    request.phases = stage.value(step.value("phases"_L1)).toStringList();
    request.assets = stage.value(step.value("assets"_L1)).toStringList();
    request.reason = stage.text(step.value("reason"_L1));
    request.endsOn = QDate::fromString(stage.text(step.value("ends_on"_L1)), Qt::ISODate);
    DW_ASSIGN(const RecordId id, stage.session().people().requestGrant(request));
    stage.remember(step.value("grant"_L1).toString(), id.toString());
    return {};
}

Result<> approveGrant(DemoStage &stage, const QJsonObject &step)
{
    DW_TRY(stage.session().people().approveGrant(idOf<GrantId>(stage, step, "approve_grant")));
    return {};
}

/// The monthly look at who still needs access: everybody who has it keeps it.
Result<> certifyGrants(DemoStage &stage, const QJsonObject &)
{
    RecordQuery query;
    query.filters.insert(u"state"_s, u"active"_s);
    DW_ASSIGN(const auto grants, stage.session().records().list(u"access_grant"_s, query));
    for (const Record &grant : grants) {
        const Result<> done = stage.session().people().recertifyGrant(grant.id.as<GrantTag>(), u"keep"_s);
        if (!done && done.error().reason != u"grant.approver_is_grantee"_s) // one's own is certified by somebody else
            return done;
    }
    return {};
}

Result<> addWallMember(DemoStage &stage, const QJsonObject &step)
{
    DW_TRY(stage.session().people().addWallMember(idOf<RecordId>(stage, step, "wall_member"), idOf<PersonId>(stage, step, "person"),
        step.value("side"_L1).toString()));
    return {};
}

} // namespace

DemoSteps demoPeopleSteps()
{
    return {{u"nda_sign"_s, signNda}, {u"nda_join"_s, joinNda}, {u"background_check"_s, backgroundCheck}, {u"grant"_s, requestGrant},
        {u"approve_grant"_s, approveGrant}, {u"certify_grants"_s, certifyGrants}, {u"wall_member"_s, addWallMember}};
}

} // namespace dw
