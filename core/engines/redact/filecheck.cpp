#include "core/engines/redact/filecheck.h"

#include "core/engines/redact/linkframes.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace dw::filecheck {

namespace {

const QSet<QString> &allowedKeys()
{
    static const QSet<QString> keys = [] {
        const QString list = u"Type Subtype Parent Kids Count Pages Root Info ID Size Prev Producer Annots MediaBox CropBox Rotate UserUnit Contents Resources Group "
                             "XObject Font ExtGState ColorSpace Pattern Shading Length Filter DecodeParms Width Height BitsPerComponent "
                             "Decode Interpolate ImageMask Intent SMaskInData Matte SMask Mask FormType BBox Matrix S I K CS BaseFont "
                             "FirstChar LastChar Widths FontBBox FontMatrix DW W DW2 W2 Encoding ToUnicode FontDescriptor CIDSystemInfo "
                             "CIDToGIDMap DescendantFonts CharProcs BaseEncoding Differences Registry Ordering Supplement CMapName WMode UseCMap "
                             "FontName Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth "
                             "FontStretch FontFamily FontWeight FontFile FontFile2 FontFile3 Length1 Length2 Length3 N Range Alternate LW LC LJ ML D RI OP op "
                             "OPM FL SM SA BM CA ca AIS TK BC G TR PatternType PaintType TilingType XStep YStep ShadingType Background "
                             "AntiAlias Domain Coords Extend BitsPerCoordinate BitsPerFlag VerticesPerRow Function FunctionType BitsPerSample "
                             "Order Encode C0 C1 Bounds Functions WhitePoint BlackPoint Gamma EndOfLine EncodedByteAlign Columns Rows "
                             "EndOfBlock BlackIs1 DamagedRowsBeforeError ColorTransform JBIG2Globals Predictor Colors First Extends Index"_s;
        const QStringList names = list.split(u' ');
        return QSet<QString>(names.begin(), names.end());
    }();
    return keys;
}

/// The dictionaries whose keys are names that this program gave, or glyph names.
bool namesFollow(const std::string &key)
{
    static const QSet<QByteArray> holders {"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/CharProcs"};
    return holders.contains(QByteArray::fromStdString(key));
}

class Walk
{
public:
    QStringList unknown;

    void object(QPDFObjectHandle object, bool named, bool glyphs, int depth)
    {
        if (depth > 60 || unknown.size() >= 20)
            return;
        if (object.isArray()) {
            for (QPDFObjectHandle &item : object.getArrayAsVector()) {
                if (!item.isIndirect())
                    this->object(item, false, false, depth + 1);
            }
            return;
        }
        QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
        if (!dictionary.isDictionary())
            return;
        static const QRegularExpression given(u"^/[A-Z][0-9]{0,6}$"_s);
        for (const std::string &key : dictionary.getKeys()) {
            const QString name = QString::fromLatin1(key.data(), qsizetype(key.size()));
            const bool known = named ? glyphs || given.match(name).hasMatch() : allowedKeys().contains(name.mid(1));
            if (!known)
                unknown.append(name.left(40));
            QPDFObjectHandle value = dictionary.getKey(key);
            if (!named && key == "/Annots") {
                if (value.isIndirect() || !LinkFrames::areAll(value))
                    unknown.append(u"/Annots"_s);
                continue;
            }
            if (value.isIndirect())
                continue; // met on its own
            this->object(value, !named && namesFollow(key) && value.isDictionary(), key == "/CharProcs", depth + 1);
        }
    }
};

} // namespace

QStringList shape(const QByteArray &bytes)
{
    QStringList findings;
    if (!bytes.startsWith("%PDF-"))
        findings.append(u"file: does not start with its header"_s);
    if (bytes.count("startxref") != 1)
        findings.append(u"file: more than one revision"_s);
    if (!bytes.endsWith("%%EOF\n") && !bytes.endsWith("%%EOF"))
        findings.append(u"file: bytes after its end"_s);
    return findings;
}

QStringList unknownKeys(QPDF &pdf)
{
    Walk walk;
    // ColorSpace and Font may be indirect dictionaries only in files that this program did not write.
    walk.object(pdf.getTrailer(), false, false, 0);
    for (QPDFObjectHandle &object : pdf.getAllObjects())
        walk.object(object, false, false, 0);
    return walk.unknown;
}

} // namespace dw::filecheck
