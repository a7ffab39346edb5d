// Gaps in fonts whose widths readers round: what stays of a line stands where each kind of reader had it.
#include "tests/support/cutbench.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using dwtest::CutBench;

namespace {

enum class Reader { Exact, Rounding, Cutting };

double widthFor(Reader reader, double width)
{
    if (reader == Reader::Exact)
        return width;
    return reader == Reader::Rounding ? std::floor(width + 0.5) : std::trunc(width);
}

} // namespace

class TestGapFiller final : public QObject
{
    Q_OBJECT

    /// Where `letter` begins, in text space from the beginning of the line, as one kind of reader sees it.
    double placeOf(char letter, const std::string &content, QPDFObjectHandle resources, Reader reader) const
    {
        double at = 0;
        double size = 0;
        double spacing = 0;
        double scale = 1;
        QPDFObjectHandle font = QPDFObjectHandle::newNull();
        const auto show = [&](const std::string &text) {
            for (const char c : text) {
                if (c == letter && font.getKey("/FirstChar").getIntValue() == 65)
                    return true;
                const int index = static_cast<unsigned char>(c) - int(font.getKey("/FirstChar").getIntValue());
                at += (widthFor(reader, font.getKey("/Widths").getArrayItem(index).getNumericValue()) / 1000 * size + spacing) * scale;
            }
            return false;
        };
        QPDF pdf;
        pdf.emptyPDF();
        const ContentProgram program = ContentProgram::ofStream(pdf.newStream(content));
        for (const Operation &operation : program.operations()) {
            QPDFObjectHandle last = operation.operands.empty() ? QPDFObjectHandle::newNull() : operation.operands.back();
            if (operation.name == "Tf") {
                font = resources.getKey("/Font").getKey(QPDFObjectHandle(operation.operands.front()).getName());
                size = last.getNumericValue();
            } else if (operation.name == "Tc") {
                spacing = last.getNumericValue();
            } else if (operation.name == "Tz") {
                scale = last.getNumericValue() / 100;
            } else if (operation.name == "Tj") {
                if (show(last.getStringValue()))
                    return at;
            } else if (operation.name == "TJ") {
                for (QPDFObjectHandle &item : last.getArrayAsVector()) {
                    if (item.isNumber())
                        at -= item.getNumericValue() / 1000 * size * scale;
                    else if (show(item.getStringValue()))
                        return at;
                }
            }
        }
        return std::nan("");
    }

    /// Takes the letters that `area` covers and compares the place of `letter`, which comes after them.
    void comparePlaces(const std::string &content, const QRectF &area, char letter)
    {
        const std::string left = m_bench.cut(content, area);
        for (const Reader reader : {Reader::Exact, Reader::Rounding, Reader::Cutting}) {
            const double before = placeOf(letter, content, m_bench.resources(), reader);
            const double after = placeOf(letter, left, m_bench.left(), reader);
            QVERIFY2(std::abs(before - after) < 2e-5, qPrintable(u"%1: %2, not %3\n"_s.arg(int(reader)).arg(after, 0, 'f', 6).arg(before, 0, 'f', 6) + QString::fromStdString(left)));
        }
    }

    CutBench m_bench;

private slots:
    void initTestCase()
    {
        // A is 500.5 thousandths wide, B 400.2, C 300.8, D 600, E 250.75, F 700.1.
        m_bench.add("/Font", "/W",
            m_bench.pdf().makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 65 /LastChar 70 "
                                                                     "/Widths [500.5 400.2 300.8 600 250.75 700.1] /Encoding /WinAnsiEncoding >>")));
    }

    void widthsAreReadInThreeWays()
    {
        QCOMPARE(ReaderDrift::ofWidth(0.5), ReaderDrift());
        QCOMPARE(ReaderDrift::ofWidth(333 * 0.001), ReaderDrift());
        const ReaderDrift half = ReaderDrift::ofWidth(500.5 * 0.001);
        QVERIFY(std::abs(half.rounding - 0.0005) < 1e-9 && std::abs(half.cutting + 0.0005) < 1e-9);
        const ReaderDrift third = ReaderDrift::ofWidth(0.2773);
        QVERIFY(std::abs(third.rounding + 0.0003) < 1e-9 && std::abs(third.cutting + 0.0003) < 1e-9);
        // In Type 3 fonts they change sides.
        const ReaderDrift bitmap = ReaderDrift::ofType3Width(40, 0.01724);
        QVERIFY(std::abs(bitmap.rounding + 0.0006) < 1e-7 && std::abs(bitmap.cutting - 0.0004) < 1e-7);
    }

    void survivorsStayForEveryReader_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QRectF>("area");
        QTest::newRow("one gap") << u"/W 10 Tf BT 100 700 Td (AABCDEF) Tj ET"_s << QRectF(105.5, 697, 8, 13);
        QTest::newRow("from the beginning") << u"/W 10 Tf BT 100 700 Td (AABCDEF) Tj ET"_s << QRectF(99, 697, 16, 13);
        QTest::newRow("many letters, kerned") << u"/W 10 Tf BT 100 700 Td [(AA) -20 (AAAAAAAAAAAAABBBBCCCC) 33.3 (AEAEAE) 10 (D) 5 (F)] TJ ET"_s << QRectF(110.5, 697, 99, 13);
        QTest::newRow("in another string") << u"/W 10 Tf BT 100 700 Td (AABC) Tj (DEF) Tj ET"_s << QRectF(105.5, 697, 14, 13);
        QTest::newRow("spaced") << u"/W 10 Tf 0.3 Tc 80 Tz BT 100 700 Td (AABCDEF) Tj ET"_s << QRectF(105.5, 697, 8, 13);
        QTest::newRow("in another size") << u"/W 14 Tf BT 100 700 Td (AABC) Tj /W 9.123456 Tf (DEF) Tj ET"_s << QRectF(99, 697, 23, 13);
        QTest::newRow("mirrored") << u"/W -10 Tf BT 200 700 Td (AABCDEF) Tj ET"_s << QRectF(184, 690, 10, 13);
    }

    void survivorsStayForEveryReader()
    {
        QFETCH(QString, content);
        QFETCH(QRectF, area);
        comparePlaces(content.toStdString(), area, 'F');
        QVERIFY(m_bench.context().counts.value(0).glyphs >= 2);
    }

    void whatWasRemovedIsOnlyASum()
    {
        // The same letters in another order, in other strings: the same answer after the letter before them.
        const QRectF area(105.5, 697, 13.5, 13);
        const std::string whole = m_bench.cut("/W 10 Tf BT 100 700 Td (AABCEF) Tj ET", area);
        const std::string other = m_bench.cut("/W 10 Tf BT 100 700 Td (A) Tj (E) Tj (CB) Tj (AF) Tj ET", area);
        QVERIFY(other.find("/Cut") != std::string::npos);
        QCOMPARE(other.substr(other.find("/Cut")), whole.substr(whole.find("/Cut")));
        QVERIFY2(whole.find("F)") != std::string::npos, whole.c_str());
    }

    void wholeWidthsNeedNoBlanks()
    {
        QCOMPARE(m_bench.cut("/F1 10 Tf BT 100 700 Td (ABCDEF) Tj ET", QRectF(112.5, 697, 11, 13)), std::string("/F1 10 Tf\nBT\n100 700 Td\n[(AB)-1200(EF)]TJ\nET\n"));
        QCOMPARE(m_bench.cut("/W 10 Tf BT 100 700 Td (FDF) Tj ET", QRectF(107.5, 697, 5, 13)), std::string("/W 10 Tf\nBT\n100 700 Td\n[(F)-600(F)]TJ\nET\n"));
    }

    void otherLevelsHaveNone()
    {
        const std::string content = "/W 10 Tf BT 100 700 Td (AABC DEF) Tj ET";
        for (const RedactionLevel level : {RedactionLevel::B, RedactionLevel::C}) {
            m_bench.cut(content, QRectF(105.5, 697, 9, 13), level);
            QVERIFY(QPDFObjectHandle(m_bench.tools().blanks).isNull() || m_bench.left().getKey("/Font").getKeys() == m_bench.resources().getKey("/Font").getKeys());
        }
    }

    void blanksAddNoText()
    {
        const QRectF area(105.5, 697, 10.5, 13);
        const std::string left = m_bench.cut("/W 10 Tf BT 100 700 Td (AABCDEF) Tj ET", area);
        QVERIFY(!QPDFObjectHandle(m_bench.tools().blanks).isNull());
        QStringList words;
        for (const PdfWord &word : m_bench.words(left, m_bench.left()))
            words.append(word.text);
        QCOMPARE(words, (QStringList {u"A"_s, u"DEF"_s}));
    }
};

DW_TEST(TestGapFiller)
#include "tst_gapfiller.moc"
