#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/documents/documentcontext.h"
#include "core/desk/documents/documentreader.h"
#include "core/worker/gapmeasure.h"

#include <QHash>
#include <QSet>

namespace dw {

/// How many of the deal's own names would fit each gap: a gap that only one of them fits tells who stood there.
struct GapCandidates {
    int names = 0; ///< Clients, parties and people of the deal, each once.
    QHash<MarkId, MeasuredGap> gaps; ///< Of accepted and proposed marks.
};

class GapDesk
{
public:
    GapDesk(const DocumentContext &context, const DocumentReader &reader)
        : m_context(context)
        , m_reader(reader)
    {
    }

    static constexpr qsizetype mostAtOnce = 2000;

    /// Measures these marks of a version, or all without any given, in the fonts that stand under them; each gets an
    /// answer. Of more than mostAtOnce the first ones. Needs the clearance of its level.
    Result<GapCandidates> measure(const VersionId &version, const QSet<MarkId> &marks, JobContext &job) const;

private:
    Result<QStringList> names() const;

    const DocumentContext &m_context;
    const DocumentReader &m_reader;
};

} // namespace dw
