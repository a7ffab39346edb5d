#pragma once

#include <QString>

namespace dw {

/// Thrown inside the redaction engine when something about a page cannot be proven clean; caught in Redactor,
/// which turns the page into a picture. Never leaves core/engines/redact.
struct Unprovable {
    QString reason; ///< Stable id, e.g. "layer_off"; names no content.
};

} // namespace dw
