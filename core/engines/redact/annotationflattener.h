#pragma once

#include "core/engines/redact/lookmaker.h"

#include <qpdf/QPDFAcroFormDocumentHelper.hh>

#include <vector>

namespace dw {

/// Draws the annotations and form fields that a reader shows into the pages and takes them away. Afterwards their
/// appearances are content like any other.
class AnnotationFlattener
{
public:
    struct Guide {
        /// Of annotations without an appearance, and of all fields of a form that asks its reader for new ones. Without it the
        /// former are not drawn.
        LookMaker::Source looks;
        std::function<QList<QRectF>(int page)> areas; ///< Where something will be taken or moved, default user space.
    };

    explicit AnnotationFlattener(QPDF &pdf, Guide guide = {});

    /// Of annotations only the frames of links and bare notes are left.
    void run();

    /// The six numbers that put an appearance into its annotation's rectangle (12.5.5), for `cm`. Readers work them out in
    /// double or in single precision, and set letters by them on fractions of a pixel: each finds the very number that
    /// it would have come to itself. Empty: it has no size.
    static std::string placement(QPDFObjectHandle appearance, QPDFObjectHandle rect);

private:
    struct Drawn {
        QPDFObjectHandle page;
        int index = 0; ///< Of the page.
        std::vector<QPDFObjectHandle> annotations;
    };

    static std::vector<QPDFObjectHandle> bareOf(QPDFObjectHandle annotations, const QList<QRectF> &areas);
    void flatten(const Drawn &drawn);
    QPDFObjectHandle appearance(QPDFObjectHandle annotation);
    bool mustBeMade(QPDFObjectHandle annotation);
    static std::string drawing(QPDFObjectHandle annotation, QPDFObjectHandle look, const std::string &name, int rotate);
    static std::string drawing(const QPointF &origin, const std::string &name);

    QPDF &m_pdf;
    Guide m_guide;
    QPDFAcroFormDocumentHelper m_form;
};

} // namespace dw
