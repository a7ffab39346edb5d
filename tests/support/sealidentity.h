#pragma once

#include "core/engines/crypto/x509.h"

#include <QTimeZone>

namespace dwtest {

inline dw::Validity tenYears()
{
    const QDateTime from(QDate(2026, 1, 5), QTime(8, 0), Qt::UTC);
    return {from, from.addYears(10)};
}

/// A signer under an authority of their own, as a vault makes them.
inline dw::SealIdentity makeIdentity(const QString &name = QStringLiteral("Chen Jing"))
{
    const dw::SealKey authorityKey = dw::SealKey::generate();
    const QByteArray authority
        = *dw::makeAuthority(authorityKey, {QStringLiteral("Dealward vault"), QStringLiteral("Kingfisher")}, tenYears());
    dw::SealKey key = dw::SealKey::generate();
    const QByteArray certificate = *dw::issueCertificate(
        authorityKey, authority, key.publicKey(), {name, QStringLiteral("Kingfisher")}, tenYears());
    return {std::move(key), certificate, {authority}};
}

} // namespace dwtest
