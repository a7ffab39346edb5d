#include "core/desk/report/reportcells.h"

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr qsizetype maxLines = 34; // A cell is never taller than a page.
constexpr qsizetype sampledRows = 300; // Widths are judged by these.
constexpr double shortChip = 40;
constexpr double shortHead = 35; // Five ideographs.
constexpr double longWord = 78; // Whatever is longer may be broken anywhere.

} // namespace

double ReportCells::Cell::height() const
{
    if (!chip.isEmpty())
        return PageFlow::chipHeight(chip.size()) + 2;
    return double(std::max<qsizetype>(1, lines.size())) * step;
}

QString ReportCells::dateTime(qint64 ms) const
{
    return QDateTime::fromMSecsSinceEpoch(ms, m_zone).toString(u"yyyy-MM-dd HH:mm"_s);
}

QStringList ReportCells::chipOf(const ReportColumn &column, const QVariant &value, print::Tone *tone) const
{
    if (value.isNull() || value.toString().isEmpty())
        return {};
    if (column.kind == ReportColumn::Level) {
        const int level = value.toInt();
        const QString id = u"level."_s + QString::number(level);
        QStringList parts = m_words.has(id) ? m_language.parts(m_words[id]) : QStringList {QString()};
        parts.first().prepend(QString::number(level) + u' ');
        *tone = print::levelTone(level);
        return parts;
    }
    const auto found = column.words.constFind(value.toString());
    if (column.kind != ReportColumn::Word || found == column.words.constEnd() || found->tone.isEmpty())
        return {};
    *tone = print::tone(found->tone);
    return m_language.parts(found->title);
}

/// "title: value" of each check; in two languages the value stands with the first.
QStringList ReportCells::checkLines(const ReportColumn &column, const QString &value) const
{
    QStringList out;
    for (const QString &line : value.split(u'\n', Qt::SkipEmptyParts)) {
        const QString id = line.section(u'=', 0, 0);
        const QString found = line.section(u'=', 1);
        const QString shown = m_words.has(found) ? m_language(m_words[found]) : found;
        QStringList parts = column.words.contains(id) ? m_language.parts(column.words.value(id).title) : QStringList {id};
        parts.first() += (parts.first().at(0).unicode() >= 0x2e80 ? u"："_s : u": "_s) + shown;
        out << parts;
    }
    return out;
}

/// The pieces of a cell that should not be broken before they must be: one for each language of each value.
QStringList ReportCells::plain(const ReportColumn &column, const QVariant &value) const
{
    if (!value.isValid() || value.isNull())
        return {};
    const QString text = value.toString();
    const auto wordsOf = [&](const QString &code) {
        const auto found = column.words.constFind(code);
        return found == column.words.constEnd() ? QStringList {code} : m_language.parts(found->title);
    };
    switch (column.kind) {
    case ReportColumn::Bool:
        return m_language.parts(m_words[value.toBool() ? u"bool.yes" : u"bool.no"]);
    case ReportColumn::Instant:
        return {value.toLongLong() > 0 ? dateTime(value.toLongLong()) : QString()};
    case ReportColumn::Word:
        return wordsOf(text);
    case ReportColumn::Number:
        return {value.typeId() == QMetaType::Double ? QString::number(value.toDouble(), 'g', 8) : text};
    default:
        return {text};
    }
}

QStringList ReportCells::chipLines(const QStringList &parts, bool isTight) const
{
    const QString joined = parts.join(u' ');
    return isTight && m_fonts.small.width(joined) > shortChip ? parts : QStringList {joined};
}

/// On one line when they fit, else each on lines of its own.
QStringList ReportCells::fitted(const QStringList &parts, double width) const
{
    const QString joined = parts.join(u' ');
    if (parts.size() < 2 || m_fonts.table.width(joined) <= width)
        return m_fonts.table.wrapped(joined, width);
    QStringList lines;
    for (const QString &part : parts)
        lines << m_fonts.table.wrapped(part, width);
    return lines;
}

ReportCells::Cell ReportCells::cell(const ReportColumn &column, const QVariant &value, double width, bool isTight) const
{
    Cell out;
    out.chip = chipOf(column, value, &out.tone);
    if (!out.chip.isEmpty()) {
        out.chip = chipLines(out.chip, isTight);
        return out;
    }
    out.isNumber = column.kind == ReportColumn::Number;
    out.isHash = column.kind == ReportColumn::Hash;
    if (out.isHash) {
        const QString text = value.toString();
        for (qsizetype i = 0; i < text.size(); i += 32)
            out.lines << text.mid(i, 32);
        return out;
    }
    if (column.kind == ReportColumn::Words) {
        for (const QString &code : value.toString().split(u", "_s, Qt::SkipEmptyParts)) {
            const auto found = column.words.constFind(code);
            out.lines << fitted(found == column.words.constEnd() ? QStringList {code} : m_language.parts(found->title), width);
        }
    } else if (column.kind == ReportColumn::Checks) {
        for (const QString &line : checkLines(column, value.toString()))
            out.lines << m_fonts.table.wrapped(line, width);
    } else {
        out.lines = fitted(plain(column, value), width);
    }
    if (out.lines.size() > maxLines) {
        out.lines.resize(maxLines);
        out.lines.last() += u" …"_s;
    }
    return out;
}

double ReportCells::longestWord(const GlyphText &font, const QString &text) const
{
    double longest = 0;
    qsizetype begin = 0;
    const auto end = [&](qsizetype at) {
        longest = std::max(longest, font.width(QStringView(text).sliced(begin, at - begin)));
        begin = at;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (c == u' ' || c == u'\n' || c == u'/' || c == u'_' || c >= 0x2e80) {
            end(i);
            begin = i + 1;
        } else if (c == u'-') {
            end(i + 1);
        }
    }
    end(text.size());
    return longest;
}

ReportCells::Wish ReportCells::wishOf(const ReportTable &table, const ReportColumn &column, bool isTight) const
{
    Wish wish {20, false, 20};
    for (const QString &head : m_language.parts(column.title)) {
        const bool isChinese = !head.isEmpty() && head.at(0).unicode() >= 0x2e80; // Short heads stay on one line.
        wish.least = std::max(wish.least,
            isChinese ? std::min(shortHead, m_fonts.tableHead.width(head)) : std::min(longWord, longestWord(m_fonts.tableHead, head)));
        wish.natural = std::max({wish.natural, wish.least, m_fonts.tableHead.width(head) / 2 + 6});
    }
    if (column.kind == ReportColumn::Hash) {
        wish.least = wish.natural = std::max(wish.least, m_fonts.tiny.width(QString(32, u'8')));
        return wish;
    }
    const bool isWhole = column.kind == ReportColumn::Date || column.kind == ReportColumn::Number;
    for (qsizetype i = 0; i < std::min(table.rows.size(), sampledRows); ++i) {
        const QVariant value = table.rows.at(i).value(column.id);
        print::Tone tone;
        QStringList chip = chipOf(column, value, &tone);
        if (!chip.isEmpty()) {
            wish.isChip = true;
            for (const QString &line : chipLines(chip, isTight))
                wish.least = std::max(wish.least, m_fonts.small.width(line) + PageFlow::chipPadding);
            continue;
        }
        QStringList parts = plain(column, value);
        if (column.kind == ReportColumn::Words)
            parts = cell(column, value, 1e6, isTight).lines;
        else if (column.kind == ReportColumn::Checks)
            parts = checkLines(column, value.toString());
        else
            wish.natural = std::max(wish.natural, m_fonts.table.width(parts.join(u' ')));
        for (const QString &part : std::as_const(parts)) {
            const double whole = m_fonts.table.width(part);
            wish.natural = std::max(wish.natural, whole);
            wish.least = std::max(wish.least, isWhole ? whole : std::min(longWord, longestWord(m_fonts.table, part)));
        }
    }
    wish.natural = std::max(wish.natural, wish.least);
    return wish;
}

QList<double> ReportCells::widths(const ReportTable &table, double available, bool isTight) const
{
    QList<Wish> wishes;
    QList<double> widths;
    double used = 0;
    for (const ReportColumn &column : table.columns) {
        wishes << wishOf(table, column, isTight);
        widths << wishes.last().least;
        used += wishes.last().least;
    }
    if (used > available) { // Too many columns for one page: words are broken, chips last.
        double soft = 0;
        for (qsizetype i = 0; i < widths.size(); ++i)
            soft += wishes.at(i).isChip ? 0 : widths.at(i);
        const double factor = std::max(0.55, (available - (used - soft)) / std::max(soft, 1.0));
        used = 0;
        for (qsizetype i = 0; i < widths.size(); ++i) {
            widths[i] *= wishes.at(i).isChip ? 1 : factor;
            used += widths.at(i);
        }
        for (double &width : widths)
            width *= std::min(1.0, available / used);
        return widths;
    }
    for (int round = 0; round < 8 && available - used > 0.5; ++round) {
        double roots = 0;
        for (qsizetype i = 0; i < widths.size(); ++i)
            roots += widths.at(i) < wishes.at(i).natural - 0.1 ? std::pow(wishes.at(i).natural, 0.75) : 0;
        if (roots <= 0)
            break;
        const double rest = available - used;
        for (qsizetype i = 0; i < widths.size(); ++i) {
            if (widths.at(i) >= wishes.at(i).natural - 0.1)
                continue;
            const double more = std::min(rest * std::pow(wishes.at(i).natural, 0.75) / roots, wishes.at(i).natural - widths.at(i));
            widths[i] += more;
            used += more;
        }
    }
    // A narrow table stays narrow enough to be read along its lines; others fill the width.
    const double stretch = std::min(used < available * 0.62 ? 1.35 : 10.0, available / used);
    if (!table.isGrid) {
        for (double &width : widths)
            width *= stretch;
    }
    return widths;
}

} // namespace dw
