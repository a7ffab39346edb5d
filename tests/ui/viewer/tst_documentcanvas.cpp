#include "ui/viewer/documentcanvas.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const SearchText> wordsOf(const QStringList &words)
{
    PdfPageText page;
    for (int i = 0; i < words.size(); ++i) {
        PdfWord word;
        word.text = words.at(i);
        for (int c = 0; c < word.text.size(); ++c)
            word.charRects.append(QRectF(100 + 10 * c, 100 + 30 * i, 10, 12));
        word.rect = QRectF(100, 100 + 30 * i, 10.0 * double(word.text.size()), 12);
        word.lineEnd = true;
        page.words.append(word);
    }
    return std::make_shared<const SearchText>(page);
}

} // namespace

class TestDocumentCanvas final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        canvas = std::make_unique<DocumentCanvas>();
        connect(canvas.get(), &DocumentCanvas::wishesChanged, canvas.get(), [this](const QList<PictureWish> &list, qsizetype shown) {
            wishes = list;
            visible = shown;
        });
        canvas->resize(900, 600);
        canvas->setPages(QList<QSizeF>(50, QSizeF(595, 842)));
        canvas->setZoom(1);
        canvas->show();
    }

    void wishesForTheVisiblePagesFirst()
    {
        canvas->grab();
        QCOMPARE(wishes.first().page, 0);
        QCOMPARE(visible, 1);
        QCOMPARE(wishes.first().size, QSize(595, 842));
        canvas->showPlace(40, QRectF(0, 0, 10, 10));
        QVERIFY(visible <= 3);
        for (const PictureWish &wish : wishes)
            QVERIFY2(wish.page >= 38 && wish.page <= 44, "what scrolled away is forgotten");
        QVERIFY(wishes.size() > visible); // drawn in advance
        QVERIFY(canvas->currentPage() >= 39);
    }

    void drawsWhatCame()
    {
        QImage red(595, 842, QImage::Format_RGB32);
        red.fill(Qt::red);
        canvas->setPicture({0, red.size(), 0, {}}, red);
        const QImage shown = canvas->viewport()->grab().toImage();
        QCOMPARE(shown.pixelColor(shown.width() / 2, shown.height() / 2), QColor(Qt::red));
        canvas->goToPage(1);
        canvas->goToPage(0);
        for (const PictureWish &wish : wishes)
            QVERIFY(wish.page != 0); // is there
        canvas->setPicture({0, red.size(), 90, {}}, QImage()); // of a view that is no more
        QCOMPARE(canvas->viewport()->grab().toImage().pixelColor(400, 300), QColor(Qt::red));
    }

    void aPageThatFailsSaysSoAndTriesAgain()
    {
        canvas->setFailure(0, u"The reader stopped."_s);
        for (const PictureWish &wish : wishes)
            QVERIFY(wish.page != 0 || visible > 0);
        canvas->goToPage(1);
        canvas->goToPage(0);
        QVERIFY(std::none_of(wishes.begin(), wishes.end(), [](const PictureWish &wish) { return wish.page == 0; }));
        const QPointF button = QPointF(canvas->retryRect(0).center()) - canvas->toContents({0, 0});
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, button.toPoint());
        QVERIFY(!canvas->hasFailed(0));
        QCOMPARE(wishes.first().page, 0);
        canvas->setFailure(0, u"Again."_s);
        QTest::keyClick(canvas.get(), Qt::Key_Return);
        QVERIFY(!canvas->hasFailed(0));
    }

    void anAreaIsDrawnInPoints()
    {
        QSignalSpy drawn(canvas.get(), &DocumentCanvas::areaDrawn);
        drag({400, 300}, {450, 340});
        QCOMPARE(drawn.count(), 1);
        QCOMPARE(drawn.first().at(0).toInt(), 0);
        QCOMPARE(drawn.first().at(1).toRectF().size(), QSizeF(50, 40));
        canvas->setEditable(false);
        drag({400, 300}, {450, 340});
        QCOMPARE(drawn.count(), 1);
    }

    void aMarkIsMovedResizedAndCopied()
    {
        QSignalSpy moved(canvas.get(), &DocumentCanvas::markMoved);
        QSignalSpy copied(canvas.get(), &DocumentCanvas::markCopied);
        canvas->setMarks({{u"m1"_s, 0, QRectF(200, 200, 100, 50), Qt::blue, u"CLIENT"_s}});
        const QPoint middle = onScreen({250, 225});
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, middle);
        QCOMPARE(canvas->chosen(), u"m1"_s);
        drag(middle, middle + QPoint(30, 20));
        QCOMPARE(moved.takeFirst().at(1).toRectF(), QRectF(230, 220, 100, 50));
        const QPoint corner = onScreen({300, 250});
        drag(corner, corner + QPoint(10, 5));
        QCOMPARE(moved.takeFirst().at(1).toRectF(), QRectF(200, 200, 110, 55));
        drag(middle, middle + QPoint(0, 90), Qt::ControlModifier);
        QCOMPARE(moved.count(), 0);
        QCOMPARE(copied.takeFirst().at(1).toRectF(), QRectF(200, 290, 100, 50));
        drag(middle, middle + QPoint(5000, 0)); // never off the page
        QCOMPARE(moved.takeFirst().at(1).toRectF().right(), 595.0);
    }

    void theSameByKeysInOneEdit()
    {
        QSignalSpy moved(canvas.get(), &DocumentCanvas::markMoved);
        QSignalSpy removal(canvas.get(), &DocumentCanvas::removalWanted);
        QSignalSpy repeat(canvas.get(), &DocumentCanvas::repeatWanted);
        canvas->setMarks({{u"a"_s, 0, QRectF(200, 300, 100, 50), Qt::blue, u"A"_s}, {u"f"_s, 0, QRectF(200, 100, 9, 9), Qt::red, u"F"_s, true, true},
            {u"b"_s, 7, QRectF(200, 200, 100, 50), Qt::blue, u"B"_s}});
        canvas->setFocus();
        QTest::keyClick(canvas.get(), Qt::Key_Tab);
        QCOMPARE(canvas->chosen(), u"a"_s); // findings are passed over
        QTest::keyClick(canvas.get(), Qt::Key_Right);
        QTest::keyClick(canvas.get(), Qt::Key_Right);
        QTest::keyClick(canvas.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(moved.count(), 0);
        QTRY_COMPARE(moved.count(), 1);
        QCOMPARE(moved.first().at(1).toRectF(), QRectF(202, 300, 100, 51));
        QTest::keyClick(canvas.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(repeat.count(), 1);
        QTest::keyClick(canvas.get(), Qt::Key_Tab);
        QCOMPARE(canvas->chosen(), u"b"_s);
        QCOMPARE(canvas->currentPage(), 7);
        QTest::keyClick(canvas.get(), Qt::Key_Delete);
        QCOMPARE(removal.first().first().toString(), u"b"_s);
        QTest::keyClick(canvas.get(), Qt::Key_Escape);
        QVERIFY(canvas->chosen().isEmpty());
    }

    void textIsSelectedMarkedAndCopiedWhereAllowed()
    {
        QSignalSpy marked(canvas.get(), &DocumentCanvas::textMarked);
        QSignalSpy refused(canvas.get(), &DocumentCanvas::copyRefused);
        QSignalSpy area(canvas.get(), &DocumentCanvas::areaDrawn);
        canvas->setWords(0, wordsOf({u"Bluewater"_s, u"Shipping"_s}));
        drag(onScreen({102, 106}), onScreen({138, 136}));
        QCOMPARE(canvas->selection().text(), u"Bluewater\nShip"_s);
        QCOMPARE(area.count(), 0);
        QApplication::clipboard()->clear();
        QTest::keyClick(canvas.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(refused.count(), 1);
        QVERIFY(QApplication::clipboard()->text().isEmpty());
        canvas->setCopyAllowed(true);
        QTest::keyClick(canvas.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"Bluewater\nShip"_s);
        QTest::keyClick(canvas.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(canvas->selection().text(), u"Bluewater\nShipp"_s);
        QTest::keyClick(canvas.get(), Qt::Key_M);
        QCOMPARE(marked.count(), 1);
        QCOMPARE(marked.first().at(1).value<QList<QRectF>>(), (QList<QRectF> {QRectF(100, 100, 90, 12), QRectF(100, 130, 50, 12)}));
        QVERIFY(canvas->selection().isEmpty());
        drag(onScreen({102, 106}), onScreen({160, 136}), Qt::AltModifier);
        QCOMPARE(area.count(), 1); // Alt: an area, also over text
    }

    void zoomKeepsThePlace()
    {
        canvas->showPlace(20, QRectF(0, 400, 10, 10));
        const int page = canvas->currentPage();
        canvas->setZoom(2);
        QCOMPARE(canvas->currentPage(), page);
        canvas->setZoom(100);
        QVERIFY(canvas->zoom() <= 6);
        canvas->setFit(DocumentCanvas::Fit::Width);
        QVERIFY(canvas->horizontalScrollBar()->maximum() <= 1);
        QCOMPARE(canvas->currentPage(), page);
        canvas->setFit(DocumentCanvas::Fit::Page);
        const auto [first, last] = canvas->visiblePages();
        QVERIFY(last - first <= 2);
        canvas->resize(500, 400);
        QVERIFY(canvas->layout().pageRect(0).height() <= canvas->viewport()->height());
    }

    void keysTurnPages()
    {
        canvas->setFit(DocumentCanvas::Fit::Page);
        canvas->setFlow(PageFlow::Single);
        QCOMPARE(canvas->visiblePages(), std::make_pair(0, 0));
        QTest::keyClick(canvas.get(), Qt::Key_Right);
        QCOMPARE(canvas->currentPage(), 1);
        QTest::keyClick(canvas.get(), Qt::Key_Space);
        QCOMPARE(canvas->currentPage(), 2);
        QTest::keyClick(canvas.get(), Qt::Key_End);
        QCOMPARE(canvas->currentPage(), 49);
        QTest::keyClick(canvas.get(), Qt::Key_PageUp);
        QCOMPARE(canvas->currentPage(), 48);
        canvas->setColumns(2);
        QCOMPARE(canvas->visiblePages(), std::make_pair(48, 49));
        QTest::keyClick(canvas.get(), Qt::Key_Home);
        QCOMPARE(canvas->visiblePages(), std::make_pair(0, 1));
        canvas->setFlow(PageFlow::Continuous);
        QTest::keyClick(canvas.get(), Qt::Key_PageDown);
        QVERIFY(canvas->verticalScrollBar()->value() > 0);
        QTest::keyClick(canvas.get(), Qt::Key_R);
        QCOMPARE(canvas->layout().view().rotation, 90);
        QCOMPARE(wishes.first().rotation, 90);
    }

    void sizesThatComeLaterMoveNothing()
    {
        canvas->showPlace(30, QRectF(0, 400, 10, 10));
        const int offset = canvas->layout().pageRect(30).top() - canvas->verticalScrollBar()->value();
        canvas->replaceSizes(0, QList<QSizeF>(20, QSizeF(595, 300)));
        QCOMPARE(canvas->layout().pageRect(30).top() - canvas->verticalScrollBar()->value(), offset);
    }

private:
    QPoint onScreen(QPointF point) const
    {
        return (canvas->layout().toContents(0, point) - canvas->toContents({0, 0})).toPoint();
    }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *view = canvas->viewport();
        QTest::mousePress(view, Qt::LeftButton, modifiers, from);
        QMouseEvent move(QEvent::MouseMove, to, view->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(view, &move);
        QTest::mouseRelease(view, Qt::LeftButton, modifiers, to);
    }

    std::unique_ptr<DocumentCanvas> canvas;
    QList<PictureWish> wishes;
    qsizetype visible = 0;
};

DW_TEST(TestDocumentCanvas)
#include "tst_documentcanvas.moc"
