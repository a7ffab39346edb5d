#include "core/desk/clients/listimport.h"

#include "core/engines/crypto/hash.h"

#include <QFileInfo>

namespace dw {

namespace {

constexpr int sampleRows = 200;
constexpr int batchRows = 5000;

} // namespace

ListImport::ListImport(ClientService &clients, std::unique_ptr<TableSession> session)
    : m_clients(clients)
    , m_session(std::move(session))
{
}

Result<std::unique_ptr<ListImport>> ListImport::open(
    ClientService &clients, const QByteArray &file, const QString &fileName, const TableOptions &options, JobContext &job)
{
    DW_ASSIGN(auto session, clients.openList(file, options, job));
    std::unique_ptr<ListImport> import(new ListImport(clients, std::move(session)));
    DW_ASSIGN(import->m_sample, import->m_session->next(sampleRows, job));
    DW_ASSIGN(import->m_request.mapping, clients.mappingFor(import->m_sample));
    import->m_request.fileName = QFileInfo(fileName).fileName();
    import->m_request.fileSize = file.size();
    import->m_request.fileSha256 = sha256(file).toHex();
    import->m_request.encoding = import->info().encoding;
    return import;
}

Result<ImportOutcome> ListImport::dryRun(JobContext &job)
{
    DW_TRY(m_session->rewind(job));
    NoJobContext quiet; // a batch is not the whole: its own progress says nothing
    DW_ASSIGN(ImportOutcome outcome, m_clients.dryRun(m_request, [&] { return m_session->next(batchRows, quiet); }, job));
    m_request.level = outcome.proposal.level;
    m_request.expectedRows = outcome.rows;
    return outcome;
}

Result<ImportOutcome> ListImport::run(JobContext &job)
{
    DW_TRY(m_session->rewind(job));
    NoJobContext quiet;
    return m_clients.importRows(m_request, [&] { return m_session->next(batchRows, quiet); }, job);
}

} // namespace dw
