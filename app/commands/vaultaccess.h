#pragma once

#include "app/commands/command.h"
#include "core/base/secretbytes.h"

#include <memory>

namespace dw {

class Session;

/// Reads a passphrase: the first line of --passphrase-file, or without echo from the terminal. Never from an
/// argument or the environment.
Result<SecretBytes> readPassphrase(const Arguments &arguments, const QString &prompt, const QString &option = QStringLiteral("passphrase-file"));

/// Content of --key-file (or of another option); empty without the option.
Result<QByteArray> readKeyFile(const Arguments &arguments, const QString &option = QStringLiteral("key-file"));

/// Unlocks `vault` as --user; with one account only, --user may be left out where the vault allows it.
Result<std::unique_ptr<Session>> openVault(const QString &vault, const Arguments &arguments);

} // namespace dw
