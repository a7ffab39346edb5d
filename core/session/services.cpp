#include "core/session/sessionprivate.h"

namespace dw {

Result<> Session::Private::makeServices()
{
    const AccountSettings settings {directory, options.kdf, options.kdfLimits, options.passphraseFloor};
    services.accounts = std::make_unique<AccountService>(*store, *keys, settings);
    services.records = std::make_unique<RecordService>(*store);
    return {};
}

} // namespace dw
