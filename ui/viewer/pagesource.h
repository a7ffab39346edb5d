#pragma once

#include "core/base/jobcontext.h"
#include "core/desk/documents/wordsearch.h"

#include <QImage>
#include <QSize>

namespace dw {

/// Where a viewer gets pages from. Calls block and are made in jobs, one at a time.
class PageSource
{
public:
    virtual ~PageSource() = default;

    virtual Result<QImage> draw(int page, QSize size, JobContext &job) = 0; ///< `size` pixels, 32 bits, opaque.
    virtual Result<PdfPageText> words(int page, JobContext &job) = 0;
};

} // namespace dw
