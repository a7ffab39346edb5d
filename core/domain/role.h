#pragma once

#include <QString>
#include <QStringList>

namespace dw {

/// What an account is for. Stored as the ids of roleId().
enum class Role { Owner, DealManager, ComplianceOfficer, Reviewer, LegalCounsel, Auditor, Recovery };

QString roleId(Role role); ///< "owner", "deal_manager", "compliance_officer", ...
bool roleFromId(QStringView id, Role *role);
QStringList allRoleIds(); ///< Without the recovery slot, which has no role in the deal.

} // namespace dw
