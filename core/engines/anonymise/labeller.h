#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"

#include <QHash>

namespace dw {

/// The same value has the same label wherever the key is the same: a code from a keyed HMAC of type and normalised
/// value, so that nobody without the key can try values, and the order tells nothing.
class Labeller
{
public:
    explicit Labeller(const SecretBytes &secret);

    /// Conflict "anonymise.label_clash" when another value has this label already.
    Result<QString> label(const QString &type, const QString &value, const QString &prefix, int length);

private:
    SecretBytes m_key;
    QHash<QString, QByteArray> m_given; ///< Label to the HMAC it came from.
};

} // namespace dw
