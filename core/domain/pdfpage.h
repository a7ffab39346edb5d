#pragma once

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>

namespace dw {

/// A page's boxes in default user space: points, origin bottom-left, before /Rotate. A QRectF here has its
/// smallest x and y in left() and top(); nothing is flipped.
struct PdfPageInfo {
    QRectF mediaBox;
    QRectF cropBox; ///< Clipped to the media box; what a viewer shows.
    int rotation = 0; ///< 0, 90, 180 or 270, clockwise.
    double userUnit = 1; ///< Points per user space unit.

    /// Width and height as shown: CropBox, /Rotate and UserUnit applied.
    QSizeF displaySize() const;

    /// From default user space to the displayed page (points, origin top-left) and back.
    QPointF toDisplay(QPointF user) const;
    QPointF toUser(QPointF display) const;
    QRectF toDisplay(const QRectF &user) const;
    QRectF toUser(const QRectF &display) const;
};

/// A word as it is shown on a page.
struct PdfWord {
    QString text;
    QRectF rect; ///< Displayed page: points, origin top-left.
    QRectF userRect; ///< The same place in default user space.
    QList<QRectF> charRects; ///< Displayed page, one for each character of `text` (a surrogate pair has two equal ones).
    int rotation = 0; ///< Of its baseline on the displayed page: 0 runs right, 90 down, 180 left, 270 up.
    bool spaceAfter = false;
    bool lineEnd = false; ///< The last word of its line in reading order.
};

struct PdfPageText {
    QList<PdfWord> words; ///< In reading order.

    /// The words with spaces and line ends between them: what a search runs over.
    QString plain() const;
};

/// A page as a picture: packed RGB, 3 bytes a pixel, rows without padding.
struct PdfPicture {
    int width = 0;
    int height = 0;
    QByteArray rgb;
};

} // namespace dw
