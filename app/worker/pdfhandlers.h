#pragma once

#include "core/engines/parse/popplerdocument.h"
#include "core/worker/workerserver.h"

#include <memory>

namespace dw {

/// The document that "pdf.open" opened, for the requests after it.
struct OpenPdf {
    std::unique_ptr<PopplerDocument> document;
};

class OpenPdfHandler final : public RequestHandler
{
public:
    explicit OpenPdfHandler(std::shared_ptr<OpenPdf> open);

    QString kind() const override;
    Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) override;

private:
    std::shared_ptr<OpenPdf> m_open;
};

class PageTextHandler final : public RequestHandler
{
public:
    explicit PageTextHandler(std::shared_ptr<OpenPdf> open);

    QString kind() const override;
    Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) override;

private:
    std::shared_ptr<OpenPdf> m_open;
};

class RenderPageHandler final : public RequestHandler
{
public:
    explicit RenderPageHandler(std::shared_ptr<OpenPdf> open);

    QString kind() const override;
    Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) override;

private:
    std::shared_ptr<OpenPdf> m_open;
};

} // namespace dw
