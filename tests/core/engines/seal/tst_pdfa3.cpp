#include "core/engines/seal/pdfa3.h"

#include "tests/support/sealsample.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class PdfA3Test : public QObject
{
    Q_OBJECT

private slots:
    void ownReaderSeesTheWords();
    void popplerSeesTheWords();
    void claimsPartThree();
    void changedTextChangesTheHash();
    void refusesRubbish();
};

void PdfA3Test::ownReaderSeesTheWords()
{
    // As drawn, some of these come out as Kangxi radicals.
    const QString words = u"客户 高度敏感 长风 龙头 见面 门户 车辆 马云 鸟 鱼 齐 青 食 足 身 赤 走 胶 – 2026–2027 office file"_s;
    const auto pdf = PdfA3::open(dwtest::drawPages({{words}, {u"Latin, 12 %"_s}}));
    QVERIFY(pdf);
    QCOMPARE(pdf->pageTexts().size(), 2);
    QCOMPARE(pdf->pageTexts().first().simplified(), words);
    QCOMPARE(pdf->pageTexts().last().simplified(), u"Latin, 12 %"_s);
    QCOMPARE(readPageTexts(dwtest::SealSample().sealed())->size(), 2);
}

void PdfA3Test::popplerSeesTheWords()
{
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        QSKIP("pdftotext is not installed");
    QTemporaryDir dir;
    QFile file(dir.filePath(u"a.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(dwtest::SealSample().sealed());
    file.close();
    QProcess process;
    process.start(u"pdftotext"_s, {file.fileName(), u"-"_s});
    QVERIFY(process.waitForFinished());
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    QVERIFY2(text.contains(u"客户"_s), qPrintable(text));
    QVERIFY2(text.contains(u"高度敏感"_s), qPrintable(text));
}

void PdfA3Test::claimsPartThree()
{
    if (QStandardPaths::findExecutable(u"qpdf"_s).isEmpty())
        QSKIP("qpdf is not installed");
    QTemporaryDir dir;
    QFile file(dir.filePath(u"a.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(dwtest::SealSample().finished());
    file.close();
    QProcess process;
    process.start(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, file.fileName(), u"-"_s});
    QVERIFY(process.waitForFinished());
    const QByteArray out = process.readAllStandardOutput();
    for (const char *wanted : {"<pdfaid:part>3</pdfaid:part>", "/Lang (zh-CN)", "/AFRelationship /Data", "/AF ",
             "/OutputIntents", "/Outlines", "/FontFile2"})
        QVERIFY2(out.contains(wanted), wanted);
    QVERIFY(!out.contains("<pdfaid:part>1"));
}

void PdfA3Test::changedTextChangesTheHash()
{
    QVERIFY(pageTextsSha256({u"a"_s, u"b"_s}) != pageTextsSha256({u"ab"_s}));
    QVERIFY(pageTextsSha256({u"a"_s, u"b"_s}) != pageTextsSha256({u"b"_s, u"a"_s}));
    QCOMPARE(pageTextsSha256({}).size(), 64);
}

void PdfA3Test::refusesRubbish()
{
    QCOMPARE(PdfA3::open("rubbish").error().reason, u"seal.unreadable_pdf"_s);
    QCOMPARE(readPageTexts({}).error().reason, u"seal.unreadable_pdf"_s);
}

DW_TEST(PdfA3Test)
#include "tst_pdfa3.moc"
