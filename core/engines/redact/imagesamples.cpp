#include "core/engines/redact/imagesamples.h"

#include <limits>

namespace dw {

ImageSamples::ImageSamples(QSize size, int components, int bits, QByteArray bytes)
    : m_size(size)
    , m_components(components)
    , m_bits(bits)
    , m_rowBytes((qsizetype(size.width()) * components * bits + 7) / 8)
    , m_bytes(std::move(bytes))
{
    const qsizetype length = m_rowBytes * size.height();
    if (m_bytes.size() < length)
        m_bytes.append(length - m_bytes.size(), '\xff');
    m_bytes.truncate(length);
}

qint64 ImageSamples::byteCount(QSize size, int components, int bits)
{
    if (size.width() <= 0 || size.height() <= 0 || components <= 0 || components > 64 || bits <= 0 || bits > 16)
        return -1;
    const qint64 row = (qint64(size.width()) * components * bits + 7) / 8;
    return row > std::numeric_limits<qint64>::max() / size.height() ? -1 : row * size.height();
}

quint32 ImageSamples::at(int x, int y, int component) const
{
    const auto *const row = reinterpret_cast<const uchar *>(m_bytes.constData()) + m_rowBytes * y;
    const qsizetype index = qsizetype(x) * m_components + component;
    if (m_bits == 8)
        return row[index];
    if (m_bits == 16)
        return quint32(row[index * 2] << 8 | row[index * 2 + 1]);
    const qsizetype bit = index * m_bits;
    return quint32(row[bit / 8] >> (8 - m_bits - bit % 8)) & largest();
}

void ImageSamples::set(int x, int y, int component, quint32 value)
{
    auto *const row = reinterpret_cast<uchar *>(m_bytes.data()) + m_rowBytes * y;
    const qsizetype index = qsizetype(x) * m_components + component;
    if (m_bits == 8) {
        row[index] = uchar(value);
    } else if (m_bits == 16) {
        row[index * 2] = uchar(value >> 8);
        row[index * 2 + 1] = uchar(value);
    } else {
        const qsizetype bit = index * m_bits;
        const int shift = int(8 - m_bits - bit % 8);
        row[bit / 8] = uchar((row[bit / 8] & ~(largest() << shift)) | ((value & largest()) << shift));
    }
}

ImagePixel ImageSamples::pixel(int x, int y) const
{
    ImagePixel result(std::size_t(m_components), 0);
    for (int i = 0; i < m_components; ++i)
        result[std::size_t(i)] = at(x, y, i);
    return result;
}

void ImageSamples::setPixel(int x, int y, const ImagePixel &value)
{
    for (int i = 0; i < m_components; ++i)
        set(x, y, i, value[std::size_t(i)]);
}

void ImageSamples::copyPixel(QPoint from, QPoint to)
{
    for (int i = 0; i < m_components; ++i)
        set(to.x(), to.y(), i, at(from.x(), from.y(), i));
}

bool ImageSamples::isUniform() const
{
    for (int y = 0; y < m_size.height(); ++y) {
        for (int x = 0; x < m_size.width(); ++x) {
            for (int i = 0; i < m_components; ++i) {
                if (at(x, y, i) != at(0, 0, i))
                    return false;
            }
        }
    }
    return true;
}

ImageSamples ImageSamples::enlarged(QSize factors) const
{
    const QSize size(m_size.width() * factors.width(), m_size.height() * factors.height());
    ImageSamples result(size, m_components, m_bits, QByteArray(qsizetype(byteCount(size, m_components, m_bits)), '\0'));
    for (int y = 0; y < size.height(); ++y) {
        if (y % factors.height() != 0) {
            result.m_bytes.replace(y * result.m_rowBytes, result.m_rowBytes,
                result.m_bytes.mid((y - 1) * result.m_rowBytes, result.m_rowBytes));
            continue;
        }
        for (int x = 0; x < size.width(); ++x) {
            for (int i = 0; i < m_components; ++i)
                result.set(x, y, i, at(x / factors.width(), y / factors.height(), i));
        }
    }
    return result;
}

ImageSamples ImageSamples::component(int first, int count) const
{
    ImageSamples result(m_size, count, m_bits, QByteArray(qsizetype(byteCount(m_size, count, m_bits)), '\0'));
    for (int y = 0; y < m_size.height(); ++y) {
        for (int x = 0; x < m_size.width(); ++x) {
            for (int i = 0; i < count; ++i)
                result.set(x, y, i, at(x, y, first + i));
        }
    }
    return result;
}

} // namespace dw
