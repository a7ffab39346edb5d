#include "core/desk/facts.h"

#include "core/store/store.h"

namespace dw {

using namespace Qt::StringLiterals;

Result<> writeFact(WriteTx &tx, const Fact &fact)
{
    QVariantMap values {{u"name"_s, fact.name}, {u"holds"_s, fact.holds}, {u"measured_at"_s, tx.now()}, {u"fact_value"_s, fact.value}};
    RecordFilter filter;
    filter.equals = {{u"name"_s, fact.name}};
    if (!fact.subject.isEmpty()) {
        values.insert(u"subject"_s, fact.subject);
        filter.equals.insert(u"subject"_s, fact.subject);
    }
    DW_ASSIGN(const auto known, tx.records().first(u"fact"_s, filter));
    if (known)
        return tx.records().update(u"fact"_s, known->id, values);
    DW_TRY(tx.records().insert(u"fact"_s, values));
    return {};
}

} // namespace dw
