#include "core/worker/pdfcodec.h"

#include <QCborValue>
#include <QtEndian>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dw::pdfcodec {

namespace {

constexpr qsizetype mostPages = 20'000;
constexpr qsizetype mostWords = 1'000'000;
constexpr qsizetype longestWord = 100'000;
constexpr double largestCoordinate = 1e7;
constexpr qsizetype rectSize = 4 * sizeof(float);

tl::unexpected<Error> untrue()
{
    return fail(ErrorCode::Corrupt, u"worker.protocol"_s);
}

enum Flag { SpaceAfter = 1, LineEnd = 2, Row = 4 };

constexpr qsizetype leastWord = 8 + rectSize;

/// Whether the characters stand side by side, as high as their word: their edges are enough then.
bool areInARow(const PdfWord &word)
{
    const QList<QRectF> &rects = word.charRects;
    for (qsizetype i = 0; i < rects.size(); ++i) {
        const bool isAsHigh = rects[i].top() == word.rect.top() && rects[i].height() == word.rect.height();
        if (!isAsHigh || (i > 0 && std::abs(rects[i].left() - rects[i - 1].right()) > 1e-6))
            return false;
    }
    return !rects.isEmpty();
}

/// Numbers one behind the other, little endian.
struct PackedWriter {
    QByteArray bytes; ///< Large enough for all.
    qsizetype size = 0; ///< Of what has been written.

    template <typename Number>
    void put(Number value)
    {
        qToLittleEndian(value, bytes.data() + size);
        size += qsizetype(sizeof value);
    }
    void put(const QRectF &rect)
    {
        for (const double value : {rect.left(), rect.top(), rect.width(), rect.height()})
            put(static_cast<float>(value));
    }
    void put(const QString &text)
    {
        qToLittleEndian<char16_t>(text.utf16(), text.size(), bytes.data() + size);
        size += 2 * text.size();
    }
};

/// Reads them back; what is missing or no coordinate is 0 and isGood() says so.
class PackedReader
{
public:
    explicit PackedReader(const QByteArray &bytes)
        : m_at(bytes.constData())
        , m_end(bytes.constData() + bytes.size())
    {
    }

    bool has(qsizetype count) const { return m_end - m_at >= count; }
    bool isAtEnd() const { return m_at == m_end; }
    bool isGood() const { return m_isGood; }

    template <typename Number>
    Number number()
    {
        if (!has(sizeof(Number))) {
            m_isGood = false;
            return {};
        }
        const auto value = qFromLittleEndian<Number>(m_at);
        m_at += sizeof(Number);
        return value;
    }
    double coordinate()
    {
        const auto value = double(number<float>());
        m_isGood = m_isGood && std::abs(value) <= largestCoordinate; // not so of a NaN
        return m_isGood ? value : 0;
    }
    QRectF rect()
    {
        const double left = coordinate();
        const double top = coordinate();
        const double width = coordinate();
        return {left, top, width, coordinate()};
    }
    QString text(qsizetype length)
    {
        QString text(length, Qt::Uninitialized);
        qFromLittleEndian<char16_t>(m_at, length, text.data());
        m_at += 2 * length;
        return text;
    }

private:
    const char *m_at;
    const char *const m_end;
    bool m_isGood = true;
};

QCborArray writeBox(const QRectF &box)
{
    return {box.left(), box.top(), box.right(), box.bottom()};
}

bool readBox(const QCborValue &value, QRectF &box)
{
    const QCborArray array = value.toArray();
    double n[4];
    for (int i = 0; i < 4; ++i) {
        n[i] = array.at(i).toDouble(std::nan(""));
        if (!std::isfinite(n[i]) || std::abs(n[i]) > largestCoordinate)
            return false;
    }
    box = QRectF(QPointF(n[0], n[1]), QPointF(n[2], n[3]));
    return box.width() > 0 && box.height() > 0;
}

} // namespace

QCborArray write(const QList<PdfPageInfo> &pages)
{
    QCborArray array;
    for (const PdfPageInfo &page : pages)
        array.append(QCborArray {writeBox(page.mediaBox), writeBox(page.cropBox), page.rotation, page.userUnit});
    return array;
}

Result<QList<PdfPageInfo>> readPages(const QCborArray &array)
{
    QList<PdfPageInfo> pages;
    if (array.isEmpty() || array.size() > mostPages)
        return untrue();
    for (const QCborValue &value : array) {
        const QCborArray fields = value.toArray();
        PdfPageInfo page;
        page.rotation = int(fields.at(2).toInteger(-1));
        page.userUnit = fields.at(3).toDouble();
        const bool sane = readBox(fields.at(0), page.mediaBox) && readBox(fields.at(1), page.cropBox)
            && page.rotation >= 0 && page.rotation < 360 && page.rotation % 90 == 0 && page.userUnit >= 0.01
            && page.userUnit <= 10'000;
        if (!sane)
            return untrue();
        pages.append(page);
    }
    return pages;
}

QByteArray write(const PdfPageText &text)
{
    PackedWriter out;
    qsizetype most = qsizetype(sizeof(quint32));
    for (const PdfWord &word : text.words)
        most += leastWord + 2 * word.text.size() + rectSize * (word.charRects.size() + 1);
    out.bytes.resize(most);
    out.put(quint32(text.words.size()));
    for (const PdfWord &word : text.words) {
        const bool isRow = areInARow(word);
        out.put(quint32(word.text.size()));
        out.put(quint16(word.rotation));
        out.put(quint16((word.spaceAfter ? SpaceAfter : 0) | (word.lineEnd ? LineEnd : 0) | (isRow ? Row : 0)));
        out.put(word.rect);
        out.put(word.text);
        if (isRow) {
            for (const QRectF &rect : word.charRects)
                out.put(float(rect.left()));
            out.put(float(word.charRects.last().right()));
        } else {
            for (const QRectF &rect : word.charRects)
                out.put(rect);
        }
    }
    out.bytes.truncate(out.size);
    return out.bytes;
}

Result<PdfPageText> readText(const QByteArray &packed, const PdfPageInfo &info)
{
    PackedReader in(packed);
    PdfPageText text;
    const quint32 count = in.number<quint32>();
    if (count > mostWords || count * leastWord > packed.size())
        return untrue();
    text.words.reserve(qsizetype(count));
    for (quint32 i = 0; i < count; ++i) {
        PdfWord word;
        const auto length = qsizetype(in.number<quint32>());
        word.rotation = in.number<quint16>();
        const int flags = in.number<quint16>();
        word.spaceAfter = flags & SpaceAfter;
        word.lineEnd = flags & LineEnd;
        word.rect = in.rect();
        const bool isRow = flags & Row;
        const qsizetype places = isRow ? (length + 1) * qsizetype(sizeof(float)) : length * rectSize;
        if (word.rotation >= 360 || length > longestWord || (isRow && length == 0) || !in.has(2 * length + places))
            return untrue();
        word.text = in.text(length);
        word.charRects.reserve(length);
        double left = isRow ? in.coordinate() : 0;
        for (qsizetype c = 0; c < length; ++c) {
            const double right = isRow ? in.coordinate() : 0;
            word.charRects.append(isRow ? QRectF(left, word.rect.top(), right - left, word.rect.height()) : in.rect());
            left = right;
        }
        word.userRect = info.toUser(word.rect);
        text.words.append(std::move(word));
    }
    return in.isGood() && in.isAtEnd() ? Result<PdfPageText>(std::move(text)) : untrue();
}

QCborMap write(const PdfPicture &picture)
{
    return {{u"width"_s, picture.width}, {u"height"_s, picture.height}, {u"rgb"_s, picture.rgb}};
}

Result<PdfPicture> readPicture(const QCborMap &map)
{
    constexpr qint64 mostPixels = 64'000'000 + 100'000;
    PdfPicture picture;
    const qint64 width = map.value("width"_L1).toInteger();
    const qint64 height = map.value("height"_L1).toInteger();
    picture.rgb = map.value("rgb"_L1).toByteArray();
    if (width <= 0 || height <= 0 || width > 40'000 || height > 40'000 || width * height > mostPixels
        || picture.rgb.size() != width * height * 3)
        return untrue();
    picture.width = int(width);
    picture.height = int(height);
    return picture;
}

} // namespace dw::pdfcodec
