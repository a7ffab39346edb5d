// Shadings: triangles are cut along areas with their colours, patches go or refuse, gradients stay.
#include "core/engines/redact/meshcutter.h"
#include "core/engines/redact/meshdata.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/testmain.h"

#include <QPolygonF>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

namespace {

/// One byte for each number: coordinates 0..255, one grey component 0..1.
QPDFObjectHandle mesh(QPDF &pdf, int type, const std::vector<int> &bytes)
{
    std::string data;
    for (const int byte : bytes)
        data += char(byte);
    QPDFObjectHandle stream = pdf.newStream(data);
    QPDFObjectHandle dictionary = QPDFObjectHandle::parse("<< /ShadingType " + std::to_string(type)
        + " /ColorSpace /DeviceGray /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /VerticesPerRow 2 /Decode [0 255 0 255 0 1] >>");
    stream.replaceDict(dictionary);
    return stream;
}

QString refusal(QPDF &pdf, QPDFObjectHandle shading, const QRectF &area)
{
    try {
        MeshCutter(pdf, {area}).cut(shading, {});
    } catch (const Unprovable &unprovable) {
        return unprovable.reason;
    }
    return {};
}

double area(const MeshData::Triangle &t)
{
    const QPointF a = t[1].point - t[0].point;
    const QPointF b = t[2].point - t[0].point;
    return std::abs(a.x() * b.y() - a.y() * b.x()) / 2;
}

} // namespace

class TestMeshCutter final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_pdf = std::make_unique<QPDF>();
        m_pdf->emptyPDF();
    }

    void trianglesAreCutWithTheirColours()
    {
        // Grey is x / 255 everywhere.
        QPDFObjectHandle source = mesh(*m_pdf, 4, {0, 0, 0, 0, 0, 200, 0, 200, 0, 0, 200, 0, 1, 200, 200, 200});
        QPDFObjectHandle cut = MeshCutter(*m_pdf, {QRectF(50, 40, 40, 30)}).cut(source, {});
        QVERIFY(cut.getObjGen() != source.getObjGen());
        const std::vector<MeshData::Triangle> triangles = MeshData(cut).triangles(4);
        double total = 0;
        for (const MeshData::Triangle &triangle : triangles) {
            total += area(triangle);
            for (const MeshVertex &vertex : triangle) {
                QVERIFY(!QRectF(50.001, 40.001, 39.998, 29.998).contains(vertex.point));
                QVERIFY(std::abs(vertex.color.at(0) - vertex.point.x() / 255) < 1e-4);
            }
        }
        QVERIFY(std::abs(total - (40'000 - 1'200)) < 4);
        QCOMPARE(cut.getDict().getKey("/ShadingType").getIntValue(), 4);
    }

    void latticesBecomeTriangles()
    {
        QPDFObjectHandle source = mesh(*m_pdf, 5, {0, 0, 0, 100, 0, 255, 0, 100, 0, 100, 100, 255, 0, 200, 9, 100, 200, 9});
        QCOMPARE(MeshData(source).triangles(5).size(), std::size_t(4));
        QPDFObjectHandle cut = MeshCutter(*m_pdf, {QRectF(-5, 95, 120, 120)}).cut(source, {});
        double total = 0;
        const std::vector<MeshData::Triangle> triangles = MeshData(cut).triangles(4);
        for (const MeshData::Triangle &triangle : triangles)
            total += area(triangle);
        QVERIFY(std::abs(total - 9'500) < 3);
    }

    void whatNoAreaTouchesIsTheSameObject()
    {
        QPDFObjectHandle source = mesh(*m_pdf, 4, {0, 0, 0, 0, 0, 200, 0, 200, 0, 0, 200, 0});
        // Within the bounding box, but beside the slanted edge.
        QVERIFY(MeshCutter(*m_pdf, {QRectF(150, 150, 20, 20)}).cut(source, {}).getObjGen() == source.getObjGen());
        // In user space the matrix decides.
        QVERIFY(MeshCutter(*m_pdf, {QRectF(150, 150, 20, 20)}).cut(source, QTransform::fromTranslate(120, 120)).getObjGen() != source.getObjGen());
    }

    void patchesGoOrRefuse()
    {
        std::vector<int> bytes {0, 10, 10, 10, 20, 10, 30, 10, 40, 20, 40, 30, 40, 40, 40, 40, 30, 40, 20, 40, 10, 30, 10, 20, 10, 1, 2, 3, 4};
        // The second one shares an edge with the first.
        const std::vector<int> next {2, 50, 10, 60, 10, 70, 10, 70, 20, 70, 30, 70, 40, 60, 40, 50, 40, 5, 6};
        bytes.insert(bytes.end(), next.begin(), next.end());
        QPDFObjectHandle source = mesh(*m_pdf, 6, bytes);
        const std::vector<MeshPatch> before = MeshData(source).patches(6);
        QCOMPARE(before.size(), std::size_t(2));
        QCOMPARE(before[1].points[0], QPointF(40, 40));
        QCOMPARE(before[1].points[3], QPointF(40, 10));
        QVERIFY(MeshCutter(*m_pdf, {QRectF(100, 100, 9, 9)}).cut(source, {}).getObjGen() == source.getObjGen());
        QPDFObjectHandle cut = MeshCutter(*m_pdf, {QRectF(5, 5, 34.99, 40), QRectF(5, 5, 35.5, 40)}).cut(mesh(*m_pdf, 6, {bytes.begin(), bytes.begin() + 29}), {});
        QVERIFY(MeshData(cut).patches(6).empty());
        QCOMPARE(refusal(*m_pdf, source, QRectF(5, 5, 20, 40)), u"mesh"_s);
    }

    void patchesThatStayKeepSharedEdges()
    {
        std::vector<int> bytes {0, 10, 10, 10, 20, 10, 30, 10, 40, 20, 40, 30, 40, 40, 40, 40, 30, 40, 20, 40, 10, 30, 10, 20, 10, 1, 2, 3, 4};
        const std::vector<int> next {2, 50, 10, 60, 10, 70, 10, 70, 20, 70, 30, 70, 40, 60, 40, 50, 40, 5, 6};
        bytes.insert(bytes.end(), next.begin(), next.end());
        QPDFObjectHandle source = mesh(*m_pdf, 6, bytes);
        const std::vector<MeshPatch> before = MeshData(source).patches(6);
        // Only the first goes; the second has to bring the shared edge itself.
        QPDFObjectHandle cut = MeshCutter(*m_pdf, {QRectF(5, 5, 35, 40)}).cut(source, {});
        const std::vector<MeshPatch> after = MeshData(cut).patches(6);
        QCOMPARE(after.size(), std::size_t(1));
        for (std::size_t i = 0; i < 12; ++i)
            QVERIFY(QLineF(after[0].points[i], before[1].points[i]).length() < 1e-6);
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(std::abs(after[0].colors[i][0] - before[1].colors[i][0]) < 1e-4);
    }

    void gradientsStayAndFunctionsOfThePlaneRefuse()
    {
        QPDFObjectHandle axial = QPDFObjectHandle::parse("<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] >>");
        QVERIFY(MeshCutter(*m_pdf, {QRectF(0, 0, 9, 9)}).cut(axial, {}).getKey("/ShadingType").getIntValue() == 2);
        QCOMPARE(refusal(*m_pdf, QPDFObjectHandle::parse("<< /ShadingType 1 /ColorSpace /DeviceGray >>"), QRectF(0, 0, 9, 9)), u"shading"_s);
        QCOMPARE(refusal(*m_pdf, QPDFObjectHandle::parse("<< /ShadingType 9 >>"), QRectF(0, 0, 9, 9)), u"mesh"_s);
    }

    void brokenDataRefuses()
    {
        QCOMPARE(refusal(*m_pdf, mesh(*m_pdf, 4, {1, 0, 0, 0}), QRectF(0, 0, 9, 9)), u"mesh"_s); // shares with nothing
        QCOMPARE(refusal(*m_pdf, mesh(*m_pdf, 4, {0, 0, 0, 0, 0, 1}), QRectF(0, 0, 9, 9)), u"mesh"_s); // ends in a triangle
        QPDFObjectHandle noDecode = mesh(*m_pdf, 4, {0, 0, 0, 0});
        noDecode.getDict().removeKey("/Decode");
        QCOMPARE(refusal(*m_pdf, noDecode, QRectF(0, 0, 9, 9)), u"mesh"_s);
    }

private:
    std::unique_ptr<QPDF> m_pdf;
};

DW_TEST(TestMeshCutter)
#include "tst_meshcutter.moc"
