#include "core/engines/seal/glyphtext.h"

#include <QGlyphRun>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

bool isWide(char32_t c)
{
    return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xffef)
        || (c >= 0x20000 && c <= 0x3ffff);
}

/// Must not begin a line (GB/T 15834's closing marks, and their western sisters).
bool isClosing(char32_t c)
{
    return QStringView(u"，。、；：？！）】》」』”’…—·％,.;:?!)]}%/").contains(QChar(static_cast<char16_t>(c)));
}

/// Must not end a line.
bool isOpening(char32_t c)
{
    return QStringView(u"（【《「『“‘([{").contains(QChar(static_cast<char16_t>(c)));
}

bool mayBreak(char32_t before, char32_t after)
{
    if (after > 0xffff || before > 0xffff)
        return true;
    if (isClosing(after) || isOpening(before))
        return false;
    if (after >= U'0' && after <= U'9' && !isWide(before) && before != U' ')
        return false; // 12/12 and 2026-11-23 stay whole.
    return before == U' ' || isWide(before) || isWide(after) || before == U'-' || before == U'_' || before == U'/';
}

} // namespace

GlyphText::GlyphText(double size, bool isBold)
    : m_size(size)
{
    QFont font(u"Noto Sans CJK SC"_s);
    font.setBold(isBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    m_font = QRawFont::fromFont(font);
    m_font.setPixelSize(size);
}

const GlyphText::Glyph &GlyphText::glyph(char32_t c) const
{
    const auto known = m_glyphs.constFind(c);
    if (known != m_glyphs.constEnd())
        return *known;
    Glyph made;
    made.index = m_font.glyphIndexesForString(QString::fromUcs4(&c, 1)).value(0);
    made.advance = m_font.advancesForGlyphIndexes({made.index}, QRawFont::UseDesignMetrics).value(0).x();
    return *m_glyphs.insert(c, made);
}

double GlyphText::width(QStringView text) const
{
    double sum = 0;
    for (const uint c : text.toUcs4())
        sum += glyph(c).advance;
    return sum;
}

void GlyphText::draw(QPainter &painter, const QPointF &baseline, QStringView text) const
{
    QList<quint32> indexes;
    QList<QPointF> positions;
    double x = 0;
    for (const uint c : text.toUcs4()) {
        const Glyph &one = glyph(c);
        indexes << one.index;
        positions << QPointF(x, 0);
        x += one.advance;
    }
    if (indexes.isEmpty())
        return;
    QGlyphRun run;
    run.setRawFont(m_font);
    run.setGlyphIndexes(indexes);
    run.setPositions(positions);
    painter.drawGlyphRun(baseline, run);
}

QString GlyphText::elided(const QString &text, double width) const
{
    if (this->width(text) <= width)
        return text;
    QString out = text;
    while (!out.isEmpty() && this->width(out) + this->width(u"…") > width)
        out.chop(out.size() > 1 && out.back().isLowSurrogate() ? 2 : 1);
    return out + u'…';
}

QStringList GlyphText::wrapped(const QString &text, double width) const
{
    QStringList lines;
    for (const QString &paragraph : text.split(u'\n')) {
        const QList<uint> points = paragraph.toUcs4();
        qsizetype begin = 0;
        qsizetype lastBreak = 0; // A line may end before this character.
        double used = 0;
        const auto take = [&](qsizetype end) {
            const auto *first = reinterpret_cast<const char32_t *>(points.constData()) + begin;
            QString line = QString::fromUcs4(first, end - begin);
            while (line.endsWith(u' '))
                line.chop(1);
            lines << line;
            begin = end;
            while (begin < points.size() && points.at(begin) == U' ')
                ++begin;
        };
        for (qsizetype i = 0; i < points.size(); ++i) {
            if (i > begin && mayBreak(points.at(i - 1), points.at(i)))
                lastBreak = i;
            used += glyph(points.at(i)).advance;
            if (used <= width + 0.01 || i == begin || points.at(i) == U' ')
                continue;
            take(lastBreak > begin ? lastBreak : i);
            used = 0;
            for (qsizetype k = begin; k <= i; ++k)
                used += glyph(points.at(k)).advance;
        }
        take(points.size());
    }
    return lines;
}

} // namespace dw
