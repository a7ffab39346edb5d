// Resources of a stream that is cut: looked up, added to, never changed in the source.
#include "core/engines/redact/resourceset.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestResourceSet final : public QObject
{
    Q_OBJECT

    static QPDFObjectHandle parsed(const char *text) { return QPDFObjectHandle::parse(text); }

private slots:
    void ownResourcesHideThoseOfThePage()
    {
        const ResourceSet own(parsed("<< /Font << /F1 /Own >> >>"), parsed("<< /Font << /F1 /Page /F2 /Page >> >>"));
        QVERIFY(own.find("/Font", "/F1").isNameAndEquals("/Own"));
        QVERIFY(own.find("/Font", "/F2").isNull()); // a form with resources does not see the page's
        const ResourceSet none(QPDFObjectHandle::newNull(), parsed("<< /Font << /F1 /Page >> >>"));
        QVERIFY(none.find("/Font", "/F1").isNameAndEquals("/Page"));
        QVERIFY(none.find("/XObject", "/F1").isNull());
    }

    void theSourceStaysAsItWas()
    {
        QPDFObjectHandle source = parsed("<< /XObject << /X /Old >> /Font << /F1 /Old >> >>");
        ResourceSet set(source, QPDFObjectHandle::newNull());
        const std::string first = set.add("/XObject", QPDFObjectHandle::newInteger(1));
        const std::string second = set.add("/XObject", QPDFObjectHandle::newInteger(2));
        const std::string other = set.add("/Pattern", QPDFObjectHandle::newInteger(3));
        QVERIFY(first != second);
        QCOMPARE(source.unparse(), parsed("<< /XObject << /X /Old >> /Font << /F1 /Old >> >>").unparse());
        QCOMPARE(set.find("/XObject", first).getIntValue(), 1);
        QCOMPARE(set.find("/XObject", second).getIntValue(), 2);
        QCOMPARE(set.find("/Pattern", other).getIntValue(), 3);
        QVERIFY(set.find("/XObject", "/X").isNameAndEquals("/Old"));
        QVERIFY(set.dictionary().getKey("/Font").hasKey("/F1"));
    }

    void namesInUseAreNotTaken()
    {
        ResourceSet set(parsed("<< /XObject << /Cut1 /Old /Cut2 /Old >> >>"), QPDFObjectHandle::newNull());
        const std::string name = set.add("/XObject", QPDFObjectHandle::newInteger(1));
        QVERIFY(set.find("/XObject", "/Cut1").isName() && set.find("/XObject", "/Cut2").isName());
        QCOMPARE(set.find("/XObject", name).getIntValue(), 1);
    }

    void brokenDictionariesAreEmptyOnes()
    {
        QPDF file;
        file.emptyPDF();
        file.setSuppressWarnings(true);
        ResourceSet set(QPDFObjectHandle::parse(&file, "<< /XObject 7 /Font [1] >>"), QPDFObjectHandle::newNull());
        QVERIFY(set.find("/XObject", "/X").isNull());
        QVERIFY(set.fonts().empty());
        QCOMPARE(set.find("/XObject", set.add("/XObject", QPDFObjectHandle::newInteger(1))).getIntValue(), 1);
        ResourceSet nothing(QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
        QCOMPARE(nothing.find("/Font", nothing.add("/Font", QPDFObjectHandle::newInteger(5))).getIntValue(), 5);
        QCOMPARE(nothing.fonts().size(), 1U);
    }
};

DW_TEST(TestResourceSet)
#include "tst_resourceset.moc"
