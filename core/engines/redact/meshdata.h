#pragma once

#include <QPointF>

#include <qpdf/QPDFObjectHandle.hh>

#include <array>
#include <string>
#include <vector>

namespace dw {

/// A vertex of a mesh in the shading's space.
struct MeshVertex {
    QPointF point;
    std::vector<double> color; ///< Components, or the one parameter of the shading's function.
};

/// A Coons or tensor-product patch.
struct MeshPatch {
    std::vector<QPointF> points; ///< 12 (type 6) or 16 (type 7), in the order of the stream.
    std::vector<std::vector<double>> colors; ///< Four.
};

/// Reads and writes the bit streams of shadings of type 4 to 7 (ISO 32000-2, 8.7.4.5.5 to 8.7.4.5.8). What is written
/// has 32 bits for each coordinate, 16 for each component, 8 for each flag, and the source's /Decode.
class MeshData
{
public:
    /// Throws Unprovable("mesh") when the dictionary is not a mesh's or there is too much of it.
    explicit MeshData(QPDFObjectHandle shading);

    using Triangle = std::array<MeshVertex, 3>;

    std::vector<Triangle> triangles(int type);
    std::vector<MeshPatch> patches(int type);

    void write(const Triangle &triangle, std::string &to) const;
    void write(const MeshPatch &patch, std::string &to) const;

    static constexpr int coordinateBits = 32;
    static constexpr int componentBits = 16;
    static constexpr int flagBits = 8;

private:
    bool atEnd(int bits) const;
    quint32 bits(int count);
    void align() { m_at = (m_at + 7) / 8 * 8; }
    QPointF point();
    std::vector<double> color();
    MeshVertex vertex();
    void writePoint(const QPointF &point, std::string &to) const;
    void writeColor(const std::vector<double> &color, std::string &to) const;

    std::string m_data;
    std::size_t m_at = 0; ///< Bit.
    int m_coordinateBits = 0;
    int m_componentBits = 0;
    int m_flagBits = 0;
    int m_row = 0;
    std::vector<double> m_decode;
    std::size_t m_components = 0;
};

} // namespace dw
