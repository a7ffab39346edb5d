#include "tests/support/pdfa.h"

#include <QXmlStreamReader>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace dwtest {

namespace {

QString ofObject(QPDFObjectHandle object, const char *what)
{
    return QString::fromLatin1(what) + u" in object "_s + QString::fromStdString(object.getObjGen().unparse());
}

std::string data(QPDFObjectHandle stream)
{
    const auto buffer = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char *>(buffer->getBuffer()), buffer->getSize()};
}

class Checker
{
public:
    explicit Checker(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        m_pdf.setSuppressWarnings(true);
        m_pdf.processMemoryFile("report", bytes.constData(), size_t(bytes.size()));
    }

    QStringList levelB()
    {
        file();
        metadata();
        outputIntent();
        attachments();
        for (auto &object : m_pdf.getAllObjects())
            walk(object);
        for (auto &page : QPDFPageDocumentHelper(m_pdf).getAllPages())
            annotations(page.getObjectHandle());
        return m_faults;
    }

    QStringList tags()
    {
        auto root = m_pdf.getRoot();
        demand(root.getKey("/MarkInfo").isDictionary() && root.getKey("/MarkInfo").getKey("/Marked").isBool()
                && root.getKey("/MarkInfo").getKey("/Marked").getBoolValue(), "not marked");
        demand(root.getKey("/Lang").isString(), "no language");
        auto tree = root.getKey("/StructTreeRoot");
        demand(tree.isDictionary() && tree.getKey("/ParentTree").getKey("/Nums").isArray(), "no structure");
        if (!m_faults.isEmpty())
            return m_faults;
        readParents(tree.getKey("/ParentTree").getKey("/Nums"));
        element(tree.getKey("/K"), tree);
        int page = 0;
        for (auto &one : QPDFPageDocumentHelper(m_pdf).getAllPages())
            content(one, page++);
        demand(m_types.count("/H1") > 0 && m_types.count("/H2") > 0 && m_types.count("/Table") > 0 && m_types.count("/TH") > 0
                && m_types.count("/TD") > 0 && m_types.count("/Figure") > 0 && m_types.count("/Form") > 0, "elements are missing");
        return m_faults;
    }

private:
    void demand(bool holds, const QString &fault)
    {
        if (!holds && m_faults.size() < 20)
            m_faults << fault;
    }
    void demand(bool holds, const char *fault) { demand(holds, QString::fromLatin1(fault)); }

    void file()
    {
        demand(m_bytes.startsWith("%PDF-1.") && m_bytes.size() > 20 && m_bytes.at(9) == '%', "6.1.2 header");
        const QByteArray second = m_bytes.mid(10, 4);
        demand(std::all_of(second.begin(), second.end(), [](char c) { return uchar(c) > 127; }), "6.1.2 binary comment");
        demand(m_pdf.getTrailer().hasKey("/ID") && !m_pdf.getTrailer().hasKey("/Encrypt"), "6.1.3 trailer");
        demand(m_pdf.getAllPages().size() > 0 && !m_pdf.anyWarnings(), "6.1 damaged");
    }

    void metadata()
    {
        auto stream = m_pdf.getRoot().getKey("/Metadata");
        demand(stream.isStream() && !stream.getDict().hasKey("/Filter"), "6.6.2.1 metadata stream");
        if (!stream.isStream())
            return;
        QXmlStreamReader xml(QByteArray::fromStdString(data(stream)));
        std::map<QString, QString> values;
        QString last;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.namespaceUri() != "http://www.w3.org/1999/02/22-rdf-syntax-ns#"_L1)
                last = xml.qualifiedName().toString();
            else if (xml.isCharacters() && !xml.isWhitespace())
                values[last] += xml.text().toString();
        }
        demand(!xml.hasError(), "6.6.2 XMP is no XML");
        demand(values[u"pdfaid:part"_s] == "3"_L1 && values[u"pdfaid:conformance"_s] == "B"_L1, "6.6.4 identification");
        auto info = m_pdf.getTrailer().getKey("/Info");
        const std::pair<const char *, QString> pairs[] {{"/Title", u"dc:title"_s}, {"/Author", u"dc:creator"_s},
            {"/Subject", u"dc:description"_s}, {"/Producer", u"pdf:Producer"_s}, {"/Creator", u"xmp:CreatorTool"_s}};
        for (const auto &[key, name] : pairs)
            demand(info.getKey(key).isString() && QString::fromStdString(info.getKey(key).getUTF8Value()) == values[name],
                QString::fromLatin1(key) + u" differs from the XMP"_s);
        QString date = values[u"xmp:CreateDate"_s];
        demand(QString::fromStdString(info.getKey("/CreationDate").getStringValue()) == u"D:"_s + date.remove(u'-').remove(u':').remove(u'T'),
            "CreationDate differs from the XMP");
    }

    void outputIntent()
    {
        auto intents = m_pdf.getRoot().getKey("/OutputIntents");
        demand(intents.isArray() && intents.getArrayNItems() == 1, "6.2.3 output intent");
        if (!intents.isArray() || intents.getArrayNItems() != 1)
            return;
        auto profile = intents.getArrayItem(0).getKey("/DestOutputProfile");
        demand(intents.getArrayItem(0).getKey("/S").isNameAndEquals("/GTS_PDFA1") && profile.isStream(), "6.2.3 profile");
        if (profile.isStream()) {
            const std::string icc = data(profile);
            demand(profile.getDict().getKey("/N").isInteger() && profile.getDict().getKey("/N").getIntValue() == 3
                    && icc.size() > 128 && icc.substr(36, 4) == "acsp" && icc.substr(16, 4) == "RGB ", "6.2.3 no RGB profile");
        }
    }

    void attachments()
    {
        auto files = m_pdf.getRoot().getKey("/AF");
        demand(files.isArray() && files.getArrayNItems() == 1, "6.8 associated files");
        for (auto &spec : files.isArray() ? files.aitems() : QPDFObjectHandle::newArray().aitems()) {
            auto stream = spec.getKey("/EF").getKey("/F");
            demand(spec.getKey("/F").isString() && spec.getKey("/UF").isString() && spec.getKey("/AFRelationship").isName(), "6.8 specification");
            demand(stream.isStream() && stream.getDict().getKey("/Subtype").isNameAndEquals("/application/json")
                    && stream.getDict().getKey("/Params").getKey("/ModDate").isString(), "6.8 embedded file");
        }
        demand(m_pdf.getRoot().getKey("/Names").getKeys() == std::set<std::string> {"/EmbeddedFiles"}, "6.1 names");
    }

    void annotations(QPDFObjectHandle page)
    {
        auto array = page.getKey("/Annots");
        for (int i = 0; array.isArray() && i < array.getArrayNItems(); ++i) {
            auto one = array.getArrayItem(i);
            const auto flags = one.getKey("/F").isInteger() ? one.getKey("/F").getIntValueAsInt() : 0;
            demand((flags & 4) != 0 && (flags & 0x23) == 0, "6.3.2 an annotation is not printed");
            demand(one.getKey("/AP").getKeys() == std::set<std::string> {"/N"}, "6.3.3 appearance");
        }
    }

    /// Rules on single objects: actions, transparency, fonts, images, streams.
    void walk(QPDFObjectHandle object)
    {
        auto dictionary = object.isStream() ? object.getDict() : object;
        if (!dictionary.isDictionary())
            return;
        if (object.isStream()) {
            demand(!dictionary.hasKey("/F") && !dictionary.hasKey("/FFilter"), ofObject(object, "6.1.7 external stream"));
            demand(!dictionary.getKey("/Filter").isNameAndEquals("/LZWDecode"), ofObject(object, "6.1.7 LZW"));
        }
        for (const char *key : {"/JS", "/OpenAction", "/AA", "/XFA", "/TR", "/TR2", "/HTP", "/OPI", "/Alternates", "/PS", "/NeedAppearances"})
            demand(!dictionary.hasKey(key), ofObject(object, key));
        auto smask = dictionary.getKey("/SMask");
        demand(smask.isNull() || smask.isNameAndEquals("/None"), ofObject(object, "soft mask"));
        auto blend = dictionary.getKey("/BM");
        demand(blend.isNull() || blend.isNameAndEquals("/Normal"), ofObject(object, "blend mode"));
        for (const char *key : {"/CA", "/ca"})
            demand(!dictionary.getKey(key).isNumber() || dictionary.getKey(key).getNumericValue() == 1.0, ofObject(object, "opacity"));
        demand(!dictionary.getKey("/Group").isDictionary() || !dictionary.getKey("/Group").getKey("/S").isNameAndEquals("/Transparency"),
            ofObject(object, "transparency group"));
        demand(!dictionary.getKey("/Subtype").isNameAndEquals("/Image") || !dictionary.getKey("/Interpolate").isBool()
                || !dictionary.getKey("/Interpolate").getBoolValue(), ofObject(object, "interpolated image"));
        if (dictionary.isDictionaryOfType("/Font"))
            font(dictionary);
    }

    void font(QPDFObjectHandle font)
    {
        const std::string kind = font.getKey("/Subtype").getName();
        if (kind == "/Type0") {
            demand(font.getKey("/ToUnicode").isStream(), ofObject(font, "6.2.11.7 no ToUnicode"));
            demand(font.getKey("/Encoding").isNameAndEquals("/Identity-H"), ofObject(font, "6.2.11.3 encoding"));
            if (font.getKey("/ToUnicode").isStream())
                demand(data(font.getKey("/ToUnicode")).find("endbf") != std::string::npos, ofObject(font, "6.2.11.7 empty ToUnicode"));
        } else if (kind == "/CIDFontType0" || kind == "/CIDFontType2") {
            auto descriptor = font.getKey("/FontDescriptor");
            demand(descriptor.getKey("/FontFile2").isStream() || descriptor.getKey("/FontFile3").isStream(), ofObject(font, "6.2.11.4 not embedded"));
            demand(kind == "/CIDFontType0" || font.getKey("/CIDToGIDMap").isName() || font.getKey("/CIDToGIDMap").isStream(),
                ofObject(font, "6.2.11.3.2 CIDToGIDMap"));
            const std::string name = font.getKey("/BaseFont").getName();
            demand(name.size() > 8 && name.at(7) == '+', ofObject(font, "a subset has no tag"));
        } else {
            demand(false, ofObject(font, "a font of another kind"));
        }
    }

    void readParents(QPDFObjectHandle numbers)
    {
        for (int i = 0; i + 1 < numbers.getArrayNItems(); i += 2)
            m_parents[numbers.getArrayItem(i).getIntValueAsInt()] = numbers.getArrayItem(i + 1);
    }

    /// Every leaf is entered in the parent tree under its own element.
    void element(QPDFObjectHandle object, QPDFObjectHandle parent)
    {
        demand(object.isDictionary() && object.getKey("/S").isName(), "no element");
        demand(object.getKey("/P").getObjGen() == parent.getObjGen(), ofObject(object, "wrong parent"));
        const std::string type = object.getKey("/S").getName();
        ++m_types[type];
        demand(type != "/Figure" || !object.getKey("/Alt").getUTF8Value().empty(), ofObject(object, "figure without words"));
        if (type == "/TR")
            demand(parent.getKey("/S").isNameAndEquals("/Table"), ofObject(object, "row outside of a table"));
        if (type == "/TD" || type == "/TH")
            demand(parent.getKey("/S").isNameAndEquals("/TR"), ofObject(object, "cell outside of a row"));
        auto kids = object.getKey("/K");
        for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
            auto kid = kids.getArrayItem(i);
            if (kid.isInteger())
                leaf(object, object.getKey("/Pg"), kid.getIntValueAsInt());
            else if (kid.isDictionaryOfType("/MCR"))
                leaf(object, kid.getKey("/Pg"), kid.getKey("/MCID").getIntValueAsInt());
            else if (!kid.isDictionaryOfType("/OBJR"))
                element(kid, object);
        }
    }

    void leaf(QPDFObjectHandle element, QPDFObjectHandle page, int mark)
    {
        auto list = m_parents[page.getKey("/StructParents").getIntValueAsInt()];
        demand(list.isArray() && mark < list.getArrayNItems() && list.getArrayItem(mark).getObjGen() == element.getObjGen(),
            ofObject(element, "parent tree"));
    }

    /// Nothing is shown outside of marked content; marks count up from nought.
    void content(QPDFPageObjectHelper page, int number)
    {
        struct Reader final : QPDFObjectHandle::ParserCallbacks {
            void handleObject(QPDFObjectHandle object) override
            {
                static const std::set<std::string> showing {"Tj", "TJ", "f", "F", "f*", "S", "s", "B", "b", "B*", "b*", "Do", "sh"};
                if (!object.isOperator()) {
                    if (object.isDictionary() && object.hasKey("/MCID"))
                        isInOrder = isInOrder && object.getKey("/MCID").getIntValueAsInt() == marks++;
                    return;
                }
                const std::string op = object.getOperatorValue();
                depth += op == "BMC" || op == "BDC" ? 1 : op == "EMC" ? -1 : 0;
                bare += showing.count(op) != 0 && depth != 1 ? 1 : 0;
            }
            void handleEOF() override { }
            int depth = 0;
            int bare = 0;
            int marks = 0;
            bool isInOrder = true;
        } reader;
        page.parseContents(&reader);
        const QString where = u" on page "_s + QString::number(number + 1);
        demand(reader.bare == 0 && reader.depth == 0, u"unmarked content"_s + where);
        demand(reader.isInOrder, u"marks out of order"_s + where);
        auto list = m_parents[page.getObjectHandle().getKey("/StructParents").getIntValueAsInt()];
        demand(list.isArray() && list.getArrayNItems() == reader.marks, u"parent tree"_s + where);
    }

    const QByteArray m_bytes;
    QPDF m_pdf;
    QStringList m_faults;
    std::map<int, QPDFObjectHandle> m_parents;
    std::map<std::string, int> m_types;
};

QStringList guarded(const QByteArray &pdf, QStringList (Checker::*check)())
{
    try {
        Checker checker(pdf);
        return (checker.*check)();
    } catch (const std::exception &e) {
        return {QString::fromUtf8(e.what())};
    }
}

} // namespace

QStringList pdfaFaults(const QByteArray &pdf)
{
    return guarded(pdf, &Checker::levelB);
}

QStringList tagFaults(const QByteArray &pdf)
{
    return guarded(pdf, &Checker::tags);
}

} // namespace dwtest
