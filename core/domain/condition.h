#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace dw {

/// Where in the program a person mends what stands in the way.
struct FixLink {
    QString page; ///< Id of a page: "ndas", "training", ...
    QString registerId; ///< Register to open there.
    QString id; ///< Record to select; empty = the list, or a new record.

    bool operator==(const FixLink &) const = default;
};

/// One requirement, whether it holds, and the fact it was judged on. ui/text turns `id` and `fact` into words.
struct Condition {
    int number = 0; ///< 1 to 14 as in the release predicate; a grant's preconditions carry the same numbers.
    QString id; ///< "nda", "grant", "background_check", ...
    bool ok = false;
    QString fact; ///< What was found: "nda.none_covers", "check.expired", ...
    QStringList args; ///< Names and dates the fact speaks of.
    FixLink fix;
    QString exceptionId; ///< The approved exception that carries it; then `ok` is true.

    QJsonObject toJson() const;
    static Condition fromJson(const QJsonObject &json);
};

/// Those that do not hold.
QList<Condition> failing(const QList<Condition> &conditions);

QJsonArray toJson(const QList<Condition> &conditions);
QList<Condition> conditionsFromJson(const QJsonArray &array);

} // namespace dw
