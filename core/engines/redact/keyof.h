#pragma once

#include <qpdf/QPDFObjectHandle.hh>

#include <string>

namespace dw {

/// The value of a dictionary's key; null of anything that is no dictionary (where qpdf's own getKeyIfDict() throws for
/// objects that no file holds yet).
inline QPDFObjectHandle keyOf(QPDFObjectHandle object, const std::string &key)
{
    return object.isDictionary() ? object.getKey(key) : QPDFObjectHandle::newNull();
}

} // namespace dw
