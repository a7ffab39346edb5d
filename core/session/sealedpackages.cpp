#include "core/session/sealedpackages.h"

#include "core/desk/documents/documentservice.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/seal/releasepackage.h"
#include "core/worker/workerclient.h"

#include <QCborMap>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr WorkerLimits limits {.cpuSeconds = 120, .wallSeconds = 300};

} // namespace

SealedPackages::SealedPackages(DocumentService &documents, const WorkerClient &worker, QString signerName, Identity identity)
    : m_documents(documents)
    , m_worker(worker)
    , m_signerName(std::move(signerName))
    , m_identity(std::move(identity))
{
}

Result<QByteArray> SealedPackages::source(const PackageOrder &order) const
{
    DW_ASSIGN(const DocumentVersion version, m_documents.version(order.version));
    if (!version.isPdf())
        return fail(ErrorCode::Unsupported, u"package.not_a_pdf"_s);
    DW_ASSIGN(const SecretBytes bytes, m_documents.reader().bytes(version));
    if (QString::fromLatin1(sha256(bytes.view()).toHex()) != order.sha256)
        return fail(ErrorCode::Conflict, u"package.changed"_s);
    return bytes.view().toByteArray();
}

Result<BuiltPackage> SealedPackages::build(const PackageOrder &order, JobContext &job)
{
    PackageRequest request;
    DW_ASSIGN(request.pdf, source(order));
    request.fileName = order.fileName;
    request.watermark = {order.watermarkId, order.watermarkLine};
    request.password = order.password.clone();
    request.signerName = m_signerName;
    request.reason = u"Release %1"_s.arg(order.watermarkId);
    request.time = order.time;
    request.auditHead = order.trailHead;
    request.facts = order.facts;

    DW_ASSIGN(const SealIdentity identity, m_identity());
    DW_ASSIGN(const QByteArray drawing, drawWatermark(request.watermark));
    DW_ASSIGN(const QCborMap reply,
        m_worker.call(u"package.prepare"_s,
            {{u"pdf"_s, request.pdf}, {u"drawing"_s, drawing}, {u"watermark"_s, order.watermarkId}, {u"signer"_s, request.signerName},
                {u"reason"_s, request.reason}, {u"time"_s, request.time.toMSecsSinceEpoch()},
                {u"password"_s, order.password.view().toByteArray()}},
            job, limits));
    DW_ASSIGN(const ReleasePackage package, finishPackage(reply[u"pdf"_s].toByteArray(), request, identity));
    BuiltPackage built;
    built.files = {{order.fileName, package.pdf}, {u"VERIFY.txt"_s, package.verify}};
    built.sha256 = package.pdfSha256;
    return built;
}

} // namespace dw
