#include "core/engines/redact/redactor.h"

#include "core/engines/parse/pdfiumdocument.h"
#include "core/engines/parse/popplerdocument.h"
#include "core/engines/pdf/pdffile.h"
#include "core/engines/redact/wordscanner.h"
#include "tests/support/pdfmaker.h"
#include "tests/support/redacting.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::markAt;
using dwtest::PdfMaker;
using dwtest::redacted;

namespace {

QString textOf(const QByteArray &pdf, int page = 0)
{
    const auto document = PopplerDocument::open(pdf);
    return document ? (*document)->text(page).plain() : QString();
}

} // namespace

class TestRedactor final : public QObject
{
    Q_OBJECT

private slots:
    void removesAWordAndKeepsTheOthers()
    {
        PdfMaker maker;
        maker.addPage("BT /F1 16 Tf 50 700 Td (Alpha SECRETXQ Omega) Tj ET");
        const MarkSet marks {1, {}, {markAt(0, {97, 695, 87, 20}, u"SECRETXQ"_s)}};
        const auto file = redacted(maker.bytes(), marks);
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        QCOMPARE(textOf(file->pdf).simplified(), u"Alpha Omega"_s);
        const auto second = PdfiumDocument::open(file->pdf);
        QVERIFY(second);
        const QString seen = (*second)->text(0).simplified();
        QVERIFY2(seen.contains(u"Alpha"_s) && seen.contains(u"Omega"_s) && !seen.contains(u"SECRET"_s), qPrintable(seen));
    }

    /// Of a picture that cannot be read nothing stays but its place, which some readers blacken; the page is no picture therefore.
    void brokenPicturesKeepTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("nothing") << "HIDDENXQ is no such stream"_ba;
        QTest::newRow("empty") << QByteArray();
    }

    void brokenPicturesKeepTheirPlace()
    {
        QFETCH(QByteArray, data);
        PdfMaker maker;
        const int image = maker.addStream(data, "/Type/XObject/Subtype/Image/Width 60/Height 60/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode");
        const QByteArray resources = "/XObject<</Im " + QByteArray::number(image) + " 0 R>>";
        maker.addPage("BT /F1 16 Tf 50 700 Td (Alpha SECRETXQ Omega) Tj ET q 60 0 0 60 300 300 cm /Im Do Q", {}, resources);
        const MarkSet marks {1, {}, {markAt(0, {97, 695, 87, 20}, u"SECRETXQ"_s)}};
        const auto file = redacted(maker.bytes(), marks);
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        QVERIFY(file->report.value("pictures"_L1).toArray().isEmpty());
        QVERIFY(!file->pdf.contains("HIDDENXQ"));
        const auto before = (*PopplerDocument::open(maker.bytes()))->render(0, 72);
        const auto after = (*PopplerDocument::open(file->pdf))->render(0, 72);
        const QRect place(290, 420, 80, 90);
        QCOMPARE(after->copy(place), before->copy(place));
    }

    void keepsChineseSearchable()
    {
        PdfMaker maker;
        maker.addPage("BT /C 16 Tf 50 700 Td <75326D4B8BD55BA26237> Tj ET"); // 甲测试客户
        const MarkSet marks {1, {}, {markAt(0, {50, 690, 16, 30})}};
        const auto file = redacted(maker.bytes(), marks);
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        QCOMPARE(textOf(file->pdf).simplified(), u"测试客户"_s);
        const auto second = PdfiumDocument::open(file->pdf);
        QVERIFY(second && (*second)->text(0).contains(u"测试客户"_s));
    }

    /// The text layer stands where the words were, on pages of every rotation.
    void wordsStayInPlace_data()
    {
        QTest::addColumn<int>("rotation");
        for (const int rotation : {0, 90, 180, 270})
            QTest::addRow("%d", rotation) << rotation;
    }

    void wordsStayInPlace()
    {
        QFETCH(int, rotation);
        PdfMaker maker;
        maker.addPage("BT /F1 16 Tf 150 300 Td (Upright) Tj ET BT /F1 12 Tf 0 1 -1 0 300 350 Tm (Sideways) Tj ET "
                      "BT /F1 16 Tf 150 500 Td (SECRETXQ) Tj ET",
            "/CropBox[50 60 500 700]/Rotate " + QByteArray::number(rotation));
        const MarkSet marks {1, {}, {markAt(0, {148, 495, 100, 20}, u"SECRETXQ"_s)}};
        const auto file = redacted(maker.bytes(), marks);
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        const auto before = PopplerDocument::open(maker.bytes());
        const auto after = PopplerDocument::open(file->pdf);
        QCOMPARE((*before)->pageInfo(0).displaySize(), (*after)->pageInfo(0).displaySize());
        int found = 0;
        const QList<PdfWord> words = (*before)->text(0).words;
        for (const PdfWord &word : (*after)->text(0).words) {
            for (const PdfWord &was : words) {
                if (was.text != word.text)
                    continue;
                ++found;
                const QPointF moved = word.rect.topLeft() - was.rect.topLeft();
                QVERIFY2(std::abs(moved.x()) < 1.6 && std::abs(moved.y()) < 1.6, qPrintable(u"%1 %2"_s.arg(moved.x()).arg(moved.y())));
            }
        }
        QCOMPARE(found, 2);
    }

    void cutsAWordAtItsMark()
    {
        PdfMaker maker;
        maker.addPage("BT /F1 16 Tf 50 700 Td (SECRETXQ) Tj ET");
        const MarkSet marks {1, {}, {markAt(0, {48, 695, 48, 20})}};
        const auto file = redacted(maker.bytes(), marks);
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        const QString rest = textOf(file->pdf).simplified();
        QVERIFY2(rest.endsWith(u"TXQ"_s) && !rest.contains(u"SEC"_s), qPrintable(rest));
    }

    /// The next word starts a whole number of steps after the one before, and no word moves by two points.
    void levelBHidesTheWidth()
    {
        const auto gapOf = [](const QByteArray &name, double width, QString &problem) -> double {
            PdfMaker maker;
            maker.addPage("BT /F1 10 Tf 50 700 Td (when " + name + " was here for the whole long evening) Tj ET");
            const auto file = redacted(maker.bytes(), {1, {}, {markAt(0, {77.2, 695, width, 16})}}, {RedactionLevel::B, false, {}});
            if (!file) {
                problem = file.error().reason;
                return 0;
            }
            const auto before = PopplerDocument::open(maker.bytes());
            const auto after = PopplerDocument::open(file->pdf);
            const QList<PdfWord> was = (*before)->text(0).words;
            const QList<PdfWord> is = (*after)->text(0).words;
            if (is.size() != was.size() - 1)
                problem = u"words"_s;
            for (qsizetype i = 1; i < is.size(); ++i) {
                const double moved = is.at(i).rect.left() - was.at(i + 1).rect.left();
                if (is.at(i).text != was.at(i + 1).text || std::abs(moved) > 2)
                    problem = u"%1 moved by %2"_s.arg(is.at(i).text).arg(moved);
            }
            return is.at(1).rect.left() - is.at(0).rect.left();
        };
        QString problem;
        const double first = gapOf("Lemur", 29, problem);
        const double second = gapOf("Lunar", 27.5, problem);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        for (const double gap : {first, second}) {
            const double steps = gap / 3.6;
            QVERIFY2(std::abs(steps - std::round(steps)) < 0.01, qPrintable(QString::number(gap)));
        }
    }

    void levelCTakesTheLine()
    {
        PdfMaker maker;
        maker.addPage("BT /F1 10 Tf 50 700 Td (one two three) Tj 0 -30 Td (four five) Tj ET");
        const auto file = redacted(maker.bytes(), {1, {}, {markAt(0, {69, 697, 15, 12})}}, {RedactionLevel::C, false, {}});
        QVERIFY(file);
        QCOMPARE(textOf(file->pdf).simplified(), u"four five"_s);
    }

    void everywhereMeansOtherPagesToo()
    {
        PdfMaker maker;
        maker.addPage("BT /F1 16 Tf 50 700 Td (Acme first) Tj ET");
        maker.addPage("BT /F1 16 Tf 50 700 Td (again Acme) Tj ET");
        maker.addPage("BT /F1 16 Tf 50 700 Td (nothing here) Tj ET");
        RedactionMark mark = markAt(0, {49, 695, 45, 20}, u"Acme"_s);
        mark.scope = MarkScope::Everywhere;
        const auto file = redacted(maker.bytes(), {3, {}, {mark}});
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        QCOMPARE(textOf(file->pdf, 1).simplified(), u"again"_s);
        QCOMPARE(file->report.value("pictures"_L1).toArray(), QJsonArray());
        QCOMPARE(file->report.value("cut_pages"_L1).toInt(), 2);
        QCOMPARE(file->report.value("marks"_L1).toArray().at(0).toObject().value("places_found"_L1).toInt(), 2);
    }

    /// A page without a mark stays a page, but what a reader does not see on it goes.
    void keepsPagesByAllowList()
    {
        PdfMaker maker;
        maker.addPage("BT /F1 16 Tf 50 700 Td (marked) Tj ET");
        maker.addPage("% remark SECRETXQ\n/Span <</ActualText (SECRETXQ)>> BDC BT /F1 16 Tf 50 700 Td (kept) Tj ET EMC BX (SECRETXQ) foo EX",
            "/PieceInfo<</App<</Private(SECRETXQ)>>>>/XX(SECRETXQ)");
        const auto file = redacted(maker.bytes(), {2, {}, {markAt(0, {45, 690, 80, 30})}});
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        QCOMPARE(file->report.value("pictures"_L1).toArray(), QJsonArray());
        QCOMPARE(textOf(file->pdf, 1).simplified(), u"kept"_s);
        const auto opened = PdfFile::open(file->pdf);
        QVERIFY(opened);
        QByteArray everything = file->pdf;
        for (QPDFObjectHandle &object : (*opened)->qpdf().getAllObjects()) {
            everything += QByteArray::fromStdString(object.isStream() ? object.getDict().unparse() : object.unparseResolved());
            if (object.isStream()) {
                const auto data = object.getStreamData(qpdf_dl_generalized);
                everything += QByteArray(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize()));
            }
        }
        QVERIFY(WordScanner({u"SECRETXQ"_s}).scan(everything).isEmpty());
        QVERIFY(WordScanner({u"SECRETXQ"_s}).scanStrings(everything).isEmpty());
    }

    void textOutsideThePageGoes()
    {
        PdfMaker maker;
        maker.addPage("BT /F1 16 Tf 50 700 Td (marked) Tj ET");
        maker.addPage("BT /F1 16 Tf 50 700 Td (shown) Tj ET BT /F1 16 Tf 50 30 Td (SECRETXQ) Tj ET", "/CropBox[0 100 612 792]");
        const auto file = redacted(maker.bytes(), {2, {}, {markAt(0, {45, 690, 80, 30})}});
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        QCOMPARE(textOf(file->pdf, 1).simplified(), u"shown"_s);
        QCOMPARE(file->report.value("hidden_words_dropped"_L1).toInt(), 8);
    }

    void picturesCarryNoHiddenWords()
    {
        PdfMaker maker;
        maker.addPage("BT /F1 16 Tf 50 700 Td (shown) Tj ET 1 g BT /F1 16 Tf 50 600 Td (WHITE) Tj ET 0 g BT /F1 16 Tf 50 500 Td (marked) Tj ET");
        const auto file = redacted(maker.bytes(), {1, {}, {markAt(0, {45, 490, 80, 30})}}, {RedactionLevel::A, true, {}});
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        QCOMPARE(textOf(file->pdf).simplified(), u"shown"_s);
        QCOMPARE(file->report.value("hidden_words_dropped"_L1).toInt(), 1);
    }

    void labelIsPrinted()
    {
        PdfMaker maker;
        maker.addPage("BT /F1 16 Tf 50 700 Td (marked) Tj ET");
        RedactionMark mark = markAt(0, {45, 690, 120, 30});
        mark.label = u"K3"_s;
        const auto file = redacted(maker.bytes(), {1, {}, {mark}});
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        const auto document = PopplerDocument::open(file->pdf);
        const auto image = (*document)->render(0, 72);
        QVERIFY(image);
        int white = 0;
        for (int y = 75; y < 100; ++y) {
            for (int x = 50; x < 160; ++x)
                white += qGray(image->pixel(x, y)) > 128;
        }
        QVERIFY(white > 10);
    }

    void refusesWhatItCannotPlace()
    {
        PdfMaker maker;
        maker.addPage("BT /F1 16 Tf 50 700 Td (x) Tj ET");
        NoJobContext job;
        QCOMPARE(Redactor(maker.bytes(), {1, {}, {markAt(3, {0, 0, 9, 9})}}, {}).run(job).error().reason, u"marks.page_outside"_s);
        QCOMPARE(Redactor(maker.bytes(), {9, {}, {markAt(0, {0, 0, 9, 9})}}, {}).run(job).error().reason, u"marks.other_file"_s);
        QVERIFY(!Redactor("garbage", {1, {}, {markAt(0, {0, 0, 9, 9})}}, {}).run(job));
    }

    /// One reader counts the pages by what the tree says, another by what hangs on it.
    void whatTwoReadersAgreeOnBecomesPictures()
    {
        PdfMaker maker;
        maker.addPage("BT /F1 16 Tf 50 700 Td (Alpha SECRETXQ Omega) Tj ET");
        maker.addPage("BT /F1 16 Tf 50 700 Td (SECRETXQ) Tj ET");
        const QByteArray pdf = maker.bytes().replace("/Count 2", "/Count 1");
        QCOMPARE((*PopplerDocument::open(pdf))->pageCount(), (*PdfiumDocument::open(pdf))->pageCount());
        const auto file = redacted(pdf, {{}, {}, {markAt(0, {97, 695, 87, 20}, u"SECRETXQ"_s)}});
        QVERIFY2(file, qPrintable(file ? QString() : file.error().reason));
        QCOMPARE((*PopplerDocument::open(file->pdf))->pageCount(), 1);
        QCOMPARE(file->report.value("page_reasons"_L1).toObject().value("1"_L1).toString(), u"engines_disagree"_s);
        QCOMPARE(textOf(file->pdf).simplified(), u"Alpha Omega"_s);
    }
};

DW_TEST(TestRedactor)
#include "tst_redactor.moc"
