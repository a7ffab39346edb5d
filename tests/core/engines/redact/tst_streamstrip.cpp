#include "core/engines/redact/streamstrip.h"
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

    void group4EndsAtItsEnd()
    {
        // Three rows of white (V0 = 1), then the end-of-block code, then bytes of somebody else's.
        const std::string rows("\xe0\x02\x00\x20", 4);
        const auto clean = streamstrip::group4(rows + "SECRETXQ");
        QVERIFY(clean);
        QCOMPARE(QByteArray::fromStdString(*clean).toHex(), "e0020020"_ba);
        QCOMPARE(*streamstrip::group4(*clean), *clean);
        const std::string dirty("\xe0\x02\x00\x3f", 4); // bits behind the code within its last byte
        QCOMPARE(QByteArray::fromStdString(*streamstrip::group4(dirty)).toHex(), "e0020020"_ba);
        QVERIFY(!streamstrip::group4("\xe0 no end of block"));
        QVERIFY(!streamstrip::group4({}));
    }
};

DW_TEST(TestStreamStrip)
#include "tst_streamstrip.moc"
