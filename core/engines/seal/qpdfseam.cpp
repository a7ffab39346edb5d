#include "core/engines/seal/qpdfseam.h"

#include "core/base/normaltext.h"

#include <qpdf/Buffer.hh>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFTokenizer.hh>

#include <cstring>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace dw::seal {

namespace {

constexpr size_t maxStream = 64 * 1024 * 1024;

/// The end of a decoding chain that refuses what unfolds to more than any report holds. Not a runtime_error: qpdf
/// would take that for damage and try again.
class Collector final : public Pipeline
{
public:
    Collector()
        : Pipeline("collector", nullptr)
    {
    }

    void write(unsigned char const *data, size_t size) override
    {
        if (size > maxStream - static_cast<size_t>(m_bytes.size()))
            throw std::length_error("a stream is too large");
        m_bytes.append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    }
    void finish() override { }
    QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};


struct Twin {
    char16_t named;
    char16_t meant;
};

/// Further pairs that share a glyph in Noto Sans CJK SC; the map names the lower one, people type the other.
/// 户 is here because Unicode's own decomposition of the radical is the traditional 戶.
constexpr Twin twins[] = {{0x2f3e, 0x6237}, {0x3b35, 0x80f6}, {0x3ada, 0x66f6}, {0x3b3a, 0x5e50}, {0x3ba3, 0x69e9},
    {0x0009, 0x0020}, {0x2012, 0x2013}, {0x2003, 0x3000}, {0x301c, 0xff5e}, {0x2215, 0xff0f}, {0x2329, 0x3008}, {0x232a, 0x3009}};

/// What people would type for a character that the map names; itself when it is that already.
QString meant(QChar c)
{
    const char16_t unit = c.unicode();
    for (const Twin &twin : twins) {
        if (twin.named == unit)
            return QString(QChar(twin.meant));
    }
    const bool isKangxi = unit >= 0x2f00 && unit <= 0x2fd5;
    const bool isLigature = unit >= 0xfb00 && unit <= 0xfb06;
    const bool isSupplement = unit >= 0x2e80 && unit <= 0x2ef3;
    return isKangxi || isSupplement || isLigature ? compatibilityForm(QString(c)) : QString(c);
}

QString repaired(const QString &text)
{
    QString out;
    for (const QChar c : text)
        out += meant(c);
    return out;
}

QByteArray writeToUnicode(const CodeMap &map)
{
    QByteArray out = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n";
    QList<quint32> codes = map.keys();
    std::sort(codes.begin(), codes.end());
    for (qsizetype i = 0; i < codes.size(); i += 100) {
        const qsizetype end = std::min(i + 100, codes.size());
        out += QByteArray::number(end - i) + " beginbfchar\n";
        for (qsizetype k = i; k < end; ++k) {
            out += '<' + QByteArray::number(codes.at(k), 16).rightJustified(4, '0') + "> <";
            for (const QChar c : map.value(codes.at(k)))
                out += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
            out += ">\n";
        }
        out += "endbfchar\n";
    }
    return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

QString fromUtf16be(const std::string &bytes)
{
    QString out;
    for (size_t i = 0; i + 1 < bytes.size(); i += 2)
        out += QChar(static_cast<char16_t>((static_cast<uchar>(bytes[i]) << 8) | static_cast<uchar>(bytes[i + 1])));
    return out;
}

quint32 codeOf(const std::string &bytes)
{
    quint32 code = 0;
    for (const char byte : bytes)
        code = (code << 8) | static_cast<uchar>(byte);
    return code;
}

/// One "beginbfrange" entry: consecutive codes, the last unit of the text counts up.
void addRange(CodeMap &map, quint32 first, quint32 last, const QString &text)
{
    if (text.isEmpty() || last < first || last - first > 0xffff)
        return;
    for (quint32 code = first; code <= last; ++code) {
        QString one = text;
        one.back() = QChar(static_cast<char16_t>(one.back().unicode() + (code - first)));
        map.insert(code, one);
    }
}

void addPairs(CodeMap &map, const std::vector<std::string> &strings)
{
    for (size_t i = 0; i + 1 < strings.size(); i += 2)
        map.insert(codeOf(strings.at(i)), fromUtf16be(strings.at(i + 1)));
}

void addRanges(CodeMap &map, const std::vector<std::string> &strings)
{
    for (size_t i = 0; i + 2 < strings.size(); i += 3)
        addRange(map, codeOf(strings.at(i)), codeOf(strings.at(i + 1)), fromUtf16be(strings.at(i + 2)));
}

} // namespace

void load(QPDF &pdf, const QByteArray &bytes, bool strict)
{
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(!strict);
    pdf.processMemoryFile("pdf", bytes.constData(), static_cast<size_t>(bytes.size()));
}

QByteArray take(QPDFWriter &writer)
{
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
}

QByteArray streamData(QPDFObjectHandle stream)
{
    Collector out;
    if (!stream.pipeStreamData(&out, 0, qpdf_dl_all))
        throw std::runtime_error("a stream cannot be decoded");
    return out.take();
}

QByteArray contentOf(QPDFPageObjectHelper page)
{
    Collector out;
    page.pipeContents(&out);
    return out.take();
}

CodeMap readToUnicode(const QByteArray &cmap)
{
    CodeMap map;
    const auto source = std::make_shared<BufferInputSource>("cmap", cmap.toStdString());
    QPDFTokenizer tokenizer;
    tokenizer.allowEOF();
    std::vector<std::string> strings;
    bool isInList = false;
    quint32 listCode = 0;
    while (true) {
        const QPDFTokenizer::Token token = tokenizer.readToken(source, "cmap", true);
        const auto type = token.getType();
        if (type == QPDFTokenizer::tt_eof)
            break;
        if (type == QPDFTokenizer::tt_string && isInList) {
            map.insert(listCode++, fromUtf16be(token.getValue()));
        } else if (type == QPDFTokenizer::tt_string) {
            strings.push_back(token.getValue());
        } else if (type == QPDFTokenizer::tt_array_open && strings.size() >= 2) {
            isInList = true;
            listCode = codeOf(strings.at(strings.size() - 2));
        } else if (type == QPDFTokenizer::tt_array_close) {
            isInList = false;
            strings.clear();
        } else if (type == QPDFTokenizer::tt_word) {
            if (token.getValue() == "endbfchar")
                addPairs(map, strings);
            else if (token.getValue() == "endbfrange")
                addRanges(map, strings);
            strings.clear();
        }
    }
    return map;
}

int repairToUnicode(QPDF &pdf)
{
    int wrong = 0;
    for (auto &object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.getKey("/ToUnicode").isStream())
            continue;
        auto stream = object.getKey("/ToUnicode");
        CodeMap map = readToUnicode(streamData(stream));
        int changed = 0;
        for (QString &text : map) {
            const QString better = repaired(text);
            changed += better != text ? 1 : 0;
            text = better;
        }
        if (changed > 0)
            stream.replaceStreamData(
                writeToUnicode(map).toStdString(), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
        wrong += changed;
    }
    return wrong;
}

void repairFontNames(QPDF &pdf)
{
    for (auto &font : pdf.getAllObjects()) {
        auto descendants = font.isDictionary() ? font.getKey("/DescendantFonts") : QPDFObjectHandle::newNull();
        if (!descendants.isArray() || descendants.getArrayNItems() != 1)
            continue;
        auto descendant = descendants.getArrayItem(0);
        auto name = descendant.getKey("/FontDescriptor").getKey("/FontName");
        if (!name.isName())
            continue;
        descendant.replaceKey("/BaseFont", name);
        font.replaceKey("/BaseFont", name);
    }
}

} // namespace dw::seal
