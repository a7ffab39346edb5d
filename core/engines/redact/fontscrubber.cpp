#include "core/engines/redact/fontscrubber.h"

#include "core/engines/parse/glyphshapes.h"
#include "core/engines/parse/popplerfonts.h"
#include "core/engines/redact/fontprobe.h"
#include "core/engines/redact/keyof.h"
#include "core/engines/redact/tounicode.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <new>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

/// A program with more glyphs whose name does not say that it is a subset is a font as it was bought.
constexpr int wholeFrom = 200;

QPDFObjectHandle descendantOf(QPDFObjectHandle font)
{
    QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
    return descendants.isArray() && descendants.getArrayNItems() > 0 ? descendants.getArrayItem(0) : QPDFObjectHandle::newNull();
}

std::string nameOfFont(QPDFObjectHandle font)
{
    QPDFObjectHandle name = font.getKey("/BaseFont");
    return name.isName() ? name.getName().substr(1) : std::string();
}

bool saysSubset(const std::string &name)
{
    return name.size() > 7 && name[6] == '+' && std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string dataOf(QPDFObjectHandle stream)
{
    const std::shared_ptr<Buffer> data = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char *>(data->getBuffer()), data->getSize()};
}

/// The array /W (or /W2, with three numbers for each CID) with the entries of `cids` only; null when it is malformed.
QPDFObjectHandle widthsOf(QPDFObjectHandle array, const std::set<unsigned> &cids, int perCid)
{
    std::vector<QPDFObjectHandle> result;
    std::vector<QPDFObjectHandle> items = array.getArrayAsVector();
    const auto add = [&](unsigned cid, const std::vector<QPDFObjectHandle> &values) {
        result.push_back(QPDFObjectHandle::newInteger(cid));
        result.push_back(QPDFObjectHandle::newArray(values));
    };
    for (std::size_t i = 0; i < items.size();) {
        if (!items[i].isInteger() || i + 1 >= items.size())
            return QPDFObjectHandle::newNull();
        const auto first = unsigned(items[i].getIntValue());
        if (items[i + 1].isArray()) {
            const std::vector<QPDFObjectHandle> values = items[i + 1].getArrayAsVector();
            for (std::size_t j = 0; j + std::size_t(perCid) <= values.size(); j += std::size_t(perCid)) {
                const unsigned cid = first + unsigned(j) / unsigned(perCid);
                if (cids.contains(cid))
                    add(cid, {values.begin() + long(j), values.begin() + long(j) + perCid});
            }
            i += 2;
        } else {
            if (i + 2 + std::size_t(perCid) > items.size() || !items[i + 1].isInteger())
                return QPDFObjectHandle::newNull();
            const auto last = unsigned(items[i + 1].getIntValue());
            for (auto it = cids.lower_bound(first); it != cids.end() && *it <= last; ++it)
                add(*it, {items.begin() + long(i) + 2, items.begin() + long(i) + 2 + perCid});
            i += 2 + std::size_t(perCid);
        }
    }
    return QPDFObjectHandle::newArray(result);
}

/// Codes that had no width before still have none: readers have ideas of their own about those.
void scrubWidths(QPDFObjectHandle font, const std::map<quint32, PopplerCode> &codes)
{
    QPDFObjectHandle widths = font.getKey("/Widths");
    QPDFObjectHandle start = font.getKey("/FirstChar");
    if (!widths.isArray())
        return;
    const long long offset = start.isInteger() ? start.getIntValue() : 0;
    long long first = -1;
    std::vector<QPDFObjectHandle> kept;
    for (int i = 0; i < widths.getArrayNItems(); ++i) {
        const bool shown = offset + i >= 0 && codes.contains(quint32(offset + i));
        if (!shown && first < 0)
            continue;
        if (first < 0)
            first = offset + i;
        kept.push_back(shown ? widths.getArrayItem(i) : QPDFObjectHandle::newInteger(0));
    }
    while (!kept.empty() && !codes.contains(quint32(first) + quint32(kept.size()) - 1))
        kept.pop_back();
    font.replaceKey("/Widths", QPDFObjectHandle::newArray(kept));
    font.replaceKey("/FirstChar", QPDFObjectHandle::newInteger(std::max(first, 0LL)));
    font.replaceKey("/LastChar", QPDFObjectHandle::newInteger(std::max(first, 0LL) + static_cast<long long>(kept.size()) - 1));
}

/// Two glyphs for each CID, all others 0.
std::string mapOf(const std::string &map, const std::set<unsigned> &cids)
{
    std::string result;
    for (const unsigned cid : cids) {
        const std::size_t at = 2 * std::size_t(cid);
        if (at + 2 > map.size())
            continue;
        result.resize(at + 2);
        result.replace(at, 2, map, at, 2);
    }
    return result.empty() ? std::string(2, '\0') : result;
}

std::optional<fontblank::Blanked> blankedProgram(const std::string &key, QPDFObjectHandle stream, const std::string &program, const GlyphsKept &kept)
{
    if (key == "/FontFile")
        return fontblank::type1(program, kept);
    if (key == "/FontFile2" || stream.getDict().getKey("/Subtype").isNameAndEquals("/OpenType"))
        return fontblank::sfnt(program, kept);
    return fontblank::cff(program, kept);
}

/// Every glyph that is shown must have the outline that it had.
bool looksTheSame(const std::string &before, const std::string &after, const GlyphsKept &kept, bool byName)
{
    const std::unique_ptr<GlyphShapes> old = GlyphShapes::open({before.begin(), before.end()});
    const std::unique_ptr<GlyphShapes> fresh = GlyphShapes::open({after.begin(), after.end()});
    if (!old || !fresh)
        return false;
    if (!byName)
        return std::all_of(kept.glyphs.begin(), kept.glyphs.end(), [&](unsigned glyph) { return old->outline(glyph) == fresh->outline(glyph); });
    return std::all_of(kept.names.begin(), kept.names.end(), [&](const std::string &name) {
        const std::optional<unsigned> was = old->glyphOfName(name);
        const std::optional<unsigned> is = fresh->glyphOfName(name);
        return was.has_value() == is.has_value() && (!was || old->outline(*was) == fresh->outline(*is));
    });
}

void replaceProgram(QPDFObjectHandle stream, const fontblank::Blanked &blanked)
{
    const QPDFObjectHandle none = QPDFObjectHandle::newNull();
    stream.replaceStreamData(blanked.program, none, none);
    QPDFObjectHandle dictionary = stream.getDict();
    if (dictionary.hasKey("/Length1"))
        dictionary.replaceKey("/Length1", QPDFObjectHandle::newInteger(static_cast<long long>(blanked.clear > 0 ? blanked.clear : blanked.program.size())));
    if (blanked.clear > 0) {
        dictionary.replaceKey("/Length2", QPDFObjectHandle::newInteger(static_cast<long long>(blanked.encrypted)));
        dictionary.replaceKey("/Length3",
            QPDFObjectHandle::newInteger(static_cast<long long>(blanked.program.size() - blanked.clear - blanked.encrypted)));
    }
}

} // namespace

struct FontScrubber::Font {
    FontUse::Entry use;
    QPDFObjectHandle font;
    QPDFObjectHandle owner; ///< Of the descriptor: the font or its descendant.
    bool composite = false;
    std::unique_ptr<PopplerFont> reader;
    std::map<quint32, PopplerCode> codes; ///< That are shown.
};

/// Fonts that share a program, or a single one.
struct FontScrubber::Group {
    std::vector<Font> fonts;
    QPDFObjectHandle program;
    std::string programKey;
    bool wanted = false;
};

FontScrubber::FontScrubber(QPDF &target, const FontUse &use)
    : m_pdf(target)
    , m_use(use)
{
}

QList<FontScrubber::Outcome> FontScrubber::scrub(const std::vector<QPDFObjectHandle> &fonts)
{
    std::set<QPDFObjGen> wanted;
    for (const QPDFObjectHandle &font : fonts)
        wanted.insert(QPDFObjectHandle(font).getObjGen());
    std::map<QPDFObjGen, Group> groups;
    for (FontUse::Entry &entry : m_use.entries(fonts)) {
        Font font;
        font.font = font.owner = entry.font;
        font.composite = entry.font.getKey("/Subtype").isNameAndEquals("/Type0");
        if (font.composite)
            font.owner = descendantOf(font.font);
        QPDFObjectHandle descriptor = keyOf(font.owner, "/FontDescriptor");
        QPDFObjectHandle program = QPDFObjectHandle::newNull();
        std::string key;
        for (const char *candidate : {"/FontFile", "/FontFile2", "/FontFile3"}) {
            if (keyOf(descriptor, candidate).isStream()) {
                program = descriptor.getKey(candidate);
                key = candidate;
            }
        }
        const QPDFObjGen id = program.isStream() ? program.getObjGen() : font.owner.isIndirect() ? font.owner.getObjGen() : font.font.getObjGen();
        Group &group = groups[id];
        group.program = program;
        group.programKey = key;
        group.wanted = group.wanted || wanted.contains(font.font.getObjGen());
        font.use = std::move(entry);
        group.fonts.push_back(std::move(font));
    }
    QList<Outcome> outcomes;
    for (auto &[id, group] : groups) {
        if (!group.wanted)
            continue;
        try {
            outcomes.append(scrubProgram(group));
        } catch (const std::bad_alloc &) {
            throw;
        } catch (const std::exception &) { // qpdf's, of streams that are broken
            outcomes.append({QString::fromStdString(nameOfFont(group.fonts.front().font)), Result::Kept, 0});
        }
        QString &name = outcomes.last().font;
        name = name.mid(saysSubset(name.toStdString()) ? 7 : 0);
    }
    return outcomes;
}

bool FontScrubber::open(Group &group)
{
    FontProbe probe;
    std::vector<std::size_t> numbers;
    for (const Font &font : group.fonts)
        numbers.push_back(probe.add(font.font).front());
    std::vector<std::unique_ptr<PopplerFont>> readers = PopplerFonts::load(probe.write());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] >= readers.size() || !readers[numbers[i]])
            return false;
        group.fonts[i].reader = std::move(readers[numbers[i]]);
        if (!readCodes(group.fonts[i]))
            return false;
    }
    return true;
}

bool FontScrubber::readCodes(Font &font)
{
    const auto read = [&](std::string_view text) {
        std::array<char, 4> padded {};
        text.copy(padded.data(), padded.size());
        PopplerCode code = font.reader->next(padded.data());
        const int length = code.length;
        if (length < 1 || length > int(text.size()))
            return 0;
        quint32 value = 0;
        for (int i = 0; i < length; ++i)
            value = value << 8 | static_cast<unsigned char>(padded[std::size_t(i)]);
        font.codes[value] = std::move(code);
        return length;
    };
    for (unsigned byte = 0; byte < font.use.bytes.size(); ++byte) {
        if (font.use.bytes.test(byte))
            read(std::string(1, char(byte)));
    }
    for (std::size_t pair = 0; pair < font.use.pairs.size(); ++pair) {
        if (font.use.pairs[pair])
            read(std::string {char(pair >> 8), char(pair & 0xff)});
    }
    for (const std::string &text : font.use.strings) {
        for (std::size_t at = 0; at < text.size();) {
            const int length = read(std::string_view(text).substr(at));
            if (length == 0)
                return false;
            at += std::size_t(length);
        }
    }
    return !font.use.unclear;
}

/// /Widths and /Differences of the codes that are shown, and the glyph procedures of a Type 3 font.
void FontScrubber::scrubSimple(Font &font)
{
    QPDFObjectHandle dictionary = font.font;
    scrubWidths(dictionary, font.codes);
    std::set<std::string> names;
    for (const auto &[code, read] : font.codes)
        names.insert('/' + font.reader->glyphName(code));
    QPDFObjectHandle encoding = dictionary.getKey("/Encoding");
    if (QPDFObjectHandle differences = keyOf(encoding, "/Differences"); differences.isArray()) {
        std::vector<QPDFObjectHandle> kept;
        long long code = 0;
        for (QPDFObjectHandle &item : differences.getArrayAsVector()) {
            if (item.isInteger()) {
                code = item.getIntValue();
            } else if (item.isName()) {
                if (code >= 0 && font.codes.contains(quint32(code))) {
                    kept.push_back(QPDFObjectHandle::newInteger(code));
                    kept.push_back(item);
                    names.insert(item.getName());
                }
                ++code;
            }
        }
        encoding.replaceKey("/Differences", QPDFObjectHandle::newArray(kept));
    }
    QPDFObjectHandle procedures = dictionary.getKey("/CharProcs");
    if (procedures.isDictionary()) {
        for (const std::string &name : procedures.getKeys()) {
            if (!names.contains(name))
                procedures.removeKey(name);
        }
    }
}

bool FontScrubber::scrubComposite(Font &font, const std::set<unsigned> &cids)
{
    QPDFObjectHandle descendant = font.owner;
    for (const auto &[key, perCid] : {std::pair("/W", 1), std::pair("/W2", 3)}) {
        if (!descendant.getKey(key).isArray())
            continue;
        QPDFObjectHandle kept = widthsOf(descendant.getKey(key), cids, perCid);
        if (kept.isNull())
            return false;
        descendant.replaceKey(key, kept);
    }
    if (QPDFObjectHandle map = descendant.getKey("/CIDToGIDMap"); map.isStream())
        descendant.replaceKey("/CIDToGIDMap", m_pdf.newStream(mapOf(dataOf(map), cids)));
    return scrubEncoding(font);
}

/// An embedded CMap that stands for itself becomes a list of the codes that are shown.
bool FontScrubber::scrubEncoding(Font &font)
{
    QPDFObjectHandle encoding = font.font.getKey("/Encoding");
    if (!encoding.isStream())
        return true;
    if (encoding.getDict().hasKey("/UseCMap"))
        return false;
    std::map<quint32, tounicode::Cid> cids;
    for (const auto &[code, read] : font.codes)
        cids[code] = {read.length, read.cid};
    const std::optional<std::string> kept = tounicode::cidsOnly(dataOf(encoding), cids, font.reader->isVertical());
    if (!kept)
        return false;
    QPDFObjectHandle fresh = m_pdf.newStream(*kept);
    for (const char *key : {"/Type", "/CMapName", "/WMode", "/CIDSystemInfo"}) {
        if (encoding.getDict().hasKey(key))
            fresh.getDict().replaceKey(key, encoding.getDict().getKey(key));
    }
    font.font.replaceKey("/Encoding", fresh);
    return true;
}

bool FontScrubber::scrubMeanings(Font &font)
{
    QPDFObjectHandle map = font.font.getKey("/ToUnicode");
    if (!map.isStream())
        return true;
    std::set<quint32> codes;
    for (const auto &[code, read] : font.codes)
        codes.insert(code);
    const std::optional<std::string> kept = map.getDict().hasKey("/UseCMap") ? std::nullopt : tounicode::only(dataOf(map), codes);
    if (!kept)
        return false;
    font.font.replaceKey("/ToUnicode", m_pdf.newStream(*kept));
    return true;
}

FontScrubber::Outcome FontScrubber::scrubProgram(Group &group)
{
    Outcome outcome {QString::fromStdString(nameOfFont(group.fonts.front().font)), Result::Kept, 0};
    if (!open(group))
        return outcome;
    bool clean = true;
    bool subset = false;
    GlyphsKept kept;
    for (const Font &font : group.fonts) {
        subset = subset || saysSubset(nameOfFont(font.font));
        (font.composite ? kept.composite : kept.simple) = true;
        for (const auto &[code, read] : font.codes) {
            if (const auto glyph = font.reader->glyph(read.cid))
                kept.glyphs.insert(*glyph);
            if (font.composite) {
                kept.cids.insert(read.cid);
                continue;
            }
            kept.codes.insert(code);
            kept.names.insert(font.reader->glyphName(code));
            for (const char32_t character : read.text.toUcs4())
                kept.characters.insert(character);
        }
    }
    for (Font &font : group.fonts) {
        if (font.composite)
            clean = scrubComposite(font, kept.cids) && clean;
        else
            scrubSimple(font);
        clean = scrubMeanings(font) && clean;
    }
    if (!group.program.isStream()) {
        outcome.result = clean ? Result::Scrubbed : Result::Kept;
        return outcome;
    }
    const std::string program = dataOf(group.program);
    const std::optional<fontblank::Blanked> blanked = blankedProgram(group.programKey, group.program, program, kept);
    if (!blanked)
        return outcome;
    // Of a font that was embedded whole every glyph is there for every text.
    const bool whole = !subset && blanked->all > wholeFrom;
    outcome.result = !clean ? Result::Kept : whole ? Result::WholeFont : Result::Scrubbed;
    if (whole || blanked->glyphs == 0)
        return outcome;
    if (!looksTheSame(program, blanked->program, kept, group.programKey == "/FontFile")) {
        outcome.result = Result::Kept;
        return outcome;
    }
    outcome.glyphs = blanked->glyphs;
    replaceProgram(group.program, *blanked);
    return outcome;
}

QString nameOf(FontScrubber::Result result)
{
    switch (result) {
    case FontScrubber::Result::Scrubbed:
        return u"scrubbed"_s;
    case FontScrubber::Result::WholeFont:
        return u"whole_font"_s;
    case FontScrubber::Result::Kept:
        break;
    }
    return u"kept"_s;
}

} // namespace dw
