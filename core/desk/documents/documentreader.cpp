#include "core/desk/documents/documentreader.h"

#include "core/desk/documents/documentrows.h"
#include "core/engines/crypto/hash.h"
#include "core/store/blobkeys.h"
#include "core/worker/viewsession.h"

#include <algorithm>
#include <cmath>

namespace dw {

using namespace Qt::StringLiterals;

OpenVersion::OpenVersion(const WorkerClient &worker, DocumentVersion version, SharedBytes bytes)
    : m_worker(worker)
    , m_version(std::move(version))
    , m_bytes(std::move(bytes))
{
}

OpenVersion::~OpenVersion() = default;

Result<ViewSession *> OpenVersion::session(JobContext &job)
{
    if (!m_session) {
        DW_ASSIGN(auto process, m_worker.startPrepared());
        DW_ASSIGN(m_session, ViewSession::open(std::move(process), m_bytes, job));
    }
    return m_session.get();
}

template <typename Call>
auto OpenVersion::ask(JobContext &job, Call call) -> decltype(call(std::declval<ViewSession &>()))
{
    const std::lock_guard lock(m_mutex);
    DW_ASSIGN(ViewSession * open, session(job));
    auto answer = call(*open);
    if (!open->isRunning())
        m_session.reset();
    return answer;
}

qint64 OpenVersion::workerId() const
{
    const std::lock_guard lock(m_mutex);
    return m_session ? m_session->processId() : 0;
}

Result<int> OpenVersion::pageCount(JobContext &job)
{
    return ask(job, [](ViewSession &open) -> Result<int> { return open.pageCount(); });
}

Result<QList<PdfPageInfo>> OpenVersion::pages(JobContext &job)
{
    return ask(job, [&](ViewSession &open) { return open.pages(0, open.pageCount(), job); });
}

Result<QList<PdfPageInfo>> OpenVersion::pages(int from, int count, JobContext &job)
{
    return ask(job, [&](ViewSession &open) { return open.pages(from, count, job); });
}

Result<PdfPageInfo> OpenVersion::info(ViewSession &open, int page, JobContext &job)
{
    DW_ASSIGN(const QList<PdfPageInfo> one, open.pages(page, 1, job));
    return one.first();
}

Result<PdfPageText> OpenVersion::words(int page, JobContext &job)
{
    return ask(job, [&](ViewSession &open) -> Result<PdfPageText> {
        DW_ASSIGN(const PdfPageInfo about, info(open, page, job));
        return open.text(page, about, job);
    });
}

Result<PagePixels> OpenVersion::draw(int page, int width, int height, JobContext &job)
{
    return ask(job, [&](ViewSession &open) { return open.draw(page, width, height, job); });
}

Result<PdfPicture> OpenVersion::picture(int page, double dpi, JobContext &job)
{
    DW_ASSIGN(const PagePixels pixels, ask(job, [&](ViewSession &open) -> Result<PagePixels> {
        DW_ASSIGN(const PdfPageInfo about, info(open, page, job));
        const QSizeF size = about.displaySize() * dpi / 72;
        const double factor = std::min(1.0, std::sqrt(double(ViewSession::mostPixels) / (size.width() * size.height() + 1)));
        return open.draw(page, std::max(1, int(size.width() * factor)), std::max(1, int(size.height() * factor)), job);
    }));
    PdfPicture picture {pixels.width, pixels.height, QByteArray(qsizetype(pixels.width) * pixels.height * 3, Qt::Uninitialized)};
    const auto *from = reinterpret_cast<const quint32 *>(pixels.rgb32.constData());
    for (char *to = picture.rgb.data(); to < picture.rgb.constEnd(); to += 3, ++from) {
        to[0] = char(*from >> 16);
        to[1] = char(*from >> 8);
        to[2] = char(*from);
    }
    return picture;
}

/// `room` makes the place that the bytes go to.
Result<> DocumentReader::read(const DocumentVersion &version, const std::function<std::uint8_t *(qint64 size)> &room) const
{
    DW_ASSIGN(const BlobRef ref, m_context.store.read([&](const ReadTx &tx) -> Result<BlobRef> {
        DW_TRY(documentrows::mustBeCleared(tx, version.level));
        if (version.blob.isNull())
            return fail(ErrorCode::NotFound, u"blob.erased"_s, {version.id.toString()});
        return blobkeys::get(tx, version.level, version.blob);
    }));
    std::uint8_t *const to = ref.size > 0 ? room(ref.size) : nullptr;
    if (ref.size > 0 && !to)
        return fail(ErrorCode::LimitExceeded, u"memory.full"_s);
    Sha256 hash;
    qint64 at = 0;
    NoJobContext job;
    DW_TRY(m_context.blobs.read(ref, [&](QByteArrayView part) -> Result<> {
        if (part.size() > ref.size - at)
            return fail(ErrorCode::Corrupt, u"blob.damaged"_s, {version.blob.toString()});
        hash.update(part);
        std::copy_n(reinterpret_cast<const std::uint8_t *>(part.data()), part.size(), to + at);
        at += part.size();
        return {};
    }, job));
    // The blob has a hash of its own; the row's is what reviews and verifications are bound to.
    if (at != ref.size || QString::fromLatin1(hash.finish().toHex()) != version.sha256)
        return fail(ErrorCode::Corrupt, u"blob.damaged"_s, {version.blob.toString()});
    return {};
}

Result<SecretBytes> DocumentReader::bytes(const DocumentVersion &version) const
{
    SecretBytes bytes;
    DW_TRY(read(version, [&](qint64 size) {
        bytes = SecretBytes(std::size_t(size));
        return bytes.data();
    }));
    return bytes;
}

void DocumentReader::prepare() const
{
    (void)m_context.worker.prepare(); // what fails here fails again where it can be said
}

void DocumentReader::dismiss() const
{
    m_context.worker.dismiss();
}

Result<std::unique_ptr<OpenVersion>> DocumentReader::open(const VersionId &id)
{
    DW_ASSIGN(const DocumentVersion version, m_context.store.read([&](const ReadTx &tx) { return documentrows::version(tx, id); }));
    if (!version.isViewable())
        return fail(ErrorCode::Unsupported, u"document.not_viewable"_s, {version.inspectionReason});
    SharedBytes plain;
    DW_TRY(read(version, [&](qint64 size) -> std::uint8_t * {
        auto room = SharedBytes::create(size);
        if (room)
            plain = std::move(*room);
        return plain.data();
    }));
    DW_TRY(plain.seal());
    if (version.level >= 3) {
        const Action action {u"document.view"_s, u"doc_version"_s, id.toString(), {}};
        DW_TRY(m_context.store.write(action, [](WriteTx &) -> Result<> { return {}; }));
    }
    return std::make_unique<OpenVersion>(m_context.worker, version, std::move(plain));
}

} // namespace dw
