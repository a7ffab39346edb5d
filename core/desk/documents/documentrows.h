#pragma once

#include "core/domain/document.h"
#include "core/domain/record.h"
#include "core/store/transaction.h"

namespace dw {

/// Rows of the registers of documents as values, and the conditions that most calls begin with.
namespace documentrows {

Document documentOf(const Record &record);
DocumentVersion versionOf(const Record &record);
Verification verificationOf(const Record &record);
Review reviewOf(const Record &record);

QString gapsToJson(const QList<SearchGap> &gaps); ///< As doc_version.search_gaps keeps them.
QList<SearchGap> gapsFromJson(const QString &json);

Result<DocumentVersion> version(const ReadTx &tx, const VersionId &id);
Result<QList<DocumentVersion>> versions(const ReadTx &tx, const DocumentId &id); ///< Oldest first.
Result<int> nextVersionNumber(const ReadTx &tx, const DocumentId &id);

/// NotPermitted "level.not_cleared".
Result<> mustBeCleared(const ReadTx &tx, int level);

/// NotPermitted "record.role" for an auditor or the recovery slot, and whoever is not in `roles` if given.
Result<> mustBeAllowed(const ReadTx &tx, const QString &registerId, const QList<Role> &roles = {});

/// PolicyBlocked "document.closed" {state} for superseded and erased versions.
Result<> mustBeOpen(const DocumentVersion &version);

inline RecordId rowId(const VersionId &id) { return id.as<RecordTag>(); }
inline RecordId rowId(const DocumentId &id) { return id.as<RecordTag>(); }

} // namespace documentrows

} // namespace dw
