// Conditions 10, 11 and 13: the file.
#include "core/desk/releases/conditions.h"
#include "core/desk/rows.h"

namespace dw {

using namespace Qt::StringLiterals;

Result<QString> crossBorderOpinion(const ReadTx &tx, const DealDay &day)
{
    DW_ASSIGN(const auto rows, tx.query(
        u"SELECT id FROM opinion WHERE trigger_kind = 'cross_border' AND state = 'final' AND conclusion IN ('go', 'conditional') "
        "AND delivered_on <= :today AND voided_at IS NULL ORDER BY delivered_on DESC, id DESC LIMIT 1"_s,
        {{u":today"_s, day.isoToday()}}));
    return textOf(rows.value(0), "id"_L1);
}

namespace conditions {

namespace {

Condition ofVersion(const ReleaseCase &c, const char *id)
{
    Condition condition;
    condition.id = QString::fromLatin1(id);
    condition.args = {textOf(c.document, "doc_no"_L1), textOf(c.version, "version_no"_L1)};
    condition.fix = {u"documents"_s, u"doc_version"_s, textOf(c.version, "id"_L1)};
    return condition;
}

// The level of an asset changed after the review: what was reviewed is not what it is now.
Result<bool> isReviewOutdated(const ReleaseCase &c, const Row &review)
{
    if (!c.document.value(u"level_changed"_s).toBool())
        return false;
    qint64 changedAt = 0;
    for (const QString &asset : listOf(c.document.value(u"assets"_s))) {
        DW_ASSIGN(const Row row, rowOf(c.tx, u"data_asset"_s, asset));
        changedAt = qMax(changedAt, row.value(u"level_changed_at"_s).toLongLong());
    }
    return changedAt == 0 || review.value(u"reviewed_at"_s).toLongLong() <= changedAt;
}

} // namespace

// 10: approved by somebody else than its preparer, for these very bytes, with no finding left open.
Result<Condition> approval(const ReleaseCase &c)
{
    Condition condition = ofVersion(c, "approval");
    const QString state = textOf(c.version, "state"_L1);
    const QString kind = textOf(c.version, "kind"_L1);
    const qint64 open = c.version.value(u"findings_open"_s).toLongLong();
    if (textOf(c.document, "state"_L1) != "open"_L1) {
        condition.fact = u"document.not_open"_s;
        return condition;
    }
    if (state != "approved"_L1) {
        condition.fact = u"version."_s + state;
        return condition;
    }
    DW_ASSIGN(const auto reviews, c.tx.query(
        u"SELECT * FROM review WHERE doc_version = :v AND voided_at IS NULL ORDER BY reviewed_at DESC, created_at DESC, id DESC LIMIT 1"_s,
        {{u":v"_s, textOf(c.version, "id"_L1)}}));
    const Row review = reviews.value(0);
    const bool isTouched = kind == "original"_L1 || kind == "working"_L1 || kind == "translation"_L1;
    DW_ASSIGN(const bool isOutdated, isReviewOutdated(c, review));
    if (textOf(review, "outcome"_L1) != "approved"_L1)
        condition.fact = u"review.none"_s;
    else if (textOf(review, "reviewer"_L1).isEmpty() || textOf(review, "reviewer"_L1) == textOf(c.version, "prepared_by"_L1))
        condition.fact = u"review.by_preparer"_s;
    else if (textOf(review, "sha256"_L1).isEmpty() || textOf(review, "sha256"_L1) != textOf(c.version, "sha256"_L1))
        condition.fact = u"review.other_bytes"_s;
    else if (isOutdated)
        condition.fact = u"review.level_changed"_s;
    else if (isTouched && c.version.value(u"scanned_at"_s).isNull())
        condition.fact = u"version.not_searched"_s;
    else if (textOf(c.version, "search_state"_L1) == "incomplete"_L1 && textOf(c.version, "gaps_seen_by"_L1).isEmpty())
        condition.fact = u"version.search_incomplete"_s;
    else if (open > 0) {
        condition.fact = u"version.open_findings"_s;
        condition.args.append(QString::number(open));
    } else {
        condition.ok = true;
        condition.fact = u"version.approved"_s;
    }
    return condition;
}

// 11: what was treated is proven for these bytes; level 4 only without individuals, or by a two-person exception.
Result<Condition> verification(const ReleaseCase &c)
{
    Condition condition = ofVersion(c, "verification");
    const QString treatment = c.treatment();
    const bool isTreated = treatment == "redacted"_L1 || treatment == "anonymised"_L1 || treatment == "pseudonymised"_L1;
    if (isTreated) {
        DW_ASSIGN(const auto rows, c.tx.query(
            u"SELECT * FROM verification WHERE doc_version = :v AND voided_at IS NULL "
            "ORDER BY verified_at DESC, created_at DESC, id DESC LIMIT 1"_s,
            {{u":v"_s, textOf(c.version, "id"_L1)}}));
        const Row last = rows.value(0);
        if (last.isEmpty())
            condition.fact = u"verification.none"_s;
        else if (textOf(last, "sha256"_L1) != textOf(c.version, "sha256"_L1))
            condition.fact = u"verification.other_bytes"_s;
        else if (textOf(last, "result"_L1) != "pass"_L1)
            condition.fact = u"verification.failed"_s;
        if (!condition.fact.isEmpty())
            return condition;
    }
    condition.ok = true;
    condition.fact = isTreated ? u"verification.passed"_s : u"verification.not_needed"_s;
    if (c.level() == 4 && treatment != "anonymised"_L1 && treatment != "aggregated"_L1) {
        DW_ASSIGN(condition.exceptionId, levelFourException(c.tx, c.day, c.subjects()));
        condition.ok = !condition.exceptionId.isEmpty();
        condition.fact = u"verification.level4"_s;
        if (!condition.ok)
            condition.fix = {u"exceptions"_s, u"deal_exception"_s, {}};
    }
    return condition;
}

// 13: what identifies people needs a legal basis with evidence; what crosses the border an opinion.
Result<Condition> personalInformation(const ReleaseCase &c)
{
    Condition condition = ofVersion(c, "personal_information");
    const bool identifies = identifiesPeople(c.version, c.document);
    if (identifies) {
        static const QStringList bases {u"separate_consent"_s, u"entrusted"_s, u"statutory"_s, u"contract_necessity"_s};
        const QString basis = c.question.legalBasis;
        DW_ASSIGN(const Row evidence, rowOf(c.tx, u"evidence"_s, c.question.legalEvidence.toString()));
        if (!bases.contains(basis)) {
            condition.fact = basis.isEmpty() ? u"pi.no_basis"_s : u"pi.basis_does_not_fit"_s;
            condition.args.append(basis);
            return condition;
        }
        if (evidence.isEmpty() || textOf(evidence, "state"_L1) != "kept"_L1) {
            condition.fact = u"pi.no_evidence"_s;
            condition.args.append(basis);
            condition.fix = {u"report"_s, u"evidence"_s, {}};
            return condition;
        }
        condition.args.append(basis);
    }
    // Public information may cross any border.
    if (c.standing.isAbroad() && c.level() > 1) {
        DW_ASSIGN(const QString opinion, crossBorderOpinion(c.tx, c.day));
        if (opinion.isEmpty()) {
            condition.fact = u"pi.no_opinion"_s;
            condition.args = {textOf(c.standing.organisation(), "name"_L1), textOf(c.standing.organisation(), "country"_L1)};
            condition.fix = {u"law"_s, u"opinion"_s, {}};
            return condition;
        }
    }
    condition.ok = true;
    condition.fact = identifies ? u"pi.has_basis"_s : u"pi.none"_s;
    return condition;
}

} // namespace conditions

} // namespace dw
