// Images and forms a stream paints: which stay, which go, which are cloned.
#include "core/engines/redact/pagecutter.h"
#include "tests/support/cutbench.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::CutBench;

class TestObjectCutter final : public QObject
{
    Q_OBJECT

    QPDFObjectHandle image(const std::string &keys = {})
    {
        return m_bench->stream("/Type /XObject /Subtype /Image /Width 4 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray " + keys, "abcdefgh");
    }

    QByteArray cut(const std::string &content, const QRectF &area = {390, 790, 1, 1}) { return QByteArray::fromStdString(m_bench->cut(content, area)); }

    /// Cut images may have more pixels than before: areas do not end where pixels do.
    bool onlyTheFirstPixelIsGone() const
    {
        const std::string samples = CutBench::textOf(m_bench->left().getKey("/XObject").getKey("/Cut1"));
        const std::string others = "bcdefgh";
        return !CutBench::has(samples, "a") && std::all_of(others.begin(), others.end(), [&](char c) { return samples.find(c) != std::string::npos; });
    }

    std::unique_ptr<CutBench> m_bench;

private slots:
    void init() { m_bench = std::make_unique<CutBench>(); }

    void imagesAreCopiedOnWrite()
    {
        QPDFObjectHandle source = image();
        m_bench->add("/XObject", "/X", source);
        const QByteArray left = cut("q 80 0 0 40 100 600 cm /X Do Q q 80 0 0 40 100 300 cm /X Do Q", {100, 620, 20, 20});
        QVERIFY2(left.indexOf("/Cut1 Do") >= 0 && left.indexOf("/Cut1 Do") < left.indexOf("/X Do"), left.constData());
        QVERIFY(onlyTheFirstPixelIsGone());
        QCOMPARE(CutBench::textOf(source), "abcdefgh");
        QCOMPARE(m_bench->context().counts.value(0).images, 1);
    }

    void turnedImagesAreCutWhereTheyStand()
    {
        m_bench->add("/XObject", "/X", image());
        // A quarter turn to the left: the first row, top left on its side, starts at the bottom left.
        cut("q 0 80 -40 0 140 600 cm /X Do Q", {100, 600, 20, 20});
        QVERIFY(onlyTheFirstPixelIsGone());
    }

    void imagesNobodySeesGo()
    {
        QPDFObjectHandle off = m_bench->layer(false);
        m_bench->add("/XObject", "/X", image("/OC " + off.unparse()));
        m_bench->add("/XObject", "/Y", image());
        QCOMPARE(cut("q 80 0 0 40 100 600 cm /X Do Q 0 g"), "0 g\n"_ba);
        QCOMPARE(cut("q 80 0 0 40 500 600 cm /Y Do Q 0 g"), "0 g\n"_ba);
        QVERIFY(m_bench->context().changed);
        // A rule: an image without height.
        QVERIFY(cut("q 80 0 0 0 100 600 cm /Y Do Q 0 g").contains("/Y Do"));
        QCOMPARE(cut("q 80 0 0 0 100 600 cm /Y Do Q 0 g", {90, 590, 20, 20}), "0 g\n"_ba); // under an area it has no pixels to cut
    }

    void undecidedLayersAreRefused()
    {
        m_bench->add("/XObject", "/X", image("/OC << /Type /OCMD /VE [] >>"));
        QCOMPARE(m_bench->refusal("/X Do"), u"layer_undecided"_s);
    }

    void whatIsNotInTheFileIsRefused()
    {
        m_bench->add("/XObject", "/Ref", m_bench->form("0 g", "/Ref << /F (other.pdf) /Page 0 >>"));
        m_bench->add("/XObject", "/File", m_bench->form("0 g", "/F (other.bin)"));
        m_bench->add("/XObject", "/Ps", m_bench->stream("/Type /XObject /Subtype /PS", "(SECRET) print"));
        QCOMPARE(m_bench->refusal("/Ref Do"), u"external_stream"_s);
        QCOMPARE(m_bench->refusal("/File Do"), u"external_stream"_s);
        QCOMPARE(m_bench->refusal("/Ps Do"), u"xobject_kind"_s);
    }

    void clonesKeepWhatTheyAre()
    {
        QPDFObjectHandle source = m_bench->form("0 g", "/Matrix [2 0 0 2 0 0] /Group << /S /Transparency >>");
        QPDFObjectHandle resources = QPDFObjectHandle::parse("<< /Font << >> >>");
        QPDFObjectHandle clone = ObjectCutter::clone(m_bench->pdf(), source, "1 g\n", resources);
        QCOMPARE(CutBench::textOf(clone), "1 g\n");
        for (const char *key : {"/Type", "/Subtype", "/BBox", "/Matrix", "/Group"})
            QCOMPARE(clone.getDict().getKey(key).unparse(), source.getDict().getKey(key).unparse());
        QCOMPARE(clone.getDict().getKey("/Resources").unparse(), resources.unparse());
        QVERIFY(clone.getObjGen() != source.getObjGen());
    }

    /// A form that a page before this one had in a layer that is off: nothing was learnt there about where it paints.
    void aHiddenUseTeachesNothing()
    {
        QPDFObjectHandle off = m_bench->layer(false);
        m_bench->add("/Properties", "/Off", off);
        m_bench->add("/XObject", "/X", m_bench->form("20 20 m 33.25 44.5 l 50 20 l h f"));
        const auto page = [&](const std::string &content) {
            QPDFObjectHandle result = m_bench->pdf().makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 400 800] >>"));
            result.replaceKey("/Resources", m_bench->resources());
            result.replaceKey("/Contents", m_bench->pdf().newStream(content));
            return result;
        };
        PageCutter cutter(m_bench->pdf(), "/Proven");
        PdfPageInfo info;
        info.mediaBox = info.cropBox = QRectF(0, 0, 400, 800);
        const auto contentOf = [&](const std::string &content, const QRectF &area) {
            const QList<CutArea> areas {{area, 0, RedactionLevel::A}};
            return CutBench::textOf(cutter.cut(page(content), info, areas, {RedactionMark()}).page.getKey("/Contents"));
        };
        contentOf("/OC /Off BDC q 1 0 0 1 100 100 cm /X Do Q EMC", {300, 700, 10, 10});
        const std::string shown = contentOf("q 1 0 0 1 150 150 cm /X Do Q", {175, 175, 20, 10});
        QVERIFY2(CutBench::has(shown, "/Cut1 Do"), shown.c_str());
    }

    /// A form that is known to paint elsewhere is not looked at again, and stays what it is.
    void formsKnownToBeElsewhereStay()
    {
        m_bench->add("/XObject", "/X", m_bench->form("20 20 30 30 re f"));
        QVERIFY(cut("q 1 0 0 1 100 100 cm /X Do Q", {300, 300, 20, 10}).contains("/X Do"));
        QVERIFY(!m_bench->context().changed);
    }
};

DW_TEST(TestObjectCutter)
#include "tst_objectcutter.moc"
