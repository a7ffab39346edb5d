#include "core/engines/redact/filecheck.h"

#include "core/engines/redact/barenotes.h"
#include "core/engines/redact/knownnames.h"
#include "core/engines/redact/linkframes.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

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

/// What a name or a string says is text wherever a reader looks for none of its words.
bool isKnownName(const std::string &key, QPDFObjectHandle name)
{
    static const QSet<QByteArray> common {"/Catalog", "/Pages", "/Page", "/XRef", "/ObjStm", "/FlateDecode", "/DCTDecode", "/JPXDecode", "/JBIG2Decode",
        "/CCITTFaxDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern",
        "/CalGray", "/CalRGB", "/Lab", "/ICCBased", "/Indexed", "/Separation", "/DeviceN", "/All", "/None", "/Cyan", "/Magenta", "/Yellow", "/Black",
        "/Gray", "/Red", "/Green", "/Blue", "/Identity", "/Default", "/Custom"};
    static const QSet<QByteArray> free {"/BaseFont", "/FontName", "/Differences"};
    static const QRegularExpression spot(u"^/Spot[0-9]{1,6}$"_s);
    const QByteArray value = QByteArray::fromStdString(name.getName());
    return free.contains(QByteArray::fromStdString(key)) || common.contains(value) || knownnames::allows(key, name)
        || (key == "/CMapName" && (knownnames::allows("/Encoding", name) || value == "/Adobe-Identity-UCS"))
        || spot.match(QString::fromLatin1(value)).hasMatch();
}

bool mayHoldText(const std::string &key)
{
    static const QSet<QByteArray> keys {"/Producer", "/ID", "/Registry", "/Ordering", "/FontFamily"};
    return keys.contains(QByteArray::fromStdString(key));
}

bool areBare(QPDFObjectHandle annotations)
{
    if (!annotations.isArray())
        return false;
    const std::vector<QPDFObjectHandle> items = annotations.getArrayAsVector();
    return std::all_of(items.begin(), items.end(), [](const QPDFObjectHandle &item) { return LinkFrames::isFrame(item) || BareNotes::isBare(item); });
}

class Walk
{
public:
    QStringList unknown;

    /// `key`: under which the object was found. `named`: the keys in it are names of resources.
    void object(QPDFObjectHandle object, const std::string &key, bool named, int depth)
    {
        if (depth > 60 || unknown.size() >= 20)
            return;
        if (object.isArray()) {
            std::vector<QPDFObjectHandle> items = object.getArrayAsVector();
            const bool palette = !items.empty() && items.front().isNameAndEquals("/Indexed");
            for (QPDFObjectHandle &item : items) {
                if (!item.isIndirect() && !(palette && item.isString()))
                    this->object(item, key, false, depth + 1);
            }
            return;
        }
        if (object.isName() && !isKnownName(key, object))
            report(object.getName());
        if (object.isString() && !mayHoldText(key))
            report(key + " (text)");
        QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
        if (dictionary.isDictionary())
            entries(dictionary, named ? key : std::string(), depth);
    }

private:
    /// `names`: of what kind of resource the keys are names; empty: they are no names.
    void entries(QPDFObjectHandle dictionary, const std::string &names, int depth)
    {
        static const QRegularExpression given(u"^/[A-Z][0-9]{0,6}$"_s);
        for (const std::string &key : dictionary.getKeys()) {
            const QString name = QString::fromLatin1(key.data(), qsizetype(key.size()));
            const bool known = names.empty() ? allowedKeys().contains(name.mid(1)) : names == "/CharProcs" || given.match(name).hasMatch();
            if (!known)
                report(key);
            QPDFObjectHandle value = dictionary.getKey(key);
            if (names.empty() && key == "/Annots") {
                if (value.isIndirect() || !areBare(value))
                    report(key);
                continue;
            }
            if (!value.isIndirect()) // those are met on their own
                object(value, names.empty() ? key : names, names.empty() && namesFollow(key) && value.isDictionary(), depth + 1);
        }
    }

    void report(const std::string &what) { unknown.append(QString::fromLatin1(what.data(), qsizetype(what.size())).left(40)); }
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
    walk.object(pdf.getTrailer(), {}, false, 0);
    for (QPDFObjectHandle &object : pdf.getAllObjects())
        walk.object(object, {}, false, 0);
    return walk.unknown;
}

} // namespace dw::filecheck
