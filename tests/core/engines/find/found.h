#pragma once

#include "core/engines/find/scanner.h"

#include <QStringList>

namespace dwtest {

/// What a scanner finds in a text, as "TYPE text".
inline QStringList found(const dw::Scanner &scanner, const QString &source)
{
    const dw::MappedText text(source);
    QList<dw::FoundSpan> spans;
    scanner.scan(text, spans);
    QStringList list;
    for (const dw::FoundSpan &span : spans)
        list.append(span.type + u' ' + text.sourceText(span.start, span.end));
    return list;
}

} // namespace dwtest
