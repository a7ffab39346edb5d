#pragma once

#include "core/base/result.h"

#include <functional>

namespace dw {

class Connection;

/// Brings a database to the newest schema: numbered files of a resource directory, in order, each in the same
/// transaction, the version (PRAGMA user_version) last. A newer version than this program knows is refused
/// untouched with "store.newer_version".
namespace migrations {

/// Number of the newest script in `directory` (":/sql" or ":/sql/content").
int newest(const QString &directory);

/// `before` runs only when something is to be done to a database that is not new (it makes the backup).
Result<> migrate(Connection &db, const QString &directory, const std::function<Result<>()> &before = {});

/// Runs the scripts with a number above `version`, in order.
Result<> runAfter(Connection &db, const QString &directory, int version);

/// The text of one script.
Result<QString> script(const QString &path);

} // namespace migrations

} // namespace dw
