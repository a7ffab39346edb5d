#include "core/engines/parse/annotationlooks.h"

#include <poppler/Annot.h>
#include <poppler/Dict.h>
#include <poppler/Page.h>
#include <poppler/Stream.h>

namespace dw::annotationlooks {

namespace {

constexpr int deepest = 12;
constexpr qsizetype mostParts = 16;
constexpr qsizetype mostBytes = 4 * 1024 * 1024;

QByteArray nameOf(const char *name)
{
    QByteArray result = "/";
    for (const char *at = name; *at; ++at) {
        const bool plain = (*at >= '0' && *at <= '9') || (*at >= 'A' && *at <= 'Z') || (*at >= 'a' && *at <= 'z') || *at == '-' || *at == '_' || *at == '.';
        if (plain)
            result += *at;
        else
            result += '#' + QByteArray(1, *at).toHex();
    }
    return result;
}

/// What marks text is drawn where its letters are said to be, everything else within its rectangle.
bool countsFromPage(Annot::AnnotSubtype type)
{
    return type == Annot::typeHighlight || type == Annot::typeUnderline || type == Annot::typeSquiggly || type == Annot::typeStrikeOut;
}

/// Writes objects as a file would have them; those that cannot be told become null, and the look fails its proof.
class Writer
{
public:
    explicit Writer(QList<AnnotationLook::Part> &parts)
        : m_parts(parts)
    {
    }

    bool failed = false;

    QByteArray stream(const Object &object, int depth)
    {
        const qsizetype index = m_parts.size();
        if (index >= mostParts || depth > deepest) {
            failed = true;
            return "null";
        }
        m_parts.append(AnnotationLook::Part());
        AnnotationLook::Part part;
        part.dictionary = dictionary(*object.streamGetDict(), depth + 1);
        Stream *const data = object.getStream();
        data->reset();
        for (int c = data->getChar(); c != EOF; c = data->getChar()) {
            part.data += char(c);
            m_bytes += 1;
            if (m_bytes > mostBytes) {
                failed = true;
                break;
            }
        }
        data->close();
        m_parts[index] = part;
        return partName(index);
    }

private:
    QByteArray dictionary(const Dict &source, int depth)
    {
        QByteArray result = "<<";
        for (int i = 0; i < source.getLength(); ++i) {
            const QByteArray key = source.getKey(i);
            // The data are decoded.
            if (key != "Length" && key != "Filter" && key != "DecodeParms")
                result += nameOf(key.constData()) + ' ' + value(source.getValNF(i), depth + 1) + ' ';
        }
        return result + ">>";
    }

    QByteArray value(const Object &object, int depth)
    {
        if (depth > deepest) {
            failed = true;
            return "null";
        }
        switch (object.getType()) {
        case objBool:
            return object.getBool() ? "true" : "false";
        case objInt:
            return QByteArray::number(object.getInt());
        case objReal:
            return QByteArray::number(object.getReal(), 'f', 9);
        case objString:
            return '<' + QByteArray(object.getString()->c_str(), object.getString()->getLength()).toHex() + '>';
        case objName:
            return nameOf(object.getName());
        case objRef:
            return QByteArray::number(object.getRefNum()) + ' ' + QByteArray::number(object.getRefGen()) + " R";
        case objDict:
            return dictionary(*object.getDict(), depth + 1);
        case objStream:
            return stream(object, depth + 1);
        case objArray: {
            QByteArray items = "[";
            for (int i = 0; i < object.arrayGetLength(); ++i)
                items += value(object.arrayGetNF(i), depth + 1) + ' ';
            return items + ']';
        }
        default:
            return "null";
        }
    }

    QList<AnnotationLook::Part> &m_parts;
    qsizetype m_bytes = 0;
};

} // namespace

QByteArray partName(qsizetype index)
{
    return "/LookPart" + QByteArray::number(index);
}

QList<AnnotationLook> ofPage(Page &page)
{
    QList<AnnotationLook> result;
    Annots *const list = page.getAnnots();
    if (!list)
        return result;
    for (Annot *const annotation : list->getAnnots()) {
        const Object appearance = annotation->getAppearance();
        if (!appearance.isStream())
            continue;
        AnnotationLook look;
        if (annotation->getHasRef()) {
            look.object = annotation->getRef().num;
            look.generation = annotation->getRef().gen;
        }
        const PDFRectangle &rect = annotation->getRect();
        look.rect = QRectF(QPointF(rect.x1, rect.y1), QPointF(rect.x2, rect.y2)).normalized();
        if (!countsFromPage(annotation->getType()))
            look.origin = look.rect.topLeft();
        Writer writer(look.parts);
        writer.stream(appearance, 0);
        if (!writer.failed)
            result.append(look);
    }
    return result;
}

} // namespace dw::annotationlooks
