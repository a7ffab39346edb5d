#pragma once

#include "core/store/keyring.h"

#include <memory>
#include <mutex>

namespace dw {

/// The keyring in force in this session. Changing accounts exchanges it as a whole; who still uses the former one
/// keeps it alive.
class KeyChain
{
public:
    explicit KeyChain(Keyring keyring)
        : m_keyring(std::make_shared<const Keyring>(std::move(keyring)))
    {
    }

    std::shared_ptr<const Keyring> current() const
    {
        const std::lock_guard lock(m_mutex);
        return m_keyring;
    }

    void replace(Keyring keyring)
    {
        auto fresh = std::make_shared<const Keyring>(std::move(keyring));
        const std::lock_guard lock(m_mutex);
        m_keyring = std::move(fresh);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Keyring> m_keyring;
};

} // namespace dw
