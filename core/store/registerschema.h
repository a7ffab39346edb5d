#pragma once

#include "core/base/result.h"
#include "core/domain/registerdecl.h"

#include <QVariantMap>

namespace dw {

class Connection;

/// The STRICT table of a declaration, and its values on the way in and out.
namespace registerschema {

/// CREATE TABLE of a register: its fields, the common columns, CHECKs for choices, levels and states, foreign keys.
QString tableSql(const RegisterDecl &decl, const QString &tableName = {});

/// Creates missing tables and rebuilds those whose declaration has changed, keeping every column they share.
/// A declaration that gave up a column which still holds data is refused: that needs a migration of its own.
Result<> synchronise(Connection &db, const RegisterCatalogue &catalogue);

/// How a value is stored; lists become JSON text. Fails with "record.bad_value" {field} when it does not fit.
Result<QVariant> toColumn(const FieldDecl &field, const QVariant &value);
QVariant fromColumn(const FieldDecl &field, const QVariant &column);

} // namespace registerschema

} // namespace dw
