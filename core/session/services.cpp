#include "core/session/sessionprivate.h"

#include "core/desk/registers/bookrules.h"

namespace dw {

Result<> Session::Private::makeServices()
{
    const AccountSettings settings {directory, options.kdf, options.kdfLimits, options.passphraseFloor};
    services.accounts = std::make_unique<AccountService>(*store, *keys, settings);
    DW_ASSIGN(measureCatalogue, MeasureCatalogue::load());
    services.records = std::make_unique<RecordService>(*store, measureCatalogue.ids());
    addBookRules(*services.records);
    services.deal = std::make_unique<DealService>(*store, *services.records);
    services.measures = std::make_unique<MeasureService>(*store, measureCatalogue);
    services.gates = std::make_unique<GateService>(*store, *services.measures);
    services.documents = std::make_unique<DocumentService>(*store, *blobs, *worker, NameSource());
    return {};
}

} // namespace dw
