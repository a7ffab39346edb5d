#include "core/engines/seal/qpdfseam.h"
#include "core/engines/seal/sealchecks.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include <set>

using namespace Qt::StringLiterals;

namespace dw::seal {

namespace {

constexpr qsizetype maxAttachment = 64 * 1024 * 1024;

Verdict refuse(const char *reason, const QString &detail = {})
{
    return {QString::fromLatin1(reason), detail};
}

/// Runs a demand over the strictly read file; what qpdf would have to mend or warn about is refused.
template <typename Work>
Verdict withPdf(Evidence &evidence, Work &&work)
{
    try {
        if (!evidence.document) {
            evidence.document = std::make_shared<QPDF>();
            load(*evidence.document, evidence.pdf, true);
        }
        const Verdict verdict = work(*evidence.document);
        if (verdict.reason.isEmpty() && evidence.document->anyWarnings())
            return refuse("seal.damaged");
        return verdict;
    } catch (const std::exception &e) {
        return refuse("seal.damaged", QString::fromUtf8(e.what()).left(200));
    }
}

bool hasOnly(QPDFObjectHandle dictionary, const std::set<std::string> &allowed)
{
    const std::set<std::string> keys = dictionary.getKeys();
    return std::includes(allowed.begin(), allowed.end(), keys.begin(), keys.end());
}

Verdict checkPermissions(QPDFObjectHandle signature)
{
    if (!hasOnly(signature, {"/ByteRange", "/ContactInfo", "/Contents", "/Filter", "/M", "/Name", "/Reason",
                                "/Reference", "/SubFilter", "/Type"}))
        return refuse("seal.signature_keys");
    if (!signature.getKey("/SubFilter").isNameAndEquals("/ETSI.CAdES.detached")
        || !signature.getKey("/Filter").isNameAndEquals("/Adobe.PPKLite"))
        return refuse("seal.subfilter");
    auto references = signature.getKey("/Reference");
    if (!references.isArray() || references.getArrayNItems() != 1)
        return refuse("seal.docmdp");
    auto reference = references.getArrayItem(0);
    auto parameters = reference.getKey("/TransformParams");
    if (!reference.getKey("/TransformMethod").isNameAndEquals("/DocMDP") || !parameters.isDictionary()
        || !parameters.getKey("/P").isInteger() || parameters.getKey("/P").getIntValue() != 1)
        return refuse("seal.docmdp");
    return {};
}

Verdict checkOneField(QPDF &pdf, QPDFObjectHandle *signature)
{
    auto form = pdf.getRoot().getKey("/AcroForm");
    if (!form.isDictionary() || !hasOnly(form, {"/Fields", "/SigFlags"}))
        return refuse("seal.field");
    auto fields = form.getKey("/Fields");
    if (!fields.isArray() || fields.getArrayNItems() != 1 || !form.getKey("/SigFlags").isInteger()
        || form.getKey("/SigFlags").getIntValue() != 3)
        return refuse("seal.field");
    auto field = fields.getArrayItem(0);
    if (!field.isDictionary() || !field.getKey("/FT").isNameAndEquals("/Sig") || field.hasKey("/Kids")
        || !field.getKey("/V").isDictionary())
        return refuse("seal.field");
    int annotations = 0;
    for (auto &page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        auto array = page.getObjectHandle().getKey("/Annots");
        for (int i = 0; array.isArray() && i < array.getArrayNItems(); ++i, ++annotations) {
            if (array.getArrayItem(i).getObjGen() != field.getObjGen())
                return refuse("seal.annotation");
        }
    }
    if (annotations != 1)
        return refuse("seal.annotation");
    *signature = field.getKey("/V");
    return {};
}

/// Keys and action types that make a file do something, or show different things to different people.
Verdict judgeDictionary(QPDFObjectHandle dictionary)
{
    static const std::set<std::string> keys {"/JS", "/JavaScript", "/OpenAction", "/AA", "/A", "/XFA", "/RichMediaContent",
        "/RichMediaSettings", "/OCProperties", "/Collection", "/Launch", "/URI", "/Win", "/Movie", "/Sound", "/PA",
        "/Requirements", "/Legal", "/Threads", "/Alternates", "/OPI"};
    static const std::set<std::string> actions {"/JavaScript", "/Launch", "/URI", "/GoTo", "/GoToR", "/GoToE", "/SubmitForm",
        "/ImportData", "/Rendition", "/Movie", "/Sound", "/Named", "/Hide", "/SetOCGState", "/Trans", "/GoTo3DView",
        "/ResetForm", "/Thread", "/RichMediaExecute"};
    for (const std::string &key : dictionary.getKeys()) {
        if (keys.count(key) != 0)
            return refuse("seal.active", QString::fromStdString(key));
    }
    auto kind = dictionary.getKey("/S");
    if (kind.isName() && actions.count(kind.getName()) != 0)
        return refuse("seal.active", QString::fromStdString(kind.getName()));
    return {};
}

/// Direct parts only: indirect ones have their own turn.
Verdict walk(QPDFObjectHandle object, int depth, int *fileSpecs)
{
    if (depth > 100)
        return refuse("seal.damaged");
    if (object.isStream())
        object = object.getDict();
    if (object.isDictionary()) {
        if (const Verdict verdict = judgeDictionary(object); !verdict.reason.isEmpty())
            return verdict;
        *fileSpecs += object.hasKey("/EF") ? 1 : 0;
        for (auto &[key, value] : object.ditems()) {
            if (value.isIndirect())
                continue;
            if (const Verdict verdict = walk(value, depth + 1, fileSpecs); !verdict.reason.isEmpty())
                return verdict;
        }
    } else if (object.isArray()) {
        for (auto &value : object.aitems()) {
            if (value.isIndirect())
                continue;
            if (const Verdict verdict = walk(value, depth + 1, fileSpecs); !verdict.reason.isEmpty())
                return verdict;
        }
    }
    return {};
}

} // namespace

Verdict checkField(Evidence &evidence)
{
    return withPdf(evidence, [&](QPDF &pdf) -> Verdict {
        if (pdf.isEncrypted())
            return refuse("seal.encrypted");
        QPDFObjectHandle signature;
        if (const Verdict verdict = checkOneField(pdf, &signature); !verdict.reason.isEmpty())
            return verdict;
        int signatures = 0;
        for (auto &object : pdf.getAllObjects())
            signatures += object.isDictionary() && (object.hasKey("/ByteRange") || object.isDictionaryOfType("/Sig")) ? 1 : 0;
        if (signatures != 1)
            return refuse("seal.signatures", QString::number(signatures));
        auto permissions = pdf.getRoot().getKey("/Perms");
        if (!permissions.isDictionary() || !hasOnly(permissions, {"/DocMDP"})
            || permissions.getKey("/DocMDP").getObjGen() != signature.getObjGen())
            return refuse("seal.docmdp");
        const QByteArray hole = evidence.pdf.mid(evidence.span.holeBegin + 1, evidence.span.holeEnd - evidence.span.holeBegin - 2);
        if (QByteArray::fromStdString(signature.getKey("/Contents").getStringValue()) != QByteArray::fromHex(hole))
            return refuse("seal.signature_keys");
        return checkPermissions(signature);
    });
}

Verdict checkActiveContent(Evidence &evidence)
{
    return withPdf(evidence, [](QPDF &pdf) -> Verdict {
        int fileSpecs = 0;
        for (auto &object : pdf.getAllObjects()) {
            if (const Verdict verdict = walk(object, 0, &fileSpecs); !verdict.reason.isEmpty())
                return verdict;
        }
        if (fileSpecs != 1)
            return refuse("seal.attachments", QString::number(fileSpecs));
        return {};
    });
}

Verdict checkAttachment(Evidence &evidence)
{
    return withPdf(evidence, [&](QPDF &pdf) -> Verdict {
        auto files = pdf.getRoot().getKey("/AF");
        if (!files.isArray() || files.getArrayNItems() != 1)
            return refuse("seal.attachments");
        auto spec = files.getArrayItem(0);
        if (!spec.isDictionary() || !spec.getKey("/AFRelationship").isNameAndEquals("/Data")
            || !spec.getKey("/UF").isString() || spec.getKey("/UF").getUTF8Value() != "report.json"
            || !spec.getKey("/EF").getKey("/F").isStream())
            return refuse("seal.attachments");
        evidence.attachment = streamData(spec.getKey("/EF").getKey("/F"));
        if (evidence.attachment.size() > maxAttachment)
            return refuse("seal.too_large");
        evidence.pageTexts = pageTexts(pdf);
        evidence.result.pages = static_cast<int>(evidence.pageTexts.size());
        return {};
    });
}

} // namespace dw::seal
