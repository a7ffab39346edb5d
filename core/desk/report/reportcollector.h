#pragma once

#include "core/desk/dealday.h"
#include "core/desk/measures/measureservice.h"
#include "core/desk/report/reportlayout.h"
#include "core/store/audittrail.h"

namespace dw {

class ReadTx;

/// Fills ReportData from one snapshot of the store.
class ReportCollector
{
public:
    ReportCollector(const ReadTx &tx, const MeasureService &measures, const ReportRequest &request)
        : m_tx(tx)
        , m_measures(measures)
        , m_request(request)
    {
    }

    /// Everything but issuer, certificates, id and audit claim. `head`: of the trail in this snapshot.
    Result<ReportData> collect(const TrailHead &head);

private:
    Result<> readDeal(ReportData &data);
    Result<> readPhases(ReportData &data);
    Result<> readSigners(ReportData &data);
    Result<> readSections(ReportData &data, const TrailHead &head);
    Result<> readTable(ReportSection &section, const TableLayout &layout, const TrailHead &head);
    Result<> fillOwn(const QString &section, ReportTable &table, const TrailHead &head);
    QVariantMap period() const; ///< :from_ms, :until_ms, :from_day, :until_day
    Result<QHash<QString, QString>> evidenceOfMeasures() const;
    Result<> fillHeads(ReportTable &table, const TrailHead &head);
    Result<> fillMeasures(ReportTable &table);
    Result<> fillAnnex(ReportTable &table);
    void conclude(ReportData &data) const;
    Result<> mask(ReportData &data, const OutsideFilter &filter) const;
    static void convert(ReportTable &table);

    const ReadTx &m_tx;
    const MeasureService &m_measures;
    ReportRequest m_request;
    DealDay m_day;
    DealStatus m_status;
};

} // namespace dw
