#pragma once

#include "ui/pages/page.h"

namespace dw {

/// Makes the page of an id; never null.
Page *makePage(const QString &id, PageContext context);

} // namespace dw
