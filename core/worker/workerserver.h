#pragma once

#include "core/worker/frame.h"
#include "core/worker/requesthandler.h"
#include "core/worker/sandbox.h"

#include <QCborMap>

#include <map>
#include <memory>
#include <vector>

namespace dw {

/// The worker's side of the pipe: says that the sandbox stands, then answers requests until the parent hangs up.
class WorkerServer
{
public:
    static constexpr int socketDescriptor = 3; ///< Where the parent leaves the socket.
    static constexpr quint64 largestRequest = 1ULL << 30;
    static constexpr std::size_t mostFiles = 2; ///< That one request may bring along.

    void add(std::unique_ptr<RequestHandler> handler);

    /// Returns the exit code of the process.
    int run(const SandboxReport &sandbox);

    bool send(FrameType type, const QCborMap &map);

private:
    bool readRequest(QCborMap &request);
    bool readHeader(char *to);
    void answer(const QCborMap &request);
    void closeFiles();

    std::map<QString, std::unique_ptr<RequestHandler>> m_handlers;
    std::vector<int> m_files; ///< Came with the request; closed after it.
};

} // namespace dw
