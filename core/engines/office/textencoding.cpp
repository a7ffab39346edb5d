#include "core/engines/office/textencoding.h"

#include <unicode/ucnv.h>

#include <array>
#include <cstring>

namespace dw {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sampleBytes = 256 << 10;
constexpr QByteArrayView replacement = "\xEF\xBF\xBD";

uchar at(QByteArrayView bytes, qsizetype i)
{
    return static_cast<uchar>(bytes[i]);
}

/// Length of the valid UTF-8 sequence at `i`; 0 if invalid, -1 if the bytes end within a so far valid one.
int utf8Sequence(QByteArrayView bytes, qsizetype i)
{
    const uchar lead = at(bytes, i);
    if (lead < 0x80)
        return 1;
    int length = 0;
    uchar low = 0x80;
    uchar high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        low = lead == 0xE0 ? 0xA0 : 0x80; // no overlong forms
        high = lead == 0xED ? 0x9F : 0xBF; // no surrogates
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        low = lead == 0xF0 ? 0x90 : 0x80;
        high = lead == 0xF4 ? 0x8F : 0xBF;
    } else {
        return 0;
    }
    for (int k = 1; k < length; ++k) {
        if (i + k >= bytes.size())
            return -1;
        const uchar trail = at(bytes, i + k);
        if (trail < low || trail > high)
            return 0;
        low = 0x80;
        high = 0xBF;
    }
    return length;
}

/// The same for GB18030 by its structure: GB 18030-2022, clause 6 (one, two and four bytes).
int gbSequence(QByteArrayView bytes, qsizetype i)
{
    const uchar lead = at(bytes, i);
    if (lead < 0x80)
        return 1;
    if (lead == 0x80 || lead == 0xFF)
        return 0;
    if (i + 1 >= bytes.size())
        return -1;
    const uchar second = at(bytes, i + 1);
    if (second >= 0x40 && second != 0x7F && second != 0xFF)
        return 2;
    if (second < 0x30 || second > 0x39)
        return 0;
    if (i + 3 >= bytes.size())
        return -1;
    const uchar third = at(bytes, i + 2);
    const uchar fourth = at(bytes, i + 3);
    return third >= 0x81 && third <= 0xFE && fourth >= 0x30 && fourth <= 0x39 ? 4 : 0;
}

struct Tally {
    qint64 good = 0; ///< Non-ASCII characters.
    qint64 bad = 0;
};

Tally tally(QByteArrayView sample, int (*sequence)(QByteArrayView, qsizetype))
{
    Tally count;
    for (qsizetype i = 0; i < sample.size();) {
        const int length = sequence(sample, i);
        if (length < 0)
            break; // the sample ends here, not the file
        if (length == 0)
            ++count.bad;
        else if (length > 1)
            ++count.good;
        i += qMax(1, length);
    }
    return count;
}

bool isAscii(QByteArrayView bytes)
{
    qsizetype i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        quint64 word = 0;
        std::memcpy(&word, bytes.data() + i, 8);
        if (word & 0x8080808080808080ULL)
            return false;
    }
    for (; i < bytes.size(); ++i) {
        if (at(bytes, i) >= 0x80)
            return false;
    }
    return true;
}

/// UTF-16 without a mark: delimiters, digits and line ends have a NUL on one side, and only there.
std::optional<TextEncoding> guessUtf16(QByteArrayView sample)
{
    qint64 even = 0;
    qint64 odd = 0;
    for (qsizetype i = 0; i < sample.size(); ++i) {
        if (sample[i] == 0)
            ++(i % 2 == 0 ? even : odd);
    }
    const qint64 enough = qMax<qint64>(2, sample.size() / 50);
    if (odd >= enough && even <= odd / 20)
        return TextEncoding::Utf16Le;
    if (even >= enough && odd <= even / 20)
        return TextEncoding::Utf16Be;
    return std::nullopt;
}

std::optional<EncodingGuess> guessByMark(QByteArrayView head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        return EncodingGuess {TextEncoding::Utf8, u"bom"_s, 3};
    if (head.startsWith("\x84\x31\x95\x33"))
        return EncodingGuess {TextEncoding::Gb18030, u"bom"_s, 4};
    if (head.startsWith("\xFF\xFE"))
        return EncodingGuess {TextEncoding::Utf16Le, u"bom"_s, 2};
    if (head.startsWith("\xFE\xFF"))
        return EncodingGuess {TextEncoding::Utf16Be, u"bom"_s, 2};
    return std::nullopt;
}

/// Western text read as GB18030 pairs an accented letter with a plain one: trail bytes below 0x80, which
/// Chinese text hardly ever has.
bool looksWestern(QByteArrayView sample)
{
    qint64 low = 0;
    qint64 pairs = 0;
    for (qsizetype i = 0; i + 1 < sample.size();) {
        const int length = gbSequence(sample, i);
        if (length == 2) {
            ++pairs;
            low += at(sample, i + 1) < 0x80;
        }
        i += qMax(1, length);
    }
    return pairs == 0 || low * 2 > pairs;
}

/// Length of the Big5 sequence at `i` (lead A1-F9; trail 40-7E, A1-FE) as utf8Sequence() tells it.
int big5Sequence(QByteArrayView bytes, qsizetype i)
{
    const uchar lead = at(bytes, i);
    if (lead < 0x80)
        return 1;
    if (lead < 0xA1 || lead > 0xF9)
        return 0;
    if (i + 1 >= bytes.size())
        return -1;
    const uchar trail = at(bytes, i + 1);
    return (trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE) ? 2 : 0;
}

/// How many of the pairs are characters that text is made of: of GB 2312 its symbols and first level (B0-D7), of Big5 its
/// symbols and frequent characters (A4-C6). Text read in the wrong one of the two has many that are not.
double usualPairs(QByteArrayView sample, TextEncoding encoding)
{
    qint64 usual = 0;
    qint64 pairs = 0;
    const bool isBig5 = encoding == TextEncoding::Big5;
    for (qsizetype i = 0; i + 1 < sample.size();) {
        const int length = isBig5 ? big5Sequence(sample, i) : gbSequence(sample, i);
        if (length >= 2) {
            const uchar lead = at(sample, i);
            ++pairs;
            if (isBig5)
                usual += lead <= 0xC6 && lead != 0xA3;
            else
                usual += length == 2 && at(sample, i + 1) >= 0xA1 && ((lead >= 0xA1 && lead <= 0xA3) || (lead >= 0xB0 && lead <= 0xD7));
        }
        i += qMax(1, length);
    }
    return pairs == 0 ? 0 : static_cast<double>(usual) / static_cast<double>(pairs);
}

bool looksBig5(QByteArrayView sample)
{
    if (tally(sample, big5Sequence).bad > 0)
        return false;
    const double big5 = usualPairs(sample, TextEncoding::Big5);
    return big5 >= 0.9 && big5 > usualPairs(sample, TextEncoding::Gb18030) + 0.1;
}

EncodingGuess judge(QByteArrayView sample)
{
    const Tally utf8 = tally(sample, utf8Sequence);
    const Tally gb = tally(sample, gbSequence);
    // Chinese in GB18030 is valid UTF-8 by chance only in a few characters; the reverse is common.
    if (utf8.bad == 0)
        return {TextEncoding::Utf8, u"utf8_valid"_s, 0};
    if (utf8.bad * 20 > utf8.good && looksBig5(sample))
        return {TextEncoding::Big5, u"big5_valid"_s, 0};
    if (utf8.bad * 20 > utf8.good && looksWestern(sample))
        return {TextEncoding::Windows1252, u"western"_s, 0};
    if (gb.bad == 0 && utf8.bad * 20 > utf8.good)
        return {TextEncoding::Gb18030, u"gb18030_valid"_s, 0};
    if (utf8.bad * (gb.good + 1) <= gb.bad * (utf8.good + 1) || utf8.bad * 20 <= utf8.good)
        return {TextEncoding::Utf8, u"utf8_mostly"_s, 0};
    return {TextEncoding::Gb18030, u"gb18030_mostly"_s, 0};
}

} // namespace

QString encodingId(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return u"utf-8"_s;
    case TextEncoding::Gb18030:
        return u"gb18030"_s;
    case TextEncoding::Utf16Le:
        return u"utf-16le"_s;
    case TextEncoding::Utf16Be:
        return u"utf-16be"_s;
    case TextEncoding::Big5:
        return u"big5"_s;
    case TextEncoding::Windows1252:
        return u"windows-1252"_s;
    }
    return {};
}

std::optional<TextEncoding> encodingFromId(QStringView id)
{
    const QString name = id.toString().toLower();
    if (name == "utf-8"_L1 || name == "utf8"_L1)
        return TextEncoding::Utf8;
    if (name == "gb18030"_L1 || name == "gbk"_L1 || name == "gb2312"_L1)
        return TextEncoding::Gb18030;
    if (name == "utf-16le"_L1 || name == "utf-16"_L1)
        return TextEncoding::Utf16Le;
    if (name == "utf-16be"_L1)
        return TextEncoding::Utf16Be;
    if (name == "big5"_L1)
        return TextEncoding::Big5;
    if (name == "windows-1252"_L1 || name == "latin1"_L1)
        return TextEncoding::Windows1252;
    return std::nullopt;
}

qsizetype validUtf8Prefix(QByteArrayView bytes)
{
    qsizetype i = 0;
    while (i < bytes.size()) {
        // Eight ASCII bytes at a time: most of a client list is digits and delimiters.
        quint64 word = 0;
        if (i + 8 <= bytes.size()) {
            std::memcpy(&word, bytes.data() + i, 8);
            if (!(word & 0x8080808080808080ULL)) {
                i += 8;
                continue;
            }
        }
        const int length = utf8Sequence(bytes, i);
        if (length <= 0)
            break;
        i += length;
    }
    return i;
}

Result<EncodingGuess> guessEncoding(QIODevice &device)
{
    if (!device.seek(0))
        return fail(ErrorCode::Io, u"table.unreadable"_s);
    QByteArray sample = device.read(sampleBytes);
    if (sample.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)) || sample.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return fail(ErrorCode::Unsupported, u"table.encoding_unsupported"_s, {u"UTF-32"_s});
    if (const auto marked = guessByMark(sample))
        return *marked;
    if (sample.contains('\0')) {
        if (const auto utf16 = guessUtf16(sample))
            return EncodingGuess {*utf16, u"nul_bytes"_s, 0};
        // A stray NUL is a damaged row; many are no text at all.
        if (sample.count('\0') > qMax<qsizetype>(8, sample.size() / 1000))
            return fail(ErrorCode::InvalidInput, u"table.not_text"_s);
    }
    while (isAscii(sample)) {
        sample = device.read(sampleBytes);
        if (sample.isEmpty())
            return EncodingGuess {TextEncoding::Utf8, u"ascii"_s, 0};
    }
    // From the first byte above ASCII: a character starts there in every encoding judged.
    qsizetype start = 0;
    while (at(sample, start) < 0x80)
        ++start;
    QByteArray judged = sample.mid(start);
    judged.append(device.read(sampleBytes));
    return judge(judged);
}

TextDecoder::TextDecoder(TextEncoding encoding)
    : m_encoding(encoding)
{
    if (encoding == TextEncoding::Utf8)
        return;
    UErrorCode status = U_ZERO_ERROR;
    m_converter = ucnv_open(encodingId(encoding).toLatin1().constData(), &status);
    if (U_FAILURE(status))
        m_converter = nullptr;
}

TextDecoder::~TextDecoder()
{
    if (m_converter)
        ucnv_close(m_converter);
}

void TextDecoder::decodeUtf8(QByteArrayView bytes, bool isLast, QByteArray &out)
{
    QByteArray joined;
    if (!m_carry.isEmpty()) {
        joined = m_carry + bytes.toByteArray();
        m_carry.clear();
        bytes = joined;
    }
    while (!bytes.isEmpty()) {
        const qsizetype good = validUtf8Prefix(bytes);
        out.append(bytes.first(good));
        bytes = bytes.sliced(good);
        if (bytes.isEmpty())
            return;
        const bool isUnfinished = utf8Sequence(bytes, 0) < 0;
        if (isUnfinished && !isLast) {
            m_carry = bytes.toByteArray();
            return;
        }
        out.append(replacement);
        bytes = bytes.sliced(1);
    }
}

Result<> TextDecoder::decode(QByteArrayView bytes, bool isLast, QByteArray &out)
{
    if (m_encoding == TextEncoding::Utf8) {
        decodeUtf8(bytes, isLast, out);
        return {};
    }
    if (!m_converter)
        return fail(ErrorCode::Unsupported, u"table.encoding_unsupported"_s, {encodingId(m_encoding)});
    const char *source = bytes.data();
    const char *const end = source + bytes.size();
    // Gathered whole before it becomes UTF-8: a surrogate pair may straddle two rounds.
    QString text;
    std::array<UChar, 4096> units {};
    for (;;) {
        UChar *target = units.data();
        UErrorCode status = U_ZERO_ERROR;
        ucnv_toUnicode(
            m_converter, &target, units.data() + units.size(), &source, end, nullptr, isLast, &status);
        text.append(QStringView(units.data(), target - units.data()));
        if (status == U_BUFFER_OVERFLOW_ERROR)
            continue;
        if (U_FAILURE(status))
            return fail(ErrorCode::Corrupt, u"table.undecodable"_s, {encodingId(m_encoding)});
        out.append(text.toUtf8());
        return {};
    }
}

} // namespace dw
