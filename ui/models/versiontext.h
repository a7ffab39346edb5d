#pragma once

#include "core/domain/document.h"
#include "core/domain/language.h"

namespace dw {

class RecordService;
struct ChipSpec;

/// A version of a document in words.
namespace versiontext {

QString name(const RecordService &records, const DocumentVersion &version, Language language); ///< "Version 2 · Redacted · B"
QString kind(const RecordService &records, const DocumentVersion &version, Language language); ///< "Redacted"
QString treatment(const RecordService &records, const DocumentVersion &version, Language language);
ChipSpec state(const RecordService &records, const DocumentVersion &version, Language language);
QString person(RecordService &records, const AccountId &account); ///< Name of an account.

QString stamp(int level, const QString &account, qint64 utcMs); ///< The watermark over pages: "3 Confidential · mia · 2026-03-02 17:00"

} // namespace versiontext

} // namespace dw
