#pragma once

#include "core/engines/redact/imagecutter.h"

#include <qpdf/QPDFWriter.hh>

#include <QTest>

#include <set>

namespace dwtest {

/// One PDF in memory with images to cut, and what is asked of every cut one.
class ImageBench
{
public:
    ImageBench() { m_pdf.emptyPDF(); }

    QPDF &pdf() { return m_pdf; }

    /// `keys`: the dictionary without its brackets; "/Filter" and "/DecodeParms" belong to it.
    QPDFObjectHandle image(const QByteArray &data, const QByteArray &keys)
    {
        QPDFObjectHandle stream = m_pdf.newStream(std::string());
        QPDFObjectHandle dictionary = QPDFObjectHandle::parse(&m_pdf, "<</Type/XObject/Subtype/Image" + keys.toStdString() + ">>");
        stream.replaceDict(dictionary);
        stream.replaceStreamData(data.toStdString(), dictionary.getKey("/Filter"), dictionary.getKey("/DecodeParms"));
        return stream;
    }

    static QByteArray sizeKeys(QSize size, int bits)
    {
        return "/Width " + QByteArray::number(size.width()) + "/Height " + QByteArray::number(size.height()) + "/BitsPerComponent "
            + QByteArray::number(bits);
    }

    /// "12 0 R", to stand in the keys of another object.
    static QByteArray reference(QPDFObjectHandle object) { return QByteArray::fromStdString(object.unparse()); }

    static QPolygonF area(const QRectF &samples, QSize size)
    {
        return QPolygonF(QRectF(samples.left() / size.width(), 1 - samples.bottom() / size.height(),
            samples.width() / size.width(), samples.height() / size.height()));
    }

    static int number(QPDFObjectHandle image, const char *key)
    {
        QPDFObjectHandle value = image.getDict().getKey(key);
        return value.isInteger() ? value.getIntValueAsInt() : 0;
    }

    /// The samples of a cut image, which is Flate.
    static dw::ImageSamples samples(QPDFObjectHandle image, int components)
    {
        const std::shared_ptr<Buffer> data = image.getStreamData(qpdf_dl_generalized);
        const bool stencil = image.getDict().getKey("/ImageMask").isBool();
        return dw::ImageSamples({number(image, "/Width"), number(image, "/Height")}, components,
            stencil ? 1 : number(image, "/BitsPerComponent"),
            QByteArray(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize())));
    }

    static QByteArray rawBytes(QPDFObjectHandle stream)
    {
        const std::shared_ptr<Buffer> data = stream.getRawStreamData();
        return QByteArray(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize()));
    }

    /// `after` (perhaps at a multiple of the resolution) is `fill` within `secret`, `before` from `reach` samples away
    /// on, and in between nothing that was not there outside. Returns what is wrong.
    static QString fault(const dw::ImageSamples &before, const dw::ImageSamples &after, const QRect &secret, const dw::ImagePixel &fill,
        QMargins reach = {1, 1, 1, 1})
    {
        const QSize factors(after.size().width() / before.size().width(), after.size().height() / before.size().height());
        if (factors.isEmpty() || after.bits() != before.bits() || after.components() != before.components())
            return QStringLiteral("another kind of image");
        const QRect gone = secret.marginsAdded(reach);
        std::set<dw::ImagePixel> outside {fill};
        for (int y = 0; y < before.size().height(); ++y) {
            for (int x = 0; x < before.size().width(); ++x) {
                if (!secret.contains(x, y))
                    outside.insert(before.pixel(x, y));
            }
        }
        for (int y = 0; y < after.size().height(); ++y) {
            for (int x = 0; x < after.size().width(); ++x) {
                const QPoint old(x / factors.width(), y / factors.height());
                const dw::ImagePixel is = after.pixel(x, y);
                const QString where = QStringLiteral(" at %1,%2: %3").arg(x).arg(y).arg(is.front());
                if (secret.contains(old) && is != fill)
                    return QStringLiteral("not filled") + where;
                if (!gone.contains(old) && is != before.pixel(old.x(), old.y()))
                    return QStringLiteral("changed outside") + where;
                if (!outside.contains(is))
                    return QStringLiteral("from inside") + where;
            }
        }
        return {};
    }

    /// A file of one page of 240 x 200 that the image fills.
    QByteArray file(QPDFObjectHandle image)
    {
        return file({{image, "q 240 0 0 200 0 0 cm /Im Do Q"}}, "[0 0 240 200]");
    }

    /// One page for each: /Im is the image, /F1 Helvetica.
    QByteArray file(const QList<std::pair<QPDFObjectHandle, QByteArray>> &pages, const std::string &box = "[0 0 612 792]")
    {
        QPDF all;
        all.emptyPDF();
        for (const auto &[image, content] : pages) {
            QPDFObjectHandle page = QPDFObjectHandle::parse("<</Type/Page/MediaBox" + box
                + "/Resources<</XObject<<>>/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>>>");
            page.getKey("/Resources").getKey("/XObject").replaceKey("/Im", all.copyForeignObject(image));
            page.replaceKey("/Contents", all.newStream(content.toStdString()));
            all.addPage(all.makeIndirectObject(page), false);
        }
        QPDFWriter writer(all);
        writer.setOutputMemory();
        writer.write();
        const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(bytes->getBuffer()), qsizetype(bytes->getSize()));
    }

private:
    QPDF m_pdf;
};

} // namespace dwtest
