#include "core/base/processguard.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace dw {

void guardProcess()
{
    umask(077); // what is written belongs to this user alone
    const rlimit none {0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef DW_SANITIZED // leak checkers trace their own process
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace dw
