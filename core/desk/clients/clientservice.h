#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/clients/clientimport.h"
#include "core/desk/clients/clientindex.h"
#include "core/desk/clients/clientmapping.h"
#include "core/desk/clients/levelproposal.h"
#include "core/domain/record.h"
#include "core/engines/office/tablereader.h"

#include <QMetaObject>

#include <memory>
#include <mutex>

namespace dw {

class RecordService;
class Store;
class TableSession;
class WorkerClient;

/// One row of a client list as it is shown.
struct ClientRecord {
    ClientRecordId id;
    AssetId asset;
    ImportId import;
    qint64 row = 0; ///< In the imported file.
    int level = 0; ///< Effective: the higher of the asset's and the row's own.
    QString name;
    QStringList aliases;
    QString contact, identifier, phone, email, address, account, freeText;
    std::optional<double> revenue;
    QList<std::pair<QString, QString>> extra; ///< The list's own columns.
};

/// A name the finder looks for.
struct DictionaryEntry {
    QString text;
    QString type; ///< "COMPANY" or "PERSON".
};

/// Client data: assets with their levels, imports of lists, the records and their index. Each call that writes
/// is one business action. Files are read by the worker; nothing untrusted is parsed here.
class ClientService
{
public:
    /// Adds the rules of register data_asset to `records`.
    ClientService(Store &store, RecordService &records, const WorkerClient &worker);
    ~ClientService();

    Result<QList<Record>> assets() const; ///< Not voided, newest last.
    Result<LevelProposal> proposal(const RecordId &asset) const;

    /// A person's decision. Below the proposed level it needs a reason (PolicyBlocked "asset.reason_needed") and
    /// takes effect on the stored records only with the review by somebody else. Raising takes effect at once.
    /// Re-opens the review and marks the documents built on the asset.
    Result<> decideLevel(const RecordId &asset, int level, const QString &reason = {});
    /// The second pair of eyes: not the classifier (PolicyBlocked "asset.own_review").
    Result<> review(const RecordId &asset, const QString &note = {});

    /// Opens a list in the worker. Any thread; one user at a time.
    Result<std::unique_ptr<TableSession>> openList(const QByteArray &file, const TableOptions &options, JobContext &job) const;
    /// Mapping of the last import that had the same headings; else a proposal.
    Result<ClientMapping> mappingFor(const TableBatch &sample) const;

    /// Reads the whole list without writing: counts, problems, and the level it proposes.
    Result<ImportOutcome> dryRun(const ImportRequest &request, const TableRows &rows, JobContext &job) const;
    /// Writes the good rows as one action. `request.level`: see ImportRequest.
    Result<ImportOutcome> importRows(const ImportRequest &request, const TableRows &rows, JobContext &job);
    /// Takes a whole import out of sight, for everybody and at once. Conflict "import.not_in_force".
    Result<> undoImport(const RecordId &import, const QString &reason = {});
    Result<QList<Record>> imports() const;

    /// The asset a list goes to when none is named: the only one there is, or a new one called `name`.
    Result<RecordId> assetForImport(const QString &name);
    /// Counts and proposals of assets whose records were filed from below at this unlock.
    Result<> recount(const QSet<AssetId> &assets);
    bool mayEdit() const; ///< Whether the account's role may import, classify and undo.

    /// The index, built on first use and after each change; slow the first time, so ask from a job.
    Result<std::shared_ptr<const ClientIndex>> index() const;
    Result<QList<ClientRecord>> records(const QList<ClientRecordId> &ids) const; ///< In the order asked for.
    Result<ClientRecord> record(const ClientRecordId &id) const;

    /// Names, aliases and contacts of all records this session may see.
    Result<QList<DictionaryEntry>> dictionary() const;

private:
    void forgetIndex();

    Result<ImportOutcome> readAll(const ImportRequest &request, const TableRows &rows, QSet<QByteArray> known,
        const std::function<Result<int>(const ClientRow &)> &take, JobContext &job) const;

    Store &m_store;
    RecordService &m_records;
    const WorkerClient &m_worker;
    QMetaObject::Connection m_listening;
    mutable std::mutex m_indexMutex;
    mutable std::shared_ptr<const ClientIndex> m_index;
    mutable quint64 m_indexGeneration = 0;
};

} // namespace dw
