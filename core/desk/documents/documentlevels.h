#pragma once

#include "core/desk/documents/documentcontext.h"
#include "core/desk/documents/documentreader.h"
#include "core/engines/find/classifier.h"

#include <vector>

namespace dw {

/// The level that a document's findings speak for, and a person's word on it.
class DocumentLevels
{
public:
    DocumentLevels(const DocumentContext &context, const DocumentReader &reader)
        : m_context(context)
        , m_reader(reader)
    {
    }

    /// What the newest search proposed; nothing when it was never searched.
    Result<std::optional<ClassProposal>> proposal(const DocumentId &document) const;

    /// A person's decision. Another level than now moves every version with its marks and findings under the keys of
    /// that level. Below the proposal it needs a reason ("document.level_reason" {proposed}), and the clearance of both
    /// levels. "document.state_secret" while it is stopped.
    Result<> decide(const DocumentId &document, int level, const QString &reason = {});

    /// Writes the proposal of a search into the document's row; part of the action that stores the findings. A
    /// state-secret marking stops the document until counsel lets it go on.
    static Result<> propose(WriteTx &tx, const DocumentVersion &version, const QList<Finding> &findings, const QStringList &markings);

private:
    struct Move;
    Result<std::vector<Move>> copies(const DocumentId &document, int level);
    Result<> move(WriteTx &tx, const Move &move, int level) const;

    const DocumentContext &m_context;
    const DocumentReader &m_reader;
};

/// PolicyBlocked "document.state_secret" for a document that is stopped.
Result<> mustNotBeStopped(const ReadTx &tx, const DocumentId &document);

} // namespace dw
