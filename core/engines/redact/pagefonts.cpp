#include "core/engines/redact/pagefonts.h"

#include "core/engines/redact/keyof.h"

namespace dw {

namespace {

constexpr int deepest = 40;

std::vector<QPDFObjectHandle> valuesOf(QPDFObjectHandle dictionary)
{
    std::vector<QPDFObjectHandle> result;
    if (dictionary.isDictionary()) {
        for (const std::string &key : dictionary.getKeys())
            result.push_back(dictionary.getKey(key));
    }
    return result;
}

} // namespace

bool PageFonts::isNew(QPDFObjectHandle object)
{
    return !object.isIndirect() || m_seen.insert(object.getObjGen()).second;
}

void PageFonts::addPage(QPDFObjectHandle page)
{
    for (int depth = 0; depth < deepest && page.isDictionary(); ++depth, page = page.getKey("/Parent")) {
        if (page.getKey("/Resources").isDictionary())
            return add(page.getKey("/Resources"), 0);
    }
}

void PageFonts::add(QPDFObjectHandle resources)
{
    add(resources, 0);
}

void PageFonts::add(QPDFObjectHandle resources, int depth)
{
    if (depth > deepest || !resources.isDictionary() || !isNew(resources))
        return;
    for (QPDFObjectHandle &font : valuesOf(resources.getKey("/Font")))
        addFont(font, depth);
    for (const char *category : {"/XObject", "/Pattern"}) {
        for (QPDFObjectHandle &stream : valuesOf(resources.getKey(category))) {
            if (stream.isStream() && isNew(stream))
                add(stream.getDict().getKey("/Resources"), depth + 1);
        }
    }
    for (QPDFObjectHandle &state : valuesOf(resources.getKey("/ExtGState"))) {
        QPDFObjectHandle font = keyOf(state, "/Font");
        if (font.isArray() && font.getArrayNItems() > 0)
            addFont(font.getArrayItem(0), depth);
        QPDFObjectHandle group = keyOf(keyOf(state, "/SMask"), "/G");
        if (group.isStream() && isNew(group))
            add(group.getDict().getKey("/Resources"), depth + 1);
    }
}

void PageFonts::addFont(QPDFObjectHandle font, int depth)
{
    if (!font.isDictionary() || !isNew(font))
        return;
    m_fonts.push_back(font);
    add(font.getKey("/Resources"), depth + 1);
}

} // namespace dw
