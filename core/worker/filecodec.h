#pragma once

#include "core/base/result.h"
#include "core/domain/filetext.h"

#include <QCborMap>

namespace dw {

/// Texts of a file on the wire. Reading checks every number and size: the other side is not trusted.
namespace filecodec {

QCborMap write(const FileTexts &texts);
Result<FileTexts> read(const QCborMap &map);

} // namespace filecodec

} // namespace dw
