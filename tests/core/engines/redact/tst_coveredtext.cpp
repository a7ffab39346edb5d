// Words that are there and cannot be read.
#include "core/engines/redact/coveredtext.h"
#include "tests/support/testmain.h"

#include <QPainter>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestCoveredText final : public QObject
{
    Q_OBJECT

    static constexpr double scale = 2;

    /// "SECRET" at (50, 100) in letters 8 x 12, under what `paint` draws.
    struct Page {
        PageDrawing drawing;
        QImage picture {400, 300, QImage::Format_RGB888};

        explicit Page(const QColor &ground = Qt::white, const QColor &ink = Qt::black, bool invisible = false)
        {
            picture.fill(ground);
            QPainter painter(&picture);
            for (int i = 0; i < 6; ++i) {
                DrawnGlyph glyph;
                glyph.origin = QPointF(50 + 8 * i, 100);
                glyph.box = QRectF(50 + 8 * i, 90, 8, 12);
                glyph.at = i;
                glyph.length = 1;
                glyph.invisible = invisible;
                drawing.glyphs.append(glyph);
                if (!invisible)
                    painter.fillRect(QRectF((52 + 8 * i) * scale, 91 * scale, 3 * scale, 10 * scale), ink);
            }
            drawing.text = u"SECRET"_s;
        }

        void cover(const QColor &color, double opacity = 1)
        {
            DrawnItem item;
            item.box = QRectF(48, 88, 54, 16);
            item.grey = qGray(color.rgb());
            item.black = color == Qt::black && opacity == 1;
            item.plain = opacity == 1;
            item.opacity = opacity;
            item.glyphsBefore = drawing.glyphs.size();
            drawing.items.append(item);
            QPainter painter(&picture);
            painter.setOpacity(opacity);
            painter.fillRect(QRectF(48 * scale, 88 * scale, 54 * scale, 16 * scale), color);
        }

        CoveredText judged() const
        {
            CoveredText result(drawing, picture, scale);
            result.run();
            return result;
        }
    };

private slots:
    void plainWordsAreSeen()
    {
        const Page page;
        const CoveredText text = page.judged();
        QVERIFY(text.underBox.isEmpty() && text.underCover.isEmpty() && text.seenThrough.isEmpty() && text.unseen.isEmpty());
    }

    void underADarkBox()
    {
        Page page;
        page.cover(Qt::black);
        QCOMPARE(page.judged().underBox, QStringList {u"SECRET"_s});
        Page blue;
        blue.cover(QColor(0, 0, 80));
        QCOMPARE(blue.judged().underBox, QStringList {u"SECRET"_s});
    }

    void underALightOne()
    {
        Page page;
        page.cover(QColor(230, 230, 230));
        QCOMPARE(page.judged().underCover, QStringList {u"SECRET"_s});
    }

    void throughOneThatLetsItThrough()
    {
        Page page;
        page.cover(QColor(40, 40, 40), 0.85);
        QCOMPARE(page.judged().seenThrough, QStringList {u"SECRET"_s});
    }

    void inTheColourOfTheGround()
    {
        QCOMPARE(Page(Qt::white, Qt::white).judged().unseen, QStringList {u"SECRET"_s});
        QCOMPARE(Page(Qt::black, Qt::black).judged().underBox, QStringList {u"SECRET"_s});
    }

    void theLayerOfAScanIsNothingStrange()
    {
        QVERIFY(Page(Qt::white, Qt::black, true).judged().unseen.isEmpty());
    }
};

DW_TEST(TestCoveredText)
#include "tst_coveredtext.moc"
