#pragma once

#include "core/base/id.h"

namespace dw {

using RecordId = Id<struct RecordTag>; ///< Any row of any register.
using AccountId = Id<struct AccountTag>;
using VaultId = Id<struct VaultTag>;
using BlobId = Id<struct BlobTag>;
using ActionId = Id<struct ActionTag>; ///< One business action: one transaction, one audit entry.
using PersonId = Id<struct PersonTag>;
using OrganisationId = Id<struct OrganisationTag>;
using NdaId = Id<struct NdaTag>;
using GrantId = Id<struct GrantTag>;
using AssetId = Id<struct AssetTag>;
using ClientRecordId = Id<struct ClientRecordTag>;
using ImportId = Id<struct ImportTag>;
using DocumentId = Id<struct DocumentTag>;
using VersionId = Id<struct VersionTag>;
using MarkId = Id<struct MarkTag>;
using FindingId = Id<struct FindingTag>;
using ReleaseId = Id<struct ReleaseTag>;

} // namespace dw
