#pragma once

#include "core/base/result.h"

#include <QCborMap>
#include <QJsonObject>

namespace dw {

/// What holds the worker in. Shown by "About this computer".
struct SandboxReport {
    bool noNewPrivileges = false;
    bool notDumpable = false;
    bool memoryLimited = false;
    bool cpuLimited = false;
    bool fileSizeLimited = false;
    int landlockAbi = 0; ///< 0: the kernel has none, or refused.
    bool seccomp = false;
    bool filesClosed = false; ///< Tried: /etc/passwd cannot be opened.
    bool writingClosed = false; ///< Tried: no file can be made.
    bool networkClosed = false; ///< Tried: no socket can be made.
    bool execClosed = false; ///< Tried: no program can be started.

    /// Enough for a file from outside: the kernel itself confines the process.
    bool isConfined() const { return landlockAbi > 0 || seccomp; }

    QCborMap toCbor() const;
    static SandboxReport fromCbor(const QCborMap &map);
    QJsonObject toJson() const;
};

/// Closes the calling process in, for good. Fonts and libraries must have been opened before.
/// Order: no_new_privs, not dumpable, limits, landlock (read-only fonts and Poppler's data), seccomp allow-list.
class Sandbox
{
public:
    static constexpr quint64 memoryLimit = 2ULL << 30; ///< Bytes of address space; none under sanitizers.
    static constexpr int descriptorLimit = 64;

    /// Before anything else: drops inherited descriptors above `lastKept`, forbids new privileges and dumps.
    static void prepare(int lastKept);

    /// The rest, then tries what must fail.
    static SandboxReport close();
};

} // namespace dw
