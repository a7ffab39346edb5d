#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/domain/actor.h"
#include "core/domain/registerdecl.h"
#include "core/store/audittrail.h"
#include "core/store/changefeed.h"
#include "core/store/transaction.h"

#include <array>
#include <functional>
#include <memory>

namespace dw {

class Connection;

/// What opens and writes one vault's databases. Keys are 32 bytes; levels the user is not cleared for are empty.
struct StoreConfig {
    QString directory; ///< The vault's directory: store.db, level3.db and level4.db live in it.
    VaultId vault;
    SecretBytes storeKey;
    std::array<SecretBytes, 2> levelKeys; ///< Of level 3 and level 4.
    Actor actor;
    QString device; ///< Random id of this computer's installation; stands in the trail.
    std::function<QByteArray(const QByteArray &)> sign; ///< Ed25519 by the actor, 64 bytes.
    /// Public keys of an account, 32 bytes each, present one first, for checking the trail; empty when unknown.
    std::function<QByteArray(const AccountId &)> publicKeyOf;
    /// Seals to a level above the account's clearance; empty = such writing is refused.
    std::function<Result<QByteArray>(int level, const QByteArray &plain, const QByteArray &purpose)> sealToLevel;
    const Clock *clock = nullptr;
    const RegisterCatalogue *catalogue = nullptr;
};

/// The encrypted databases of one open vault and the unit of work over them. Thread-safe: one writer at a
/// time; readers see the last committed state and never wait for a writer. Destroying it closes all files.
class Store
{
public:
    enum class Mode { Create, Open };

    /// Creates or opens the databases, brings older schemas up to date (after `beforeMigration` succeeded) and
    /// takes back what actions interrupted by a crash left in the level files.
    /// Errors: "store.damaged" (which file), "store.newer_version", "store.missing", "store.disk_full", ...
    static Result<std::unique_ptr<Store>> open(
        StoreConfig config, Mode mode, const std::function<Result<>()> &beforeMigration = {});
    ~Store();

    /// Runs `work(const ReadTx &) -> Result<T>` on one snapshot.
    template <typename Work>
    auto read(Work &&work) const -> decltype(work(std::declval<const ReadTx &>()))
    {
        auto tx = beginRead();
        if (!tx)
            return failed(tx);
        return std::forward<Work>(work)(static_cast<const ReadTx &>(**tx));
    }

    /// Runs `work(WriteTx &) -> Result<T>` as one business action: a value commits it with its audit entry, an
    /// error rolls everything back. ChangeFeed::committed follows once, in the thread that called.
    template <typename Work>
    auto write(Action action, Work &&work) -> decltype(work(std::declval<WriteTx &>()))
    {
        auto tx = beginWrite(std::move(action));
        if (!tx)
            return failed(tx);
        auto result = std::forward<Work>(work)(**tx);
        if (!result) {
            rollback(**tx);
            return result;
        }
        if (const Result<> done = commit(**tx); !done)
            return failed(done);
        return result;
    }

    const Actor &actor() const;
    const Clock &clock() const;
    const RegisterCatalogue &catalogue() const;
    VaultId vault() const;
    QString device() const; ///< Random id of this computer's installation.
    bool isCleared(int level) const; ///< Levels 1 and 2 always are.
    QByteArray sign(const QByteArray &message) const; ///< By the actor's Ed25519 key.
    QByteArray publicKeyOf(const AccountId &account) const;
    std::function<Result<QByteArray>(int level, const QByteArray &plain, const QByteArray &purpose)> upwardSeal() const;
    ChangeFeed &changes() const;

    /// Checks the whole trail: every hash, signature and that every row is in the state the trail says.
    Result<TrailVerdict> verifyTrail() const;
    Result<TrailHead> head() const;

    /// Structural and cipher integrity of every file this session can open; errors name the file.
    Result<> checkIntegrity() const;

    /// Copies a database page by page into `target` (same key), for backups. `name`: "store", "level3", "level4".
    Result<> copyDatabase(const QString &name, const QString &target) const;

    /// Gives the databases whose key differs new keys: copies them under the new key, proves the copies, runs
    /// `commit` (which puts the new keys in force) and exchanges the files. No other transaction runs meanwhile.
    /// When it fails before `commit` nothing has changed; after it, finishRekey() at the next opening completes it
    /// ("store.rekey_unfinished").
    Result<> rekey(SecretBytes storeKey, std::array<SecretBytes, 2> levelKeys, const std::function<Result<>()> &commit);

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> d);

    Result<std::unique_ptr<ReadTx>> beginRead() const;
    Result<std::unique_ptr<WriteTx>> beginWrite(Action action);
    Result<> commit(WriteTx &tx);
    void rollback(WriteTx &tx) noexcept;

    std::unique_ptr<Private> d;
};

} // namespace dw
