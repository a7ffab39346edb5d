#pragma once

#include "core/domain/ids.h"
#include "core/domain/role.h"

#include <QString>

namespace dw {

/// Who acts: the unlocked account of a session.
struct Actor {
    AccountId id;
    QString name;
    Role role = Role::Auditor;
    int clearance = 2; ///< 2, 3 or 4: the highest level it holds keys for.

    bool hasRole(Role wanted) const { return role == wanted; }
};

} // namespace dw
