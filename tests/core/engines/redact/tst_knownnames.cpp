// Names are free text unless readers look for them.
#include "core/engines/redact/knownnames.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestKnownNames final : public QObject
{
    Q_OBJECT

    static bool allows(const char *key, const char *name) { return knownnames::allows(key, QPDFObjectHandle::newName(name)); }

private slots:
    void wordsOfTheStandardAreKnown()
    {
        QVERIFY(allows("/BM", "/Multiply"));
        QVERIFY(allows("/RI", "/Perceptual"));
        QVERIFY(allows("/Encoding", "/GBK-EUC-H"));
        QVERIFY(allows("/Encoding", "/WinAnsiEncoding"));
        QVERIFY(allows("/Subtype", "/CIDFontType2"));
        QVERIFY(allows("/CIDToGIDMap", "/Identity"));
        QVERIFY(knownnames::isCollection("GB1") && knownnames::isCollection("Identity"));
    }

    void othersAreNot()
    {
        QVERIFY(!allows("/BM", "/Wang"));
        QVERIFY(!allows("/BM", "/Perceptual")); // a word, but of another key
        QVERIFY(!allows("/Encoding", "/Wang-H"));
        QVERIFY(!allows("/Decode", "/Normal")); // takes no name
        QVERIFY(!knownnames::allows("/BM", QPDFObjectHandle::newString("/Multiply")));
        QVERIFY(!knownnames::isCollection("Wang"));
    }
};

DW_TEST(TestKnownNames)
#include "tst_knownnames.moc"
