#include "core/engines/redact/pagecutter.h"

#include "core/engines/redact/boxlabel.h"
#include "core/engines/redact/brokenwords.h"
#include "core/engines/redact/contentcutter.h"
#include "core/engines/redact/lineplanner.h"
#include "core/engines/redact/operands.h"

#include <QImage>

#include <cmath>

namespace dw {

namespace {

QPDFObjectHandle inherited(QPDFObjectHandle page, const std::string &key)
{
    constexpr int deepest = 100;
    QPDFObjectHandle holder = page;
    for (int depth = 0; depth < deepest && holder.isDictionary(); ++depth, holder = holder.getKey("/Parent")) {
        if (QPDFObjectHandle value = holder.getKey(key); value.isDictionary())
            return value;
    }
    return QPDFObjectHandle::newDictionary();
}

} // namespace

PageCutter::PageCutter(QPDF &pdf, std::string spanTag)
    : m_tools(pdf, std::move(spanTag))
{
}

/// One run over a page with certain areas.
struct PageCutter::Pass {
    Pass(CutTools &tools, const QList<CutArea> &areas, const PdfPageInfo &info, const QList<RedactionMark> &pageMarks)
        : context(tools, CutAreas(areas), info.cropBox)
        , planner(context.areas, info.cropBox)
        , marks(pageMarks)
    {
        PdfPageInfo points = info;
        points.userUnit = 1; // readers differ about it
        const QPointF zero = points.toDisplay(QPointF(0, 0));
        const QPointF x = points.toDisplay(QPointF(1, 0)) - zero;
        const QPointF y = points.toDisplay(QPointF(0, 1)) - zero;
        context.toPixels = QTransform(std::round(x.x()), std::round(x.y()), std::round(y.x()), std::round(y.y()), zero.x(), zero.y());
    }

    CutContext context;
    LinePlanner planner;
    const QList<RedactionMark> &marks;
    ContentProgram program;
    QPDFObjectHandle resources = QPDFObjectHandle::newNull(); ///< Before; afterwards those of the cut content.
    std::vector<KeptGlyph> kept;
    std::string content;
};

void PageCutter::run(Pass &pass)
{
    CutContext &context = pass.context;
    const QList<CutArea> &areas = context.areas.areas();
    const QPDFObjectHandle resources = pass.resources;
    const bool wholeLines = std::any_of(areas.begin(), areas.end(), [](const CutArea &area) { return area.level != RedactionLevel::A; });
    if (wholeLines) {
        context.planner = &pass.planner;
        ContentCutter(context, resources, resources, {}).cut(pass.program);
        pass.planner.plan();
        context.counts.clear();
        context.notes.clear();
        context.hiddenGlyphs = 0;
        context.extent = {};
    }
    context.kept = &pass.kept;
    ContentCutter cutter(context, resources, resources, {});
    pass.content = cutter.cut(pass.program);
    pass.resources = cutter.resources();
}

QList<CutArea> PageCutter::brokenWords(const Pass &pass) const
{
    QList<CutArea> result;
    QSet<QString> seen;
    const BrokenWords words(pass.kept);
    for (const CutArea &area : pass.context.areas.areas()) {
        const QString &word = pass.marks.at(area.mark).word;
        if (word.isEmpty() || seen.contains(word))
            continue;
        seen.insert(word);
        for (const QRectF &place : words.find(word))
            result.append({place, area.mark, area.level, word});
    }
    return result;
}

PageCutter::CutPage PageCutter::cut(
    QPDFObjectHandle page, const PdfPageInfo &info, const QList<CutArea> &areas, const QList<RedactionMark> &marks)
{
    const QPDFObjectHandle resources = inherited(page, "/Resources");
    const auto passOver = [&](const QList<CutArea> &what) {
        auto pass = std::make_unique<Pass>(m_tools, what, info, marks);
        pass->program = ContentProgram::ofPage(page);
        pass->resources = resources;
        run(*pass);
        return pass;
    };
    std::unique_ptr<Pass> pass = passOver(areas);
    if (const QList<CutArea> further = brokenWords(*pass); !further.isEmpty())
        pass = passOver(areas + further);
    m_tools.extents.merge(pass->context.newExtents);

    CutPage result;
    result.counts = pass->context.counts;
    result.hiddenGlyphs = pass->context.hiddenGlyphs;
    result.notes = pass->context.notes;
    result.moved = pass->planner.movedLines();
    ResourceSet own(pass->resources, resources);
    const std::string boxes = drawBoxes(result, pass->context, info, marks, own);
    result.page = page.shallowCopy();
    result.page.replaceKey("/Contents", m_tools.source.newStream("q\n" + pass->content + "Q\n" + boxes));
    result.page.replaceKey("/Resources", own.dictionary());
    return result;
}

std::string PageCutter::drawBoxes(
    CutPage &result, const CutContext &context, const PdfPageInfo &info, const QList<RedactionMark> &marks, ResourceSet &resources)
{
    QList<LinePlanner::Box> boxes;
    if (context.planner)
        boxes = context.planner->boxes();
    const QList<CutArea> &areas = context.areas.areas();
    for (int i = 0; i < areas.size(); ++i) {
        const bool covered = std::any_of(boxes.begin(), boxes.end(), [&](const LinePlanner::Box &box) {
            return box.rect.adjusted(-LinePlanner::farthest, -0.01, LinePlanner::farthest, 0.01).contains(areas.at(i).rect)
                || box.rect.adjusted(-0.01, -LinePlanner::farthest, 0.01, LinePlanner::farthest).contains(areas.at(i).rect);
        });
        // Letters that stood out of a tight area are gone: so is the ground they stood on.
        if (!covered)
            boxes.append({areas.at(i).rect | context.reach.value(i), i});
    }
    std::string content;
    for (const LinePlanner::Box &box : std::as_const(boxes)) {
        content += operands::number(box.rect.left()) + ' ' + operands::number(box.rect.top()) + ' ' + operands::number(box.rect.width()) + ' '
            + operands::number(box.rect.height()) + " re f\n";
        result.boxes.append(box.rect);
    }
    if (!content.empty())
        content = "q 0 g\n" + content + "Q\n";
    for (const LinePlanner::Box &box : std::as_const(boxes)) {
        const int mark = areas.at(box.area).mark;
        if (const QString &text = marks.at(mark).label; !text.isEmpty())
            content += drawLabel(box.rect, text, info, resources);
    }
    return content;
}

/// The reason code, in white: a small picture, so that no font comes into the file for it.
std::string PageCutter::drawLabel(const QRectF &box, const QString &label, const PdfPageInfo &info, ResourceSet &resources)
{
    constexpr double scale = 200.0 / 72;
    constexpr int longest = 20'000;
    const QRectF shown = info.toDisplay(box);
    QImage image((shown.size() * scale).toSize().expandedTo(QSize(1, 1)).boundedTo(QSize(longest, longest)), QImage::Format_Grayscale8);
    const QRect place = boxlabel::place(image.rect(), label);
    if (image.isNull() || place.isEmpty())
        return {};
    image.fill(Qt::black);
    boxlabel::burn(image, image.rect(), label);
    const QImage text = image.copy(place);
    std::string samples;
    for (int y = 0; y < text.height(); ++y)
        samples.append(reinterpret_cast<const char *>(text.constScanLine(y)), std::size_t(text.width()));
    QPDFObjectHandle stream = m_tools.source.newStream(samples);
    QPDFObjectHandle dictionary = stream.getDict();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
    dictionary.replaceKey("/Width", QPDFObjectHandle::newInteger(text.width()));
    dictionary.replaceKey("/Height", QPDFObjectHandle::newInteger(text.height()));
    dictionary.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(8));
    dictionary.replaceKey("/ColorSpace", QPDFObjectHandle::newName("/DeviceGray"));
    const QRectF target(shown.topLeft() + QPointF(place.topLeft()) / scale, QSizeF(place.size()) / scale);
    const QPointF low = info.toUser(target.bottomLeft());
    const QPointF right = info.toUser(target.bottomRight()) - low;
    const QPointF up = info.toUser(target.topLeft()) - low;
    std::string content = "q ";
    for (const double value : {right.x(), right.y(), up.x(), up.y(), low.x(), low.y()})
        content += operands::number(value) + ' ';
    return content + "cm " + resources.add("/XObject", stream) + " Do Q\n";
}

} // namespace dw
