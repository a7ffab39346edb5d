#include "core/engines/parse/symbolplacer.h"
#include "core/engines/parse/textrecogniser.h"
#include "tests/support/testmain.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestTextRecogniser : public QObject
{
    Q_OBJECT

private slots:
    void readsBothLanguages();
    void rectanglesCoverTheInk();
    void blankPaper();
    void noModels();
};

namespace {

constexpr double dpi = 200;

struct Drawn {
    QImage picture;
    QList<QRect> inks; ///< Of each line's last word.
};

QFont font()
{
    QFont result(u"Noto Sans CJK SC"_s);
    result.setPixelSize(30);
    return result;
}

/// Lines of a label and a value; where the value has its ink.
Drawn drawn(const QList<std::pair<QString, QString>> &lines)
{
    Drawn result;
    result.picture = QImage(1400, 120 + 80 * int(lines.size()), QImage::Format_RGB32);
    result.picture.fill(Qt::white);
    QPainter painter(&result.picture);
    painter.setFont(font());
    const QFontMetrics metrics(font());
    int y = 100;
    for (const auto &[label, value] : lines) {
        painter.drawText(60, y, label);
        const int x = 60 + metrics.horizontalAdvance(label);
        painter.drawText(x, y, value);
        result.inks.append(metrics.tightBoundingRect(value).translated(x, y));
        y += 80;
    }
    return result;
}

} // namespace

void TestTextRecogniser::readsBothLanguages()
{
    TextRecogniser recogniser;
    if (TextRecogniser::defaultModels().isEmpty())
        QSKIP("the language files of Tesseract are not installed");
    const Drawn page = drawn({{u"客户姓名与身份证号码："_s, u"110105199003078830"_s}, {u"The contact is "_s, u"a.person@example.com"_s}});
    const auto text = recogniser.read(page.picture, dpi);
    QVERIFY(text.has_value());
    const QString plain = text->plain();
    QVERIFY2(plain.contains(u"110105199003078830"_s), qPrintable(plain));
    QVERIFY2(plain.contains(u"a.person@example.com"_s), qPrintable(plain));
    QVERIFY2(plain.contains(u"客户姓名与身份证号码"_s), qPrintable(plain)); // no spaces within Chinese
}

void TestTextRecogniser::rectanglesCoverTheInk()
{
    if (TextRecogniser::defaultModels().isEmpty())
        QSKIP("the language files of Tesseract are not installed");
    const QList<std::pair<QString, QString>> lines {{u"客户王某，身份证号"_s, u"110105199003078830"_s}, {u"收款账号 "_s, u"6222021234567890123"_s},
        {u"手机"_s, u"13812345678"_s}, {u"Account number "_s, u"DE89370400440532013000"_s}};
    const Drawn page = drawn(lines);
    TextRecogniser recogniser;
    const auto text = recogniser.read(page.picture, dpi);
    QVERIFY(text.has_value());
    for (qsizetype line = 0; line < lines.size(); ++line) {
        const QString value = lines.at(line).second;
        QRectF covered;
        for (const PdfWord &word : text->words) {
            const qsizetype at = word.text.indexOf(value);
            for (qsizetype i = at; at >= 0 && i < at + value.size(); ++i)
                covered |= word.charRects.at(i);
        }
        QVERIFY2(!covered.isNull(), qPrintable(value));
        const double scale = dpi / 72;
        const QRectF pixels(covered.topLeft() * scale, covered.size() * scale);
        const QRectF ink = QRectF(page.inks.at(line)).adjusted(1.5, 1.5, -1.5, -1.5); // soft edges
        QVERIFY2(pixels.contains(ink), qPrintable(u"%1: %2..%3 does not cover %4..%5"_s.arg(value).arg(pixels.left()).arg(pixels.right()).arg(ink.left()).arg(ink.right())));
        // And not much of the label before it.
        QVERIFY2(pixels.left() > ink.left() - 12, qPrintable(value));
    }
}

void TestTextRecogniser::blankPaper()
{
    QImage grain(600, 400, QImage::Format_Grayscale8);
    for (int y = 0; y < grain.height(); ++y) {
        for (int x = 0; x < grain.width(); ++x)
            grain.scanLine(y)[x] = uchar(235 + (x * 7 + y * 13) % 20);
    }
    // Without models: a blank page needs none.
    const auto text = TextRecogniser(u"/nonexistent"_s).read(grain, dpi);
    QVERIFY(text.has_value() && text->words.isEmpty());
}

void TestTextRecogniser::noModels()
{
    const auto text = TextRecogniser(u"/nonexistent"_s).read(drawn({{u"a"_s, u"b"_s}}).picture, dpi);
    QVERIFY(!text);
    QCOMPARE(text.error().reason, u"ocr.no_models"_s);
}

DW_TEST(TestTextRecogniser)
#include "tst_textrecogniser.moc"
