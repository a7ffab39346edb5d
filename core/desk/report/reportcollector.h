#pragma once

#include "core/desk/measures/measureservice.h"
#include "core/desk/report/reportlayout.h"
#include "core/store/audittrail.h"

namespace dw {

class ReadTx;

/// Fills ReportData from one snapshot of store.db.
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
    Result<> fill(const QString &section, ReportTable &table, const QString &sql, const TrailHead &head);
    Result<> fillHeads(ReportTable &table, const TrailHead &head);
    void fillMeasures(ReportTable &table);
    Result<> fillAnnex(ReportTable &table);
    void conclude(ReportData &data) const;
    Result<> mask(ReportData &data, const OutsideFilter &filter) const;
    static void convert(ReportTable &table);

    const ReadTx &m_tx;
    const MeasureService &m_measures;
    const ReportRequest &m_request;
    DealStatus m_status;
};

} // namespace dw
