#pragma once

#include "core/engines/redact/contentprogram.h"

#include <bitset>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace dw {

/// Which strings each font of the new file shows: noted while its contents are written.
class FontUse
{
public:
    struct Entry {
        QPDFObjectHandle font;
        std::bitset<256> bytes; ///< Simple fonts.
        std::vector<bool> pairs; ///< Composite fonts whose codes all have two bytes: 65536 flags.
        std::set<std::string> strings; ///< Other composite fonts.
        bool unclear = false; ///< Too much to keep, or a string of half a code.
    };

    void show(QPDFObjectHandle font, const std::string &text);

    /// A form may show text with the font that is set where it is used: it counts for every font.
    void showWithAny(const std::string &text) { m_any.insert(text); }

    /// Every font that shows anything and those of `more`, with the strings of showWithAny() added. Direct ones are not
    /// among them.
    std::vector<Entry> entries(const std::vector<QPDFObjectHandle> &more) const;

private:
    static Entry begun(QPDFObjectHandle font);
    static void add(Entry &entry, const std::string &text);

    std::map<QPDFObjGen, Entry> m_entries;
    std::set<std::string> m_any;
};

/// Follows the font of one content stream of the new file.
class FontUseTracker
{
public:
    explicit FontUseTracker(FontUse &use);

    /// `resources`: of the stream, in the new file, with what the operation names.
    void operation(const Operation &operation, QPDFObjectHandle resources);

private:
    void show(QPDFObjectHandle text);

    FontUse *m_use;
    QPDFObjectHandle m_font;
    std::vector<QPDFObjectHandle> m_stack;
};

} // namespace dw
