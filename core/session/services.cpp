#include "core/session/sessionprivate.h"

#include "core/desk/documents/documentrules.h"
#include "core/desk/measures/selfreport.h"
#include "core/desk/people/accessrule.h"
#include "core/desk/registers/bookrules.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// The names of the client lists, as documents look for them.
NameSource namesOf(const ClientService &clients)
{
    return [&clients]() -> Result<QList<ProtectedName>> {
        DW_ASSIGN(const QList<DictionaryEntry> dictionary, clients.dictionary());
        QList<ProtectedName> names;
        names.reserve(dictionary.size());
        for (const DictionaryEntry &entry : dictionary)
            names.append({entry.text, entry.type});
        return names;
    };
}

/// An account that may not write it (an auditor, the recovery key) sees things as the last writer left them.
template <typename T>
Result<> unlessNotPermitted(const Result<T> &result)
{
    if (!result && result.error().code != ErrorCode::NotPermitted)
        return failed(result);
    return {};
}

} // namespace

Result<> Session::Private::makeServices()
{
    const AccountSettings settings {directory, options.kdf, options.kdfLimits, options.passphraseFloor};
    services.accounts = std::make_unique<AccountService>(*store, *keys, settings);
    services.backup = std::make_unique<BackupService>(*store, *keys, *blobs, directory);
    DW_ASSIGN(measureCatalogue, MeasureCatalogue::load());
    services.records = std::make_unique<RecordService>(*store, *worker, measureCatalogue.ids());
    addBookRules(*services.records);
    addAccessRules(*services.records);
    services.speakup = std::make_unique<SpeakupService>(*store, *services.records, *keys);
    services.deal = std::make_unique<DealService>(*store, *services.records);
    services.measures = std::make_unique<MeasureService>(*store, measureCatalogue);
    services.gates = std::make_unique<GateService>(*store, *services.measures);
    services.report = std::make_unique<ReportService>(
        *store, *services.measures, *services.gates, [this] { return sealIdentity(); });
    services.clients = std::make_unique<ClientService>(*store, *services.records, *worker);
    services.people = std::make_unique<PeopleService>(*store);
    services.documents = std::make_unique<DocumentService>(*store, *blobs, *worker, namesOf(*services.clients));
    addDocumentRules(*services.records);
    services.packages = std::make_unique<SealedPackages>(
        *services.documents, *worker, store->actor().name, [this] { return sealIdentity(); });
    services.releases = std::make_unique<ReleaseService>(*store, *services.people, *services.packages);
    return {};
}

Result<SealIdentity> Session::Private::sealIdentity() const
{
    const std::shared_ptr<const Keyring> keyring = keys->current();
    DW_ASSIGN(SealKey key, SealKey::fromPkcs8(keyring->secrets().sealKey));
    return SealIdentity {std::move(key), keyring->own().certificate, {keyring->content().authority}};
}

Result<> Session::Private::bringUpToDate()
{
    DW_TRY(unlessNotPermitted(services.people->refresh()));
    DW_TRY(unlessNotPermitted(services.releases->refresh()));
    DW_TRY(unlessNotPermitted(services.measures->expireExceptions()));
    return reportOnSelf();
}

Result<> Session::Private::reportOnSelf()
{
    const Role role = store->actor().role;
    if (role == Role::Auditor || role == Role::Recovery)
        return {};
    const VaultHeader header = keys->current()->header();
    const KdfParams &floor = options.kdfLimits.floor;
    SelfReport report;
    report.directory = directory.path();
    report.isKdfCurrent = header.kdfFloor.memoryKiB >= floor.memoryKiB && header.kdfFloor.passes >= floor.passes;
    report.kdf = u"Argon2id, %1 MiB, %2 passes"_s.arg(header.kdfFloor.memoryKiB / 1024).arg(header.kdfFloor.passes);
    report.isFormatCurrent = header.format == VaultHeader::currentFormat;
    report.format = u"format %1"_s.arg(header.format);
    report.version = QString::fromLatin1(DW_VERSION);
    return writeSelfReport(*store, report);
}

} // namespace dw
