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

DW_TEST(TestPageFinder)
#include "tst_pagefinder.moc"
