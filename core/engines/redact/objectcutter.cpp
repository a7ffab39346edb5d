#include "core/engines/redact/objectcutter.h"

#include "core/engines/redact/contentcutter.h"
#include "core/engines/redact/lineplanner.h"
#include "core/engines/redact/operands.h"
#include "core/engines/redact/unprovable.h"

#include <QPolygonF>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr std::size_t deepest = 30;
constexpr int mostForms = 100'000; ///< Of one page, each time they are drawn.

std::string nameOf(const Operation &operation)
{
    if (operation.operands.empty())
        return {};
    QPDFObjectHandle last = operation.operands.back();
    return last.isName() ? last.getName() : std::string();
}

} // namespace

ObjectCutter::ObjectCutter(CutContext &context, ResourceSet &resources, QPDFObjectHandle pageResources)
    : m_context(context)
    , m_resources(resources)
    , m_page(pageResources)
{
}

bool ObjectCutter::isHidden(QPDFObjectHandle dictionary) const
{
    if (!dictionary.hasKey("/OC"))
        return false;
    const std::optional<bool> shown = m_context.tools.layers.isShown(dictionary.getKey("/OC"));
    if (!shown)
        throw Unprovable {u"layer_undecided"_s};
    return !*shown;
}

void ObjectCutter::paint(const Operation &operation, const GraphicsState &state, std::string &out, bool hidden)
{
    QPDFObjectHandle object = m_resources.find("/XObject", nameOf(operation));
    if (!object.isStream()) {
        m_context.changed = true; // nothing is painted by it
        return;
    }
    QPDFObjectHandle dictionary = object.getDict();
    hidden = hidden || isHidden(dictionary);
    std::optional<QPDFObjectHandle> left;
    if (dictionary.getKey("/Subtype").isNameAndEquals("/Image"))
        left = cutImage(object, state.ctm, hidden);
    else if (dictionary.getKey("/Subtype").isNameAndEquals("/Form"))
        left = cutForm(object, state, hidden);
    else
        throw Unprovable {u"xobject_kind"_s};
    if (hidden || !left) {
        m_context.changed = true;
        return;
    }
    if (left->getObjGen() == object.getObjGen())
        ContentProgram::write(operation, out);
    else
        out += m_resources.add("/XObject", *left) + " Do\n";
}

void ObjectCutter::paintInline(const Operation &operation, const GraphicsState &state, std::string &out, bool hidden)
{
    const QRectF place = state.ctm.mapRect(QRectF(0, 0, 1, 1));
    m_context.painted(place);
    if (hidden || !place.intersects(m_context.visible.adjusted(-1, -1, 1, 1))) {
        m_context.changed = true;
        return;
    }
    if (!m_context.areas.touches(place)) {
        ContentProgram::write(operation, out);
        return;
    }
    QPDFObjectHandle image = m_context.tools.images.fromInline(operation, m_resources.dictionary());
    const std::optional<QPDFObjectHandle> left = cutImage(image, state.ctm, hidden);
    m_context.changed = true;
    if (left)
        out += m_resources.add("/XObject", *left) + " Do\n";
}

std::optional<QPDFObjectHandle> ObjectCutter::cutImage(QPDFObjectHandle image, const QTransform &ctm, bool hidden)
{
    const QRectF place = ctm.mapRect(QRectF(0, 0, 1, 1));
    if (!hidden)
        m_context.painted(place);
    // Hairline images are rules: they have an extent in one direction only.
    if (hidden || !place.adjusted(-0.01, -0.01, 0.01, 0.01).intersects(m_context.visible))
        return std::nullopt;
    if (m_context.planner && m_context.planner->isCollecting())
        return image;
    QList<QPolygonF> polygons;
    std::vector<int> touched;
    m_context.areas.forEach(place, [&](int area) {
        touched.push_back(area);
        return true;
    });
    if (touched.empty())
        return image;
    if (!ctm.isInvertible())
        return std::nullopt;
    const QTransform back = ctm.inverted();
    for (const int area : touched)
        polygons.append(back.map(QPolygonF(m_context.areas.areas().at(area).rect)));
    const ImageCutter::Result result = m_context.tools.images.cut(image, polygons);
    if (!result.note.isEmpty() && !m_context.notes.contains(result.note))
        m_context.notes.append(result.note);
    if (result.image.getObjGen() == image.getObjGen())
        return image;
    m_context.changed = true;
    for (const int area : touched)
        ++m_context.counts[m_context.areas.areas().at(area).mark].images;
    return result.image;
}

QPDFObjectHandle ObjectCutter::cutForm(QPDFObjectHandle form, const GraphicsState &state, bool hidden)
{
    QPDFObjectHandle dictionary = form.getDict();
    if (dictionary.hasKey("/Ref") || dictionary.hasKey("/F"))
        throw Unprovable {u"external_stream"_s};
    const QTransform ctm = operands::matrix(dictionary.getKey("/Matrix")) * state.ctm;
    const QPDFObjGen id = form.getObjGen();
    if (const auto known = m_context.tools.extents.find(id); known != m_context.tools.extents.end() && !hidden && ctm.isInvertible()) {
        const QRectF extent = ctm.mapRect(known->second);
        if (!m_context.areas.touches(extent) && m_context.visible.contains(extent)) {
            m_context.painted(extent);
            return form;
        }
    }
    if (form.isIndirect() && (m_context.open.size() > deepest || !m_context.open.insert(id).second))
        throw Unprovable {m_context.open.size() > deepest ? u"nested_too_deep"_s : u"cycle"_s};
    if (++m_context.formsCut > mostForms)
        throw Unprovable {u"content_too_long"_s};
    const bool changedBefore = m_context.changed;
    const QRectF extentBefore = m_context.extent;
    m_context.changed = false;
    m_context.extent = {};
    GraphicsState inner = state;
    inner.ctm = ctm;
    ContentCutter cutter(m_context, dictionary.getKey("/Resources"), m_page, inner);
    const std::string content = cutter.cut(ContentProgram::ofStream(form), hidden);
    const bool changed = m_context.changed;
    if (ctm.isInvertible() && form.isIndirect() && !hidden) // a hidden use does not say where its pictures and paths are
        m_context.newExtents[id] = ctm.inverted().mapRect(m_context.extent).adjusted(-0.1, -0.1, 0.1, 0.1);
    m_context.changed = changed || changedBefore;
    m_context.extent = extentBefore.isNull() ? m_context.extent : m_context.extent.isNull() ? extentBefore : extentBefore.united(m_context.extent);
    m_context.open.erase(id);
    if (!changed || (m_context.planner && m_context.planner->isCollecting()))
        return form;
    return clone(m_context.tools.source, form, content, cutter.resources());
}

QPDFObjectHandle ObjectCutter::clone(QPDF &pdf, QPDFObjectHandle stream, const std::string &content, QPDFObjectHandle resources)
{
    QPDFObjectHandle result = pdf.newStream(content);
    QPDFObjectHandle source = stream.getDict();
    QPDFObjectHandle target = result.getDict();
    for (const std::string &key : source.getKeys()) {
        if (key != "/Length" && key != "/Filter" && key != "/DecodeParms" && key != "/Resources")
            target.replaceKey(key, source.getKey(key));
    }
    target.replaceKey("/Resources", resources);
    return result;
}

} // namespace dw
