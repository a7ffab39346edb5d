#include "core/desk/documents/documentrows.h"

#include "core/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dw::documentrows {

using namespace Qt::StringLiterals;

Document documentOf(const Record &record)
{
    Document document;
    document.id = record.id.as<DocumentTag>();
    document.number = record.text(u"doc_no"_s);
    document.title = record.text(u"title"_s);
    document.isWithheld = record.withheld.contains(u"title"_s);
    document.level = int(record.integer(u"source_level"_s));
    document.folder = record.text(u"folder"_s);
    document.assets = record.list(u"assets"_s);
    document.state = record.state;
    document.containsPi = record.flag(u"contains_pi"_s) || record.flag(u"raised_pi"_s);
    document.note = record.text(u"note"_s);
    document.rowVersion = record.version;
    return document;
}

QList<SearchGap> gapsFromJson(const QString &json)
{
    QList<SearchGap> gaps;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue item : array) {
        const QJsonObject gap = item.toObject();
        gaps.append({gap.value("reason"_L1).toString(), gap.value("args"_L1).toVariant().toStringList()});
    }
    return gaps;
}

QString gapsToJson(const QList<SearchGap> &gaps)
{
    QJsonArray array;
    for (const SearchGap &gap : gaps)
        array.append(QJsonObject {{u"reason"_s, gap.reason}, {u"args"_s, QJsonArray::fromStringList(gap.args)}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

DocumentVersion versionOf(const Record &record)
{
    DocumentVersion version;
    version.id = record.id.as<VersionTag>();
    version.document = DocumentId::fromText(record.text(u"document"_s));
    version.number = int(record.integer(u"version_no"_s));
    version.kind = record.text(u"kind"_s);
    version.treatment = record.text(u"treatment"_s);
    version.state = record.state;
    version.level = int(record.integer(u"source_level"_s));
    version.preparedBy = AccountId::fromText(record.text(u"prepared_by"_s));
    version.preparedAt = record.integer(u"prepared_at"_s);
    version.derivedFrom = VersionId::fromText(record.text(u"derived_from"_s));
    version.blob = BlobId::fromText(record.text(u"blob"_s));
    version.sha256 = record.text(u"sha256"_s);
    version.size = record.integer(u"file_size"_s);
    version.pages = int(record.integer(u"pages"_s));
    version.mime = record.text(u"mime"_s);
    version.findingsTotal = int(record.integer(u"findings_total"_s));
    version.findingsOpen = int(record.integer(u"findings_open"_s));
    version.findingsPi = int(record.integer(u"findings_pi"_s));
    version.hasIdentifiablePi = record.flag(u"identifiable_pi"_s);
    version.scannedAt = record.integer(u"scanned_at"_s);
    version.searchState = record.text(u"search_state"_s);
    version.searchGapKinds = record.list(u"search_gap_kinds"_s);
    version.searchGaps = gapsFromJson(record.text(u"search_gaps"_s));
    version.gapsSeenBy = AccountId::fromText(record.text(u"gaps_seen_by"_s));
    version.gapsSeenAt = record.integer(u"gaps_seen_at"_s);
    version.approvedAt = record.integer(u"approved_at"_s);
    version.safeLevel = record.text(u"safe_level"_s);
    version.inspectionResult = record.text(u"inspection"_s);
    version.inspectionReason = record.text(u"inspection_reason"_s);
    version.warnings = record.list(u"warnings"_s);
    version.rowVersion = record.version;
    return version;
}

Verification verificationOf(const Record &record)
{
    Verification verification;
    verification.id = record.id;
    verification.version = VersionId::fromText(record.text(u"doc_version"_s));
    verification.sha256 = record.text(u"sha256"_s);
    verification.hasPassed = record.text(u"result"_s) == u"pass"_s;
    verification.textHits = int(record.integer(u"text_hits"_s));
    verification.imageTextHits = int(record.integer(u"image_text_hits"_s));
    verification.metadataFindings = int(record.integer(u"metadata_findings"_s));
    verification.hiddenObjects = int(record.integer(u"hidden_objects"_s));
    verification.annotationsRemoved = int(record.integer(u"annots_removed"_s));
    verification.searchedTerms = int(record.integer(u"searched_terms"_s));
    verification.engines = record.list(u"engines"_s);
    verification.verifiedAt = record.integer(u"verified_at"_s);
    verification.details = QJsonDocument::fromJson(record.text(u"details"_s).toUtf8()).object();
    return verification;
}

Review reviewOf(const Record &record)
{
    return {record.id, VersionId::fromText(record.text(u"doc_version"_s)), record.text(u"sha256"_s),
        AccountId::fromText(record.text(u"reviewer"_s)), record.text(u"outcome"_s) == u"approved"_s,
        record.integer(u"reviewed_at"_s), record.text(u"comments"_s)};
}

Result<DocumentVersion> version(const ReadTx &tx, const VersionId &id)
{
    DW_ASSIGN(const Record record, tx.records().get(u"doc_version"_s, rowId(id)));
    return versionOf(record);
}

Result<QList<DocumentVersion>> versions(const ReadTx &tx, const DocumentId &id)
{
    RecordFilter filter;
    filter.equals.insert(u"document"_s, id.toString());
    filter.orderBy = u"version_no"_s;
    DW_ASSIGN(const auto records, tx.records().list(u"doc_version"_s, filter));
    QList<DocumentVersion> versions;
    for (const Record &record : records)
        versions.append(versionOf(record));
    return versions;
}

Result<int> nextVersionNumber(const ReadTx &tx, const DocumentId &id)
{
    DW_ASSIGN(const auto rows,
        tx.query(u"SELECT coalesce(max(version_no), 0) + 1 AS n FROM doc_version WHERE document = :d"_s, {{u":d"_s, id.toString()}}));
    return rows.first().value(u"n"_s).toInt();
}

Result<> mustBeCleared(const ReadTx &tx, int level)
{
    if (tx.store().isCleared(level))
        return {};
    return fail(ErrorCode::NotPermitted, u"level.not_cleared"_s, {QString::number(level)});
}

Result<> mustBeAllowed(const ReadTx &tx, const QString &registerId, const QList<Role> &roles)
{
    const Role role = tx.store().actor().role;
    const bool reads = role == Role::Auditor || role == Role::Recovery;
    if (reads || (!roles.isEmpty() && !roles.contains(role)))
        return fail(ErrorCode::NotPermitted, u"record.role"_s, {registerId});
    return {};
}

Result<> mustBeOpen(const DocumentVersion &version)
{
    if (!version.isClosed())
        return {};
    return fail(ErrorCode::PolicyBlocked, u"document.closed"_s, {version.state});
}

} // namespace dw::documentrows
