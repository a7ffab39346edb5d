#pragma once

#include "core/engines/find/scanner.h"

#include <QStringList>

#include <algorithm>

namespace dwtest {

/// What a scanner finds in a text, in order, as "TYPE text"; "?TYPE text" for what is only possible.
inline QStringList found(const dw::Scanner &scanner, const QString &source)
{
    const dw::MappedText text(source);
    QList<dw::FoundSpan> spans;
    scanner.scan(text, spans);
    std::stable_sort(spans.begin(), spans.end(), [](const dw::FoundSpan &a, const dw::FoundSpan &b) { return a.start < b.start; });
    QStringList list;
    for (const dw::FoundSpan &span : std::as_const(spans))
        list.append((dw::isPossibleOnly(span) ? QStringLiteral("?") : QString()) + span.type + u' ' + text.sourceText(span.start, span.end));
    return list;
}

} // namespace dwtest
