#include "core/desk/backup/backupmanifest.h"

#include "core/base/canonicaljson.h"
#include "core/engines/crypto/aead.h"
#include "core/engines/crypto/signing.h"
#include "core/store/bytestream.h"
#include "core/store/keyring.h"
#include "core/store/vaultfile.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <numeric>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 manifestLimit = 256 * 1024 * 1024;

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray fromHex(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

// A manifest names what is copied on restore: nothing outside the vault, nothing unknown.
bool isVaultFile(const QString &path)
{
    static const QStringList names {u"header.bin"_s, u"slots.bin"_s, u"slots.copy"_s, u"store.db"_s, u"level3.db"_s,
        u"level4.db"_s, u"level3.db-wal"_s, u"level4.db-wal"_s};
    if (names.contains(path))
        return true;
    const QStringList parts = path.split(u'/');
    return parts.size() == 3 && parts.at(0) == "blobs"_L1 && parts.at(1).size() == 2
        && !BlobId::fromText(parts.at(2)).isNull() && parts.at(2) == BlobId::fromText(parts.at(2)).toString()
        && parts.at(2).endsWith(parts.at(1));
}

QByteArray sealContext(const VaultId &vault, qint64 madeAt)
{
    return contextBytes("backup counts", {vault.toString().toLatin1(), QByteArray::number(madeAt)});
}

} // namespace

qint64 BackupManifest::totalSize() const
{
    return std::accumulate(
        files.begin(), files.end(), qint64(0), [](qint64 sum, const File &file) { return sum + file.size; });
}

QJsonObject BackupManifest::toJson(bool withSignature) const
{
    QJsonArray list;
    for (const File &file : files)
        list.append(QJsonObject {{u"path"_s, file.path}, {u"size"_s, file.size}, {u"sha256"_s, hex(file.sha256)}});
    QJsonObject json {{u"format"_s, format}, {u"vault"_s, vault.toString()}, {u"made_at"_s, madeAt},
        {u"device"_s, device}, {u"program"_s, program}, {u"files"_s, list}, {u"signer"_s, signer.toString()},
        {u"slots_sequence"_s, slotsSequence}, {u"sealed_counts"_s, hex(sealedCounts)},
        {u"head"_s,
            QJsonObject {{u"seq"_s, head.seq}, {u"hash"_s, hex(head.hash)}, {u"merkle_root"_s, hex(head.merkleRoot)},
                {u"at"_s, head.at}}}};
    if (withSignature)
        json.insert(u"signature"_s, hex(signature));
    return json;
}

Result<QByteArray> BackupManifest::finish(const Keyring &keyring)
{
    DW_ASSIGN(sealedCounts, aeadSeal(keyring.anchorKey("backup"), canonicalJson(counts), sealContext(vault, madeAt)));
    signer = keyring.own().id;
    signature = keyring.secrets().signing.sign(canonicalJson(toJson(false)));
    return canonicalJson(toJson(true));
}

Result<BackupManifest> BackupManifest::parse(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto malformed = [] { return fail(ErrorCode::Corrupt, u"backup.malformed"_s); };
    BackupManifest manifest;
    manifest.format = json[u"format"_s].toInt();
    if (manifest.format > currentFormat)
        return fail(ErrorCode::Unsupported, u"backup.newer_version"_s, {QString::number(manifest.format)});
    manifest.vault = VaultId::fromText(json[u"vault"_s].toString());
    manifest.madeAt = json[u"made_at"_s].toInteger();
    manifest.device = json[u"device"_s].toString();
    manifest.program = json[u"program"_s].toString();
    manifest.slotsSequence = json[u"slots_sequence"_s].toInteger();
    manifest.sealedCounts = fromHex(json[u"sealed_counts"_s]);
    manifest.signer = AccountId::fromText(json[u"signer"_s].toString());
    manifest.signature = fromHex(json[u"signature"_s]);
    const QJsonObject head = json[u"head"_s].toObject();
    manifest.head = {head[u"seq"_s].toInteger(), fromHex(head[u"hash"_s]), fromHex(head[u"merkle_root"_s]),
        head[u"at"_s].toInteger()};
    for (const QJsonValue &value : json[u"files"_s].toArray()) {
        const QJsonObject file = value.toObject();
        manifest.files.append({file[u"path"_s].toString(), file[u"size"_s].toInteger(), fromHex(file[u"sha256"_s])});
        if (!isVaultFile(manifest.files.last().path) || manifest.files.last().sha256.size() != 32)
            return malformed();
    }
    if (manifest.format != currentFormat || manifest.vault.isNull() || manifest.files.size() < 3
        || canonicalJson(manifest.toJson(true)) != bytes)
        return malformed();
    return manifest;
}

Result<BackupManifest> BackupManifest::read(const QString &backup)
{
    const auto bytes = readWholeFile(QDir(backup).filePath(QLatin1StringView(backupManifestName)), manifestLimit);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound, u"backup.unfinished"_s, {QFileInfo(backup).fileName()});
    if (!bytes)
        return failed(bytes);
    return parse(*bytes);
}

Result<> BackupManifest::verify(const Keyring &keyring)
{
    const auto refused = [] { return fail(ErrorCode::VerificationFailed, u"backup.signature"_s); };
    if (vault != keyring.header().vault)
        return fail(ErrorCode::VerificationFailed, u"backup.other_vault"_s);
    if (!verifySignatureByAny(keyring.signingKeysOf(signer), canonicalJson(toJson(false)), signature))
        return refused();
    const auto plain = aeadOpen(keyring.anchorKey("backup"), sealedCounts, sealContext(vault, madeAt));
    if (!plain)
        return refused();
    counts = QJsonDocument::fromJson(*plain).object();
    return {};
}

} // namespace dw
