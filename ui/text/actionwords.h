#pragma once

#include <span>

namespace dw::idtext {

/// An id of core and its words, marked for translation in context "Ids".
struct IdWords {
    const char *id;
    const char *text;
};

/// The actions of the audit trail, in the alphabetical order of their ids.
std::span<const IdWords> actionWords();

} // namespace dw::idtext
