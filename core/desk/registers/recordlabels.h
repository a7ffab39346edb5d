#pragma once

#include "core/base/result.h"
#include "core/domain/language.h"
#include "core/domain/record.h"
#include "core/domain/registerdecl.h"

#include <QHash>

namespace dw {

class ReadTx;

/// The words that name records, by a register's label pattern, references and choices resolved. Remembers what
/// it looked up: make one for a snapshot.
class RecordLabels
{
public:
    explicit RecordLabels(const ReadTx &tx, Language language = Language::English);

    Result<QString> of(const QString &registerId, const RecordId &id);
    Result<QString> of(const Record &record);
    /// All of a register, voided ones too.
    Result<QHash<QString, QString>> all(const QString &registerId);
    /// A field's value in words: references, choices, lists, yes and no, times.
    Result<QString> value(const RegisterDecl &decl, const FieldDecl &field, const QVariant &value);

private:
    Result<QString> make(const RegisterDecl &decl, const Record &record);
    /// The same as value(), with what only a reader needs: measures and levels in words.
    Result<QString> part(const RegisterDecl &decl, const FieldDecl &field, const QVariant &content);

    const ReadTx &m_tx;
    Language m_language;
    QHash<QString, QHash<QString, QString>> m_known; ///< register -> id -> label
    int m_depth = 0;
};

} // namespace dw
