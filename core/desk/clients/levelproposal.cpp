#include "core/desk/clients/levelproposal.h"

namespace dw {

using namespace Qt::StringLiterals;

LevelProposal proposeLevel(const QVariantMap &asset, bool hasCompetitorBuyer, const ListFacts &facts, const VolumeLimits &limits)
{
    LevelProposal proposal;
    const auto flag = [&](const QString &name) { return asset.value(name).toBool(); };
    const auto raise = [&](int level, const QString &reason) {
        proposal.level = qMax(proposal.level, level);
        proposal.reasons.append(reason);
    };
    if (flag(u"important_data"_s)) {
        raise(4, u"level.important_data"_s);
        proposal.needsCounsel = true;
    }
    if (facts.hasStateSecretWord) {
        raise(4, u"level.state_secret_word"_s);
        proposal.needsCounsel = true;
    }
    if (flag(u"price_list"_s)) {
        raise(4, u"level.price_list"_s);
        proposal.needsCounsel = true;
    }
    if (flag(u"competitively_sensitive"_s) && hasCompetitorBuyer) {
        raise(4, u"level.competitively_sensitive"_s);
        proposal.needsCounsel = true;
    }
    const bool hasPersonal = flag(u"has_pi"_s) || facts.hasPersonal;
    const qint64 subjects = qMax(facts.subjects, asset.value(u"subject_count"_s).toLongLong());
    if (hasPersonal && limits.subjects > 0 && subjects >= limits.subjects)
        raise(4, u"level.volume_subjects"_s);
    if (limits.sensitiveItems > 0 && facts.sensitiveItems >= limits.sensitiveItems)
        raise(4, u"level.volume_sensitive"_s);
    if (flag(u"has_sensitive_pi"_s) || facts.sensitiveItems > 0)
        raise(3, u"level.sensitive_pi"_s);
    if (flag(u"minors_under_14"_s))
        raise(3, u"level.minors"_s); // PIPL 28: always sensitive
    if (flag(u"trade_secret"_s))
        raise(3, u"level.trade_secret"_s);
    if (flag(u"competitively_sensitive"_s) && !hasCompetitorBuyer)
        raise(3, u"level.competitively_sensitive"_s);
    if (hasPersonal)
        raise(2, u"level.personal"_s);
    if (proposal.reasons.isEmpty())
        proposal.reasons.append(u"level.nothing_special"_s);
    return proposal;
}

} // namespace dw
