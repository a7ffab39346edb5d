#include "core/desk/documents/documentreader.h"

#include "core/desk/documents/documentrows.h"
#include "core/engines/crypto/hash.h"
#include "core/store/blobkeys.h"
#include "core/worker/workerclient.h"

namespace dw {

using namespace Qt::StringLiterals;

OpenVersion::OpenVersion(const WorkerClient &worker, DocumentVersion version, SecretBytes bytes)
    : m_worker(worker)
    , m_version(std::move(version))
    , m_bytes(std::move(bytes))
{
}

OpenVersion::~OpenVersion() = default;

Result<PdfSession *> OpenVersion::session(JobContext &job)
{
    if (!m_session) {
        const QByteArray view = QByteArray::fromRawData(m_bytes.view().data(), m_bytes.view().size());
        DW_ASSIGN(m_session, PdfSession::open(m_worker, view, job));
    }
    return m_session.get();
}

template <typename Call>
auto OpenVersion::ask(JobContext &job, Call call) -> decltype(call(std::declval<PdfSession &>()))
{
    const std::lock_guard lock(m_mutex);
    DW_ASSIGN(PdfSession * open, session(job));
    auto answer = call(*open);
    // A stop or a crash ended the process; a refusal of one page did not, but a fresh one does no harm.
    if (!answer)
        m_session.reset();
    return answer;
}

Result<QList<PdfPageInfo>> OpenVersion::pages(JobContext &job)
{
    return ask(job, [](PdfSession &open) -> Result<QList<PdfPageInfo>> { return open.pages(); });
}

Result<PdfPageText> OpenVersion::words(int page, JobContext &job)
{
    return ask(job, [&](PdfSession &open) { return open.text(page, job); });
}

Result<PdfPicture> OpenVersion::picture(int page, double dpi, JobContext &job)
{
    return ask(job, [&](PdfSession &open) { return open.render(page, dpi, job); });
}

Result<SecretBytes> DocumentReader::bytes(const DocumentVersion &version) const
{
    DW_ASSIGN(const BlobRef ref, m_context.store.read([&](const ReadTx &tx) -> Result<BlobRef> {
        DW_TRY(documentrows::mustBeCleared(tx, version.level));
        if (version.blob.isNull())
            return fail(ErrorCode::NotFound, u"blob.erased"_s, {version.id.toString()});
        return blobkeys::get(tx, version.level, version.blob);
    }));
    SecretBytes bytes;
    Sha256 hash;
    NoJobContext job;
    DW_TRY(m_context.blobs.read(ref, [&](QByteArrayView part) -> Result<> {
        hash.update(part);
        bytes.append(part);
        return {};
    }, job));
    // The blob has a hash of its own; the row's is what reviews and verifications are bound to.
    if (QString::fromLatin1(hash.finish().toHex()) != version.sha256)
        return fail(ErrorCode::Corrupt, u"blob.damaged"_s, {version.blob.toString()});
    return bytes;
}

Result<std::unique_ptr<OpenVersion>> DocumentReader::open(const VersionId &id)
{
    DW_ASSIGN(const DocumentVersion version, m_context.store.read([&](const ReadTx &tx) { return documentrows::version(tx, id); }));
    if (!version.isViewable())
        return fail(ErrorCode::Unsupported, u"document.not_viewable"_s, {version.inspectionReason});
    DW_ASSIGN(SecretBytes plain, bytes(version));
    if (version.level >= 3) {
        const Action action {u"document.view"_s, u"doc_version"_s, id.toString(), {}};
        DW_TRY(m_context.store.write(action, [](WriteTx &) -> Result<> { return {}; }));
    }
    return std::make_unique<OpenVersion>(m_context.worker, version, std::move(plain));
}

} // namespace dw
