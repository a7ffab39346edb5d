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

/// How far a version was searched for client information; choice ids of doc_version.search_state.
namespace searched {
inline constexpr QStringView complete = u"complete";
inline constexpr QStringView incomplete = u"incomplete"; ///< Parts of it were not read: finding nothing there says nothing.
}

/// A part of a file that a search did not reach, so that nothing is known about it.
struct SearchGap {
    QString reason; ///< Error.reason, e.g. "find.page_without_text".
    QStringList args; ///< Of the reason; may hold names out of the file.

    bool operator==(const SearchGap &) const = default;
};

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
    QString searchState; ///< See namespace searched; empty = never searched.
    QStringList searchGapKinds; ///< Reasons of its gaps, without their places; readable for everyone.
    QList<SearchGap> searchGaps; ///< Empty when its level is not cleared.
    AccountId gapsSeenBy; ///< Who looked at what could not be searched; null = nobody.
    qint64 gapsSeenAt = 0;
    qint64 approvedAt = 0;
    QString safeLevel; ///< A, B or C of a redaction.
    QString inspectionResult; ///< See namespace inspection.
    QString inspectionReason; ///< Error.reason where it failed or cannot be shown.
    QStringList warnings; ///< Ids of what the file hides, e.g. "attachments"; no content.
    int rowVersion = 0;

    bool isPdf() const { return mime == QLatin1StringView("application/pdf"); }
    bool isViewable() const { return isPdf() && inspectionResult != inspection::failed; }
    /// Every part of it was searched, or somebody looked at those that were not.
    bool isSearchSettled() const { return searchState == searched::complete || !gapsSeenBy.isNull(); }
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
    QString place; ///< Where it stands in a file without pages, e.g. "Clients!B7"; empty on a page.
    double score = 1;
    QString why; ///< Id of the reason; ui/text has the words. Empty in findings of older versions.
    QString cue; ///< The word of the text, or the heading, that speaks for it; may be empty.
    QString sub; ///< A finer kind, as the finder says it: "alias", "ocr", "possible" ...
    FindingState state = FindingState::Open;
    AccountId decidedBy;
    qint64 decidedAt = 0;

    /// Only looks like it: a typo, or a character that was read wrongly. Shown to people, not counted.
    bool isPossible() const { return sub == QLatin1StringView("possible"); }
    bool isSamePlace(const Finding &other) const
    {
        return page == other.page && place == other.place && value == other.value && rects == other.rects;
    }
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

/// What a search of one file gave.
struct SearchResult {
    QList<Finding> findings; ///< Without ids and decisions.
    QList<SearchGap> gaps; ///< Parts that were not searched; empty = complete.
    QStringList markings; ///< State-secret markings: such a file is not to be processed.
    int pages = 0;
    bool hasRead = false; ///< Whether anything of it could be read at all.
};

/// A name of the deal that must not be seen outside: what documents are searched for.
struct ProtectedName {
    QString text;
    QString kind; ///< COMPANY or PERSON
};

} // namespace dw
