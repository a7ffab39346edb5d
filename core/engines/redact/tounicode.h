#pragma once

#include <QtGlobal>

#include <map>
#include <optional>
#include <set>
#include <string>

namespace dw::tounicode {

/// A /ToUnicode CMap made new with the lines of `codes` only. Nothing when it builds on another or is not understood.
std::optional<std::string> only(const std::string &cmap, const std::set<quint32> &codes);

struct Cid {
    int length = 0; ///< Bytes of the code.
    quint32 cid = 0;
};

/// An /Encoding CMap made new that leads from the codes of `cids` to their CIDs. Nothing when it builds on another.
std::optional<std::string> cidsOnly(const std::string &cmap, const std::map<quint32, Cid> &cids, bool vertical);

} // namespace dw::tounicode
