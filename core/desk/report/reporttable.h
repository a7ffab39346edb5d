#pragma once

#include "core/desk/report/pageflow.h"
#include "core/desk/report/reportdata.h"
#include "core/desk/report/reportwords.h"

#include <QTimeZone>

namespace dw {

/// Draws tables that break between rows with their heads repeated. Column widths follow what the cells need.
class ReportTableDrawer
{
public:
    ReportTableDrawer(PageFlow &flow, const ReportWords &words, const ReportLanguage &language, const QTimeZone &zone)
        : m_flow(flow)
        , m_words(words)
        , m_language(language)
        , m_zone(zone)
    {
    }

    void draw(const ReportTable &table);
    QString dateTime(qint64 ms) const; ///< "2026-11-23 16:30"

private:
    /// A cell ready to be placed: lines of text, or chips.
    struct Cell {
        QStringList lines;
        QList<std::pair<QString, print::Tone>> chips;
        bool isNumber = false;
        bool isHash = false;
    };
    struct Layout {
        QList<double> widths;
        QList<QStringList> heads;
        double headHeight = 0;
    };

    QString words(const ReportColumn &column, const QString &code) const;
    QString plain(const ReportColumn &column, const QVariant &value) const;
    Cell cell(const ReportColumn &column, const QVariant &value, double width) const;
    QList<std::pair<QString, print::Tone>> chipsOf(const ReportColumn &column, const QVariant &value) const;
    double natural(const ReportTable &table, const ReportColumn &column) const;
    Layout layOut(const ReportTable &table) const;
    static QList<double> shares(const QList<double> &wanted, const QList<bool> &isRigid, double available);
    static double cellHeight(const Cell &cell);
    void drawNothing(const ReportTable &table);
    static ReportTable withoutEmptyColumns(const ReportTable &table);
    void drawFacts(const ReportTable &table);
    void drawHead(const Layout &layout);
    void drawRow(const QList<Cell> &cells, const Layout &layout, double height);
    void drawCell(const Cell &cell, double x, double width);

    PageFlow &m_flow;
    const ReportWords &m_words;
    const ReportLanguage &m_language;
    QTimeZone m_zone;
};

} // namespace dw
