#pragma once

#include "core/desk/documents/commentbook.h"
#include "core/desk/documents/documentcontext.h"
#include "core/desk/documents/documentexport.h"
#include "core/desk/documents/documentimport.h"
#include "core/desk/documents/documentlevels.h"
#include "core/desk/documents/documentreader.h"
#include "core/desk/documents/evidencedesk.h"
#include "core/desk/documents/findingbook.h"
#include "core/desk/documents/foldersearch.h"
#include "core/desk/documents/gapcandidates.h"
#include "core/desk/documents/markbook.h"
#include "core/desk/documents/pdfcopy.h"
#include "core/desk/documents/previewrun.h"
#include "core/desk/documents/redactionreasons.h"
#include "core/desk/documents/redactionrun.h"
#include "core/desk/documents/reviewdesk.h"
#include "core/desk/documents/versioncompare.h"

namespace dw {

/// The door to documents: one object for each thing that is done with them. Everything may be called from any
/// thread; what takes a JobContext blocks on the worker process and belongs into a job. Each writing call is one
/// action with one entry in the audit trail, whose note never holds words of the document.
class DocumentService
{
public:
    DocumentService(Store &store, BlobStore &blobs, const WorkerClient &worker, NameSource clientNames);

    /// Newest first; `search` runs over number, title and folder. Titles of uncleared levels are withheld.
    Result<QList<Document>> list(const QString &search = {}) const;
    Result<Document> get(const DocumentId &id) const;

    /// By id, by number ("D-0001"), or by title if only one has it. Fails with NotFound "document.missing" or
    /// Conflict "document.ambiguous".
    Result<Document> findByName(const QString &name) const;

    /// The line of descent, oldest first.
    Result<QList<DocumentVersion>> versions(const DocumentId &id) const;
    Result<DocumentVersion> version(const VersionId &id) const;

    /// "NAME" (newest version) or "NAME@2".
    Result<DocumentVersion> versionByName(const QString &name) const;

    /// The version to mark and redact: "NAME@2", or of "NAME" the newest that is not itself a redacted one.
    Result<DocumentVersion> sourceByName(const QString &name) const;

    Result<QList<Verification>> verifications(const VersionId &id) const; ///< Newest first.

    DocumentImport &imports() { return m_import; }
    PdfCopy &copies() { return m_copies; }
    DocumentReader &reader() { return m_reader; }
    MarkBook &marks() { return m_marks; }
    FindingBook &findings() { return m_findings; }
    DocumentLevels &levels() { return m_levels; }
    FolderSearch &folders() { return m_folders; }
    GapDesk &gaps() { return m_gaps; }
    RedactionReasons &reasons() { return m_reasons; }
    RedactionRun &redaction() { return m_redaction; }
    PreviewRun &previews() { return m_preview; }
    VersionCompare &comparing() { return m_compare; }
    ReviewDesk &reviews() { return m_reviews; }
    CommentBook &comments() { return m_comments; }
    DocumentExport &exports() { return m_export; }
    EvidenceDesk &evidence() { return m_evidence; }

private:
    DocumentContext m_context;
    DocumentReader m_reader;
    FindingBook m_findings;
    FolderSearch m_folders;
    DocumentLevels m_levels;
    DocumentImport m_import;
    PdfCopy m_copies;
    RedactionReasons m_reasons;
    MarkBook m_marks;
    GapDesk m_gaps;
    RedactionRun m_redaction;
    PreviewRun m_preview;
    VersionCompare m_compare;
    ReviewDesk m_reviews;
    CommentBook m_comments;
    DocumentExport m_export;
    EvidenceDesk m_evidence;
};

} // namespace dw
