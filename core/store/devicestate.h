#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"
#include "core/domain/ids.h"
#include "core/store/audittrail.h"

namespace dw {

/// What this computer remembers of a vault: the newest state it has seen. Only a memory outside the vault
/// shows that somebody put an older copy in its place. One small file per vault, named by a hash; no names.
class DeviceState
{
public:
    struct Seen {
        qint64 seq = 0; ///< Of the trail.
        QByteArray hash; ///< Of that entry.
        quint64 slotsSequence = 0;
        qint64 at = 0; ///< When it was seen, UTC milliseconds.
    };

    /// `directory`: under the XDG state directory in the programs, a temporary one in tests.
    DeviceState(QString directory, const VaultId &vault);

    /// The default place: $XDG_STATE_HOME/dealward or ~/.local/state/dealward.
    static QString defaultDirectory();

    /// A random id of this computer's installation, made when it is first asked for.
    Result<QString> deviceId() const;

    /// Nothing yet: nullopt. Corrupt "device.tampered" when the file is not as this vault's keys wrote it.
    Result<std::optional<Seen>> seen(const SecretBytes &macKey) const;
    Result<> remember(const Seen &state, const SecretBytes &macKey) const;

private:
    QString file() const;

    QString m_directory;
    VaultId m_vault;
};

} // namespace dw
