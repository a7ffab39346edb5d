#include "core/engines/parse/popplerdocument.h"

#include "tests/support/pdfmaker.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::PdfMaker;

/// Pages read one after the other by the short way are what each of them is by itself.
class TestPageRun final : public QObject
{
    Q_OBJECT

private slots:
    void pagesAreAsByThemselves();
    void nothingRunsIntoTheNextPage_data();
    void nothingRunsIntoTheNextPage();
    void drawnThingsAreNoted();
};

void TestPageRun::pagesAreAsByThemselves()
{
    PdfMaker maker;
    const int other = maker.add("<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>");
    for (int i = 0; i < 12; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray fonts = i % 5 == 4 ? "/F2 " + QByteArray::number(other) + " 0 R" : QByteArray();
        const QByteArray font = fonts.isEmpty() ? "/F1" : "/F2";
        const QByteArray extra = i == 7 ? "/Rotate 90" : i == 9 ? "/CropBox[100 100 500 700]" : i == 10 ? "/UserUnit 2" : "";
        maker.addPage("BT " + font + " 12 Tf 1 0 0 1 120 600 Tm (Page " + number + " account) Tj 0 -40 Td (SSN 360-05-" + number + "687) Tj /C 12 Tf 0 -30 Td <8D2653F7> Tj ET",
            extra, {}, fonts);
    }
    const auto document = PopplerDocument::open(maker.bytes());
    QVERIFY(document);
    for (int page = 0; page < 12; ++page) {
        const QList<PdfWord> words = (*document)->content(page).text.words;
        const QList<PdfWord> expected = (*document)->text(page, PopplerDocument::ActualText::Used).words;
        QVERIFY(expected.size() >= 5);
        QCOMPARE(PdfPageText {words}.plain(), PdfPageText {expected}.plain());
        for (qsizetype i = 0; i < words.size(); ++i) {
            QCOMPARE(words.at(i).charRects.size(), expected.at(i).charRects.size());
            const QRectF rect = words.at(i).rect, wanted = expected.at(i).rect;
            QVERIFY((rect.topLeft() - wanted.topLeft()).manhattanLength() < 0.01 && (rect.bottomRight() - wanted.bottomRight()).manhattanLength() < 0.01);
            QVERIFY((words.at(i).userRect.center() - expected.at(i).userRect.center()).manhattanLength() < 0.01);
        }
    }
}

void TestPageRun::nothingRunsIntoTheNextPage_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("resources");
    QTest::newRow("state not restored") << QByteArray("q 3 0 0 3 50 50 cm q") << QByteArray();
    QTest::newRow("restored too often") << QByteArray("Q Q Q") << QByteArray();
    QTest::newRow("clip and invisible text") << QByteArray("0 0 1 1 re W n 3 Tr") << QByteArray();
    QTest::newRow("layer that is off and never ends") << QByteArray("/OC /L BDC") << QByteArray("/Properties<</L LAYER>>");
    QTest::newRow("marked and never ends") << QByteArray("/Span <</ActualText(other)>> BDC BT /F1 12 Tf 50 500 Td (shown) Tj ET") << QByteArray();
    QTest::newRow("path never painted") << QByteArray("BT /F1 30 Tf 9 Ts 400 Tz 20 Tc 0 0 m 5 5 l") << QByteArray();
}

void TestPageRun::nothingRunsIntoTheNextPage()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, resources);
    PdfMaker maker;
    const int layer = maker.add("<</Type/OCG/Name(L)>>");
    const QByteArray reference = QByteArray::number(layer) + " 0 R";
    maker.addPage("BT /F1 12 Tf 100 600 Td (plain) Tj ET");
    maker.addPage(first, {}, resources.replace("LAYER", reference));
    maker.addPage("BT /F1 12 Tf 100 600 Td (account 6222) Tj ET");
    const auto document = PopplerDocument::open(maker.bytes("/OCProperties<</OCGs[" + reference + "]/D<</OFF[" + reference + "]>>>>"));
    QVERIFY(document);
    for (int page = 0; page < 3; ++page) {
        const PdfPageText expected = (*document)->text(page, PopplerDocument::ActualText::Used);
        const PdfPageText text = (*document)->content(page).text;
        QCOMPARE(text.plain(), expected.plain());
        if (page == 2) {
            QCOMPARE(text.plain(), u"account 6222\n"_s);
            QVERIFY((text.words.last().rect.topLeft() - expected.words.last().rect.topLeft()).manhattanLength() < 0.01);
        }
    }
}

void TestPageRun::drawnThingsAreNoted()
{
    PdfMaker maker;
    const int picture = maker.addStream("\xff", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8");
    maker.addPage("q 300 0 0 400 100 200 cm /P Do Q", {}, "/XObject<</P " + QByteArray::number(picture) + " 0 R>>");
    maker.addPage({});
    const auto document = PopplerDocument::open(maker.bytes());
    QVERIFY(document);
    const PdfPageContent drawn = (*document)->content(0);
    QVERIFY(drawn.isDrawn && drawn.text.words.isEmpty());
    QCOMPARE(drawn.pictures, QList<QRectF> {QRectF(100, 192, 300, 400)});
    QVERIFY(std::abs(drawn.pictureCover - 300.0 * 400 / (612 * 792)) < 0.001);
    const PdfPageContent blank = (*document)->content(1);
    QVERIFY(!blank.isDrawn && blank.pictures.isEmpty());
}

DW_TEST(TestPageRun)
#include "tst_pagerun.moc"
