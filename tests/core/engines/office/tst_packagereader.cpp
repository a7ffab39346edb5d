#include "core/engines/office/packagereader.h"
#include "tests/support/packagemaker.h"
#include "tests/support/packagetexts.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;
using dwtest::Parts;
using dwtest::readAllTexts;
using dwtest::textWith;

class TestPackageReader : public QObject
{
    Q_OBJECT

private slots:
    void word_data();
    void word();
    void excel_data();
    void excel();
    void archive();
    void damaged_data();
    void damaged();
    void goesOnAtAStep();
};

namespace {

QByteArray paragraph(const QByteArray &runs)
{
    return "<w:p>" + runs + "</w:p>";
}

QByteArray run(const QByteArray &text)
{
    return "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

/// A Word file with an address of mail in every place where text can be.
QByteArray fullWordFile()
{
    const QByteArray inner = dwtest::wordFile(paragraph(run("inner@example.com")));
    const QByteArray body = paragraph(run("sp") + "<w:proofErr/>" + run("lit@exam") + run("ple.com"))
        + paragraph(run("was ") + "<w:del w:author=\"redactor@example.com\"><w:r><w:delText>deleted@</w:delText></w:r></w:del>"
            + "<w:ins><w:r><w:t>inserted@</w:t></w:r></w:ins>" + run("example.com"))
        + paragraph("<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>" + paragraph(run("box@example.com"))
            + "</w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r>" + run("beside"))
        + paragraph("<w:r><w:instrText>HYPERLINK \"mailto:in</w:instrText></w:r><w:r><w:instrText>struction@example.com\"</w:instrText></w:r>" + run("here"))
        + paragraph("<w:fldSimple w:instr=\"simple@example.com\">" + run("x") + "</w:fldSimple>")
        + paragraph("<w:r><w:drawing><wp:docPr id=\"1\" name=\"Picture 1\" descr=\"alt@example.com\"/></w:drawing></w:r>")
        + "<w:tbl><w:tr><w:tc>" + paragraph(run("Mail")) + "</w:tc><w:tc>" + paragraph(run("Name")) + "</w:tc></w:tr><w:tr><w:tc>"
        + paragraph(run("ta") + run("ble@example.com")) + "</w:tc><w:tc>" + paragraph(run("x")) + "</w:tc></w:tr></w:tbl>";
    const auto part = [](const QByteArray &content) -> QByteArray { return "<w:x xmlns:w=\"w\">" + content + "</w:x>"; };
    return dwtest::wordFile(body,
        {{"word/header1.xml", part(paragraph(run("head") + run("er@example.com")))}, {"word/footer2.xml", part(paragraph(run("footer@example.com")))},
            {"word/footnotes.xml", part("<w:footnote w:id=\"7\">" + paragraph(run("footnote@example.com")) + "</w:footnote>")},
            {"word/endnotes.xml", part("<w:endnote w:id=\"2\">" + paragraph(run("endnote@example.com")) + "</w:endnote>")},
            {"word/comments.xml", part("<w:comment w:id=\"3\" w:author=\"author@example.com\">" + paragraph(run("comment@example.com")) + "</w:comment>")},
            {"word/_rels/document.xml.rels", "<Relationships>" + dwtest::relation("r9", "hyperlink", "mailto:link%40example.com") + "</Relationships>"},
            {"word/settings.xml", part("<w:docVars><w:docVar w:name=\"client\" w:val=\"variable@example.com\"/></w:docVars>")},
            {"word/charts/chart1.xml", "<c:chart><c:tx><a:p><a:r><a:t>chart@example.com</a:t></a:r></a:p></c:tx><c:cat><c:pt><c:v>cache@example.com</c:v></c:pt></c:cat></c:chart>"},
            {"docProps/core.xml", "<cp:coreProperties><dc:creator>core@example.com</dc:creator></cp:coreProperties>"},
            {"docProps/app.xml", "<Properties><Company>app@example.com</Company></Properties>"},
            {"docProps/custom.xml", "<Properties><property name=\"Client\"><vt:lpwstr>custom@example.com</vt:lpwstr></property></Properties>"},
            {"customXml/item1.xml", "<data><client mail=\"attribute@example.com\">element@example.com</client></data>"},
            {"word/embeddings/a.docx", inner}, {"word/embeddings/note.txt", "plain@example.com"}, {"word/media/image1.png", "\x89PNG no picture"}});
}

} // namespace

void TestPackageReader::word_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("at");
    const QString body = u"word/document.xml"_s;
    QTest::newRow("split@example.com") << body << u"body"_s << u"p1"_s;
    QTest::newRow("inserted@example.com") << body << u"body"_s << u"p2"_s;
    QTest::newRow("deleted@example.com") << body << u"deleted"_s << u"p2"_s;
    QTest::newRow("redactor@example.com") << body << u"author"_s << u"author"_s;
    QTest::newRow("box@example.com") << body << u"textbox"_s << u"p4"_s;
    QTest::newRow("mailto:instruction@example.com") << body << u"field"_s << u"p5"_s;
    QTest::newRow("simple@example.com") << body << u"field"_s << u"instr"_s;
    QTest::newRow("alt@example.com") << body << u"alt_text"_s << u"descr"_s;
    QTest::newRow("table@example.com") << body << u"body"_s << u"t1r2"_s;
    QTest::newRow("header@example.com") << u"word/header1.xml"_s << u"header"_s << u"p1"_s;
    QTest::newRow("footer@example.com") << u"word/footer2.xml"_s << u"footer"_s << u"p1"_s;
    QTest::newRow("footnote@example.com") << u"word/footnotes.xml"_s << u"footnote"_s << u"7"_s;
    QTest::newRow("endnote@example.com") << u"word/endnotes.xml"_s << u"endnote"_s << u"2"_s;
    QTest::newRow("comment@example.com") << u"word/comments.xml"_s << u"comment"_s << u"3"_s;
    QTest::newRow("author@example.com") << u"word/comments.xml"_s << u"author"_s << u"author"_s;
    QTest::newRow("mailto:link@example.com") << u"word/_rels/document.xml.rels"_s << u"link"_s << u"Target"_s;
    QTest::newRow("variable@example.com") << u"word/settings.xml"_s << u"setting"_s << u"val"_s;
    QTest::newRow("chart@example.com") << u"word/charts/chart1.xml"_s << u"chart"_s << u"p1"_s;
    QTest::newRow("cache@example.com") << u"word/charts/chart1.xml"_s << u"chart"_s << u"v"_s;
    QTest::newRow("core@example.com") << u"docProps/core.xml"_s << u"property"_s << u"creator"_s;
    QTest::newRow("app@example.com") << u"docProps/app.xml"_s << u"property"_s << u"Company"_s;
    QTest::newRow("custom@example.com") << u"docProps/custom.xml"_s << u"property"_s << u"Client"_s;
    QTest::newRow("attribute@example.com") << u"customXml/item1.xml"_s << u"setting"_s << u"mail"_s;
    QTest::newRow("element@example.com") << u"customXml/item1.xml"_s << u"custom_xml"_s << u"client"_s;
    QTest::newRow("inner@example.com") << u"word/embeddings/a.docx!/word/document.xml"_s << u"body"_s << u"p1"_s;
    QTest::newRow("plain@example.com") << u"word/embeddings/note.txt"_s << u"text"_s << QString();
}

void TestPackageReader::word()
{
    QFETCH(QString, part);
    QFETCH(QString, kind);
    QFETCH(QString, at);
    static const FileTexts texts = readAllTexts(fullWordFile());
    const FileText *const text = textWith(texts, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(text);
    QCOMPARE(text->part, part);
    QCOMPARE(text->kind, kind);
    QCOMPARE(text->at, at);
    // What is a picture by its name and none by its bytes is told, and is all that is told.
    QCOMPARE(texts.unread.size(), 1);
    QCOMPARE(texts.unread.first().args.first(), u"file!/word/media/image1.png"_s);
    if (kind == "deleted"_L1) // "was " is in both texts: only what was deleted counts there
        QCOMPARE(text->text.mid(text->focusStart, text->focusEnd - text->focusStart), u"deleted@"_s);
    if (at == "t1r2"_L1)
        QVERIFY(!text->isNewTable && text->cells.size() == 2);
}

void TestPackageReader::excel_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("at");
    const QString sheet = u"xl/worksheets/sheet1.xml"_s;
    QTest::newRow("shared@example.com") << sheet << u"cell"_s << u"Clients!2"_s;
    QTest::newRow("inline@example.com") << sheet << u"cell"_s << u"Clients!3"_s;
    QTest::newRow("formula@example.com") << sheet << u"formula"_s << u"Clients!C3"_s;
    QTest::newRow("hidden@example.com") << u"xl/worksheets/sheet2.xml"_s << u"hidden_cell"_s << u"Old!1"_s;
    QTest::newRow("orphan@example.com") << u"xl/sharedStrings.xml"_s << u"shared_string"_s << u"2"_s;
    QTest::newRow("head@example.com") << sheet << u"header_footer"_s << u"Clients!oddHeader"_s;
    QTest::newRow("tip@example.com") << sheet << u"link"_s << u"Clients!tooltip"_s;
    QTest::newRow("prompt@example.com") << sheet << u"setting"_s << u"Clients!prompt"_s;
    QTest::newRow("defined@example.com") << u"xl/workbook.xml"_s << u"name"_s << u"definedName"_s;
    QTest::newRow("name-note@example.com") << u"xl/workbook.xml"_s << u"setting"_s << u"comment"_s;
    QTest::newRow("comment@example.com") << u"xl/comments1.xml"_s << u"comment"_s << u"B2"_s;
    QTest::newRow("thread@example.com") << u"xl/threadedComments/threadedComment1.xml"_s << u"comment"_s << u"C4"_s;
    QTest::newRow("item@example.com") << u"xl/pivotCache/pivotCacheDefinition1.xml"_s << u"pivot"_s << u"2"_s;
    QTest::newRow("record@example.com") << u"xl/pivotCache/pivotCacheRecords1.xml"_s << u"pivot"_s << u"2"_s;
    QTest::newRow("shape@example.com") << u"xl/drawings/drawing1.xml"_s << u"textbox"_s << u"p1"_s;
    QTest::newRow("chart@example.com") << u"xl/charts/chart1.xml"_s << u"chart"_s << u"v"_s;
    QTest::newRow("external@example.com") << u"xl/externalLinks/externalLink1.xml"_s << u"external"_s << u"v"_s;
    QTest::newRow("file:///home/target@example.com.xlsx") << u"xl/externalLinks/_rels/externalLink1.xml.rels"_s << u"link"_s << u"Target"_s;
    QTest::newRow("column@example.com") << u"xl/tables/table1.xml"_s << u"name"_s << u"name"_s;
    QTest::newRow("core@example.com") << u"docProps/core.xml"_s << u"property"_s << u"lastModifiedBy"_s;
}

void TestPackageReader::excel()
{
    QFETCH(QString, part);
    QFETCH(QString, kind);
    QFETCH(QString, at);
    static const FileTexts texts = readAllTexts(dwtest::excelFile(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c></row>"
        "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line@example.com</t></r></is></c><c r=\"C3\"><f>\"formula@example.com\"</f><v>1</v></c></row>",
        {{"xl/sharedStrings.xml", "<sst><si><r><t>shared@</t></r><r><rPr><b/></rPr><t>example.com</t></r></si><si><t>Mail</t></si><si><t>orphan@example.com</t></si></sst>"},
            {"xl/comments1.xml", "<comments><authors><author>x</author></authors><commentList><comment ref=\"B2\"><text><r><t>com</t></r><r><t>ment@example.com</t></r></text></comment></commentList></comments>"},
            {"xl/threadedComments/threadedComment1.xml", "<ThreadedComments><threadedComment ref=\"C4\"><text>thread@example.com</text></threadedComment></ThreadedComments>"},
            {"xl/pivotCache/pivotCacheDefinition1.xml", "<pivotCacheDefinition><cacheFields><cacheField name=\"Mail\"><sharedItems><s v=\"item@example.com\"/></sharedItems></cacheField><cacheField name=\"Other\"/></cacheFields></pivotCacheDefinition>"},
            {"xl/pivotCache/pivotCacheRecords1.xml", "<pivotCacheRecords><r><x v=\"0\"/><s v=\"record@example.com\"/></r></pivotCacheRecords>"},
            {"xl/drawings/drawing1.xml", "<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>sha</a:t></a:r><a:r><a:t>pe@example.com</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"},
            {"xl/charts/chart1.xml", "<c:chartSpace><c:strCache><c:pt idx=\"0\"><c:v>chart@example.com</c:v></c:pt></c:strCache></c:chartSpace>"},
            {"xl/externalLinks/externalLink1.xml", "<externalLink><externalBook><sheetDataSet><sheetData><row r=\"1\"><cell r=\"A1\"><v>external@example.com</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>"},
            {"xl/externalLinks/_rels/externalLink1.xml.rels", "<Relationships>" + dwtest::relation("r1", "externalLinkPath", "file:///home/target%40example.com.xlsx") + "</Relationships>"},
            {"xl/tables/table1.xml", "<table><tableColumns><tableColumn id=\"1\" name=\"column@example.com\"/></tableColumns></table>"},
            {"docProps/core.xml", "<cp:coreProperties><cp:lastModifiedBy>core@example.com</cp:lastModifiedBy></cp:coreProperties>"}},
        "<headerFooter><oddHeader>&amp;L&amp;\"Arial,Bold\"&amp;12head@example.com</oddHeader></headerFooter>"
        "<hyperlinks><hyperlink ref=\"A1\" tooltip=\"tip@example.com\"/></hyperlinks>"
        "<dataValidations><dataValidation prompt=\"prompt@example.com\"/></dataValidations>",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>hidden@example.com</v></c></row>"));
    const FileText *const text = textWith(texts, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(text);
    QCOMPARE(text->part, part);
    QCOMPARE(text->kind, kind);
    QCOMPARE(text->at, at);
    QVERIFY2(texts.unread.isEmpty(), qPrintable(texts.unread.value(0).args.join(u' ')));
    if (kind == "header_footer"_L1)
        QVERIFY(!text->text.contains(u'&'));
    if (text->part.endsWith("Records1.xml"_L1))
        QCOMPARE(text->cells, (QStringList {u"item@example.com"_s, u"record@example.com"_s})); // the pointer is followed
}

void TestPackageReader::archive()
{
    const FileTexts texts = readAllTexts(dwtest::packed({{"a/letter.docx", dwtest::wordFile(paragraph(run("one@example.com")))}, {"b.txt", "two@example.com"},
        {"客户王伟.rar", "Rar!"}}));
    QCOMPARE(textWith(texts, u"one@example.com"_s)->part, u"a/letter.docx!/word/document.xml"_s);
    QCOMPARE(textWith(texts, u"two@example.com"_s)->part, u"b.txt"_s);
    QCOMPARE(textWith(texts, u"王伟"_s)->kind, u"file_name"_s);
    QCOMPARE(texts.unread.size(), 1);
    QCOMPARE(texts.unread.first().reason, u"find.kind_unread"_s);
}

void TestPackageReader::damaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("named");
    const QByteArray good = paragraph(run("good@example.com"));
    QTest::newRow("cut off") << dwtest::wordFile(good, {{"word/header1.xml", "<w:hdr><w:p><w:r><w:t>half@exam"}}) << u"word/header1.xml"_s;
    QTest::newRow("entities") << dwtest::wordFile(good, {{"word/footer1.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:p>&b;</w:p>"}}) << u"word/footer1.xml"_s;
    QTest::newRow("other encoding") << dwtest::wordFile(good, {{"word/footer1.xml", QByteArray("\xFF\xFE<\0p\0/\0>\0", 10)}}) << u"word/footer1.xml"_s;
    QTest::newRow("too deep") << dwtest::wordFile(good, {{"word/footer1.xml", QByteArray("<a>").repeated(2000) + QByteArray("</a>").repeated(2000)}}) << u"word/footer1.xml"_s;
    QTest::newRow("bomb") << dwtest::wordFile(good, {{"word/footer1.xml", "<a>" + QByteArray(40 << 20, ' ') + "</a>"}}) << u"word/footer1.xml"_s;
    QTest::newRow("macros") << dwtest::wordFile(good, {{"word/vbaProject.bin", "\xD0\xCF\x11\xE0"}}) << u"word/vbaProject.bin"_s;
    QTest::newRow("old file inside") << dwtest::wordFile(good, {{"word/embeddings/oleObject1.bin", "\xD0\xCF\x11\xE0 W\0o\0r\0k\0b\0o\0o\0k\0"_ba}}) << u"file!/word/embeddings/oleObject1.bin"_s;
}

void TestPackageReader::damaged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, named);
    const FileTexts texts = readAllTexts(bytes);
    QVERIFY(textWith(texts, u"good@example.com"_s)); // the rest is read
    QCOMPARE(texts.unread.size(), 1);
    QVERIFY2(texts.unread.first().args.contains(named), qPrintable(texts.unread.first().args.join(u' ')));
    QVERIFY(texts.unread.first().reason.startsWith(u"find."_s));
}

void TestPackageReader::goesOnAtAStep()
{
    const auto reader = PackageReader::open(fullWordFile(), u"file"_s, dwtest::openTexts);
    QVERIFY(reader.has_value());
    QCOMPARE((*reader)->stepName(0), u"word/document.xml"_s);
    (*reader)->skipTo(1);
    const FileTexts texts = readAllTexts(**reader);
    QVERIFY(!textWith(texts, u"split@example.com"_s));
    QVERIFY(textWith(texts, u"header@example.com"_s));
    QCOMPARE(PackageReader::open("PK\x03\x04 nothing"_ba, u"file"_s, dwtest::openTexts).error().reason, u"zip.damaged"_s);
}

DW_TEST(TestPackageReader)
#include "tst_packagereader.moc"
