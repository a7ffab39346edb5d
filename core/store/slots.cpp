#include "core/store/slots.h"

#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/signing.h"
#include "core/store/accountcard.h"
#include "core/store/bytestream.h"

#include <QUuid>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView magic("DEALSLT\0", 8);
constexpr qsizetype hashSize = 32;
constexpr quint32 maxUsers = 1000;

template <typename IdType>
QByteArray idBytes(const IdType &id)
{
    return QUuid::fromString(id.toString()).toRfc4122();
}

AccountId readAccount(ByteReader &reader)
{
    return AccountId::fromText(QUuid::fromRfc4122(reader.raw(16)).toString());
}

QByteArray number(quint64 value)
{
    return ByteWriter().u64(value).bytes();
}

void writeKdf(ByteWriter &writer, const KdfParams &kdf)
{
    writer.u32(kdf.memoryKiB).u32(kdf.passes).u32(kdf.lanes);
}

KdfParams readKdf(ByteReader &reader)
{
    KdfParams kdf;
    kdf.memoryKiB = reader.u32();
    kdf.passes = reader.u32();
    kdf.lanes = reader.u32();
    return kdf;
}

void readBody(ByteReader &reader, quint32 format, Slots &result)
{
    result.authority = reader.field();
    result.authoritySignature = reader.field();
    for (quint32 n = reader.count(8); n > 0 && reader.ok(); --n) {
        const int level = reader.u8();
        const quint32 epoch = reader.u32();
        const QByteArray inbox = reader.field();
        result.levels.append({level, epoch, inbox, reader.field()});
    }
    for (quint32 n = reader.count(maxUsers); n > 0 && reader.ok(); --n) {
        const AccountId id = readAccount(reader);
        const QByteArray hash = reader.field();
        const QByteArray card = reader.field();
        result.users.append({id, hash, card, reader.field()});
    }
    for (quint32 n = reader.count(maxUsers); n > 0 && reader.ok(); --n) {
        PassphraseSlot slot;
        slot.id = reader.field();
        slot.kind = static_cast<PassphraseSlot::Kind>(reader.u8());
        slot.needsKeyFile = reader.u8() != 0;
        slot.kdf = readKdf(reader);
        slot.sealedBundle = reader.field();
        result.slotList.append(slot);
    }
    for (quint32 n = reader.count(4 * maxUsers); n > 0 && reader.ok(); --n) {
        KeyEnvelope envelope;
        envelope.level = reader.u8();
        envelope.epoch = reader.u32();
        envelope.user = readAccount(reader);
        envelope.grantor = readAccount(reader);
        envelope.box = reader.field();
        envelope.signature = reader.field();
        result.envelopes.append(envelope);
    }
    for (quint32 n = reader.count(maxUsers); n > 0 && reader.ok(); --n) {
        const AccountId user = readAccount(reader);
        result.roots.append({user, reader.field()});
    }
    for (quint32 n = format >= 2 ? reader.count(maxUsers) : 0; n > 0 && reader.ok(); --n) {
        const QByteArray root = reader.field();
        result.successions.append({root, reader.field()});
    }
}

void writeBody(ByteWriter &writer, const Slots &value)
{
    writer.field(value.authority).field(value.authoritySignature);
    writer.u32(static_cast<quint32>(value.levels.size()));
    for (const LevelEntry &level : value.levels)
        writer.u8(static_cast<quint8>(level.level)).u32(level.epoch).field(level.inboxKey).field(level.signature);
    writer.u32(static_cast<quint32>(value.users.size()));
    for (const UserEntry &user : value.users)
        writer.raw(idBytes(user.id)).field(user.cardHash).field(user.sealedCard).field(user.signature);
    writer.u32(static_cast<quint32>(value.slotList.size()));
    for (const PassphraseSlot &slot : value.slotList) {
        writer.field(slot.id).u8(static_cast<quint8>(slot.kind)).u8(slot.needsKeyFile ? 1 : 0);
        writeKdf(writer, slot.kdf);
        writer.field(slot.sealedBundle);
    }
    writer.u32(static_cast<quint32>(value.envelopes.size()));
    for (const KeyEnvelope &envelope : value.envelopes) {
        writer.u8(static_cast<quint8>(envelope.level)).u32(envelope.epoch);
        writer.raw(idBytes(envelope.user)).raw(idBytes(envelope.grantor));
        writer.field(envelope.box).field(envelope.signature);
    }
    writer.u32(static_cast<quint32>(value.roots.size()));
    for (const RootEnvelope &root : value.roots)
        writer.raw(idBytes(root.user)).field(root.box);
    writer.u32(static_cast<quint32>(value.successions.size()));
    for (const RootSuccession &succession : value.successions)
        writer.field(succession.rootPublicKey).field(succession.signature);
}

} // namespace

QByteArray LevelEntry::signedBytes(const VaultId &vault) const
{
    return contextBytes("level", {idBytes(vault), number(quint64(level)), number(epoch), inboxKey});
}

QByteArray UserEntry::signedBytes(const VaultId &vault) const
{
    return contextBytes("user", {idBytes(vault), idBytes(id), cardHash});
}

QByteArray PassphraseSlot::context(const VaultId &vault) const
{
    ByteWriter params;
    writeKdf(params, kdf);
    return contextBytes(
        "slot", {idBytes(vault), id, number(quint64(kind)), number(needsKeyFile ? 1 : 0), params.bytes()});
}

QByteArray KeyEnvelope::context(const VaultId &vault) const
{
    return contextBytes(
        "envelope", {idBytes(vault), number(quint64(level)), number(epoch), idBytes(user), idBytes(grantor)});
}

QByteArray KeyEnvelope::signedBytes(const VaultId &vault) const
{
    return context(vault) + sha256(box);
}

QByteArray RootEnvelope::context(const VaultId &vault) const
{
    return contextBytes("root", {idBytes(vault), idBytes(user)});
}

QByteArray Slots::authoritySignedBytes() const
{
    return contextBytes("authority", {idBytes(vault), sha256(authority)});
}

QByteArray Slots::toBytes(const SecretBytes &macKey) const
{
    ByteWriter writer;
    writer.raw(magic).u32(currentFormat).raw(idBytes(vault)).u64(sequence);
    writeBody(writer, *this);
    QByteArray file = writer.bytes();
    file += hmacSha256(macKey, file);
    file += sha256(file);
    return file;
}

Result<Slots> Slots::parse(const QByteArray &file)
{
    const auto damaged = [] { return fail(ErrorCode::Corrupt, u"vault.slots_damaged"_s); };
    if (file.size() < magic.size() + 2 * hashSize || !file.startsWith(magic)
        || !constantTimeEquals(sha256(QByteArrayView(file).chopped(hashSize)), QByteArrayView(file).last(hashSize)))
        return damaged();
    ByteReader reader(QByteArrayView(file).chopped(2 * hashSize).sliced(magic.size()));
    const quint32 format = reader.u32();
    if (format > currentFormat)
        return fail(ErrorCode::Unsupported, u"vault.newer_version"_s, {QString::number(format)});
    Slots result;
    result.vault = VaultId::fromText(QUuid::fromRfc4122(reader.raw(16)).toString());
    result.sequence = reader.u64();
    readBody(reader, format, result);
    if (!reader.atEnd())
        return damaged();
    return result;
}

bool Slots::isAuthentic(const QByteArray &file, const SecretBytes &macKey)
{
    const QByteArrayView body = QByteArrayView(file).chopped(2 * hashSize);
    return constantTimeEquals(hmacSha256(macKey, body), QByteArrayView(file).sliced(body.size(), hashSize));
}

const LevelEntry *Slots::level(int wanted) const
{
    const auto found = std::find_if(levels.begin(), levels.end(), [&](const LevelEntry &e) { return e.level == wanted; });
    return found == levels.end() ? nullptr : &*found;
}

const UserEntry *Slots::user(const AccountId &id) const
{
    const auto found = std::find_if(users.begin(), users.end(), [&](const UserEntry &e) { return e.id == id; });
    return found == users.end() ? nullptr : &*found;
}

const PassphraseSlot *Slots::slot(const QByteArray &id) const
{
    const auto found
        = std::find_if(slotList.begin(), slotList.end(), [&](const PassphraseSlot &s) { return s.id == id; });
    return found == slotList.end() ? nullptr : &*found;
}

QByteArray RootSuccession::signedBytes(const VaultId &vault, const QByteArray &former) const
{
    return contextBytes("root succession", {idBytes(vault), former, rootPublicKey});
}

QByteArray Slots::presentRoot(const QByteArray &firstRoot) const
{
    return successions.isEmpty() ? firstRoot : successions.last().rootPublicKey;
}

bool Slots::isOrWasRoot(const QByteArray &firstRoot, const QByteArray &key) const
{
    return key == firstRoot
        || std::any_of(successions.begin(), successions.end(), [&](const RootSuccession &one) { return one.rootPublicKey == key; });
}

Result<> Slots::verifyRoot(const QByteArray &firstRoot) const
{
    QByteArray rootPublicKey = firstRoot;
    bool isGood = true;
    for (const RootSuccession &succession : successions) {
        isGood = isGood && verifySignature(rootPublicKey, succession.signedBytes(vault, rootPublicKey), succession.signature);
        rootPublicKey = succession.rootPublicKey;
    }
    isGood = isGood && (authority.isEmpty() || verifySignature(rootPublicKey, authoritySignedBytes(), authoritySignature));
    for (const LevelEntry &entry : levels)
        isGood = isGood && verifySignature(rootPublicKey, entry.signedBytes(vault), entry.signature);
    for (const UserEntry &entry : users)
        isGood = isGood && verifySignature(rootPublicKey, entry.signedBytes(vault), entry.signature);
    if (!isGood)
        return fail(ErrorCode::Corrupt, u"vault.slots_tampered"_s);
    return {};
}

void Slots::removeAccess(const AccountId &id)
{
    envelopes.removeIf([&](const KeyEnvelope &envelope) { return envelope.user == id; });
    roots.removeIf([&](const RootEnvelope &root) { return root.user == id; });
}

QByteArray slotIdOf(const QByteArray &vaultSalt, const QString &accountName)
{
    return hmacSha256(vaultSalt, contextBytes("slot id", {normalisedAccountName(accountName).toUtf8()})).first(16);
}

QByteArray kdfSaltOf(const QByteArray &vaultSalt, const QString &accountName)
{
    return hmacSha256(vaultSalt, contextBytes("slot salt", {normalisedAccountName(accountName).toUtf8()}));
}

QByteArray recoverySlotId(const QByteArray &vaultSalt)
{
    return hmacSha256(vaultSalt, contextBytes("recovery slot", {})).first(16);
}

} // namespace dw
