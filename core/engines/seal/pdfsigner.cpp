#include "core/engines/seal/pdfsigner.h"

#include "core/engines/crypto/cms.h"
#include "core/engines/crypto/hash.h"
#include "core/engines/seal/qpdfseam.h"

#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr qsizetype holeBytes = 8192; // Room for an RSA-4096 signature with a long chain.
constexpr const char *widePlaceholder = "/ByteRange [ 0 1000000000 1000000000 1000000000 ]";

std::string pdfDate(const QDateTime &time)
{
    return time.toUTC().toString(u"'D:'yyyyMMddHHmmss'Z'"_s).toStdString();
}

QPDFObjectHandle textObject(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

/// DocMDP with P=1: no change of any kind is permitted after the signature (ISO 32000-1, 12.8.2.2).
QPDFObjectHandle noChangesReference()
{
    auto parameters = QPDFObjectHandle::parse("<< /Type /TransformParams /P 1 /V /1.2 >>");
    auto reference = QPDFObjectHandle::parse("<< /Type /SigRef /TransformMethod /DocMDP >>");
    reference.replaceKey("/TransformParams", parameters);
    return reference;
}

QPDFObjectHandle signatureDictionary(QPDF &pdf, const SignOptions &options)
{
    auto signature = QPDFObjectHandle::parse(
        "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"
        " /ByteRange [ 0 1000000000 1000000000 1000000000 ] >>");
    signature.replaceKey("/Contents", QPDFObjectHandle::newString(std::string(holeBytes, '\0')));
    signature.replaceKey("/M", QPDFObjectHandle::newString(pdfDate(options.time)));
    auto references = QPDFObjectHandle::newArray();
    references.appendItem(noChangesReference());
    signature.replaceKey("/Reference", references);
    if (!options.signerName.isEmpty())
        signature.replaceKey("/Name", textObject(options.signerName));
    if (!options.reason.isEmpty())
        signature.replaceKey("/Reason", textObject(options.reason));
    if (!options.contact.isEmpty())
        signature.replaceKey("/ContactInfo", textObject(options.contact));
    return pdf.makeIndirectObject(signature);
}

QPDFObjectHandle rectangle(const QRectF &rect)
{
    return QPDFObjectHandle::newFromRectangle(QPDFObjectHandle::Rectangle(
        rect.left(), rect.top(), rect.left() + rect.width(), rect.top() + rect.height()));
}

/// The seal's drawing as an appearance stream; an empty one for an invisible seal.
QPDFObjectHandle appearance(QPDF &pdf, const SealBox &box)
{
    if (box.drawing.isEmpty()) {
        auto empty = QPDFObjectHandle::newStream(&pdf, "");
        empty.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
        empty.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
        empty.getDict().replaceKey("/BBox", rectangle(QRectF(0, 0, 0, 0)));
        return empty;
    }
    QPDF drawing;
    seal::load(drawing, box.drawing);
    drawing.setImmediateCopyFrom(true); // The drawing is gone before the file is written.
    seal::repairToUnicode(drawing);
    seal::repairFontNames(drawing);
    auto page = QPDFPageDocumentHelper(drawing).getAllPages().at(0);
    auto form = pdf.copyForeignObject(page.getFormXObjectForPage());
    form.getDict().removeKey("/Group"); // A group without need is one more rule to keep in PDF/A.
    return form;
}

/// In a file with a structure the seal has its place in it: a form element at the end.
void tagWidget(QPDF &pdf, QPDFObjectHandle widget, QPDFObjectHandle page)
{
    auto root = pdf.getRoot().getKey("/StructTreeRoot");
    if (!root.isDictionary() || !root.getKey("/ParentTree").getKey("/Nums").isArray() || !root.getKey("/K").isDictionary()
        || !root.getKey("/K").getKey("/K").isArray() || !root.getKey("/ParentTreeNextKey").isInteger())
        return;
    auto reference = QPDFObjectHandle::parse("<< /Type /OBJR >>");
    reference.replaceKey("/Obj", widget);
    reference.replaceKey("/Pg", page);
    auto element = QPDFObjectHandle::parse("<< /S /Form >>");
    element.replaceKey("/P", root.getKey("/K"));
    element.replaceKey("/K", QPDFObjectHandle::newArray({reference}));
    element = pdf.makeIndirectObject(element);
    root.getKey("/K").getKey("/K").appendItem(element);
    auto key = root.getKey("/ParentTreeNextKey");
    widget.replaceKey("/StructParent", key);
    root.getKey("/ParentTree").getKey("/Nums").appendItem(key);
    root.getKey("/ParentTree").getKey("/Nums").appendItem(element);
    root.replaceKey("/ParentTreeNextKey", QPDFObjectHandle::newInteger(key.getIntValue() + 1));
}

Result<> addField(QPDF &pdf, QPDFObjectHandle signature, const SignOptions &options)
{
    auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    if (options.seal.page < 0 || static_cast<size_t>(options.seal.page) >= pages.size())
        return fail(ErrorCode::InvalidInput, u"seal.no_such_page"_s, {QString::number(options.seal.page + 1)});
    auto page = pages.at(static_cast<size_t>(options.seal.page)).getObjectHandle();
    auto widget = QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Widget /FT /Sig /F 132 /T (Seal) /TU (Seal) >>");
    widget.replaceKey("/V", signature);
    widget.replaceKey("/P", page);
    widget.replaceKey("/Rect", rectangle(options.seal.drawing.isEmpty() ? QRectF() : options.seal.rect));
    auto appearances = QPDFObjectHandle::newDictionary();
    appearances.replaceKey("/N", appearance(pdf, options.seal));
    widget.replaceKey("/AP", appearances);
    widget = pdf.makeIndirectObject(widget);
    tagWidget(pdf, widget, page);
    auto annotations = page.getKey("/Annots");
    if (!annotations.isArray())
        page.replaceKey("/Annots", QPDFObjectHandle::newArray({widget}));
    else
        annotations.appendItem(widget);
    auto form = pdf.getRoot().getKey("/AcroForm");
    if (!form.isDictionary()) {
        form = pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Fields [] >>"));
        pdf.getRoot().replaceKey("/AcroForm", form);
    }
    if (!form.getKey("/Fields").isArray())
        form.replaceKey("/Fields", QPDFObjectHandle::newArray());
    form.getKey("/Fields").appendItem(widget);
    form.replaceKey("/SigFlags", QPDFObjectHandle::newInteger(3));
    auto permissions = QPDFObjectHandle::newDictionary();
    permissions.replaceKey("/DocMDP", signature);
    pdf.getRoot().replaceKey("/Perms", permissions);
    return {};
}

bool isSigned(QPDF &pdf)
{
    for (auto &object : pdf.getAllObjects()) {
        if (object.isDictionaryOfType("/Sig") || (object.isDictionary() && object.hasKey("/ByteRange")))
            return true;
    }
    return false;
}

QByteArray write(QPDF &pdf, const SignOptions &options)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable); // One plain xref table: what the strict verifier reads.
    writer.setNewlineBeforeEndstream(true);
    if (options.password.isEmpty()) {
        writer.setDeterministicID(options.isDeterministic);
    } else {
        SecretBytes password = options.password.clone();
        password.append(QByteArrayView("\0", 1));
        const auto *text = reinterpret_cast<const char *>(password.data());
        writer.setR6EncryptionParameters(text, text, true, true, false, false, false, false, qpdf_r3p_full, true);
    }
    writer.write();
    return seal::take(writer);
}

/// The positions of the one prepared or completed signature; the hole is a run of hexadecimal digits.
Result<SignatureSpan> locate(const QByteArray &pdf)
{
    const auto bad = [] { return fail(ErrorCode::Corrupt, u"seal.byte_range"_s); };
    SignatureSpan span;
    const qsizetype key = pdf.indexOf("/ByteRange");
    if (key < 0 || pdf.indexOf("/ByteRange", key + 1) >= 0)
        return bad();
    span.byteRangeAt = pdf.indexOf('[', key);
    const qsizetype dictBegin = pdf.lastIndexOf(" obj", key);
    const qsizetype contents = dictBegin < 0 ? -1 : pdf.indexOf("/Contents <", dictBegin);
    const qsizetype dictEnd = pdf.indexOf("endobj", key);
    if (contents < 0 || dictEnd < 0 || contents > dictEnd || span.byteRangeAt != key + 11)
        return bad();
    span.holeBegin = contents + 10;
    span.holeEnd = pdf.indexOf('>', span.holeBegin) + 1;
    if (span.holeEnd != span.holeBegin + 2 * holeBytes + 2 || span.holeEnd > dictEnd)
        return bad();
    return span;
}

/// What stands between the brackets, as wide as the placeholder.
QByteArray byteRange(const QByteArray &pdf, const SignatureSpan &span)
{
    const QByteArray numbers = "[ 0 " + QByteArray::number(span.holeBegin) + ' ' + QByteArray::number(span.holeEnd)
        + ' ' + QByteArray::number(pdf.size() - span.holeEnd) + " ]";
    const qsizetype width = QByteArrayView(widePlaceholder).size() - 11;
    return numbers.leftJustified(width, ' ');
}

} // namespace

Result<QByteArray> preparePdf(const QByteArray &pdf, const SignOptions &options)
{
    return seal::guarded([&]() -> Result<QByteArray> {
        QPDF document;
        seal::load(document, pdf);
        if (isSigned(document))
            return fail(ErrorCode::InvalidInput, u"seal.signed_already"_s);
        DW_TRY(addField(document, signatureDictionary(document, options), options));
        return write(document, options);
    });
}

Result<QByteArray> completePdf(const QByteArray &prepared, const SealIdentity &identity)
{
    const auto found = locate(prepared);
    if (!found || QByteArrayView(prepared).sliced(found->byteRangeAt - 11, QByteArrayView(widePlaceholder).size())
            != QByteArrayView(widePlaceholder))
        return fail(ErrorCode::InvalidInput, u"seal.not_prepared"_s);
    QByteArray pdf = prepared;
    const QByteArray range = byteRange(pdf, *found);
    pdf.replace(found->byteRangeAt, range.size(), range);
    DW_ASSIGN(const QByteArray cms, signCms(signedDigest(pdf, *found), identity));
    if (cms.size() > holeBytes)
        return fail(ErrorCode::LimitExceeded, u"seal.too_large"_s, {QString::number(cms.size())});
    pdf.replace(found->holeBegin + 1, cms.size() * 2, cms.toHex());
    return pdf;
}

Result<QByteArray> signPdf(const QByteArray &pdf, const SealIdentity &identity, const SignOptions &options)
{
    DW_ASSIGN(const QByteArray prepared, preparePdf(pdf, options));
    return completePdf(prepared, identity);
}

Result<SignatureSpan> findSignature(const QByteArray &pdf)
{
    DW_ASSIGN(const SignatureSpan span, locate(pdf));
    const QByteArray wanted = byteRange(pdf, span);
    if (QByteArrayView(pdf).sliced(span.byteRangeAt).first(wanted.size()) != QByteArrayView(wanted))
        return fail(ErrorCode::Corrupt, u"seal.byte_range"_s);
    return span;
}

QByteArray signedDigest(const QByteArray &pdf, const SignatureSpan &span)
{
    Sha256 hash;
    hash.update(QByteArrayView(pdf).first(span.holeBegin));
    hash.update(QByteArrayView(pdf).sliced(span.holeEnd));
    return hash.finish();
}

} // namespace dw
