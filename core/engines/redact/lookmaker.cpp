#include "core/engines/redact/lookmaker.h"

#include "core/engines/redact/operands.h"

#include <cmath>

namespace dw {

namespace {

constexpr int deepest = 20;

bool isNear(const QRectF &a, const QRectF &b)
{
    constexpr double same = 0.01;
    const QPointF low = a.topLeft() - b.topLeft();
    const QPointF high = a.bottomRight() - b.bottomRight();
    return std::max({std::abs(low.x()), std::abs(low.y()), std::abs(high.x()), std::abs(high.y())}) < same;
}

} // namespace

LookMaker::LookMaker(QPDF &pdf, QList<AnnotationLook> looks)
    : m_pdf(pdf)
    , m_looks(std::move(looks))
{
}

/// By its number; one without is known by its place.
LookMaker::Made LookMaker::make(QPDFObjectHandle annotation)
{
    const QPDFObjGen id = annotation.getObjGen();
    const QRectF rect = operands::rectangle(annotation.getKey("/Rect"));
    for (qsizetype i = 0; i < m_looks.size(); ++i) {
        const AnnotationLook &look = m_looks.at(i);
        const bool same = id.isIndirect() ? look.object == id.getObj() && look.generation == id.getGen() : look.object == 0 && isNear(look.rect, rect);
        if (!same)
            continue;
        const AnnotationLook taken = m_looks.takeAt(i);
        try {
            return {build(taken), taken.origin};
        } catch (const std::exception &) { // qpdf's: the note's own texts made it no dictionary
            return {};
        }
    }
    return {};
}

QPDFObjectHandle LookMaker::build(const AnnotationLook &look)
{
    std::vector<QPDFObjectHandle> streams;
    for (const AnnotationLook::Part &part : look.parts)
        streams.push_back(m_pdf.newStream(part.data.toStdString()));
    for (qsizetype i = 0; i < look.parts.size(); ++i) {
        QPDFObjectHandle dictionary = QPDFObjectHandle::parse(&m_pdf, look.parts.at(i).dictionary.toStdString());
        if (!dictionary.isDictionary())
            return QPDFObjectHandle::newNull();
        streams[std::size_t(i)].replaceDict(resolved(dictionary, streams, 0));
    }
    return streams.empty() ? QPDFObjectHandle::newNull() : streams.front();
}

QPDFObjectHandle LookMaker::resolved(QPDFObjectHandle value, const std::vector<QPDFObjectHandle> &parts, int depth)
{
    if (value.isIndirect() || depth > deepest)
        return value;
    if (value.isName()) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (value.getName() == annotationlooks::partName(qsizetype(i)).toStdString())
                return parts[i];
        }
    } else if (value.isDictionary()) {
        for (const std::string &key : value.getKeys())
            value.replaceKey(key, resolved(value.getKey(key), parts, depth + 1));
    } else if (value.isArray()) {
        for (int i = 0; i < value.getArrayNItems(); ++i)
            value.setArrayItem(i, resolved(value.getArrayItem(i), parts, depth + 1));
    }
    return value;
}

} // namespace dw
