#include "core/engines/parse/popplerdocument.h"

#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::PdfMaker;

class TestPopplerDocument final : public QObject
{
    Q_OBJECT

private slots:
    void verticalWritingIsWhereItsInkIs_data()
    {
        QTest::addColumn<int>("rotation");
        QTest::addColumn<QByteArray>("matrix");
        for (const int rotation : {0, 90, 180, 270})
            QTest::addRow("page turned by %d", rotation) << rotation << QByteArray("1 0 0 1 300 500");
        QTest::newRow("text turned") << 0 << QByteArray("0 1 -1 0 300 400");
        QTest::newRow("larger units") << -1 << QByteArray("1 0 0 1 300 500");
    }

    void verticalWritingIsWhereItsInkIs()
    {
        QFETCH(int, rotation);
        QFETCH(QByteArray, matrix);
        PdfMaker maker;
        const int font = maker.add("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-V/DescendantFonts[5 0 R]>>");
        maker.addPage("BT /V 16 Tf " + matrix + " Tm <4E0E5F204E094E307B7E> Tj ET", // 与张三丰签
            rotation < 0 ? QByteArray("/UserUnit 2") : QByteArray("/Rotate " + QByteArray::number(rotation)), {}, "/V " + QByteArray::number(font) + " 0 R");
        const auto document = PopplerDocument::open(maker.bytes());
        QVERIFY(document);
        const QList<PdfWord> words = (*document)->text(0).words;
        QCOMPARE(words.size(), 1);
        QCOMPARE(words.first().text, u"与张三丰签"_s);
        const auto picture = (*document)->render(0, 72);
        QVERIFY(picture);
        QRect ink;
        for (int y = 0; y < picture->height(); ++y) {
            for (int x = 0; x < picture->width(); ++x) {
                if (qGray(picture->pixel(x, y)) < 128)
                    ink |= QRect(x, y, 1, 1);
            }
        }
        QVERIFY(!ink.isEmpty());
        const QRectF whole = words.first().rect;
        QVERIFY2(whole.adjusted(-1, -1, 1, 1).contains(QRectF(ink)), qPrintable(u"%1,%2"_s.arg(whole.x() - ink.x()).arg(whole.y() - ink.y())));
        QVERIFY(whole.width() < ink.width() + 10 && whole.height() < ink.height() + 10);
        QRectF characters;
        for (const QRectF &rect : words.first().charRects)
            characters |= rect;
        QVERIFY(std::abs(characters.x() - whole.x()) < 0.1 && std::abs(characters.bottom() - whole.bottom()) < 0.1);
    }
};

DW_TEST(TestPopplerDocument)
#include "tst_popplerdocument.moc"
