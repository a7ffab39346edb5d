#include "core/engines/office/csvreader.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStringEncoder>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

struct Whole {
    TableInfo info;
    QList<QStringList> rows;
    QList<qint64> numbers;
    QList<bool> bad;
    QList<RowProblem> problems;
};

Result<Whole> readAll(const QByteArray &bytes, const TableOptions &options = {}, int batchRows = 7)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    DW_ASSIGN(const auto reader, openTable(buffer, options));
    Whole whole {reader->info(), {}, {}, {}, {}};
    for (;;) {
        DW_ASSIGN(const TableBatch batch, reader->next(batchRows));
        for (qsizetype row = 0; row < batch.rowCount(); ++row) {
            whole.rows.append(batch.texts(row));
            whole.numbers.append(batch.rowNumber(row));
            whole.bad.append(batch.hasError(row));
        }
        whole.problems += batch.problems();
        if (batch.rowCount() == 0)
            return whole;
    }
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private slots:
    void quotes_delimitersAndLineEnds();
    void encodings_data();
    void encodings();
    void encoding_canBeGiven();
    void encoding_lateNonAscii();
    void westernText_isNotTakenForChinese();
    void invalidBytes_areRowErrors();
    void delimiter_isSniffed_data();
    void delimiter_isSniffed();
    void separatorLine();
    void blankAndEmptyRows_areSkipped();
    void emptyFile_isRefused();
    void binary_isRefused();
    void oldExcel_isRefused();
    void unclosedQuote_spoilsOneLine();
    void textAfterQuote_isAnError();
    void limits_perRow();
    void limit_rows();
    void chunkBoundaries_changeNothing();
    void batch_survivesTheWire();
    void batch_refusesLies();
    void sharedInputs();
    void hundredThousandRows();
};

void TestCsvReader::quotes_delimitersAndLineEnds()
{
    const auto whole = readAll("a,b,c\r\n1,\"x, \"\"y\"\"\nsecond line\",3\r\n张三,,\"\"\n4,5\"6,7\rlast,row,here");
    QVERIFY(whole);
    QCOMPARE(whole->rows.size(), 5);
    QCOMPARE(whole->rows[1], QStringList({u"1"_s, u"x, \"y\"\nsecond line"_s, u"3"_s}));
    QCOMPARE(whole->rows[2], QStringList({u"张三"_s, QString(), QString()}));
    QCOMPARE(whole->rows[3], QStringList({u"4"_s, u"5\"6"_s, u"7"_s}));
    QCOMPARE(whole->numbers, QList<qint64>({1, 2, 4, 5, 6}));
    QVERIFY(whole->problems.isEmpty());
}

void TestCsvReader::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("evidence");
    const QString text = u"客户名称,联系人\n上海天远软件集团有限公司,刘澜\nΩ mega,𠮷田\n"_s;
    const auto utf16 = [&](QStringConverter::Encoding encoding, bool mark) {
        QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder.encode(text));
    };
    QTest::newRow("utf8") << text.toUtf8() << u"utf-8"_s << u"utf8_valid"_s;
    QTest::newRow("utf8 bom") << "\xEF\xBB\xBF" + text.toUtf8() << u"utf-8"_s << u"bom"_s;
    QTest::newRow("utf16le bom") << utf16(QStringConverter::Utf16LE, true) << u"utf-16le"_s << u"bom"_s;
    QTest::newRow("utf16be bom") << utf16(QStringConverter::Utf16BE, true) << u"utf-16be"_s << u"bom"_s;
    QTest::newRow("utf16le") << utf16(QStringConverter::Utf16LE, false) << u"utf-16le"_s << u"nul_bytes"_s;
    QTest::newRow("utf16be") << utf16(QStringConverter::Utf16BE, false) << u"utf-16be"_s << u"nul_bytes"_s;
    // Ω and 𠮷 take two and four bytes in GB18030.
    const QByteArray gb("\xbf\xcd\xbb\xa7\xc3\xfb\xb3\xc6,\xc1\xaa\xcf\xb5\xc8\xcb\n\xc9\xcf\xba\xa3\xcc\xec\xd4\xb6"
                        "\xc8\xed\xbc\xfe\xbc\xaf\xcd\xc5\xd3\xd0\xcf\xde\xb9\xab\xcb\xbe,\xc1\xf5\xc0\xbd\n"
                        "\xa6\xb8 mega,\x95\x34\xb2\x35\xcc\xef\n");
    QTest::newRow("gb18030") << gb << u"gb18030"_s << u"gb18030_valid"_s;
}

void TestCsvReader::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(QString, evidence);
    const auto whole = readAll(bytes);
    QVERIFY(whole);
    QCOMPARE(whole->info.encoding, encoding);
    QCOMPARE(whole->info.encodingEvidence, evidence);
    QCOMPARE(whole->rows.size(), 3);
    QCOMPARE(whole->rows[0], QStringList({u"客户名称"_s, u"联系人"_s}));
    QCOMPARE(whole->rows[1], QStringList({u"上海天远软件集团有限公司"_s, u"刘澜"_s}));
    QCOMPARE(whole->rows[2], QStringList({u"Ω mega"_s, u"𠮷田"_s}));
    QVERIFY(whole->problems.isEmpty());
}

void TestCsvReader::encoding_canBeGiven()
{
    // A short name that is valid in both encodings: only a person knows.
    TableOptions options;
    options.encoding = u"big5"_s;
    const auto whole = readAll("name,x\n\xa4\xfd\xa4\x70\xa9\xfa,1\n", options);
    QVERIFY(whole);
    QCOMPARE(whole->rows[1][0], u"王小明"_s);
    QCOMPARE(whole->info.encodingEvidence, u"given"_s);
    options.encoding = u"klingon"_s;
    const auto refused = readAll("a,b\n", options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().reason, u"table.encoding_unsupported"_s);
}

void TestCsvReader::encoding_lateNonAscii()
{
    QByteArray bytes = "name,amount\n";
    while (bytes.size() < 3 << 20)
        bytes += "Fairmont Holdings LLC,12345\n";
    bytes += "\xc9\xcf\xba\xa3\xcc\xec\xd4\xb6\xc8\xed\xbc\xfe,1\n"; // GB18030, three megabytes in
    const auto whole = readAll(bytes, {}, 10000);
    QVERIFY(whole);
    QCOMPARE(whole->info.encoding, u"gb18030"_s);
    QCOMPARE(whole->rows.last()[0], u"上海天远软件"_s);
}

void TestCsvReader::westernText_isNotTakenForChinese()
{
    const auto whole = readAll("name,city\nM\xfcller GmbH,M\xfcnchen\nCaf\xe9 Royal,Gen\xe8ve\n");
    QVERIFY(whole);
    QCOMPARE(whole->info.encoding, u"windows-1252"_s);
    QCOMPARE(whole->rows[1][0], u"Müller GmbH"_s);
}

void TestCsvReader::invalidBytes_areRowErrors()
{
    QByteArray bytes = "名称,值\n"_ba;
    for (int i = 0; i < 50; ++i)
        bytes += "上海公司,1\n";
    bytes += "坏\xff\xfe字,2\n好,3\n截断\xe4\xb8,4\n";
    const auto whole = readAll(bytes);
    QVERIFY(whole);
    QCOMPARE(whole->info.encoding, u"utf-8"_s);
    QCOMPARE(whole->problems.size(), 2);
    QCOMPARE(whole->problems[0].reason, u"table.bad_bytes"_s);
    QCOMPARE(whole->problems[0].row, 52);
    QCOMPARE(whole->problems[1].row, 54);
    QCOMPARE(whole->bad.count(true), 2);
    QVERIFY(!whole->bad[52]);
    const auto nul = readAll("a,b\nx,y\nz\0z,1\n"_ba);
    QVERIFY(nul);
    QCOMPARE(nul->problems.size(), 1);
    QCOMPARE(nul->problems[0].reason, u"table.control_character"_s);
}

void TestCsvReader::delimiter_isSniffed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<char>("delimiter");
    QTest::newRow("comma") << "a,b\n1,2\n"_ba << ',';
    QTest::newRow("semicolon with decimal commas") << "a;b\n1,5;2,5\n3,5;4,5\n"_ba << ';';
    QTest::newRow("tab") << "a\tb, c\n1\t2\n3\t4, 5\n"_ba << '\t';
    QTest::newRow("pipe") << "a|b|c\n1|2|3\n"_ba << '|';
    QTest::newRow("quoted commas") << "a;b\n\"x, y, z\";1\n\"p, q\";2\n"_ba << ';';
    QTest::newRow("one column") << "a\nb\nc\n"_ba << ',';
}

void TestCsvReader::delimiter_isSniffed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(char, delimiter);
    const auto whole = readAll(bytes);
    QVERIFY(whole);
    QCOMPARE(whole->info.delimiter, QLatin1Char(delimiter));
}

void TestCsvReader::separatorLine()
{
    const auto whole = readAll("sep=|\r\na|b\r\n1|2\r\n");
    QVERIFY(whole);
    QCOMPARE(whole->rows, QList<QStringList>({{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}}));
    QCOMPARE(whole->numbers, QList<qint64>({2, 3}));
}

void TestCsvReader::blankAndEmptyRows_areSkipped()
{
    const auto whole = readAll("a,b\n\n\r\n,,\n1,2\n\n");
    QVERIFY(whole);
    QCOMPARE(whole->rows.size(), 2);
    QCOMPARE(whole->numbers, QList<qint64>({1, 5}));
}

void TestCsvReader::emptyFile_isRefused()
{
    for (const QByteArray &bytes : {QByteArray(), "\xEF\xBB\xBF"_ba, "\n\n  \r\n"_ba}) {
        const auto whole = readAll(bytes);
        QVERIFY(!whole);
        QCOMPARE(whole.error().reason, u"table.empty"_s);
    }
}

void TestCsvReader::binary_isRefused()
{
    QByteArray noise("\x7f" "ELF");
    for (int i = 0; i < 10000; ++i)
        noise.append(static_cast<char>((i * 7919 >> 3) % 5 == 0 ? 0 : i * 31 % 251));
    const auto whole = readAll(noise);
    QVERIFY(!whole);
    QCOMPARE(whole.error().reason, u"table.not_text"_s);
    QCOMPARE(readAll("%PDF-1.7\n...").error().reason, u"table.not_text"_s);
    QCOMPARE(readAll("\xFF\xFE\0\0a\0\0\0"_ba).error().reason, u"table.encoding_unsupported"_s);
}

void TestCsvReader::oldExcel_isRefused()
{
    QCOMPARE(readAll("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").error().reason, u"table.old_excel"_s);
}

void TestCsvReader::unclosedQuote_spoilsOneLine()
{
    QByteArray bytes = "a,b\n1,\"oops\n";
    for (int i = 0; i < 200'000; ++i)
        bytes += "x,y\n3,4\n";
    const auto whole = readAll(bytes, {}, 5000);
    QVERIFY(whole);
    QCOMPARE(whole->problems.size(), 1);
    QCOMPARE(whole->problems[0].reason, u"csv.unclosed_quote"_s);
    QCOMPARE(whole->problems[0].row, 2);
    QCOMPARE(whole->rows.size(), 400'002);
    QCOMPARE(whole->bad.count(true), 1);
    const auto atEnd = readAll("a,b\n1,2\n3,\"4\n5,6\n");
    QVERIFY(atEnd);
    QCOMPARE(atEnd->rows.size(), 4);
    QCOMPARE(atEnd->rows[3], QStringList({u"5"_s, u"6"_s}));
    QVERIFY(atEnd->bad[2]);
}

void TestCsvReader::textAfterQuote_isAnError()
{
    const auto whole = readAll("a,b\n\"x\"y,2\n3,4\n");
    QVERIFY(whole);
    QCOMPARE(whole->problems.size(), 1);
    QCOMPARE(whole->problems[0].reason, u"csv.text_after_quote"_s);
    QCOMPARE(whole->problems[0].column, 0);
    QCOMPARE(whole->bad, QList<bool>({false, true, false}));
}

void TestCsvReader::limits_perRow()
{
    TableOptions options;
    options.limits.columns = 3;
    options.limits.cellBytes = 1000;
    options.limits.recordBytes = 5000;
    const QByteArray bytes = "a,b\n1,2,3,4\n" + QByteArray(2000, 'x') + ",2\n" + QByteArray(3 << 20, 'y') + "\n5,6\n";
    const auto whole = readAll(bytes, options);
    QVERIFY(whole);
    QCOMPARE(whole->rows.size(), 5);
    QCOMPARE(whole->rows.last(), QStringList({u"5"_s, u"6"_s}));
    QStringList reasons;
    for (const RowProblem &problem : whole->problems)
        reasons.append(problem.reason + QString::number(problem.row));
    QCOMPARE(reasons, QStringList({u"table.too_many_cells2"_s, u"table.cell_too_long3"_s, u"csv.record_too_long4"_s}));
    QVERIFY(whole->rows[3][0].size() <= 100);
}

void TestCsvReader::limit_rows()
{
    TableOptions options;
    options.limits.rows = 10;
    const auto whole = readAll(QByteArray("a,b\n").repeated(11), options);
    QVERIFY(!whole);
    QCOMPARE(whole.error().reason, u"table.too_many_rows"_s);
    options.limits.fileBytes = 10;
    QCOMPARE(readAll("aaaaaaaaaaaaaaaaaaaaaaaaaa", options).error().reason, u"table.too_large"_s);
}

void TestCsvReader::chunkBoundaries_changeNothing()
{
    // Rows with quotes, line breaks and Chinese, read across the one-megabyte chunk at every phase.
    const QByteArray row = "上海\"天,\"a \"\"quoted\"\"\r\n值\",尾\r\n"_ba;
    TableOptions options;
    options.limits.cellBytes = 2 << 20;
    options.limits.recordBytes = 2 << 20;
    for (int shift = 0; shift < row.size(); ++shift) {
        QByteArray bytes = QByteArray((1 << 20) - shift - row.size() * 2, 'p') + "\r\n" + row.repeated(4);
        const auto whole = readAll(bytes, options);
        QVERIFY(whole);
        QCOMPARE(whole->rows.size(), 5);
        for (int i = 1; i < 5; ++i)
            QCOMPARE(whole->rows[i], QStringList({u"上海\"天"_s, u"a \"quoted\"\r\n值"_s, u"尾"_s}));
        QCOMPARE(whole->numbers.last(), 8);
    }
}

void TestCsvReader::batch_survivesTheWire()
{
    QBuffer buffer;
    buffer.setData("名称,b\n\"x\"y,2\n3,4,5\n");
    buffer.open(QIODevice::ReadOnly);
    auto reader = openTable(buffer);
    QVERIFY(reader);
    const auto batch = (*reader)->next(100);
    QVERIFY(batch);
    const auto copy = TableBatch::parse(batch->serialised());
    QVERIFY(copy);
    QCOMPARE(copy->rowCount(), 3);
    QCOMPARE(copy->texts(0), batch->texts(0));
    QCOMPARE(copy->texts(2), batch->texts(2));
    QVERIFY(copy->hasError(1));
    QCOMPARE(copy->problems(), batch->problems());
}

void TestCsvReader::batch_refusesLies()
{
    TableBatch batch;
    batch.beginRow(1);
    batch.addCell("abc");
    batch.addCell("def");
    const QByteArray good = batch.serialised();
    QVERIFY(TableBatch::parse(good));
    for (qsizetype i = 0; i < good.size(); ++i)
        QVERIFY(!TableBatch::parse(QByteArrayView(good).first(i)));
    // Any changed byte either still describes rows that lie within the message, or is refused.
    for (qsizetype i = 0; i < good.size() * 8; ++i) {
        QByteArray bad = good;
        bad[i / 8] = static_cast<char>(bad[i / 8] ^ (1 << (i % 8)));
        const auto parsed = TableBatch::parse(bad);
        if (!parsed)
            continue;
        for (qsizetype row = 0; row < parsed->rowCount(); ++row)
            parsed->texts(row);
    }
}

void TestCsvReader::sharedInputs()
{
    const QDir inputs(QStringLiteral(DW_SOURCE_DIR "/../shared/inputs"));
    if (!inputs.exists(u"clients-10k.csv"_s))
        QSKIP("the shared inputs are not here");
    QFile utf8(inputs.filePath(u"clients-10k.csv"_s));
    QVERIFY(utf8.open(QIODevice::ReadOnly));
    const auto whole = readAll(utf8.readAll(), {}, 1000);
    QVERIFY(whole);
    QCOMPARE(whole->rows.size(), 10'001);
    QVERIFY(whole->problems.isEmpty());
    QCOMPARE(whole->rows[2][1], u"上海天远软件集团有限公司"_s);
    QFile gb(inputs.filePath(u"clients-2k-gb18030.csv"_s));
    QVERIFY(gb.open(QIODevice::ReadOnly));
    const QByteArray gbBytes = gb.readAll();
    const auto chinese = readAll(gbBytes, {}, 1000);
    QVERIFY(chinese);
    QVERIFY(chinese->problems.isEmpty());
    QCOMPARE(chinese->rows.size(), 2000);
    QCOMPARE(chinese->rows[2], whole->rows[2]);
}

void TestCsvReader::hundredThousandRows()
{
    QByteArray bytes = "客户编号,客户名称,联系人,手机号,地址,金额\n"_ba;
    for (int i = 0; i < 100'000; ++i) {
        bytes += 'C' + QByteArray::number(i) + ",上海天远软件集团有限公司" + QByteArray::number(i)
            + ",刘澜,15829313668,\"上海市浦东新区深南街714号,28栋367室\",560398231.34\n";
    }
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    QElapsedTimer timer;
    timer.start();
    auto reader = openTable(buffer);
    QVERIFY(reader);
    qsizetype rows = 0;
    for (;;) {
        const auto batch = (*reader)->next(5000);
        QVERIFY(batch);
        QVERIFY(batch->byteSize() < 10 << 20);
        if (batch->rowCount() == 0)
            break;
        rows += batch->rowCount();
    }
    QCOMPARE(rows, 100'001);
    qInfo("100,000 CSV rows (%.1f MB) read in %lld ms", double(bytes.size()) / 1e6, static_cast<long long>(timer.elapsed()));
}

DW_TEST(TestCsvReader)
#include "tst_csvreader.moc"
