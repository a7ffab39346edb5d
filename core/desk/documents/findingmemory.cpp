#include "core/desk/documents/findingmemory.h"

#include "core/desk/documents/wordsearch.h"

namespace dw {

using namespace Qt::StringLiterals;

namespace findingmemory {

QString keyOf(const QString &kind, const QString &value)
{
    return kind + u'\n' + SearchText::normalised(value).remove(u' ');
}

Result<QHash<QString, Record>> falsePositives(const ReadTx &tx)
{
    RecordFilter filter;
    filter.equals.insert(u"state"_s, u"in_force"_s);
    DW_ASSIGN(const auto rows, tx.records().list(u"false_positive"_s, filter));
    QHash<QString, Record> remembered;
    for (const Record &row : rows) {
        if (!row.withheld.contains(u"value"_s))
            remembered.insert(keyOf(row.text(u"kind"_s), row.text(u"value"_s)), row);
    }
    return remembered;
}

Result<> remember(WriteTx &tx, const DocumentVersion &version, const QHash<QString, Finding> &decided)
{
    DW_ASSIGN(const auto known, falsePositives(tx));
    for (auto it = decided.cbegin(); it != decided.cend(); ++it) {
        if (known.contains(it.key()))
            continue;
        DW_TRY(tx.records().insert(u"false_positive"_s,
            {{u"kind"_s, it->kind}, {u"value"_s, it->value}, {u"source_level"_s, version.level}, {u"document"_s, version.document.toString()},
                {u"decided_by"_s, tx.actor().id.toString()}, {u"decided_at"_s, tx.now()}}));
    }
    return {};
}

Result<> forget(WriteTx &tx, const QSet<QString> &keys)
{
    DW_ASSIGN(const auto known, falsePositives(tx));
    for (const QString &key : keys) {
        if (known.contains(key))
            DW_TRY(tx.records().setState(u"false_positive"_s, known.value(key).id, u"taken_back"_s));
    }
    return {};
}

} // namespace findingmemory

FindingMemory::FindingMemory(const QHash<QString, Record> &falsePositives, const QList<Finding> &own, const QList<Finding> &inherited)
    : m_falsePositives(falsePositives)
{
    for (const Finding &finding : own) {
        if (finding.state == FindingState::Accepted || finding.state == FindingState::Redacted)
            m_decided[findingmemory::keyOf(finding)].append(finding);
    }
    for (const Finding &finding : inherited) {
        if (finding.state == FindingState::Accepted)
            m_decided[findingmemory::keyOf(finding)].append(finding);
    }
}

void FindingMemory::decide(Finding &finding) const
{
    const QString key = findingmemory::keyOf(finding);
    if (const auto row = m_falsePositives.constFind(key); row != m_falsePositives.cend()) {
        finding.state = FindingState::FalsePositive;
        finding.decidedBy = AccountId::fromText(row->text(u"decided_by"_s));
        finding.decidedAt = row->integer(u"decided_at"_s);
        return;
    }
    for (const Finding &other : m_decided.value(key)) {
        if (other.state == FindingState::Redacted && !other.isSamePlace(finding))
            continue;
        finding.state = other.state;
        finding.decidedBy = other.decidedBy;
        finding.decidedAt = other.decidedAt;
        return;
    }
}

} // namespace dw
