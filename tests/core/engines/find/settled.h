#pragma once

#include "core/engines/find/overlaps.h"
#include "core/engines/find/scanner.h"

#include <QStringList>

namespace dwtest {

/// What is left of a scanner's findings after overlaps, as "TYPE text": for scanners that offer short and long names.
inline QStringList settled(const dw::Scanner &scanner, const QString &source)
{
    const dw::MappedText text(source);
    QList<dw::FoundSpan> spans;
    scanner.scan(text, spans);
    QStringList list;
    for (const dw::FoundSpan &span : dw::withoutOverlaps(spans))
        list.append(span.type + u' ' + text.sourceText(span.start, span.end));
    return list;
}

} // namespace dwtest
