#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/backup/backupmanifest.h"

namespace dw {

/// Copying and checking files of vaults and backups by their hashes.
namespace backupcopy {

/// Copies `from` to `to` (its directory is made), syncs it, and says what was written.
Result<BackupManifest::File> copyFile(const QString &from, const QString &to, const QString &relativePath);

/// Hash and size of a file.
Result<BackupManifest::File> describe(const QString &path, const QString &relativePath);

/// Every file of the manifest is there with its size and hash: else VerificationFailed "backup.file_missing" or
/// "backup.file_changed" (arg: path).
Result<> check(const QString &directory, const BackupManifest &manifest, JobContext &job);

/// Copies the manifest's files to a new place and checks them there. Removes the place again on failure.
Result<> restoreFiles(const QString &backup, const BackupManifest &manifest, const QString &target, JobContext &job);

} // namespace backupcopy
} // namespace dw
