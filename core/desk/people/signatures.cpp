#include "core/desk/people/signatures.h"

#include "core/desk/rows.h"

namespace dw {

using namespace Qt::StringLiterals;

Result<Signatures> signaturesOf(const ReadTx &tx, const DealDay &day, const Row &nda)
{
    Signatures signatures;
    DW_ASSIGN(const auto rows,
        tx.query(u"SELECT organisation FROM nda_signatory WHERE nda = :n AND voided_at IS NULL AND person IS NOT NULL "
                 "AND signed_on IS NOT NULL AND signed_on <= :today"_s,
            {{u":n"_s, textOf(nda, "id"_L1)}, {u":today"_s, day.isoToday()}}));
    QSet<QString> signedFor;
    for (const Row &row : rows)
        signedFor.insert(textOf(row, "organisation"_L1));
    signatures.given = int(rows.size());
    QStringList parties = listOf(nda.value(u"receivers"_s)) + listOf(nda.value(u"disclosers"_s));
    parties.removeDuplicates();
    for (const QString &party : parties) {
        if (signedFor.contains(party))
            continue;
        DW_ASSIGN(const Row organisation, rowOf(tx, u"organisation"_s, party));
        signatures.missing.append(organisation.isEmpty() ? party : textOf(organisation, "name"_L1));
    }
    return signatures;
}

} // namespace dw
