#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QJsonValue>

namespace dw {

/// A validator for the part of JSON Schema (2020-12) that our own schemas use: type, properties, required,
/// additionalProperties, items, enum, const, pattern, minimum, maximum, minItems, maxItems, minLength, maxLength,
/// propertyNames, $ref into $defs. A keyword outside this list is an error: nothing is silently not checked.
class JsonSchema
{
public:
    static Result<JsonSchema> parse(const QByteArray &schema); ///< "schema.malformed", "schema.keyword"

    /// Fails with "schema.mismatch", args: JSON pointer of the place, the keyword that refused.
    Result<> validate(const QJsonValue &value) const;

private:
    explicit JsonSchema(QJsonObject root);
    QJsonObject m_root;
};

} // namespace dw
