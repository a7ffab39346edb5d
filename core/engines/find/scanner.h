#pragma once

#include "core/engines/find/mappedtext.h"
#include "core/engines/find/span.h"

#include <initializer_list>
#include <string_view>

namespace dw {

/// Finds candidates of some types in one text, in time linear in its length. Stateless after construction.
class Scanner
{
public:
    virtual ~Scanner() = default;
    virtual void scan(const MappedText &text, QList<FoundSpan> &found) const = 0;

protected:
    using Cues = std::initializer_list<std::u32string_view>;

    /// The span of the characters [from, to) of the normalised text.
    static FoundSpan span(const MappedText &text, qsizetype from, qsizetype to, const QString &type, double score);

    /// How far before `at` the nearest of the words begins to its end (0 = directly before), within `window`
    /// characters of the same sentence; -1 if none is there. Words are lower case.
    static qsizetype cueBefore(const MappedText &text, qsizetype at, qsizetype window, Cues words);

    static constexpr qsizetype nearby = 16;
};

} // namespace dw
