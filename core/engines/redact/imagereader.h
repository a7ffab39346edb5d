#pragma once

#include "core/engines/redact/imagesamples.h"

#include <qpdf/QPDF.hh>

#include <optional>

namespace dw {

struct DecodedImage;

/// An image XObject with its samples at hand.
struct ReadImage {
    ImageSamples samples;
    QPDFObjectHandle colorSpace; ///< Null for a stencil.
    QPDFObjectHandle decode; ///< /Decode where it applies, else null.
    bool complete = true; ///< No samples were missing and made up.
    bool rescaled = false; ///< See DecodedImage.
    QSize block {1, 1};
    QSize chromaBlock {1, 1};
    std::optional<ImageSamples> alpha; ///< JPX with /SMaskInData 1.
};

/// Reads the samples of an image through whatever filters it has. Throws Unprovable: "image_too_large",
/// "external_stream", "image_premultiplied".
class ImageReader
{
public:
    ImageReader(QPDF &pdf, qint64 mostBytes);

    /// Nothing when it is damaged or of an unknown kind.
    std::optional<ReadImage> read(QPDFObjectHandle image);

    /// What its filters give before they fail, which may be nothing; nullopt when one of them is unknown.
    std::optional<QByteArray> readable(QPDFObjectHandle image);

    /// "/DCTDecode", "/JPXDecode", "/JBIG2Decode" or "/CCITTFaxDecode" if that is the last filter; else empty.
    static std::string coding(QPDFObjectHandle image);

    /// With a coding(): the bytes it was given, behind the filters before it, and its parameters (or null).
    QByteArray codedData(QPDFObjectHandle image);
    static QPDFObjectHandle codingParameters(QPDFObjectHandle image);

    /// Parameters of /CCITTFaxDecode that mean Group 4 with rows packed bit by bit.
    static bool isGroup4(QPDFObjectHandle parameters);

private:
    std::optional<ReadImage> readPlain(QPDFObjectHandle image);
    std::optional<ReadImage> readCoded(QPDFObjectHandle image, const std::string &coding);
    bool adoptJpx(QPDFObjectHandle dictionary, const DecodedImage &decoded, ReadImage &result);
    bool adoptDct(const DecodedImage &decoded, ReadImage &result);
    QPDFObjectHandle colorsOf(const DecodedImage &decoded);
    QByteArray piped(QPDFObjectHandle stream, qint64 expected);

    QPDF &m_pdf;
    qint64 m_mostBytes;
};

} // namespace dw
