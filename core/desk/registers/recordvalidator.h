#pragma once

#include "core/base/result.h"
#include "core/domain/record.h"
#include "core/domain/registerdecl.h"

namespace dw {

class ReadTx;

/// Judges values against a declaration. Accepts what people type: a reference may be an id or the label of a
/// record, a choice its id or a title in either language, a time ISO 8601.
class RecordValidator
{
public:
    RecordValidator(const ReadTx &tx, const QStringList &measures);

    /// One value in the type of its field; null for empty.
    Result<QVariant> value(const RegisterDecl &decl, const FieldDecl &field, const QVariant &given) const;
    /// All given values: known fields, writable by people, of the right type.
    Result<QVariantMap> values(const RegisterDecl &decl, const QVariantMap &given) const;
    /// Required fields of a new row, and of a changed one (`before`).
    Result<> checkRequired(const RegisterDecl &decl, const QVariantMap &values, const Record *before = nullptr) const;
    /// Fields declared unique; `self` is the row itself when it is changed.
    Result<> checkUnique(const RegisterDecl &decl, const QVariantMap &values, const RecordId &self = {}) const;

    /// Defaults of a new row: constants, "today", the open phase.
    Result<QVariantMap> defaults(const RegisterDecl &decl) const;

private:
    Result<QVariant> reference(const RegisterDecl &decl, const FieldDecl &field, const QString &given) const;
    Result<QVariant> list(const RegisterDecl &decl, const FieldDecl &field, const QVariant &given) const;
    Result<QVariant> choice(const RegisterDecl &decl, const FieldDecl &field, const QString &given) const;
    Result<QVariant> measure(const RegisterDecl &decl, const FieldDecl &field, const QString &given) const;

    const ReadTx &m_tx;
    const QStringList &m_measures;
};

} // namespace dw
