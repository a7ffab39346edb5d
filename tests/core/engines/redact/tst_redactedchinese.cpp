#include "core/base/normaltext.h"
#include "core/engines/parse/pdfiumdocument.h"
#include "core/engines/parse/popplerdocument.h"
#include "core/engines/redact/boxplanner.h"
#include "tests/support/leakscan.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/redacting.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QFile>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>
#include <QStringEncoder>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::LeakScan;
using dwtest::PdfMaker;

namespace {

/// A name at the end of a line and at its start, beside another without a space, broken over two lines, and its parts
/// where they are no name.
const QStringList contract {u"本合同由北京华夏投资有限公司与张三丰"_s, u"签订。张三丰李四光共同出资人民币五百万"_s,
    u"元，其中张三出资三百万元，由甲方代表张三"_s, u"丰收取后三日内转交三丰公司。"_s, u"联系人：张三、张丰；抄送李四、光明公司。"_s};
const QStringList names {u"张三丰"_s, u"李四光"_s};
constexpr double em = 16;

QString family()
{
    const QStringList there = QFontDatabase::families();
    for (const QString &name : {u"Noto Serif CJK SC"_s, u"Noto Sans CJK SC"_s}) {
        if (there.contains(name))
            return name;
    }
    return {};
}

QByteArray codes(const QString &line, const char *encoding)
{
    QStringEncoder encoder(encoding);
    const QByteArray bytes = encoder.encode(line);
    return '<' + bytes.toHex() + '>';
}

/// STSong-Light, not embedded, with one of the predefined CMaps; lines `leading` apart, in vertical writing to the left.
QByteArray unembedded(const QByteArray &cmap, const char *encoding, double leading, const QByteArray &before = {}, const QByteArray &resources = {},
    PdfMaker maker = {})
{
    const bool vertical = cmap.endsWith("-V");
    const int font = maker.add("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/" + cmap + "/DescendantFonts[5 0 R]>>");
    QByteArray content = before + "BT /S 16 Tf " + QByteArray(vertical ? "500 740 Td " : "60 700 Td ");
    for (const QString &line : contract) {
        const QByteArray step = QByteArray::number(-leading);
        content += codes(line, encoding) + " Tj " + (vertical ? QByteArray(step + " 0 Td ") : QByteArray("0 " + step + " Td "));
    }
    maker.addPage(content + "ET", {}, resources, "/S " + QByteArray::number(font) + " 0 R");
    return maker.bytes();
}

void drawLines(QPainter &painter, double scale, double leading)
{
    QFont font(family());
    font.setPixelSize(int(em * scale));
    painter.setFont(font);
    for (int i = 0; i < contract.size(); ++i)
        painter.drawText(QPointF(60 * scale, (92 + i * leading) * scale), contract.at(i));
}

/// A subset with Identity-H, as Qt makes it.
QByteArray embedded(double leading)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(720);
    QPainter painter(&writer);
    drawLines(painter, 10, leading);
    painter.end();
    return pdf;
}

/// A picture of the page under text that is not painted.
QByteArray scanned(double leading)
{
    QImage picture(1224, 1584, QImage::Format_Grayscale8);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    drawLines(painter, 2, leading);
    painter.end();
    QByteArray samples;
    for (int y = 0; y < picture.height(); ++y)
        samples += QByteArray(reinterpret_cast<const char *>(picture.constScanLine(y)), picture.width());
    PdfMaker maker;
    const int image = maker.addStream(qCompress(samples).mid(4),
        "/Type/XObject/Subtype/Image/Width 1224/Height 1584/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode");
    return unembedded("UniGB-UCS2-H", "UTF-16BE", leading, "q 612 0 0 792 0 0 cm /Im Do Q 3 Tr ",
        "/XObject<</Im " + QByteArray::number(image) + " 0 R>>", maker);
}

/// Forms for vertical writing as the common ones: readers differ in which they say.
QString letters(const QString &text)
{
    QString result;
    for (const QChar c : compatibilityForm(text)) {
        if (!c.isSpace() && c.isPrint())
            result += c;
    }
    return result;
}

QString sorted(QString text)
{
    std::sort(text.begin(), text.end());
    return text;
}

/// A mark for each of the names: at its first place, and everywhere.
MarkSet marksFor(const QByteArray &pdf)
{
    const auto document = PopplerDocument::open(pdf);
    const PdfPageText text = (*document)->text(0);
    MarkSet marks {(*document)->pageCount(), {}, {}};
    for (const QString &name : names) {
        const auto places = BoxPlanner::occurrences(text, name);
        if (places.isEmpty())
            continue;
        QRectF area;
        for (const auto &[word, character] : places.first())
            area |= text.words.at(word).charRects.at(character);
        RedactionMark mark = dwtest::markAt(0, (*document)->pageInfo(0).toUser(area), name);
        mark.id = name;
        mark.scope = MarkScope::Everywhere;
        marks.marks.append(mark);
    }
    return marks;
}

} // namespace

class TestRedactedChinese final : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheNamesGo_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<RedactionLevel>("level");
        const auto rows = [](const QByteArray &name, const QByteArray &pdf) {
            QTest::newRow(QByteArray(name + ", A").constData()) << pdf << RedactionLevel::A;
            QTest::newRow(QByteArray(name + ", B").constData()) << pdf << RedactionLevel::B;
        };
        for (const double leading : {24.0, em}) { // with room, and none
            const QByteArray how = leading == em ? ", tight" : "";
            rows("GBK-EUC-H" + how, unembedded("GBK-EUC-H", "GBK", leading));
            rows("UniGB-UCS2-H" + how, unembedded("UniGB-UCS2-H", "UTF-16BE", leading));
            rows("UniGB-UTF16-H" + how, unembedded("UniGB-UTF16-H", "UTF-16BE", leading));
            rows("GBK-EUC-V" + how, unembedded("GBK-EUC-V", "GBK", leading));
            rows("UniGB-UCS2-V" + how, unembedded("UniGB-UCS2-V", "UTF-16BE", leading));
            rows("UniGB-UTF16-V" + how, unembedded("UniGB-UTF16-V", "UTF-16BE", leading));
            if (!family().isEmpty()) {
                rows("subset" + how, embedded(leading));
                rows("scan with a text layer" + how, scanned(leading));
            }
        }
        // LibreOffice 7.4, writer_pdf_Export, 12 points on lines of 15: one-byte codes in a subset of Noto Serif CJK.
        QFile made(u"" DW_SOURCE_DIR "/tests/core/engines/redact/data/libreoffice_zh.pdf"_s);
        QVERIFY(made.open(QIODevice::ReadOnly));
        rows("LibreOffice", made.readAll());
    }

    void onlyTheNamesGo()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(RedactionLevel, level);
        const auto before = PopplerDocument::open(pdf);
        QVERIFY(before);
        const MarkSet marks = marksFor(pdf);
        QCOMPARE(marks.marks.size(), names.size());
        const auto file = dwtest::redacted(pdf, marks, {level, false, {}});
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason + file.error().detail));
        const QJsonObject reasons = file->report.value("page_reasons"_L1).toObject();
        QVERIFY2(reasons.isEmpty(), qPrintable(reasons.value("1"_L1).toString()));
        QCOMPARE(file->report.value("marks"_L1).toArray().first().toObject().value("places_found"_L1).toInt(), 3);

        QString rest = letters((*before)->text(0).plain());
        QCOMPARE(rest.count(names.first()), 3);
        for (const QString &name : names)
            rest.remove(name);
        const auto after = PopplerDocument::open(file->pdf);
        QCOMPARE(letters((*after)->text(0).plain()), rest);
        // PDFium knows characters of vertical writing that Poppler does not: compared with what itself said before.
        const auto secondBefore = PdfiumDocument::open(pdf);
        const auto second = PdfiumDocument::open(file->pdf);
        QVERIFY(secondBefore && second);
        QString all = sorted(letters((*secondBefore)->text(0)));
        for (const QString &name : {names.at(0), names.at(0), names.at(0), names.at(1)}) {
            for (const QChar c : name)
                all.remove(all.indexOf(c), 1);
        }
        QCOMPARE(sorted(letters((*second)->text(0))), all);
        for (const QString &name : names)
            QVERIFY2(LeakScan(file->pdf, name).places().isEmpty(), "leak");
    }

    /// Found as contracts write it, not as it is typed.
    void spelledOtherwise_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("rest");
        QTest::newRow("space within the name") << u"签字：王　五　日期"_s << u"王五"_s << u"签字：日期"_s;
        QTest::newRow("wide letters and digits") << u"由ＡＢＣ１２公司付款"_s << u"abc12公司"_s << u"由付款"_s;
        QTest::newRow("letters among characters") << u"与Acme公司及其Acmes部签订"_s << u"Acme公司"_s << u"与及其Acmes部签订"_s;
        QTest::newRow("number and unit") << u"金额￥５００万元，另５０万元"_s << u"￥500万元"_s << u"金额，另５０万元"_s;
        QTest::newRow("brackets") << u"《张三（香港）公司》章程"_s << u"张三(香港)公司"_s << u"《》章程"_s;
        QTest::newRow("twice in a row") << u"张三张三签字"_s << u"张三"_s << u"签字"_s;
    }

    void spelledOtherwise()
    {
        QFETCH(QString, line);
        QFETCH(QString, word);
        QFETCH(QString, rest);
        PdfMaker maker;
        const int font = maker.add("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>");
        maker.addPage("BT /F1 16 Tf 60 740 Td (marked) Tj ET BT /S 16 Tf 60 700 Td " + codes(line, "UTF-16BE") + " Tj 0 -16 Td " + codes(u"下一行"_s, "UTF-16BE") + " Tj ET",
            {}, {}, "/S " + QByteArray::number(font) + " 0 R");
        RedactionMark mark = dwtest::markAt(0, {58, 735, 60, 20}, word);
        mark.scope = MarkScope::Everywhere;
        for (const RedactionLevel level : {RedactionLevel::A, RedactionLevel::B}) {
            const auto file = dwtest::redacted(maker.bytes(), {1, {}, {mark}}, {level, false, {}});
            QVERIFY2(file, qPrintable(file ? QString() : file.error().reason + file.error().detail));
            QVERIFY(file->report.value("page_reasons"_L1).toObject().isEmpty());
            const auto after = PopplerDocument::open(file->pdf); // as drawn: a gap may make two columns of two short lines
            QCOMPARE(letters((*after)->drawing(0).text), letters(rest + u"下一行"_s));
        }
    }
};

DW_TEST(TestRedactedChinese)
#include "tst_redactedchinese.moc"
