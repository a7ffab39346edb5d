#pragma once

#include "core/base/result.h"
#include "core/engines/crypto/x509.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace dw {

/// Bytes; a larger file is refused unread.
inline constexpr qint64 sealedReportLimit = 256 * 1024 * 1024;

/// How one demand of the verifier came out.
struct SealCheck {
    enum Outcome { Passed, Failed, NotChecked };

    QString id; ///< e.g. "structure", "byte_range", "cms", "text"; ui/text has the words.
    Outcome outcome = NotChecked;
    QString reason; ///< Stable id of the failure, e.g. "seal.padding"; empty when passed.
    QString detail; ///< Facts: a number, a name. Not a sentence.
};

struct SealResult {
    QList<SealCheck> checks; ///< All of sealCheckIds(), in that order.
    CertificateInfo signer; ///< Valid once "certificate" passed.
    QString authorityFingerprint; ///< Of the vault's authority; empty without one.
    QJsonObject report; ///< The embedded data; empty unless the signature holds.
    qint64 fileSize = 0;
    int pages = 0;

    bool isValid() const;
    const SealCheck *firstFailure() const;
};

struct SealDemands {
    QString fingerprint; ///< Pinned signer or authority (hex, spaces and case ignored); empty = the one shown.
};

/// The demands, in the order they are tried. A later one is not tried once an earlier one failed.
QStringList sealCheckIds();

/// Judges a sealed report from its bytes alone: no vault, no network, no Poppler. Stricter than any viewer: one
/// signature over the whole file in one canonical form, nothing that acts, embedded data that fits its schema
/// and what the pages show. Any bytes give a result; what is no PDF fails the first demand.
SealResult verifySealedReport(const QByteArray &pdf, const SealDemands &demands = {});

} // namespace dw
