#pragma once

#include "core/engines/redact/fontbytes.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dw {

/// A Compact Font Format program (Adobe's technical note 5176) as parts that can be exchanged and put together again.
/// Everything throws FontDoubt where the program is not understood.
class CffFile
{
public:
    explicit CffFile(std::string_view program);

    struct Index {
        std::size_t start = 0;
        std::size_t end = 0;
        std::vector<std::string_view> items;
    };

    struct Operator {
        unsigned name = 0; ///< 12 x is 1200 + x.
        std::string_view operands; ///< As they are coded.
        std::vector<int> values; ///< Real numbers count as 0.
    };
    using Dict = std::vector<Operator>;

    struct Private {
        std::size_t start = 0;
        std::size_t end = 0;
        Dict dict;
        std::size_t subrsAt = 0; ///< 0: none.
        Index subrs;
    };

    Index stringIndex;
    Index globalSubrs;
    Index charStrings;
    Dict top;
    std::vector<Dict> fonts; ///< Of CID-keyed programs.
    std::vector<Private> privates; ///< One, or one for each of `fonts`.
    bool isCidKeyed = false;
    std::vector<unsigned> charset; ///< String or CID of each glyph; empty for the predefined ones.
    std::vector<unsigned> fontOfGlyph; ///< FDSelect; empty: all 0.
    std::map<unsigned, unsigned> codes; ///< Of an encoding of its own: code to glyph.
    std::vector<std::pair<unsigned, unsigned>> supplement; ///< Of it: further codes, with the string of the glyph.

    unsigned glyphCount() const { return unsigned(charStrings.items.size()); }

    static std::string makeIndex(const std::vector<std::string_view> &items);

    /// The program again, with the items of the indexes, charset, codes and supplement as they are now.
    std::string write() const;

private:
    using Moved = std::function<std::size_t(std::size_t)>;
    using Parts = std::map<std::size_t, std::pair<std::size_t, std::string>>; ///< Where a part was, to its end and its new bytes.

    Index readIndex(std::size_t at) const;
    Dict readDict(std::string_view bytes) const;
    void readPrivate(const Dict &dict);
    void readCharset();
    void readSelect();
    void readEncoding();
    std::string writeDict(const Dict &dict, const Private *owned, const Moved &moved) const;
    std::string writePrivate(const Private &part, const Moved &moved) const;
    std::string writeCharset() const;
    std::string writeEncoding() const;
    Parts parts(const Moved &moved) const;

    static const Operator *find(const Dict &dict, unsigned name);
    static std::size_t offset(const Dict &dict, unsigned name);

    std::string_view m_program;
    FontBytes m_bytes;
    std::size_t m_topStart = 0;
    std::size_t m_topEnd = 0;
    std::size_t m_charsetEnd = 0;
    std::size_t m_selectEnd = 0;
    std::size_t m_encodingEnd = 0;
    Index m_fontIndex;
};

} // namespace dw
