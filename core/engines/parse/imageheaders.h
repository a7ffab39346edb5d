#pragma once

#include <QByteArray>
#include <QSize>

#include <optional>

namespace dw {

/// Reads only what says how large a coded image will be, before a decoder is let loose on it.
namespace imageheaders {

struct Jpeg {
    QSize size;
    int components = 0;
    QSize sampling {1, 1}; ///< Largest sampling factors: chroma blocks cover 8 times this.
    bool chromaSubsampled = false;
    int scans = 0;
};

/// From the first frame header; nothing when there is none before the first scan.
std::optional<Jpeg> jpeg(const QByteArray &data);

struct Jbig2 {
    QSize page; ///< Height 0: not known before the end (striped).
    qint64 largestRegion = 0; ///< Pixels.
};

/// From the segments of an embedded stream; `globals` come first.
std::optional<Jbig2> jbig2(const QByteArray &globals, const QByteArray &data);

struct Jpx {
    QSize size;
    int components = 0;
    qint64 tiles = 0;
    bool lossy = false; ///< The irreversible wavelet.
};

/// From the first SIZ and COD markers of the code stream, in its boxes or bare.
std::optional<Jpx> jpx(const QByteArray &data);

} // namespace imageheaders

} // namespace dw
