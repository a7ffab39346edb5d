#include "core/engines/redact/fontuse.h"

#include "core/engines/redact/keyof.h"

namespace dw {

namespace {

constexpr std::size_t mostStrings = 200'000;

bool hasTwoByteCodes(QPDFObjectHandle font)
{
    QPDFObjectHandle encoding = font.getKey("/Encoding");
    return encoding.isNameAndEquals("/Identity-H") || encoding.isNameAndEquals("/Identity-V");
}

} // namespace

FontUse::Entry FontUse::begun(QPDFObjectHandle font)
{
    Entry entry;
    entry.font = font;
    if (font.getKey("/Subtype").isNameAndEquals("/Type0") && hasTwoByteCodes(font))
        entry.pairs.resize(0x10000);
    return entry;
}

void FontUse::show(QPDFObjectHandle font, const std::string &text)
{
    Entry &entry = m_entries[font.getObjGen()];
    if (!entry.font.isInitialized())
        entry = begun(font);
    add(entry, text);
}

void FontUse::add(Entry &entry, const std::string &text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (!entry.font.getKey("/Subtype").isNameAndEquals("/Type0")) {
        for (std::size_t i = 0; i < text.size(); ++i)
            entry.bytes.set(byte(i));
    } else if (!entry.pairs.empty()) {
        for (std::size_t i = 0; i + 1 < text.size(); i += 2)
            entry.pairs[std::size_t(byte(i)) << 8 | byte(i + 1)] = true;
        entry.unclear = entry.unclear || text.size() % 2 != 0;
    } else if (entry.strings.size() < mostStrings) {
        entry.strings.insert(text);
    } else {
        entry.unclear = true;
    }
}

std::vector<FontUse::Entry> FontUse::entries(const std::vector<QPDFObjectHandle> &more) const
{
    std::map<QPDFObjGen, Entry> all = m_entries;
    for (const QPDFObjectHandle &font : more)
        all.try_emplace(QPDFObjectHandle(font).getObjGen(), begun(font));
    std::vector<Entry> result;
    for (auto &[id, entry] : all) {
        const bool before = entry.unclear;
        for (const std::string &text : m_any)
            add(entry, text);
        entry.unclear = before; // what was perhaps never meant for this font may be no text of it
        result.push_back(std::move(entry));
    }
    return result;
}

FontUseTracker::FontUseTracker(FontUse &use)
    : m_use(&use)
    , m_font(QPDFObjectHandle::newNull())
{
}

void FontUseTracker::operation(const Operation &operation, QPDFObjectHandle resources)
{
    const std::string &name = operation.name;
    if (name == "q") {
        m_stack.push_back(m_font);
    } else if (name == "Q" && !m_stack.empty()) {
        m_font = m_stack.back();
        m_stack.pop_back();
    }
    if (operation.operands.empty())
        return;
    QPDFObjectHandle first = operation.operands.front();
    QPDFObjectHandle last = operation.operands.back();
    if (name == "Tf" && first.isName()) {
        m_font = keyOf(keyOf(resources, "/Font"), first.getName());
    } else if (name == "gs" && first.isName()) {
        QPDFObjectHandle font = keyOf(keyOf(keyOf(resources, "/ExtGState"), first.getName()), "/Font");
        if (font.isArray() && font.getArrayNItems() == 2)
            m_font = font.getArrayItem(0);
    } else if (name == "Tj" || name == "'" || name == "\"") {
        show(last);
    } else if (name == "TJ" && last.isArray()) {
        for (QPDFObjectHandle &item : last.getArrayAsVector())
            show(item);
    }
}

void FontUseTracker::show(QPDFObjectHandle text)
{
    if (!text.isString())
        return;
    if (m_font.isDictionary() && m_font.isIndirect())
        m_use->show(m_font, text.getStringValue());
    else
        m_use->showWithAny(text.getStringValue());
}

} // namespace dw
