#include "ui/viewer/documentcanvas.h"
#include "tests/support/testmain.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestDocumentCanvas final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        canvas = std::make_unique<DocumentCanvas>();
        canvas->resize(800, 600);
        canvas->setPages(QList<QSizeF>(50, QSizeF(595, 842)));
        canvas->setZoom(1);
    }

    void asksForTheVisiblePagesOnly()
    {
        QSignalSpy wanted(canvas.get(), &DocumentCanvas::pictureWanted);
        canvas->grab();
        QVERIFY(wanted.count() >= 1 && wanted.count() <= 2);
        QCOMPARE(wanted.first().at(0).toInt(), 0);
        canvas->grab();
        QVERIFY(wanted.count() <= 2); // asked once
        canvas->showPlace(40, QRectF(0, 0, 10, 10));
        canvas->grab();
        QVERIFY(wanted.last().at(0).toInt() >= 39);
        QVERIFY(canvas->currentPage() >= 39);
    }

    void drawsWhatWasRendered()
    {
        QSignalSpy wanted(canvas.get(), &DocumentCanvas::pictureWanted);
        canvas->grab();
        QImage red(595, 842, QImage::Format_RGB888);
        red.fill(Qt::red);
        canvas->setPicture(0, wanted.first().at(1).toDouble(), red);
        const QImage shown = canvas->viewport()->grab().toImage();
        QCOMPARE(shown.pixelColor(shown.width() / 2, shown.height() / 2), QColor(Qt::red));
        canvas->setPicture(0, 1.5, QImage()); // of a size nobody wants any more
        QCOMPARE(canvas->viewport()->grab().toImage().pixelColor(400, 300), QColor(Qt::red));
    }

    void anAreaIsDrawnInPoints()
    {
        QSignalSpy drawn(canvas.get(), &DocumentCanvas::areaDrawn);
        QWidget *view = canvas->viewport();
        const QPoint from(view->width() / 2, 100), to(view->width() / 2 + 50, 140);
        QTest::mousePress(view, Qt::LeftButton, {}, from);
        QTest::mouseMove(view, to);
        QMouseEvent move(QEvent::MouseMove, to, view->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view, &move);
        QTest::mouseRelease(view, Qt::LeftButton, {}, to);
        QCOMPARE(drawn.count(), 1);
        QCOMPARE(drawn.first().at(0).toInt(), 0);
        QCOMPARE(drawn.first().at(1).toRectF().size(), QSizeF(50, 40));
    }

    void aClickChoosesAndDeleteRemoves()
    {
        QSignalSpy chosen(canvas.get(), &DocumentCanvas::markChosen);
        QSignalSpy removal(canvas.get(), &DocumentCanvas::removalWanted);
        canvas->setMarks({{u"m1"_s, 0, QRectF(0, 0, 595, 842), Qt::blue, u"CLIENT"_s, false}});
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, QPoint(400, 300));
        QCOMPARE(chosen.first().first().toString(), u"m1"_s);
        QTest::keyClick(canvas.get(), Qt::Key_Delete);
        QCOMPARE(removal.first().first().toString(), u"m1"_s);
        const QImage shown = canvas->viewport()->grab().toImage();
        QVERIFY(shown.pixelColor(400, 300) != QColor(Qt::white)); // the veil
    }

    void zoomKeepsThePage()
    {
        canvas->showPlace(20, QRectF(0, 400, 10, 10));
        const int page = canvas->currentPage();
        canvas->setZoom(2);
        QCOMPARE(canvas->currentPage(), page);
        canvas->setZoom(100);
        QVERIFY(canvas->zoom() <= 4);
        canvas->fitWidth();
        QVERIFY(canvas->horizontalScrollBar()->maximum() <= 1);
    }

private:
    std::unique_ptr<DocumentCanvas> canvas;
};

DW_TEST(TestDocumentCanvas)
#include "tst_documentcanvas.moc"
