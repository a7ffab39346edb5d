#include "core/engines/redact/hiddencontent.h"

#include "core/engines/redact/contentprogram.h"

#include <qpdf/Pl_Discard.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr int deepest = 12; // forms in forms
constexpr qsizetype mostTexts = 200; // on one page: more says no more
constexpr qsizetype longestText = 200;

void note(QStringList &list, const QString &text)
{
    const QString bare = text.trimmed();
    if (!bare.isEmpty() && list.size() < mostTexts)
        list.append(bare.left(longestText));
}

/// Reads one stream's tokens. Unlike a parser of objects it sees comments, and takes the bytes of inline images for one token.
class TokenReader final : public QPDFObjectHandle::TokenFilter
{
public:
    explicit TokenReader(HiddenContent::Found &found)
        : m_found(found)
    {
    }

    void handleToken(const QPDFTokenizer::Token &token) override
    {
        switch (token.getType()) {
        case QPDFTokenizer::tt_comment:
            note(m_found.comments, QString::fromUtf8(token.getValue()).mid(1));
            break;
        case QPDFTokenizer::tt_string:
            if (m_strings.size() < mostTexts)
                m_strings.append(QString::fromStdString(QPDFObjectHandle::newString(token.getValue()).getUTF8Value()));
            break;
        case QPDFTokenizer::tt_word:
            operation(token.getValue());
            break;
        default:
            break;
        }
    }

private:
    void operation(const std::string &name)
    {
        if (name == "BDC" || name == "DP") {
            for (const QString &text : std::as_const(m_strings))
                note(m_found.markedTexts, text);
        } else if (!ContentProgram::isKnownOperator(name) && name != "BI" && name != "ID" && name != "EI") {
            note(m_found.operators, QString::fromStdString(name));
        }
        m_strings.clear();
    }

    HiddenContent::Found &m_found;
    QStringList m_strings; ///< Operands so far.
};

void strings(QPDFObjectHandle value, QStringList &to, int depth)
{
    if (depth > deepest)
        return;
    if (value.isString()) {
        note(to, QString::fromStdString(value.getUTF8Value()));
    } else if (value.isArray()) {
        for (QPDFObjectHandle &item : value.getArrayAsVector())
            strings(item, to, depth + 1);
    } else if (value.isDictionary()) {
        for (const std::string &key : value.getKeys())
            strings(value.getKey(key), to, depth + 1);
    }
}

QStringList keysNotIn(QPDFObjectHandle dictionary, const std::set<std::string> &known)
{
    QStringList strange;
    for (const std::string &key : dictionary.getKeys()) {
        QPDFObjectHandle value = dictionary.getKey(key);
        const bool holdsData = value.isString() || value.isArray() || value.isDictionary() || value.isStream();
        if (!known.contains(key) && holdsData && strange.size() < mostTexts)
            strange.append(QString::fromStdString(key).mid(1, longestText));
    }
    return strange;
}

} // namespace

HiddenContent::Found HiddenContent::ofPage(QPDFObjectHandle page)
{
    m_found = {};
    QPDFPageObjectHelper helper(page);
    TokenReader reader(m_found);
    Pl_Discard nowhere;
    try {
        helper.filterContents(&reader, &nowhere);
    } catch (const std::exception &) {
        // A stream that cannot be read draws nothing and can be told nothing of.
    }
    resources(helper.getAttribute("/Resources", false), 0);
    appearances(page);
    return m_found;
}

bool HiddenContent::isNew(QPDFObjectHandle object)
{
    return !object.isIndirect() || m_seen.insert(object.getObjGen()).second;
}

void HiddenContent::resources(QPDFObjectHandle holder, int depth)
{
    if (!holder.isDictionary() || depth > deepest)
        return;
    properties(holder.getKeyIfDict("/Properties"));
    for (const char *category : {"/XObject", "/Pattern"}) {
        QPDFObjectHandle list = holder.getKeyIfDict(category);
        for (const std::string &key : list.isDictionary() ? list.getKeys() : std::set<std::string>())
            stream(list.getKey(key), depth + 1);
    }
    QPDFObjectHandle states = holder.getKeyIfDict("/ExtGState");
    for (const std::string &key : states.isDictionary() ? states.getKeys() : std::set<std::string>())
        stream(states.getKeyIfDict(key).getKeyIfDict("/SMask").getKeyIfDict("/G"), depth + 1);
    QPDFObjectHandle fonts = holder.getKeyIfDict("/Font");
    for (const std::string &key : fonts.isDictionary() ? fonts.getKeys() : std::set<std::string>()) {
        QPDFObjectHandle font = fonts.getKey(key);
        QPDFObjectHandle glyphs = font.isDictionary() && isNew(font) ? font.getKeyIfDict("/CharProcs") : QPDFObjectHandle::newNull();
        for (const std::string &glyph : glyphs.isDictionary() ? glyphs.getKeys() : std::set<std::string>())
            stream(glyphs.getKey(glyph), depth + 1);
    }
}

void HiddenContent::stream(QPDFObjectHandle stream, int depth)
{
    if (!stream.isStream() || depth > deepest || !isNew(stream))
        return;
    QPDFObjectHandle dictionary = stream.getDict();
    if (dictionary.getKey("/Subtype").isNameAndEquals("/Image"))
        return image(stream);
    read(stream);
    resources(dictionary.getKey("/Resources"), depth + 1);
}

void HiddenContent::image(QPDFObjectHandle stream)
{
    QPDFObjectHandle dictionary = stream.getDict();
    QPDFObjectHandle alternates = dictionary.getKey("/Alternates");
    m_found.alternates += alternates.isArray() ? alternates.getArrayNItems() : 0;
    QPDFObjectHandle filter = dictionary.getKey("/Filter");
    if (filter.isArray() && filter.getArrayNItems() == 1)
        filter = filter.getArrayItem(0);
    if (!filter.isNameAndEquals("/DCTDecode"))
        return;
    // APP1 segments stand before the picture.
    const auto bytes = stream.getRawStreamData();
    const std::string_view head(reinterpret_cast<const char *>(bytes->getBuffer()), std::min<std::size_t>(bytes->getSize(), 1 << 16));
    using namespace std::string_view_literals;
    m_found.cameraData += head.find("Exif\0\0"sv) != head.npos || head.find("http://ns.adobe.com/xap/1.0/\0"sv) != head.npos;
}

void HiddenContent::read(QPDFObjectHandle content)
{
    TokenReader reader(m_found);
    Pl_Discard nowhere;
    try {
        content.filterAsContents(&reader, &nowhere);
    } catch (const std::exception &) {
        // As above.
    }
}

void HiddenContent::properties(QPDFObjectHandle resources)
{
    for (const std::string &key : resources.isDictionary() ? resources.getKeys() : std::set<std::string>()) {
        QPDFObjectHandle list = resources.getKey(key);
        // Layers are listed by themselves.
        const bool isLayer = list.isDictionary() && (list.getKey("/Type").isNameAndEquals("/OCG") || list.getKey("/Type").isNameAndEquals("/OCMD"));
        if (!isLayer && isNew(list))
            strings(list, m_found.markedTexts, 0);
    }
}

void HiddenContent::appearances(QPDFObjectHandle page)
{
    QPDFObjectHandle annotations = page.getKey("/Annots");
    if (!annotations.isArray())
        return;
    for (QPDFObjectHandle &annotation : annotations.getArrayAsVector()) {
        QPDFObjectHandle looks = annotation.isDictionary() ? annotation.getKeyIfDict("/AP") : QPDFObjectHandle::newNull();
        for (const std::string &key : looks.isDictionary() ? looks.getKeys() : std::set<std::string>()) {
            QPDFObjectHandle look = looks.getKey(key);
            stream(look, 0);
            for (const std::string &state : look.isDictionary() ? look.getKeys() : std::set<std::string>())
                stream(look.getKey(state), 0);
        }
    }
}

/// ISO 32000-2, table 31, and /Type of files that name it wrongly is no data.
QStringList HiddenContent::strangeKeys(QPDFObjectHandle page)
{
    static const std::set<std::string> known {"/Type", "/Parent", "/LastModified", "/Resources", "/MediaBox", "/CropBox", "/BleedBox",
        "/TrimBox", "/ArtBox", "/BoxColorInfo", "/Contents", "/Rotate", "/Group", "/Thumb", "/B", "/Dur", "/Trans", "/Annots", "/AA",
        "/Metadata", "/PieceInfo", "/StructParents", "/ID", "/PZ", "/SeparationInfo", "/Tabs", "/TemplateInstantiated", "/PresSteps",
        "/UserUnit", "/VP", "/AF", "/OutputIntents", "/DPart"};
    return keysNotIn(page, known);
}

/// ISO 32000-2, table 29.
QStringList HiddenContent::strangeCatalogKeys(QPDF &pdf)
{
    static const std::set<std::string> known {"/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/Names", "/Dests",
        "/ViewerPreferences", "/PageLayout", "/PageMode", "/Outlines", "/Threads", "/OpenAction", "/AA", "/URI", "/AcroForm", "/Metadata",
        "/StructTreeRoot", "/MarkInfo", "/Lang", "/SpiderInfo", "/OutputIntents", "/PieceInfo", "/OCProperties", "/Perms", "/Legal",
        "/Requirements", "/Collection", "/NeedsRendering", "/DSS", "/AF", "/DPartRoot"};
    return keysNotIn(pdf.getRoot(), known);
}

} // namespace dw
