#pragma once

#include "core/engines/office/tablereader.h"
#include "core/worker/workerclient.h"

namespace dw {

/// One CSV or XLSX held open in one worker and read batch by batch. The file's bytes are parsed there, in the
/// sandbox; what comes back is checked. One thread at a time.
class TableSession
{
public:
    /// Errors as openTable(), and those of WorkerProcess.
    static Result<std::unique_ptr<TableSession>> open(
        const WorkerClient &client, const QByteArray &file, const TableOptions &options, JobContext &job);

    const TableInfo &info() const { return m_info; }
    Result<TableBatch> next(int maxRows, JobContext &job); ///< A batch without rows is the end.
    Result<> rewind(JobContext &job); ///< Back to the first row.
    double progress() const { return m_progress; } ///< 0 to 1.

private:
    TableSession() = default;

    std::unique_ptr<WorkerProcess> m_process;
    TableInfo m_info;
    double m_progress = 0;
};

} // namespace dw
