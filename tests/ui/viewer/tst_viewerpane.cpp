#include "ui/viewer/viewerpane.h"
#include "tests/support/testmain.h"
#include "ui/viewer/searchpanel.h"
#include "ui/viewer/thumbnailstrip.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <atomic>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

/// Every page is white and says "page N of falcon"; `dead` cannot be drawn.
class PaperSource final : public PageSource
{
public:
    Result<QImage> draw(int page, QSize size, JobContext &) override
    {
        ++drawn;
        if (page == dead)
            return fail(ErrorCode::Corrupt, u"worker.crashed"_s);
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(Qt::white);
        return picture;
    }

    Result<PdfPageText> words(int page, JobContext &) override
    {
        ++read;
        PdfPageText text;
        double top = 100;
        for (const QString &each : {u"page"_s, QString::number(page + 1), u"of"_s, u"falcon"_s}) {
            PdfWord word;
            word.text = each;
            for (int c = 0; c < each.size(); ++c)
                word.charRects.append(QRectF(50 + 6 * c, top, 6, 10));
            word.rect = QRectF(50, top, 6.0 * double(each.size()), 10);
            word.spaceAfter = true;
            text.words.append(word);
            top += 20;
        }
        return text;
    }

    std::atomic_int dead = -1;
    std::atomic_int drawn = 0;
    std::atomic_int read = 0;
};

} // namespace

class TestViewerPane final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        runner = std::make_unique<JobRunner>();
        source = std::make_shared<PaperSource>();
        pane = std::make_unique<ViewerPane>();
        pane->resize(1000, 700);
    }

    void cleanup()
    {
        pane.reset();
        runner.reset();
    }

    void onlyWhatIsNearIsDrawn()
    {
        open(1000);
        QTRY_VERIFY(source->drawn > 3);
        QTest::qWait(200);
        QVERIFY2(source->drawn < 20, qPrintable(QString::number(source->drawn)));
    }

    void theRestIsReadWhenIdleAndFoundAtOnce()
    {
        open(60);
        QTRY_VERIFY(source->read >= 60);
        auto *words = pane->findChild<QLineEdit *>(u"search_words"_s);
        auto *count = pane->findChild<QLabel *>(u"search_count"_s);
        pane->beginSearch(u"falcon"_s);
        QTRY_COMPARE(count->text(), u"1 of 60"_s);
        const int read = source->read;
        words->setText(u"page 59 of"_s);
        QTRY_COMPARE(count->text(), u"1 of 1"_s);
        QCOMPARE(pane->canvas()->currentPage(), 58);
        QTRY_COMPARE(pane->canvas()->selection().text(), u"page 59 of"_s);
        QVERIFY(source->read <= read + 6); // only the words of what is shown now
    }

    void textsThatWereKeptAreNotReadAgain()
    {
        QMap<int, QString> texts;
        for (int page = 0; page < 500; ++page)
            texts.insert(page, u"page %1 of falcon "_s.arg(page + 1));
        open(500);
        pane->setTexts(texts);
        QTRY_VERIFY(source->drawn > 3);
        QTest::qWait(100);
        QVERIFY2(source->read < 8, qPrintable(QString::number(source->read))); // what is shown, to be selected
        auto *count = pane->findChild<QLabel *>(u"search_count"_s);
        pane->beginSearch(u"page 433 of"_s);
        QTRY_COMPARE(count->text(), u"1 of 1"_s);
        QTRY_COMPARE(pane->canvas()->selection().text(), u"page 433 of"_s); // its place is read then
        QVERIFY(source->read < 16);
    }

    void enterGoesFromHitToHit()
    {
        open(20);
        pane->beginSearch(u"falcon"_s);
        auto *count = pane->findChild<QLabel *>(u"search_count"_s);
        QTRY_COMPARE(count->text(), u"1 of 20"_s);
        auto *words = pane->findChild<QLineEdit *>(u"search_words"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(count->text(), u"2 of 20"_s);
        QTRY_COMPARE(pane->canvas()->selection().pages(), QList<int> {1});
        QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(count->text(), u"20 of 20"_s);
        QTest::keyClick(words, Qt::Key_Escape);
        QVERIFY(pane->findChild<ThumbnailStrip *>()->isVisible());
    }

    void aDeadPageIsTriedAgain()
    {
        source->dead = 0;
        open(5);
        QTRY_VERIFY(pane->canvas()->hasFailed(0));
        source->dead = -1;
        pane->canvas()->retry(0);
        QTRY_VERIFY(source->drawn >= 6);
        QVERIFY(!pane->canvas()->hasFailed(0));
    }

    void pageFieldAndThumbnailsGoTogether()
    {
        open(100);
        auto *strip = pane->findChild<ThumbnailStrip *>();
        auto *field = pane->findChild<QSpinBox *>(u"page"_s);
        field->setValue(51);
        QCOMPARE(pane->canvas()->currentPage(), 50);
        QCOMPARE(strip->current(), 50);
        QTest::keyClick(strip, Qt::Key_Down);
        QCOMPARE(pane->canvas()->currentPage(), 51);
        QCOMPARE(field->value(), 52);
    }

private:
    void open(int pages)
    {
        pane->show();
        pane->setDocument(source, *runner, QList<QSizeF>(pages, QSizeF(595, 842)));
    }

    std::unique_ptr<JobRunner> runner;
    std::shared_ptr<PaperSource> source;
    std::unique_ptr<ViewerPane> pane;
};

DW_TEST(TestViewerPane)
#include "tst_viewerpane.moc"
