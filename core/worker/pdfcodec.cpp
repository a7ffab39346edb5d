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

void append(QByteArray &bytes, const QRectF &rect)
{
    for (const double value : {rect.left(), rect.top(), rect.width(), rect.height()}) {
        char raw[sizeof(float)];
        qToLittleEndian(static_cast<float>(value), raw);
        bytes.append(raw, sizeof raw);
    }
}

bool readRect(const QByteArray &bytes, qsizetype index, QRectF &rect)
{
    double value[4];
    for (int i = 0; i < 4; ++i) {
        value[i] = double(qFromLittleEndian<float>(bytes.constData() + index * rectSize + i * qsizetype(sizeof(float))));
        if (!std::isfinite(value[i]) || std::abs(value[i]) > largestCoordinate)
            return false;
    }
    rect = QRectF(value[0], value[1], value[2], value[3]);
    return true;
}

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

QCborArray write(const PdfPageText &text)
{
    QCborArray array;
    for (const PdfWord &word : text.words) {
        QByteArray rects;
        append(rects, word.rect);
        for (const QRectF &rect : word.charRects)
            append(rects, rect);
        const int flags = (word.spaceAfter ? 1 : 0) | (word.lineEnd ? 2 : 0);
        array.append(QCborArray {word.text, word.rotation, flags, rects});
    }
    return array;
}

Result<PdfPageText> readText(const QCborArray &array, const PdfPageInfo &info)
{
    PdfPageText text;
    if (array.size() > mostWords)
        return untrue();
    for (const QCborValue &value : array) {
        const QCborArray fields = value.toArray();
        PdfWord word;
        word.text = fields.at(0).toString();
        word.rotation = int(fields.at(1).toInteger(-1));
        word.spaceAfter = fields.at(2).toInteger() & 1;
        word.lineEnd = fields.at(2).toInteger() & 2;
        const QByteArray rects = fields.at(3).toByteArray();
        if (word.rotation < 0 || word.rotation >= 360 || word.text.size() > longestWord
            || rects.size() != (word.text.size() + 1) * rectSize || !readRect(rects, 0, word.rect))
            return untrue();
        word.charRects.resize(word.text.size());
        for (qsizetype i = 0; i < word.text.size(); ++i) {
            if (!readRect(rects, i + 1, word.charRects[i]))
                return untrue();
        }
        word.userRect = info.toUser(word.rect);
        text.words.append(word);
    }
    return text;
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
