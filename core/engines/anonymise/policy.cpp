#include "core/engines/anonymise/policy.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

std::optional<Treatment> treatmentOf(const QString &name)
{
    static const QHash<QString, Treatment> names {{u"keep"_s, Treatment::Keep}, {u"remove"_s, Treatment::Remove}, {u"mask"_s, Treatment::Mask},
        {u"label"_s, Treatment::Label}, {u"quarter"_s, Treatment::Quarter}, {u"band"_s, Treatment::Band}, {u"round"_s, Treatment::Round},
        {u"share"_s, Treatment::Share}};
    const auto found = names.constFind(name);
    return found == names.constEnd() ? std::nullopt : std::optional(*found);
}

/// The first thing that is wrong, or nothing.
QString readColumn(const QJsonObject &object, ColumnPolicy &column)
{
    const auto treatment = treatmentOf(object.value("operator"_L1).toString());
    if (!treatment)
        return column.column + u": operator"_s;
    column.treatment = *treatment;
    column.prefix = object.value("prefix"_L1).toString(column.prefix);
    column.type = object.value("type"_L1).toString(column.type);
    column.length = object.value("length"_L1).toInt(column.length);
    column.keepFirst = object.value("keep_first"_L1).toInt(0);
    column.keepLast = object.value("keep_last"_L1).toInt(0);
    column.step = object.value("to"_L1).toDouble(column.step);
    column.digits = object.value("digits"_L1).toInt(column.digits);
    const QJsonArray edges = object.value("edges"_L1).toArray();
    for (const QJsonValue &edge : edges)
        column.edges.append(edge.toDouble());
    if (column.length < 4 || column.length > 16)
        return column.column + u": length"_s;
    if (column.keepFirst < 0 || column.keepLast < 0)
        return column.column + u": keep_first, keep_last"_s;
    if (!(column.step > 0))
        return column.column + u": to"_s;
    if (column.digits < 0 || column.digits > 4)
        return column.column + u": digits"_s;
    if (column.treatment == Treatment::Band && (column.edges.isEmpty() || !std::is_sorted(column.edges.begin(), column.edges.end())))
        return column.column + u": edges"_s;
    return {};
}

} // namespace

Result<AnonymisePolicy> AnonymisePolicy::fromJson(const QString &name, const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto bad = [&](const QString &what) { return fail(ErrorCode::InvalidInput, u"anonymise.bad_policy"_s, {name, what}); };
    const QJsonObject columns = object.value("columns"_L1).toObject();
    if (columns.isEmpty())
        return bad(u"columns"_s);
    AnonymisePolicy policy;
    const QString others = object.value("others"_L1).toString(u"remove"_s);
    if (others != "remove"_L1 && others != "keep"_L1)
        return bad(u"others"_s);
    policy.keepsOthers = others == "keep"_L1;
    for (auto entry = columns.begin(); entry != columns.end(); ++entry) {
        ColumnPolicy column;
        column.column = entry.key();
        if (const QString wrong = readColumn(entry.value().toObject(), column); !wrong.isEmpty())
            return bad(wrong);
        policy.columns.append(column);
    }
    return policy;
}

} // namespace dw
