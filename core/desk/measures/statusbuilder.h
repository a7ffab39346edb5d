#pragma once

#include "core/desk/measures/measureservice.h"

#include "core/store/transaction.h"

namespace dw {

/// Computes the 61 rows on one snapshot: runs each check once, then joins signatures, exceptions and dates.
class StatusBuilder
{
public:
    StatusBuilder(const ReadTx &tx, const MeasureCatalogue &catalogue);

    Result<DealStatus> build();

private:
    struct Signed {
        RecordId id;
        QString subject;
        QString checkId;
        QString kind;
        QString phase;
        QString seenHash;
        QString name;
        QDate on;
        qint64 at = 0;
    };

    Result<> load();
    Result<> runChecks();
    Result<QDate> firstFailure(const CheckDecl &check, int lead) const;
    Result<MeasureStatus> row(const MeasureDecl &measure);
    void judgeChecks(const MeasureDecl &measure, MeasureStatus &status, bool &fails, bool &soft, bool &counts) const;
    void judgeDates(const MeasureDecl &measure, MeasureStatus &status) const;
    /// True when a signature in force covers the row now.
    bool judgeSignature(const MeasureDecl &measure, MeasureStatus &status) const;
    const Signed *signatureOf(const MeasureDecl &measure, const QByteArray &seenHash) const;
    const Signed *nilReturnOf(const QString &checkId) const;
    bool applyException(MeasureStatus &status) const;

    const ReadTx &m_tx;
    const MeasureCatalogue &m_catalogue;
    CheckRunner m_runner;
    CheckContext m_context;
    int m_noticeDays = 30;
    QHash<QString, CheckResult> m_results;
    QHash<QString, QDate> m_due; ///< check -> day it will fail
    QList<Signed> m_signatures; ///< in force, newest first
    QHash<QString, std::pair<QString, QString>> m_notApplicable; ///< measure -> reason, approver
    QList<Row> m_exceptions;
};

/// What a signature on a measure binds: the hash over the seen hashes of its checks.
QByteArray seenHashOf(const MeasureDecl &measure, const QHash<QString, CheckResult> &results);

} // namespace dw
