#pragma once

#include "core/base/result.h"

namespace dw {

/// A world of its own for a large foreign program: user, network, mount, IPC and process namespaces, and a root that
/// lives in memory with nothing in it but programs, libraries and fonts, read-only, and an empty folder to work in.
/// There is no network, no home, no vault, and what is written is gone with the process.
class PrivateRoot
{
public:
    static constexpr const char *room = "/room"; ///< The only place where something can be written.
    static constexpr const char *size = "1g"; ///< What may be written there in all.

    /// For good; call it before threads are started. What returns is a child of the caller, the first process of its
    /// namespace; the caller itself only waits for it, and killing it ends everything inside. Fails with Unsupported "convert.no_namespaces" and the system's word as detail.
    static Result<> enter();
};

} // namespace dw
