#pragma once

#include "core/base/result.h"
#include "core/desk/registers/recordcsv.h"
#include "core/desk/registers/recordrule.h"
#include "core/domain/language.h"
#include "core/domain/record.h"
#include "core/domain/registerdecl.h"

#include <memory>

namespace dw {

class JobContext;
class Store;
class WorkerClient;

/// Which rows of a register to list.
struct RecordQuery {
    QString search; ///< Words that must all occur in the row's texts or label; empty = all.
    QVariantMap filters; ///< Field (or "state") -> value, or a list of values one of which must match.
    bool includeVoided = false;
    RecordId parent; ///< Only rows whose parent field refers to this record.
};

/// The door to every register: list, add, change, states, history, CSV. Checks roles and declarations and asks the
/// rules of registers with behaviour. Each call that writes is one transaction with its audit entry.
class RecordService
{
public:
    /// `worker` reads the files that are imported; it outlives the service. `measures`: the ids a field of type
    /// Measure may hold; empty = not checked.
    RecordService(Store &store, const WorkerClient &worker, const QStringList &measures = {});
    ~RecordService();

    void addRule(std::shared_ptr<RecordRule> rule);

    const RegisterCatalogue &catalogue() const;

    Result<QList<Record>> list(const QString &registerId, const RecordQuery &query = {}) const;
    Result<Record> get(const QString &registerId, const RecordId &id) const;
    Result<QList<RecordChange>> history(const QString &registerId, const RecordId &id) const;

    /// Errors: NotPermitted "record.role"; InvalidInput "record.required" {register, field}, "record.type",
    /// "record.choice", "record.reference", "record.unique", "record.read_only", "record.unknown_field";
    /// Conflict "record.single".
    Result<RecordId> add(const QString &registerId, const QVariantMap &values, const QString &note = {});
    /// `version` as read; 0 = whatever it is now. Conflict "record.changed_meanwhile".
    Result<> set(const QString &registerId, const RecordId &id, int version, const QVariantMap &values, const QString &note = {});
    /// PolicyBlocked "record.transition" from the wrong state, "record.needs" {field...}, "record.reason_needed".
    Result<> transition(const QString &registerId, const RecordId &id, const QString &transitionId, const QVariantMap &values = {}, const QString &reason = {});
    Result<> voidRecord(const QString &registerId, const RecordId &id, const QString &reason);

    /// The same as add(), inside a service's own action and whatever the actor's role.
    Result<RecordId> addIn(WriteTx &tx, const QString &registerId, const QVariantMap &values) const;

    bool mayAdd(const QString &registerId) const;
    bool mayEdit(const QString &registerId) const;
    /// Transitions the actor may choose now, automatic ones left out.
    QList<const TransitionDecl *> transitions(const Record &record) const;
    /// Values a new form starts with: defaults, today, the open phase.
    Result<QVariantMap> defaults(const QString &registerId) const;

    /// The words that name a record in pickers and lists, references resolved.
    Result<QString> label(const QString &registerId, const RecordId &id, Language language = Language::English) const;
    /// The same for many at once, by id.
    Result<QHash<QString, QString>> labels(const QString &registerId, Language language = Language::English) const;

    /// A CSV or XLSX file in memory; it is parsed in the worker, so this is work for a job. Headings are field names
    /// or titles in either language.
    Result<ImportReport> importTable(const QString &registerId, const QByteArray &bytes, const ImportOptions &options, JobContext &job);
    Result<QByteArray> exportCsv(const QString &registerId, const RecordQuery &query = {}, Language language = Language::English) const;
    /// A CSV with the headings of the register and no rows, to fill in.
    Result<QByteArray> csvTemplate(const QString &registerId, Language language = Language::English) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dw
