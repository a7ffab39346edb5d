#pragma once

#include "core/engines/anonymise/labeller.h"
#include "core/engines/anonymise/policy.h"

#include <QStringList>

namespace dw {

/// Makes the anonymised copy of a table that is held in memory, and judges a copy afterwards.
class TableAnonymiser
{
public:
    TableAnonymiser(AnonymisePolicy policy, const SecretBytes &key) : m_policy(std::move(policy)), m_labeller(key) {}

    /// The first row is the headings. InvalidInput "anonymise.column_missing" {heading}, "anonymise.no_number" {row, heading}.
    Result<QList<QStringList>> anonymise(const QList<QStringList> &table);

    /// Whether an original value of a treated column still stands in `copy`, as written or as it reads; the copy is
    /// what was read back from the file. VerificationFailed "anonymise.original_left" {row, column}.
    Result<> proveGone(const QList<QStringList> &table, const QList<QStringList> &copy) const;

private:
    Result<QStringList> column(const QStringList &values, const ColumnPolicy &how);
    Result<> plan(const QStringList &headings);

    AnonymisePolicy m_policy;
    Labeller m_labeller;
    QList<ColumnPolicy> m_plan; ///< One for each column of the table.
};

} // namespace dw
