#include "core/desk/report/reporttable.h"

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr double gap = 8; // Between columns.
constexpr double padding = 3.2; // Above and below the text of a row.
constexpr double factsLabel = 156;
constexpr qsizetype crowded = 7; // With so many columns chips put their languages one above the other.

const double left = PageFlow::margin;

bool isMark(const ReportTable &table, const ReportColumn &column)
{
    return table.isGrid && column.kind == ReportColumn::Word && column.title.en == column.title.zh;
}

} // namespace

ReportTableDrawer::Layout ReportTableDrawer::layOut(const ReportTable &given) const
{
    Layout layout;
    layout.table = withoutEmptyColumns(given);
    layout.title = m_language(given.title, u"  "_s);
    const ReportTable &table = layout.table;
    layout.isTight = table.columns.size() >= crowded && !table.isGrid;
    layout.widths = m_cells.widths(table, PageFlow::textWidth - gap * double(table.columns.size() - 1) - 8, layout.isTight);
    qsizetype lines = 1;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        QStringList head;
        for (const QString &part : m_language.parts(table.columns.at(i).title))
            head << m_flow.fonts().tableHead.wrapped(part, layout.widths.at(i));
        layout.heads << head;
        lines = std::max(lines, head.size());
    }
    layout.headHeight = double(lines) * 8.8 + 7;
    return layout;
}

QList<ReportTableDrawer::Cell> ReportTableDrawer::cellsOf(const Layout &layout, const QVariantMap &row, double *height) const
{
    QList<Cell> cells;
    *height = 0;
    for (qsizetype i = 0; i < layout.table.columns.size(); ++i) {
        const ReportColumn &column = layout.table.columns.at(i);
        cells << m_cells.cell(column, row.value(column.id), layout.widths.at(i), layout.isTight);
        *height = std::max(*height, cells.last().height());
    }
    *height += 2 * padding;
    return cells;
}

/// In a wide table a column that nobody filled only takes room from the others.
ReportTable ReportTableDrawer::withoutEmptyColumns(const ReportTable &table)
{
    ReportTable out = table;
    if (table.columns.size() < 6 || table.isGrid)
        return out;
    out.columns.removeIf([&](const ReportColumn &column) {
        return std::all_of(table.rows.begin(), table.rows.end(), [&](const QVariantMap &row) {
            const QVariant value = row.value(column.id);
            return !value.isValid() || value.isNull() || value.toString().isEmpty();
        });
    });
    return out;
}

double ReportTableDrawer::noteHeight(const ReportTable &table) const
{
    double height = 0;
    for (const QString &part : m_language.parts(table.note))
        height += double(m_flow.fonts().table.wrapped(part, PageFlow::textWidth).size()) * m_flow.fonts().table.size() * 1.4;
    return height > 0 ? height + 4 : 0;
}

double ReportTableDrawer::leadHeight(const ReportTable &table) const
{
    const double title = table.title.en.isEmpty() ? 0 : 26;
    if (table.rows.isEmpty())
        return 20;
    if (table.isFacts)
        return title + 60;
    const Layout layout = layOut(table);
    double first = 0;
    double second = 0; // A table does not leave one row behind.
    cellsOf(layout, table.rows.first(), &first);
    if (table.rows.size() > 2)
        cellsOf(layout, table.rows.at(1), &second);
    return std::min(title + noteHeight(table) + layout.headHeight + first + second, PageFlow::height * 0.45);
}

void ReportTableDrawer::drawTitle(const ReportTable &table, const QString &title)
{
    if (!title.isEmpty()) {
        m_flow.space(8);
        m_flow.bookmark(title, 1);
        const PageFlow::Tag heading(m_flow, "H2");
        m_flow.draw(m_flow.fonts().part, print::ink, left, m_flow.y() + 11, title);
        m_flow.space(18);
    }
    for (const QString &part : m_language.parts(table.note)) {
        const PageFlow::Tag note(m_flow, "P");
        m_flow.paragraph(part, m_flow.fonts().table, print::quiet, left, PageFlow::textWidth, 1.4);
    }
    if (!table.note.en.isEmpty())
        m_flow.space(4);
}

/// A heading and "nothing recorded" on one line: an empty register must show, but need not fill a page.
void ReportTableDrawer::drawNothing(const ReportTable &table)
{
    const LocalText &empty = table.empty.en.isEmpty() ? m_words[u"table.none"] : table.empty;
    const QString title = m_language(table.title, u"  "_s);
    m_flow.need(20);
    double x = left;
    if (!title.isEmpty()) {
        m_flow.bookmark(title, 1);
        const PageFlow::Tag heading(m_flow, "H2");
        m_flow.draw(m_flow.fonts().textBold, print::ink, left, m_flow.y() + 11, title);
        x += std::max(170.0, m_flow.fonts().textBold.width(title) + 14);
    }
    const PageFlow::Tag paragraph(m_flow, "P");
    QString words = m_language(empty, u"  "_s);
    if (table.outside > 0)
        words += u"  "_s + m_language(m_words[u"table.outside"], u"  "_s).arg(table.outside);
    for (const QString &line : m_flow.fonts().text.wrapped(words, left + PageFlow::textWidth - x)) {
        m_flow.draw(m_flow.fonts().text, print::quiet, x, m_flow.y() + 11, line);
        m_flow.space(13);
    }
    m_flow.space(4);
}

/// The one row as a list: name on the left, value on the right.
void ReportTableDrawer::drawFacts(const ReportTable &table)
{
    const PageFlow::Tag whole(m_flow, "Table");
    const double width = PageFlow::textWidth - factsLabel - 8;
    for (const ReportColumn &column : table.columns) {
        const QVariant value = table.rows.first().value(column.id);
        if (!value.isValid() || value.isNull() || value.toString().isEmpty())
            continue;
        Cell content = m_cells.cell(column, value, width, false);
        content.isNumber = false;
        Cell label;
        const QString title = m_language(column.title);
        label.lines = m_flow.fonts().table.width(title) <= factsLabel - 6 ? QStringList {title} : QStringList();
        for (const QString &part : label.lines.isEmpty() ? m_language.parts(column.title) : QStringList())
            label.lines << m_flow.fonts().table.wrapped(part, factsLabel - 6);
        const double height = std::max(content.height(), label.height()) + 2 * padding;
        m_flow.need(height);
        const PageFlow::Tag row(m_flow, "TR");
        {
            const PageFlow::Tag head(m_flow, "TH");
            double y = m_flow.y() + padding + 7.4;
            for (const QString &line : std::as_const(label.lines)) {
                m_flow.draw(m_flow.fonts().table, print::quiet, left + 4, y, line);
                y += ReportCells::step;
            }
        }
        const PageFlow::Tag data(m_flow, "TD");
        drawCell(content, left + 4 + factsLabel, width);
        m_flow.space(height);
        m_flow.rule(left, m_flow.y(), left + PageFlow::textWidth, print::line, 0.4);
    }
    m_flow.space(10);
}

void ReportTableDrawer::drawHead(const Layout &layout)
{
    const PageFlow::Tag row(m_flow, "TR");
    m_flow.fill(QRectF(left, m_flow.y(), PageFlow::textWidth, layout.headHeight), print::band, 3);
    double x = left + 4;
    for (qsizetype i = 0; i < layout.widths.size(); ++i) {
        const PageFlow::Tag cell(m_flow, "TH");
        const bool isCentred = isMark(layout.table, layout.table.columns.at(i));
        double baseline = m_flow.y() + 10.2;
        for (const QString &line : layout.heads.at(i)) {
            const double shift = isCentred ? (layout.widths.at(i) - m_flow.fonts().tableHead.width(line)) / 2 : 0;
            m_flow.draw(m_flow.fonts().tableHead, print::quiet, x + shift, baseline, line);
            baseline += 8.8;
        }
        x += layout.widths.at(i) + gap;
    }
    m_flow.space(layout.headHeight);
}

/// On a new page: which table it is, and its head again. Readers that speak skip it.
void ReportTableDrawer::drawContinuedHead(const Layout &layout)
{
    const PageFlow::Artifact repeated(m_flow);
    if (!layout.title.isEmpty()) {
        m_flow.draw(m_flow.fonts().small, print::quiet, left, m_flow.y() + 7,
            layout.title + u"  ("_s + m_language(m_words[u"table.continued"]) + u')');
        m_flow.space(12);
    }
    drawHead(layout);
}

void ReportTableDrawer::drawCell(const Cell &cell, double x, double width, bool isCentred)
{
    double y = m_flow.y() + padding;
    if (!cell.chip.isEmpty()) {
        QStringList lines;
        double widest = 0;
        for (const QString &line : cell.chip) {
            lines << m_flow.fonts().small.elided(line, std::max(width - PageFlow::chipPadding, 8.0) + 0.5);
            widest = std::max(widest, m_flow.chipWidth(lines.last()));
        }
        m_flow.chip(isCentred ? x + (width - widest) / 2 : x, y - 0.6, lines, cell.tone);
        return;
    }
    const GlyphText &font = cell.isHash ? m_flow.fonts().tiny : m_flow.fonts().table;
    for (const QString &line : cell.lines) {
        if (cell.isNumber)
            m_flow.drawRight(font, print::ink, x + std::min(width, 34.0), y + 7.4, line);
        else
            m_flow.draw(font, print::ink, x, y + 7.4, line);
        y += ReportCells::step;
    }
}

void ReportTableDrawer::drawRow(const QList<Cell> &cells, const Layout &layout, double height)
{
    const PageFlow::Tag row(m_flow, "TR");
    double x = left + 4;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const PageFlow::Tag cell(m_flow, "TD");
        const bool isCentred = isMark(layout.table, layout.table.columns.at(i));
        if (isCentred)
            m_flow.upright(x - gap / 2, m_flow.y(), m_flow.y() + height);
        drawCell(cells.at(i), x, layout.widths.at(i), isCentred);
        x += layout.widths.at(i) + gap;
        if (isCentred && (i + 1 == cells.size() || !isMark(layout.table, layout.table.columns.at(i + 1))))
            m_flow.upright(x - gap / 2, m_flow.y(), m_flow.y() + height);
    }
    m_flow.space(height);
    m_flow.rule(left, m_flow.y(), left + PageFlow::textWidth, print::line, 0.4);
}

void ReportTableDrawer::drawRows(const Layout &layout)
{
    const PageFlow::Tag whole(m_flow, "Table");
    drawHead(layout);
    const QList<QVariantMap> &rows = layout.table.rows;
    double next = 0;
    QList<Cell> coming = cellsOf(layout, rows.first(), &next);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const double height = next;
        const QList<Cell> cells = coming;
        next = 0;
        if (i + 1 < rows.size())
            coming = cellsOf(layout, rows.at(i + 1), &next);
        const bool isLastButOne = i + 2 == rows.size() && rows.size() > 3; // The last row does not stand alone,
        const double note = layout.table.outside > 0 && i + 2 >= rows.size() ? 16 : 0; // nor does what is said below it.
        if (m_flow.need((isLastButOne ? height + next : height) + note))
            drawContinuedHead(layout);
        drawRow(cells, layout, height);
    }
}

void ReportTableDrawer::drawOutside(const ReportTable &table)
{
    if (table.outside <= 0)
        return;
    m_flow.need(14);
    m_flow.space(3);
    const PageFlow::Tag note(m_flow, "P");
    m_flow.paragraph(m_language(m_words[u"table.outside"], u"  "_s).arg(table.outside), m_flow.fonts().table, print::quiet);
}

void ReportTableDrawer::draw(const ReportTable &given)
{
    if (given.rows.isEmpty())
        return drawNothing(given);
    m_flow.need(leadHeight(given));
    drawTitle(given, m_language(given.title, u"  "_s));
    if (given.isFacts)
        return drawFacts(given);
    drawRows(layOut(given));
    drawOutside(given);
    m_flow.space(8);
}

} // namespace dw
