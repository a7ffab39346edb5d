#include "core/worker/tablesession.h"

#include <QCborArray>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

/// Unpacking a workbook of a million rows takes its time; a row batch does not.
constexpr WorkerLimits openLimits {.cpuSeconds = 120, .wallSeconds = 300, .replyBytes = 1 << 20};
constexpr WorkerLimits nextLimits {.cpuSeconds = 60, .wallSeconds = 120, .replyBytes = 64 << 20};
constexpr int maxSheets = 1000;

Result<TableInfo> infoFrom(const QCborMap &reply, qint64 fileBytes)
{
    TableInfo info;
    info.format = reply.value("format"_L1).toString().left(10);
    info.encoding = reply.value("encoding"_L1).toString().left(20);
    info.encodingEvidence = reply.value("evidence"_L1).toString().left(20);
    info.delimiter = QChar(static_cast<char16_t>(reply.value("delimiter"_L1).toInteger()));
    info.sheet = static_cast<int>(reply.value("sheet"_L1).toInteger(-1));
    info.fileBytes = fileBytes;
    for (const QCborValue &name : reply.value("sheets"_L1).toArray()) {
        if (info.sheets.size() < maxSheets)
            info.sheets.append(name.toString().left(64));
    }
    for (const QCborValue &hidden : reply.value("hidden"_L1).toArray())
        info.hiddenSheets.append(static_cast<int>(hidden.toInteger()));
    if (info.format != "csv"_L1 && info.format != "xlsx"_L1)
        return fail(ErrorCode::Corrupt, u"worker.protocol"_s);
    return info;
}

} // namespace

Result<std::unique_ptr<TableSession>> TableSession::open(
    const WorkerClient &client, const QByteArray &file, const TableOptions &options, JobContext &job)
{
    if (file.size() > options.limits.fileBytes)
        return fail(ErrorCode::LimitExceeded, u"table.too_large"_s, {QString::number(options.limits.fileBytes)});
    std::unique_ptr<TableSession> session(new TableSession);
    DW_ASSIGN(session->m_process, client.start());
    const QCborMap request {{u"file"_s, file}, {u"encoding"_s, options.encoding},
        {u"delimiter"_s, static_cast<int>(options.delimiter.unicode())}, {u"sheet"_s, options.sheet}};
    DW_ASSIGN(const QCborMap reply, session->m_process->call(u"table.open"_s, request, job, openLimits));
    DW_ASSIGN(session->m_info, infoFrom(reply, file.size()));
    return session;
}

Result<TableBatch> TableSession::next(int maxRows, JobContext &job)
{
    DW_ASSIGN(const QCborMap reply, m_process->call(u"table.next"_s, {{u"rows"_s, maxRows}}, job, nextLimits));
    m_progress = qBound(0.0, reply.value("progress"_L1).toDouble(), 1.0);
    return TableBatch::parse(reply.value("batch"_L1).toByteArray());
}

Result<> TableSession::rewind(JobContext &job)
{
    DW_TRY(m_process->call(u"table.rewind"_s, {}, job, openLimits));
    m_progress = 0;
    return {};
}

} // namespace dw
