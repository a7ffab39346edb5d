#pragma once

#include "core/base/result.h"
#include "core/base/secretbytes.h"

#include <QByteArray>

namespace dw {

/// Writes the vault's binary files: little endian, every variable field with its length before it, so that two
/// different contents never give the same bytes. Keeps what it writes in wiped memory.
class ByteWriter
{
public:
    ByteWriter &u8(quint8 value);
    ByteWriter &u32(quint32 value);
    ByteWriter &u64(quint64 value);
    ByteWriter &raw(QByteArrayView bytes); ///< Without a length.
    ByteWriter &field(QByteArrayView bytes); ///< With its length (32 bits).
    ByteWriter &field(const SecretBytes &bytes) { return field(bytes.view()); }

    QByteArray bytes() const { return m_bytes.view().toByteArray(); }
    const SecretBytes &secret() const { return m_bytes; }

private:
    SecretBytes m_bytes;
};

/// Reads them back. After a failure everything reads as zero and ok() is false: check once, at the end.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    quint8 u8();
    quint32 u32();
    quint64 u64();
    QByteArray raw(qsizetype size);
    QByteArray field(qsizetype limit = 1 << 20);
    SecretBytes secretField(qsizetype limit = 1 << 16);
    quint32 count(quint32 limit); ///< A number of elements; more than `limit` is a failure.

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_ok && m_rest.isEmpty(); }

private:
    QByteArrayView take(qsizetype size);

    QByteArrayView m_rest;
    bool m_ok = true;
};

/// Names a purpose and a place for AEAD and signatures: ("envelope", {vault, level, epoch, user, grantor}).
QByteArray contextBytes(QByteArrayView purpose, std::initializer_list<QByteArray> parts);

} // namespace dw
