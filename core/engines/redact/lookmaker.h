#pragma once

#include "core/engines/parse/annotationlooks.h"

#include <qpdf/QPDF.hh>

#include <functional>

namespace dw {

/// Brings the looks that the first reader made up for a page's annotations into the file that is taken apart.
class LookMaker
{
public:
    /// Answers the looks of a page, from zero.
    using Source = std::function<QList<AnnotationLook>(int page)>;

    LookMaker(QPDF &pdf, QList<AnnotationLook> looks);

    struct Made {
        QPDFObjectHandle form = QPDFObjectHandle::newNull(); ///< Null: there is none.
        QPointF origin; ///< As AnnotationLook has it.
    };

    Made make(QPDFObjectHandle annotation);

private:
    QPDFObjectHandle build(const AnnotationLook &look);
    QPDFObjectHandle resolved(QPDFObjectHandle value, const std::vector<QPDFObjectHandle> &parts, int depth);

    QPDF &m_pdf;
    QList<AnnotationLook> m_looks; ///< Those that were not asked for yet.
};

} // namespace dw
