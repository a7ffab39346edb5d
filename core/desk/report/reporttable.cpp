#include "core/desk/report/reporttable.h"

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr double gap = 8; // Between columns.
constexpr double padding = 3.2; // Above and below the text of a row.
constexpr double step = 10; // Line height in cells.
constexpr double chipStep = 12.5;
constexpr qsizetype maxLines = 30; // A cell is never taller than a page.

const double left = PageFlow::margin;

} // namespace

QString ReportTableDrawer::dateTime(qint64 ms) const
{
    return QDateTime::fromMSecsSinceEpoch(ms, m_zone).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString ReportTableDrawer::words(const ReportColumn &column, const QString &code) const
{
    const auto found = column.words.constFind(code);
    return found == column.words.constEnd() ? code : m_language(found->title);
}

QList<std::pair<QString, print::Tone>> ReportTableDrawer::chipsOf(const ReportColumn &column, const QVariant &value) const
{
    QList<std::pair<QString, print::Tone>> chips;
    if (value.isNull() || value.toString().isEmpty())
        return chips;
    if (column.kind == ReportColumn::Level) {
        const int level = value.toInt();
        const QString id = u"level."_s + QString::number(level);
        chips.append({QString::number(level) + u' ' + (m_words.has(id) ? m_language(m_words[id]) : QString()), print::levelTone(level)});
    } else if (column.kind == ReportColumn::Word) {
        const auto found = column.words.constFind(value.toString());
        if (found != column.words.constEnd() && !found->tone.isEmpty())
            chips.append({m_language(found->title), print::tone(found->tone)});
    }
    return chips;
}

QString ReportTableDrawer::plain(const ReportColumn &column, const QVariant &value) const
{
    if (!value.isValid() || value.isNull())
        return {};
    switch (column.kind) {
    case ReportColumn::Bool:
        return m_language(m_words[value.toBool() ? u"bool.yes" : u"bool.no"]);
    case ReportColumn::Instant:
        return value.toLongLong() > 0 ? dateTime(value.toLongLong()) : QString();
    case ReportColumn::Word:
        return words(column, value.toString());
    case ReportColumn::Words: {
        QStringList out;
        for (const QString &code : value.toString().split(u", "_s, Qt::SkipEmptyParts))
            out << words(column, code);
        return out.join(u'\n');
    }
    case ReportColumn::Number:
        return value.typeId() == QMetaType::Double ? QString::number(value.toDouble(), 'g', 8) : value.toString();
    default:
        return value.toString();
    }
}

ReportTableDrawer::Cell ReportTableDrawer::cell(const ReportColumn &column, const QVariant &value, double width) const
{
    Cell out;
    out.chips = chipsOf(column, value);
    if (!out.chips.isEmpty())
        return out;
    out.isNumber = column.kind == ReportColumn::Number;
    out.isHash = column.kind == ReportColumn::Hash;
    QString text = plain(column, value);
    if (out.isHash) {
        for (qsizetype i = 0; i < text.size(); i += 32)
            out.lines << text.mid(i, 32);
        return out;
    }
    out.lines = m_flow.fonts().table.wrapped(text, width);
    if (out.lines.size() > maxLines) {
        out.lines.resize(maxLines);
        out.lines.last() += u" …"_s;
    }
    return out;
}

/// What a column would take on one line, within reason.
double ReportTableDrawer::natural(const ReportTable &table, const ReportColumn &column) const
{
    const ReportFonts &fonts = m_flow.fonts();
    double width = 22;
    for (const QString &head : m_language.parts(column.title)) {
        for (const QString &word : head.split(u' '))
            width = std::max(width, fonts.tableHead.width(word));
    }
    if (column.kind == ReportColumn::Hash)
        return std::max(width, fonts.tiny.width(QString(32, u'8')));
    qsizetype seen = 0;
    for (const QVariantMap &row : table.rows) {
        if (++seen > 300)
            break;
        const auto chips = chipsOf(column, row.value(column.id));
        width = std::max(width, chips.isEmpty() ? fonts.table.width(plain(column, row.value(column.id)))
                                                : m_flow.chipWidth(chips.first().first));
    }
    return width;
}

/// Columns that want less than their share get what they want; the others share what is left, until none wants
/// less than that.
QList<double> ReportTableDrawer::shares(const QList<double> &wanted, const QList<bool> &isRigid, double available)
{
    QList<double> widths(wanted.size(), 0);
    double left = available;
    qsizetype open = wanted.size();
    double rigid = 0;
    for (qsizetype i = 0; i < wanted.size(); ++i)
        rigid += isRigid.at(i) ? wanted.at(i) : 0;
    for (qsizetype i = 0; i < wanted.size() && rigid < available * 0.8; ++i) {
        if (!isRigid.at(i))
            continue;
        widths[i] = wanted.at(i);
        left -= wanted.at(i);
        --open;
    }
    for (bool settled = true; settled && open > 0;) {
        settled = false;
        const double share = left / double(open);
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            if (widths.at(i) > 0 || wanted.at(i) > share)
                continue;
            widths[i] = wanted.at(i);
            left -= wanted.at(i);
            --open;
            settled = true;
        }
    }
    double roots = 0;
    for (qsizetype i = 0; i < wanted.size(); ++i)
        roots += widths.at(i) > 0 ? 0 : std::sqrt(wanted.at(i));
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (widths.at(i) <= 0)
            widths[i] = left * std::sqrt(wanted.at(i)) / roots;
    }
    return widths;
}

ReportTableDrawer::Layout ReportTableDrawer::layOut(const ReportTable &table) const
{
    Layout layout;
    const qsizetype count = table.columns.size();
    const double available = PageFlow::textWidth - gap * double(count - 1) - 8;
    QList<double> wanted;
    for (const ReportColumn &column : table.columns)
        wanted << natural(table, column);
    QList<bool> isRigid; // Chips, dates and numbers cannot be wrapped.
    for (const ReportColumn &column : table.columns) {
        const bool isChip = std::any_of(table.rows.begin(), table.rows.end(),
            [&](const QVariantMap &row) { return !chipsOf(column, row.value(column.id)).isEmpty(); });
        isRigid << (isChip || (column.kind != ReportColumn::Text && column.kind != ReportColumn::Word && column.kind != ReportColumn::Words));
    }
    layout.widths = shares(wanted, isRigid, available);
    double sum = 0;
    for (const double width : std::as_const(layout.widths))
        sum += width;
    if (sum < available * 0.62) { // A narrow table stays narrow enough to be read along its lines.
        for (double &width : layout.widths)
            width *= 1.35;
    } else {
        for (double &width : layout.widths)
            width *= available / sum;
    }
    qsizetype lines = 1;
    for (qsizetype i = 0; i < count; ++i) {
        QStringList head;
        for (const QString &part : m_language.parts(table.columns.at(i).title))
            head << m_flow.fonts().tableHead.wrapped(part, layout.widths.at(i));
        layout.heads << head;
        lines = std::max(lines, head.size());
    }
    layout.headHeight = double(lines) * 8.8 + 7;
    return layout;
}

/// The one row as a list: name on the left, value on the right.
void ReportTableDrawer::drawFacts(const ReportTable &table)
{
    const double labelWidth = 150;
    const double width = PageFlow::textWidth - labelWidth - 8;
    for (const ReportColumn &column : table.columns) {
        const QVariant value = table.rows.first().value(column.id);
        if (!value.isValid() || value.isNull() || value.toString().isEmpty())
            continue;
        const Cell content = cell(column, value, width);
        const double height = cellHeight(content) + 2 * padding;
        m_flow.need(height);
        m_flow.draw(m_flow.fonts().table, print::quiet, left + 4, m_flow.y() + padding + 7.4,
            m_flow.fonts().table.elided(m_language(column.title), labelWidth - 6));
        Cell shown = content;
        shown.isNumber = false;
        drawCell(shown, left + 4 + labelWidth, width);
        m_flow.space(height);
        m_flow.rule(left, m_flow.y(), left + PageFlow::textWidth, print::line, 0.4);
    }
    m_flow.space(10);
}

double ReportTableDrawer::cellHeight(const Cell &cell)
{
    return cell.chips.isEmpty() ? double(std::max<qsizetype>(1, cell.lines.size())) * step
                                : double(cell.chips.size()) * chipStep;
}

void ReportTableDrawer::drawHead(const Layout &layout)
{
    m_flow.fill(QRectF(left, m_flow.y(), PageFlow::textWidth, layout.headHeight), print::band, 3);
    double x = left + 4;
    for (qsizetype i = 0; i < layout.widths.size(); ++i) {
        double baseline = m_flow.y() + 10.2;
        for (const QString &line : layout.heads.at(i)) {
            m_flow.draw(m_flow.fonts().tableHead, print::quiet, x, baseline, line);
            baseline += 8.8;
        }
        x += layout.widths.at(i) + gap;
    }
    m_flow.space(layout.headHeight);
}

void ReportTableDrawer::drawCell(const Cell &cell, double x, double width)
{
    double y = m_flow.y() + padding;
    for (const auto &[text, tone] : cell.chips) {
        m_flow.chip(x, y - 0.6, m_flow.fonts().small.elided(text, std::max(width - 9, 12.0)), tone);
        y += chipStep;
    }
    const GlyphText &font = cell.isHash ? m_flow.fonts().tiny : m_flow.fonts().table;
    for (const QString &line : cell.lines) {
        if (cell.isNumber)
            m_flow.drawRight(font, print::ink, x + std::min(width, 34.0), y + 7.4, line);
        else
            m_flow.draw(font, print::ink, x, y + 7.4, line);
        y += step;
    }
}

void ReportTableDrawer::drawRow(const QList<Cell> &cells, const Layout &layout, double height)
{
    double x = left + 4;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        drawCell(cells.at(i), x, layout.widths.at(i));
        x += layout.widths.at(i) + gap;
    }
    m_flow.space(height);
    m_flow.rule(left, m_flow.y(), left + PageFlow::textWidth, print::line, 0.4);
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
        m_flow.draw(m_flow.fonts().textBold, print::ink, left, m_flow.y() + 11, title);
        x += std::max(170.0, m_flow.fonts().textBold.width(title) + 14);
    }
    m_flow.draw(m_flow.fonts().text, print::quiet, x, m_flow.y() + 11, m_language(empty, u"  "_s));
    m_flow.space(17);
}

/// In a wide table a column that nobody filled only takes room from the others.
ReportTable ReportTableDrawer::withoutEmptyColumns(const ReportTable &table)
{
    ReportTable out = table;
    if (table.columns.size() < 6)
        return out;
    out.columns.removeIf([&](const ReportColumn &column) {
        return std::all_of(table.rows.begin(), table.rows.end(), [&](const QVariantMap &row) {
            const QVariant value = row.value(column.id);
            return !value.isValid() || value.isNull() || value.toString().isEmpty();
        });
    });
    return out;
}

void ReportTableDrawer::draw(const ReportTable &given)
{
    if (given.rows.isEmpty())
        return drawNothing(given);
    const QString title = m_language(given.title, u"  "_s);
    if (!title.isEmpty()) {
        m_flow.need(given.isFacts ? 60 : 110); // Title, head and a row stay together.
        m_flow.space(8);
        m_flow.bookmark(title, 1);
        m_flow.draw(m_flow.fonts().part, print::ink, left, m_flow.y() + 11, title);
        m_flow.space(18);
    }
    if (given.isFacts)
        return drawFacts(given);
    const ReportTable table = withoutEmptyColumns(given);
    const Layout layout = layOut(table);
    m_flow.need(layout.headHeight + 3 * step);
    drawHead(layout);
    for (const QVariantMap &row : table.rows) {
        QList<Cell> cells;
        double height = 0;
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            cells << cell(table.columns.at(i), row.value(table.columns.at(i).id), layout.widths.at(i));
            height = std::max(height, cellHeight(cells.last()));
        }
        height += 2 * padding;
        if (m_flow.need(height))
            drawHead(layout);
        drawRow(cells, layout, height);
    }
    m_flow.space(8);
}

} // namespace dw
