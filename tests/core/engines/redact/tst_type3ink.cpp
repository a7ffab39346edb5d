// How far a Type 3 glyph's ink reaches.
#include "core/engines/redact/type3ink.h"
#include "tests/support/testmain.h"

#include <qpdf/QPDF.hh>

#include <QTest>

using namespace dw;

class TestType3Ink final : public QObject
{
    Q_OBJECT

    QPDF m_pdf;

    QPDFObjectHandle font(const std::string &glyph, const std::string &keys = "/FontMatrix[0.001 0 0 0.001 0 0]")
    {
        QPDFObjectHandle result = QPDFObjectHandle::parse(&m_pdf, "<</Type/Font/Subtype/Type3" + keys + "/CharProcs<<>>>>");
        result.getKey("/CharProcs").replaceKey("/a", m_pdf.newStream(glyph));
        return result;
    }

private slots:
    void initTestCase() { m_pdf.emptyPDF(); }

    void pathsAreFollowed()
    {
        QCOMPARE(*type3ink::box(font("600 0 d0 100 200 300 400 re f"), "a"), QRectF(0.1, 0.2, 0.3, 0.4));
        QCOMPARE(*type3ink::box(font("600 0 d0 q 2 0 0 2 10 0 cm 100 200 m 300 200 l 300 400 l f Q"), "a"), QRectF(0.21, 0.4, 0.4, 0.4));
        // A line reaches over its points by its width.
        const QRectF line = *type3ink::box(font("600 0 d0 10 w 100 200 m 300 200 l S"), "a");
        QVERIFY(line.top() <= 0.195 && line.bottom() >= 0.205 && line.left() <= 0.1);
    }

    void imagesFillTheirSquare()
    {
        QCOMPARE(*type3ink::box(font("600 0 0 0 500 500 d1 q 400 0 0 300 50 60 cm BI /W 1 /H 1 /IM true ID x EI Q"), "a"), QRectF(0.05, 0.06, 0.4, 0.3));
    }

    void whatIsNotFollowedIsTakenFromItsDeclaration()
    {
        QCOMPARE(*type3ink::box(font("600 0 10 20 110 220 d1 BT /F 12 Tf (x) Tj ET"), "a"), QRectF(0.01, 0.02, 0.1, 0.2));
        QCOMPARE(*type3ink::box(font("600 0 d0 /S sh", "/FontMatrix[0.001 0 0 0.001 0 0]/FontBBox[0 0 700 800]"), "a"), QRectF(0, 0, 0.7, 0.8));
        QVERIFY(!type3ink::box(font("600 0 d0 /S sh"), "a")); // nobody knows
    }

    void emptyOnesPaintNothing()
    {
        QVERIFY(type3ink::box(font("600 0 d0"), "a")->isNull());
        QVERIFY(type3ink::box(font("600 0 d0 10 10 50 50 re n"), "a")->isNull());
        QVERIFY(type3ink::box(font("600 0 d0 10 10 50 50 re f"), "missing")->isNull());
    }
};

DW_TEST(TestType3Ink)
#include "tst_type3ink.moc"
