// Which layers are shown when a file is opened.
#include "core/engines/redact/layerstates.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestLayerStates final : public QObject
{
    Q_OBJECT

    QPDF m_pdf;
    QPDFObjectHandle m_one;
    QPDFObjectHandle m_two;

    LayerStates states(const std::string &standard)
    {
        QPDFObjectHandle properties = QPDFObjectHandle::newDictionary();
        properties.replaceKey("/OCGs", QPDFObjectHandle::newArray({m_one, m_two}));
        properties.replaceKey("/D", QPDFObjectHandle::parse(&m_pdf, standard));
        m_pdf.getRoot().replaceKey("/OCProperties", properties);
        return LayerStates(m_pdf);
    }

    std::string one() { return m_one.unparse(); }

private slots:
    void initTestCase()
    {
        m_pdf.emptyPDF();
        m_one = m_pdf.makeIndirectObject(QPDFObjectHandle::parse("<</Type/OCG/Name(one)>>"));
        m_two = m_pdf.makeIndirectObject(QPDFObjectHandle::parse("<</Type/OCG/Name(two)>>"));
    }

    void groupsAreOnUnlessSaidOff()
    {
        const LayerStates off = states("<</OFF[" + one() + "]>>");
        QCOMPARE(off.isShown(m_one), std::optional(false));
        QCOMPARE(off.isShown(m_two), std::optional(true));
        QCOMPARE(off.groupCount(), std::size_t(2));
        QCOMPARE(off.offCount(), std::size_t(1));
        const LayerStates base = states("<</BaseState/OFF/ON[" + one() + "]>>");
        QCOMPARE(base.isShown(m_one), std::optional(true));
        QCOMPARE(base.isShown(m_two), std::optional(false));
    }

    void memberships()
    {
        const LayerStates off = states("<</OFF[" + one() + "]>>");
        const auto shown = [&](const std::string &text) { return off.isShown(QPDFObjectHandle::parse(&m_pdf, text)); };
        QCOMPARE(shown("<</Type/OCMD/OCGs " + one() + ">>"), std::optional(false));
        QCOMPARE(shown("<</Type/OCMD/OCGs[" + m_two.unparse() + "]>>"), std::optional(true));
        QCOMPARE(shown("<</Type/OCMD>>"), std::optional(true));
        QCOMPARE(shown("<</Type/OCMD/OCGs[" + one() + " " + m_two.unparse() + "]>>"), std::optional<bool>()); // depends on the policy
        QCOMPARE(shown("<</Type/OCMD/P/AllOff/OCGs[" + m_two.unparse() + "]>>"), std::optional<bool>());
        QCOMPARE(shown("<</Type/OCMD/VE[/Not " + one() + "]>>"), std::optional<bool>());
        QCOMPARE(off.isShown(QPDFObjectHandle::newNull()), std::optional<bool>());
    }

    void withoutLayersAllIsShown()
    {
        QPDF plain;
        plain.emptyPDF();
        const LayerStates none(plain);
        QCOMPARE(none.groupCount(), std::size_t(0));
        QCOMPARE(none.isShown(QPDFObjectHandle::parse("<</Type/OCG>>")), std::optional(true));
    }
};

DW_TEST(TestLayerStates)
#include "tst_layerstates.moc"
