#pragma once

#include "core/desk/documents/documentcontext.h"
#include "core/engines/find/finder.h"

namespace dw {

/// What the documents of the deal are searched for: the names of its clients, parties and people, and the terms and
/// patterns that somebody added.
struct SearchWords {
    FinderOptions options;
    QList<SearchGap> gaps; ///< "find.names_withheld" {level}: names that this account may not see were not looked for.

    static Result<SearchWords> load(const DocumentContext &context);
};

} // namespace dw
