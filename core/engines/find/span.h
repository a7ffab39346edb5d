#pragma once

#include <QList>
#include <QString>

namespace dw {

/// A place where client information stands. Offsets are Unicode code points of the source text, end exclusive.
struct FoundSpan {
    qsizetype start = 0;
    qsizetype end = 0;
    QString type; ///< "CN_ID", "PHONE" ...; see the manual for the list.
    double score = 0; ///< 0 to 1: how sure this is.

    qsizetype length() const { return end - start; }
    bool operator==(const FoundSpan &) const = default;
};

} // namespace dw
