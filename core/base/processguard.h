#pragma once

namespace dw {

/// Keeps the process to itself: no core dumps, not traceable or dumpable by others of the same user, and files
/// that nobody else can read.
/// To be called first in main() of every program that will hold keys.
void guardProcess();

} // namespace dw
