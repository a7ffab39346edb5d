#pragma once

#include "core/worker/requesthandler.h"

namespace dw {

/// "redact.build": pdf, marks, level, pages to make pictures of -> the new file and its report.
class BuildRedactionHandler final : public RequestHandler
{
public:
    QString kind() const override;
    Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) override;
};

/// "redact.verify": original, output, marks -> findings. Asked of another process than the one that built.
class VerifyRedactionHandler final : public RequestHandler
{
public:
    QString kind() const override;
    Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) override;
};

/// "pdf.inspect": what a file hides.
class InspectPdfHandler final : public RequestHandler
{
public:
    QString kind() const override;
    Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) override;
};

} // namespace dw
