#include "core/desk/clients/assetrule.h"

#include "core/desk/clients/clientrows.h"
#include "core/store/store.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QString asset = u"data_asset"_s;

void writeProposal(const LevelProposal &proposal, QVariantMap &values)
{
    values.insert(u"proposed_level"_s, proposal.level);
    values.insert(u"proposed_reason"_s, proposal.reasons.join(u' '));
}

/// A level was chosen: who, when, and that nobody has reviewed it yet.
Result<> stampDecision(WriteTx &tx, const LevelProposal &proposal, const QString &reason, QVariantMap &values)
{
    const int level = values.value(u"level"_s).toInt();
    if (level < 1 || level > 4)
        return fail(ErrorCode::InvalidInput, u"asset.no_level"_s);
    if (level < proposal.level && reason.trimmed().isEmpty())
        return fail(ErrorCode::PolicyBlocked, u"asset.reason_needed"_s, {QString::number(proposal.level)});
    values.insert(u"level_changed_at"_s, tx.now());
    values.insert(u"classified_by"_s, tx.actor().id.toString());
    values.insert(u"classified_at"_s, tx.now());
    for (const QString &field : {u"reviewed_by"_s, u"reviewed_at"_s, u"second_reviewer"_s})
        values.insert(field, QVariant());
    return {};
}

Result<> markDocuments(WriteTx &tx, const RecordId &id)
{
    DW_ASSIGN(const auto documents, tx.records().list(u"document"_s));
    for (const Record &document : documents) {
        if (document.list(u"assets"_s).contains(id.toString()) && !document.flag(u"level_changed"_s))
            DW_TRY(tx.records().update(u"document"_s, document.id, {{u"level_changed"_s, true}}));
    }
    return {};
}

} // namespace

Result<LevelProposal> AssetRule::proposal(const ReadTx &tx, const QVariantMap &values, const ListFacts &facts)
{
    DW_ASSIGN(const auto deal, tx.records().first(u"deal"_s));
    DW_ASSIGN(const auto settings, tx.records().first(u"deal_settings"_s));
    VolumeLimits limits;
    if (settings && settings->values.contains(u"volume_subjects"_s))
        limits.subjects = settings->integer(u"volume_subjects"_s);
    if (settings && settings->values.contains(u"volume_sensitive"_s))
        limits.sensitiveItems = settings->integer(u"volume_sensitive"_s);
    return proposeLevel(values, deal && deal->flag(u"competitor_buyer"_s), facts, limits);
}

namespace {

// Who is not cleared does not see the rows that raised it: the proposal must not fall for that.
void keepHigher(const ReadTx &tx, const Record &before, LevelProposal &proposed)
{
    const int earlier = static_cast<int>(before.integer(u"proposed_level"_s));
    if (tx.store().isCleared(4) || proposed.level >= earlier)
        return;
    proposed.level = earlier;
    proposed.reasons = before.text(u"proposed_reason"_s).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

Result<LevelProposal> AssetRule::proposal(const ReadTx &tx, const RecordId &id, const QVariantMap &values)
{
    ListFacts facts;
    if (!id.isNull()) {
        DW_ASSIGN(facts, clientrows::factsOf(tx, id));
    }
    facts.hasStateSecretWord = values.value(u"proposed_reason"_s).toString().contains("level.state_secret_word"_L1);
    return proposal(tx, values, facts);
}

Result<> AssetRule::beforeAdd(WriteTx &tx, const RegisterDecl &, QVariantMap &values)
{
    DW_ASSIGN(const LevelProposal proposed, proposal(tx, {}, values));
    writeProposal(proposed, values);
    if (values.value(u"level"_s).isNull())
        return {};
    return stampDecision(tx, proposed, values.value(u"level_reason"_s).toString(), values);
}

Result<> AssetRule::beforeSet(WriteTx &tx, const Record &before, QVariantMap &values)
{
    QVariantMap merged = before.values;
    merged.insert(values);
    DW_ASSIGN(LevelProposal proposed, proposal(tx, before.id, merged));
    keepHigher(tx, before, proposed);
    writeProposal(proposed, values);
    const bool isDecision = values.contains(u"level"_s) && (values.value(u"level"_s) != before.value(u"level"_s) || before.state != "reviewed"_L1);
    if (!isDecision || values.value(u"level"_s).isNull())
        return {};
    return stampDecision(tx, proposed, merged.value(u"level_reason"_s).toString(), values);
}

Result<> AssetRule::after(WriteTx &tx, const QString &, const RecordId &id)
{
    DW_ASSIGN(const Record record, tx.records().get(asset, id));
    const int level = static_cast<int>(record.integer(u"level"_s));
    if (level == 0 || record.integer(u"classified_at"_s) != tx.now() || record.state == "retired"_L1)
        return {};
    if (record.state != "classified"_L1)
        DW_TRY(tx.records().setState(asset, id, u"classified"_s));
    // Lowering below the proposal waits for the second pair of eyes; everything else takes effect now.
    if (level >= record.integer(u"proposed_level"_s))
        DW_TRY(clientrows::moveAsset(tx, id, level));
    DW_ASSIGN(const ListFacts facts, clientrows::factsOf(tx, id));
    if (facts.subjects > 0) {
        DW_TRY(tx.records().update(asset, id, {{u"record_count"_s, facts.subjects}, {u"subject_count"_s, facts.subjects}}));
    }
    return markDocuments(tx, id);
}

Result<> AssetRule::refresh(WriteTx &tx, const RecordId &id, const ListFacts &facts)
{
    DW_ASSIGN(const Record record, tx.records().get(asset, id));
    QVariantMap merged = record.values;
    QVariantMap values;
    const auto raiseFlag = [&](const QString &field, bool isTrue) {
        if (isTrue && !record.flag(field)) {
            values.insert(field, true);
            merged.insert(field, true);
        }
    };
    raiseFlag(u"has_pi"_s, facts.hasPersonal);
    raiseFlag(u"has_sensitive_pi"_s, facts.sensitiveItems > 0);
    if (facts.hasStateSecretWord)
        merged.insert(u"proposed_reason"_s, u"level.state_secret_word"_s);
    DW_ASSIGN(ListFacts known, clientrows::factsOf(tx, id));
    // What was sealed upward a moment ago is not to be seen here any more.
    known.subjects = qMax(known.subjects, facts.subjects);
    known.sensitiveItems = qMax(known.sensitiveItems, facts.sensitiveItems);
    known.hasPersonal = known.hasPersonal || facts.hasPersonal;
    known.hasStateSecretWord = merged.value(u"proposed_reason"_s).toString().contains("level.state_secret_word"_L1);
    DW_ASSIGN(LevelProposal proposed, proposal(tx, merged, known));
    keepHigher(tx, record, proposed);
    writeProposal(proposed, values);
    const int level = static_cast<int>(record.integer(u"level"_s));
    if (level > 0 && tx.store().isCleared(level)) {
        // Counts of an undecided asset would stand in the open file: they wait for the decision.
        DW_ASSIGN(const ListFacts all, clientrows::factsOf(tx, id));
        values.insert(u"record_count"_s, all.subjects);
        values.insert(u"subject_count"_s, all.subjects);
    }
    DW_TRY(tx.records().update(asset, id, values));
    const bool wasSettled = record.state == "classified"_L1 || record.state == "reviewed"_L1;
    if (wasSettled && proposed.level > level && proposed.level > record.integer(u"proposed_level"_s))
        DW_TRY(tx.records().setState(asset, id, u"changed"_s));
    return {};
}

} // namespace dw
