#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <string>

namespace dw::knownnames {

/// Names that a key of a published file may have for its value (ISO 32000-2). A name that means nothing to a reader is
/// free text. Keys: "/Type", "/Subtype", "/BM", "/RI", "/Intent", "/S", "/Encoding", "/BaseEncoding", "/FontStretch",
/// "/ColorSpace", "/SMask", "/TR", "/CIDToGIDMap", "/ToUnicode"; of any other key no name is allowed.
bool allows(const std::string &key, QPDFObjectHandle name);

/// A collection of characters that readers have tables for: what they make of it depends on its name.
bool isCollection(const std::string &ordering);

} // namespace dw::knownnames
