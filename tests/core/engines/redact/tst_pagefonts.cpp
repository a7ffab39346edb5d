// The fonts that a page may show text with, wherever they are named.
#include "core/engines/redact/pagefonts.h"
#include "tests/support/testmain.h"

#include <qpdf/QPDF.hh>

#include <QTest>

using namespace dw;

class TestPageFonts final : public QObject
{
    Q_OBJECT

    QPDF m_pdf;

    QPDFObjectHandle object(const std::string &text) { return m_pdf.makeIndirectObject(QPDFObjectHandle::parse(&m_pdf, text)); }

    QPDFObjectHandle stream(const std::string &keys)
    {
        QPDFObjectHandle result = m_pdf.newStream("q Q");
        for (const auto &[key, value] : QPDFObjectHandle::parse(&m_pdf, "<<" + keys + ">>").getDictAsMap())
            result.getDict().replaceKey(key, value);
        return result;
    }

    std::string font(const std::string &more = {}) { return object("<</Type/Font" + more + ">>").unparse(); }

    static std::size_t count(QPDFObjectHandle page)
    {
        PageFonts fonts;
        fonts.addPage(page);
        return fonts.fonts().size();
    }

private slots:
    void initTestCase() { m_pdf.emptyPDF(); }

    void everywhereThatDraws()
    {
        const std::string form = stream("/Subtype/Form/Resources<</Font<</F " + font() + ">>>>").unparse();
        const std::string pattern = stream("/PatternType 1/Resources<</Font<</F " + font() + ">>>>").unparse();
        const std::string mask = stream("/Subtype/Form/Resources<</Font<</F " + font() + ">>>>").unparse();
        const std::string type3 = font("/Subtype/Type3/Resources<</Font<</F " + font() + ">>>>");
        QCOMPARE(count(object("<</Resources<</Font<</F " + type3 + ">>/XObject<</X " + form + ">>/Pattern<</P " + pattern + ">>/ExtGState<</E<</Font["
                     + font() + " 12]/SMask<</G " + mask + ">>>>>>>>>>")),
            std::size_t(6));
    }

    void inheritedResourcesCount()
    {
        QPDFObjectHandle parent = object("<</Resources<</Font<</F " + font() + ">>>>>>");
        QPDFObjectHandle page = object("<</Type/Page>>");
        page.replaceKey("/Parent", parent);
        QCOMPARE(count(page), std::size_t(1));
    }

    void whatIsSharedIsSeenOnce()
    {
        const std::string shared = font();
        QPDFObjectHandle one = object("<</Resources<</Font<</A " + shared + "/B " + shared + ">>>>>>");
        QPDFObjectHandle two = object("<</Resources<</Font<</C " + shared + ">>>>>>");
        PageFonts fonts;
        fonts.addPage(one);
        fonts.addPage(two);
        QCOMPARE(fonts.fonts().size(), std::size_t(1));
    }

    void circlesEnd()
    {
        QPDFObjectHandle form = stream("/Subtype/Form");
        form.getDict().replaceKey("/Resources", QPDFObjectHandle::parse(&m_pdf, "<</XObject<</X " + form.unparse() + ">>/Font<</F " + font() + ">>>>"));
        QCOMPARE(count(object("<</Resources<</XObject<</X " + form.unparse() + ">>>>>>")), std::size_t(1));
        QPDFObjectHandle page = object("<</Type/Page>>");
        page.replaceKey("/Parent", page);
        QCOMPARE(count(page), std::size_t(0));
    }
};

DW_TEST(TestPageFonts)
#include "tst_pagefonts.moc"
