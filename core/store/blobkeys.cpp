#include "core/store/blobkeys.h"

#include "core/store/connection.h"
#include "core/store/transaction.h"

namespace dw::blobkeys {

using namespace Qt::StringLiterals;

Result<> insert(WriteTx &tx, const StoredBlob &blob)
{
    QByteArray key = blob.key.view().toByteArray();
    const Result<> done = tx.put(blob.level, u"blob_key"_s,
        {{u"id"_s, blob.id.toString()}, {u"key"_s, key}, {u"size"_s, blob.size}, {u"sha256"_s, QString::fromLatin1(blob.sha256.toHex())},
            {u"action"_s, tx.actionId().toString()}});
    key.fill('\0');
    return done;
}

Result<BlobRef> get(const ReadTx &tx, int level, const BlobId &id)
{
    DW_ASSIGN(Connection * db, tx.content(level));
    DW_ASSIGN(auto rows, db->rows(u"SELECT key, size, sha256 FROM blob_key WHERE id = :i"_s, {{u":i"_s, id.toString()}}));
    if (rows.isEmpty())
        return fail(ErrorCode::NotFound, u"blob.erased"_s, {id.toString()});
    QByteArray key = rows.first().take(u"key"_s).toByteArray();
    BlobRef ref {id, level, SecretBytes::copyOf(key), rows.first().value(u"size"_s).toLongLong(),
        QByteArray::fromHex(rows.first().value(u"sha256"_s).toString().toLatin1())};
    key.fill('\0');
    return ref;
}

Result<> erase(WriteTx &tx, int level, const BlobId &id)
{
    DW_ASSIGN(Connection * db, tx.content(level));
    return db->run(u"DELETE FROM blob_key WHERE id = :i"_s, {{u":i"_s, id.toString()}});
}

} // namespace dw::blobkeys
