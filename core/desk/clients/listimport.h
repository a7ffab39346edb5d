#pragma once

#include "core/desk/clients/clientservice.h"
#include "core/worker/tablesession.h"

namespace dw {

/// One list on its way in, from the opened file to the committed import: what the wizard and the command line
/// share. Blocking; one thread at a time.
class ListImport
{
public:
    /// Opens the file in the worker, reads its first rows and proposes a mapping.
    static Result<std::unique_ptr<ListImport>> open(ClientService &clients, const QByteArray &file, const QString &fileName,
        const TableOptions &options, JobContext &job);

    const TableInfo &info() const { return m_session->info(); }
    const TableBatch &sample() const { return m_sample; } ///< The first rows, headings included.
    const ClientMapping &mapping() const { return m_request.mapping; }
    void setMapping(const ClientMapping &mapping) { m_request.mapping = mapping; }
    void setAsset(const RecordId &asset) { m_request.asset = asset.as<AssetTag>(); }
    void setDuplicates(ImportRequest::Duplicates duplicates) { m_request.duplicates = duplicates; }

    /// Reads the whole list and says what would happen; its proposal decides where run() keeps the rows while
    /// the asset has no decided level.
    Result<ImportOutcome> dryRun(JobContext &job);
    Result<ImportOutcome> run(JobContext &job);

private:
    ListImport(ClientService &clients, std::unique_ptr<TableSession> session);

    ClientService &m_clients;
    std::unique_ptr<TableSession> m_session;
    TableBatch m_sample;
    ImportRequest m_request;
};

} // namespace dw
