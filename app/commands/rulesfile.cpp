#include "app/commands/rulesfile.h"

#include "app/commands/files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

Result<> readRule(const QString &path, const QJsonValue &value, FinderOptions &options)
{
    const QString name = value["name"_L1].toString(), type = value["type"_L1].toString().toUpper();
    const QJsonValue pattern = value["pattern"_L1], terms = value["terms"_L1];
    if (name.isEmpty() || type.isEmpty() || pattern.isString() == terms.isArray())
        return fail(ErrorCode::InvalidInput, u"find.rules_file"_s, {path});
    if (pattern.isString()) {
        const FinderRule rule {name, type, pattern.toString()};
        DW_TRY(RuleScanner::check(rule));
        options.rules.append(rule);
    }
    const QJsonArray list = terms.toArray();
    for (const QJsonValue &term : list) {
        if (term.toString().trimmed().isEmpty())
            return fail(ErrorCode::InvalidInput, u"find.rules_file"_s, {path});
        options.names.append({term.toString(), type, {}, found::rule.toString(), name, 0.95});
    }
    return {};
}

} // namespace

Result<> readRules(const QString &path, FinderOptions &options)
{
    DW_ASSIGN(const QByteArray bytes, files::read(path));
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isArray())
        return fail(ErrorCode::InvalidInput, u"find.rules_file"_s, {path});
    const QJsonArray rules = document.array();
    for (const QJsonValue &rule : rules)
        DW_TRY(readRule(path, rule, options));
    return {};
}

} // namespace dw
