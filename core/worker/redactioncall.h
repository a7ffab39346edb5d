#pragma once

#include "core/worker/workerclient.h"

#include <QSet>

namespace dw {

/// One redaction from the parent's side: a process builds the file, another one, with other code, proves it.
/// Pages that cannot be proven become pictures in a second try; a second failure refuses.
class RedactionCall
{
public:
    RedactionCall(const WorkerClient &client, const QByteArray &pdf, const MarkSet &marks, const RedactionOptions &options);

    Result<RedactionResult> run(JobContext &job);

private:
    struct Verdict {
        QStringList findings; ///< "kind: what" lines without client data; empty when proven.
        QSet<int> pages; ///< Where, if a page can be named.
        QJsonObject facts;
    };

    Result<QByteArray> build(JobContext &job, bool allPages);
    Result<Verdict> verify(const QByteArray &output, JobContext &job);
    QJsonObject report(const QByteArray &output, const Verdict &verdict, int attempt) const;
    QCborMap parameters() const;

    const WorkerClient &m_client;
    const QByteArray m_pdf;
    const MarkSet m_marks;
    const RedactionOptions m_options;
    QSet<int> m_forcedPages; ///< Zero-based; pictures because the first proof failed.
    QStringList m_firstFindings;
    QJsonObject m_buildReport;
};

} // namespace dw
