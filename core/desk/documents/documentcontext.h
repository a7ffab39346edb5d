#pragma once

#include "core/domain/document.h"
#include "core/store/store.h"

#include <functional>

namespace dw {

class BlobStore;
class WorkerClient;

/// The client names of the deal: client records and their aliases. Asked anew for every search.
using NameSource = std::function<Result<QList<ProtectedName>>()>;

/// What the parts of the documents service share.
struct DocumentContext {
    Store &store;
    BlobStore &blobs;
    const WorkerClient &worker;
    NameSource clientNames; ///< May be empty: then only parties and people of the deal are searched for.
};

} // namespace dw
