#pragma once

#include "core/base/result.h"

#include <qpdf/QPDF.hh>

#include <map>
#include <set>
#include <string_view>

namespace dw {

/// How much work a page is to draw, counted before anything draws it. A few hundred bytes can ask for more than a year:
/// forms that draw forms twice each, pattern cells smaller than dust, a million notes. Who reads files from outside asks
/// here first; each form is read once, whatever it multiplies to.
class DrawingBudget
{
public:
    static constexpr double mostSteps = 50e6; ///< Drawing instructions of one page, those of forms each time they are drawn.
    static constexpr int mostAnnotations = 20'000; ///< Of one page.

    /// `pdf` must outlive this.
    explicit DrawingBudget(QPDF &pdf)
        : m_pdf(pdf)
    {
    }

    /// Fails with "pdf.page_too_complex" {page from 1} or "pdf.too_many_annotations" {page from 1, how many}.
    Result<> check(std::size_t page);

private:
    double stepsOf(std::string_view content, QPDFObjectHandle resources);
    double stepsOfUse(const std::string &category, QPDFObjectHandle object, double times);
    double stepsOfForm(QPDFObjectHandle form);
    double stepsOfAnnotations(QPDFObjectHandle list);
    double cellsOf(QPDFObjectHandle pattern) const;

    QPDF &m_pdf;
    double m_pageArea = 0; ///< Square points.
    QPDFObjectHandle m_pageResources; ///< Of forms that have none of their own.
    std::map<QPDFObjGen, double> m_known; ///< Forms of this page.
    std::set<QPDFObjGen> m_open; ///< Met again inside itself: readers stop there.
};

} // namespace dw
