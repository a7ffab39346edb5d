#pragma once

#include "ui/pages/page.h"

namespace dw {

/// Asks why, makes a new recovery key and shows its sheet until it is said to be kept. `sentence`: why it is proposed.
void makeRecoveryKey(const PageContext &context, const QString &sentence, QWidget *parent);

} // namespace dw
