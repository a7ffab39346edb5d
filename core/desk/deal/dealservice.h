#pragma once

#include "core/base/result.h"
#include "core/domain/record.h"

#include <QDate>
#include <QList>

namespace dw {

class RecordService;
class Store;

/// The answers of the new-deal wizard.
struct NewDeal {
    QVariantMap deal; ///< Fields of register "deal"; code_name and structure are needed.
    QVariantMap settings; ///< Fields of "deal_settings"; defaults where absent.
    QList<std::pair<QDate, QDate>> phases; ///< Planned from/until of the five phases; may be shorter.
};

/// The deal itself: made once, its scope locked, its state changed.
class DealService
{
public:
    DealService(Store &store, RecordService &records);

    /// Makes the deal, its settings and its five phases (the first open). Conflict "deal.exists";
    /// InvalidInput "deal.code_name" when it holds the true name or is no plain word.
    Result<RecordId> create(const NewDeal &deal);
    Result<Record> deal() const; ///< NotFound "deal.missing".
    Result<Record> settings() const;
    Result<QList<Record>> phases() const; ///< In order.
    Result<QString> codeName() const; ///< Empty while there is no deal.

    Result<> set(int version, const QVariantMap &values, const QString &note = {});
    Result<> setSettings(int version, const QVariantMap &values, const QString &note = {});
    /// Freezes purpose and scope as the next version; later edits of them unlock it.
    Result<int> lockScope();
    Result<> activate();
    Result<> hold(const QString &reason);
    Result<> resume();
    /// Abandons the deal: phase 5 opens, so that return-or-destroy runs.
    Result<> terminate(const QString &reason);

    /// Today in the deal's time zone.
    Result<QDate> today() const;

private:
    Result<> transition(const QString &id, const QString &reason);

    Store &m_store;
    RecordService &m_records;
};

} // namespace dw
