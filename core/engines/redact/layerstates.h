#pragma once

#include <qpdf/QPDF.hh>

#include <optional>
#include <set>

namespace dw {

/// Which optional-content groups ("layers") are shown when the file is opened.
class LayerStates
{
public:
    explicit LayerStates(QPDF &pdf);

    /// Of a group or of a membership dictionary; nothing when it cannot be decided.
    std::optional<bool> isShown(QPDFObjectHandle group) const;

    std::size_t groupCount() const { return m_groups; }
    std::size_t offCount() const { return m_off.size(); }

private:
    std::set<QPDFObjGen> m_off;
    std::size_t m_groups = 0;
};

} // namespace dw
