#include "core/desk/report/reportdrawing.h"

#include "core/desk/report/reportfigures.h"
#include "core/desk/report/reporttable.h"
#include "core/engines/crypto/x509.h"

#include <QBuffer>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

const double left = PageFlow::margin;
const double right = PageFlow::width - PageFlow::margin;
constexpr QSizeF sealSize(300, 76);

/// One pass over the document. Run twice: to learn the number of pages and the contents, then to draw.
class ReportPass
{
public:
    ReportPass(const ReportData &data, const QString &dataSha256, const ReportWords &words, const ReportFonts &fonts,
        QPainter *painter, QPdfWriter *writer)
        : m_data(data)
        , m_dataSha256(dataSha256)
        , m_words(words)
        , m_language(data.request.language)
        , m_zone(data.timeZone.isEmpty() ? QByteArray("UTC") : data.timeZone.toLatin1())
        , m_flow(painter, writer, fonts, [this](int page) { drawFrame(page); })
        , m_tables(m_flow, m_words, m_language, m_zone.isValid() ? m_zone : QTimeZone::utc())
        , m_figures(m_flow, m_words, m_language, m_zone.isValid() ? m_zone : QTimeZone::utc())
    {
    }

    /// `known`: what the first pass learned; empty in the first pass.
    void run(int pages, const QList<Bookmark> &known)
    {
        m_pages = pages;
        cover();
        contents(known);
        conclusion();
        const auto isAnnex = [](const ReportSection &section) { return section.number.at(0).isLetter(); };
        for (const ReportSection &section : m_data.sections) {
            if (!isAnnex(section))
                drawSection(section);
        }
        signOff();
        for (const ReportSection &section : m_data.sections) {
            if (isAnnex(section))
                drawSection(section);
        }
    }

    int pages() const { return m_flow.page() + 1; }
    const QList<Bookmark> &bookmarks() const { return m_flow.bookmarks(); }
    const PdfTags &tags() const { return m_flow.tags(); }
    QRectF sealRect() const { return m_sealRect; }

private:
    QString in(QStringView id, const QString &between = u" "_s) const { return m_language(m_words[id], between); }
    const ReportFonts &fonts() const { return m_flow.fonts(); }

    void drawFrame(int page);
    void cover();
    void coverTitle();
    void coverFacts();
    void coverVerify();
    void fact(const QString &label, const QString &value, bool isHash = false);
    void contents(const QList<Bookmark> &known);
    void heading(const QString &number, const LocalText &title, double below);
    double proseHeight(const LocalText &text) const;
    void prose(const LocalText &text, const QColor &colour = print::ink);
    void conclusion();
    void numbered(const char *prefix, int count);
    void drawSection(const ReportSection &section);
    void leftOut();
    void signOff();
    void signer(const ReportSigner &signer);

    const ReportData &m_data;
    const QString m_dataSha256;
    const ReportWords &m_words;
    ReportLanguage m_language;
    QTimeZone m_zone;
    PageFlow m_flow;
    ReportTableDrawer m_tables;
    ReportFigures m_figures;
    int m_pages = 0;
    QRectF m_sealRect;
};

void ReportPass::drawFrame(int page)
{
    const double top = PageFlow::margin - 14;
    const QString kind = in(QString(u"kind."_s + m_data.request.kind));
    m_flow.draw(fonts().smallBold, print::ink, left, top, m_data.codeName);
    const double after = left + fonts().smallBold.width(m_data.codeName) + 8;
    m_flow.draw(fonts().small, print::quiet, after, top, kind + u" · "_s + in(QString(u"variant."_s
            + (m_data.request.isOutsideSafe ? u"outside_safe"_s : u"internal"_s))));
    const QString level = QString::number(m_data.classification) + u' '
        + in(QString(u"level."_s + QString::number(m_data.classification)));
    m_flow.chip(right - m_flow.chipWidth(level), top - 8, level, print::levelTone(m_data.classification));
    m_flow.rule(left, top + 6, right);
    const double foot = PageFlow::height - PageFlow::margin + 14;
    m_flow.draw(fonts().tiny, print::quiet, left, foot, m_data.id);
    const QString head = m_data.audit.value("head"_L1).toString();
    m_flow.draw(fonts().tiny, print::quiet, left + 130, foot, in(u"cover.head") + u" "_s + head.left(32));
    m_flow.drawRight(fonts().small, print::ink, right, foot,
        in(u"head.page") + u" "_s + QString::number(page + 1) + u"/"_s + QString::number(m_pages));
}

void ReportPass::fact(const QString &label, const QString &value, bool isHash)
{
    if (value.isEmpty())
        return;
    const double labelWidth = m_language.isBoth() ? 138 : 104;
    const PageFlow::Tag tag(m_flow, "P");
    m_flow.draw(fonts().small, print::quiet, left, m_flow.y() + 8.6, label);
    const GlyphText &font = isHash ? fonts().small : fonts().text;
    for (const QString &line : font.wrapped(value, PageFlow::textWidth - labelWidth)) {
        m_flow.draw(font, print::ink, left + labelWidth, m_flow.y() + 9, line);
        m_flow.space(isHash ? 10 : 12.6);
    }
    m_flow.space(2);
}

void ReportPass::coverTitle()
{
    m_flow.fill(QRectF(0, 0, PageFlow::width, 10), print::accent);
    m_flow.moveTo(PageFlow::margin + 24);
    const QString level = QString::number(m_data.classification) + u' '
        + in(QString(u"level."_s + QString::number(m_data.classification)));
    {
        const PageFlow::Tag chips(m_flow, "P");
        m_flow.chip(left, m_flow.y(), level, print::levelTone(m_data.classification));
        if (m_data.request.isOutsideSafe)
            m_flow.chip(left + m_flow.chipWidth(level) + 6, m_flow.y(), in(u"variant.outside_safe"), print::tone(u"info"_s));
    }
    m_flow.space(52);
    {
        const PageFlow::Tag title(m_flow, "H1");
        m_flow.draw(fonts().title, print::ink, left, m_flow.y(), fonts().title.elided(m_data.codeName, PageFlow::textWidth));
    }
    m_flow.space(26);
    const PageFlow::Tag below(m_flow, "P");
    const QString kind = in(QString(u"kind."_s + m_data.request.kind), u"  "_s);
    m_flow.draw(fonts().section, print::accent, left, m_flow.y(),
        kind + (m_data.request.gate.isEmpty() ? QString() : u"  "_s + m_data.request.gate));
    m_flow.space(16);
    for (const QString &part : m_language.parts(m_words[u"cover.subtitle"])) {
        m_flow.draw(fonts().text, print::quiet, left, m_flow.y(), part);
        m_flow.space(13);
    }
    m_flow.space(14);
}

void ReportPass::coverFacts()
{
    const auto day = [](const QDate &date) { return date.toString(Qt::ISODate); };
    if (m_data.request.from.isValid()) {
        fact(in(u"cover.period"), day(m_data.request.from) + u' ' + in(u"cover.to") + u' ' + day(m_data.request.until));
    } else {
        LocalText period = m_words[u"cover.from_begin"];
        period.en += u" to "_s + day(m_data.request.until);
        period.zh += u"至 "_s + day(m_data.request.until);
        fact(in(u"cover.period"), m_language(period, u" · "_s));
    }
    fact(in(u"cover.variant"), in(QString(u"variant."_s + (m_data.request.isOutsideSafe ? u"outside_safe"_s : u"internal"_s))));
    const QString role = u"role."_s + m_data.issuerRole;
    fact(in(u"cover.issuer"), m_data.issuerName + (m_words.has(role) ? u", "_s + in(role) : QString()));
    fact(in(u"cover.made"), m_tables.dateTime(m_data.madeAt) + u" ("_s + QString::fromLatin1(m_zone.id()) + u")"_s);
    fact(in(u"cover.software"), m_data.software);
    m_flow.space(6);
    fact(in(u"cover.id"), m_data.id, true);
    fact(in(u"cover.data_hash"), m_dataSha256, true);
    fact(in(u"cover.head"), m_data.audit.value("head"_L1).toString(), true);
    fact(in(u"cover.fingerprint"), groupedFingerprint(m_data.certificate), true);
    fact(in(u"cover.authority"), groupedFingerprint(m_data.authority), true);
}

void ReportPass::coverVerify()
{
    m_flow.space(10);
    {
        const PageFlow::Tag title(m_flow, "H2");
        m_flow.draw(fonts().part, print::ink, left, m_flow.y() + 11, in(u"cover.verify", u"  "_s));
    }
    m_flow.space(20);
    numbered("verify.", 5);
}

void ReportPass::numbered(const char *prefix, int count)
{
    const PageFlow::Tag list(m_flow, "L");
    for (int i = 1; i <= count; ++i) {
        const PageFlow::Tag item(m_flow, "LI");
        const QString number = QString::number(i);
        m_flow.need(26);
        {
            const PageFlow::Tag label(m_flow, "Lbl");
            m_flow.draw(fonts().textBold, print::accent, left, m_flow.y() + 9.6, number);
        }
        const PageFlow::Tag body(m_flow, "LBody");
        const QStringList parts = m_language.parts(m_words[QString(QString::fromLatin1(prefix) + number)]);
        for (qsizetype k = 0; k < parts.size(); ++k)
            m_flow.paragraph(parts.at(k), k == 0 ? fonts().text : fonts().second, k == 0 ? print::ink : print::quiet,
                left + 14, PageFlow::textWidth - 14, 1.38);
        m_flow.space(2.5);
    }
}

void ReportPass::cover()
{
    coverTitle();
    coverFacts();
    coverVerify();
    const double top = PageFlow::height - PageFlow::margin - sealSize.height();
    m_sealRect = QRectF(left, PageFlow::height - top - sealSize.height(), sealSize.width(), sealSize.height());
    const PageFlow::Artifact foot(m_flow);
    m_flow.drawRight(fonts().small, print::ink, right, PageFlow::height - PageFlow::margin + 14,
        in(u"head.page") + u" 1/"_s + QString::number(m_pages));
}

void ReportPass::contents(const QList<Bookmark> &known)
{
    m_flow.newPage();
    {
        const PageFlow::Tag title(m_flow, "H1");
        m_flow.draw(fonts().section, print::ink, left, m_flow.y() + 15, in(u"contents.title", u"  "_s));
    }
    const PageFlow::Tag list(m_flow, "TOC");
    m_flow.space(34);
    for (const Bookmark &entry : known) {
        if (entry.depth > 0)
            continue;
        const PageFlow::Tag item(m_flow, "TOCI");
        const QString page = QString::number(entry.page + 1);
        m_flow.draw(fonts().text, print::ink, left, m_flow.y() + 9, entry.title);
        const double begin = left + fonts().text.width(entry.title) + 8;
        m_flow.rule(begin, m_flow.y() + 8.5, right - fonts().text.width(page) - 8, print::line, 0.4);
        m_flow.drawRight(fonts().text, print::ink, right, m_flow.y() + 9, page);
        m_flow.space(17);
    }
    m_flow.newPage();
}

double ReportPass::proseHeight(const LocalText &text) const
{
    double height = 4;
    for (const QString &part : m_language.parts(text))
        height += double(fonts().text.wrapped(part, PageFlow::textWidth).size()) * fonts().text.size() * 1.45 + 1.5;
    return height;
}

/// `below`: what must stand on the same page, so that no heading is left alone at the bottom.
void ReportPass::heading(const QString &number, const LocalText &title, double below)
{
    m_flow.need(std::min(42 + below, PageFlow::height / 2));
    if (m_flow.y() > PageFlow::margin + 20)
        m_flow.space(14);
    const QString words = m_language(title, u"  "_s);
    m_flow.bookmark(number + u"  "_s + words, 0);
    const PageFlow::Tag tag(m_flow, "H1");
    m_flow.draw(fonts().section, print::accent, left, m_flow.y() + 15, number);
    m_flow.draw(fonts().section, print::ink, left + 28, m_flow.y() + 15, fonts().section.elided(words, PageFlow::textWidth - 28));
    m_flow.space(21);
    m_flow.rule(left, m_flow.y(), right, print::accent, 0.9);
    m_flow.space(7);
}

void ReportPass::prose(const LocalText &text, const QColor &colour)
{
    for (const QString &part : m_language.parts(text)) {
        const PageFlow::Tag tag(m_flow, "P");
        m_flow.paragraph(part, fonts().text, colour);
        m_flow.space(1.5);
    }
    m_flow.space(4);
}

void ReportPass::conclusion()
{
    const PageFlow::Tag whole(m_flow, "Sect");
    heading(u"1"_s, m_words[u"conclusion.title"], 120);
    m_figures.conclusion(m_data);
    prose(m_words[QString(u"conclusion."_s + m_data.outcome + u".text"_s)]);
    const auto part = [&](const char *id) {
        m_flow.need(60);
        m_flow.space(6);
        const PageFlow::Tag tag(m_flow, "H2");
        m_flow.draw(fonts().part, print::ink, left, m_flow.y() + 11, in(QString::fromLatin1(id), u"  "_s));
        m_flow.space(19);
    };
    part("conclusion.scope");
    prose(m_words[u"conclusion.scope.text"]);
    part("proves.title");
    prose(m_words[u"proves.text"]);
    part("limits.title");
    numbered("limits.", 5);
    if (!m_data.leftOut.isEmpty()) {
        part("outside.title");
        prose(m_words[u"outside.text"]);
        leftOut();
    }
}

/// By the titles that a reader of the full report would see; by ids where there are none.
void ReportPass::leftOut()
{
    const PageFlow::Tag list(m_flow, "L");
    QStringList lines;
    for (const LocalText &words : m_data.leftOutWords)
        lines << m_language(words, u"  "_s);
    for (const QString &line : lines.isEmpty() ? m_data.leftOut : lines) {
        const PageFlow::Tag item(m_flow, "LI");
        m_flow.paragraph(line, fonts().second, print::quiet, left + 14, PageFlow::textWidth - 14, 1.35);
    }
}

void ReportPass::drawSection(const ReportSection &section)
{
    const PageFlow::Tag whole(m_flow, "Sect");
    double below = section.about.en.isEmpty() ? 0 : proseHeight(section.about);
    if (section.id == "deal"_L1)
        below += 110;
    else if (!section.tables.isEmpty())
        below += m_tables.leadHeight(section.tables.first());
    heading(section.number, section.title, below);
    if (!section.about.en.isEmpty())
        prose(section.about, print::quiet);
    if (section.id == "deal"_L1) {
        m_figures.phaseTracker(m_data.phases);
        m_figures.readinessPlot(m_data.trend, m_data.readiness, m_data.madeAt);
    }
    for (const ReportTable &table : section.tables)
        m_tables.draw(table);
}

void ReportPass::signer(const ReportSigner &signer)
{
    const QString role = u"role."_s + m_data.issuerRole;
    const QString function = !signer.function.en.isEmpty() ? m_language(signer.function)
        : !signer.fingerprint.isEmpty() && m_words.has(role) ? in(role)
                                                            : QString();
    const double height = 74;
    const PageFlow::Tag tag(m_flow, "P");
    m_flow.need(height + 8);
    const double top = m_flow.y();
    m_flow.fill(QRectF(left, top, PageFlow::textWidth, height), print::band, 5);
    m_flow.draw(fonts().textBold, print::ink, left + 12, top + 16, m_language(signer.role, u"  "_s));
    const bool isByHand = signer.fingerprint.isEmpty();
    m_flow.draw(fonts().small, print::quiet, left + 12, top + 31, in(u"signoff.name"));
    m_flow.draw(fonts().text, print::ink, left + 130, top + 31, signer.name);
    m_flow.draw(fonts().small, print::quiet, left + 12, top + 43, in(u"signoff.role"));
    m_flow.draw(fonts().text, print::ink, left + 130, top + 43, function);
    m_flow.draw(fonts().small, print::quiet, left + 12, top + 55, in(u"signoff.time"));
    m_flow.draw(fonts().text, print::ink, left + 130, top + 55, signer.at > 0 ? m_tables.dateTime(signer.at) : QString());
    m_flow.draw(fonts().small, print::quiet, left + 12, top + 67, in(isByHand ? u"signoff.hand" : u"signoff.certificate"));
    if (isByHand)
        m_flow.rule(left + 130, top + 68, left + 320, print::quiet, 0.5);
    else
        m_flow.draw(fonts().tiny, print::ink, left + 130, top + 67, groupedFingerprint(signer.fingerprint));
    m_flow.space(height + 8);
}

void ReportPass::signOff()
{
    const PageFlow::Tag whole(m_flow, "Sect");
    heading(u"17"_s, m_words[u"signoff.title"], 120);
    prose(m_words[u"signoff.about"], print::quiet);
    for (const ReportSigner &one : m_data.signers)
        signer(one);
}

} // namespace

Result<DrawnReport> drawReport(const ReportData &data, const QString &dataSha256)
{
    DW_ASSIGN(const ReportWords words, ReportWords::load());
    const ReportFonts fonts;
    if (!fonts.text.isGenuine())
        return fail(ErrorCode::Unsupported, u"report.font"_s);
    ReportPass measuring(data, dataSha256, words, fonts, nullptr, nullptr);
    measuring.run(0, {}); // The contents take one page whatever they list, so one pass is enough.
    const QList<Bookmark> known = measuring.bookmarks();
    const int pages = measuring.pages();
    DrawnReport out;
    QBuffer buffer(&out.pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(), QPageLayout::Point));
    writer.setResolution(72);
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(ErrorCode::Internal, u"report.drawing"_s);
    ReportPass drawing(data, dataSha256, words, fonts, &painter, &writer);
    drawing.run(pages, known);
    painter.end();
    out.pages = drawing.pages();
    out.bookmarks = drawing.bookmarks();
    out.tags = drawing.tags();
    out.sealRect = drawing.sealRect();
    return out;
}

} // namespace dw
