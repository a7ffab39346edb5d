// Whole pages: what is drawn over the removed places, and what is counted.
#include "core/engines/redact/pagecutter.h"
#include "tests/support/cutbench.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::CutBench;

class TestPageCutter final : public QObject
{
    Q_OBJECT

    PageCutter::CutPage cut(const std::string &content, const QList<CutArea> &areas, const QString &label = {}, int rotation = 0)
    {
        QPDFObjectHandle page = m_bench->pdf().makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 400 800] >>"));
        page.replaceKey("/Resources", m_bench->resources());
        page.replaceKey("/Contents", m_bench->pdf().newStream(content));
        PdfPageInfo info;
        info.mediaBox = info.cropBox = QRectF(0, 0, 400, 800);
        info.rotation = rotation;
        m_source = page;
        QList<RedactionMark> marks(6);
        marks.first().label = label;
        return PageCutter(m_bench->pdf(), "/Proven").cut(page, info, areas, marks);
    }

    static std::string contentOf(const PageCutter::CutPage &page) { return CutBench::textOf(QPDFObjectHandle(page.page).getKey("/Contents")); }

    std::unique_ptr<CutBench> m_bench;
    QPDFObjectHandle m_source;

private slots:
    void init() { m_bench = std::make_unique<CutBench>(); }

    void boxesAreDrawnOverEverything()
    {
        // The page leaves a matrix, a colour and a group behind: the boxes are not drawn through them.
        const PageCutter::CutPage page = cut("2 0 0 2 0 0 cm 1 0 0 rg q 5 5 m", {{{100, 697, 40, 13}, 0, RedactionLevel::A}, {{30, 40, 5, 6}, 1, RedactionLevel::A}});
        const std::string content = contentOf(page);
        QVERIFY2(QByteArray::fromStdString(content).endsWith("Q\nq 0 g\n100 697 40 13 re f\n30 40 5 6 re f\nQ\n"), content.c_str());
        QCOMPARE(CutBench::count(content, "q\n") + CutBench::count(content, "q 0 g"), CutBench::count(content, "Q\n"));
        QCOMPARE(page.boxes, (QList<QRectF> {{100, 697, 40, 13}, {30, 40, 5, 6}}));
        QVERIFY(page.moved.isEmpty());
    }

    void aTightBoxGrowsByTheInkItTook()
    {
        const PageCutter::CutPage page = cut("/F1 20 Tf BT 100 700 Td (ABC) Tj ET", {{{100, 703, 36, 4}, 0, RedactionLevel::A}});
        QCOMPARE(page.boxes.size(), 1);
        QVERIFY(page.boxes.first().contains(QRectF(100, 701, 36, 9)));
        QVERIFY(!CutBench::has(contentOf(page), "("));
    }

    void whatIsTakenIsCountedByMark()
    {
        m_bench->add("/XObject", "/X",
            m_bench->stream("/Type /XObject /Subtype /Image /Width 2 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "ab"));
        const std::string content = "/F1 10 Tf BT 100 700 Td (ABCDEF) Tj ET BT -90 700 Td (OFF) Tj ET 100 500 m 300 500 l S q 80 0 0 40 100 300 cm /X Do Q";
        const QList<CutArea> areas {{{100, 697, 11, 13}, 0, RedactionLevel::A}, {{125, 697, 10, 13}, 1, RedactionLevel::A},
            {{150, 490, 50, 20}, 1, RedactionLevel::A}, {{101, 301, 10, 10}, 4, RedactionLevel::A}};
        // The same at level B elsewhere on the page: its two passes must not count twice.
        QList<CutArea> twice = areas;
        twice.append({{300, 100, 10, 10}, 5, RedactionLevel::B});
        for (const QList<CutArea> &each : {areas, twice}) {
            const PageCutter::CutPage page = cut(content, each);
            QCOMPARE(page.counts.value(0).glyphs, 2);
            QCOMPARE(page.counts.value(1).glyphs, 2);
            QCOMPARE(page.counts.value(1).paths, 1);
            QCOMPARE(page.counts.value(0).paths, 0);
            QCOMPARE(page.counts.value(4).images, 1);
            QVERIFY(!page.counts.contains(2) && !page.counts.contains(5));
            QCOMPARE(page.hiddenGlyphs, 3);
        }
    }

    void labelsArePrintedInTheirBoxes()
    {
        const QList<CutArea> areas {{{100, 690, 120, 24}, 0, RedactionLevel::A}, {{100, 600, 120, 24}, 1, RedactionLevel::A}};
        const PageCutter::CutPage page = cut("0 g", areas, u"P-1"_s);
        const std::string content = contentOf(page);
        QCOMPARE(CutBench::count(content, " Do Q"), 1); // the other mark has none
        QPDFObjectHandle images = QPDFObjectHandle(page.page).getKey("/Resources").getKey("/XObject");
        QPDFObjectHandle label = images.getKey("/Cut1");
        const std::string samples = CutBench::textOf(label);
        QCOMPARE(samples.size(), std::size_t(label.getDict().getKey("/Width").getIntValue() * label.getDict().getKey("/Height").getIntValue()));
        QVERIFY(CutBench::has(samples, "\xff") && CutBench::has(samples, std::string(1, '\0'))); // white on black
        // Inside its box, upright.
        const std::size_t at = content.find("q ", content.find("0 g\n100 690") + 4);
        const QList<QByteArray> matrix = QByteArray::fromStdString(content.substr(at + 2)).split(' ');
        const QRectF place(matrix.at(4).toDouble(), matrix.at(5).toDouble(), matrix.at(0).toDouble(), matrix.at(3).toDouble());
        QVERIFY2(QRectF(100, 690, 120, 24).contains(place) && place.width() > 10, content.c_str());
        QVERIFY(matrix.at(1) == "0" && matrix.at(2) == "0");
        // The source's resources are its own.
        QVERIFY(!m_source.getKey("/Resources").hasKey("/XObject"));
    }

    void labelsTurnWithThePage()
    {
        const PageCutter::CutPage page = cut("0 g", {{{100, 600, 24, 120}, 0, RedactionLevel::A}}, u"P-1"_s, 90);
        const std::string content = contentOf(page);
        const std::size_t at = content.find("q ", content.find("100 600") + 4);
        const QList<QByteArray> matrix = QByteArray::fromStdString(content.substr(at + 2)).split(' ');
        QVERIFY2(matrix.at(0) == "0" && matrix.at(1).toDouble() > 10, content.c_str());
        // A box too small for it stays black.
        QVERIFY(!CutBench::has(contentOf(cut("0 g", {{{100, 600, 20, 4}, 0, RedactionLevel::A}}, u"P-1"_s)), " Do"));
    }

    void levelBReportsWhatMoved()
    {
        const PageCutter::CutPage page = cut("/F1 10 Tf BT 100 700 Td (One SECRET two) Tj ET BT 100 600 Td (Other) Tj ET", {{{124.5, 697, 35, 13}, 0, RedactionLevel::B}});
        QCOMPARE(page.moved.size(), 1);
        QVERIFY(page.moved.first().contains(QRectF(100, 700, 84, 7)) && !page.moved.first().contains(QPointF(110, 600)));
        QCOMPARE(page.counts.value(0).glyphs, 6);
        QCOMPARE(page.boxes.size(), 1);
        QVERIFY(CutBench::has(contentOf(page), "(Other) Tj"));
    }

    void inheritedResourcesAreFound()
    {
        QPDFObjectHandle parent = QPDFObjectHandle::parse("<< /Type /Pages >>");
        parent.replaceKey("/Resources", m_bench->resources());
        QPDFObjectHandle page = QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 400 800] >>");
        page.replaceKey("/Parent", m_bench->pdf().makeIndirectObject(parent));
        page.replaceKey("/Contents", m_bench->pdf().newStream("/F1 10 Tf BT 100 700 Td (ABC) Tj ET"));
        PdfPageInfo info;
        info.mediaBox = info.cropBox = QRectF(0, 0, 400, 800);
        const QList<CutArea> areas {{{100, 697, 5, 13}, 0, RedactionLevel::A}};
        const PageCutter::CutPage left = PageCutter(m_bench->pdf(), "/Proven").cut(page, info, areas, {RedactionMark()});
        QVERIFY(CutBench::has(contentOf(left), "(BC)"));
        QVERIFY(QPDFObjectHandle(left.page).getKey("/Resources").getKey("/Font").hasKey("/F1"));
    }
};

DW_TEST(TestPageCutter)
#include "tst_pagecutter.moc"
