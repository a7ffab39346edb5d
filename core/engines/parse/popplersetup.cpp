#include "core/engines/parse/popplersetup.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#include <poppler/Error.h>
#include <poppler/GlobalParams.h>
#pragma GCC diagnostic pop

#include <mutex>

namespace dw {

void initialisePoppler()
{
    static std::once_flag once;
    std::call_once(once, [] {
        globalParams = std::make_unique<GlobalParams>();
        setErrorCallback([](ErrorCategory, Goffset, const char *) {});
    });
}

} // namespace dw
