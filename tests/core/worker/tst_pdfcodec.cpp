#include "core/worker/pdfcodec.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace dw;
using namespace Qt::StringLiterals;

class TestPdfCodec final : public QObject
{
    Q_OBJECT

private slots:
    void textComesBack();
    void whatIsCutIsRefused();
    void untrueNumbersAreRefused();

private:
    static PdfPageText text();
    static PdfPageInfo info();
};

PdfPageInfo TestPdfCodec::info()
{
    PdfPageInfo info;
    info.mediaBox = info.cropBox = QRectF(0, 0, 600, 800);
    return info;
}

/// One word in a row, one whose characters stand anywhere, one of a surrogate pair, an empty one.
PdfPageText TestPdfCodec::text()
{
    PdfPageText text;
    PdfWord row {u"账号6"_s, QRectF(50, 100, 25, 10), {}, {QRectF(50, 100, 10, 10), QRectF(60, 100, 10, 10), QRectF(70, 100, 5, 10)}, 0, true, false};
    PdfWord apart {u"ab"_s, QRectF(50, 120, 10, 30), {}, {QRectF(50, 120, 10, 10), QRectF(50, 140, 10, 10)}, 90, false, true};
    PdfWord pair {u"𠮷"_s, QRectF(80, 100, 10, 10), {}, {QRectF(80, 100, 10, 10), QRectF(80, 100, 10, 10)}, 0, false, false};
    text.words = {row, apart, pair, PdfWord {}};
    return text;
}

void TestPdfCodec::textComesBack()
{
    const PdfPageText given = text();
    const auto read = pdfcodec::readText(pdfcodec::write(given), info());
    QVERIFY(read);
    QCOMPARE(read->words.size(), given.words.size());
    for (qsizetype i = 0; i < given.words.size(); ++i) {
        const PdfWord &word = read->words.at(i), &wanted = given.words.at(i);
        QCOMPARE(word.text, wanted.text);
        QCOMPARE(word.rect, wanted.rect);
        QCOMPARE(word.charRects, wanted.charRects);
        QCOMPARE(word.rotation, wanted.rotation);
        QCOMPARE(word.spaceAfter, wanted.spaceAfter);
        QCOMPARE(word.lineEnd, wanted.lineEnd);
        QCOMPARE(word.userRect, info().toUser(wanted.rect));
    }
    QVERIFY(pdfcodec::readText(pdfcodec::write(PdfPageText {}), info())->words.isEmpty());
}

void TestPdfCodec::whatIsCutIsRefused()
{
    const QByteArray whole = pdfcodec::write(text());
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!pdfcodec::readText(whole.first(size), info()), qPrintable(QString::number(size)));
    QVERIFY(!pdfcodec::readText(whole + 'x', info()));
}

void TestPdfCodec::untrueNumbersAreRefused()
{
    const QByteArray whole = pdfcodec::write(text());
    const auto with = [&whole](qsizetype at, const QByteArray &bytes) { return QByteArray(whole).replace(at, bytes.size(), bytes); };
    QVERIFY(!pdfcodec::readText(with(0, QByteArray(4, '\xff')), info())); // words
    QVERIFY(!pdfcodec::readText(with(4, QByteArray(4, '\xff')), info())); // the first one's length
    QVERIFY(!pdfcodec::readText(with(8, QByteArray("\x68\x01", 2)), info())); // turned by 360 degrees
    const float nowhere[] = {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), 1e9f};
    for (const float value : nowhere)
        QVERIFY(!pdfcodec::readText(with(12, QByteArray(reinterpret_cast<const char *>(&value), sizeof value)), info()));
    // Characters without places, as no page has them.
    PdfPageText odd = text();
    odd.words[0].charRects.clear();
    QVERIFY(!pdfcodec::readText(pdfcodec::write(odd), info()));
}

DW_TEST(TestPdfCodec)
#include "tst_pdfcodec.moc"
