#pragma once

#include "core/domain/filetext.h"
#include "core/worker/workerclient.h"

namespace dw {

/// Any file that can be searched, read step by step in a worker: PDF, scans, pictures, Word, Excel and PowerPoint files, lists,
/// text, archives of these. What kills the worker is told as unread, and a new worker goes on behind it. One thread at a time.
class FileSession
{
public:
    enum class Pictures {
        Recognised, ///< Pages that are pictures are read by text recognition: several seconds each.
        Left, ///< They are told as unread.
    };

    /// `name` is for messages and for the kinds of plain text; the file itself is `bytes`. Fails with "find.kind_unread",
    /// "find.encrypted_office", "find.old_office", and as the readers of the kinds do.
    static Result<std::unique_ptr<FileSession>> open(
        const WorkerClient &client, const QByteArray &bytes, const QString &name, JobContext &job, Pictures pictures = Pictures::Recognised);

    QString kind() const { return m_kind; } ///< "pdf", "package", "table", "text", "picture".
    int stepCount() const { return m_stepCount; } ///< Pages of a PDF, parts of an office file.
    int step() const { return m_step; }
    bool isDone() const { return m_step >= m_stepCount; }

    pid_t processId() const { return m_process ? m_process->processId() : -1; } ///< Of the worker now at it.

    /// The next texts, each once. Fails with Cancelled, or when no worker can be started any more.
    Result<FileTexts> next(JobContext &job);

private:
    FileSession(const WorkerClient &client, QByteArray bytes, QString name, Pictures pictures);

    Result<> openAt(int step, JobContext &job);
    Result<FileTexts> ask(JobContext &job);
    Result<FileTexts> goOnAfter(const Error &error, JobContext &job);

    const WorkerClient &m_client;
    const QByteArray m_bytes;
    const QString m_name;
    const Pictures m_pictures;
    std::unique_ptr<WorkerProcess> m_process;
    QString m_kind;
    QString m_stepName; ///< Of the step that comes next, where it has a name.
    int m_stepCount = 0;
    int m_step = 0;
    int m_deaths = 0;
    qsizetype m_given = 0; ///< Texts of this step that have been handed out: of a page the text, not yet its pictures ...
    qsizetype m_again = 0; ///< ... and those of them that a new worker will read once more.
    bool m_isSlow = false;
    bool m_isCareful = false; ///< One step at a time, since a worker died.
};

} // namespace dw
