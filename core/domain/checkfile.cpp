#include "core/domain/checkfile.h"

#include <QRegularExpression>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

bool mentions(const QString &sql, const QString &name)
{
    return sql.contains(QRegularExpression(u"\\b"_s + name + u"\\b"_s));
}

tl::unexpected<Error> malformed(const QString &id, const QString &detail)
{
    return fail(ErrorCode::Corrupt, u"check.malformed"_s, {id}, detail);
}

bool setEmptyMeaning(CheckDecl &check, const QString &word)
{
    static const QHash<QString, EmptyMeaning> words {{u"fact"_s, EmptyMeaning::Fact}, {u"no_data"_s, EmptyMeaning::NoData},
        {u"nil_return"_s, EmptyMeaning::NilReturn}, {u"not_applicable"_s, EmptyMeaning::NotApplicable}};
    const auto it = words.constFind(word);
    if (it == words.cend())
        return false;
    check.empty = *it;
    return true;
}

/// One line "-- key: value" of a check's head; false when the value makes no sense.
bool readHead(CheckDecl &check, const QString &key, const QString &value)
{
    if (key == u"en"_s)
        check.title.en = value;
    else if (key == u"zh"_s)
        check.title.zh = value;
    else if (key == u"empty"_s)
        return setEmptyMeaning(check, value);
    else if (key == u"period"_s)
        check.periodDays = value.toInt();
    else if (key == u"soft"_s)
        check.isSoft = value == u"yes"_s;
    else if (key == u"fix"_s) {
        check.page = value.section(u' ', 0, 0);
        check.registerId = value.section(u' ', 1, 1);
    } else
        return false;
    return true;
}

Result<> finish(CheckDecl &check, const CheckFile::Views &views)
{
    const bool isFact = check.empty == EmptyMeaning::Fact;
    if (check.title.en.isEmpty() || check.title.zh.isEmpty() || check.page.isEmpty() || check.registerId.isEmpty())
        return malformed(check.id, u"a head line is missing"_s);
    if (isFact ? check.fact.isEmpty() : check.population.isEmpty() || check.violations.isEmpty())
        return malformed(check.id, u"a query is missing"_s);
    if (isFact) {
        check.fact = CheckFile::withViews(check.fact, views);
    } else {
        check.violations = CheckFile::withViews(check.violations, views, check.population);
        check.population = CheckFile::withViews(check.population, views);
    }
    return {};
}

} // namespace

QString CheckFile::withViews(const QString &sql, const Views &views, const QString &population)
{
    QString text = sql + population;
    QStringList used;
    for (auto view = views.crbegin(); view != views.crend(); ++view) {
        if (!mentions(text, view->first))
            continue;
        text += view->second;
        used.prepend(view->first + u" AS (\n"_s + view->second + u')');
    }
    if (!population.isEmpty())
        used.append(u"population AS (\n"_s + population + u')');
    return used.isEmpty() ? sql : u"WITH "_s + used.join(u",\n"_s) + u'\n' + sql;
}

Result<CheckFile::Views> CheckFile::readViews(const QString &text)
{
    Views views;
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(u"-- view: "_s))
            views.append({line.mid(9).trimmed(), {}});
        else if (views.isEmpty())
            return malformed(u"views"_s, u"text before the first view"_s);
        else if (!line.trimmed().isEmpty())
            views.last().second += line + u'\n';
    }
    return views;
}

Result<QList<CheckDecl>> CheckFile::readChecks(const QString &module, const QString &text, const Views &views)
{
    static const QRegularExpression head(u"^-- (\\w+):\\s*(.*)$"_s);
    QList<CheckDecl> checks;
    QString *target = nullptr; // the query that lines belong to
    for (const QString &line : text.split(u'\n')) {
        const QRegularExpressionMatch match = head.match(line);
        const QString key = match.captured(1);
        const QString value = match.captured(2).trimmed();
        if (!match.hasMatch()) {
            if (target && !line.trimmed().isEmpty())
                *target += line + u'\n';
        } else if (key == u"check"_s) {
            if (!checks.isEmpty())
                DW_TRY(finish(checks.last(), views));
            checks.append(CheckDecl());
            checks.last().id = value;
            checks.last().module = module;
            target = nullptr;
        } else if (checks.isEmpty()) {
            return malformed(module, u"text before the first check"_s);
        } else if (key == u"fact"_s) {
            target = &checks.last().fact;
        } else if (key == u"population"_s) {
            target = &checks.last().population;
        } else if (key == u"violations"_s) {
            target = &checks.last().violations;
        } else if (!readHead(checks.last(), key, value)) {
            return malformed(checks.last().id, u"line '%1'"_s.arg(line));
        }
    }
    if (!checks.isEmpty())
        DW_TRY(finish(checks.last(), views));
    return checks;
}

} // namespace dw
