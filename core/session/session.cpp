#include "core/session/session.h"

#include "core/desk/accounts/passphrase.h"
#include "core/session/sessionprivate.h"
#include "core/store/recoverykey.h"
#include "core/store/rekeykeep.h"

#include <QDir>
#include <QFileInfo>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

const QString suffix = u".dealvault"_s;

Result<VaultLock> lockVault(const VaultDirectory &directory)
{
    if (!directory.exists())
        return fail(ErrorCode::NotFound, u"vault.missing"_s, {QFileInfo(directory.path()).fileName()});
    return VaultLock::acquire(directory.lockFile());
}

} // namespace

Session::Session(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Session::~Session() = default;

Result<CreatedVault> Session::create(NewVault vault, const SessionOptions &options)
{
    const QString path = vault.path.endsWith(suffix) ? vault.path : vault.path + suffix;
    auto d = std::make_unique<Private>(path, options);
    if (vault.ownerName.simplified().isEmpty())
        return fail(ErrorCode::InvalidInput, u"account.invalid"_s);
    DW_TRY(passphrase::check(vault.passphrase, {vault.ownerName}, options.passphraseFloor));
    DW_TRY(d->directory.create());
    const auto make = [&]() -> Result<SecretBytes> {
        DW_ASSIGN(d->lock, VaultLock::acquire(d->directory.lockFile()));
        SecretBytes recovery = recoverykey::generate();
        KeyringEditor::NewVault wanted {VaultId::create(), QFileInfo(path).completeBaseName(),
            {vault.ownerName, std::move(vault.passphrase), vault.keyFile}, options.kdf, recovery.clone()};
        DW_ASSIGN(auto finished, KeyringEditor::createVault(wanted, options.kdfLimits, d->clock().nowMs()));
        const Keyring &keyring = finished.keyring;
        DW_TRY(d->directory.writeSlots(keyring.content(), keyring.slotsMacKey()));
        const VaultHeader header = keyring.header();
        const SecretBytes macKey = keyring.headerMacKey();
        DW_TRY(d->start(std::move(finished.keyring), Store::Mode::Create));
        const auto rows = d->store->write(Action {u"vault.create"_s, u"vault"_s, header.vault.toString(), {}},
            [&](WriteTx &tx) { return d->services.accounts->mirror(tx, *d->keys->current()); });
        DW_TRY(rows);
        DW_TRY(d->reportOnSelf());
        // The header comes last: without it there is no vault.
        DW_TRY(d->directory.writeHeader(header, macKey));
        return recovery;
    };
    const Result<SecretBytes> recovery = make();
    if (!recovery) {
        d.reset();
        QDir(path).removeRecursively(); // create() made sure that it was empty or not there
        return failed(recovery);
    }
    const SecretBytes text = recoverykey::toText(*recovery);
    return CreatedVault {std::unique_ptr<Session>(new Session(std::move(d))),
        QString::fromLatin1(text.view())};
}

Result<std::unique_ptr<Session>> Session::unlock(const QString &path, const QString &accountName,
    SecretBytes passphrase, const QByteArray &keyFile, const SessionOptions &options)
{
    auto d = std::make_unique<Private>(path, options);
    DW_ASSIGN(d->lock, lockVault(d->directory));
    const Credentials credentials {accountName, std::move(passphrase), keyFile};
    DW_ASSIGN(Keyring keyring, Keyring::unlock(d->directory, credentials, d->clock().nowMs(), options.kdfLimits));
    DW_ASSIGN(auto session, opened(std::move(d), std::move(keyring)));
    session->d->tellIfFailed(session->accounts().pinRoot(credentials));
    return session;
}

Result<> Session::takeBackRekey(const QString &path, const QString &accountName, SecretBytes passphrase, const QByteArray &keyFile,
    const SessionOptions &options)
{
    const VaultDirectory directory(path);
    DW_ASSIGN(const VaultLock lock, lockVault(directory));
    const RekeyKeep keep(directory);
    if (!keep.exists())
        return fail(ErrorCode::NotFound, u"rekey.nothing_kept"_s);
    const SystemClock clock;
    const qint64 now = options.clock ? options.clock->nowMs() : clock.nowMs();
    const Credentials credentials {accountName, std::move(passphrase), keyFile};
    DW_ASSIGN(const Keyring kept, Keyring::unlock(keep.directory(), credentials, now, options.kdfLimits));
    if (!kept.root())
        return fail(ErrorCode::NotPermitted, u"account.owner_only"_s);
    DW_TRY(keep.check(kept));
    return keep.putBack();
}

bool Session::needsKeyFile(const QString &path, const QString &accountName)
{
    return Keyring::needsKeyFile(VaultDirectory(path), accountName);
}

qint64 Session::keptRekeyFrom(const QString &path)
{
    return RekeyKeep(VaultDirectory(path)).madeAt();
}

Result<> Session::removeKeptRekey()
{
    const RekeyKeep keep(d->directory);
    if (!accounts().canManage())
        return fail(ErrorCode::NotPermitted, u"account.owner_only"_s);
    if (!keep.exists())
        return fail(ErrorCode::NotFound, u"rekey.nothing_kept"_s);
    const QString vault = d->keys->current()->header().vault.toString();
    const auto logged = d->store->write(Action {u"vault.rekey_copy_removed"_s, u"vault"_s, vault, {}}, [](WriteTx &) { return Result<>(); });
    DW_TRY(logged);
    keep.discard();
    return {};
}

bool Session::hasKeptRekey(const QString &path)
{
    return RekeyKeep(VaultDirectory(path)).exists();
}

Result<std::unique_ptr<Session>> Session::recover(
    const QString &path, const SecretBytes &recoveryKey, const SessionOptions &options)
{
    DW_ASSIGN(const SecretBytes key, recoverykey::parse(recoveryKey));
    auto d = std::make_unique<Private>(path, options);
    DW_ASSIGN(d->lock, lockVault(d->directory));
    DW_ASSIGN(Keyring keyring, Keyring::unlockWithRecoveryKey(d->directory, key));
    DW_ASSIGN(auto session, opened(std::move(d), std::move(keyring)));
    session->d->tellIfFailed(session->accounts().pinRoot(key));
    return session;
}

Result<std::unique_ptr<Session>> Session::opened(std::unique_ptr<Private> d, Keyring keyring)
{
    DW_ASSIGN(const VaultHeaderFile header, d->directory.readHeader());
    DW_ASSIGN(const VaultDirectory::SlotsFile file, d->directory.readSlots());
    DW_TRY(d->start(std::move(keyring), Store::Mode::Open));
    d->repairFiles(file, header.needsRepair);
    return std::unique_ptr<Session>(new Session(std::move(d)));
}

const Actor &Session::actor() const { return d->store->actor(); }
QString Session::vaultPath() const { return d->directory.path(); }
const Clock &Session::clock() const { return d->clock(); }
ChangeFeed &Session::changes() { return d->store->changes(); }
JobRunner &Session::jobs() { return *d->jobs; }
Store &Session::store() { return *d->store; }
std::shared_ptr<const Keyring> Session::keys() const { return d->keys->current(); }
const BlobStore &Session::blobs() const { return *d->blobs; }
const WorkerClient &Session::worker() const { return *d->worker; }
QStringList Session::warnings() const { return d->warnings; }
const Filing &Session::filed() const { return d->filing; }

Result<QList<WaitingEntry>> Session::waitingEntries() const
{
    return d->store->read([](const ReadTx &tx) { return Inbox::waiting(tx); });
}

AccountService &Session::accounts() { return *d->services.accounts; }
SpeakupService &Session::speakup() { return *d->services.speakup; }
BackupService &Session::backup() { return *d->services.backup; }
RecordService &Session::records() { return *d->services.records; }
DealService &Session::deal() { return *d->services.deal; }
MeasureService &Session::measures() { return *d->services.measures; }
GateService &Session::gates() { return *d->services.gates; }
ReportService &Session::report() { return *d->services.report; }
ClientService &Session::clients() { return *d->services.clients; }
PeopleService &Session::people() { return *d->services.people; }
DocumentService &Session::documents() { return *d->services.documents; }
ReleaseService &Session::releases() { return *d->services.releases; }

} // namespace dw
