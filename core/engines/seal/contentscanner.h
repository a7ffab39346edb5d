#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace dw::seal {

/// Reads the tokens of a content stream (ISO 32000-1, 7.8.2) one after the other, without building objects. Throws
/// std::runtime_error where the stream breaks off within a token and at an inline image, which no report has.
class ContentScanner
{
public:
    enum Kind { End, Number, Name, Text, Bracket, Operator };

    explicit ContentScanner(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    Kind next();
    QByteArrayView raw() const { return m_bytes.sliced(m_begin, m_at - m_begin); } ///< Of the present token.
    qsizetype begin() const { return m_begin; }
    qsizetype end() const { return m_at; }

    static QByteArray nameOf(QByteArrayView raw); ///< "/F#31" gives "/F1".
    static QByteArray textOf(QByteArrayView raw); ///< Bytes of a literal or hexadecimal string.

private:
    void skipSpace();
    Kind string();
    Kind angle();

    QByteArrayView m_bytes;
    qsizetype m_begin = 0;
    qsizetype m_at = 0;
};

} // namespace dw::seal
