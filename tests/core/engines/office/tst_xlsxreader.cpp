#include "core/engines/office/xlsxreader.h"
#include "core/engines/office/xlsxwriter.h"
#include "tests/support/packagemaker.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::packed;
using dwtest::Parts;

namespace {

/// A workbook around one sheet's rows.
QByteArray workbook(const QByteArray &rows, const Parts &further = {}, const QByteArray &workbookExtra = {})
{
    Parts parts {
        {"_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml",
            "<workbook xmlns:r=\"x\">" + workbookExtra + "<sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            "<Relationship Id=\"rId2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
            "<Relationship Id=\"rId3\" Type=\"x/styles\" Target=\"styles.xml\"/>"
            "<Relationship Id=\"rId9\" Type=\"x/externalLink\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
    };
    return packed(parts + further);
}

struct Whole {
    TableInfo info;
    QList<QStringList> rows;
    QList<qint64> numbers;
    QStringList problems;
};

Result<Whole> readAll(const QByteArray &bytes, const TableOptions &options = {}, int batchRows = 3)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    DW_ASSIGN(const auto reader, openTable(buffer, options));
    Whole whole {reader->info(), {}, {}, {}};
    for (;;) {
        DW_ASSIGN(const TableBatch batch, reader->next(batchRows));
        for (qsizetype row = 0; row < batch.rowCount(); ++row) {
            whole.rows.append(batch.texts(row));
            whole.numbers.append(batch.rowNumber(row));
        }
        for (const RowProblem &problem : batch.problems())
            whole.problems.append(u"%1:%2:%3"_s.arg(problem.row).arg(problem.column).arg(problem.reason));
        if (batch.rowCount() == 0)
            return whole;
    }
}

QString reasonOf(const QByteArray &bytes, const TableOptions &options = {})
{
    const auto whole = readAll(bytes, options);
    return whole ? u"accepted"_s : whole.error().reason;
}

} // namespace

class TestXlsxReader : public QObject
{
    Q_OBJECT

private slots:
    void cells_ofEveryType();
    void dates_byNumberFormat();
    void formats_data();
    void formats();
    void numbers_data();
    void numbers();
    void sharedStrings_runsPhoneticsAndEscapes();
    void sheets_hiddenAndChosen();
    void gapsAndOrder();
    void prefixes_areIgnored();
    void writer_roundTrip();
    void writer_limits();
    void bomb_isRefused();
    void entities_areRefused();
    void damage_data();
    void damage();
    void truncatedSheet_isNamed();
    void limits();
    void flippedBytes_neverCrash();
    void scanner_acrossChunks();
    void sharedInput();
};

void TestXlsxReader::cells_ofEveryType()
{
    const auto whole = readAll(workbook(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名&amp;称</t></is></c><c r=\"B1\"><v>12.5</v></c>"
        "<c r=\"C1\" t=\"b\"><v>1</v></c><c r=\"D1\" t=\"e\"><v>#N/A</v></c>"
        "<c r=\"E1\" t=\"str\"><f>A1&amp;\"x\"</f><v>名x</v></c><c r=\"F1\" t=\"d\"><v>2026-11-23T10:00:00</v></c>"
        "<c r=\"G1\"><v>6.2228729839109745E18</v></c><c r=\"H1\" t=\"s\"><v>7</v></c></row>"));
    QVERIFY(whole);
    QCOMPARE(whole->rows[0], QStringList({u"名&称"_s, u"12.5"_s, u"TRUE"_s, u"#N/A"_s, u"名x"_s, u"2026-11-23 10:00:00"_s, u"6222872983910974464"_s, QString()}));
    QCOMPARE(whole->problems, QStringList({u"1:3:xlsx.error_value"_s, u"1:6:xlsx.digits_lost"_s, u"1:7:xlsx.no_such_string"_s}));
}

void TestXlsxReader::dates_byNumberFormat()
{
    const Parts styles {{"xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
        "<numFmt numFmtId=\"165\" formatCode=\"[Red]#,##0.00\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
        "<xf numFmtId=\"164\"/><xf numFmtId=\"22\"/><xf numFmtId=\"165\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>"}};
    const QByteArray rows = "<row><c s=\"1\"><v>46349</v></c><c s=\"2\"><v>46349</v></c><c s=\"3\"><v>46349.5</v></c>"
                            "<c s=\"4\"><v>46349</v></c><c s=\"5\"><v>0.25</v></c><c s=\"1\"><v>59</v></c><c s=\"1\"><v>61</v></c></row>";
    const auto whole = readAll(workbook(rows, styles));
    QVERIFY(whole);
    QCOMPARE(whole->rows[0],
        QStringList({u"2026-11-23"_s, u"2026-11-23"_s, u"2026-11-23 12:00:00"_s, u"46349"_s, u"06:00:00"_s, u"1900-02-28"_s, u"1900-03-01"_s}));
    const auto mac = readAll(workbook("<row><c s=\"1\"><v>0</v></c></row>", styles, "<workbookPr date1904=\"1\"/>"));
    QVERIFY(mac);
    QCOMPARE(mac->rows[0][0], u"1904-01-01"_s);
}

void TestXlsxReader::formats_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<XlsxNumberKind>("kind");
    QTest::newRow("iso") << u"yyyy\\-mm\\-dd"_s << XlsxNumberKind::Date;
    QTest::newRow("locale") << u"[$-804]yyyy/m/d;@"_s << XlsxNumberKind::Date;
    QTest::newRow("both") << u"yyyy-mm-dd hh:mm"_s << XlsxNumberKind::DateTime;
    QTest::newRow("time") << u"h:mm:ss"_s << XlsxNumberKind::Time;
    QTest::newRow("elapsed") << u"[h]:mm"_s << XlsxNumberKind::Time;
    QTest::newRow("general") << u"General"_s << XlsxNumberKind::Number;
    QTest::newRow("money") << u"\"USD\" #,##0.00_);[Red](#,##0.00)"_s << XlsxNumberKind::Number;
    QTest::newRow("percent") << u"0.00%"_s << XlsxNumberKind::Number;
    QTest::newRow("unclosed") << u"0\"abc"_s << XlsxNumberKind::Number;
    QTest::newRow("unclosed bracket") << u"[abc"_s << XlsxNumberKind::Number;
}

void TestXlsxReader::formats()
{
    QFETCH(QString, code);
    QFETCH(XlsxNumberKind, kind);
    QCOMPARE(xlsxNumberKind(code), kind);
}

void TestXlsxReader::numbers_data()
{
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("plain") << "671809275.77"_ba << "671809275.77"_ba;
    QTest::newRow("noise") << "0.30000000000000004"_ba << "0.3"_ba;
    QTest::newRow("exponent") << "1.23E5"_ba << "123000"_ba;
    QTest::newRow("long") << "1.5E+17"_ba << "150000000000000000"_ba;
    QTest::newRow("no number") << "abc"_ba << "abc"_ba;
    QTest::newRow("infinite") << "1e999"_ba << "1e999"_ba;
}

void TestXlsxReader::numbers()
{
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, shown);
    QCOMPARE(xlsxNumberText(stored), shown);
}

void TestXlsxReader::sharedStrings_runsPhoneticsAndEscapes()
{
    const Parts strings {{"xl/sharedStrings.xml",
        "<sst><si><r><t>上海</t></r><r><rPr/><t xml:space=\"preserve\"> 天远</t></r><rPh><t>SHANGHAI</t></rPh></si>"
        "<si><t>a_x000D_b_x005F_x0041_</t></si><si/><si><t><![CDATA[<raw>]]></t></si></sst>"}};
    const auto whole = readAll(workbook(
        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c></row>", strings));
    QVERIFY(whole);
    QCOMPARE(whole->rows[0], QStringList({u"上海 天远"_s, u"a\rb_x0041_"_s, QString(), u"<raw>"_s}));
}

void TestXlsxReader::sheets_hiddenAndChosen()
{
    const Parts parts {
        {"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns:r=\"x\"><sheets><sheet name=\"隐藏\" state=\"hidden\" r:id=\"a\"/><sheet name=\"图\" r:id=\"c\"/>"
                            "<sheet name=\"客户\" r:id=\"b\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"/xl/s1.xml\"/>"
                                       "<Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"../xl/s2.xml\"/>"
                                       "<Relationship Id=\"c\" Type=\"x/chartsheet\" Target=\"c.xml\"/></Relationships>"},
        {"xl/s1.xml", "<worksheet><sheetData><row><c t=\"str\"><v>secret</v></c></row></sheetData></worksheet>"},
        {"xl/s2.xml", "<worksheet><sheetData><row><c t=\"str\"><v>shown</v></c></row></sheetData></worksheet>"},
    };
    const QByteArray bytes = packed(parts);
    const auto first = readAll(bytes);
    QVERIFY2(first, first ? "" : qPrintable(first.error().reason));
    QCOMPARE(first->info.sheets, QStringList({u"隐藏"_s, u"客户"_s}));
    QCOMPARE(first->info.hiddenSheets, QList<int>({0}));
    QCOMPARE(first->info.sheet, 1);
    QCOMPARE(first->rows[0][0], u"shown"_s);
    TableOptions options;
    options.sheet = 0;
    QCOMPARE(readAll(bytes, options)->rows[0][0], u"secret"_s);
    options.sheet = 5;
    QCOMPARE(reasonOf(bytes, options), u"xlsx.no_sheet"_s);
}

void TestXlsxReader::gapsAndOrder()
{
    const auto whole = readAll(workbook("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"D2\"><v>2</v></c></row><row r=\"3\"/>"
                                        "<row r=\"9\"><c r=\"C9\"><v>3</v></c><c r=\"A9\"><v>4</v></c></row>"));
    QVERIFY(whole);
    QCOMPARE(whole->rows, QList<QStringList>({{QString(), u"1"_s, QString(), u"2"_s}, {QString(), QString(), u"3"_s}}));
    QCOMPARE(whole->numbers, QList<qint64>({2, 9}));
    QCOMPARE(whole->problems, QStringList({u"9:0:xlsx.cells_out_of_order"_s}));
}

void TestXlsxReader::prefixes_areIgnored()
{
    const auto whole = readAll(workbook("<x:row r='1'><!-- a > b --><x:c r='A1' t='str'><x:v>\xe5\xad\x97</x:v></x:c></x:row>"));
    QVERIFY(whole);
    QCOMPARE(whole->rows[0][0], u"字"_s);
}

void TestXlsxReader::writer_roundTrip()
{
    XlsxWriter writer(u"客户/清单"_s);
    QVERIFY(writer.writeRow({u"名称"_s, u"金额"_s}));
    QVERIFY(writer.writeRow({u"=1+1 <&> \"x\" _x0041_ \u0007"_s, 671809275.77}));
    QVERIFY(writer.writeRow({QString(), QVariant(), u" spaces "_s, qint64 {42}}));
    const auto bytes = writer.finish();
    QVERIFY(bytes);
    const auto whole = readAll(*bytes);
    QVERIFY(whole);
    QCOMPARE(whole->info.sheets, QStringList({u"客户 清单"_s}));
    QCOMPARE(whole->rows.size(), 3);
    QCOMPARE(whole->rows[1], QStringList({u"=1+1 <&> \"x\" _x0041_ \u0007"_s, u"671809275.77"_s}));
    QCOMPARE(whole->rows[2], QStringList({QString(), QString(), u" spaces "_s, u"42"_s}));
    QVERIFY(whole->problems.isEmpty());
}

void TestXlsxReader::writer_limits()
{
    XlsxWriter writer(u"x"_s);
    QCOMPARE(writer.writeRow({QString(40'000, u'x')}).error().reason, u"xlsx.cell_too_long"_s);
}

void TestXlsxReader::bomb_isRefused()
{
    // 400 MB of blanks pack into 400 kB.
    const QByteArray bomb = workbook("<row><c><v>1</v></c></row>" + QByteArray(400 << 20, ' '));
    QVERIFY(bomb.size() < 1 << 20);
    QCOMPARE(reasonOf(bomb), u"zip.bomb"_s);
    TableOptions options;
    options.limits.partBytes = 1000;
    QCOMPARE(reasonOf(workbook(QByteArray("<row><c><v>1</v></c></row>").repeated(100)), options), u"zip.bomb"_s);
    const Parts strings {{"xl/sharedStrings.xml", "<sst>" + QByteArray("<si><t>aaaaaaaaaaaa</t></si>").repeated(1000) + "</sst>"}};
    options = {};
    options.limits.stringBytes = 1000;
    QCOMPARE(reasonOf(workbook("<row><c t=\"s\"><v>0</v></c></row>", strings), options), u"table.too_large"_s);
}

void TestXlsxReader::entities_areRefused()
{
    const QByteArray doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    QCOMPARE(reasonOf(workbook(doctype + "<row><c t=\"str\"><v>&e;</v></c></row>")), u"xml.doctype"_s);
    QCOMPARE(reasonOf(workbook("<row/>", {{"xl/styles.xml", doctype + "<styleSheet/>"}})), u"xml.doctype"_s);
    QCOMPARE(reasonOf(workbook("<row/>", {{"xl/sharedStrings.xml", doctype + "<sst/>"}})), u"xml.doctype"_s);
    // An entity nobody declared stays what it is.
    const auto whole = readAll(workbook("<row><c t=\"str\"><v>&e; &#x5929;</v></c></row>"));
    QVERIFY(whole);
    QCOMPARE(whole->rows[0][0], u"&e; 天"_s);
}

void TestXlsxReader::damage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no directory") << "PK\x03\x04 nothing more"_ba << u"zip.damaged"_s;
    QTest::newRow("no workbook") << packed({{"word/document.xml", "<x/>"}}) << u"xlsx.no_workbook"_s;
    QTest::newRow("no sheets") << packed({{"xl/workbook.xml", "<workbook><sheets/></workbook>"}}) << u"xlsx.no_sheet"_s;
    QTest::newRow("broken workbook") << packed({{"xl/workbook.xml", "<workbook><sheets>"}}) << u"xml.malformed"_s;
    QTest::newRow("empty sheet") << workbook("") << u"table.empty"_s;
    QTest::newRow("utf-16 part") << workbook("<row/>", {{"xl/sharedStrings.xml", "\xFF\xFE<\0"_ba}}) << u"xml.encoding"_s;
}

void TestXlsxReader::damage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    QCOMPARE(reasonOf(bytes), reason);
}

void TestXlsxReader::truncatedSheet_isNamed()
{
    const Parts parts {{"xl/workbook.xml", "<workbook xmlns:r=\"x\"><sheets><sheet name=\"1\" r:id=\"a\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>"},
        {"xl/s.xml", "<worksheet><sheetData><row><c t=\"str\"><v>1</v></c></row><row><c t=\"str\"><v>2"}};
    QCOMPARE(reasonOf(packed(parts)), u"xlsx.truncated"_s);
}

void TestXlsxReader::limits()
{
    TableOptions options;
    options.limits.columns = 3;
    options.limits.cellBytes = 100;
    const auto whole = readAll(workbook("<row><c r=\"XFD1\"><v>1</v></c><c r=\"ZZZZZZZZ1\"><v>1</v></c></row>"
                                        "<row><c t=\"str\"><v>" + QByteArray(500, 'x') + "</v></c></row>"), options);
    QVERIFY(whole);
    QCOMPARE(whole->problems, QStringList({u"1:16383:table.too_many_cells"_s, u"1:1048576:table.too_many_cells"_s, u"2:0:table.cell_too_long"_s}));
    options.limits.rows = 2;
    QCOMPARE(reasonOf(workbook(QByteArray("<row><c><v>1</v></c></row>").repeated(3)), options), u"table.too_many_rows"_s);
    options = {};
    options.limits.recordBytes = 10'000;
    QCOMPARE(reasonOf(workbook("<row><c t=\"str\"><v>" + QByteArray(50'000, 'x') + "</v></c></row>"), options), u"table.cell_too_long"_s);
}

void TestXlsxReader::flippedBytes_neverCrash()
{
    XlsxWriter writer(u"x"_s);
    for (int i = 0; i < 20; ++i)
        QVERIFY(writer.writeRow({u"上海天远软件集团有限公司%1"_s.arg(i), i * 1.5}));
    const QByteArray good = *writer.finish();
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 0x5A);
        readAll(bad, {}, 100);
        readAll(good.first(i), {}, 100);
    }
    QVERIFY(readAll(good));
}

void TestXlsxReader::scanner_acrossChunks()
{
    const QByteArray xml = "<?xml version='1.0'?><a x='1' y=\"&lt;&gt;\"><b/>text &amp; 字 more<c z='>'>&#x4E0A;</c><![CDATA[&raw;]]><!-- - --></a>"_ba;
    QString expected;
    for (int chunk = 1; chunk < xml.size(); ++chunk) {
        qsizetype pos = 0;
        XmlScanner scanner([&]() -> Result<QByteArray> {
            const QByteArray piece = xml.mid(pos, chunk);
            pos += chunk;
            return piece;
        });
        QString seen;
        for (;;) {
            const auto token = scanner.next();
            QVERIFY2(token, token ? "" : qPrintable(token.error().detail));
            if (*token == XmlScanner::Token::Done)
                break;
            if (*token == XmlScanner::Token::Start)
                seen += u"<%1 %2>"_s.arg(QString::fromUtf8(scanner.name()), QString::fromUtf8(scanner.attribute("y")));
            else if (*token == XmlScanner::Token::End)
                seen += u"</%1>"_s.arg(QString::fromUtf8(scanner.name()));
            else
                seen += QString::fromUtf8(scanner.text());
        }
        if (expected.isEmpty())
            expected = seen;
        QCOMPARE(seen, u"<a <>><b ></b>text & 字 more<c >上</c>&raw;</a>"_s);
    }
}

void TestXlsxReader::sharedInput()
{
    QFile file(QDir(QStringLiteral(DW_SOURCE_DIR "/../shared/inputs")).filePath(u"clients-10k.xlsx"_s));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared inputs are not here");
    QElapsedTimer timer;
    timer.start();
    const auto whole = readAll(file.readAll(), {}, 2000);
    QVERIFY(whole);
    qInfo("10,000 XLSX rows read in %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(whole->rows.size(), 10'001);
    QCOMPARE(whole->info.sheets, QStringList({u"Clients"_s}));
    QCOMPARE(whole->rows[2][1], u"上海天远软件集团有限公司"_s);
    QCOMPARE(whole->rows[2][9], u"560398231.34"_s);
    QVERIFY(whole->problems.isEmpty());
}

DW_TEST(TestXlsxReader)
#include "tst_xlsxreader.moc"
