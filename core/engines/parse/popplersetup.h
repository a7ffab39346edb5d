#pragma once

namespace dw {

/// Before anything of Poppler is used: its global state, and no printing of errors. May be called again.
void initialisePoppler();

} // namespace dw
