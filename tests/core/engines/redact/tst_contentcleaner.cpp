// A content stream for the new file: what draws stays, under new names.
#include "core/engines/redact/contentcleaner.h"
#include "core/engines/redact/unprovable.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <memory>

using namespace dw;
using namespace Qt::StringLiterals;

class TestContentCleaner final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QPDF> m_from;
    std::unique_ptr<QPDF> m_to;
    QPDFObjectHandle m_resources;

    QByteArray cleaned(const QByteArray &content, QPDFObjectHandle *resources = nullptr)
    {
        ObjectCopier copier(*m_from, *m_to);
        ContentCleaner cleaner(copier, m_resources, QPDFObjectHandle::newNull());
        const std::string result = cleaner.clean(ContentProgram::ofStream(m_from->newStream(content.toStdString())));
        if (resources)
            *resources = cleaner.resources();
        return QByteArray::fromStdString(result);
    }

    QString refusal(const QByteArray &content)
    {
        try {
            cleaned(content);
        } catch (const Unprovable &unprovable) {
            return unprovable.reason;
        }
        return {};
    }

private slots:
    void init()
    {
        m_from = std::make_unique<QPDF>();
        m_to = std::make_unique<QPDF>();
        m_from->emptyPDF();
        m_to->emptyPDF();
        QPDFObjectHandle off = m_from->makeIndirectObject(QPDFObjectHandle::parse("<</Type/OCG/Name(Secret)>>"));
        QPDFObjectHandle layers = QPDFObjectHandle::parse(m_from.get(), "<</OCGs[" + off.unparse() + "]/D<</OFF[" + off.unparse() + "]>>>>");
        m_from->getRoot().replaceKey("/OCProperties", layers);
        m_resources = QPDFObjectHandle::parse(m_from.get(), "<</Font<</Secret<</Type/Font/Subtype/Type1/BaseFont/Courier>>/Other<</Type/Font/Subtype/Type1"
                                                       "/BaseFont/Helvetica>>>>/Properties<</Off " + off.unparse() + ">>>>");
    }

    void resourcesGetNewNamesAndUnusedOnesStayBehind()
    {
        QPDFObjectHandle resources;
        QCOMPARE(cleaned("BT /Secret 12 Tf (a) Tj /Secret 9 Tf ET", &resources), "BT\n/F1 12 Tf\n(a) Tj\n/F1 9 Tf\nET\n"_ba);
        QCOMPARE(resources.getKey("/Font").getKeys(), (std::set<std::string> {"/F1"}));
        QCOMPARE(resources.getKeys(), (std::set<std::string> {"/Font"}));
    }

    void marksAndUnknownOperatorsGo()
    {
        QCOMPARE(cleaned("/Secret <</ActualText(secret)>> BDC 0 g (secret) hide /S MP EMC % secret\nBX EX f"), "0 g\nf\n"_ba);
        QCOMPARE(cleaned("(secret) 0.5 w /Perceptual ri /Secret ri"), "0.5 w\n/Perceptual ri\n"_ba);
    }

    void colourSpacesOfTheDeviceKeepTheirNames()
    {
        QCOMPARE(cleaned("/DeviceRGB cs 1 0 0 scn"), "/DeviceRGB cs\n1 0 0 scn\n"_ba);
    }

    void inlineImagesEndWithTheirLastRow()
    {
        QCOMPARE(cleaned("BI /W 2 /H 1 /BPC 8 /CS /G ID abSECRET EI"), "BI /W 2 /H 1 /BPC 8 /CS /G ID ab\nEI\n"_ba);
        QVERIFY(!cleaned("BI /W 2 /H 1 /BPC 8 /CS /G /F /AHx ID 6162>736563726574 EI").contains("736563"));
    }

    void doubtsAreRefused()
    {
        QCOMPARE(refusal("BT /Missing 12 Tf ET"), u"resource_missing"_s);
        QCOMPARE(refusal("/OC /Off BDC f EMC"), u"layer_off"_s);
        QCOMPARE(refusal("/OC /Missing BDC f EMC"), u"layer_off"_s);
        QCOMPARE(refusal("BI /W 2 /H 1 /BPC 8 /CS /G /F /DCT ID ab EI"), u"inline_jpeg"_s);
        QCOMPARE(refusal("BI /W 9 /H 9 /BPC 8 /CS /G /F /AHx ID 61> EI"), u"image_damaged"_s);
        QCOMPARE(refusal("0 g f"), QString());
    }
};

DW_TEST(TestContentCleaner)
#include "tst_contentcleaner.moc"
