#include "ui/viewer/readersearch.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

SearchText textOf(const QString &words)
{
    PdfPageText page;
    for (const QString &word : words.split(u' ')) {
        PdfWord made;
        made.text = word;
        made.charRects.fill(QRectF(0, 0, 1, 1), word.size());
        made.spaceAfter = true;
        page.words.append(made);
    }
    return SearchText(page);
}

} // namespace

class TestReaderSearch final : public QObject
{
    Q_OBJECT

private slots:
    void hitsComeFromThePageOnAndRound()
    {
        ReaderSearch search;
        search.setPageCount(10);
        for (int page = 0; page < 10; ++page)
            search.put(page, textOf(page % 3 == 0 ? u"the Account of accounting"_s : u"nothing"_s));
        QSignalSpy finished(&search, &ReaderSearch::finished);
        search.start(u"ACCOUNT"_s, WordMatch::Substring, 5);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(search.count(), 8);
        QCOMPARE(search.hit(0).page, 6);
        QCOMPARE(search.hit(2).page, 9);
        QCOMPARE(search.hit(4).page, 0);
        QCOMPARE(search.hitsOn(9), (QList<int> {2, 3}));
        QVERIFY(search.around(search.hit(0), 4).contains("account"_L1));
        search.start(u"account"_s, WordMatch::Whole, 0);
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(search.count(), 4);
        search.start(u"  "_s, WordMatch::Whole, 0);
        QCOMPARE(search.count(), 0);
    }

    void anotherTextThanWasKeptIsSearchedAnew()
    {
        ReaderSearch search;
        search.setPageCount(2);
        search.put(0, u"the account is closed"_s);
        search.put(1, u"an account"_s);
        QSignalSpy finished(&search, &ReaderSearch::finished);
        search.start(u"Account"_s, WordMatch::Substring, 0);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(search.count(), 2);
        search.put(0, textOf(u"nothing of it"_s)); // what the page really says
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(search.count(), 1);
        QCOMPARE(search.hit(0).page, 1);
    }

    void asksForWhatItHasNotRead()
    {
        ReaderSearch search;
        search.setPageCount(3);
        search.put(1, textOf(u"王芳 签字"_s));
        QSignalSpy wanted(&search, &ReaderSearch::textWanted);
        QSignalSpy found(&search, &ReaderSearch::hitsFound);
        search.start(u"王芳签"_s, WordMatch::Whole, 1);
        QCOMPARE(found.count(), 1); // before the rest is read
        QCOMPARE(wanted.last().first().value<QList<int>>(), (QList<int> {2, 0}));
        QVERIFY(search.isRunning());
        search.put(2, textOf(u"王芳签"_s));
        QTRY_COMPARE(search.count(), 2);
        search.skip(0); // cannot be read
        QTRY_VERIFY(!search.isRunning());
        QCOMPARE(search.searchedPages(), 3);
        QVERIFY(search.unread(0, 5).isEmpty());
    }
};

DW_TEST(TestReaderSearch)
#include "tst_readersearch.moc"
