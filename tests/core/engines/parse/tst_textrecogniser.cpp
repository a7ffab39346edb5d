#include "core/engines/parse/symbolplacer.h"
#include "core/engines/parse/textrecogniser.h"
#include "tests/support/testmain.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <array>

using namespace dw;
using namespace Qt::StringLiterals;

class TestTextRecogniser : public QObject
{
    Q_OBJECT

private slots:
    void readsBothLanguages();
    void rectanglesCoverTheInk();
    void everyPixelBehindChinese_data();
    void everyPixelBehindChinese();
    void turnedPages_data();
    void turnedPages();
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

void TestTextRecogniser::everyPixelBehindChinese_data()
{
    QTest::addColumn<int>("resolution");
    QTest::addRow("200 dpi") << 200;
    QTest::addRow("300 dpi") << 300;
}

/// Sentences as contracts have them: numbers directly behind Chinese, with commas that hang low and a full stop behind.
void TestTextRecogniser::everyPixelBehindChinese()
{
    QFETCH(int, resolution);
    if (TextRecogniser::defaultModels().isEmpty())
        QSKIP("the language files of Tesseract are not installed");
    const QList<std::array<QString, 3>> lines {{u"北京豪远食品股份有限公司，统一社会信用代码"_s, u"9161011344XMFBBBBY"_s, u"。"_s},
        {u"客户侯秀清，身份证号"_s, u"440305199003072316"_s, u"，手机"_s}, {u"厦门炮明物流有限公司，统一社会信用代码"_s, u"91310115R5U5057QT8"_s, u"，地址见后。"_s},
        {u"收款账号"_s, u"6222095840741659626"_s, u"，"_s}, {u"联系人于溪，手机"_s, u"13949605748"_s, u"。"_s}};
    const double scale = resolution / 72.0;
    QFont face(u"Noto Sans CJK SC"_s);
    face.setPixelSize(int(9 * scale));
    const QFontMetrics metrics(face);
    const auto x = [&](qsizetype line, int parts) {
        return int(40 * scale) + (parts > 0 ? metrics.horizontalAdvance(lines.at(line)[0]) : 0) + (parts > 1 ? metrics.horizontalAdvance(lines.at(line)[1]) : 0);
    };
    // Each part on a sheet of its own tells whose every pixel is.
    std::array<QImage, 3> sheets;
    for (std::size_t part = 0; part < 3; ++part) {
        sheets[part] = QImage(int(420 * scale), int((40 + 14 * double(lines.size())) * scale), QImage::Format_Grayscale8);
        sheets[part].fill(255);
        QPainter painter(&sheets[part]);
        painter.setFont(face);
        for (qsizetype line = 0; line < lines.size(); ++line)
            painter.drawText(x(line, int(part)), int((30 + 14 * double(line)) * scale), lines.at(line)[part]);
    }
    QImage scan = sheets[0].copy();
    for (int row = 0; row < scan.height(); ++row) {
        for (int column = 0; column < scan.width(); ++column)
            scan.scanLine(row)[column] = std::min({sheets[0].constScanLine(row)[column], sheets[1].constScanLine(row)[column], sheets[2].constScanLine(row)[column]});
    }
    const auto text = TextRecogniser().read(scan, resolution);
    QVERIFY(text.has_value());
    for (qsizetype line = 0; line < lines.size(); ++line) {
        const QString value = lines.at(line)[1];
        QString all;
        QList<QRectF> places;
        for (const PdfWord &word : text->words) {
            all += word.text;
            places += word.charRects;
        }
        const qsizetype at = all.indexOf(value);
        QVERIFY2(at >= 0, qPrintable(all));
        QRectF covered;
        for (qsizetype i = at; i < at + value.size(); ++i)
            covered |= places.at(i);
        const QRectF pixels(covered.topLeft() * scale, covered.size() * scale);
        const int baseline = int((30 + 14 * double(line)) * scale);
        const QRect band(0, baseline - int(9 * scale), scan.width(), int(12 * scale));
        int left = 0;
        for (int row = band.top(); row < band.bottom(); ++row) {
            for (int column = 0; column < scan.width(); ++column) {
                constexpr uchar visible = 224;
                if (sheets[1].constScanLine(row)[column] < visible && !pixels.contains(QRectF(column, row, 1, 1)))
                    ++left;
            }
        }
        QVERIFY2(left == 0, qPrintable(u"%1: %2 pixels outside %3..%4, ink from %5"_s.arg(value).arg(left).arg(pixels.left()).arg(pixels.right()).arg(x(line, 1))));
        // And hardly more than one character on either side.
        QVERIFY2(pixels.width() < metrics.horizontalAdvance(value) + 3.0 * face.pixelSize(), qPrintable(value));
    }
}

void TestTextRecogniser::turnedPages_data()
{
    QTest::addColumn<int>("turn");
    for (const int turn : {90, 180, 270})
        QTest::addRow("%d", turn) << turn;
}

/// A page on its side or on its head is read, and its rectangles lie where the ink is on the page as it came.
void TestTextRecogniser::turnedPages()
{
    QFETCH(const int, turn);
    if (TextRecogniser::defaultModels().isEmpty())
        QSKIP("the language files of Tesseract are not installed");
    QList<std::pair<QString, QString>> lines {{u"客户姓名与身份证号码："_s, u"110105199003078830"_s}, {u"The contact is "_s, u"a.person@example.com"_s}};
    for (int i = 0; i < 6; ++i)
        lines.append({u"双方同意在交割日前完成尽职调查并且 the parties agree "_s, u"13812345678"_s});
    const Drawn page = drawn(lines);
    const QTransform turning = QTransform().rotate(turn);
    const QImage turned = page.picture.transformed(turning);
    TextRecogniser recogniser;
    const auto text = recogniser.read(turned, dpi);
    QVERIFY(text.has_value());
    const QString plain = text->plain();
    QVERIFY2(plain.contains(u"110105199003078830"_s) && plain.contains(u"a.person@example.com"_s), qPrintable(plain));
    const QTransform real = QImage::trueMatrix(turning, page.picture.width(), page.picture.height());
    for (qsizetype line = 0; line < lines.size(); ++line) {
        const QRectF ink = real.mapRect(QRectF(page.inks.at(line)));
        QRectF covered;
        for (const PdfWord &word : text->words) {
            const QRectF pixels(word.rect.topLeft() * (dpi / 72), word.rect.size() * (dpi / 72));
            if (lines.at(line).second.contains(word.text) || word.text.contains(lines.at(line).second))
                covered |= pixels.intersects(ink) ? pixels : QRectF();
        }
        QVERIFY2(covered.adjusted(-3, -3, 3, 3).contains(ink), qPrintable(QString::number(line)));
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
