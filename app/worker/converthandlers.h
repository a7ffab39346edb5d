#pragma once

#include "core/worker/requesthandler.h"

namespace dw {

/// "image.to_pdf": a picture -> a PDF with a page for each of its frames, at the size it says it has; no loss.
class ImageToPdfHandler final : public RequestHandler
{
public:
    QString kind() const override;
    Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) override;
};

/// "mail.to_pdf": a message -> a PDF with its heads, its text and the names of what is attached. Nothing that it refers
/// to is fetched, and what is attached stays in the message.
class MailToPdfHandler final : public RequestHandler
{
public:
    QString kind() const override;
    Result<QCborMap> handle(const QCborMap &parameters, JobContext &context) override;
};

/// The picture formats must be opened before the sandbox closes.
void openPictureFormats();

} // namespace dw
