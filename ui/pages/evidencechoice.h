#pragma once

#include "ui/pages/page.h"

class QComboBox;

namespace dw {

/// A box to choose one of the kept papers, or none; the id of an entry is its data. `name`: for screen readers.
QComboBox *makeEvidenceChoice(const PageContext &context, const QString &name);

/// The paper chosen; null = none.
RecordId chosenEvidence(const QComboBox *box);

} // namespace dw
