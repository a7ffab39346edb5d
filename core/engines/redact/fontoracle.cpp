#include "core/engines/redact/fontoracle.h"

#include "core/engines/parse/popplerfonts.h"
#include "core/engines/redact/fontprobe.h"
#include "core/engines/redact/keyof.h"
#include "core/engines/redact/type3ink.h"
#include "core/engines/redact/unprovable.h"

#include <QByteArray>

#include <array>
#include <cmath>
#include <map>
#include <new>
#include <regex>
#include <set>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr qsizetype mostBytesHeld = 64 << 20; ///< Of opened fonts; what they were asked for already is kept beyond.
constexpr int unknown = -1;
constexpr int longer = -2;

[[noreturn]] void undecodable()
{
    throw Unprovable {u"text_undecodable"_s};
}

bool isFinite(QPointF point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// The fonts that every reader carries: all agree on their widths, whether the file tells them or not.
bool isStandard(QPDFObjectHandle font)
{
    QPDFObjectHandle name = font.getKey("/BaseFont");
    if (!name.isName())
        return false;
    static const std::regex standard("/(Helvetica|Times|Courier|Arial|TimesNewRoman|CourierNew|Symbol|ZapfDingbats)(PS)?(MT)?"
                                     "([-,]?(Roman|Regular|Bold|Italic|Oblique|BoldItalic|BoldOblique)(MT)?)?");
    return name.getName().size() < 50 && std::regex_match(name.getName(), standard);
}

/// Whether a simple font says how wide a code is. Without a word readers take nothing, or what the program says.
bool hasWidth(QPDFObjectHandle font, quint32 code)
{
    if (isStandard(font) || keyOf(font.getKey("/FontDescriptor"), "/MissingWidth").isNumber())
        return true;
    QPDFObjectHandle widths = font.getKey("/Widths");
    QPDFObjectHandle first = font.getKey("/FirstChar");
    const long long index = static_cast<long long>(code) - (first.isInteger() ? first.getIntValue() : 0);
    return widths.isArray() && index >= 0 && index < widths.getArrayNItems();
}

ReaderDrift type3Drift(QPDFObjectHandle font, quint32 code)
{
    QPDFObjectHandle matrix = font.getKey("/FontMatrix");
    QPDFObjectHandle widths = font.getKey("/Widths");
    QPDFObjectHandle first = font.getKey("/FirstChar");
    const long long index = static_cast<long long>(code) - (first.isInteger() ? first.getIntValue() : 0);
    if (!matrix.isMatrix() || !widths.isArray() || index < 0 || index >= widths.getArrayNItems() || !widths.getArrayItem(int(index)).isNumber())
        return {};
    return ReaderDrift::ofType3Width(widths.getArrayItem(int(index)).getNumericValue(), matrix.getArrayAsMatrix().a);
}

QRectF upright(double width, double bottom, double top)
{
    return QRectF(std::min(width, 0.0), bottom, std::abs(width), top - bottom);
}

} // namespace

/// A code is looked up by its first byte, then by its first two, then whole: how long a code is follows from its first
/// bytes in every CMap.
class FontOracle::Face final : public FontFace
{
public:
    Face(Work &oracle, QPDFObjectHandle font)
        : m_oracle(oracle)
        , m_font(font)
    {
        m_first.fill(unknown);
    }

    void open(std::unique_ptr<PopplerFont> reader);

    bool isVertical() const override { return m_vertical; }
    bool isType3() const override { return m_type3; }
    double ascent() const override { return m_ascent; }
    double descent() const override { return m_descent; }
    std::vector<Glyph> decode(std::string_view bytes) const override;

    QPDFObjectHandle font() const { return m_font; }

    mutable std::unique_ptr<PopplerFont> reader; ///< Taken away while others need the memory.
    mutable quint64 lastUse = 0;

private:
    using Page = std::array<int, 256>;

    int find(std::string_view bytes) const;
    int learn(std::string_view bytes) const;
    Glyph glyph(const PopplerCode &code, std::string_view bytes) const;
    void setInk(Glyph &glyph, quint32 cid) const;
    void setHeights();

    Work &m_oracle;
    QPDFObjectHandle m_font;
    bool m_vertical = false;
    bool m_type3 = false;
    bool m_composite = false;
    double m_ascent = 0.95;
    double m_descent = -0.35;
    mutable std::vector<Glyph> m_glyphs;
    mutable Page m_first;
    mutable std::map<unsigned char, Page> m_second;
    mutable std::array<Page *, 256> m_pages {};
    mutable std::unordered_map<quint32, int> m_whole;
};

struct FontOracle::Work {
    std::map<QPDFObjGen, std::unique_ptr<Face>> faces; ///< nullptr: no reader makes a font of it.
    std::map<std::string, std::unique_ptr<Face>> directFaces; ///< By what they say: direct dictionaries have no number.
    quint64 clock = 0;

    std::unique_ptr<Face> &slot(QPDFObjectHandle font);
    bool isKnown(QPDFObjectHandle font) const;
    void load(const std::vector<QPDFObjectHandle> &fonts);
    void loadProbe(FontProbe &probe, std::vector<std::pair<QPDFObjectHandle, std::vector<std::size_t>>> &wanted);
    void reload(const Face &face);
    void letGo(const std::set<const Face *> &kept);

    template <typename Visit>
    void forEach(Visit &&visit)
    {
        for (auto &[id, face] : faces)
            visit(face.get());
        for (auto &[text, face] : directFaces)
            visit(face.get());
    }
};

void FontOracle::Face::open(std::unique_ptr<PopplerFont> opened)
{
    reader = std::move(opened);
    m_vertical = reader->isVertical();
    m_type3 = reader->isType3();
    m_composite = reader->isComposite();
    setHeights();
}

void FontOracle::Face::setHeights()
{
    double up = reader->ascent();
    double down = reader->descent();
    if (m_type3) {
        // A Type 3 font has no descriptor to say it.
        up = down = 0;
        QPDFObjectHandle box = m_font.getKey("/FontBBox");
        QPDFObjectHandle matrix = m_font.getKey("/FontMatrix");
        if (box.isRectangle() && matrix.isMatrix()) {
            const double scale = matrix.getArrayAsMatrix().d;
            const QPDFObjectHandle::Rectangle rect = box.getArrayAsRectangle();
            up = std::max(rect.lly * scale, rect.ury * scale);
            down = std::min(rect.lly * scale, rect.ury * scale);
        }
    }
    m_ascent = up > 0 && up <= 2 ? up : 0.8;
    m_descent = down <= 0 && down >= -2 && (down < 0 || !m_type3) ? down : -0.2;
}

std::vector<Glyph> FontOracle::Face::decode(std::string_view bytes) const
{
    std::vector<Glyph> result;
    result.reserve(m_composite ? bytes.size() / 2 + 1 : bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const int number = find(bytes.substr(at));
        result.push_back(m_glyphs[std::size_t(number)]);
        Glyph &glyph = result.back();
        glyph.first = int(at);
        at += std::size_t(glyph.length);
    }
    return result;
}

int FontOracle::Face::find(std::string_view bytes) const
{
    const auto first = static_cast<unsigned char>(bytes[0]);
    int number = m_first[first];
    if (number == longer && bytes.size() > 1 && m_pages[first]) {
        number = (*m_pages[first])[static_cast<unsigned char>(bytes[1])];
        if (number == longer) {
            quint32 key = 0;
            for (std::size_t i = 0; i < 4; ++i)
                key = key << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0);
            const auto known = m_whole.find(key);
            // The key of a code that is cut off is that of one that ends with zeros.
            number = known == m_whole.end() || m_glyphs[std::size_t(known->second)].length > int(bytes.size()) ? unknown : known->second;
        }
    }
    return number >= 0 ? number : learn(bytes);
}

int FontOracle::Face::learn(std::string_view bytes) const
{
    if (!reader)
        m_oracle.reload(*this);
    lastUse = ++m_oracle.clock;
    std::array<char, 4> padded {};
    bytes.copy(padded.data(), padded.size());
    const PopplerCode code = reader->next(padded.data());
    if (code.length < 1 || code.length > int(std::min<std::size_t>(bytes.size(), padded.size())))
        undecodable();
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(padded[i]); };
    // A byte of no code space: readers skip different numbers of bytes then. (Up to 0x80 it is a code of its own.)
    if (m_composite && code.length == 1 && code.cid == 0 && byte(0) > 0x80)
        undecodable();
    const int number = int(m_glyphs.size());
    m_glyphs.push_back(glyph(code, bytes.substr(0, std::size_t(code.length))));
    if (code.length == 1) {
        m_first[byte(0)] = number;
        return number;
    }
    m_first[byte(0)] = longer;
    const auto [page, isNew] = m_second.try_emplace(byte(0));
    if (isNew) {
        page->second.fill(unknown);
        m_pages[byte(0)] = &page->second;
    }
    page->second[byte(1)] = code.length == 2 ? number : longer;
    if (code.length > 2)
        m_whole[quint32(byte(0)) << 24 | quint32(byte(1)) << 16 | quint32(byte(2)) << 8 | byte(3)] = number;
    return number;
}

Glyph FontOracle::Face::glyph(const PopplerCode &code, std::string_view bytes) const
{
    if (!isFinite(code.advance) || !isFinite(code.origin))
        undecodable();
    Glyph result;
    result.length = code.length;
    for (const char byte : bytes)
        result.code = result.code << 8 | static_cast<unsigned char>(byte);
    if (!m_composite && !m_type3 && !hasWidth(m_font, result.code))
        undecodable();
    result.text = code.text;
    result.advance = m_vertical ? code.advance.y() : code.advance.x();
    if (m_vertical)
        result.origin = code.origin;
    else
        result.drift = m_type3 ? type3Drift(m_font, result.code) : ReaderDrift::ofWidth(result.advance);
    setInk(result, code.cid);
    return result;
}

void FontOracle::Face::setInk(Glyph &glyph, quint32 cid) const
{
    const std::optional<QRectF> ink = m_type3 ? type3ink::box(m_font, reader->glyphName(glyph.code)) : reader->ink(cid);
    if (ink) {
        glyph.ink = ink->isNull() ? *ink : ink->translated(-glyph.origin);
        return;
    }
    glyph.inkKnown = false;
    if (!m_type3 && !glyph.text.isEmpty() && glyph.text.trimmed().isEmpty())
        return; // a space of a font that is not in the file
    if (m_type3)
        glyph.ink = upright(glyph.advance, -0.5, 1.2).adjusted(-0.25, 0, 0.25, 0);
    else if (m_vertical)
        glyph.ink = upright(std::max(1.0, 2 * glyph.origin.x()), -0.12, 0.88).translated(-glyph.origin);
    else if (m_composite)
        glyph.ink = upright(glyph.advance, -0.12, 0.88);
    else
        glyph.ink = upright(glyph.advance, m_descent, m_ascent);
}

std::unique_ptr<FontOracle::Face> &FontOracle::Work::slot(QPDFObjectHandle font)
{
    return font.isIndirect() ? faces[font.getObjGen()] : directFaces[font.unparse()];
}

bool FontOracle::Work::isKnown(QPDFObjectHandle font) const
{
    return font.isIndirect() ? faces.contains(font.getObjGen()) : directFaces.contains(font.unparse());
}

void FontOracle::Work::load(const std::vector<QPDFObjectHandle> &fonts)
{
    auto probe = std::make_unique<FontProbe>();
    std::vector<std::pair<QPDFObjectHandle, std::vector<std::size_t>>> wanted;
    for (QPDFObjectHandle font : fonts) {
        if (isKnown(font))
            continue;
        slot(font) = nullptr;
        try {
            wanted.emplace_back(font, probe->add(font));
        } catch (const std::bad_alloc &) {
            throw;
        } catch (const std::exception &) {
            continue; // no font, or its streams are broken
        }
        if (probe->isFull()) {
            loadProbe(*probe, wanted);
            probe = std::make_unique<FontProbe>();
        }
    }
    loadProbe(*probe, wanted);
}

void FontOracle::Work::loadProbe(FontProbe &probe, std::vector<std::pair<QPDFObjectHandle, std::vector<std::size_t>>> &wanted)
{
    if (probe.isEmpty())
        return;
    std::vector<std::unique_ptr<PopplerFont>> readers = PopplerFonts::load(probe.write());
    std::set<const Face *> fresh;
    for (const auto &[font, numbers] : wanted) {
        const bool all = std::all_of(numbers.begin(), numbers.end(), [&](std::size_t number) { return number < readers.size() && readers[number]; });
        if (!all)
            continue;
        std::unique_ptr<Face> &face = slot(font);
        face = std::make_unique<Face>(*this, font);
        face->open(std::move(readers[numbers.front()]));
        face->lastUse = ++clock;
        fresh.insert(face.get());
    }
    wanted.clear();
    letGo(fresh);
}

void FontOracle::Work::reload(const Face &face)
{
    FontProbe probe;
    probe.add(face.font());
    std::vector<std::unique_ptr<PopplerFont>> readers = PopplerFonts::load(probe.write());
    if (readers.empty() || !readers.front())
        undecodable();
    face.reader = std::move(readers.front());
    letGo({&face});
}

/// Documents with a font for every page would fill the memory with fonts.
void FontOracle::Work::letGo(const std::set<const Face *> &kept)
{
    qsizetype held = 0;
    std::multimap<quint64, Face *> oldest;
    forEach([&](Face *face) {
        if (!face || !face->reader)
            return;
        held += face->reader->bytesHeld();
        if (!kept.contains(face))
            oldest.emplace(face->lastUse, face);
    });
    for (auto it = oldest.begin(); it != oldest.end() && held > mostBytesHeld; ++it) {
        held -= it->second->reader->bytesHeld();
        it->second->reader.reset();
    }
}

FontOracle::FontOracle()
    : d(std::make_unique<Work>())
{
}

FontOracle::~FontOracle() = default;

void FontOracle::prepare(const std::vector<QPDFObjectHandle> &fonts)
{
    d->load(fonts);
}

const FontFace &FontOracle::face(QPDFObjectHandle font)
{
    if (!d->isKnown(font))
        d->load({font});
    const std::unique_ptr<Face> &face = d->slot(font);
    if (!face)
        throw Unprovable {u"font_unknown"_s};
    return *face;
}

} // namespace dw
