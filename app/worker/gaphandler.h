#pragma once

#include "app/worker/pdfhandlers.h"

namespace dw {

/// "pdf.gaps": of the open document a page, areas (displayed page: x0,y0,x1,y1) and names -> for each area how many of
/// the names would fit into its gap.
class GapHandler final : public RequestHandler
{
public:
    explicit GapHandler(std::shared_ptr<OpenPdf> open)
        : m_open(std::move(open))
    {
    }

    QString kind() const override;
    Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) override;

private:
    std::shared_ptr<OpenPdf> m_open;
};

} // namespace dw
