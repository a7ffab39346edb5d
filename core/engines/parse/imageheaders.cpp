#include "core/engines/parse/imageheaders.h"

#include <QtEndian>

#include <algorithm>

namespace dw::imageheaders {

namespace {

quint8 byteAt(const QByteArray &data, qsizetype position)
{
    return quint8(data.at(position));
}

quint16 wordAt(const QByteArray &data, qsizetype position)
{
    return qFromBigEndian<quint16>(data.constData() + position);
}

quint32 longAt(const QByteArray &data, qsizetype position)
{
    return qFromBigEndian<quint32>(data.constData() + position);
}

int toInt(quint32 value)
{
    return int(std::min<quint32>(value, 0x7fffffff));
}

bool isFrame(quint8 marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

bool readFrame(const QByteArray &data, qsizetype position, qsizetype length, Jpeg &result)
{
    if (length < 8 || result.components > 0)
        return result.components > 0;
    result.size = QSize(wordAt(data, position + 7), wordAt(data, position + 5));
    const int components = byteAt(data, position + 9);
    if (length < 8 + 3 * components)
        return false;
    QSize smallest(4, 4);
    for (int i = 0; i < components; ++i) {
        const quint8 factors = byteAt(data, position + 11 + 3 * i);
        const QSize sampling(factors >> 4, factors & 15);
        result.sampling = result.sampling.expandedTo(sampling);
        smallest = smallest.boundedTo(sampling);
    }
    result.components = components;
    result.chromaSubsampled = components > 1 && smallest != result.sampling;
    return components > 0 && !result.size.isEmpty();
}

/// One JBIG2 segment header (ISO 14492, 7.2); `position` moves behind it.
struct Segment {
    int type = 0;
    quint32 length = 0;
};

std::optional<Segment> readSegment(const QByteArray &data, qsizetype &position)
{
    const qsizetype start = position;
    if (start + 11 > data.size())
        return std::nullopt;
    const quint32 number = longAt(data, start);
    const quint8 flags = byteAt(data, start + 4);
    qsizetype at = start + 5;
    quint32 referred = byteAt(data, at) >> 5;
    if (referred == 7) {
        referred = longAt(data, at) & 0x1fffffff;
        at += 4 + (qsizetype(referred) + 8) / 8;
    } else {
        ++at;
    }
    const int width = number <= 256 ? 1 : number <= 65536 ? 2 : 4;
    at += qsizetype(referred) * width + ((flags & 0x40) ? 4 : 1);
    if (at < 0 || at + 4 > data.size())
        return std::nullopt;
    position = at + 4;
    return Segment {flags & 63, longAt(data, at)};
}

bool isRegion(int type)
{
    return type == 4 || type == 6 || type == 7 || type == 20 || type == 22 || type == 23 || type == 36 || type == 38 || type == 39
        || type == 40 || type == 42 || type == 43;
}

void readSegments(const QByteArray &data, Jbig2 &result)
{
    qsizetype position = 0;
    while (const std::optional<Segment> segment = readSegment(data, position)) {
        if (segment->type == 48 && position + 8 <= data.size()) {
            const quint32 height = longAt(data, position + 4);
            result.page = QSize(toInt(longAt(data, position)), height == 0xffffffff ? 0 : toInt(height));
        }
        if (isRegion(segment->type) && position + 8 <= data.size()) {
            const qint64 pixels = qint64(toInt(longAt(data, position))) * toInt(longAt(data, position + 4));
            result.largestRegion = std::max(result.largestRegion, pixels);
        }
        if (segment->length == 0xffffffff || qsizetype(segment->length) > data.size() - position)
            return; // of unknown length: only the last one of a stream may be
        position += qsizetype(segment->length);
    }
}

} // namespace

std::optional<Jpeg> jpeg(const QByteArray &data)
{
    Jpeg result;
    qsizetype position = data.indexOf("\xff\xd8");
    if (position < 0)
        return std::nullopt;
    position += 2;
    while (position + 4 <= data.size()) {
        // Scans' data and fill bytes are passed over: what follows 0xff there is 0, a restart or a marker.
        const quint8 marker = byteAt(data, position + 1);
        const bool alone = marker == 0 || marker == 0xff || marker == 1 || (marker >= 0xd0 && marker <= 0xd8);
        if (byteAt(data, position) != 0xff || alone) {
            position = data.indexOf('\xff', position + (marker == 0xff ? 1 : 2));
            if (position < 0)
                break;
            continue;
        }
        if (marker == 0xd9)
            break;
        const qsizetype length = wordAt(data, position + 2);
        if (length < 2 || position + 2 + length > data.size())
            break;
        if (isFrame(marker) && !readFrame(data, position, length, result))
            return std::nullopt;
        result.scans += marker == 0xda;
        position += 2 + length;
    }
    return result.components > 0 ? std::optional(result) : std::nullopt;
}

std::optional<Jbig2> jbig2(const QByteArray &globals, const QByteArray &data)
{
    Jbig2 result;
    readSegments(globals, result);
    readSegments(data, result);
    return result.page.width() > 0 ? std::optional(result) : std::nullopt;
}

std::optional<Jpx> jpx(const QByteArray &data)
{
    const qsizetype start = data.indexOf(QByteArray::fromHex("ff4fff51"));
    if (start < 0 || start + 42 > data.size())
        return std::nullopt;
    const qsizetype siz = start + 4;
    const qint64 width = qint64(longAt(data, siz + 4)) - longAt(data, siz + 12);
    const qint64 height = qint64(longAt(data, siz + 8)) - longAt(data, siz + 16);
    const qint64 tileWidth = longAt(data, siz + 20);
    const qint64 tileHeight = longAt(data, siz + 24);
    if (width <= 0 || height <= 0 || width > 0x7fffffff || height > 0x7fffffff || tileWidth == 0 || tileHeight == 0)
        return std::nullopt;
    Jpx result;
    result.size = QSize(int(width), int(height));
    result.components = wordAt(data, siz + 36);
    result.tiles = (width / tileWidth + 1) * (height / tileHeight + 1);
    // The main header's marker segments follow one another up to the first tile part.
    qsizetype position = siz + wordAt(data, siz);
    while (position + 14 <= data.size() && byteAt(data, position) == 0xff && byteAt(data, position + 1) != 0x90) {
        if (byteAt(data, position + 1) == 0x52)
            result.lossy = byteAt(data, position + 13) == 0;
        position += 2 + wordAt(data, position + 2);
    }
    return result;
}

} // namespace dw::imageheaders
