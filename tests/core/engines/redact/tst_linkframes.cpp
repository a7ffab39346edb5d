// Borders of links, which only some readers draw: they stay, the links do not.
#include "core/engines/redact/linkframes.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestLinkFrames final : public QObject
{
    Q_OBJECT

    static QPDFObjectHandle page(const std::string &annotations) { return QPDFObjectHandle::parse("<< /Type /Page /Annots [" + annotations + "] >>"); }

private slots:
    void onlyPlaceAndLooksStay()
    {
        const auto frames = LinkFrames::of(page("<< /Type /Annot /Subtype /Link /Rect [10 20 110.5 40] /Border [0 0 1.5 [3 2]] /C [1 0 0] /F 4 /H /I "
                                                "/A << /S /URI /URI (https://example.org/secret) >> /Contents (secret) /NM (secret) >>"));
        QCOMPARE(frames.size(), std::size_t(1));
        QPDFObjectHandle expected
            = QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link /Rect [10 20 110.5 40] /Border [0 0 1.5 [3 2]] /C [1 0 0] /F 4 >>");
        QCOMPARE(QPDFObjectHandle(frames.front()).unparse(), expected.unparse());
        QVERIFY(LinkFrames::isFrame(frames.front()));
    }

    void othersGo_data()
    {
        QTest::addColumn<QByteArray>("annotation");
        QTest::newRow("no border") << "<< /Subtype /Link /Rect [10 20 110 40] /Border [0 0 0] >>"_ba;
        QTest::newRow("no border by its style") << "<< /Subtype /Link /Rect [10 20 110 40] /Border [0 0 1] /BS << /W 0 >> >>"_ba;
        QTest::newRow("hidden") << "<< /Subtype /Link /Rect [10 20 110 40] /Border [0 0 1] /F 2 >>"_ba;
        QTest::newRow("in a layer") << "<< /Subtype /Link /Rect [10 20 110 40] /Border [0 0 1] /OC << >> >>"_ba;
        QTest::newRow("no place") << "<< /Subtype /Link /Border [0 0 1] >>"_ba;
        QTest::newRow("text in the border") << "<< /Subtype /Link /Rect [10 20 110 40] /Border [0 0 1 (secret)] >>"_ba;
        QTest::newRow("a note") << "<< /Subtype /Text /Rect [10 20 110 40] /Border [0 0 1] >>"_ba;
    }

    void othersGo()
    {
        QFETCH(QByteArray, annotation);
        QVERIFY(LinkFrames::of(page(annotation.toStdString())).empty());
    }

    void aBorderIsThereUnlessItIsSaidNotTo()
    {
        const auto frames = LinkFrames::of(page("<< /Subtype /Link /Rect [10 20 110 40] /Dest (secret) >>"));
        QCOMPARE(frames.size(), std::size_t(1));
        QCOMPARE(QPDFObjectHandle(frames.front()).unparse(),
            QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link /Rect [10 20 110 40] /F 0 >>").unparse());
    }

    void stylesStayWithoutTheirRest()
    {
        const auto frames = LinkFrames::of(page("<< /Subtype /Link /Rect [10 20 110 40] /BS << /W 2 /S /U /X (secret) >> >>"));
        QCOMPARE(frames.size(), std::size_t(1));
        QCOMPARE(QPDFObjectHandle(frames.front()).getKey("/BS").unparse(), QPDFObjectHandle::parse("<< /W 2 /S /U >>").unparse());
    }

    void framesAtAreasGo()
    {
        QPDFObjectHandle from = page("<< /Subtype /Link /Rect [10 20 110 40] /Border [0 0 1] >> << /Subtype /Link /Rect [10 120 110 140] /Border [0 0 1] >>");
        QPDFObjectHandle to = QPDFObjectHandle::parse("<< /Type /Page >>");
        LinkFrames::copy(from, to, {QRectF(50, 39, 300, 10)});
        QCOMPARE(to.getKey("/Annots").getArrayNItems(), 1);
        QCOMPARE(to.getKey("/Annots").getArrayItem(0).getKey("/Rect").getArrayItem(1).getNumericValue(), 120.0);
        QPDFObjectHandle none = QPDFObjectHandle::parse("<< /Type /Page >>");
        LinkFrames::copy(from, none, {QRectF(0, 0, 400, 400)});
        QVERIFY(!none.hasKey("/Annots"));
    }

    void otherAnnotationsAreFound()
    {
        QVERIFY(!LinkFrames::isFrame(QPDFObjectHandle::parse("<< /Subtype /Text /Rect [1 2 3 4] >>")));
        QVERIFY(!LinkFrames::isFrame(QPDFObjectHandle::parse("<< /Subtype /Link /Rect [1 2 3 4] /A << /S /URI >> >>")));
        QVERIFY(!LinkFrames::isFrame(QPDFObjectHandle::parse("(text)")));
    }
};

DW_TEST(TestLinkFrames)
#include "tst_linkframes.moc"
