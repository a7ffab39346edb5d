#include "core/store/keysecrets.h"

#include "core/engines/crypto/random.h"
#include "core/store/bytestream.h"

#include <QUuid>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 maxEpochs = 1000;

tl::unexpected<Error> malformed()
{
    return fail(ErrorCode::Corrupt, u"vault.slots_tampered"_s, {}, u"secrets"_s);
}

} // namespace

SecretBytes LevelKeys::toBytes() const
{
    ByteWriter writer;
    writer.field(key).field(anchor).u32(static_cast<quint32>(inboxes.size()));
    for (const ExchangeKey &inbox : inboxes)
        writer.field(inbox.secret());
    return writer.secret().clone();
}

Result<LevelKeys> LevelKeys::parse(const SecretBytes &bytes)
{
    ByteReader reader(bytes.view());
    LevelKeys keys;
    keys.key = reader.secretField();
    keys.anchor = reader.secretField();
    for (quint32 n = reader.count(maxEpochs); n > 0 && reader.ok(); --n) {
        DW_ASSIGN(ExchangeKey inbox, ExchangeKey::fromSecret(reader.secretField()));
        keys.inboxes.push_back(std::move(inbox));
    }
    if (!reader.atEnd() || keys.key.size() != 32 || keys.inboxes.empty())
        return malformed();
    return keys;
}

LevelKeys LevelKeys::generate(const LevelKeys *previous)
{
    LevelKeys keys;
    keys.key = randomSecret();
    keys.inboxes.push_back(ExchangeKey::generate());
    if (previous) {
        for (const ExchangeKey &inbox : previous->inboxes)
            keys.inboxes.push_back(inbox.clone());
        keys.anchor = previous->anchor.clone();
    }
    return keys;
}

LevelKeys LevelKeys::clone() const
{
    LevelKeys keys;
    keys.key = key.clone();
    keys.anchor = anchor.clone();
    for (const ExchangeKey &inbox : inboxes)
        keys.inboxes.push_back(inbox.clone());
    return keys;
}

SecretBytes UserSecrets::toBytes() const
{
    ByteWriter writer;
    writer.raw(QUuid::fromString(vault.toString()).toRfc4122()).raw(QUuid::fromString(user.toString()).toRfc4122());
    writer.field(rootPublicKey).field(exchange.secret()).field(signing.seed()).field(sealKey);
    return writer.secret().clone();
}

Result<UserSecrets> UserSecrets::parse(const SecretBytes &bytes)
{
    ByteReader reader(bytes.view());
    UserSecrets secrets;
    secrets.vault = VaultId::fromText(QUuid::fromRfc4122(reader.raw(16)).toString());
    secrets.user = AccountId::fromText(QUuid::fromRfc4122(reader.raw(16)).toString());
    secrets.rootPublicKey = reader.field();
    const SecretBytes exchange = reader.secretField();
    const SecretBytes signing = reader.secretField();
    secrets.sealKey = reader.secretField();
    if (!reader.atEnd())
        return malformed();
    DW_ASSIGN(secrets.exchange, ExchangeKey::fromSecret(exchange));
    DW_ASSIGN(secrets.signing, SigningKey::fromSeed(signing));
    return secrets;
}

UserSecrets UserSecrets::clone() const
{
    UserSecrets copy;
    copy.vault = vault;
    copy.user = user;
    copy.rootPublicKey = rootPublicKey;
    copy.exchange = exchange.clone();
    copy.signing = signing.clone();
    copy.sealKey = sealKey.clone();
    return copy;
}

SecretBytes RootSecrets::toBytes() const
{
    ByteWriter writer;
    writer.field(signing.seed()).field(authorityKey);
    return writer.secret().clone();
}

RootSecrets RootSecrets::clone() const
{
    return {signing.clone(), authorityKey.clone()};
}

Result<RootSecrets> RootSecrets::parse(const SecretBytes &bytes)
{
    ByteReader reader(bytes.view());
    const SecretBytes seed = reader.secretField();
    RootSecrets secrets;
    secrets.authorityKey = reader.secretField();
    if (!reader.atEnd())
        return malformed();
    DW_ASSIGN(secrets.signing, SigningKey::fromSeed(seed));
    return secrets;
}

} // namespace dw
