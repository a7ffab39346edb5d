#include "core/engines/redact/resourceset.h"

namespace dw {

ResourceSet::ResourceSet(QPDFObjectHandle own, QPDFObjectHandle fallback)
    : m_dictionary(own.isDictionary() ? own : fallback)
{
    if (!m_dictionary.isDictionary()) {
        m_dictionary = QPDFObjectHandle::newDictionary();
        m_own = true;
    }
}

QPDFObjectHandle ResourceSet::find(const std::string &category, const std::string &name) const
{
    return QPDFObjectHandle(m_dictionary).getKeyIfDict(category).getKeyIfDict(name);
}

std::string ResourceSet::add(const std::string &category, QPDFObjectHandle object)
{
    if (!m_own) {
        m_dictionary = m_dictionary.shallowCopy();
        m_own = true;
    }
    if (!m_ownCategory[category]) {
        QPDFObjectHandle names = m_dictionary.getKey(category);
        m_dictionary.replaceKey(category, names.isDictionary() ? names.shallowCopy() : QPDFObjectHandle::newDictionary());
        m_ownCategory[category] = true;
    }
    QPDFObjectHandle names = m_dictionary.getKey(category);
    std::string name;
    do
        name = "/Cut" + std::to_string(++m_added);
    while (names.hasKey(name));
    names.replaceKey(name, object);
    return name;
}

std::vector<QPDFObjectHandle> ResourceSet::fonts() const
{
    std::vector<QPDFObjectHandle> result;
    QPDFObjectHandle names = QPDFObjectHandle(m_dictionary).getKey("/Font");
    if (!names.isDictionary())
        return result;
    for (const std::string &name : names.getKeys())
        result.push_back(names.getKey(name));
    return result;
}

} // namespace dw
