#include "core/desk/documents/documentservice.h"

#include "core/desk/documents/documentrows.h"

namespace dw {

using namespace Qt::StringLiterals;

DocumentService::DocumentService(Store &store, BlobStore &blobs, const WorkerClient &worker, NameSource clientNames)
    : m_context {store, blobs, worker, std::move(clientNames)}
    , m_reader(m_context)
    , m_findings(m_context, m_reader)
    , m_folders(m_context, m_findings)
    , m_levels(m_context, m_reader)
    , m_import(m_context, m_findings)
    , m_copies(m_context, m_reader, m_findings)
    , m_reasons(m_context)
    , m_marks(m_context, m_reader)
    , m_gaps(m_context, m_reader)
    , m_redaction(m_context, m_reader, m_findings)
    , m_preview(m_context, m_reader)
    , m_compare(m_context)
    , m_reviews(m_context, m_reader)
    , m_comments(m_context)
    , m_export(m_context, m_reader)
    , m_evidence(m_context)
{
}

Result<QList<Document>> DocumentService::list(const QString &search) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<QList<Document>> {
        DW_ASSIGN(const auto rows, tx.records().list(u"document"_s));
        const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
        QList<Document> documents;
        for (const Record &row : rows) {
            const Document document = documentrows::documentOf(row);
            const QString text = document.number + u' ' + document.title + u' ' + document.folder;
            const auto occurs = [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); };
            if (std::all_of(words.begin(), words.end(), occurs))
                documents.append(document);
        }
        return documents;
    });
}

Result<Document> DocumentService::get(const DocumentId &id) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<Document> {
        DW_ASSIGN(const Record row, tx.records().get(u"document"_s, documentrows::rowId(id)));
        return documentrows::documentOf(row);
    });
}

Result<Document> DocumentService::findByName(const QString &name) const
{
    DW_ASSIGN(const auto documents, list());
    QList<Document> titled;
    for (const Document &document : documents) {
        if (document.id.toString() == name.toLower() || document.number.compare(name, Qt::CaseInsensitive) == 0)
            return document;
        if (!document.isWithheld && document.title == name)
            titled.append(document);
    }
    if (titled.isEmpty())
        return fail(ErrorCode::NotFound, u"document.missing"_s, {name});
    if (titled.size() > 1)
        return fail(ErrorCode::Conflict, u"document.ambiguous"_s, {name});
    return titled.first();
}

Result<QList<DocumentVersion>> DocumentService::versions(const DocumentId &id) const
{
    return m_context.store.read([&](const ReadTx &tx) { return documentrows::versions(tx, id); });
}

Result<DocumentVersion> DocumentService::version(const VersionId &id) const
{
    return m_context.store.read([&](const ReadTx &tx) { return documentrows::version(tx, id); });
}

Result<DocumentVersion> DocumentService::versionByName(const QString &name) const
{
    const qsizetype at = name.lastIndexOf(u'@');
    bool hasNumber = false;
    const int number = at > 0 ? name.mid(at + 1).toInt(&hasNumber) : 0;
    DW_ASSIGN(const Document document, findByName(hasNumber ? name.left(at) : name));
    DW_ASSIGN(const auto all, versions(document.id));
    if (!hasNumber && !all.isEmpty())
        return all.last();
    for (const DocumentVersion &version : all) {
        if (version.number == number)
            return version;
    }
    return fail(ErrorCode::NotFound, u"document.version_missing"_s, {document.number, QString::number(number)});
}

Result<DocumentVersion> DocumentService::sourceByName(const QString &name) const
{
    DW_ASSIGN(const DocumentVersion newest, versionByName(name));
    if (newest.treatment == u"none"_s || name.contains(u'@'))
        return newest;
    DW_ASSIGN(const auto all, versions(newest.document));
    for (auto it = all.crbegin(); it != all.crend(); ++it) {
        if (it->treatment == u"none"_s && !it->isClosed())
            return *it;
    }
    return newest;
}

Result<QList<Verification>> DocumentService::verifications(const VersionId &id) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<QList<Verification>> {
        RecordFilter filter;
        filter.equals.insert(u"doc_version"_s, id.toString());
        DW_ASSIGN(const auto rows, tx.records().list(u"verification"_s, filter));
        QList<Verification> verifications;
        for (const Record &row : rows)
            verifications.append(documentrows::verificationOf(row));
        return verifications;
    });
}

} // namespace dw
