#pragma once

#include "core/session/session.h"

namespace dw {

/// The sample deal, built below `directory` and unlocked.
Result<std::unique_ptr<Session>> openFixture(const QString &directory);

} // namespace dw
