#include "core/engines/redact/textlayer.h"

#include <QByteArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr double ascent = 0.8; ///< Of the em, with descent 0.2: the em box is the word's box.
constexpr int mostCharacters = 60'000;

void append16(QByteArray &bytes, int value)
{
    bytes.append(char(value >> 8)).append(char(value));
}

void append32(QByteArray &bytes, quint32 value)
{
    append16(bytes, int(value >> 16));
    append16(bytes, int(value & 0xffff));
}

quint32 checksum(QByteArray table)
{
    table.append(QByteArray((4 - table.size() % 4) % 4, '\0'));
    quint32 sum = 0;
    for (qsizetype i = 0; i < table.size(); i += 4) {
        quint32 word = 0;
        for (qsizetype k = 0; k < 4; ++k)
            word = word << 8 | uchar(table.at(i + k));
        sum += word;
    }
    return sum;
}

QByteArray shorts(std::initializer_list<int> values)
{
    QByteArray bytes;
    for (const int value : values)
        append16(bytes, value);
    return bytes;
}

/// A TrueType font with two empty glyphs of 1000 units: the smallest that readers accept (OpenType 1.9, chapter 5).
QByteArray emptyFont()
{
    QByteArray head = shorts({1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000});
    head += QByteArray(16, '\0'); // dates
    head += shorts({0, -200, 1000, 800, 0, 8, 2, 0, 0});
    const QByteArray hhea = shorts({1, 0, 800, -200, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 2});
    const QByteArray hmtx = shorts({1000, 0, 1000, 0});
    const QByteArray maxp = shorts({1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0});
    const QByteArray loca = shorts({0, 0, 0});
    const QList<QPair<QByteArray, QByteArray>> tables {{"glyf", QByteArray(4, '\0')}, {"head", head}, {"hhea", hhea},
        {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}};
    QByteArray font = shorts({1, 0, int(tables.size()), 64, 2, int(tables.size()) * 16 - 64});
    QByteArray body;
    const qsizetype start = 12 + tables.size() * 16;
    for (const auto &[name, table] : tables) {
        font += name;
        append32(font, checksum(table));
        append32(font, quint32(start + body.size()));
        append32(font, quint32(table.size()));
        body += table + QByteArray((4 - table.size() % 4) % 4, '\0');
    }
    return font + body;
}

std::string number(double value)
{
    return QByteArray::number(value, 'f', 2).toStdString();
}

std::string hex(char32_t code)
{
    const QString text = QString::fromUcs4(&code, 1);
    QByteArray bytes;
    for (const QChar unit : text)
        append16(bytes, unit.unicode());
    return bytes.toHex().toUpper().toStdString();
}

} // namespace

TextLayer::TextLayer(QPDF &pdf)
    : m_pdf(pdf)
    , m_font(pdf.makeIndirectObject(QPDFObjectHandle::newDictionary()))
{
    m_codes.insert(U' ', 1);
    m_characters.append(U' ');
}

std::string TextLayer::encoded(const QString &text)
{
    QByteArray bytes;
    for (const char32_t character : text.toUcs4()) {
        int &code = m_codes[character];
        if (code == 0 && m_characters.size() < mostCharacters) {
            m_characters.append(character);
            code = int(m_characters.size());
        }
        append16(bytes, code);
    }
    append16(bytes, 1); // a space ends each word, whatever stands beside it
    return bytes.toHex().toUpper().toStdString();
}

std::string TextLayer::content(const QList<PdfWord> &words, const PdfPageInfo &info)
{
    std::string result = "BT 3 Tr\n";
    const auto rounded = [](double value) { return std::round(value / quantum) * quantum; };
    for (const PdfWord &word : words) {
        const bool vertical = word.rotation % 180 != 0;
        const double length = vertical ? word.rect.height() : word.rect.width();
        const double height = std::max(1.0, std::round((vertical ? word.rect.width() : word.rect.height()) * 2) / 2);
        const qsizetype characters = std::max<qsizetype>(1, word.text.toUcs4().size());
        const double scale = std::max(1.0, std::round(100 * length / (double(characters) * height)));
        // Where the baseline starts, which way it runs, and which way is up, on the displayed page.
        QPointF start(rounded(word.rect.left()), rounded(word.rect.bottom()) - (1 - ascent) * height);
        QPointF along(1, 0);
        QPointF up(0, -1);
        if (word.rotation == 90) {
            start = {rounded(word.rect.left()) + (1 - ascent) * height, rounded(word.rect.top())};
            along = {0, 1};
            up = {1, 0};
        } else if (word.rotation == 180) {
            start = {rounded(word.rect.right()), rounded(word.rect.top()) + (1 - ascent) * height};
            along = {-1, 0};
            up = {0, 1};
        } else if (word.rotation == 270) {
            start = {rounded(word.rect.right()) - (1 - ascent) * height, rounded(word.rect.bottom())};
            along = {0, -1};
            up = {-1, 0};
        }
        const QPointF origin = info.toUser(start);
        const QPointF a = info.toUser(start + along) - origin;
        const QPointF b = info.toUser(start + up) - origin;
        result += "/T " + number(height) + " Tf " + number(scale) + " Tz " + number(a.x()) + ' ' + number(a.y()) + ' ' + number(b.x())
            + ' ' + number(b.y()) + ' ' + number(origin.x()) + ' ' + number(origin.y()) + " Tm <" + encoded(word.text) + "> Tj\n";
    }
    return result + "ET\n";
}

std::string TextLayer::toUnicode() const
{
    std::string map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) "
                      "/Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr qsizetype block = 100;
    for (qsizetype first = 0; first < m_characters.size(); first += block) {
        const qsizetype count = std::min(block, m_characters.size() - first);
        map += std::to_string(count) + " beginbfchar\n";
        for (qsizetype i = first; i < first + count; ++i) {
            QByteArray code;
            append16(code, int(i + 1));
            map += "<" + code.toHex().toUpper().toStdString() + "> <" + hex(m_characters.at(i)) + ">\n";
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

void TextLayer::finish()
{
    QByteArray glyphs; // every code shows the one empty glyph
    for (qsizetype i = 0; i <= m_characters.size(); ++i)
        append16(glyphs, i == 0 ? 0 : 1);
    const QByteArray program = emptyFont();
    QPDFObjectHandle file = m_pdf.newStream(program.toStdString());
    file.getDict().replaceKey("/Length1", QPDFObjectHandle::newInteger(program.size()));
    QPDFObjectHandle descriptor = QPDFObjectHandle::parse("<< /Type /FontDescriptor /FontName /DealwardInvisible /Flags 4 "
                                                          "/FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 "
                                                          "/CapHeight 800 /StemV 80 >>");
    descriptor.replaceKey("/FontFile2", file);
    QPDFObjectHandle cidFont = QPDFObjectHandle::parse("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /DealwardInvisible "
                                                       "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                                                       "/DW 1000 /W [1 [200]] >>");
    cidFont.replaceKey("/FontDescriptor", m_pdf.makeIndirectObject(descriptor));
    cidFont.replaceKey("/CIDToGIDMap", m_pdf.newStream(glyphs.toStdString()));
    m_font.replaceKey("/Type", QPDFObjectHandle::newName("/Font"));
    m_font.replaceKey("/Subtype", QPDFObjectHandle::newName("/Type0"));
    m_font.replaceKey("/BaseFont", QPDFObjectHandle::newName("/DealwardInvisible"));
    m_font.replaceKey("/Encoding", QPDFObjectHandle::newName("/Identity-H"));
    m_font.replaceKey("/DescendantFonts", QPDFObjectHandle::newArray({m_pdf.makeIndirectObject(cidFont)}));
    m_font.replaceKey("/ToUnicode", m_pdf.newStream(toUnicode()));
}

} // namespace dw
