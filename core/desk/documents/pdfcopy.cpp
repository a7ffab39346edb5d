#include "core/desk/documents/pdfcopy.h"

#include "core/desk/documents/documentrows.h"
#include "core/engines/crypto/hash.h"
#include "core/store/blobkeys.h"
#include "core/worker/pdfconversion.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace dw {

using namespace Qt::StringLiterals;

struct PdfCopy::Source {
    DocumentVersion version;
    QString fileName;
};

struct PdfCopy::Made {
    QByteArray pdf;
    QJsonObject facts;
    QStringList warnings;
    int pages = 0;
};

bool PdfCopy::isPossible(const DocumentVersion &version, const QString &fileName)
{
    return !version.isPdf() && !version.isClosed() && PdfConversion::wayOf(version.mime, fileName) != PdfConversion::Way::None;
}

Result<PdfCopy::Source> PdfCopy::prepare(const VersionId &original) const
{
    return m_context.store.read([&](const ReadTx &tx) -> Result<Source> {
        DW_TRY(documentrows::mustBeAllowed(tx, u"document"_s, {Role::Owner, Role::DealManager, Role::ComplianceOfficer, Role::LegalCounsel}));
        DW_ASSIGN(const Record row, tx.records().get(u"doc_version"_s, documentrows::rowId(original)));
        const Source source {documentrows::versionOf(row), row.text(u"file_name"_s)};
        DW_TRY(documentrows::mustBeCleared(tx, source.version.level));
        DW_TRY(documentrows::mustBeOpen(source.version));
        if (!isPossible(source.version, source.fileName))
            return fail(ErrorCode::Unsupported, u"convert.no_way"_s);
        DW_ASSIGN(const auto all, documentrows::versions(tx, source.version.document));
        for (const DocumentVersion &other : all) {
            if (other.derivedFrom == original && other.isPdf() && !other.isClosed())
                return fail(ErrorCode::Conflict, u"document.has_copy"_s, {QString::number(other.number)});
        }
        return source;
    });
}

Result<DocumentVersion> PdfCopy::make(const VersionId &original, JobContext &job)
{
    DW_ASSIGN(const Source source, prepare(original));
    Made made;
    {
        DW_ASSIGN(const SecretBytes bytes, m_reader.bytes(source.version));
        const QByteArray file = QByteArray::fromRawData(bytes.view().data(), bytes.view().size());
        DW_ASSIGN(made.pdf, PdfConversion(m_context.worker).toPdf(file, source.version.mime, source.fileName, job));
    }
    job.setStage(u"document.inspect"_s);
    DW_ASSIGN(made.facts, m_context.worker.inspectPdf(made.pdf, job));
    const QJsonArray facts = made.facts.value("facts"_L1).toArray();
    for (const QJsonValue fact : facts) {
        const QString id = fact.toObject().value("id"_L1).toString();
        if (fact.toObject().value("severity"_L1).toString() != "info"_L1 && !id.isEmpty() && !made.warnings.contains(id))
            made.warnings.append(id);
    }
    DW_ASSIGN(const auto pages, m_context.worker.pageSizes(made.pdf, job));
    made.pages = int(pages.size());
    DW_TRY(job.step(1, 1)); // the last chance to stop
    job.setStage(u"document.store"_s);
    DW_ASSIGN(const DocumentVersion version, store(source, made));
    DW_TRY(m_findings.scan(version.id, job));
    return m_context.store.read([&](const ReadTx &tx) { return documentrows::version(tx, version.id); });
}

Result<DocumentVersion> PdfCopy::store(const Source &source, const Made &made)
{
    const DocumentVersion &from = source.version;
    DW_ASSIGN(const StoredBlob blob, m_context.blobs.write(from.level, made.pdf));
    const Action action {u"document.convert"_s, u"document"_s, from.document.toString(), {}};
    const auto stored = m_context.store.write(action, [&](WriteTx &tx) -> Result<DocumentVersion> {
        DW_TRY(blobkeys::insert(tx, blob));
        DW_ASSIGN(const int number, documentrows::nextVersionNumber(tx, from.document));
        const QString result = (made.warnings.isEmpty() ? inspection::clean : inspection::warnings).toString();
        QVariantMap row {{u"document"_s, from.document.toString()}, {u"version_no"_s, number}, {u"kind"_s, u"working"_s},
            {u"treatment"_s, u"none"_s}, {u"source_level"_s, from.level}, {u"prepared_by"_s, tx.actor().id.toString()},
            {u"prepared_at"_s, tx.now()}, {u"derived_from"_s, from.id.toString()}, {u"blob"_s, blob.id.toString()},
            {u"sha256"_s, QString::fromLatin1(blob.sha256.toHex())}, {u"file_size"_s, made.pdf.size()}, {u"pages"_s, made.pages},
            {u"mime"_s, u"application/pdf"_s}, {u"file_name"_s, QString(source.fileName + u".pdf"_s)}, {u"inspection"_s, result},
            {u"warnings"_s, made.warnings}, {u"inspection_facts"_s, QString::fromUtf8(QJsonDocument(made.facts).toJson(QJsonDocument::Compact))},
            {u"findings_total"_s, 0}, {u"findings_open"_s, 0}, {u"findings_pi"_s, 0}, {u"identifiable_pi"_s, false}};
        DW_ASSIGN(const RecordId id, tx.records().insert(u"doc_version"_s, row));
        return documentrows::version(tx, id.as<VersionTag>());
    });
    if (!stored)
        (void)m_context.blobs.remove(blob.id);
    return stored;
}

} // namespace dw
