#pragma once

#include "core/desk/registers/recordservice.h"

namespace dw {

class ReadTx;
class WriteTx;

/// Shared by recordservice.cpp and recordcsv.cpp.
struct RecordService::Private {
    Store &store;
    const WorkerClient &worker;
    QStringList measures;
    QList<std::shared_ptr<RecordRule>> rules;

    Result<const RegisterDecl *> declaration(const QString &registerId) const;
    QList<std::shared_ptr<RecordRule>> rulesOf(const QString &registerId) const;
    Result<> checkRole(const RegisterDecl &decl, const QStringList &roles) const;
    Result<RecordId> insert(WriteTx &tx, const RegisterDecl &decl, const QVariantMap &given) const;
    Result<QList<Record>> list(const ReadTx &tx, const RegisterDecl &decl, const RecordQuery &query) const;
};

} // namespace dw
