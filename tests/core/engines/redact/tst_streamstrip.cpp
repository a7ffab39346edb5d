#include "core/engines/redact/streamstrip.h"
#include "core/engines/redact/wordscanner.h"
#include "tests/support/jbig2maker.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestStreamStrip final : public QObject
{
    Q_OBJECT

private slots:
    void jpegLosesItsRemarks()
    {
        QImage image(40, 30, QImage::Format_RGB888);
        image.fill(QColor(200, 30, 40));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(image.save(&buffer, "JPEG"));
        QByteArray spoiled = bytes;
        spoiled.insert(2, QByteArray("\xff\xfe\x00\x0aSECRETXQ", 12)); // comment
        spoiled.insert(2, QByteArray("\xff\xe1\x00\x0e" "Exif\0\0SECRET", 16));
        spoiled.append("SECRETXQ after the end");
        const auto clean = streamstrip::jpeg(spoiled.toStdString());
        QVERIFY(clean);
        QVERIFY(clean->find("SECRET") == std::string::npos);
        const QImage again = QImage::fromData(QByteArray::fromStdString(*clean), "JPEG");
        QCOMPARE(again.size(), image.size());
        QVERIFY(qAbs(again.pixelColor(5, 5).red() - 200) < 6);
        QVERIFY(!streamstrip::jpeg("no jpeg"));
        QVERIFY(!streamstrip::jpeg(std::string("\xff\xd8\xff\xe0\xff\xff", 6)));
    }

    void jbig2LosesItsRemarks()
    {
        const QByteArray page = dwtest::Jbig2Maker::page({40, 32}, {{1, {2, 1}}});
        const QByteArray remark = QByteArray::fromHex("000000033e00010000000a") + "SECRETXQ\0\0"_ba;
        const QByteArray end = QByteArray::fromHex("0000000431000100000000") + QByteArray::fromHex("0000000533000000000000");
        const std::string clean = *streamstrip::jbig2(QByteArray(page + remark + end + "SECRETXQ").toStdString());
        QCOMPARE(QByteArray::fromStdString(clean), page);
        QVERIFY(!streamstrip::jbig2("short"));
        QVERIFY(!streamstrip::jbig2(std::string(40, '\xff')));
        // A region of unknown length is the last thing that can be told apart.
        const QByteArray open = QByteArray::fromHex("000000022600 01ffffffff") + "data"_ba;
        QCOMPARE(QByteArray::fromStdString(*streamstrip::jbig2(QByteArray(page + open).toStdString())), QByteArray(page + open));
    }

    void commentsGoButNotStrings()
    {
        QCOMPARE(streamstrip::comments("1 % secret\n(a % b) 2"), std::string("1 \n(a % b) 2"));
        QCOMPARE(streamstrip::comments("(\\( % x) %y"), std::string("(\\( % x) \n"));
    }

    void scannerKnowsTheEncodings_data()
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

    void scannerKnowsTheEncodings()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, found);
        QCOMPARE(!WordScanner({u"机密名"_s}).scan(bytes).isEmpty(), found);
    }

    void scannerJoinsWhatAnArrayCuts()
    {
        const WordScanner scanner({u"SECRETXQ"_s});
        QVERIFY(!scanner.scanStrings("[(SE)-20(CR)15(E)-3(TXQ)] TJ").isEmpty());
        QVERIFY(!scanner.scanStrings("<53454352> (\\105\\124\\130\\121)").isEmpty());
        QVERIFY(scanner.scanStrings("(SECR) Tj (ETXQ) Tj").isEmpty());
        QVERIFY(scanner.scan("SECR ETXQ").isEmpty());
        QCOMPARE(WordScanner::decodedStrings("(a\\)b\\\n(c)) <4 1 4>"), QByteArray("a)b(c)A@"));
    }
};

DW_TEST(TestStreamStrip)
#include "tst_streamstrip.moc"
