#include "core/engines/parse/popplersetup.h"

#include <poppler/Error.h>
#include <poppler/GlobalParams.h>

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
