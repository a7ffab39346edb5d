#include "core/session/sessionprivate.h"

#include "core/desk/backup/backupcopy.h"
#include "core/desk/backup/syncfolder.h"
#include "core/store/rekeyfiles.h"
#include "core/store/rekeykeep.h"

#include <QDir>

namespace dw {

using namespace Qt::StringLiterals;

Session::Private::Private(QString vaultPath, const SessionOptions &sessionOptions)
    : options(sessionOptions)
    , directory(std::move(vaultPath))
{
}

Session::Private::~Private()
{
    jobs.reset();
    rememberHead();
}

Result<> Session::Private::start(Keyring keyring, Store::Mode mode)
{
    const VaultId vault = keyring.header().vault;
    keys = std::make_unique<KeyChain>(std::move(keyring));
    const QString state = options.stateDirectory.isEmpty() ? DeviceState::defaultDirectory() : options.stateDirectory;
    device = std::make_unique<DeviceState>(state, vault);
    blobs = std::make_unique<BlobStore>(directory.blobDirectory(), vault);
    worker = std::make_unique<WorkerClient>(
        options.workerProgram.isEmpty() ? WorkerClient::findProgram() : options.workerProgram);
    DW_ASSIGN(catalogue, RegisterCatalogue::load());
    DW_TRY(openStore(mode));
    jobs = std::make_unique<JobRunner>();
    if (mode == Store::Mode::Open) {
        DW_TRY(checkOwnRow());
        DW_TRY(compareWithDevice());
    }
    DW_TRY(makeServices());
    if (mode == Store::Mode::Open) {
        DW_TRY(noteUnlock());
        DW_TRY(fileInbox());
        DW_TRY(bringUpToDate());
        dropKeptRekey();
    }
    if (!services.accounts->unfinishedRevocations().isEmpty())
        warnings.append(u"account.revocation_unfinished"_s);
    if (!syncfolder::providerOf(directory.path()).isEmpty())
        warnings.append(u"vault.synchronised_folder"_s);
    (void)blobs->removeLeftovers();
    for (const QString &name : QDir(directory.path()).entryList({u"drill-*"_s}, QDir::Dirs | QDir::NoDotAndDotDot))
        QDir(directory.path() + u'/' + name).removeRecursively();
    rememberHead();
    return {};
}

Result<> Session::Private::openStore(Store::Mode mode)
{
    const auto keyring = keys->current();
    StoreConfig config;
    config.directory = directory.path();
    config.vault = keyring->header().vault;
    config.storeKey = keyring->levelKey(2);
    for (int level = 3; level <= 4; ++level)
        config.levelKeys.at(size_t(level - 3)) = keyring->levelKey(level);
    for (int level = 2; level <= 4; ++level) {
        if (mode == Store::Mode::Open && keyring->isCleared(level))
            DW_TRY(RekeyFile {directory.databaseFile(level)}.finish(keyring->levelKey(level)));
    }
    config.actor = keyring->own().actor();
    DW_ASSIGN(config.device, device->deviceId());
    config.sign = [chain = keys.get()](const QByteArray &message) { return chain->current()->secrets().signing.sign(message); };
    config.publicKeyOf = [chain = keys.get()](const AccountId &id) { return chain->current()->signingKeysOf(id); };
    config.sealToLevel = [chain = keys.get()](int level, const QByteArray &plain, const QByteArray &purpose) {
        return chain->current()->sealToLevel(level, plain, purpose);
    };
    config.clock = &clock();
    config.catalogue = &catalogue;
    DW_ASSIGN(store, Store::open(std::move(config), mode, [this] { return keepBeforeMigration(); }));
    return {};
}

// The databases as they lie, logs included, before a newer program changes their tables: a way back to the older
// program. Nothing has been written to them yet.
Result<> Session::Private::keepBeforeMigration() const
{
    const QString kept = directory.path() + u"/before-update"_s;
    QDir(kept).removeRecursively();
    for (const QString &name : QDir(directory.path()).entryList({u"*.db"_s, u"*.db-wal"_s}, QDir::Files)) {
        DW_TRY(backupcopy::copyFile(directory.path() + u'/' + name, kept + u'/' + name, name));
    }
    return {};
}

// The row is written before the keys are changed: it closes an account whose revocation was interrupted.
Result<> Session::Private::checkOwnRow() const
{
    const AccountCard own = keys->current()->own();
    const auto row = store->read([&](const ReadTx &tx) -> Result<std::optional<Record>> {
        RecordFilter filter;
        filter.equals = {{u"id"_s, own.id.toString()}};
        return tx.records().first(u"account"_s, filter);
    });
    DW_TRY(row);
    if (*row && (*row)->state == "revoked"_L1)
        return fail(ErrorCode::NotPermitted, u"account.revoked"_s, {own.name});
    return {};
}

// Only this computer's memory shows that an older copy of the whole vault was put in its place.
Result<> Session::Private::compareWithDevice()
{
    const auto keyring = keys->current();
    const auto seen = device->seen(keyring->anchorKey("device state"));
    if (!seen && seen.error().code == ErrorCode::Corrupt)
        warnings.append(seen.error().reason);
    if (!seen || !*seen)
        return {};
    const DeviceState::Seen &known = **seen;
    const auto hash = store->read([&](const ReadTx &tx) {
        return tx.query(u"SELECT hash FROM audit WHERE seq = :seq"_s, {{u":seq"_s, known.seq}});
    });
    DW_TRY(hash);
    const bool isOlder = (hash->isEmpty() && known.seq > 0) || keyring->content().sequence < known.slotsSequence;
    if (!hash->isEmpty() && hash->first().value(u"hash"_s).toByteArray() != known.hash)
        return fail(ErrorCode::Corrupt, u"trail.forked"_s, {QString::number(known.seq)});
    if (isOlder) {
        warnings.append(u"trail.older_than_seen"_s);
        olderNote = u"older copy opened: seen %1 %2"_s.arg(known.seq).arg(QString::fromLatin1(known.hash.toHex()));
    }
    return {};
}

Result<> Session::Private::noteUnlock()
{
    const auto keyring = keys->current();
    const QString id = keyring->own().id.toString();
    const QString name = olderNote.isEmpty() ? u"vault.unlock"_s : u"vault.unlock_older_copy"_s;
    const auto written = store->write(Action {name, u"account"_s, id, olderNote}, [&](WriteTx &tx) -> Result<> {
        if (keyring->root())
            DW_TRY(services.accounts->mirror(tx, *keyring));
        return tx.records().update(u"account"_s, RecordId::fromText(id), {{u"last_unlock_at"_s, tx.now()}});
    });
    // Whoever finds the disk full must still get in, to make room or to read.
    if (!written && written.error().code == ErrorCode::Io) {
        warnings.append(written.error().reason);
        return {};
    }
    return written;
}

// Before anything else is shown or written: what was sealed earlier must not come after what is written now. An
// auditor and the recovery key write nothing of the deal; for them it goes on waiting.
Result<> Session::Private::fileInbox()
{
    const Role role = store->actor().role;
    if (role == Role::Auditor || role == Role::Recovery)
        return {};
    Inbox inbox(*store, [this](int level, const QByteArray &sealed, const QByteArray &purpose) {
        return keys->current()->openFromLevel(level, sealed, purpose);
    });
    auto filed = inbox.file();
    if (!filed && filed.error().code == ErrorCode::Io) { // a full disk: they keep waiting
        warnings.append(filed.error().reason);
        return {};
    }
    DW_TRY(filed);
    filing = std::move(*filed);
    if (!filing.held.isEmpty())
        warnings.append(u"inbox.held"_s);
    return services.clients->recount(filing.assets);
}

// Two copies of header and slots are only worth something while both are whole.
void Session::Private::repairFiles(const VaultDirectory::SlotsFile &file, bool headerNeedsRepair)
{
    const auto keyring = keys->current();
    if (file.isFromCopy)
        warnings.append(u"vault.slots_from_copy"_s);
    if (file.needsRepair)
        (void)directory.writeSlots(keyring->content(), keyring->slotsMacKey());
    if (headerNeedsRepair)
        (void)directory.writeHeader(keyring->header(), keyring->headerMacKey());
}

void Session::Private::tellIfFailed(const Result<> &done)
{
    if (!done)
        warnings.append(done.error().reason);
}

void Session::Private::dropKeptRekey()
{
    const RekeyKeep keep(directory);
    const auto keyring = keys->current();
    if (keep.exists() && keyring->isCleared(3) && keyring->isCleared(4) && store->checkIntegrity())
        keep.discard();
}

void Session::Private::rememberHead() const noexcept
{
    if (!store || !keys)
        return;
    const auto head = store->head();
    if (!head)
        return;
    const auto keyring = keys->current();
    (void)device->remember({head->seq, head->hash, keyring->content().sequence, clock().nowMs()},
        keyring->anchorKey("device state"));
}

} // namespace dw
