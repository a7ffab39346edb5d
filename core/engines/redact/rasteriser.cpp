#include "core/engines/redact/rasteriser.h"

#include "core/engines/parse/popplerdocument.h"
#include "core/engines/redact/boxlabel.h"
#include "core/engines/redact/docsanitizer.h"

#include <cmath>

namespace dw {

namespace {

constexpr double inset = 0.002; ///< Points.
constexpr int compression = 4; ///< Of zlib: most of its effect on pages of text for a third of the time.

QRect pixels(const QRectF &area, double scale, const QImage &image)
{
    const QRect rect(QPoint(int(std::floor(area.left() * scale)), int(std::floor(area.top() * scale))),
        QPoint(int(std::ceil(area.right() * scale)) - 1, int(std::ceil(area.bottom() * scale)) - 1));
    return rect.intersected(image.rect());
}

/// A word that is drawn leaves a trace: its place is not all of one colour.
bool isDrawn(const QImage &grey, const QRect &rect)
{
    if (rect.isEmpty())
        return false;
    constexpr int sameColour = 2;
    uchar least = 255;
    uchar most = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        const uchar *const line = grey.constScanLine(y);
        const auto [low, high] = std::minmax_element(line + rect.left(), line + rect.right() + 1);
        least = std::min(least, *low);
        most = std::max(most, *high);
        if (most - least > sameColour)
            return true;
    }
    return false;
}

QPDFObjectHandle imageObject(QPDF &pdf, const QImage &image)
{
    const int channels = image.format() == QImage::Format_Grayscale8 ? 1 : 3;
    QByteArray raw;
    raw.reserve(qsizetype(image.width()) * image.height() * channels);
    for (int y = 0; y < image.height(); ++y)
        raw.append(reinterpret_cast<const char *>(image.constScanLine(y)), qsizetype(image.width()) * channels);
    const QByteArray packed = qCompress(raw, compression).mid(4); // after Qt's length: a zlib stream
    QPDFObjectHandle stream = pdf.newStream(std::string());
    QPDFObjectHandle dictionary = stream.getDict();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
    dictionary.replaceKey("/Width", QPDFObjectHandle::newInteger(image.width()));
    dictionary.replaceKey("/Height", QPDFObjectHandle::newInteger(image.height()));
    dictionary.replaceKey("/BitsPerComponent", QPDFObjectHandle::newInteger(8));
    dictionary.replaceKey("/ColorSpace", QPDFObjectHandle::newName(channels == 1 ? "/DeviceGray" : "/DeviceRGB"));
    stream.replaceStreamData(packed.toStdString(), QPDFObjectHandle::newName("/FlateDecode"), QPDFObjectHandle::newNull());
    return stream;
}

/// The matrix that lays a picture, upright on the displayed page, into user space.
std::string placement(const PdfPageInfo &info)
{
    // A hair inside the page: Splash takes one pixel more for an edge that lies on a whole one.
    const QRectF place = QRectF(QPointF(0, 0), info.displaySize()).adjusted(inset, inset, -inset, -inset);
    const QPointF low = info.toUser(place.bottomLeft());
    const QPointF right = info.toUser(place.bottomRight()) - low;
    const QPointF up = info.toUser(place.topLeft()) - low;
    std::string text;
    for (const double value : {right.x(), right.y(), up.x(), up.y(), low.x(), low.y()})
        text += QByteArray::number(value, 'f', 4).toStdString() + ' ';
    return text;
}

} // namespace

Rasteriser::Rasteriser(const PopplerDocument &document, QPDF &target)
    : m_document(document)
    , m_target(target)
    , m_layer(target)
{
}

Result<QPDFObjectHandle> Rasteriser::page(int index, const PdfPageInfo &info, const BoxPlanner &plan, int &hiddenWords)
{
    DW_ASSIGN(QImage image, m_document.render(index, dpi));
    const double scale = m_document.effectiveDpi(index, dpi) / 72;
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    QList<PdfWord> words;
    for (const PdfWord &word : plan.survivors()) {
        if (isDrawn(grey, pixels(word.rect, scale, grey)))
            words.append(word);
        else
            ++hiddenWords;
    }
    if (image.allGray())
        image = grey;
    for (const BlackBox &box : plan.boxes())
        boxlabel::burn(image, pixels(box.area.adjusted(-BoxPlanner::inkMargin, -BoxPlanner::inkMargin, BoxPlanner::inkMargin, BoxPlanner::inkMargin), scale, image), box.label);
    QPDFObjectHandle page = DocSanitizer::emptyPage(info);
    // Pixels are whole: the picture may be a fraction of one wider than the page. It is laid onto the page exactly, because
    // what hangs over is cut off by readers, and with it a line at the page's edge.
    const std::string content = "q " + placement(info) + "cm /I Do Q\n" + m_layer.content(words, info);
    page.replaceKey("/Contents", m_target.newStream(content));
    QPDFObjectHandle resources = QPDFObjectHandle::parse("<< /XObject << >> /Font << >> >>");
    resources.getKey("/XObject").replaceKey("/I", imageObject(m_target, image));
    resources.getKey("/Font").replaceKey("/T", m_layer.font());
    page.replaceKey("/Resources", resources);
    return page;
}

} // namespace dw
