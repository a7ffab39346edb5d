#include "core/engines/parse/pagerun.h"

#include <poppler/Annot.h>
#include <poppler/Gfx.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>

#include <initializer_list>

namespace dw {

namespace {

constexpr double dpi = 72;

std::string nameOf(Ref ref)
{
    return std::to_string(ref.num) + ' ' + std::to_string(ref.gen);
}

/// The entries of a page's font dictionary; empty where they cannot be told apart by their numbers.
std::string fontsKey(const Object &fonts)
{
    if (fonts.isRef())
        return nameOf(fonts.getRef());
    std::string key;
    for (int i = 0; fonts.isDict() && i < fonts.dictGetLength(); ++i) {
        const Object &font = fonts.getDict()->getValNF(i);
        if (!font.isRef())
            return {};
        key += std::string(fonts.getDict()->getKey(i)) + '=' + nameOf(font.getRef()) + ';';
    }
    return key;
}

/// No group, no form and no list of layers can leave anything behind that the next page feels.
bool isAlone(Dict &resources)
{
    for (const char *kind : {"Properties", "Pattern"}) {
        if (!resources.lookupNF(kind).isNull())
            return false;
    }
    const Object states = resources.lookup("ExtGState");
    for (int i = 0; states.isDict() && i < states.dictGetLength(); ++i) {
        const Object state = states.getDict()->getVal(i);
        const Object mask = state.isDict() ? state.dictLookup("SMask") : Object(objNull);
        const Object font = state.isDict() ? state.dictLookup("Font") : Object(objNull);
        if (!(mask.isNull() || mask.isName("None")) || !font.isNull())
            return false;
    }
    const Object objects = resources.lookup("XObject");
    for (int i = 0; objects.isDict() && i < objects.dictGetLength(); ++i) {
        const Object object = objects.getDict()->getVal(i);
        if (!object.isStream() || !object.streamGetDict()->lookup("Subtype").isName("Image"))
            return false;
    }
    return true;
}

/// What pages must have in common: fonts and shape. Empty if this one has to be drawn by itself.
std::string keyOf(Page &page)
{
    Dict *const resources = page.getResourceDict();
    if (resources == nullptr || !isAlone(*resources))
        return {};
    const Object annotations = page.getAnnotsObject();
    if (!annotations.isNull() && !(annotations.isArray() && annotations.arrayGetLength() == 0))
        return {};
    std::string key = fontsKey(resources->lookupNF("Font"));
    if (key.empty())
        return {};
    for (const PDFRectangle *const box : {page.getMediaBox(), page.getCropBox()}) {
        for (const double edge : {box->x1, box->y1, box->x2, box->y2})
            key += '|' + std::to_string(edge);
    }
    return key + '|' + std::to_string(page.getRotate());
}

} // namespace

PageRun::PageRun(PDFDoc &document, OutputDev &device)
    : m_document(document)
    , m_device(device)
{
}

PageRun::~PageRun() = default;

void PageRun::draw(int number, IsShown isShown)
{
    Page *const page = m_document.getPage(number);
    const std::string key = page != nullptr ? keyOf(*page) : std::string();
    if (key.empty() || key != m_key) {
        m_gfx.reset();
        m_key = key;
    }
    if (key.empty()) {
        m_document.displayPage(&m_device, number, dpi, dpi, 0, false, true, false, nullptr, nullptr, isShown, nullptr);
        return;
    }
    if (!m_gfx)
        m_gfx.reset(page->createGfx(&m_device, dpi, dpi, 0, false, true, -1, -1, -1, -1, false, nullptr, nullptr));
    // Its own resources but for the fonts: those are with the first page's.
    Object own(new Dict(m_document.getXRef()));
    Dict *const resources = page->getResourceDict();
    for (int i = 0; i < resources->getLength(); ++i) {
        if (const std::string kind = resources->getKey(i); kind != "Font")
            own.dictAdd(kind.c_str(), resources->getValNF(i).copy());
    }
    m_gfx->pushResources(own.getDict());
    m_gfx->pushStateGuard();
    page->display(m_gfx.get());
    m_gfx->popStateGuard();
    m_gfx->popResources();
}

} // namespace dw
