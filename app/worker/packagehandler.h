#pragma once

#include "core/worker/requesthandler.h"

namespace dw {

/// "package.prepare": lays a watermark over a version, sets the password and leaves the place for the signature. The
/// key that signs never comes here: the caller fills the signature into the bytes that it gets back.
class PackageHandler final : public RequestHandler
{
public:
    QString kind() const override;
    Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) override;
};

} // namespace dw
