#include "app/worker/converthandlers.h"

#include "core/engines/office/mailreader.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr int mostMegabytes = 512; ///< Of one decoded picture.
constexpr int mostFrames = 2000;
constexpr double mostPoints = 14400; ///< Side of a page that every reader accepts (ISO 32000-1, annex C).
constexpr int textDpi = 1200;

/// Pixels to the inch as the picture says, if that can be.
double resolutionOf(const QImage &image)
{
    const double dpi = image.dotsPerMeterX() * 0.0254;
    return dpi >= 36 && dpi <= 2400 ? dpi : 96;
}

QPageSize pageOf(const QImage &image)
{
    const double scale = 72 / resolutionOf(image);
    const double shrink = std::min(1.0, mostPoints / (scale * std::max(image.width(), image.height())));
    return QPageSize(QSizeF(image.width(), image.height()) * scale * shrink, QPageSize::Point, {}, QPageSize::ExactMatch);
}

void prepare(QPdfWriter &writer)
{
    writer.setCreator(u"Dealward"_s);
    writer.setPageMargins(QMarginsF());
}

/// A document that fetches nothing, wherever its text points to.
class OfflineDocument final : public QTextDocument
{
protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

QString ImageToPdfHandler::kind() const
{
    return u"image.to_pdf"_s;
}

Result<QCborMap> ImageToPdfHandler::handle(const QCborMap &parameters, JobContext &context)
{
    QByteArray bytes = parameters.value("file"_L1).toByteArray();
    QBuffer input(&bytes);
    input.open(QIODevice::ReadOnly);
    QImageReader reader(&input);
    reader.setAllocationLimit(mostMegabytes);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    if (!reader.canRead())
        return fail(ErrorCode::Unsupported, u"convert.picture_kind"_s);
    QBuffer output;
    output.open(QIODevice::WriteOnly);
    QPdfWriter writer(&output);
    prepare(writer);
    QPainter painter;
    for (int frame = 0; frame < mostFrames; ++frame) {
        const QImage image = reader.read();
        if (image.isNull() && frame > 0 && reader.error() != QImageReader::InvalidDataError)
            break;
        if (image.isNull())
            return fail(ErrorCode::Corrupt, u"convert.picture_damaged"_s, {}, reader.errorString());
        writer.setPageSize(pageOf(image));
        writer.setResolution(1200);
        if (frame == 0 ? !painter.begin(&writer) : !writer.newPage())
            return fail(ErrorCode::Internal, u"convert.failed"_s, {u"page"_s});
        painter.setRenderHint(QPainter::LosslessImageRendering);
        painter.drawImage(QRectF(QPointF(), QSizeF(writer.width(), writer.height())), image);
        DW_TRY(context.step(frame + 1, std::max(frame + 1, reader.imageCount())));
        if (!reader.supportsAnimation() && reader.imageCount() <= frame + 1)
            break;
    }
    painter.end();
    return QCborMap {{u"pdf"_s, output.data()}};
}

QString MailToPdfHandler::kind() const
{
    return u"mail.to_pdf"_s;
}

Result<QCborMap> MailToPdfHandler::handle(const QCborMap &parameters, JobContext &)
{
    DW_ASSIGN(const MailMessage mail, readMail(parameters.value("file"_L1).toByteArray()));
    QString html = u"<table>"_s;
    for (const auto &[name, value] : mail.heads)
        html += u"<tr><td><b>"_s + name.toHtmlEscaped() + u"&nbsp;</b></td><td>"_s + value.toHtmlEscaped() + u"</td></tr>"_s;
    html += u"</table><hr>"_s;
    html += mail.isHtml ? mail.body : u"<pre style=\"white-space:pre-wrap\">"_s + mail.body.toHtmlEscaped() + u"</pre>"_s;
    if (!mail.attachments.isEmpty()) {
        html += u"<hr><ul>"_s;
        for (const QString &name : mail.attachments)
            html += u"<li>"_s + name.toHtmlEscaped() + u"</li>"_s;
        html += u"</ul>"_s;
    }
    QBuffer output;
    output.open(QIODevice::WriteOnly);
    QPdfWriter writer(&output);
    prepare(writer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout::Millimeter);
    writer.setResolution(textDpi);
    OfflineDocument document;
    document.setDefaultFont(QFont(u"sans-serif"_s, 10));
    document.setHtml(html);
    document.print(&writer);
    return QCborMap {{u"pdf"_s, output.data()}};
}

void openPictureFormats()
{
    (void)QImageReader::supportedImageFormats();
    for (const char *format : {"png", "jpeg", "gif", "bmp", "tiff"}) {
        QBuffer nothing;
        nothing.open(QIODevice::ReadOnly);
        QImageReader reader(&nothing, format);
        (void)reader.canRead();
    }
}

} // namespace dw
