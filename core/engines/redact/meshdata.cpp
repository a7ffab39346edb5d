#include "core/engines/redact/meshdata.h"

#include "core/engines/redact/unprovable.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dw {

namespace {

constexpr std::size_t mostParts = 300'000;

int integer(QPDFObjectHandle dictionary, const char *key)
{
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isInteger() ? int(std::clamp<long long>(value.getIntValue(), 0, 1'000'000)) : 0;
}

void require(bool condition)
{
    if (!condition)
        throw Unprovable {u"mesh"_s};
}

void append(quint64 value, int bytes, std::string &to)
{
    for (int shift = bytes * 8 - 8; shift >= 0; shift -= 8)
        to += char((value >> shift) & 0xff);
}

quint64 encoded(double value, double low, double high, int bits)
{
    const double most = std::pow(2.0, bits) - 1;
    return high == low ? 0 : quint64(std::clamp(std::round((value - low) / (high - low) * most), 0.0, most));
}

} // namespace

MeshData::MeshData(QPDFObjectHandle shading)
{
    require(shading.isStream() && !shading.getDict().hasKey("/F"));
    QPDFObjectHandle dictionary = shading.getDict();
    m_coordinateBits = integer(dictionary, "/BitsPerCoordinate");
    m_componentBits = integer(dictionary, "/BitsPerComponent");
    m_flagBits = integer(dictionary, "/BitsPerFlag");
    m_row = integer(dictionary, "/VerticesPerRow");
    QPDFObjectHandle decode = dictionary.getKey("/Decode");
    require(decode.isArray() && decode.getArrayNItems() >= 6 && decode.getArrayNItems() % 2 == 0 && decode.getArrayNItems() <= 4 + 2 * 32);
    for (QPDFObjectHandle &item : decode.getArrayAsVector()) {
        require(item.isNumber());
        m_decode.push_back(item.getNumericValue());
    }
    m_components = m_decode.size() / 2 - 2;
    require(m_coordinateBits >= 1 && m_coordinateBits <= 32 && m_componentBits >= 1 && m_componentBits <= 16 && m_flagBits <= 8);
    const std::shared_ptr<Buffer> data = shading.getStreamData(qpdf_dl_generalized);
    m_data.assign(reinterpret_cast<const char *>(data->getBuffer()), data->getSize());
}

bool MeshData::atEnd(int count) const
{
    return m_at + std::size_t(count) > m_data.size() * 8;
}

quint32 MeshData::bits(int count)
{
    require(!atEnd(count));
    quint64 value = 0;
    for (int left = count; left > 0;) {
        const int within = int(m_at % 8);
        const int taken = std::min(8 - within, left);
        const unsigned byte = static_cast<unsigned char>(m_data[m_at / 8]);
        value = (value << taken) | ((byte >> (8 - within - taken)) & ((1U << taken) - 1));
        m_at += std::size_t(taken);
        left -= taken;
    }
    return quint32(value);
}

QPointF MeshData::point()
{
    const double most = std::pow(2.0, m_coordinateBits) - 1;
    const double x = bits(m_coordinateBits) / most;
    const double y = bits(m_coordinateBits) / most;
    return {m_decode[0] + x * (m_decode[1] - m_decode[0]), m_decode[2] + y * (m_decode[3] - m_decode[2])};
}

std::vector<double> MeshData::color()
{
    const double most = std::pow(2.0, m_componentBits) - 1;
    std::vector<double> result;
    for (std::size_t i = 0; i < m_components; ++i)
        result.push_back(m_decode[4 + 2 * i] + bits(m_componentBits) / most * (m_decode[5 + 2 * i] - m_decode[4 + 2 * i]));
    return result;
}

MeshVertex MeshData::vertex()
{
    MeshVertex result;
    result.point = point();
    result.color = color();
    align(); // each vertex is whole bytes
    return result;
}

std::vector<MeshData::Triangle> MeshData::triangles(int type)
{
    std::vector<Triangle> result;
    const int size = 2 * m_coordinateBits + int(m_components) * m_componentBits;
    if (type == 5) {
        require(m_row >= 2);
        std::vector<MeshVertex> above;
        std::vector<MeshVertex> row;
        while (!atEnd(size)) {
            row.push_back(vertex());
            require(result.size() < mostParts && row.size() < mostParts);
            if (int(row.size()) < m_row)
                continue;
            for (std::size_t i = 0; !above.empty() && i + 1 < row.size(); ++i) {
                result.push_back({above[i], above[i + 1], row[i]});
                result.push_back({above[i + 1], row[i], row[i + 1]});
            }
            above = std::move(row);
            row.clear();
        }
        return result;
    }
    require(m_flagBits >= 2);
    while (!atEnd(size + m_flagBits)) {
        require(result.size() < mostParts);
        const quint32 flag = bits(m_flagBits) & 3;
        require(flag < 3);
        MeshVertex next = vertex();
        if (flag != 0) {
            require(!result.empty());
            const Triangle &last = result.back();
            result.push_back({flag == 1 ? last[1] : last[0], last[2], std::move(next)});
            continue;
        }
        Triangle fresh;
        fresh[0] = std::move(next);
        for (std::size_t i = 1; i < 3; ++i) {
            bits(m_flagBits);
            fresh[i] = vertex();
        }
        result.push_back(std::move(fresh));
    }
    return result;
}

std::vector<MeshPatch> MeshData::patches(int type)
{
    const std::size_t count = type == 6 ? 12 : 16;
    std::vector<MeshPatch> result;
    // Readers disagree whether patches are padded to bytes.
    require(m_flagBits >= 2 && m_flagBits % 8 == 0 && (4 * m_coordinateBits) % 8 == 0 && m_coordinateBits % 4 == 0
        && (2 * m_componentBits * int(m_components)) % 8 == 0);
    while (!atEnd(m_flagBits)) {
        const quint32 flag = bits(m_flagBits) & 3;
        const std::size_t shared = flag == 0 ? 0 : 4;
        const std::size_t sharedColors = flag == 0 ? 0 : 2;
        if (atEnd(int((count - shared) * 2) * m_coordinateBits + int((4 - sharedColors) * m_components) * m_componentBits))
            break;
        require(result.size() < mostParts && (flag == 0 || !result.empty()));
        MeshPatch patch;
        if (flag != 0) {
            const MeshPatch &last = result.back();
            for (std::size_t i = 0; i < 4; ++i)
                patch.points.push_back(last.points[(3 * flag + i) % 12]);
            patch.colors = {last.colors[flag], last.colors[(flag + 1) % 4]};
        }
        while (patch.points.size() < count)
            patch.points.push_back(point());
        while (patch.colors.size() < 4)
            patch.colors.push_back(color());
        result.push_back(std::move(patch));
    }
    return result;
}

void MeshData::writePoint(const QPointF &point, std::string &to) const
{
    append(encoded(point.x(), m_decode[0], m_decode[1], coordinateBits), coordinateBits / 8, to);
    append(encoded(point.y(), m_decode[2], m_decode[3], coordinateBits), coordinateBits / 8, to);
}

void MeshData::writeColor(const std::vector<double> &color, std::string &to) const
{
    for (std::size_t i = 0; i < color.size(); ++i)
        append(encoded(color[i], m_decode[4 + 2 * i], m_decode[5 + 2 * i], componentBits), componentBits / 8, to);
}

void MeshData::write(const Triangle &triangle, std::string &to) const
{
    for (const MeshVertex &vertex : triangle) {
        append(0, flagBits / 8, to);
        writePoint(vertex.point, to);
        writeColor(vertex.color, to);
    }
}

void MeshData::write(const MeshPatch &patch, std::string &to) const
{
    append(0, flagBits / 8, to);
    for (const QPointF &point : patch.points)
        writePoint(point, to);
    for (const std::vector<double> &color : patch.colors)
        writeColor(color, to);
}

} // namespace dw
