#pragma once

#include "core/engines/parse/filereader.h"
#include "core/worker/requesthandler.h"

#include <vector>

namespace dw {

/// The file held open between the requests of one worker.
struct OpenTexts {
    QByteArray bytes;
    std::unique_ptr<TextReader> reader;
    qsizetype given = 0; ///< Texts of the step that is being read, so far.
};

/// Answers "file.open" and "file.next": the texts of any file that can be searched, step by step.
class FileHandler final : public RequestHandler
{
public:
    enum class Request { Open, Next };

    FileHandler(Request request, std::shared_ptr<OpenTexts> texts)
        : m_request(request)
        , m_texts(std::move(texts))
    {
    }

    QString kind() const override;
    Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) override;

private:
    Result<QCborMap> open(const QCborMap &parameters);
    QCborMap next(bool onlyOne);
    FileTexts read();

    Request m_request;
    std::shared_ptr<OpenTexts> m_texts;
};

std::vector<std::unique_ptr<RequestHandler>> fileHandlers();

} // namespace dw
