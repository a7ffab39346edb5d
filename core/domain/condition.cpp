#include "core/domain/condition.h"

namespace dw {

using namespace Qt::StringLiterals;

QJsonObject Condition::toJson() const
{
    QJsonObject json {{"number"_L1, number}, {"id"_L1, id}, {"ok"_L1, ok}, {"fact"_L1, fact},
        {"args"_L1, QJsonArray::fromStringList(args)}};
    if (!fix.page.isEmpty())
        json.insert("fix"_L1, QJsonObject {{"page"_L1, fix.page}, {"register"_L1, fix.registerId}, {"id"_L1, fix.id}});
    if (!exceptionId.isEmpty())
        json.insert("exception"_L1, exceptionId);
    return json;
}

Condition Condition::fromJson(const QJsonObject &json)
{
    Condition condition;
    condition.number = json.value("number"_L1).toInt();
    condition.id = json.value("id"_L1).toString();
    condition.ok = json.value("ok"_L1).toBool();
    condition.fact = json.value("fact"_L1).toString();
    for (const QJsonValue arg : json.value("args"_L1).toArray())
        condition.args.append(arg.toString());
    const QJsonObject fix = json.value("fix"_L1).toObject();
    condition.fix = {fix.value("page"_L1).toString(), fix.value("register"_L1).toString(), fix.value("id"_L1).toString()};
    condition.exceptionId = json.value("exception"_L1).toString();
    return condition;
}

QList<Condition> failing(const QList<Condition> &conditions)
{
    QList<Condition> list;
    for (const Condition &condition : conditions) {
        if (!condition.ok)
            list.append(condition);
    }
    return list;
}

QJsonArray toJson(const QList<Condition> &conditions)
{
    QJsonArray array;
    for (const Condition &condition : conditions)
        array.append(condition.toJson());
    return array;
}

QList<Condition> conditionsFromJson(const QJsonArray &array)
{
    QList<Condition> list;
    for (const QJsonValue value : array)
        list.append(Condition::fromJson(value.toObject()));
    return list;
}

} // namespace dw
