#pragma once

namespace dw {

/// Keeps the process's memory to itself: no core dumps, not traceable or dumpable by others of the same user.
/// To be called first in main() of every program that will hold keys.
void guardProcess();

} // namespace dw
