#include "core/engines/find/pagefinder.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestPageFinder : public QObject
{
    Q_OBJECT

private slots:
    void rectanglesOfCharacters();
    void brokenOverLines_data();
    void brokenOverLines();
    void brokenInCells();
    void columnsOfNumbersStayApart();
    void whatOtherPagesTell();
};

namespace {

PdfWord word(const QString &text, double x, double y, bool endsLine)
{
    PdfWord result;
    result.text = text;
    result.rect = QRectF(x, y, 10.0 * double(text.size()), 12);
    for (qsizetype i = 0; i < text.size(); ++i)
        result.charRects.append(QRectF(x + 10.0 * double(i), y, 10, 12));
    result.lineEnd = endsLine;
    result.spaceAfter = !endsLine;
    return result;
}

} // namespace

void TestPageFinder::rectanglesOfCharacters()
{
    PdfPageText page;
    page.words = {word(u"电话13812345678。"_s, 0, 0, true), word(u"与华天"_s, 0, 20, true), word(u"科技签约"_s, 0, 40, false)};
    const Finder finder({{{u"华天科技"_s, u"COMPANY"_s}}, false});
    const QList<PageSpan> found = findOnPage(finder, page);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].text, u"13812345678"_s);
    QCOMPARE(found[0].rects, QList<QRectF> {QRectF(20, 0, 110, 12)});
    // A name that goes over the end of a line has a rectangle on each.
    QCOMPARE(found[1].span.type, u"COMPANY"_s);
    QCOMPARE(found[1].rects, (QList<QRectF> {QRectF(10, 20, 20, 12), QRectF(0, 40, 20, 12)}));
    QVERIFY(findOnPage(finder, {}).isEmpty());
}

void TestPageFinder::brokenOverLines_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("value");
    QTest::newRow("resident number") << u"holder 52028119860"_s << u"5250262ok"_s << u"520281198605250262"_s;
    QTest::newRow("mail") << u"write to a.person@exa"_s << u"mple.com"_s << u"a.person@example.com"_s;
    QTest::newRow("company") << u"与华天科技有"_s << u"限公司签约"_s << u"华天科技有限公司"_s;
}

void TestPageFinder::brokenOverLines()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, value);
    PdfPageText page;
    qsizetype x = 0;
    for (const QString &part : first.split(u' ')) {
        page.words.append(word(part, 10.0 * double(x), 0, false));
        x += part.size() + 1;
    }
    page.words.last().lineEnd = true;
    page.words.append(word(second.replace(u"ok"_s, QString()), 0, 14, true));
    const Finder finder({{{u"华天科技有限公司"_s, u"COMPANY"_s}}, false});
    const QList<PageSpan> found = findOnPage(finder, page);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].text.simplified().remove(u' '), value);
    QCOMPARE(found[0].rects.size(), 2); // a rectangle on each line
    QCOMPARE(found[0].rects[1].top(), 14.0);
}

void TestPageFinder::brokenInCells()
{
    // Two cells side by side, each two lines high, as an extractor reads them: line by line across the table.
    PdfPageText page;
    page.words = {word(u"52028119860"_s, 0, 0, false), word(u"a.person@ex"_s, 200, 0, true), word(u"5250262"_s, 0, 14, false), word(u"ample.com"_s, 200, 14, true)};
    const QList<PageSpan> found = findOnPage(Finder(), page);
    QStringList texts;
    for (const PageSpan &span : found)
        texts.append(span.text);
    QVERIFY2(texts.contains(u"520281198605250262"_s), qPrintable(texts.join(u' ')));
    QVERIFY2(texts.contains(u"a.person@example.com"_s), qPrintable(texts.join(u' ')));
}

void TestPageFinder::columnsOfNumbersStayApart()
{
    PdfPageText page;
    for (int i = 0; i < 6; ++i)
        page.words.append(word(u"%1"_s.arg(138000000 + i * 7919), 0, 14 * i, true));
    QVERIFY(findOnPage(Finder(), page).isEmpty());
}

void TestPageFinder::whatOtherPagesTell()
{
    PdfPageText first, second;
    first.words = {word(u"E87909165"_s, 0, 0, true)};
    second.words = {word(u"护照E87909165"_s, 0, 0, true)};
    const Finder finder;
    DocumentNotes notes;
    PageSearch one(first), two(second);
    const PageSearch::Found inFirst = one.findFirst(finder, notes);
    (void)two.findFirst(finder, notes);
    QVERIFY(one.findAgain(finder, inFirst, nullptr).isEmpty());
    const NameDictionary noted = Finder::noted(notes);
    const QList<PageSpan> found = one.findAgain(finder, inFirst, &noted);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].rects, QList<QRectF> {QRectF(0, 0, 90, 12)});
}

DW_TEST(TestPageFinder)
#include "tst_pagefinder.moc"
