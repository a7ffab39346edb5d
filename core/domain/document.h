#pragma once

#include "core/domain/ids.h"
#include "core/domain/markset.h"

#include <QJsonObject>
#include <QRectF>
#include <QStringList>

namespace dw {

/// A file of the deal. Row of register `document`.
struct Document {
    DocumentId id;
    QString number; ///< "D-0001"; neutral, for logs and titles.
    QString title; ///< Empty when its level is not cleared.
    bool isWithheld = false;
    int level = 3; ///< Of the source; every version keeps it.
    QString folder;
    QStringList assets; ///< Ids of data assets.
    QString state; ///< open, withdrawn, erased
    bool containsPi = false;
    QString note;
    int rowVersion = 0;
};

/// What the first look at a file said; choice ids of doc_version.inspection.
namespace inspection {
inline constexpr QStringView clean = u"clean";
inline constexpr QStringView warnings = u"warnings"; ///< It hides something, see the facts.
inline constexpr QStringView notViewable = u"not_viewable"; ///< Kept, but of a kind that is not shown.
inline constexpr QStringView failed = u"failed"; ///< The reader crashed or ran out of time on it.
}

/// One state of a document. Row of register `doc_version`.
struct DocumentVersion {
    VersionId id;
    DocumentId document;
    int number = 0; ///< From 1 within the document.
    QString kind; ///< original, working, redacted, anonymised, aggregate, translation
    QString treatment; ///< none, redacted, pseudonymised, anonymised, aggregated
    QString state; ///< draft, scanned, in_review, approved, rejected, superseded, erased
    int level = 3; ///< Of the source.
    AccountId preparedBy;
    qint64 preparedAt = 0;
    VersionId derivedFrom;
    BlobId blob;
    QString sha256; ///< Hex, of the plain bytes.
    qint64 size = 0;
    int pages = 0;
    QString mime;
    int findingsTotal = 0;
    int findingsOpen = 0;
    int findingsPi = 0;
    bool hasIdentifiablePi = false;
    qint64 scannedAt = 0; ///< 0 = never searched for client information.
    qint64 approvedAt = 0;
    QString safeLevel; ///< A, B or C of a redaction.
    QString inspectionResult; ///< See namespace inspection.
    QString inspectionReason; ///< Error.reason where it failed or cannot be shown.
    QStringList warnings; ///< Ids of what the file hides, e.g. "attachments"; no content.
    int rowVersion = 0;

    bool isPdf() const { return mime == QLatin1StringView("application/pdf"); }
    bool isViewable() const { return isPdf() && inspectionResult != inspection::failed; }
    /// Nothing may be changed on it any more.
    bool isClosed() const { return state == QLatin1StringView("superseded") || state == QLatin1StringView("erased"); }
};

enum class MarkState { Proposed, Accepted, Rejected };
QString nameOf(MarkState state);

/// A mark as it is stored with a version.
struct StoredMark {
    MarkId id;
    int page = 0; ///< Zero-based.
    QRectF area; ///< Default user space: points, origin bottom-left, before /Rotate.
    QString reason; ///< Code of a RedactionReason.
    QString word; ///< What lies under it, if known.
    MarkScope scope = MarkScope::Place;
    MarkState state = MarkState::Accepted;
    QString note;
    AccountId madeBy;
    qint64 madeAt = 0;

    bool operator==(const StoredMark &) const = default;
};

enum class FindingState {
    Open,
    Redacted, ///< Removed in a version made from this one.
    FalsePositive, ///< No client information.
    Accepted, ///< Client information that stays, by decision.
};
QString nameOf(FindingState state);

/// A place where client information was found.
struct Finding {
    FindingId id;
    int page = 0; ///< Zero-based.
    QString kind; ///< COMPANY, PERSON ... (the finder's type names)
    QString value;
    QList<QRectF> rects; ///< Default user space, one for each line it runs over.
    double score = 1;
    FindingState state = FindingState::Open;
    AccountId decidedBy;
    qint64 decidedAt = 0;
};

/// Proof that nothing removed can be found again; bound to the hash. Row of register `verification`.
struct Verification {
    RecordId id;
    VersionId version; ///< Of a failure: the version that was to be redacted, for nothing else was kept.
    QString sha256;
    bool hasPassed = false;
    int textHits = 0;
    int imageTextHits = 0;
    int metadataFindings = 0;
    int hiddenObjects = 0;
    int annotationsRemoved = 0;
    int searchedTerms = 0;
    QStringList engines;
    qint64 verifiedAt = 0;
    QJsonObject details; ///< Reasons and counts; no content.
};

/// A second person's word on exactly one file. Row of register `review`.
struct Review {
    RecordId id;
    VersionId version;
    QString sha256;
    AccountId reviewer;
    bool isApproval = false;
    qint64 reviewedAt = 0;
    QString comments;
};

/// A name of the deal that must not be seen outside: what documents are searched for.
struct ProtectedName {
    QString text;
    QString kind; ///< COMPANY or PERSON
};

} // namespace dw
