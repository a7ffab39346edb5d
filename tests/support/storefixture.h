#pragma once

#include "core/engines/crypto/exchange.h"
#include "core/engines/crypto/random.h"
#include "core/engines/crypto/signing.h"
#include "core/store/inbox.h"
#include "core/store/store.h"

#include <QTemporaryDir>

namespace dwtest {

/// A real encrypted store in a temporary directory, without the vault around it.
class StoreFixture
{
public:
    explicit StoreFixture(const QString &registers = QStringLiteral(":/registers"))
    {
        auto loaded = dw::RegisterCatalogue::load(registers);
        if (!loaded)
            qFatal("registers: %s", qPrintable(loaded.error().detail));
        catalogue = *loaded;
        actor.id = dw::AccountId::create();
        actor.name = QStringLiteral("mia");
        actor.role = dw::Role::DealManager;
        actor.clearance = 4;
        for (auto &key : keys)
            key = dw::randomSecret(32);
    }

    dw::StoreConfig config(int clearance = 4) const
    {
        dw::StoreConfig config;
        config.directory = directory.path();
        config.vault = vault;
        config.storeKey = keys[0].clone();
        for (int level = 3; level <= clearance; ++level)
            config.levelKeys[size_t(level - 3)] = keys[size_t(level - 2)].clone();
        config.actor = actor;
        config.actor.clearance = clearance;
        config.device = QStringLiteral("test-device");
        config.sign = [this](const QByteArray &message) { return signer.sign(message); };
        config.publicKeyOf = [this](const dw::AccountId &id) { return id == actor.id ? signer.publicKey() : QByteArray(); };
        config.sealToLevel = [this](int level, const QByteArray &plain, const QByteArray &purpose) {
            return dw::sealBox(inboxes[size_t(level - 3)].publicKey(), plain, purpose);
        };
        config.clock = &clock;
        config.catalogue = &catalogue;
        return config;
    }

    std::unique_ptr<dw::Store> create() { return take(dw::Store::open(config(), dw::Store::Mode::Create)); }
    std::unique_ptr<dw::Store> reopen(int clearance = 4) { return take(dw::Store::open(config(clearance), dw::Store::Mode::Open)); }

    static std::unique_ptr<dw::Store> take(dw::Result<std::unique_ptr<dw::Store>> result)
    {
        if (!result)
            qFatal("store: %s %s", qPrintable(result.error().reason), qPrintable(result.error().detail));
        return std::move(*result);
    }

    /// Files what was written from below, as a session does at unlock.
    dw::Result<dw::Filing> file(dw::Store &store) const
    {
        return dw::Inbox(store, [this](int level, const QByteArray &sealed, const QByteArray &purpose) {
            return dw::openBox(inboxes[size_t(level - 3)], sealed, purpose);
        }).file();
    }

    QTemporaryDir directory;
    dw::VaultId vault = dw::VaultId::create();
    std::array<dw::SecretBytes, 3> keys;
    std::array<dw::ExchangeKey, 2> inboxes {dw::ExchangeKey::generate(), dw::ExchangeKey::generate()}; ///< Of levels 3 and 4.
    dw::SigningKey signer = dw::SigningKey::generate();
    dw::Actor actor;
    dw::ManualClock clock {QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC)};
    dw::RegisterCatalogue catalogue;
};

} // namespace dwtest
