// Words looked for in bytes, whatever they are encoded as and however strings cut them.
#include "core/engines/redact/wordscanner.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestWordScanner final : public QObject
{
    Q_OBJECT

private slots:
    void findsEveryEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("found");
        QTest::newRow("utf-8") << u"..机密名.."_s.toUtf8() << true;
        QTest::newRow("utf-16be") << QByteArray::fromHex("00673a5bc6540d00") << true;
        QTest::newRow("utf-16le") << QByteArray::fromHex("003a67c65b0d5400") << true;
        QTest::newRow("gbk") << QByteArray::fromHex("20bbfac3dcc3fb20") << true;
        QTest::newRow("big5") << QByteArray::fromHex("20bef7b14ba657") << false; // the simplified name has no Big5 form
        QTest::newRow("other") << QByteArray("nothing of the kind") << false;
    }

    void findsEveryEncoding()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, found);
        QCOMPARE(!WordScanner({u"机密名"_s}).scan(bytes).isEmpty(), found);
    }

    void joinsWhatAnArrayCuts()
    {
        const WordScanner scanner({u"SECRETXQ"_s});
        QVERIFY(!scanner.scanStrings("[(SE)-20(CR)15(E)-3(TXQ)] TJ").isEmpty());
        QVERIFY(!scanner.scanStrings("<53454352> (\\105\\124\\130\\121)").isEmpty());
        QVERIFY(scanner.scanStrings("(SECR) Tj (ETXQ) Tj").isEmpty());
        QVERIFY(scanner.scan("SECR ETXQ").isEmpty());
        QCOMPARE(WordScanner::decodedStrings("(a\\)b\\\n(c)) <4 1 4>"), QByteArray("a)b(c)A@"));
    }

    void tellsWhichWord()
    {
        const WordScanner scanner({u"Alpha Ltd"_s, u"Beta Ltd"_s, u"Gamma"_s});
        QCOMPARE(scanner.scan("... Beta Ltd and Gamma"), (QSet<int> {1, 2}));
        QCOMPARE(scanner.scan("Alpha Lt"), QSet<int>());
        QVERIFY(WordScanner({}).scan("anything").isEmpty());
        QVERIFY(scanner.scan({}).isEmpty());
    }

    void shortFormsAreFoundByChanceAndLeftOut()
    {
        QVERIFY(WordScanner({u"abc"_s}).scan("xx abc xx").isEmpty()); // three bytes
        QVERIFY(!WordScanner({u"abc"_s}).scan("x\0a\0b\0c\0"_ba).isEmpty()); // six in UTF-16
    }

    void brokenStringsEndTheScan()
    {
        QCOMPARE(WordScanner::decodedStrings("(never closed"), "never closed"_ba);
        QCOMPARE(WordScanner::decodedStrings("<4142"), "AB"_ba);
        QCOMPARE(WordScanner::decodedStrings("(\\"), "\\"_ba);
        QCOMPARE(WordScanner::decodedStrings("<< /Key (a) >>"), "\na"_ba);
        QCOMPARE(WordScanner::decodedStrings("(a\\\0b\\n)"_ba), "a\0b\n"_ba); // what follows the sign may be any byte
    }
};

DW_TEST(TestWordScanner)
#include "tst_wordscanner.moc"
