#pragma once

#include <qpdf/QPDF.hh>

#include <map>
#include <string>

namespace dw {

/// The resources of one content stream while it is cut: what it names is looked up here, what takes the place of a
/// cut object is added. The dictionary of the source is copied before its first change.
class ResourceSet
{
public:
    /// `fallback`: of the page, for streams that have none of their own.
    ResourceSet(QPDFObjectHandle own, QPDFObjectHandle fallback);

    /// Null when there is no such resource. Categories as in the dictionary: "/Font", "/XObject".
    QPDFObjectHandle find(const std::string &category, const std::string &name) const;

    /// The new name, with its slash.
    std::string add(const std::string &category, QPDFObjectHandle object);

    /// All fonts it names.
    std::vector<QPDFObjectHandle> fonts() const;

    QPDFObjectHandle dictionary() const { return m_dictionary; }

private:
    QPDFObjectHandle m_dictionary;
    bool m_own = false;
    std::map<std::string, bool> m_ownCategory;
    int m_added = 0;
};

} // namespace dw
