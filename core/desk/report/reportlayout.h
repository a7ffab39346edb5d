#pragma once

#include "core/desk/report/reportdata.h"
#include "core/domain/measure.h"

#include <QJsonObject>
#include <QSet>

namespace dw {

/// What a declared filter leaves out of the variant for outside, and whose names it hides.
struct OutsideFilter {
    QSet<QString> sections; ///< "speakup"
    QSet<QString> tables; ///< "incidents.steps"
    QSet<QString> columns; ///< "people.grants.reason"
    QHash<QString, QString> masks; ///< register of names -> letter of their codes

    static Result<OutsideFilter> load(); ///< `:/report/outside_safe.json`
    QStringList leftOut() const; ///< Ids, sorted, masks as "person.name".
};

/// A table of the report as declared, with the statement that fills it.
struct TableLayout {
    ReportTable table; ///< Without rows.
    QString sql; ///< Over store.db; columns named as the table's. With :from_ms, :until_ms, :from_day, :until_day
                 ///< where the table is limited to the report's period.
    QString outsideSql; ///< Counts as n what the period leaves out; empty: all rows are shown.
};

struct SectionLayout {
    ReportSection section; ///< Without rows.
    QList<TableLayout> tables;
};

/// The sections of `:/report/sections.json`, joined with the registers' declarations: titles, choices and
/// states come from there. Column entries are field names, "state", or {id, sql, title, kind, words, person}.
/// "period" limits a table: the field that dates a row, or {begin, end, kind} for what lasts.
class ReportLayout
{
public:
    /// Fails with "report.layout" {place} when a field or register does not exist.
    static Result<ReportLayout> load(const RegisterCatalogue &catalogue, const MeasureCatalogue &measures);

    const QList<SectionLayout> &sections() const { return m_sections; }

    /// The same without what the filter leaves out. Names are masked in the rows (see ReportCollector).
    ReportLayout filtered(const OutsideFilter &filter) const;
    QList<LocalText> wordsOf(const OutsideFilter &filter) const; ///< What the filter leaves out, by the titles shown.

    static QHash<QString, ReportWord> measureWords(const MeasureCatalogue &measures);

private:
    friend class LayoutReader;
    QList<SectionLayout> m_sections;
};

} // namespace dw
