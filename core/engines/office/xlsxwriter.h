#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QVariantList>

namespace dw {

/// Builds a workbook of one sheet in memory. Not libxlsxwriter: it writes each part through a temporary file,
/// and what is written here must not reach the disk in clear. Text is stored as text, so nothing in it can
/// become a formula; only numeric variants become numbers.
class XlsxWriter
{
public:
    explicit XlsxWriter(const QString &sheetName);

    /// The first row is shown in bold and stays in place on scrolling.
    /// Fails with LimitExceeded "xlsx.too_many_rows" or "xlsx.cell_too_long" (limits of the format).
    Result<> writeRow(const QVariantList &cells);

    /// The finished file; call once.
    Result<QByteArray> finish();

private:
    QByteArray m_sheetName;
    QByteArray m_rows;
    qint64 m_count = 0;
    qsizetype m_columns = 0;
};

} // namespace dw
