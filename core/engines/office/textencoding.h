#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>
#include <optional>

struct UConverter;

namespace dw {

enum class TextEncoding { Utf8, Gb18030, Utf16Le, Utf16Be, Big5, Windows1252 };

QString encodingId(TextEncoding encoding); ///< "utf-8", "gb18030", "utf-16le", "utf-16be", "big5", "windows-1252".
std::optional<TextEncoding> encodingFromId(QStringView id); ///< Also "gbk", "gb2312", "utf8".

struct EncodingGuess {
    TextEncoding encoding = TextEncoding::Utf8;
    QString evidence; ///< See TableInfo::encodingEvidence.
    int bomBytes = 0; ///< To skip before the text.
};

/// Judges by byte order mark, NUL pattern, and which encoding the non-ASCII bytes are valid in. Reads on until
/// it has seen some non-ASCII text. Fails with InvalidInput "table.not_text" for binary data.
Result<EncodingGuess> guessEncoding(QIODevice &device);

/// Bytes of a stream to UTF-8. What is invalid becomes U+FFFD, so that the caller finds the row it is in.
class TextDecoder
{
public:
    explicit TextDecoder(TextEncoding encoding);
    ~TextDecoder();
    TextDecoder(const TextDecoder &) = delete;
    TextDecoder &operator=(const TextDecoder &) = delete;

    /// Appends the text of `bytes` to `out`; keeps an unfinished character for the next call unless `isLast`.
    Result<> decode(QByteArrayView bytes, bool isLast, QByteArray &out);

private:
    void decodeUtf8(QByteArrayView bytes, bool isLast, QByteArray &out);

    TextEncoding m_encoding;
    QByteArray m_carry;
    UConverter *m_converter = nullptr;
};

/// Length of the longest valid UTF-8 prefix.
qsizetype validUtf8Prefix(QByteArrayView bytes);

} // namespace dw
