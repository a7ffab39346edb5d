#pragma once

#include "core/store/blobstore.h"

namespace dw {

class ReadTx;
class WriteTx;

/// Rows of the table blob_key in the database of each level: what makes a blob readable, and without which its
/// bytes are noise for good.
namespace blobkeys {

/// Remembers a blob that was written; part of the action that needs it.
Result<> insert(WriteTx &tx, const StoredBlob &blob);

/// NotFound "blob.erased" when the key is gone; "level.not_cleared".
Result<BlobRef> get(const ReadTx &tx, int level, const BlobId &id);

/// Destroys the key: erasure. The file may stay; nobody can read it.
Result<> erase(WriteTx &tx, int level, const BlobId &id);

} // namespace blobkeys

} // namespace dw
