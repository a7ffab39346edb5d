#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace dw {

/// A word or sentence in both languages.
struct LocalText {
    QString en;
    QString zh;

    const QString &in(bool chinese) const { return chinese && !zh.isEmpty() ? zh : en; }
    bool operator==(const LocalText &) const = default;
};

/// What a field holds and how it is stored (STRICT SQLite type in brackets).
enum class FieldType {
    Text, ///< one line (TEXT)
    LongText, ///< several lines (TEXT)
    Integer, ///< (INTEGER)
    Real, ///< (REAL)
    Bool, ///< 0 or 1 (INTEGER)
    Date, ///< ISO 8601 "2026-11-23" (TEXT)
    Instant, ///< UTC milliseconds since 1970 (INTEGER)
    Choice, ///< one of `choices` (TEXT, CHECK)
    Choices, ///< JSON array of ids out of `choices` (TEXT)
    Level, ///< 1-4 (INTEGER, CHECK)
    Ref, ///< id of a record of register `target` (TEXT)
    Refs, ///< JSON array of ids of records of register `target` (TEXT)
    TextList, ///< JSON array of strings (TEXT)
    Measure, ///< id of one of the 61 measures (TEXT)
    Measures, ///< JSON array of measure ids (TEXT)
    Json, ///< a JSON document written by the program (TEXT)
};

struct ChoiceDecl {
    QString id;
    LocalText title;
};

struct FieldDecl {
    QString name; ///< Column name: lower-case ASCII with underscores.
    FieldType type = FieldType::Text;
    LocalText title;
    LocalText help; ///< One sentence under the field; may be empty.
    QString target; ///< Register of a Ref or Refs.
    QList<ChoiceDecl> choices;
    QVariant defaultValue; ///< Of a new record; "today" for dates means the day it is made.
    bool required = false;
    bool inList = false; ///< A column of the working list.
    bool more = false; ///< Behind "More" in the form.
    bool readOnly = false; ///< Written by the program alone.
    bool unique = false;
    bool sealedByLevel = false; ///< Kept in the file of the record's level when that is 3 or 4.
    int sealedLevel = 0; ///< Always kept in the file of this level (3 or 4); 0 = no.

    bool isNumber() const;
};

struct StateDecl {
    QString id;
    LocalText title;
    QString tone; ///< neutral, good, warn, bad: how its chip looks.
    bool isFinal = false;
};

/// One permitted change of state.
struct TransitionDecl {
    QString id; ///< e.g. "approve"
    QStringList from;
    QString to;
    LocalText title; ///< The button's word.
    QStringList roles; ///< Account roles that may do it; empty = whoever may edit.
    QStringList needs; ///< Fields that must be filled first.
    bool needsReason = false;
    bool isAutomatic = false; ///< Done by the program, never by hand.
};

/// A register: from it come the table, the form, the list, the CSV import and export and the history.
/// Every table also has id, created_at, created_by, updated_at, updated_by, row_version, voided_at,
/// void_reason; `state` where states are declared.
struct RegisterDecl {
    QString id; ///< Table name and the command line's REGISTER.
    QString page; ///< The window's page that shows it.
    int order = 0; ///< Position on that page.
    LocalText title; ///< Plural: "Training sessions".
    LocalText singular; ///< "Training session".
    LocalText about; ///< One sentence: what belongs here (empty state).
    QString label; ///< Field that names a record in pickers, or a pattern "{course} {held_on}".
    QString parent; ///< Ref field of the record it belongs to; shown inside that record's details.
    QString levelField; ///< Field of type Level that decides where sealed fields are kept.
    QString initialState;
    QList<FieldDecl> fields;
    QList<StateDecl> states;
    QList<TransitionDecl> transitions;
    QStringList addRoles; ///< Account roles that may add; empty = owner, deal_manager, compliance_officer, legal_counsel.
    QStringList editRoles; ///< ... that may change; empty = the same as addRoles.
    bool isSingle = false; ///< At most one row: the deal, the deal settings.
    bool isSystem = false; ///< Rows come from services only: no form, no import.

    const FieldDecl *field(QStringView name) const;
    const StateDecl *stateDecl(QStringView id) const;
};

/// All registers, read from `:/registers/*.json`.
class RegisterCatalogue
{
public:
    /// Reads every declaration of a directory; fails on the first malformed one, naming file and place.
    static Result<RegisterCatalogue> load(const QString &directory = QStringLiteral(":/registers"));

    const RegisterDecl *find(QStringView id) const;
    QList<const RegisterDecl *> all() const; ///< Sorted by page, then order.
    QList<const RegisterDecl *> onPage(QStringView page) const;
    QList<const RegisterDecl *> childrenOf(QStringView id) const; ///< Registers whose parent field refers to it.

private:
    QHash<QString, RegisterDecl> m_registers;
};

} // namespace dw
