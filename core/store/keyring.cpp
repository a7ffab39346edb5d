#include "core/store/keyring.h"

#include "core/engines/crypto/aead.h"
#include "core/engines/crypto/hash.h"
#include "core/store/bytestream.h"

#include <QUuid>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QByteArray idBytes(const QString &id)
{
    return QUuid::fromString(id).toRfc4122();
}

tl::unexpected<Error> tampered(const QString &detail)
{
    return fail(ErrorCode::Corrupt, u"vault.slots_tampered"_s, {}, detail);
}

QByteArray levelContext(const VaultId &vault, int level, QByteArrayView purpose)
{
    return contextBytes("to level", {idBytes(vault.toString()), QByteArray::number(level), purpose.toByteArray()});
}

QByteArray accountContext(const VaultId &vault, const AccountId &account, QByteArrayView purpose)
{
    return contextBytes(
        "to account", {idBytes(vault.toString()), idBytes(account.toString()), purpose.toByteArray()});
}

} // namespace

SecretBytes macKeyOf(const SecretBytes &storeKey, QByteArrayView purpose)
{
    return hkdf(storeKey, {}, contextBytes("mac", {purpose.toByteArray()}));
}

Credentials Credentials::clone() const
{
    return {accountName, passphrase.clone(), keyFile};
}

Result<SecretBytes> Keyring::slotKey(
    const VaultHeader &header, const PassphraseSlot &slot, const Credentials &credentials, const KdfLimits &limits)
{
    KdfLimits strict = limits;
    strict.floor.memoryKiB = std::max(strict.floor.memoryKiB, header.kdfFloor.memoryKiB);
    strict.floor.passes = std::max(strict.floor.passes, header.kdfFloor.passes);
    DW_ASSIGN(SecretBytes secret,
        argon2id(credentials.passphrase, kdfSaltOf(header.salt, credentials.accountName), slot.kdf, strict));
    if (slot.needsKeyFile)
        secret.append(hmacSha256(header.salt, credentials.keyFile));
    return hkdf(secret, header.salt, slot.context(header.vault));
}

SecretBytes Keyring::recoverySlotKey(const VaultHeader &header, const SecretBytes &recoveryKey)
{
    return hkdf(recoveryKey, header.salt, contextBytes("recovery", {idBytes(header.vault.toString())}));
}

Result<Keyring> Keyring::unlock(
    const VaultDirectory &directory, const Credentials &credentials, qint64 nowMs, const KdfLimits &limits)
{
    DW_ASSIGN(const VaultHeaderFile header, directory.readHeader());
    DW_ASSIGN(VaultDirectory::SlotsFile file, directory.readSlots());
    return unlock(header, std::move(file), credentials, nowMs, limits);
}

Result<Keyring> Keyring::unlock(const VaultHeaderFile &header, VaultDirectory::SlotsFile file,
    const Credentials &credentials, qint64 nowMs, const KdfLimits &limits)
{
    const PassphraseSlot *slot = file.content.slot(slotIdOf(header.header.salt, credentials.accountName));
    if (!slot)
        return fail(ErrorCode::WrongPassphrase, u"vault.wrong_passphrase"_s);
    if (slot->needsKeyFile && credentials.keyFile.isEmpty())
        return fail(ErrorCode::WrongPassphrase, u"vault.key_file_needed"_s);
    DW_ASSIGN(const SecretBytes key, slotKey(header.header, *slot, credentials, limits));
    const auto bundle = aeadOpenSecret(key, slot->sealedBundle, slot->context(header.header.vault));
    if (!bundle)
        return fail(ErrorCode::WrongPassphrase, u"vault.wrong_passphrase"_s);
    DW_ASSIGN(UserSecrets secrets, UserSecrets::parse(*bundle));
    DW_ASSIGN(Keyring keyring, open(header, std::move(file), std::move(secrets)));
    DW_TRY(keyring.checkAccount(nowMs));
    return keyring;
}

bool Keyring::needsKeyFile(const VaultDirectory &directory, const QString &accountName)
{
    const auto header = directory.readHeader();
    const auto file = directory.readSlots();
    if (!header || !file)
        return false;
    const PassphraseSlot *slot = file->content.slot(slotIdOf(header->header.salt, accountName));
    return slot && slot->needsKeyFile;
}

Result<Keyring> Keyring::unlockWithRecoveryKey(const VaultDirectory &directory, const SecretBytes &recoveryKey)
{
    DW_ASSIGN(const VaultHeaderFile header, directory.readHeader());
    DW_ASSIGN(VaultDirectory::SlotsFile file, directory.readSlots());
    const PassphraseSlot *slot = file.content.slot(recoverySlotId(header.header.salt));
    const auto wrong = [] { return fail(ErrorCode::WrongPassphrase, u"recovery.wrong_key"_s); };
    if (!slot || slot->kind != PassphraseSlot::Kind::Recovery)
        return wrong();
    const auto bundle = aeadOpenSecret(
        recoverySlotKey(header.header, recoveryKey), slot->sealedBundle, slot->context(header.header.vault));
    if (!bundle)
        return wrong();
    DW_ASSIGN(UserSecrets secrets, UserSecrets::parse(*bundle));
    return open(header, std::move(file), std::move(secrets));
}

Result<Keyring> Keyring::openCopy(const VaultDirectory &copy) const
{
    DW_ASSIGN(const VaultHeaderFile header, copy.readHeader());
    DW_ASSIGN(VaultDirectory::SlotsFile file, copy.readSlots());
    return open(header, std::move(file), m_secrets.clone());
}

Result<Keyring> Keyring::open(const VaultHeaderFile &header, VaultDirectory::SlotsFile file, UserSecrets secrets)
{
    Keyring keyring;
    keyring.m_header = header.header;
    keyring.m_slots = std::move(file.content);
    keyring.m_secrets = std::move(secrets);
    if (keyring.m_secrets.vault != header.header.vault
        || !keyring.m_slots.isOrWasRoot(header.header.rootPublicKey, keyring.m_secrets.rootPublicKey))
        return fail(ErrorCode::Corrupt, u"vault.header_tampered"_s);
    if (keyring.m_slots.vault != header.header.vault)
        return tampered(u"slots of another vault"_s);
    DW_TRY(keyring.openLevels());
    DW_TRY(header.verify(keyring.headerMacKey()));
    if (!Slots::isAuthentic(file.bytes, keyring.slotsMacKey()))
        return tampered(u"mac"_s);
    DW_TRY(keyring.m_slots.verifyRoot(header.header.rootPublicKey));
    DW_TRY(keyring.openCards());
    DW_TRY(keyring.openRoot());
    return keyring;
}

Result<> Keyring::openLevels()
{
    for (const KeyEnvelope &envelope : m_slots.envelopes) {
        if (envelope.user != m_secrets.user)
            continue;
        const LevelEntry *entry = m_slots.level(envelope.level);
        if (!entry || entry->epoch != envelope.epoch || m_levels.contains(envelope.level))
            return tampered(u"envelope of another epoch"_s);
        const auto plain = openBox(m_secrets.exchange, envelope.box, envelope.context(m_slots.vault));
        if (!plain)
            return tampered(u"envelope"_s);
        DW_ASSIGN(LevelKeys keys, LevelKeys::parse(*plain));
        if (keys.inboxes.front().publicKey() != entry->inboxKey)
            return tampered(u"inbox key"_s);
        m_levels.emplace(envelope.level, std::move(keys));
    }
    if (!m_levels.contains(2))
        return tampered(u"no store key"_s);
    return {};
}

// Cards need the store key; signatures of envelopes need the cards of their grantors.
Result<> Keyring::openCards()
{
    const SecretBytes key = macKeyOf(m_levels.at(2).key, "card");
    for (const UserEntry &entry : m_slots.users) {
        const auto plain = aeadOpen(
            key, entry.sealedCard, contextBytes("card", {idBytes(m_slots.vault.toString()), idBytes(entry.id.toString())}));
        if (!plain || sha256(*plain) != entry.cardHash)
            return tampered(u"account card"_s);
        DW_ASSIGN(AccountCard parsed, AccountCard::parse(*plain));
        if (parsed.id != entry.id || m_cards.contains(entry.id))
            return tampered(u"account card of another"_s);
        m_cards.emplace(entry.id, std::move(parsed));
    }
    for (const KeyEnvelope &envelope : m_slots.envelopes) {
        const AccountCard *grantor = card(envelope.grantor);
        const QByteArray message = envelope.signedBytes(m_slots.vault);
        bool isSigned = grantor && verifySignature(grantor->signingKey, message, envelope.signature);
        for (qsizetype i = 0; grantor && !isSigned && i < grantor->formerSigningKeys.size(); ++i)
            isSigned = verifySignature(grantor->formerSigningKeys.at(i), message, envelope.signature);
        if (!isSigned)
            return tampered(u"envelope signature"_s);
    }
    const AccountCard *mine = card(m_secrets.user);
    if (!mine || mine->exchangeKey != m_secrets.exchange.publicKey() || mine->signingKey != m_secrets.signing.publicKey())
        return tampered(u"own keys"_s);
    for (int level = 2; level <= mine->clearance; ++level) {
        if (!m_levels.contains(level))
            return tampered(u"clearance without its keys"_s);
    }
    return {};
}

Result<> Keyring::openRoot()
{
    for (const RootEnvelope &envelope : m_slots.roots) {
        if (envelope.user != m_secrets.user)
            continue;
        const auto plain = openBox(m_secrets.exchange, envelope.box, envelope.context(m_slots.vault));
        if (!plain)
            return tampered(u"root envelope"_s);
        DW_ASSIGN(RootSecrets secrets, RootSecrets::parse(*plain));
        if (secrets.signing.publicKey() != m_slots.presentRoot(m_header.rootPublicKey))
            return tampered(u"root key"_s);
        m_root.emplace(std::move(secrets));
    }
    return {};
}

Result<> Keyring::checkAccount(qint64 nowMs) const
{
    if (own().status != AccountCard::Status::Active)
        return fail(ErrorCode::NotPermitted, u"account.revoked"_s, {own().name});
    if (!own().isActive(nowMs))
        return fail(ErrorCode::NotPermitted, u"account.expired"_s, {own().name});
    return {};
}

SecretBytes Keyring::levelKey(int wanted) const
{
    const LevelKeys *keys = level(wanted);
    return keys ? keys->key.clone() : SecretBytes();
}

const LevelKeys *Keyring::level(int wanted) const
{
    const auto found = m_levels.find(std::max(wanted, 2));
    return found == m_levels.end() ? nullptr : &found->second;
}

const AccountCard *Keyring::card(const AccountId &id) const
{
    const auto found = m_cards.find(id);
    return found == m_cards.end() ? nullptr : &found->second;
}

const AccountCard *Keyring::cardByName(const QString &name) const
{
    const QString wanted = normalisedAccountName(name);
    const AccountCard *result = nullptr;
    for (const auto &[id, candidate] : m_cards) {
        if (normalisedAccountName(candidate.name) != wanted)
            continue;
        if (!result || candidate.status == AccountCard::Status::Active)
            result = &candidate;
    }
    return result;
}

QByteArray Keyring::signingKeysOf(const AccountId &id) const
{
    const AccountCard *found = card(id);
    return found ? found->signingKeys() : QByteArray();
}

Result<QByteArray> Keyring::sealToLevel(int wanted, QByteArrayView plain, QByteArrayView purpose) const
{
    const LevelEntry *entry = m_slots.level(wanted);
    if (!entry)
        return fail(ErrorCode::Internal, u"level.unknown"_s);
    return sealBox(entry->inboxKey, plain, levelContext(m_slots.vault, wanted, purpose));
}

Result<SecretBytes> Keyring::openFromLevel(int wanted, QByteArrayView box, QByteArrayView purpose) const
{
    const LevelKeys *keys = level(wanted);
    if (!keys)
        return fail(ErrorCode::NotPermitted, u"level.not_cleared"_s, {QString::number(wanted)});
    for (const ExchangeKey &inbox : keys->inboxes) {
        if (auto plain = openBox(inbox, box, levelContext(m_slots.vault, wanted, purpose)))
            return plain;
    }
    return fail(ErrorCode::Corrupt, u"crypto.not_authentic"_s);
}

Result<QByteArray> Keyring::sealToAccount(
    const AccountId &account, QByteArrayView plain, QByteArrayView purpose) const
{
    const AccountCard *receiver = card(account);
    if (!receiver || receiver->status != AccountCard::Status::Active)
        return fail(ErrorCode::NotFound, u"account.missing"_s);
    return sealBox(receiver->exchangeKey, plain, accountContext(m_slots.vault, account, purpose));
}

Result<SecretBytes> Keyring::openOwn(QByteArrayView box, QByteArrayView purpose) const
{
    return openBox(m_secrets.exchange, box, accountContext(m_slots.vault, m_secrets.user, purpose));
}

SecretBytes Keyring::headerMacKey() const
{
    return macKeyOf(m_levels.at(2).key, "header");
}

SecretBytes Keyring::slotsMacKey() const
{
    return macKeyOf(m_levels.at(2).key, "slots");
}

SecretBytes Keyring::anchorKey(QByteArrayView purpose) const
{
    return macKeyOf(m_levels.at(2).anchor, purpose);
}

} // namespace dw
