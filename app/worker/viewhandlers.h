#pragma once

#include "core/worker/requesthandler.h"

#include <memory>
#include <vector>

namespace dw {

/// The requests of a viewer about one document, kept between them: "view.open" (brings the document's bytes and the window
/// that pictures are drawn into, both as files of memory), "view.pages", "view.draw", "view.text".
std::vector<std::unique_ptr<RequestHandler>> viewHandlers();

} // namespace dw
