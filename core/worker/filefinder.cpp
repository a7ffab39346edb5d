#include "core/worker/filefinder.h"

#include "core/worker/documentsweep.h"

namespace dw {

using namespace Qt::StringLiterals;

Result<FileFindings> FileFinder::find(const QByteArray &bytes, const QString &name, JobContext &job, const Take &take) const
{
    constexpr qsizetype mostProblems = 10'000;
    DW_ASSIGN(const auto session, FileSession::open(m_client, bytes, name, job, m_pictures));
    FileFindings result;
    result.kind = session->kind();
    result.pages = session->kind() == "pdf"_L1 ? session->stepCount() : 0;
    DocumentSweep sweep(m_finder, [&](const FileText &text, const QList<FileFinding> &found) {
        if (text.page > 0)
            result.pageInfos.append(text.pageInfo);
        result.findings += found;
        if (take)
            take(text, found);
    });
    while (!session->isDone()) {
        DW_ASSIGN(FileTexts texts, session->next(job));
        for (const Error &error : std::as_const(texts.unread)) {
            if (result.unread.size() < mostProblems)
                result.unread.append(error);
        }
        for (FileText &text : texts.texts)
            sweep.add(std::move(text));
    }
    sweep.finish();
    for (const QString &rule : sweep.stoppedRules())
        result.unread.append({ErrorCode::LimitExceeded, u"find.rule_stopped"_s, {name, rule}, {}});
    return result;
}

} // namespace dw
