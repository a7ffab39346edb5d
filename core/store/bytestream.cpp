#include "core/store/bytestream.h"

#include <QtEndian>

namespace dw {

ByteWriter &ByteWriter::u8(quint8 value)
{
    m_bytes.append(QByteArrayView(reinterpret_cast<const char *>(&value), 1));
    return *this;
}

ByteWriter &ByteWriter::u32(quint32 value)
{
    const quint32 little = qToLittleEndian(value);
    m_bytes.append(QByteArrayView(reinterpret_cast<const char *>(&little), 4));
    return *this;
}

ByteWriter &ByteWriter::u64(quint64 value)
{
    const quint64 little = qToLittleEndian(value);
    m_bytes.append(QByteArrayView(reinterpret_cast<const char *>(&little), 8));
    return *this;
}

ByteWriter &ByteWriter::raw(QByteArrayView bytes)
{
    m_bytes.append(bytes);
    return *this;
}

ByteWriter &ByteWriter::field(QByteArrayView bytes)
{
    u32(static_cast<quint32>(bytes.size()));
    return raw(bytes);
}

QByteArrayView ByteReader::take(qsizetype size)
{
    if (!m_ok || size < 0 || size > m_rest.size()) {
        m_ok = false;
        return {};
    }
    const QByteArrayView taken = m_rest.first(size);
    m_rest = m_rest.sliced(size);
    return taken;
}

quint8 ByteReader::u8()
{
    const QByteArrayView bytes = take(1);
    return bytes.isEmpty() ? quint8(0) : static_cast<quint8>(bytes.front());
}

quint32 ByteReader::u32()
{
    const QByteArrayView bytes = take(4);
    return bytes.isEmpty() ? 0 : qFromLittleEndian<quint32>(bytes.data());
}

quint64 ByteReader::u64()
{
    const QByteArrayView bytes = take(8);
    return bytes.isEmpty() ? 0 : qFromLittleEndian<quint64>(bytes.data());
}

QByteArray ByteReader::raw(qsizetype size)
{
    return take(size).toByteArray();
}

QByteArray ByteReader::field(qsizetype limit)
{
    const qsizetype size = u32();
    if (size > limit)
        m_ok = false;
    return take(size).toByteArray();
}

SecretBytes ByteReader::secretField(qsizetype limit)
{
    const qsizetype size = u32();
    if (size > limit)
        m_ok = false;
    return SecretBytes::copyOf(take(size));
}

quint32 ByteReader::count(quint32 limit)
{
    const quint32 value = u32();
    if (value <= limit)
        return value;
    m_ok = false;
    return 0;
}

QByteArray contextBytes(QByteArrayView purpose, std::initializer_list<QByteArray> parts)
{
    ByteWriter writer;
    writer.raw("dealward 1 ").field(purpose);
    for (const QByteArray &part : parts)
        writer.field(part);
    return writer.bytes();
}

} // namespace dw
