#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/documents/documentcontext.h"

namespace dw {

class FindingBook;

struct DocumentImportRequest {
    QByteArray bytes;
    QString fileName; ///< As the person chose it, without directories; kept sealed by level.
    QString title; ///< Empty: the file name without its suffix.
    int level = 3;
    QString folder; ///< Empty: the register's default.
    QList<AssetId> assets;
};

struct DocumentImportOutcome {
    DocumentId document;
    VersionId version;
    bool isDuplicate = false; ///< The same bytes are here already, as `document`: nothing was stored.
    QString inspection; ///< See namespace inspection.
    QString reason; ///< Why it cannot be shown, if so.
    QStringList warnings; ///< Ids of what the file hides.
    int pages = 0;
    int findings = 0; ///< Places with client information.
    QString searchState; ///< See namespace searched; empty = not searched.
};

/// Takes files into the vault: looks at them in the worker, searches them for the deal's names and stores them
/// encrypted under the key of their level.
class DocumentImport
{
public:
    static constexpr qint64 largestFile = 512LL << 20;

    DocumentImport(const DocumentContext &context, const FindingBook &findings)
        : m_context(context)
        , m_findings(findings)
    {
    }

    /// Refusals, by name, with nothing stored: "document.empty", "document.too_large", "level.not_cleared",
    /// "record.role", and what the worker says of a PDF that cannot be read. A PDF on which the worker
    /// crashes or runs out of time is kept, as a version whose inspection failed.
    Result<DocumentImportOutcome> importFile(const DocumentImportRequest &request, JobContext &job);

    /// The type of a file by its first bytes, with the suffix as a hint among Office files.
    static QString mimeOf(const QByteArray &bytes, const QString &fileName);

private:
    struct Inspected;
    Result<std::optional<DocumentImportOutcome>> findDuplicate(const QString &sha256) const;
    Result<Inspected> inspect(const DocumentImportRequest &request, JobContext &job) const;
    Result<DocumentImportOutcome> store(const DocumentImportRequest &request, const Inspected &inspected, const QString &sha256);

    const DocumentContext &m_context;
    const FindingBook &m_findings;
};

} // namespace dw
