#include "core/domain/role.h"

#include <array>
#include <utility>

namespace dw {

namespace {

constexpr std::array<std::pair<Role, const char *>, 7> names {{
    {Role::Owner, "owner"},
    {Role::DealManager, "deal_manager"},
    {Role::ComplianceOfficer, "compliance_officer"},
    {Role::Reviewer, "reviewer"},
    {Role::LegalCounsel, "legal_counsel"},
    {Role::Auditor, "auditor"},
    {Role::Recovery, "recovery"},
}};

} // namespace

QString roleId(Role role)
{
    for (const auto &[value, name] : names) {
        if (value == role)
            return QString::fromLatin1(name);
    }
    return {};
}

bool roleFromId(QStringView id, Role *role)
{
    for (const auto &[value, name] : names) {
        if (id == QLatin1StringView(name)) {
            *role = value;
            return true;
        }
    }
    return false;
}

QStringList allRoleIds()
{
    QStringList ids;
    for (const auto &[value, name] : names) {
        if (value != Role::Recovery)
            ids.append(QString::fromLatin1(name));
    }
    return ids;
}

} // namespace dw
