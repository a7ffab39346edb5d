#pragma once

#include <QByteArray>
#include <QMap>
#include <QSize>

#include <tl/expected.hpp>

namespace dw {

/// The bytes of an image behind the one filter that is a picture coding.
struct CodedImage {
    enum class Coding { Dct, Jpx, Jbig2, Ccitt };
    Coding coding = Coding::Dct;
    QByteArray data;
    QByteArray globals; ///< JBIG2 segments shared by several images; may be empty.
    QMap<QByteArray, int> parameters; ///< /DecodeParms without the slash; booleans as 0 and 1.
    QSize size; ///< As the image's dictionary says; what JBIG2 and CCITT are fitted to.
    bool palette = false; ///< JPX: the colour space is Indexed, so a palette in the coded data is not applied.
    qint64 budget = 0; ///< Most bytes of decoded samples.
};

/// Samples as they were coded: rows padded to bytes, components side by side, the high byte of 16 bits first.
struct DecodedImage {
    enum class Colors { Unknown, Gray, Rgb, Cmyk, Profile };
    QSize size;
    int components = 1;
    int bits = 8; ///< 1, 2, 4, 8 or 16.
    bool rescaled = false; ///< The samples had another depth (JPX): a colour key no longer fits them.
    QByteArray samples;

    // The rest says how far one sample's coding reaches into its neighbours.
    QSize block {1, 1}; ///< Of 8 x 8 for DCT and for JPX with losses.
    QSize chromaBlock {1, 1}; ///< DCT with fewer samples of colour than of brightness: larger than `block`.

    // Only for JPX.
    Colors colors = Colors::Unknown;
    QByteArray profile; ///< ICC, for Colors::Profile.
    QByteArray alpha; ///< One component of alphaBits, same size; empty if there is none.
    int alphaBits = 8;
    bool premultiplied = false;
};

/// Decodes what qpdf cannot: DCT, JBIG2 and CCITT through Poppler's streams, JPX through OpenJPEG (Poppler's answer
/// has 8 bits at most and no components of different size). Nothing is converted to another colour space except
/// YCbCr as the codings themselves say. Sizes are read from the headers before anything is decoded.
namespace imagedecoder {

enum class Failure { Damaged, TooLarge };

tl::expected<DecodedImage, Failure> decode(const CodedImage &image);

} // namespace imagedecoder

} // namespace dw
