#pragma once

#include "core/desk/report/reportcells.h"

namespace dw {

/// Draws tables that break between rows with their heads repeated. Column widths follow what the cells need.
class ReportTableDrawer
{
public:
    ReportTableDrawer(PageFlow &flow, const ReportWords &words, const ReportLanguage &language, const QTimeZone &zone)
        : m_flow(flow)
        , m_words(words)
        , m_language(language)
        , m_cells(flow.fonts(), words, language, zone)
    {
    }

    void draw(const ReportTable &table);
    double leadHeight(const ReportTable &table) const; ///< Title, head and first row: what must not be torn apart.
    QString dateTime(qint64 ms) const { return m_cells.dateTime(ms); }

private:
    using Cell = ReportCells::Cell;
    struct Layout {
        ReportTable table; ///< Without columns that nobody filled.
        QString title;
        bool isTight = false;
        QList<double> widths;
        QList<QStringList> heads;
        double headHeight = 0;
    };

    Layout layOut(const ReportTable &table) const;
    QList<Cell> cellsOf(const Layout &layout, const QVariantMap &row, double *height) const;
    static ReportTable withoutEmptyColumns(const ReportTable &table);
    void drawNothing(const ReportTable &table);
    void drawTitle(const ReportTable &table, const QString &title);
    double noteHeight(const ReportTable &table) const;
    void drawFacts(const ReportTable &table);
    void drawRows(const Layout &layout);
    void drawHead(const Layout &layout);
    void drawContinuedHead(const Layout &layout);
    void drawRow(const QList<Cell> &cells, const Layout &layout, double height);
    void drawCell(const Cell &cell, double x, double width, bool isCentred = false);
    void drawOutside(const ReportTable &table);

    PageFlow &m_flow;
    const ReportWords &m_words;
    const ReportLanguage &m_language;
    ReportCells m_cells;
};

} // namespace dw
