#pragma once

#include "core/base/jobcontext.h"
#include "core/base/secretbytes.h"
#include "core/desk/documents/documentcontext.h"

#include <QDate>

namespace dw {

struct EvidenceDraft {
    QByteArray bytes;
    QString fileName;
    QString title; ///< Empty: the file name without its suffix.
    QString kind; ///< Choice of register evidence; empty: "other".
    int level = 2;
    QDate collectedOn; ///< Null: today.
    QDate retainUntil; ///< Null: not set; a check asks for it.
    bool legalHold = false;
    QString source;
    QString note;
    QStringList links; ///< "register/id"; the records must exist.
};

/// What a look at all stored bytes said.
struct BytesCheck {
    int checked = 0;
    int skipped = 0; ///< Of levels this session is not cleared for.
    QStringList damaged; ///< "register/id"
};

/// Files that prove something: stored as encrypted blobs with their hash.
class EvidenceDesk
{
public:
    explicit EvidenceDesk(const DocumentContext &context)
        : m_context(context)
    {
    }

    Result<RecordId> add(const EvidenceDraft &draft);
    Result<> link(const RecordId &evidence, const QString &registerId, const RecordId &record);
    Result<> setLegalHold(const RecordId &evidence, bool hold, const QString &reason);
    Result<SecretBytes> bytes(const RecordId &evidence) const;

    /// Reads every stored file again, evidence and versions, and writes facts: "evidence.bytes_match" and
    /// "document.bytes_match", one row for each file, with its id as the subject.
    Result<BytesCheck> verifyBytes(JobContext &job);

private:
    const DocumentContext &m_context;
};

} // namespace dw
