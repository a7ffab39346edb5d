#pragma once

#include <QByteArray>
#include <QList>
#include <QRectF>

class Page;

namespace dw {

/// What Poppler draws for a form field or a note, where it had to make that up itself: a form's values when the file
/// asks for it (/NeedAppearances), notes that say only that they are a highlight or a circle.
struct AnnotationLook {
    /// A stream: its dictionary as in a file, but for /Length, and its decoded data. Numbers of objects are the document's.
    struct Part {
        QByteArray dictionary;
        QByteArray data;
    };

    int object = 0; ///< Number of the annotation; 0 if it stands in its page's list itself.
    int generation = 0;
    QRectF rect; ///< Of the annotation, default user space.
    QPointF origin; ///< What a note's appearance counts from, default user space; a field's is as large as its rectangle.
    QList<Part> parts; ///< First the appearance, then what it is made of: the name partName() in a dictionary means that stream.
};

namespace annotationlooks {

QByteArray partName(qsizetype index); ///< With its slash.

/// Of a page that was drawn with its annotations just now, also of those that bring an appearance of their own.
QList<AnnotationLook> ofPage(Page &page);

} // namespace annotationlooks

} // namespace dw
