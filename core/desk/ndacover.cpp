#include "core/desk/ndacover.h"

#include "core/desk/rows.h"

#include <QHash>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

bool isInForce(const Row &nda, const DealDay &day)
{
    const QDate effective = dateOf(nda, "effective_on"_L1);
    if (!effective.isValid() || effective > day.today)
        return false;
    if (textOf(nda, "state"_L1) == "active"_L1) {
        const QDate end = dateOf(nda, "term_end_on"_L1);
        return !end.isValid() || end >= day.today;
    }
    const QDate until = dateOf(nda, "surviving_until"_L1);
    return nda.value(u"survival_forever"_s).toBool() || (until.isValid() && until >= day.today);
}

Cover coverBy(const Row &nda, const Row &person, CoverKind kind)
{
    return {textOf(person, "id"_L1), textOf(person, "name"_L1), textOf(nda, "id"_L1), textOf(nda, "title"_L1),
        textOf(nda, "state"_L1), listOf(nda.value(u"purposes"_s)), kind};
}

// Pairs "nda/person" that a query names.
Result<QSet<QString>> pairs(const ReadTx &tx, const QString &sql, const DealDay &day)
{
    DW_ASSIGN(const auto rows, tx.query(sql, {{u":today"_s, day.isoToday()}}));
    QSet<QString> set;
    for (const Row &row : rows)
        set.insert(textOf(row, "nda"_L1) + u'/' + textOf(row, "person"_L1));
    return set;
}

} // namespace

Result<QList<Cover>> coverOn(const ReadTx &tx, const DealDay &day, const QString &person)
{
    DW_ASSIGN(const auto ndas, tx.query(u"SELECT * FROM nda WHERE voided_at IS NULL AND state IN ('active', 'surviving') ORDER BY id"_s));
    const QString people = u"SELECT p.id, p.name, p.organisation, EXISTS (SELECT 1 FROM access_grant g WHERE g.person = p.id AND "
                           "g.voided_at IS NULL AND g.state IN ('approved', 'active', 'suspended')) AS needs "
                           "FROM person p WHERE p.voided_at IS NULL"_s;
    DW_ASSIGN(const auto persons, person.isEmpty() ? tx.query(people + u" ORDER BY p.name"_s)
                                                   : tx.query(people + u" AND p.id = :p"_s, {{u":p"_s, person}}));
    DW_ASSIGN(const auto signers,
        pairs(tx, u"SELECT nda, person FROM nda_signatory WHERE voided_at IS NULL AND person IS NOT NULL AND signed_on <= :today"_s, day));
    DW_ASSIGN(const auto named, pairs(tx, u"SELECT nda, person FROM nda_cover WHERE voided_at IS NULL AND joined_on <= :today "
                                          "AND (left_on IS NULL OR left_on > :today)"_s, day));
    QList<Cover> covers;
    for (const Row &nda : ndas) {
        if (!isInForce(nda, day))
            continue;
        const QStringList receivers = listOf(nda.value(u"receivers"_s));
        const QString rule = textOf(nda, "kind"_L1) == "employee_undertaking"_L1 ? u"named_only"_s : textOf(nda, "representatives_rule"_L1);
        for (const Row &one : persons) {
            const QString key = textOf(nda, "id"_L1) + u'/' + textOf(one, "id"_L1);
            const bool isOfReceiver = receivers.contains(textOf(one, "organisation"_L1));
            const bool isRepresentative = isOfReceiver
                && (rule == "any"_L1 || (rule == "need_to_know"_L1 && one.value(u"needs"_s).toBool()));
            if (signers.contains(key))
                covers.append(coverBy(nda, one, CoverKind::Signatory));
            else if (named.contains(key))
                covers.append(coverBy(nda, one, CoverKind::Named));
            else if (isRepresentative)
                covers.append(coverBy(nda, one, CoverKind::Representative));
        }
    }
    return covers;
}

} // namespace dw
