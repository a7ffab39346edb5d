#pragma once

#include "core/domain/document.h"
#include "core/domain/record.h"
#include "core/store/transaction.h"

#include <QHash>

namespace dw {

/// The deal's memory of false positives (register false_positive).
namespace findingmemory {

/// Kind and value as two findings are compared: the same however the characters are written and spaced.
QString keyOf(const QString &kind, const QString &value);
inline QString keyOf(const Finding &finding) { return keyOf(finding.kind, finding.value); }

/// What somebody said is no client information, in any document of the deal, as far as this session may see it.
Result<QHash<QString, Record>> falsePositives(const ReadTx &tx);
Result<> remember(WriteTx &tx, const DocumentVersion &version, const QHash<QString, Finding> &decided);
Result<> forget(WriteTx &tx, const QSet<QString> &keys);

} // namespace findingmemory

/// What was decided before about findings of the same value: by the deal's memory of false positives, in this
/// version, or in the one it was made of. A redaction is a matter of the place.
class FindingMemory
{
public:
    FindingMemory(const QHash<QString, Record> &falsePositives, const QList<Finding> &own, const QList<Finding> &inherited);

    void decide(Finding &finding) const;

private:
    const QHash<QString, Record> &m_falsePositives;
    QHash<QString, QList<Finding>> m_decided; ///< By key; this version's own first.
};

} // namespace dw
