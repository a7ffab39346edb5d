#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace dw {

/// The one serialisation of everything that is hashed or signed: RFC 8785 (JSON Canonicalization Scheme).
/// Keys sorted by UTF-16 code units, no white space, shortest escapes, ECMAScript numbers. UTF-8.
/// Integers must lie within +-2^53: larger ones are to be written as strings by the caller.
QByteArray canonicalJson(const QJsonValue &value);

} // namespace dw
