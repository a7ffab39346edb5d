#pragma once

#include "core/base/result.h"
#include "core/store/vaultdirectory.h"

namespace dw {

class Keyring;

/// The vault as it was before an exchange of keys: header, slots and databases (blobs do not change then), complete
/// or not there at all. What an exchange that went wrong is taken back to; thrown away once the new keys have opened
/// every database.
class RekeyKeep
{
public:
    explicit RekeyKeep(const VaultDirectory &vault);

    const VaultDirectory &directory() const { return m_kept; } ///< Can be unlocked like a vault.
    bool exists() const;
    qint64 madeAt() const; ///< UTC milliseconds by the computer's clock; 0 = there is none.

    /// Copies the files as they lie; nobody may write meanwhile. Replaces an earlier one.
    Result<> make() const;

    /// `keys`: of the kept copy. Every database of it opens with them and is sound.
    Result<> check(const Keyring &keys) const;

    /// Puts the files in place of the vault's. May be repeated when it was interrupted: the copy stays.
    Result<> putBack() const;

    void discard() const noexcept;

private:
    VaultDirectory m_vault;
    VaultDirectory m_kept;
};

} // namespace dw
