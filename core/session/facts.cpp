// What the program itself measures of an open vault; the checks of the IT controls rest on it.
#include "core/session/sessionprivate.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 freshForMs = 20LL * 3600 * 1000; // measured once a working day, not at every unlock

struct Measured {
    QString name;
    bool holds = false;
    QString value;
};

QByteArray beginning(const QString &path, qint64 size)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(size) : QByteArray();
}

/// No database shows SQLite's own header, which stands in clear in an unencrypted one.
Measured cipher(const VaultDirectory &directory)
{
    bool holds = true;
    for (int level = 2; level <= 4; ++level) {
        const QByteArray head = beginning(directory.databaseFile(level), 16);
        holds = holds && head.size() == 16 && !head.startsWith("SQLite format");
    }
    return {u"vault.cipher"_s, holds, u"SQLCipher 4, AES-256"_s};
}

Measured blobsEncrypted(const BlobStore &blobs)
{
    const QList<BlobId> ids = blobs.list();
    const bool holds = std::all_of(
        ids.begin(), ids.end(), [&](const BlobId &id) { return beginning(blobs.path(id), 7) == "DEALBLB"; });
    return {u"vault.blobs_encrypted"_s, holds, u"XChaCha20-Poly1305"_s};
}

/// The cheapest slot decides.
Measured keyDerivation(const Slots &content, const KdfParams &shipped)
{
    KdfParams least = shipped;
    for (const PassphraseSlot &slot : content.slotList) {
        if (slot.kind != PassphraseSlot::Kind::Passphrase)
            continue;
        least.memoryKiB = std::min(least.memoryKiB, slot.kdf.memoryKiB);
        least.passes = std::min(least.passes, slot.kdf.passes);
    }
    const bool holds = least.memoryKiB >= shipped.memoryKiB && least.passes >= shipped.passes;
    return {u"vault.kdf"_s, holds, u"Argon2id %1 KiB, t=%2"_s.arg(least.memoryKiB).arg(least.passes)};
}

Result<> note(WriteTx &tx, const Measured &measured)
{
    RecordFilter filter;
    filter.equals = {{u"name"_s, measured.name}};
    DW_ASSIGN(const auto known, tx.records().first(u"fact"_s, filter));
    const QVariantMap values {{u"name"_s, measured.name}, {u"holds"_s, measured.holds}, {u"measured_at"_s, tx.now()},
        {u"fact_value"_s, measured.value}};
    if (!known) {
        DW_TRY(tx.records().insert(u"fact"_s, values));
        return {};
    }
    const bool isSame = known->flag(u"holds"_s) == measured.holds && known->text(u"fact_value"_s) == measured.value;
    if (isSame && tx.now() - known->integer(u"measured_at"_s) < freshForMs)
        return {};
    return tx.records().update(u"fact"_s, known->id, values);
}

} // namespace

Result<> Session::Private::writeFacts(WriteTx &tx) const
{
    const auto keyring = keys->current();
    const bool isPresentFormat = keyring->header().format == VaultHeader::currentFormat;
    const Measured facts[] {cipher(directory), blobsEncrypted(*blobs), keyDerivation(keyring->content(), options.kdf),
        {u"vault.format"_s, isPresentFormat, u"format %1"_s.arg(keyring->header().format)},
        {u"app.version"_s, true, QStringLiteral(DW_VERSION)}};
    for (const Measured &measured : facts)
        DW_TRY(note(tx, measured));
    return {};
}

} // namespace dw
