#pragma once

namespace dw {

/// Opens the fonts and libraries that reading needs, by drawing a built-in page with Latin and Chinese text in both
/// readers. Called before the sandbox closes.
void warmUp();

} // namespace dw
