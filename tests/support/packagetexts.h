#pragma once

#include "core/engines/office/filekind.h"
#include "core/engines/office/packagereader.h"
#include "core/engines/office/plaintextreader.h"

namespace dwtest {

/// Packages and text; a picture or anything else is not readable here.
inline dw::Result<std::unique_ptr<dw::TextReader>> openTexts(const QByteArray &bytes, const QString &name)
{
    DW_ASSIGN(const dw::FileKind kind, dw::fileKind(bytes, name));
    if (kind == dw::FileKind::Package)
        return dw::PackageReader::open(bytes, name, openTexts);
    if (kind == dw::FileKind::Text)
        return dw::PlainTextReader::open(bytes, name);
    return dw::fail(dw::ErrorCode::Unsupported, QStringLiteral("find.kind_unread"), {name});
}

inline dw::FileTexts readAllTexts(dw::TextReader &reader)
{
    dw::FileTexts all;
    while (!reader.isDone()) {
        const dw::FileTexts some = reader.next();
        all.texts += some.texts;
        all.unread += some.unread;
    }
    return all;
}

/// All texts of a package "file"; what keeps it from being opened is its only gap.
inline dw::FileTexts readAllTexts(const QByteArray &bytes)
{
    const auto reader = dw::PackageReader::open(bytes, QStringLiteral("file"), openTexts);
    if (!reader)
        return {{}, {reader.error()}};
    return readAllTexts(**reader);
}

/// The first text with `value` in it, or with a cell that is it; null if there is none.
inline const dw::FileText *textWith(const dw::FileTexts &texts, const QString &value)
{
    for (const dw::FileText &text : texts.texts) {
        if (text.text.contains(value) || text.cells.contains(value))
            return &text;
    }
    return nullptr;
}

} // namespace dwtest
