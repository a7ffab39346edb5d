#include "core/store/vaultheader.h"

#include "core/engines/crypto/hash.h"
#include "core/engines/crypto/signing.h"
#include "core/store/bytestream.h"

#include <QUuid>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView magic("DEALVLT\0", 8);
constexpr qsizetype hashSize = 32;
// The checksum stands in the last 32 bytes and the format after the magic in every version to come: so an old
// program can tell a newer vault from a damaged one.
constexpr qsizetype bodySize = VaultHeader::copySize - 2 * hashSize;

enum class CopyState { Good, Newer, Foreign, Damaged };

CopyState readCopy(QByteArrayView copy, VaultHeader *header)
{
    const bool isOurs = copy.startsWith(magic);
    if (copy.size() != VaultHeader::copySize || !constantTimeEquals(sha256(copy.chopped(hashSize)), copy.last(hashSize)))
        return isOurs ? CopyState::Damaged : CopyState::Foreign;
    if (!isOurs)
        return CopyState::Foreign;
    ByteReader reader(copy.first(bodySize).sliced(magic.size()));
    header->format = reader.u32();
    if (header->format > VaultHeader::currentFormat)
        return CopyState::Newer;
    header->sequence = reader.u64();
    header->vault = VaultId::fromText(QUuid::fromRfc4122(reader.raw(16)).toString());
    header->salt = reader.raw(32);
    header->kdfFloor.memoryKiB = reader.u32();
    header->kdfFloor.passes = reader.u32();
    header->kdfFloor.lanes = reader.u32();
    header->rootPublicKey = reader.raw(signingPublicKeySize);
    return reader.ok() && header->format == VaultHeader::currentFormat && !header->vault.isNull() ? CopyState::Good
                                                                                                  : CopyState::Damaged;
}

} // namespace

QByteArray VaultHeader::toCopy(const SecretBytes &macKey) const
{
    ByteWriter writer;
    writer.raw(magic).u32(format).u64(sequence);
    writer.raw(QUuid::fromString(vault.toString()).toRfc4122()).raw(salt);
    writer.u32(kdfFloor.memoryKiB).u32(kdfFloor.passes).u32(kdfFloor.lanes).raw(rootPublicKey);
    QByteArray copy = writer.bytes().leftJustified(bodySize, '\0');
    copy += hmacSha256(macKey, copy);
    copy += sha256(copy);
    return copy;
}

bool VaultHeader::isSameVault(const VaultHeader &other) const
{
    return format == other.format && vault == other.vault && salt == other.salt && kdfFloor == other.kdfFloor
        && rootPublicKey == other.rootPublicKey;
}

Result<VaultHeaderFile> VaultHeaderFile::parse(const QByteArray &file)
{
    VaultHeaderFile result;
    bool isOurs = false;
    bool isFirst = true;
    for (qsizetype at = 0; at < 2 * VaultHeader::copySize; at += VaultHeader::copySize) {
        const QByteArray copy = file.mid(at, VaultHeader::copySize);
        VaultHeader header;
        const CopyState state = readCopy(copy, &header);
        if (state == CopyState::Newer)
            return fail(ErrorCode::Unsupported, u"vault.newer_version"_s, {QString::number(header.format)});
        isOurs = isOurs || state != CopyState::Foreign;
        if (state != CopyState::Good) {
            result.needsRepair = true;
            continue;
        }
        if (!isFirst && !header.isSameVault(result.header))
            return fail(ErrorCode::Corrupt, u"vault.header_tampered"_s);
        if (!isFirst && header.sequence != result.header.sequence)
            result.needsRepair = true;
        if (isFirst || header.sequence > result.header.sequence) {
            result.header = header;
            result.copies.prepend(copy);
        } else {
            result.copies.append(copy);
        }
        isFirst = false;
    }
    if (result.copies.isEmpty())
        return fail(ErrorCode::Corrupt, isOurs ? u"vault.header_damaged"_s : u"vault.not_a_vault"_s);
    if (file.size() != 2 * VaultHeader::copySize)
        result.needsRepair = true;
    return result;
}

Result<> VaultHeaderFile::verify(const SecretBytes &macKey) const
{
    for (const QByteArray &copy : copies) {
        if (constantTimeEquals(hmacSha256(macKey, copy.first(bodySize)), copy.sliced(bodySize, hashSize)))
            return {};
    }
    return fail(ErrorCode::Corrupt, u"vault.header_tampered"_s);
}

} // namespace dw
