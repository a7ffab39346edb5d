#include "core/engines/seal/jsonschema.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr int maxDepth = 64;

const QSet<QString> &knownKeywords()
{
    static const QSet<QString> keywords {u"$schema"_s, u"$id"_s, u"$defs"_s, u"$ref"_s, u"title"_s, u"description"_s,
        u"type"_s, u"properties"_s, u"required"_s, u"additionalProperties"_s, u"items"_s, u"enum"_s, u"const"_s,
        u"pattern"_s, u"minimum"_s, u"maximum"_s, u"minItems"_s, u"maxItems"_s, u"minLength"_s, u"maxLength"_s,
        u"propertyNames"_s};
    return keywords;
}

/// Walks the schema itself: every keyword known, every pattern a regular expression.
Result<> checkSchema(const QJsonValue &value)
{
    if (value.isBool())
        return {};
    if (!value.isObject())
        return fail(ErrorCode::InvalidInput, u"schema.malformed"_s);
    const QJsonObject schema = value.toObject();
    for (auto it = schema.begin(); it != schema.end(); ++it) {
        if (!knownKeywords().contains(it.key()))
            return fail(ErrorCode::Unsupported, u"schema.keyword"_s, {it.key()});
    }
    if (schema.contains("pattern"_L1) && !QRegularExpression(schema.value("pattern"_L1).toString()).isValid())
        return fail(ErrorCode::InvalidInput, u"schema.malformed"_s, {u"pattern"_s});
    for (const QString &holder : {u"properties"_s, u"$defs"_s}) {
        const QJsonObject members = schema.value(holder).toObject();
        for (const QJsonValue &member : members)
            DW_TRY(checkSchema(member));
    }
    for (const QString &holder : {u"items"_s, u"additionalProperties"_s, u"propertyNames"_s}) {
        if (schema.contains(holder))
            DW_TRY(checkSchema(schema.value(holder)));
    }
    return {};
}

bool isOfType(const QJsonValue &value, const QString &type)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return type == "null"_L1;
    case QJsonValue::Bool:
        return type == "boolean"_L1;
    case QJsonValue::Double:
        return type == "number"_L1 || (type == "integer"_L1 && value.toDouble() == std::floor(value.toDouble()));
    case QJsonValue::String:
        return type == "string"_L1;
    case QJsonValue::Array:
        return type == "array"_L1;
    case QJsonValue::Object:
        return type == "object"_L1;
    case QJsonValue::Undefined:
        break;
    }
    return false;
}

class Validation
{
public:
    explicit Validation(const QJsonObject &root)
        : m_root(root)
    {
    }

    Result<> check(const QJsonValue &value, const QJsonValue &schemaValue, const QString &place, int depth)
    {
        if (schemaValue.isBool())
            return schemaValue.toBool() ? Result<>() : refuse(place, u"false"_s);
        if (depth > maxDepth)
            return refuse(place, u"depth"_s);
        const QJsonObject schema = schemaValue.toObject();
        if (schema.contains("$ref"_L1)) {
            const QString ref = schema.value("$ref"_L1).toString();
            if (!ref.startsWith("#/$defs/"_L1))
                return refuse(place, u"$ref"_s);
            const QJsonValue target = m_root.value("$defs"_L1).toObject().value(ref.mid(8));
            if (target.isUndefined())
                return refuse(place, u"$ref"_s);
            DW_TRY(check(value, target, place, depth + 1));
        }
        DW_TRY(checkAny(value, schema, place));
        if (value.isString())
            return checkString(value.toString(), schema, place);
        if (value.isDouble())
            return checkNumber(value.toDouble(), schema, place);
        if (value.isArray())
            return checkArray(value.toArray(), schema, place, depth);
        if (value.isObject())
            return checkObject(value.toObject(), schema, place, depth);
        return {};
    }

private:
    static Result<> refuse(const QString &place, const QString &keyword)
    {
        return fail(ErrorCode::InvalidInput, u"schema.mismatch"_s, {place.isEmpty() ? u"/"_s : place, keyword});
    }

    static Result<> checkAny(const QJsonValue &value, const QJsonObject &schema, const QString &place)
    {
        const QJsonValue type = schema.value("type"_L1);
        if (type.isString() && !isOfType(value, type.toString()))
            return refuse(place, u"type"_s);
        if (type.isArray()) {
            const QJsonArray types = type.toArray();
            if (std::none_of(types.begin(), types.end(),
                    [&](const QJsonValue &one) { return isOfType(value, one.toString()); }))
                return refuse(place, u"type"_s);
        }
        if (schema.contains("enum"_L1) && !schema.value("enum"_L1).toArray().contains(value))
            return refuse(place, u"enum"_s);
        if (schema.contains("const"_L1) && schema.value("const"_L1) != value)
            return refuse(place, u"const"_s);
        return {};
    }

    Result<> checkString(const QString &text, const QJsonObject &schema, const QString &place)
    {
        if (schema.contains("pattern"_L1)) {
            const QString pattern = schema.value("pattern"_L1).toString();
            QRegularExpression &expression = m_patterns[pattern];
            if (expression.pattern().isEmpty())
                expression.setPattern(pattern);
            if (!expression.match(text).hasMatch())
                return refuse(place, u"pattern"_s);
        }
        return checkSize(text.size(), schema, "minLength"_L1, "maxLength"_L1, place);
    }

    static Result<> checkNumber(double number, const QJsonObject &schema, const QString &place)
    {
        if (schema.contains("minimum"_L1) && number < schema.value("minimum"_L1).toDouble())
            return refuse(place, u"minimum"_s);
        if (schema.contains("maximum"_L1) && number > schema.value("maximum"_L1).toDouble())
            return refuse(place, u"maximum"_s);
        return {};
    }

    static Result<> checkSize(
        qsizetype size, const QJsonObject &schema, QLatin1StringView least, QLatin1StringView most, const QString &place)
    {
        if (schema.contains(least) && size < schema.value(least).toInteger())
            return refuse(place, least.toString());
        if (schema.contains(most) && size > schema.value(most).toInteger())
            return refuse(place, most.toString());
        return {};
    }

    Result<> checkArray(const QJsonArray &array, const QJsonObject &schema, const QString &place, int depth)
    {
        DW_TRY(checkSize(array.size(), schema, "minItems"_L1, "maxItems"_L1, place));
        if (!schema.contains("items"_L1))
            return {};
        const QJsonValue items = schema.value("items"_L1);
        for (qsizetype i = 0; i < array.size(); ++i)
            DW_TRY(check(array.at(i), items, place + u'/' + QString::number(i), depth + 1));
        return {};
    }

    Result<> checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &place, int depth)
    {
        const QJsonArray required = schema.value("required"_L1).toArray();
        for (const QJsonValue &name : required) {
            if (!object.contains(name.toString()))
                return refuse(place + u'/' + name.toString(), u"required"_s);
        }
        const QJsonObject properties = schema.value("properties"_L1).toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString below = place + u'/' + it.key();
            if (schema.contains("propertyNames"_L1))
                DW_TRY(check(it.key(), schema.value("propertyNames"_L1), below, depth + 1));
            if (properties.contains(it.key()))
                DW_TRY(check(it.value(), properties.value(it.key()), below, depth + 1));
            else if (schema.contains("additionalProperties"_L1))
                DW_TRY(check(it.value(), schema.value("additionalProperties"_L1), below, depth + 1));
        }
        return {};
    }

    const QJsonObject &m_root;
    QHash<QString, QRegularExpression> m_patterns;
};

} // namespace

JsonSchema::JsonSchema(QJsonObject root)
    : m_root(std::move(root))
{
}

Result<JsonSchema> JsonSchema::parse(const QByteArray &schema)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(schema, &error);
    if (!document.isObject())
        return fail(ErrorCode::InvalidInput, u"schema.malformed"_s, {}, error.errorString());
    DW_TRY(checkSchema(document.object()));
    return JsonSchema(document.object());
}

Result<> JsonSchema::validate(const QJsonValue &value) const
{
    return Validation(m_root).check(value, m_root, {}, 0);
}

} // namespace dw
