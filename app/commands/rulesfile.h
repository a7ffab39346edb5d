#pragma once

#include "core/engines/find/finder.h"

namespace dw {

/// Adds the user's rules from a JSON file to what is looked for. The file is an array of {"name","type","pattern"}
/// (a regular expression) and {"name","type","terms":[...]} (a list of words, found as a dictionary's names are).
/// Fails with InvalidInput "find.rules_file" {file}, and as RuleScanner::check().
Result<> readRules(const QString &path, FinderOptions &options);

} // namespace dw
