#pragma once

#include "core/domain/language.h"
#include "core/domain/record.h"
#include "core/domain/registerdecl.h"
#include "ui/widgets/chip.h"

#include <QDate>

namespace dw {

/// Names of records that references point to: register -> id -> words.
using LabelBook = QHash<QString, QHash<QString, QString>>;

namespace fieldtext {

/// A field's value as a person reads it; empty when not filled.
QString value(const FieldDecl &field, const QVariant &value, const LabelBook &labels, Language language);

/// A value that sorts as a person expects: numbers as numbers, dates as dates, words by locale.
QVariant sortKey(const FieldDecl &field, const QVariant &value, const QString &shown);

ChipSpec stateChip(const RegisterDecl &decl, const QString &state, Language language);

/// A chip where the field is one: level, yes/no in lists.
ChipSpec fieldChip(const FieldDecl &field, const QVariant &value);

QString date(const QDate &date);
QString instant(qint64 utcMs); ///< In local time.
QString withheld(); ///< What stands for a value above this account's clearance.

} // namespace fieldtext

} // namespace dw
