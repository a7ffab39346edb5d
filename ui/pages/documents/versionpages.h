#pragma once

#include "core/desk/documents/documentreader.h"
#include "ui/viewer/pagesource.h"

namespace dw {

/// The pages of a version of the vault, for a viewer.
class VersionPages final : public PageSource
{
public:
    explicit VersionPages(std::shared_ptr<OpenVersion> version)
        : m_version(std::move(version))
    {
    }

    Result<QImage> draw(int page, QSize size, JobContext &job) override;
    Result<PdfPageText> words(int page, JobContext &job) override { return m_version->words(page, job); }

private:
    const std::shared_ptr<OpenVersion> m_version;
};

} // namespace dw
