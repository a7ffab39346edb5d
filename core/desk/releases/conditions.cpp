#include "core/desk/releases/conditions.h"

#include "core/desk/rows.h"

namespace dw {

using namespace Qt::StringLiterals;

Subjects ReleaseCase::subjects() const
{
    return {{u"doc_version"_s, textOf(version, "id"_L1)}, {u"document"_s, textOf(document, "id"_L1)}, {u"person"_s, standing.id()},
        {u"organisation"_s, standing.organisationId()}};
}

bool identifiesPeople(const Row &version, const Row &document)
{
    return version.value(u"identifiable_pi"_s).toBool() || document.value(u"raised_pi"_s).toBool();
}

QStringList ReleaseVerdict::failingNumbers() const
{
    QStringList numbers;
    for (const Condition &condition : failing(conditions))
        numbers.append(QString::number(condition.number));
    return numbers;
}

namespace {

using Evaluator = Result<Condition> (*)(const ReleaseCase &);

// In the order in which the window and the ledger show them.
constexpr Evaluator fourteen[] = {conditions::phase, conditions::recipient, conditions::nda, conditions::grant,
    conditions::backgroundCheck, conditions::training, conditions::declaration, conditions::wall, conditions::organisation,
    conditions::approval, conditions::verification, conditions::channel, conditions::personalInformation, conditions::incidents};

Result<Row> existing(const ReadTx &tx, const QString &table, const QString &id)
{
    DW_ASSIGN(const Row row, rowOf(tx, table, id));
    if (row.isEmpty())
        return fail(ErrorCode::NotFound, u"record.missing"_s, {table, id});
    return row;
}

} // namespace

Result<ReleaseVerdict> judge(const ReadTx &tx, const DealDay &day, const ReleaseQuestion &question, const Ceiling &ceiling)
{
    DW_ASSIGN(const Standing standing, Standing::of(tx, day, question.person.toString()));
    DW_ASSIGN(const Row version, existing(tx, u"doc_version"_s, question.version.toString()));
    DW_ASSIGN(const Row document, existing(tx, u"document"_s, textOf(version, "document"_L1)));
    DW_ASSIGN(const Row channel, existing(tx, u"channel"_s, question.channel.toString()));
    const ReleaseCase c {tx, day, question, ceiling, standing, version, document, channel};
    ReleaseVerdict verdict;
    verdict.isClockBehind = day.isClockBehind();
    verdict.lastEntryAt = QDateTime::fromMSecsSinceEpoch(day.lastEntryAt, day.zone).toString(u"yyyy-MM-dd HH:mm"_s);
    int number = 0;
    for (const Evaluator evaluate : fourteen) {
        DW_ASSIGN(Condition condition, evaluate(c));
        condition.number = ++number;
        verdict.conditions.append(condition);
    }
    return verdict;
}

} // namespace dw
