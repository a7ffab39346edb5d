#pragma once

#include "core/worker/requesthandler.h"

namespace dw {

/// "office.to_pdf": an office file -> a PDF, made by LibreOffice in a private root. Only the worker that was started
/// for it has this handler; see runOfficeWorker().
class OfficeHandler final : public RequestHandler
{
public:
    explicit OfficeHandler(Result<> isPrivate)
        : m_isPrivate(std::move(isPrivate))
    {
    }

    QString kind() const override;

    /// Refusals: "convert.no_namespaces", "convert.no_converter", "convert.failed" {status}, "convert.bad_kind".
    Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) override;

private:
    Result<> m_isPrivate; ///< Without a world of its own nothing is started.
};

/// The whole program when it is started with the word "office": closes itself off, answers, ends.
int runOfficeWorker();

} // namespace dw
