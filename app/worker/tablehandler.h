#pragma once

#include "core/engines/office/tablereader.h"
#include "core/worker/requesthandler.h"

#include <QBuffer>

#include <vector>

namespace dw {

/// The list held open between the requests of one worker.
struct OpenTable {
    QBuffer bytes;
    TableOptions options;
    std::unique_ptr<TableReader> reader;
};

/// Answers "table.open", "table.next" and "table.rewind".
class TableHandler final : public RequestHandler
{
public:
    enum class Request { Open, Next, Rewind };

    TableHandler(Request request, std::shared_ptr<OpenTable> table)
        : m_request(request)
        , m_table(std::move(table))
    {
    }

    QString kind() const override;
    Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) override;

private:
    Result<QCborMap> open(const QCborMap &parameters);
    Result<QCborMap> next(const QCborMap &parameters);

    Request m_request;
    std::shared_ptr<OpenTable> m_table;
};

std::vector<std::unique_ptr<RequestHandler>> tableHandlers();

} // namespace dw
