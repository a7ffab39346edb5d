#include "core/engines/redact/documentparts.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace dw::documentparts {

namespace {

bool hasScript(QPDFObjectHandle action, int depth = 0)
{
    if (!action.isDictionary() || depth > 20)
        return false;
    return action.hasKey("/JS") || hasScript(action.getKey("/Next"), depth + 1);
}

bool hasSignature(QPDFObjectHandle fields, int depth = 0)
{
    if (!fields.isArray() || depth > 20)
        return false;
    for (QPDFObjectHandle &field : fields.getArrayAsVector()) {
        if (field.isDictionary() && (field.getKey("/FT").isNameAndEquals("/Sig") || hasSignature(field.getKey("/Kids"), depth + 1)))
            return true;
    }
    return false;
}

} // namespace

QStringList list(QPDF &pdf)
{
    QStringList parts;
    QPDFObjectHandle root = pdf.getRoot();
    const QList<QPair<const char *, QString>> rootKeys {{"/Metadata", u"metadata"_s}, {"/Outlines", u"outline"_s},
        {"/OCProperties", u"layers"_s}, {"/StructTreeRoot", u"tags"_s}, {"/PageLabels", u"page_labels"_s}, {"/Threads", u"threads"_s},
        {"/PieceInfo", u"private_data"_s}, {"/AF", u"associated_files"_s}, {"/Collection", u"portfolio"_s}, {"/AcroForm", u"form"_s},
        {"/Dests", u"names"_s}, {"/Names", u"names"_s}};
    for (const auto &[key, id] : rootKeys) {
        if (root.hasKey(key) && !parts.contains(id))
            parts.append(id);
    }
    if (pdf.getTrailer().getKey("/Info").isDictionary())
        parts.append(u"info"_s);
    QPDFObjectHandle names = root.getKeyIfDict("/Names");
    if (!names.getKeyIfDict("/EmbeddedFiles").isNull())
        parts.append(u"attachments"_s);
    if (!names.getKeyIfDict("/JavaScript").isNull() || hasScript(root.getKey("/OpenAction")) || root.hasKey("/AA"))
        parts.append(u"javascript"_s);
    QPDFObjectHandle form = root.getKeyIfDict("/AcroForm");
    if (!form.getKeyIfDict("/XFA").isNull())
        parts.append(u"xfa"_s);
    QSet<QString> more;
    if (hasSignature(form.getKeyIfDict("/Fields")) || root.hasKey("/Perms") || root.hasKey("/DSS"))
        more.insert(u"signatures"_s);
    for (QPDFObjectHandle page : pdf.getAllPages()) {
        QPDFObjectHandle annotations = page.getKey("/Annots");
        if (annotations.isArray() && annotations.getArrayNItems() > 0)
            more.insert(u"annotations"_s);
        if (hasSignature(annotations)) // a field that only its page knows
            more.insert(u"signatures"_s);
        if (page.hasKey("/Thumb"))
            more.insert(u"thumbnails"_s);
        if (page.hasKey("/PieceInfo"))
            more.insert(u"private_data"_s);
        if (page.hasKey("/Metadata"))
            more.insert(u"metadata"_s);
    }
    for (const QString &id : std::as_const(more)) {
        if (!parts.contains(id))
            parts.append(id);
    }
    parts.sort();
    return parts;
}

} // namespace dw::documentparts
