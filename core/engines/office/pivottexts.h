#pragma once

#include "core/domain/filetext.h"
#include "core/engines/office/xmlscanner.h"

#include <functional>

namespace dw {

/// The copy of a list that a pivot table keeps, whether or not the list itself is still there (ECMA-376 part 1, 18.10):
/// the fields with their shared items, and the records that point into them.
class PivotTexts
{
public:
    using Take = std::function<void(FileText)>;

    explicit PivotTexts(Take take);

    /// The fields' names and items. Fails as XmlScanner.
    Result<> readDefinition(const QString &part, XmlScanner::Source source);

    /// The records of the definition that was read before; without one their values are given without headings.
    Result<> readRecords(const QString &part, XmlScanner::Source source);

private:
    void takeRow(const QString &part, const QStringList &cells, bool isNewTable);

    const Take m_take;
    QStringList m_fields;
    QList<QStringList> m_items; ///< For each field.
    int m_row = 0;
};

} // namespace dw
