#include "core/desk/documents/searchwords.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Parties and people of the deal, which every account may read.
Result<> addNamesOfTheDeal(const ReadTx &tx, QList<DictionaryName> &names)
{
    DW_ASSIGN(const auto deals, tx.records().list(u"deal"_s));
    for (const Record &deal : deals)
        names.append({deal.text(u"true_name"_s), u"COMPANY"_s});
    DW_ASSIGN(const auto organisations, tx.records().list(u"organisation"_s));
    for (const Record &organisation : organisations)
        names.append({organisation.text(u"name"_s), u"COMPANY"_s});
    DW_ASSIGN(const auto people, tx.records().list(u"person"_s));
    for (const Record &person : people) {
        for (const QString &field : {u"name"_s, u"local_name"_s, u"birth_name"_s})
            names.append({person.text(field), u"PERSON"_s});
    }
    return {};
}

/// Terms and patterns that somebody added. What this account may not see it cannot look for.
Result<> addOwn(const ReadTx &tx, SearchWords &words)
{
    RecordFilter inUse;
    inUse.equals.insert(u"state"_s, u"in_use"_s);
    DW_ASSIGN(const auto terms, tx.records().list(u"search_term"_s, inUse));
    for (const Record &term : terms) {
        if (term.withheld.contains(u"term"_s)) {
            const SearchGap gap {u"find.terms_withheld"_s, {}};
            if (!words.gaps.contains(gap))
                words.gaps.append(gap);
            continue;
        }
        DictionaryName name;
        name.text = term.text(u"term"_s);
        name.type = term.text(u"category"_s);
        name.reason = u"term"_s;
        words.options.names.append(name);
    }
    DW_ASSIGN(const auto patterns, tx.records().list(u"search_pattern"_s, inUse));
    for (const Record &pattern : patterns)
        words.options.rules.append({pattern.text(u"name"_s), pattern.text(u"category"_s), pattern.text(u"pattern"_s)});
    return {};
}

/// Client lists that lie above what this account may see: their names are missing from its search.
Result<> addWithheld(const ReadTx &tx, QList<SearchGap> &gaps)
{
    DW_ASSIGN(const auto rows, tx.query(u"SELECT DISTINCT level FROM client_import WHERE state = 'imported' AND voided_at IS NULL ORDER BY level"_s));
    for (const Row &row : rows) {
        const int level = row.value(u"level"_s).toInt();
        if (!tx.store().isCleared(level))
            gaps.append({u"find.names_withheld"_s, {QString::number(level)}});
    }
    return {};
}

} // namespace

Result<SearchWords> SearchWords::load(const DocumentContext &context)
{
    SearchWords words;
    words.options.withPossible = true;
    const auto read = [&](const ReadTx &tx) -> Result<> {
        DW_TRY(addNamesOfTheDeal(tx, words.options.names));
        DW_TRY(addOwn(tx, words));
        return addWithheld(tx, words.gaps);
    };
    DW_TRY(context.store.read(read));
    if (context.clientNames) {
        DW_ASSIGN(const QList<ProtectedName> clients, context.clientNames());
        for (const ProtectedName &client : clients)
            words.options.names.append({client.text, client.kind});
    }
    return words;
}

} // namespace dw
