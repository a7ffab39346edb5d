#include "core/domain/pdfpage.h"

namespace dw {

QSizeF PdfPageInfo::displaySize() const
{
    const QSizeF size(cropBox.width() * userUnit, cropBox.height() * userUnit);
    return rotation % 180 == 0 ? size : size.transposed();
}

QPointF PdfPageInfo::toDisplay(QPointF user) const
{
    const double fromLeft = (user.x() - cropBox.left()) * userUnit;
    const double fromRight = (cropBox.right() - user.x()) * userUnit;
    const double fromLow = (user.y() - cropBox.top()) * userUnit;
    const double fromHigh = (cropBox.bottom() - user.y()) * userUnit;
    switch (rotation) {
    case 90:
        return {fromLow, fromLeft};
    case 180:
        return {fromRight, fromLow};
    case 270:
        return {fromHigh, fromRight};
    default:
        return {fromLeft, fromHigh};
    }
}

QPointF PdfPageInfo::toUser(QPointF display) const
{
    const double x = display.x() / userUnit;
    const double y = display.y() / userUnit;
    switch (rotation) {
    case 90:
        return {cropBox.left() + y, cropBox.top() + x};
    case 180:
        return {cropBox.right() - x, cropBox.top() + y};
    case 270:
        return {cropBox.right() - y, cropBox.bottom() - x};
    default:
        return {cropBox.left() + x, cropBox.bottom() - y};
    }
}

QRectF PdfPageInfo::toDisplay(const QRectF &user) const
{
    return QRectF(toDisplay(user.topLeft()), toDisplay(user.bottomRight())).normalized();
}

QRectF PdfPageInfo::toUser(const QRectF &display) const
{
    return QRectF(toUser(display.topLeft()), toUser(display.bottomRight())).normalized();
}

QString PdfPageText::plain() const
{
    qsizetype size = words.size();
    for (const PdfWord &word : words)
        size += word.text.size();
    QString text;
    text.reserve(size);
    for (const PdfWord &word : words) {
        text += word.text;
        if (word.lineEnd)
            text += u'\n';
        else if (word.spaceAfter)
            text += u' ';
    }
    return text;
}

} // namespace dw
