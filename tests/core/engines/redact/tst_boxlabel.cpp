// Labels in boxes: their size tells nothing of what was under the box.
#include "core/engines/redact/boxlabel.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestBoxLabel final : public QObject
{
    Q_OBJECT

    static int lightPixels(const QImage &image, const QRect &rect)
    {
        int count = 0;
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            for (int x = rect.left(); x <= rect.right(); ++x)
                count += qGray(image.pixel(x, y)) > 128;
        }
        return count;
    }

private slots:
    void standsInTheMiddleOrNotAtAll()
    {
        const QRect box(20, 30, 300, 40);
        const QRect place = boxlabel::place(box, u"client"_s);
        QVERIFY(!place.isEmpty() && box.contains(place));
        QVERIFY((place.center() - box.center()).manhattanLength() <= 2);
        QVERIFY(boxlabel::place(QRect(20, 30, 12, 40), u"client"_s).isEmpty()); // too narrow
        QVERIFY(boxlabel::place(QRect(20, 30, 300, 8), u"client"_s).isEmpty()); // too low
        QVERIFY(boxlabel::place(box, QString()).isEmpty());
        QVERIFY(boxlabel::place(box, QString(41, u'x')).isEmpty());
    }

    void burnsBlackWithTheLabelInWhite_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("grey") << int(QImage::Format_Grayscale8);
        QTest::newRow("colour") << int(QImage::Format_RGB888);
    }

    void burnsBlackWithTheLabelInWhite()
    {
        QFETCH(int, format);
        QImage image(340, 100, QImage::Format(format));
        image.fill(Qt::white);
        const QRect box(20, 30, 300, 40);
        boxlabel::burn(image, box, {});
        QCOMPARE(lightPixels(image, box), 0);
        QCOMPARE(lightPixels(image, image.rect()), 340 * 100 - 300 * 40); // and nothing else
        boxlabel::burn(image, box, u"client"_s);
        const int letters = lightPixels(image, boxlabel::place(box, u"client"_s));
        QVERIFY(letters > 20 && letters < 300 * 40 / 2);
        QCOMPARE(lightPixels(image, box), letters);
        boxlabel::burn(image, QRect(), u"client"_s); // nothing to do
        QCOMPARE(lightPixels(image, box), letters);
    }
};

DW_TEST(TestBoxLabel)
#include "tst_boxlabel.moc"
