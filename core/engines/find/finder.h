#pragma once

#include "core/engines/find/namedictionary.h"

#include <memory>

namespace dw {

struct FinderOptions {
    QList<DictionaryName> names;
    bool allAmounts = false; ///< Every sum of money, not only those in the context of a deal.
};

/// Finds client information in texts: normalises, runs every scanner, settles overlaps. Any thread may ask.
class Finder
{
public:
    explicit Finder(const FinderOptions &options = {});

    QList<FoundSpan> find(const MappedText &text) const;
    QList<FoundSpan> find(QStringView text) const;

    /// A table's cell: the heading of its column is read as the words before it.
    QList<FoundSpan> findInCell(QStringView cell, QStringView heading) const;

private:
    std::vector<std::unique_ptr<Scanner>> m_scanners;
};

} // namespace dw
