#pragma once

#include "core/session/session.h"

#include "core/desk/accounts/accountservice.h"
#include "core/desk/backup/backupservice.h"
#include "core/desk/clients/clientservice.h"
#include "core/desk/deal/dealservice.h"
#include "core/desk/documents/documentservice.h"
#include "core/desk/measures/gateservice.h"
#include "core/desk/measures/measureservice.h"
#include "core/desk/people/peopleservice.h"
#include "core/desk/registers/recordservice.h"
#include "core/desk/registers/speakupservice.h"
#include "core/desk/releases/releaseservice.h"
#include "core/desk/report/reportservice.h"
#include "core/domain/measure.h"
#include "core/domain/registerdecl.h"
#include "core/jobs/jobrunner.h"
#include "core/session/sealedpackages.h"
#include "core/store/blobstore.h"
#include "core/store/devicestate.h"
#include "core/store/keychain.h"
#include "core/store/store.h"
#include "core/store/vaultlock.h"
#include "core/worker/workerclient.h"

#include <optional>

namespace dw {

/// The services over one store, in the order in which they need each other. A service that lands adds its member
/// here, its construction to services.cpp and its accessor to session.cpp.
struct Services {
    std::unique_ptr<AccountService> accounts;
    std::unique_ptr<BackupService> backup;
    std::unique_ptr<RecordService> records;
    std::unique_ptr<SpeakupService> speakup;
    std::unique_ptr<DealService> deal;
    std::unique_ptr<MeasureService> measures;
    std::unique_ptr<GateService> gates;
    std::unique_ptr<ReportService> report;
    std::unique_ptr<ClientService> clients;
    std::unique_ptr<PeopleService> people;
    std::unique_ptr<DocumentService> documents;
    std::unique_ptr<SealedPackages> packages;
    std::unique_ptr<ReleaseService> releases;
};

/// Members are destroyed from the last to the first: jobs end, then services, store, keys and at last the lock.
struct Session::Private {
    Private(QString vaultPath, const SessionOptions &sessionOptions);
    ~Private();

    /// The rest of opening, once the keys are there: databases, services, warnings, trail.
    Result<> start(Keyring keyring, Store::Mode mode);
    Result<> makeServices(); ///< services.cpp
    Result<SealIdentity> sealIdentity() const; ///< The actor's key and certificate, for reports and packages.
    Result<> reportOnSelf(); ///< Cipher, key derivation, format and version as facts for the checks.
    Result<> bringUpToDate(); ///< What the passing of days changed: NDAs, grants, exceptions.

    Result<> openStore(Store::Mode mode);
    Result<> compareWithDevice();
    Result<> checkOwnRow() const;
    Result<> noteUnlock();
    Result<> fileInbox();
    Result<> keepBeforeMigration() const;
    void repairFiles(const VaultDirectory::SlotsFile &file, bool headerNeedsRepair);
    void rememberHead() const noexcept;
    void tellIfFailed(const Result<> &done); // as a warning of the unlock
    void dropKeptRekey(); // once the present keys have opened everything

    SystemClock systemClock;
    SessionOptions options;
    VaultDirectory directory;
    std::optional<VaultLock> lock;
    RegisterCatalogue catalogue;
    MeasureCatalogue measureCatalogue;
    std::unique_ptr<KeyChain> keys;
    std::unique_ptr<DeviceState> device;
    std::unique_ptr<BlobStore> blobs;
    std::unique_ptr<WorkerClient> worker;
    std::unique_ptr<Store> store;
    Services services;
    std::unique_ptr<JobRunner> jobs;
    QStringList warnings;
    Filing filing; // what was sealed upward and filed at this unlock
    QString olderNote; // what the trail says when an older copy was opened

    const Clock &clock() const { return options.clock ? *options.clock : systemClock; }
};

} // namespace dw
