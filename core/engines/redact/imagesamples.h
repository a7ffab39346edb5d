#pragma once

#include <QByteArray>
#include <QPoint>
#include <QSize>

#include <vector>

namespace dw {

/// One sample of each component, as stored (before /Decode).
using ImagePixel = std::vector<quint32>;

/// An image's samples as PDF stores them: 1, 2, 4, 8 or 16 bits for each component, components side by side, rows
/// padded to bytes. Reads and writes single samples; nothing else is touched.
class ImageSamples
{
public:
    ImageSamples() = default;

    /// `bytes` too short are filled up with ones, too long ones are cut.
    ImageSamples(QSize size, int components, int bits, QByteArray bytes);

    /// -1 when a number is out of its range.
    static qint64 byteCount(QSize size, int components, int bits);

    QSize size() const { return m_size; }
    int components() const { return m_components; }
    int bits() const { return m_bits; }
    quint32 largest() const { return (1U << m_bits) - 1; }
    const QByteArray &bytes() const { return m_bytes; }

    quint32 at(int x, int y, int component) const;
    ImagePixel pixel(int x, int y) const;
    void setPixel(int x, int y, const ImagePixel &value);
    void copyPixel(QPoint from, QPoint to);

    /// All pixels are the same: there is nothing to see, hence nothing to hide.
    bool isUniform() const;

    /// Each pixel repeated.
    ImageSamples enlarged(QSize factors) const;

    /// Some of the components.
    ImageSamples component(int first, int count) const;

private:
    void set(int x, int y, int component, quint32 value);

    QSize m_size;
    int m_components = 1;
    int m_bits = 8;
    qsizetype m_rowBytes = 0;
    QByteArray m_bytes;
};

} // namespace dw
