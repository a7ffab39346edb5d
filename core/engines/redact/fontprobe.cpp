#include "core/engines/redact/fontprobe.h"

#include "core/engines/redact/keyof.h"

#include <QByteArray>
#include <QRegularExpression>

#include <qpdf/QPDFWriter.hh>

#include <set>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr int deepest = 12;

/// What decoding and measuring can need. The glyph procedures of Type 3 fonts are not among it.
const std::set<std::string> keys {"/Type", "/Subtype", "/BaseFont", "/FirstChar", "/LastChar", "/Widths", "/Encoding", "/ToUnicode",
    "/FontDescriptor", "/DescendantFonts", "/FontBBox", "/FontMatrix", "/CIDSystemInfo", "/DW", "/W", "/DW2", "/W2", "/CIDToGIDMap",
    "/BaseEncoding", "/Differences", "/FontName", "/FontFamily", "/FontStretch", "/FontWeight", "/Flags", "/ItalicAngle", "/Ascent",
    "/Descent", "/Leading", "/CapHeight", "/XHeight", "/StemV", "/StemH", "/AvgWidth", "/MaxWidth", "/MissingWidth", "/FontFile",
    "/FontFile2", "/FontFile3", "/Length1", "/Length2", "/Length3", "/Filter", "/DecodeParms", "/Predictor", "/Colors", "/Columns",
    "/BitsPerComponent", "/EarlyChange", "/Registry", "/Ordering", "/Supplement", "/UseCMap", "/CMapName", "/WMode"};

/// The names of the CMaps that an embedded one builds on, in it or in its dictionary.
std::set<std::string> basesOf(QPDFObjectHandle cmap)
{
    std::set<std::string> names;
    for (int depth = 0; cmap.isStream() && depth < deepest; ++depth) {
        const std::shared_ptr<Buffer> data = cmap.getStreamData(qpdf_dl_generalized);
        const QByteArray text(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize()));
        static const QRegularExpression use(u"/([^\\s/<>\\[\\]()]+)\\s+usecmap\\b"_s);
        for (const QRegularExpressionMatch &match : use.globalMatch(QString::fromLatin1(text)))
            names.insert('/' + match.captured(1).toStdString());
        cmap = cmap.getDict().getKey("/UseCMap");
    }
    if (cmap.isName())
        names.insert(cmap.getName());
    return names;
}

} // namespace

FontProbe::FontProbe()
{
    m_pdf.emptyPDF();
}

std::vector<std::size_t> FontProbe::add(QPDFObjectHandle font)
{
    static const std::set<std::string> kinds {"/Type0", "/Type1", "/MMType1", "/TrueType", "/Type3"};
    QPDFObjectHandle kind = keyOf(font, "/Subtype");
    if (!kind.isName() || !kinds.contains(kind.getName()))
        throw std::runtime_error("not a font");
    QPDFObjectHandle descendant = QPDFObjectHandle::newNull();
    if (kind.isNameAndEquals("/Type0")) {
        QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
        descendant = descendants.isArray() && descendants.getArrayNItems() > 0 ? descendants.getArrayItem(0) : descendants;
        if (!descendant.isDictionary())
            throw std::runtime_error("a composite font of nothing");
    }
    std::vector<std::size_t> numbers {append(copy(font, 0))};
    QPDFObjectHandle encoding = font.getKey("/Encoding");
    if (kind.isNameAndEquals("/Type0") && encoding.isStream()) {
        for (const std::string &base : basesOf(encoding))
            numbers.push_back(addTester(base, descendant.getKey("/CIDSystemInfo")));
    }
    return numbers;
}

std::size_t FontProbe::append(QPDFObjectHandle font)
{
    m_fonts.push_back(m_pdf.makeIndirectObject(font));
    return m_fonts.size() - 1;
}

/// A CMap that builds on one that is not there is read without it and without a word. A font that names the base as
/// its encoding comes only when the base is there.
std::size_t FontProbe::addTester(const std::string &cmap, QPDFObjectHandle systemInfo)
{
    QPDFObjectHandle descendant = QPDFObjectHandle::parse("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /X >>");
    descendant.replaceKey("/CIDSystemInfo", copy(systemInfo, 1));
    QPDFObjectHandle font = QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type0 /BaseFont /X >>");
    font.replaceKey("/Encoding", QPDFObjectHandle::newName(cmap));
    font.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray({descendant}));
    return append(font);
}

QPDFObjectHandle FontProbe::copy(QPDFObjectHandle source, int depth)
{
    if (depth > deepest)
        throw std::runtime_error("font nested too deep");
    if (source.isStream())
        return copyStream(source, depth);
    if (source.isDictionary()) {
        QPDFObjectHandle target = QPDFObjectHandle::newDictionary();
        for (const std::string &key : source.getKeys()) {
            if (keys.contains(key))
                target.replaceKey(key, copy(source.getKey(key), depth + 1));
        }
        return target;
    }
    if (source.isArray()) {
        std::vector<QPDFObjectHandle> items = source.getArrayAsVector();
        for (QPDFObjectHandle &item : items)
            item = copy(item, depth + 1);
        m_bytes += items.size() * 8;
        return QPDFObjectHandle::newArray(items);
    }
    if (source.isBool())
        return QPDFObjectHandle::newBool(source.getBoolValue());
    if (source.isInteger())
        return QPDFObjectHandle::newInteger(source.getIntValue());
    if (source.isReal())
        return QPDFObjectHandle::newReal(source.getRealValue());
    if (source.isName())
        return QPDFObjectHandle::newName(source.getName());
    if (source.isString())
        return QPDFObjectHandle::newString(source.getStringValue());
    return QPDFObjectHandle::newNull();
}

QPDFObjectHandle FontProbe::copyStream(QPDFObjectHandle source, int depth)
{
    if (const auto known = m_streams.find(source.getObjGen()); known != m_streams.end())
        return known->second;
    if (source.getDict().hasKey("/F"))
        throw std::runtime_error("external stream");
    const std::shared_ptr<Buffer> raw = source.getRawStreamData();
    QPDFObjectHandle target = m_pdf.newStream(std::string(reinterpret_cast<const char *>(raw->getBuffer()), raw->getSize()));
    m_bytes += raw->getSize();
    m_streams.emplace(source.getObjGen(), target);
    QPDFObjectHandle dictionary = copy(source.getDict(), depth + 1);
    QPDFObjectHandle fresh = target.getDict();
    for (const std::string &key : dictionary.getKeys())
        fresh.replaceKey(key, dictionary.getKey(key));
    return target;
}

QByteArray FontProbe::write()
{
    m_pdf.getRoot().replaceKey("/Fonts", QPDFObjectHandle::newArray(m_fonts));
    QPDFWriter writer(m_pdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setCompressStreams(false);
    writer.setStaticID(true);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

} // namespace dw
