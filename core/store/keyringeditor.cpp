#include "core/store/keyringeditor.h"

#include "core/engines/crypto/aead.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/random.h"
#include "core/engines/crypto/x509.h"
#include "core/store/bytestream.h"

#include <QUuid>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

QByteArray idBytes(const QString &id)
{
    return QUuid::fromString(id).toRfc4122();
}

// A deal and its archive rarely outlive ten years; whoever checks a seal later compares the fingerprint.
Validity certificateValidity(qint64 nowMs)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC);
    return {now.addDays(-1), now.addYears(10)};
}

} // namespace

KeyringEditor::KeyringEditor(const Keyring &keyring, const KdfLimits &limits, qint64 nowMs)
    : m_keyring(keyring)
    , m_limits(limits)
    , m_now(nowMs)
    , m_slots(keyring.m_slots)
    , m_cards(keyring.m_cards)
    , m_secrets(keyring.m_secrets.clone())
{
    for (const auto &[level, keys] : keyring.m_levels)
        m_levels.emplace(level, keys.clone());
    if (keyring.m_root)
        m_root.emplace(keyring.m_root->clone());
    m_secrets.rootPublicKey = m_slots.presentRoot(keyring.m_header.rootPublicKey);
}

Result<KeyringEditor::Finished> KeyringEditor::createVault(
    const NewVault &wanted, const KdfLimits &limits, qint64 nowMs)
{
    Keyring base;
    RootSecrets root {SigningKey::generate(), SecretBytes()};
    const SealKey authority = SealKey::generate();
    root.authorityKey = authority.toPkcs8();
    base.m_header.vault = wanted.vault;
    base.m_header.salt = randomBytes(32);
    base.m_header.kdfFloor = limits.floor;
    base.m_header.rootPublicKey = root.signing.publicKey();
    base.m_slots.vault = wanted.vault;
    DW_ASSIGN(base.m_slots.authority,
        makeAuthority(authority, {u"Dealward vault authority"_s, wanted.codeName}, certificateValidity(nowMs)));
    base.m_slots.authoritySignature = root.signing.sign(base.m_slots.authoritySignedBytes());
    base.m_root.emplace(std::move(root));

    AccountCard owner;
    owner.id = AccountId::create();
    owner.name = wanted.owner.accountName.simplified();
    owner.role = Role::Owner;
    owner.clearance = 4;
    AccountCard recovery = owner;
    recovery.id = AccountId::create();
    recovery.name = roleId(Role::Recovery);
    recovery.role = Role::Recovery;

    base.m_secrets.vault = wanted.vault; // issueKeys() takes vault and root from here
    base.m_secrets.rootPublicKey = base.m_header.rootPublicKey;
    KeyringEditor editor(base, limits, nowMs);
    DW_ASSIGN(base.m_secrets, editor.issueKeys(owner));
    editor.m_secrets = base.m_secrets.clone();
    DW_ASSIGN(const UserSecrets recoverySecrets, editor.issueKeys(recovery));
    base.m_cards.emplace(owner.id, owner);
    editor.m_cards = base.m_cards;
    for (int level = 2; level <= 4; ++level) {
        LevelKeys keys = LevelKeys::generate(nullptr);
        if (level == 2)
            keys.anchor = randomSecret();
        LevelEntry entry {level, 1, keys.inboxes.front().publicKey(), {}};
        entry.signature = base.m_root->signing.sign(entry.signedBytes(wanted.vault));
        editor.m_slots.levels.append(entry);
        editor.m_levels.emplace(level, std::move(keys));
    }
    DW_TRY(editor.placeUser(owner));
    DW_TRY(editor.placeUser(recovery));
    DW_TRY(editor.placeSlot(base.m_secrets, wanted.owner, wanted.kdf));
    DW_TRY(editor.placeRecoverySlot(recoverySecrets, wanted.recoveryKey));
    return editor.finish(&wanted.owner);
}

Result<> KeyringEditor::needRoot() const
{
    if (!m_root)
        return fail(ErrorCode::NotPermitted, u"account.owner_only"_s);
    return {};
}

Result<AccountId> KeyringEditor::addUser(AccountCard card, const Credentials &credentials, const KdfParams &kdf)
{
    DW_TRY(needRoot());
    card.name = credentials.accountName.simplified();
    if (m_keyring.cardByName(card.name)) // also of a revoked one: the trail must not show two under one name
        return fail(ErrorCode::Conflict, u"account.name_taken"_s, {card.name});
    if (card.name.isEmpty() || card.role == Role::Recovery || card.clearance < 2 || card.clearance > 4)
        return fail(ErrorCode::InvalidInput, u"account.invalid"_s, {card.name});
    card.id = AccountId::create();
    card.status = AccountCard::Status::Active;
    DW_ASSIGN(const UserSecrets secrets, issueKeys(card));
    DW_TRY(placeUser(card));
    DW_TRY(placeSlot(secrets, credentials, kdf));
    return card.id;
}

Result<> KeyringEditor::changeUser(const AccountCard &wanted)
{
    DW_TRY(needRoot());
    const auto found = m_cards.find(wanted.id);
    if (found == m_cards.end() || found->second.status != AccountCard::Status::Active)
        return fail(ErrorCode::NotFound, u"account.missing"_s);
    AccountCard card = found->second;
    const int before = card.clearance;
    const bool wasRootHolder = card.isRootHolder();
    if ((card.role == Role::Recovery) != (wanted.role == Role::Recovery) || wanted.clearance < 2 || wanted.clearance > 4)
        return fail(ErrorCode::InvalidInput, u"account.invalid"_s, {card.name});
    card.role = wanted.role;
    card.clearance = wanted.clearance;
    card.validUntil = wanted.validUntil;
    card.person = wanted.person;
    m_slots.removeAccess(card.id);
    DW_TRY(placeUser(card));
    if (card.clearance < before)
        DW_TRY(rotateLevels(card.clearance + 1));
    return wasRootHolder && !card.isRootHolder() ? replaceRoot() : Result<>();
}

Result<> KeyringEditor::revokeUser(const AccountId &user)
{
    DW_TRY(needRoot());
    const auto found = m_cards.find(user);
    if (found == m_cards.end() || found->second.status != AccountCard::Status::Active)
        return fail(ErrorCode::NotFound, u"account.missing"_s);
    if (found->second.role == Role::Recovery || user == m_keyring.own().id)
        return fail(ErrorCode::NotPermitted, u"account.cannot_revoke"_s, {found->second.name});
    AccountCard card = found->second;
    const bool heldRoot = card.isRootHolder();
    card.status = AccountCard::Status::Revoked;
    dropSlot(card.name);
    m_slots.removeAccess(user);
    DW_TRY(sealCard(card));
    DW_TRY(rotateLevels(2, card.clearance));
    // Who held the root key could go on speaking for the vault.
    return heldRoot ? replaceRoot() : Result<>();
}

Result<> KeyringEditor::replaceRoot()
{
    DW_TRY(needRoot());
    RootSecrets fresh {SigningKey::generate(), SecretBytes()};
    const SealKey authority = SealKey::generate();
    fresh.authorityKey = authority.toPkcs8();
    DW_ASSIGN(const CertificateInfo former, readCertificate(m_slots.authority));
    DW_ASSIGN(m_slots.authority, makeAuthority(authority, {former.commonName, former.organisation}, certificateValidity(m_now)));
    RootSuccession succession {fresh.signing.publicKey(), {}};
    succession.signature = m_root->signing.sign(succession.signedBytes(m_slots.vault, m_root->signing.publicKey()));
    m_slots.successions.append(succession);
    m_root.emplace(std::move(fresh));
    m_secrets.rootPublicKey = succession.rootPublicKey;
    m_slots.authoritySignature = m_root->signing.sign(m_slots.authoritySignedBytes());
    for (LevelEntry &entry : m_slots.levels)
        entry.signature = m_root->signing.sign(entry.signedBytes(m_slots.vault));
    m_slots.roots.clear();
    const auto cards = m_cards;
    for (const auto &[id, present] : cards) {
        AccountCard card = present;
        if (card.status == AccountCard::Status::Active) {
            DW_ASSIGN(const CertificateInfo own, readCertificate(card.certificate));
            DW_ASSIGN(card.certificate, issueCertificate(authority, m_slots.authority, own.publicKey, {own.commonName, own.organisation}, certificateValidity(m_now)));
        }
        DW_TRY(sealCard(card));
        DW_TRY(giveRoot(card));
    }
    return {};
}

Result<> KeyringEditor::pinRoot(const Credentials &credentials)
{
    const PassphraseSlot *slot = m_slots.slot(slotIdOf(m_keyring.m_header.salt, credentials.accountName));
    if (!slot)
        return fail(ErrorCode::NotFound, u"account.missing"_s);
    const KdfParams kdf = slot->kdf;
    // The slot says whether the account needs its key file; one that was offered needlessly is not to be needed now.
    Credentials own = credentials.clone();
    own.accountName = m_keyring.own().name;
    if (!slot->needsKeyFile)
        own.keyFile.clear();
    return placeSlot(m_secrets, own, kdf);
}

Result<> KeyringEditor::pinRoot(const SecretBytes &recoveryKey)
{
    return placeRecoverySlot(m_secrets, recoveryKey);
}

Result<> KeyringEditor::reissueUser(const AccountId &user, const Credentials &credentials, const KdfParams &kdf)
{
    DW_TRY(needRoot());
    const auto found = m_cards.find(user);
    if (found == m_cards.end() || found->second.status != AccountCard::Status::Active
        || found->second.role == Role::Recovery)
        return fail(ErrorCode::NotFound, u"account.missing"_s);
    AccountCard card = found->second;
    card.formerSigningKeys.prepend(card.signingKey);
    DW_ASSIGN(const UserSecrets secrets, issueKeys(card));
    if (user == m_secrets.user)
        m_secrets = secrets.clone();
    m_slots.removeAccess(user);
    DW_TRY(placeUser(card));
    const Credentials own {card.name, credentials.passphrase.clone(), credentials.keyFile};
    dropSlot(card.name);
    return placeSlot(secrets, own, kdf);
}

Result<> KeyringEditor::changeOwnPassphrase(const Credentials &credentials, const KdfParams &kdf)
{
    const Credentials own {m_keyring.own().name, credentials.passphrase.clone(), credentials.keyFile};
    dropSlot(own.accountName);
    return placeSlot(m_secrets, own, kdf);
}

// The recovery slot's own keys cannot be read without the old recovery key: it gets new ones.
Result<> KeyringEditor::replaceRecoveryKey(const SecretBytes &recoveryKey)
{
    DW_TRY(needRoot());
    for (const auto &[id, present] : m_keyring.cards()) {
        if (present.role != Role::Recovery)
            continue;
        AccountCard card = present;
        card.formerSigningKeys.prepend(card.signingKey);
        DW_ASSIGN(const UserSecrets secrets, issueKeys(card));
        if (id == m_secrets.user)
            m_secrets = secrets.clone();
        m_slots.removeAccess(id);
        DW_TRY(placeUser(card));
        return placeRecoverySlot(secrets, recoveryKey);
    }
    return fail(ErrorCode::NotFound, u"account.missing"_s);
}

Result<> KeyringEditor::rotateLevels(int lowest, int highest)
{
    DW_TRY(needRoot());
    for (LevelEntry &entry : m_slots.levels) {
        if (entry.level < lowest || entry.level > highest)
            continue;
        const auto present = m_levels.find(entry.level);
        if (present == m_levels.end())
            return fail(ErrorCode::NotPermitted, u"account.grantor_not_cleared"_s, {QString::number(entry.level)});
        LevelKeys fresh = LevelKeys::generate(&present->second);
        present->second = std::move(fresh);
        ++entry.epoch;
        entry.inboxKey = present->second.inboxes.front().publicKey();
        entry.signature = m_root->signing.sign(entry.signedBytes(m_slots.vault));
        m_rotated.insert(entry.level);
        m_slots.envelopes.removeIf([&](const KeyEnvelope &envelope) { return envelope.level == entry.level; });
        for (const auto &[id, card] : m_cards) {
            if (card.status == AccountCard::Status::Active && card.clearance >= entry.level)
                DW_TRY(grant(entry.level, card));
        }
    }
    if (m_rotated.contains(2)) {
        const auto cards = m_cards;
        for (const auto &[id, card] : cards)
            DW_TRY(sealCard(card));
    }
    return {};
}

Result<UserSecrets> KeyringEditor::issueKeys(AccountCard &card) const
{
    UserSecrets secrets;
    secrets.vault = m_secrets.vault;
    secrets.rootPublicKey = m_secrets.rootPublicKey;
    secrets.user = card.id;
    secrets.exchange = ExchangeKey::generate();
    secrets.signing = SigningKey::generate();
    const SealKey seal = SealKey::generate();
    secrets.sealKey = seal.toPkcs8();
    DW_ASSIGN(const SealKey authority, SealKey::fromPkcs8(m_root->authorityKey));
    DW_ASSIGN(const CertificateInfo issuer, readCertificate(m_slots.authority));
    card.exchangeKey = secrets.exchange.publicKey();
    card.signingKey = secrets.signing.publicKey();
    DW_ASSIGN(card.certificate,
        issueCertificate(authority, m_slots.authority, seal.publicKey(), {card.name, issuer.organisation},
            certificateValidity(m_now)));
    return secrets;
}

Result<> KeyringEditor::placeUser(const AccountCard &card)
{
    DW_TRY(sealCard(card));
    for (int level = 2; level <= card.clearance; ++level)
        DW_TRY(grant(level, card));
    return giveRoot(card);
}

Result<> KeyringEditor::giveRoot(const AccountCard &card)
{
    if (!card.isRootHolder() || card.status != AccountCard::Status::Active)
        return {};
    RootEnvelope envelope {card.id, {}};
    DW_ASSIGN(envelope.box, sealBox(card.exchangeKey, m_root->toBytes().view(), envelope.context(m_slots.vault)));
    m_slots.roots.append(envelope);
    return {};
}

Result<> KeyringEditor::sealCard(const AccountCard &changed)
{
    AccountCard card = changed;
    card.blind = randomBytes(16);
    const auto present = m_keyring.m_cards.find(card.id);
    card.serial = present == m_keyring.m_cards.end() ? 1 : present->second.serial + 1;
    const QByteArray plain = card.toBytes();
    UserEntry entry {card.id, sha256(plain), {}, {}};
    DW_ASSIGN(entry.sealedCard,
        aeadSeal(macKeyOf(m_levels.at(2).key, "card"), plain,
            contextBytes("card", {idBytes(m_slots.vault.toString()), idBytes(card.id.toString())})));
    entry.signature = m_root->signing.sign(entry.signedBytes(m_slots.vault));
    m_slots.users.removeIf([&](const UserEntry &other) { return other.id == card.id; });
    m_slots.users.append(entry);
    m_cards.insert_or_assign(card.id, card);
    return {};
}

Result<> KeyringEditor::grant(int level, const AccountCard &receiver)
{
    const auto keys = m_levels.find(level);
    const LevelEntry *entry = m_slots.level(level);
    if (keys == m_levels.end() || !entry)
        return fail(ErrorCode::NotPermitted, u"account.grantor_not_cleared"_s, {QString::number(level)});
    KeyEnvelope envelope {level, entry->epoch, receiver.id, m_secrets.user, {}, {}};
    DW_ASSIGN(envelope.box,
        sealBox(receiver.exchangeKey, keys->second.toBytes().view(), envelope.context(m_slots.vault)));
    envelope.signature = m_secrets.signing.sign(envelope.signedBytes(m_slots.vault));
    m_slots.envelopes.append(envelope);
    return {};
}

Result<> KeyringEditor::placeSlot(const UserSecrets &secrets, const Credentials &credentials, const KdfParams &kdf)
{
    PassphraseSlot slot;
    slot.id = slotIdOf(m_keyring.m_header.salt, credentials.accountName);
    slot.needsKeyFile = !credentials.keyFile.isEmpty();
    slot.kdf = kdf;
    DW_ASSIGN(const SecretBytes key, Keyring::slotKey(m_keyring.m_header, slot, credentials, m_limits));
    DW_ASSIGN(slot.sealedBundle, aeadSeal(key, secrets.toBytes().view(), slot.context(m_slots.vault)));
    m_slots.slotList.removeIf([&](const PassphraseSlot &other) { return other.id == slot.id; });
    m_slots.slotList.append(slot);
    return {};
}

Result<> KeyringEditor::placeRecoverySlot(const UserSecrets &secrets, const SecretBytes &recoveryKey)
{
    PassphraseSlot slot;
    slot.id = recoverySlotId(m_keyring.m_header.salt);
    slot.kind = PassphraseSlot::Kind::Recovery;
    slot.kdf = {};
    DW_ASSIGN(slot.sealedBundle,
        aeadSeal(Keyring::recoverySlotKey(m_keyring.m_header, recoveryKey), secrets.toBytes().view(),
            slot.context(m_slots.vault)));
    m_slots.slotList.removeIf([&](const PassphraseSlot &other) { return other.id == slot.id; });
    m_slots.slotList.append(slot);
    return {};
}

void KeyringEditor::dropSlot(const QString &accountName)
{
    const QByteArray id = slotIdOf(m_keyring.m_header.salt, accountName);
    m_slots.slotList.removeIf([&](const PassphraseSlot &slot) { return slot.id == id; });
}

Result<KeyringEditor::Finished> KeyringEditor::finish(const Credentials *check)
{
    const SecretBytes &storeKey = m_levels.at(2).key;
    VaultHeader header = m_keyring.m_header;
    if (m_rotated.contains(2))
        ++header.sequence;
    ++m_slots.sequence;
    const QByteArray bytes = m_slots.toBytes(macKeyOf(storeKey, "slots"));
    const QByteArray copy = header.toCopy(macKeyOf(storeKey, "header"));
    DW_ASSIGN(const VaultHeaderFile headerFile, VaultHeaderFile::parse(copy + copy));
    DW_ASSIGN(Slots content, Slots::parse(bytes));
    if (check) {
        const PassphraseSlot *slot = content.slot(slotIdOf(header.salt, check->accountName));
        if (!slot)
            return fail(ErrorCode::Internal, u"vault.slot_unverified"_s);
        DW_ASSIGN(const SecretBytes key, Keyring::slotKey(header, *slot, *check, m_limits));
        DW_TRY(aeadOpenSecret(key, slot->sealedBundle, slot->context(header.vault)));
    }
    DW_ASSIGN(Keyring keyring, Keyring::open(headerFile, {std::move(content), bytes}, m_secrets.clone()));
    return Finished {std::move(keyring), !m_rotated.isEmpty()};
}

} // namespace dw
