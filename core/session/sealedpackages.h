#pragma once

#include "core/desk/releases/packagebuilder.h"
#include "core/engines/crypto/x509.h"

#include <functional>

namespace dw {

class DocumentService;
class WorkerClient;

/// What a recipient gets: the approved version with the watermark on each page, under a password, signed by who
/// releases it, and VERIFY.txt. The version's bytes are parsed in the worker; the signing key stays here.
class SealedPackages final : public PackageBuilder
{
public:
    using Identity = std::function<Result<SealIdentity>()>;

    SealedPackages(DocumentService &documents, const WorkerClient &worker, QString signerName, Identity identity);

    Result<BuiltPackage> build(const PackageOrder &order, JobContext &job) override;

private:
    Result<QByteArray> source(const PackageOrder &order) const;

    DocumentService &m_documents;
    const WorkerClient &m_worker;
    QString m_signerName;
    Identity m_identity;
};

} // namespace dw
