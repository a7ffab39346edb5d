#include "core/engines/seal/jsonschema.h"

#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class JsonSchemaTest : public QObject
{
    Q_OBJECT

private slots:
    void judges_data();
    void judges();
    void refusesWhatItDoesNotUnderstand();
    void publishedSchemaIsReadable();
};

void JsonSchemaTest::judges_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("refusedBy"); // Empty = fits.
    const auto row = [](const char *name, const char *schema, const char *value, const char *refusedBy = "") {
        QTest::newRow(name) << QByteArray(schema) << QByteArray("[") + value + "]" << QString::fromLatin1(refusedBy);
    };
    row("type", R"({"type":"string"})", R"("a")");
    row("another type", R"({"type":"string"})", "1", "type");
    row("one of two types", R"({"type":["string","null"]})", "null");
    row("integer", R"({"type":"integer"})", "3");
    row("not an integer", R"({"type":"integer"})", "3.5", "type");
    row("enum", R"({"enum":["a","b"]})", R"("c")", "enum");
    row("const", R"({"const":"a"})", R"("b")", "const");
    row("pattern", R"({"pattern":"^[0-9]+$"})", R"("12")");
    row("pattern refused", R"({"pattern":"^[0-9]+$"})", R"("1a")", "pattern");
    row("minimum", R"({"minimum":2})", "1", "minimum");
    row("maximum", R"({"maximum":2})", "3", "maximum");
    row("minLength", R"({"minLength":2})", R"("a")", "minLength");
    row("maxLength", R"({"maxLength":2})", R"("abc")", "maxLength");
    row("items", R"({"items":{"type":"string"}})", R"(["a",1])", "type");
    row("minItems", R"({"minItems":1})", "[]", "minItems");
    row("maxItems", R"({"maxItems":1})", "[1,2]", "maxItems");
    row("required", R"({"required":["a"]})", "{}", "required");
    row("properties", R"({"properties":{"a":{"type":"string"}}})", R"({"a":1})", "type");
    row("no others", R"({"properties":{"a":true},"additionalProperties":false})", R"({"b":1})", "false");
    row("others of a type", R"({"additionalProperties":{"type":"number"}})", R"({"b":"x"})", "type");
    row("names", R"({"propertyNames":{"pattern":"^[a-z]+$"}})", R"({"B":1})", "pattern");
    row("ref", R"({"$ref":"#/$defs/a","$defs":{"a":{"type":"string"}}})", "1", "type");
    row("ref to nothing", R"({"$ref":"#/$defs/b","$defs":{"a":{"type":"string"}}})", "1", "$ref");
    row("ref to itself", R"({"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/a"}}})", "1", "depth");
}

void JsonSchemaTest::judges()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QString, refusedBy);
    const auto parsed = JsonSchema::parse(schema);
    QVERIFY(parsed);
    const auto result = parsed->validate(QJsonDocument::fromJson(value).array().at(0));
    QCOMPARE(result.has_value(), refusedBy.isEmpty());
    if (!result) {
        QCOMPARE(result.error().reason, u"schema.mismatch"_s);
        QCOMPARE(result.error().args.value(1), refusedBy);
    }
}

void JsonSchemaTest::refusesWhatItDoesNotUnderstand()
{
    QCOMPARE(JsonSchema::parse(R"({"oneOf":[]})").error().reason, u"schema.keyword"_s);
    QCOMPARE(JsonSchema::parse(R"({"items":{"format":"date"}})").error().reason, u"schema.keyword"_s);
    QCOMPARE(JsonSchema::parse("[").error().reason, u"schema.malformed"_s);
    QCOMPARE(JsonSchema::parse("{\"pattern\":\"[\"}").error().reason, u"schema.malformed"_s);
}

void JsonSchemaTest::publishedSchemaIsReadable()
{
    QFile file(u":/report/report.schema.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto schema = JsonSchema::parse(file.readAll());
    QVERIFY2(schema, schema ? "" : qPrintable(schema.error().args.join(u' ')));
    QVERIFY(!schema->validate(QJsonObject {}));
}

DW_TEST(JsonSchemaTest)
#include "tst_jsonschema.moc"
