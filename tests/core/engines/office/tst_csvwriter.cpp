#include "core/engines/office/csvwriter.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestCsvWriter : public QObject
{
    Q_OBJECT

private slots:
    void quotes();
    void formulas_data();
    void formulas();
    void fullDisk_isAnError();
};

void TestCsvWriter::quotes()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer);
    QVERIFY(writer.writeRow({u"名称"_s, u"a,b"_s, u"say \"x\""_s}));
    QVERIFY(writer.writeRow({u"two\nlines"_s, QString(), u" padded"_s}));
    QCOMPARE(buffer.data(), "\xEF\xBB\xBF" "名称,\"a,b\",\"say \"\"x\"\"\"\r\n\"two\nlines\",,\" padded\"\r\n"_ba);
    QBuffer plain;
    plain.open(QIODevice::WriteOnly);
    CsvWriter semicolons(plain, CsvWriter::Mark::None, ';');
    QVERIFY(semicolons.writeRow({u"a,b"_s, u"c;d"_s}));
    QCOMPARE(plain.data(), "a,b;\"c;d\"\r\n"_ba);
}

void TestCsvWriter::formulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("equals") << u"=cmd|'/c calc'!A0"_s << u"'=cmd|'/c calc'!A0"_s;
    QTest::newRow("plus") << u"+86 138"_s << u"'+86 138"_s;
    QTest::newRow("minus") << u"-1+1"_s << u"'-1+1"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
    QTest::newRow("return") << u"\r=1"_s << u"'\r=1"_s;
    QTest::newRow("negative number") << u"-12.50"_s << u"-12.50"_s;
    QTest::newRow("not quite a number") << u"-12.5.0"_s << u"'-12.5.0"_s;
    QTest::newRow("dash") << u"-"_s << u"'-"_s;
    QTest::newRow("harmless") << u"1=1"_s << u"1=1"_s;
}

void TestCsvWriter::formulas()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    QCOMPARE(withoutFormula(text), written);
}

void TestCsvWriter::fullDisk_isAnError()
{
    class FullDisk final : public QIODevice
    {
    protected:
        qint64 readData(char *, qint64) override { return -1; }
        qint64 writeData(const char *, qint64) override { return -1; }
    } disk;
    disk.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    CsvWriter writer(disk);
    QCOMPARE(writer.writeRow({u"x"_s}).error().reason, u"file.write_failed"_s);
}

DW_TEST(TestCsvWriter)
#include "tst_csvwriter.moc"
