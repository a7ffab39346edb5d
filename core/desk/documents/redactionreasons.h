#pragma once

#include "core/desk/documents/documentcontext.h"
#include "core/domain/registerdecl.h"

namespace dw {

/// Why something is removed.
struct RedactionReason {
    QString code; ///< "client_identity"
    LocalText title;
    QString label; ///< What is printed in the box: short, ASCII, the same for both languages.
    int colour = 0; ///< Index into the viewer's palette of edge colours.
    bool isBuiltIn = true;
};

/// The reason codes: the built-in ones (resource words/reasons.json) and the deal's own (register redaction_reason).
class RedactionReasons
{
public:
    explicit RedactionReasons(const DocumentContext &context)
        : m_context(context)
    {
    }

    Result<QList<RedactionReason>> all() const;
    static Result<QList<RedactionReason>> builtIn();
    static Result<QList<RedactionReason>> all(const ReadTx &tx);

    /// Default of a mark that names none.
    static QString defaultCode();

private:
    const DocumentContext &m_context;
};

} // namespace dw
