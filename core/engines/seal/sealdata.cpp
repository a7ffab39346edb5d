#include "core/base/canonicaljson.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/seal/auditheadclaim.h"
#include "core/engines/seal/jsonschema.h"
#include "core/engines/seal/pdfa3.h"
#include "core/engines/seal/sealchecks.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dw::seal {

namespace {

Verdict refuse(const char *reason, const QString &detail = {})
{
    return {QString::fromLatin1(reason), detail};
}

QString withoutSpaces(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (!c.isSpace())
            out += c;
    }
    return out;
}

} // namespace

Verdict checkSchema(Evidence &evidence)
{
    QFile file(u":/report/report.schema.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return refuse("seal.schema");
    const Result<JsonSchema> schema = JsonSchema::parse(file.readAll());
    if (!schema)
        return refuse("seal.schema", schema.error().reason);
    const QJsonDocument document = QJsonDocument::fromJson(evidence.attachment);
    if (!document.isObject() || canonicalJson(document.object()) != evidence.attachment)
        return refuse("seal.json");
    if (const Result<> fits = schema->validate(document.object()); !fits)
        return refuse("seal.schema", fits.error().args.join(u' '));
    evidence.result.report = document.object();
    return {};
}

Verdict checkDataHash(Evidence &evidence)
{
    const QJsonObject &report = evidence.result.report;
    const QByteArray hash = sha256(canonicalJson(report.value("data"_L1)));
    if (report.value("data_sha256"_L1).toString() != QString::fromLatin1(hash.toHex()))
        return refuse("seal.data_hash");
    return {};
}

Verdict checkText(Evidence &evidence)
{
    const QJsonObject &report = evidence.result.report;
    const QJsonObject pages = report.value("pages"_L1).toObject();
    if (pages.value("count"_L1).toInteger() != evidence.pageTexts.size()
        || pages.value("text_sha256"_L1).toString() != pageTextsSha256(evidence.pageTexts))
        return refuse("seal.text");
    const QString shown = withoutSpaces(evidence.pageTexts.join(u'\f')).toLower();
    const QString values[] {report.value("id"_L1).toString(), report.value("data_sha256"_L1).toString(),
        report.value("code_name"_L1).toString(),
        report.value("issuer"_L1).toObject().value("certificate_sha256"_L1).toString(),
        report.value("audit"_L1).toObject().value("head"_L1).toString()};
    for (const QString &value : values) {
        if (!shown.contains(withoutSpaces(value).toLower()))
            return refuse("seal.not_shown", value.left(80));
    }
    return {};
}

Verdict checkIssuer(Evidence &evidence)
{
    const QJsonObject issuer = evidence.result.report.value("issuer"_L1).toObject();
    if (issuer.value("certificate_sha256"_L1).toString() != evidence.result.signer.fingerprint
        || issuer.value("authority_sha256"_L1).toString() != evidence.result.authorityFingerprint)
        return refuse("seal.issuer");
    return {};
}

Verdict checkAuditHead(Evidence &evidence)
{
    if (!verifyAuditHead(evidence.result.report.value("audit"_L1).toObject()))
        return refuse("seal.audit_head");
    return {};
}

Verdict checkEvidenceHashes(Evidence &evidence)
{
    static const QRegularExpression form(u"^[0-9a-f]{64}$"_s);
    const QJsonArray sections
        = evidence.result.report.value("data"_L1).toObject().value("sections"_L1).toArray();
    for (const QJsonValue &section : sections) {
        const QJsonArray tables = section.toObject().value("tables"_L1).toArray();
        for (const QJsonValue &table : tables) {
            const QJsonArray rows = table.toObject().value("rows"_L1).toArray();
            for (const QJsonValue &row : rows) {
                const QJsonObject cells = row.toObject();
                for (auto it = cells.begin(); it != cells.end(); ++it) {
                    if (it.key().endsWith("sha256"_L1) && !it.value().isNull()
                        && !form.match(it.value().toString()).hasMatch())
                        return refuse("seal.evidence_hash", table.toObject().value("id"_L1).toString());
                }
            }
        }
    }
    return {};
}

} // namespace dw::seal
