#include "core/engines/seal/sealverifier.h"

#include "core/engines/crypto/cms.h"
#include "core/engines/seal/sealchecks.h"

using namespace Qt::StringLiterals;

namespace dw {

namespace {

using seal::Evidence;
using seal::Verdict;

Verdict checkStructure(Evidence &evidence)
{
    return seal::checkStructure(evidence.pdf);
}

Verdict checkByteRange(Evidence &evidence)
{
    const Result<SignatureSpan> span = findSignature(evidence.pdf);
    if (!span)
        return {span.error().reason, {}};
    evidence.span = *span;
    return {};
}

QByteArray hole(const Evidence &evidence)
{
    return evidence.pdf.mid(evidence.span.holeBegin + 1, evidence.span.holeEnd - evidence.span.holeBegin - 2);
}

/// Length of the DER value at the start, from its own header; 0 when it is none.
qsizetype derSize(const QByteArray &bytes)
{
    if (bytes.size() < 6 || bytes.at(0) != 0x30 || static_cast<uchar>(bytes.at(1)) != 0x82)
        return 0;
    return 4 + static_cast<uchar>(bytes.at(2)) * 256 + static_cast<uchar>(bytes.at(3));
}

/// Lower-case hexadecimal, then nothing but zeros.
Verdict checkPadding(Evidence &evidence)
{
    const QByteArray digits = hole(evidence);
    const bool isHex = std::all_of(
        digits.begin(), digits.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    const qsizetype size = isHex ? derSize(QByteArray::fromHex(digits.left(12))) : 0;
    if (size == 0 || size * 2 > digits.size())
        return {u"seal.padding"_s, {}};
    const QByteArrayView padding = QByteArrayView(digits).sliced(size * 2);
    if (!std::all_of(padding.begin(), padding.end(), [](char c) { return c == '0'; }))
        return {u"seal.padding"_s, {}};
    return {};
}

Verdict checkCms(Evidence &evidence)
{
    QByteArray der = QByteArray::fromHex(hole(evidence));
    der.truncate(derSize(der));
    const Result<CmsContents> cms = verifyCms(der, signedDigest(evidence.pdf, evidence.span));
    if (!cms)
        return {cms.error().reason, {}};
    const Result<CertificateInfo> signer = readCertificate(cms->certificate);
    if (!signer)
        return {signer.error().reason, {}};
    evidence.result.signer = *signer;
    if (!cms->chain.isEmpty())
        evidence.result.authorityFingerprint = certificateFingerprint(cms->chain.last());
    return {};
}

Verdict checkCertificate(Evidence &evidence)
{
    const SealResult &result = evidence.result;
    if (result.signer.isAuthority && !result.signer.isSelfSigned)
        return {u"seal.certificate"_s, {}};
    QString pinned;
    for (const QChar c : evidence.demands.fingerprint.toLower()) {
        if (!c.isSpace() && c != u':')
            pinned += c;
    }
    if (!pinned.isEmpty() && pinned != result.signer.fingerprint && pinned != result.authorityFingerprint)
        return {u"seal.fingerprint"_s, result.signer.fingerprint};
    return {};
}

struct Demand {
    const char *id;
    Verdict (*check)(Evidence &);
};

constexpr Demand demandList[] {
    {"structure", checkStructure},
    {"byte_range", checkByteRange},
    {"padding", checkPadding},
    {"cms", checkCms},
    {"certificate", checkCertificate},
    {"field", seal::checkField},
    {"active_content", seal::checkActiveContent},
    {"attachment", seal::checkAttachment},
    {"schema", seal::checkSchema},
    {"data_hash", seal::checkDataHash},
    {"text", seal::checkText},
    {"issuer", seal::checkIssuer},
    {"audit_head", seal::checkAuditHead},
    {"evidence", seal::checkEvidenceHashes},
};

} // namespace

bool SealResult::isValid() const
{
    return !checks.isEmpty()
        && std::all_of(checks.begin(), checks.end(), [](const SealCheck &c) { return c.outcome == SealCheck::Passed; });
}

const SealCheck *SealResult::firstFailure() const
{
    for (const SealCheck &check : checks) {
        if (check.outcome == SealCheck::Failed)
            return &check;
    }
    return nullptr;
}

QStringList sealCheckIds()
{
    QStringList ids;
    for (const Demand &demand : demandList)
        ids << QString::fromLatin1(demand.id);
    return ids;
}

SealResult verifySealedReport(const QByteArray &pdf, const SealDemands &demands)
{
    SealResult result;
    result.fileSize = pdf.size();
    Evidence evidence {pdf, demands, result, {}, {}, {}, nullptr};
    bool isRefused = false;
    for (const Demand &demand : demandList) {
        SealCheck check;
        check.id = QString::fromLatin1(demand.id);
        if (!isRefused) {
            const Verdict verdict = demand.check(evidence);
            check.outcome = verdict.reason.isEmpty() ? SealCheck::Passed : SealCheck::Failed;
            check.reason = verdict.reason;
            check.detail = verdict.detail;
            isRefused = check.outcome == SealCheck::Failed;
        }
        result.checks << check;
    }
    return result;
}

} // namespace dw
