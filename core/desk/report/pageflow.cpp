#include "core/desk/report/pageflow.h"

#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace dw {

namespace print {

Tone tone(const QString &id)
{
    if (id == "good"_L1)
        return {QColor(0x16, 0x65, 0x34), QColor(0xdc, 0xf5, 0xe5)};
    if (id == "warn"_L1)
        return {QColor(0x92, 0x40, 0x0e), QColor(0xfd, 0xf0, 0xc9)};
    if (id == "bad"_L1)
        return {QColor(0xa1, 0x1d, 0x1d), QColor(0xfd, 0xe3, 0xe3)};
    if (id == "info"_L1)
        return {QColor(0x1d, 0x4e, 0xd8), QColor(0xe0, 0xea, 0xff)};
    if (id == "violet"_L1)
        return {QColor(0x5b, 0x21, 0xb6), QColor(0xed, 0xe7, 0xfe)};
    return {QColor(0x47, 0x4f, 0x5e), QColor(0xec, 0xef, 0xf4)};
}

Tone levelTone(int level)
{
    static const QString tones[] {u"neutral"_s, u"neutral"_s, u"info"_s, u"warn"_s, u"violet"_s};
    return tone(tones[std::clamp(level, 0, 4)]);
}

} // namespace print

namespace {
bool isChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x2e80 && c.unicode() <= 0x9fff; });
}
}

PageFlow::PageFlow(QPainter *painter, QPdfWriter *writer, const ReportFonts &fonts, std::function<void(int)> onPage)
    : m_painter(painter)
    , m_writer(writer)
    , m_fonts(fonts)
    , m_onPage(std::move(onPage))
{
}

void PageFlow::newPage()
{
    ++m_page;
    m_y = margin + 12; // Below the running head.
    if (m_painter != nullptr) {
        m_writer->newPage();
        const Artifact head(*this);
        m_onPage(m_page);
    }
}

bool PageFlow::need(double points)
{
    if (m_y + points <= bottom())
        return false;
    newPage();
    return true;
}

void PageFlow::draw(const GlyphText &font, const QColor &colour, double x, double baseline, const QString &text)
{
    if (m_painter == nullptr || text.isEmpty())
        return;
    m_painter->setPen(colour);
    font.draw(*m_painter, QPointF(x, baseline), text);
    m_tags.addText(m_page, isChinese(text), m_artifacts > 0);
}

void PageFlow::drawRight(const GlyphText &font, const QColor &colour, double right, double baseline, const QString &text)
{
    if (m_painter != nullptr)
        draw(font, colour, right - font.width(text), baseline, text);
}

void PageFlow::fill(const QRectF &rect, const QColor &colour, double radius)
{
    if (m_painter == nullptr)
        return;
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(colour);
    if (radius > 0)
        m_painter->drawRoundedRect(rect, radius, radius);
    else
        m_painter->drawRect(rect);
}

void PageFlow::rule(double x1, double y, double x2, const QColor &colour, double thickness)
{
    if (m_painter == nullptr)
        return;
    m_painter->setPen(QPen(colour, thickness));
    m_painter->drawLine(QPointF(x1, y), QPointF(x2, y));
}

double PageFlow::chipWidth(const QString &text) const
{
    return m_fonts.small.width(text) + chipPadding;
}

double PageFlow::chip(double x, double top, const QString &text, const print::Tone &tone)
{
    chip(x, top, QStringList {text}, tone);
    return chipWidth(text);
}

void PageFlow::chip(double x, double top, const QStringList &lines, const print::Tone &tone)
{
    double size = 0;
    for (const QString &line : lines)
        size = std::max(size, chipWidth(line));
    fill(QRectF(x, top, size, chipHeight(lines.size())), tone.fill, 3);
    for (qsizetype i = 0; i < lines.size(); ++i)
        draw(m_fonts.small, tone.ink, x + chipPadding / 2, top + 7.7 + 8.6 * double(i), lines.at(i));
}

void PageFlow::upright(double x, double y1, double y2)
{
    if (m_painter == nullptr)
        return;
    m_painter->setPen(QPen(print::line, 0.4));
    m_painter->drawLine(QPointF(x, y1), QPointF(x, y2));
}

void PageFlow::paragraph(const QString &text, const GlyphText &font, const QColor &colour, double left,
    double textLineWidth, double leading)
{
    const double step = font.size() * leading;
    for (const QString &line : font.wrapped(text, textLineWidth)) {
        need(step);
        draw(font, colour, left, m_y + font.ascent() + (step - font.size()) / 2, line);
        m_y += step;
    }
}

PageFlow::Tag::Tag(PageFlow &flow, const char *type, const QString &alternative)
    : m_flow(flow)
    , m_isOpen(flow.m_artifacts == 0)
{
    if (m_isOpen)
        m_flow.m_tags.open(type, alternative);
}

PageFlow::Tag::~Tag()
{
    if (m_isOpen)
        m_flow.m_tags.close();
}

PageFlow::Artifact::Artifact(PageFlow &flow)
    : m_flow(flow)
{
    ++m_flow.m_artifacts;
}

PageFlow::Artifact::~Artifact()
{
    --m_flow.m_artifacts;
}

void PageFlow::bookmark(const QString &title, int depth)
{
    m_bookmarks.append({title, m_page, height - m_y + 14, depth});
}

} // namespace dw
