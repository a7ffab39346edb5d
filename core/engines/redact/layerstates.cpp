#include "core/engines/redact/layerstates.h"

namespace dw {

LayerStates::LayerStates(QPDF &pdf)
{
    QPDFObjectHandle properties = pdf.getRoot().getKeyIfDict("/OCProperties");
    if (!properties.isDictionary())
        return;
    QPDFObjectHandle groups = properties.getKey("/OCGs");
    m_groups = groups.isArray() ? std::size_t(groups.getArrayNItems()) : 0;
    QPDFObjectHandle standard = properties.getKeyIfDict("/D");
    const bool allOff = standard.getKeyIfDict("/BaseState").isNameAndEquals("/OFF");
    for (int i = 0; allOff && i < int(m_groups); ++i)
        m_off.insert(groups.getArrayItem(i).getObjGen());
    QPDFObjectHandle on = standard.getKeyIfDict("/ON");
    for (int i = 0; allOff && on.isArray() && i < on.getArrayNItems(); ++i)
        m_off.erase(on.getArrayItem(i).getObjGen());
    QPDFObjectHandle off = standard.getKeyIfDict("/OFF");
    for (int i = 0; off.isArray() && i < off.getArrayNItems(); ++i)
        m_off.insert(off.getArrayItem(i).getObjGen());
}

std::optional<bool> LayerStates::isShown(QPDFObjectHandle group) const
{
    if (!group.isDictionary())
        return std::nullopt;
    if (!group.getKey("/Type").isNameAndEquals("/OCMD"))
        return !m_off.contains(group.getObjGen());
    if (group.hasKey("/VE"))
        return std::nullopt;
    QPDFObjectHandle members = group.getKey("/OCGs");
    if (members.isDictionary())
        return isShown(members);
    if (!members.isArray() || members.getArrayNItems() == 0)
        return true;
    // Whatever the policy, all of them shown means shown for AnyOn and AllOn; anything else is not decided here.
    QPDFObjectHandle policy = group.getKey("/P");
    if (policy.isName() && policy.getName() != "/AnyOn" && policy.getName() != "/AllOn")
        return std::nullopt;
    for (int i = 0; i < members.getArrayNItems(); ++i) {
        if (m_off.contains(members.getArrayItem(i).getObjGen()))
            return std::nullopt;
    }
    return true;
}

} // namespace dw
