#include "tests/support/packagemaker.h"
#include "tests/support/packagetexts.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

/// What is read of presentations: a value in every place of theirs.
class TestPresentationTexts : public QObject
{
    Q_OBJECT

private slots:
    void places_data();
    void places();
    void tellsWhatItLeaves();
    void damaged();
};

namespace {

QByteArray run(const QByteArray &text)
{
    return "<a:r><a:rPr lang=\"en-US\"/><a:t>" + text + "</a:t></a:r>";
}

QByteArray paragraph(const QByteArray &runs)
{
    return "<a:p>" + runs + "</a:p>";
}

QByteArray shape(const QByteArray &paragraphs, const QByteArray &description = {})
{
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Shape 1\" descr=\"" + description + "\"/></p:nvSpPr><p:txBody>" + paragraphs + "</p:txBody></p:sp>";
}

QByteArray fullPresentation()
{
    const QByteArray shapes = shape(paragraph(run("sp") + run("lit@exam") + "<a:fld type=\"slidenum\"><a:t>ple.com</a:t></a:fld>"), "alt@example.com")
        + "<p:grpSp>" + shape(paragraph(run("group@example.com"))) + "</p:grpSp>"
        + "<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody>" + paragraph(run("Mail")) + "</a:txBody></a:tc><a:tc><a:txBody>" + paragraph(run("Name"))
        + "</a:txBody></a:tc></a:tr><a:tr><a:tc><a:txBody>" + paragraph(run("table@") + run("example.com")) + "</a:txBody></a:tc><a:tc><a:txBody>" + paragraph(run("x"))
        + "</a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>";
    const auto part = [](const QByteArray &content) -> QByteArray { return "<p:x xmlns:p=\"p\" xmlns:a=\"a\">" + content + "</p:x>"; };
    return dwtest::slideFile(shapes,
        {{"ppt/slides/slide2.xml", "<p:sld show=\"0\">" + shape(paragraph(run("hidden@example.com"))) + "</p:sld>"},
            {"ppt/slides/_rels/slide1.xml.rels", "<Relationships>" + dwtest::relation("r1", "hyperlink", "mailto:link%40example.com") + "</Relationships>"},
            {"ppt/notesSlides/notesSlide1.xml", part(shape(paragraph(run("spo") + run("ken@example.com"))))},
            {"ppt/comments/comment1.xml", part("<p:cm authorId=\"0\"><p:text>comment@example.com</p:text></p:cm>")},
            {"ppt/comments/modernComment_100_0.xml", part("<p188:cm><p188:txBody>" + paragraph(run("modern@example.com")) + "</p188:txBody></p188:cm>")},
            {"ppt/commentAuthors.xml", part("<p:cmAuthor id=\"0\" name=\"author@example.com\" initials=\"zz\"/>")},
            {"ppt/slideLayouts/slideLayout1.xml", part(shape(paragraph(run("layout@example.com"))))},
            {"ppt/slideMasters/slideMaster1.xml", part(shape(paragraph(run("master@example.com"))))},
            {"ppt/handoutMasters/handoutMaster1.xml", part(shape(paragraph(run("handout@example.com"))))},
            {"ppt/tags/tag1.xml", part("<p:tag name=\"CLIENT\" val=\"tag@example.com\"/>")},
            {"ppt/charts/chart1.xml", "<c:chart><c:strCache><c:pt><c:v>chart@example.com</c:v></c:pt></c:strCache></c:chart>"},
            {"ppt/diagrams/data1.xml", "<dgm:pt><dgm:t>" + paragraph(run("dia") + run("gram@example.com")) + "</dgm:t></dgm:pt>"},
            {"docProps/core.xml", "<cp:coreProperties><dc:title>core@example.com</dc:title></cp:coreProperties>"},
            {"docProps/app.xml", "<Properties><TitlesOfParts><vt:lpstr>titles@example.com</vt:lpstr></TitlesOfParts></Properties>"},
            {"customXml/item1.xml", "<data>element@example.com</data>"},
            {"ppt/embeddings/book.xlsx", dwtest::excelFile("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>inner@example.com</v></c></row>")}},
        "<p14:section name=\"section@example.com\"/>");
}

} // namespace

void TestPresentationTexts::places_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("kind");
    const QString slide = u"ppt/slides/slide1.xml"_s;
    QTest::newRow("split@example.com") << slide << u"slide"_s;
    QTest::newRow("alt@example.com") << slide << u"alt_text"_s;
    QTest::newRow("group@example.com") << slide << u"slide"_s;
    QTest::newRow("table@example.com") << slide << u"slide"_s;
    QTest::newRow("hidden@example.com") << u"ppt/slides/slide2.xml"_s << u"slide"_s;
    QTest::newRow("mailto:link@example.com") << u"ppt/slides/_rels/slide1.xml.rels"_s << u"link"_s;
    QTest::newRow("spoken@example.com") << u"ppt/notesSlides/notesSlide1.xml"_s << u"note"_s;
    QTest::newRow("comment@example.com") << u"ppt/comments/comment1.xml"_s << u"comment"_s;
    QTest::newRow("modern@example.com") << u"ppt/comments/modernComment_100_0.xml"_s << u"comment"_s;
    QTest::newRow("author@example.com") << u"ppt/commentAuthors.xml"_s << u"name"_s;
    QTest::newRow("layout@example.com") << u"ppt/slideLayouts/slideLayout1.xml"_s << u"setting"_s;
    QTest::newRow("master@example.com") << u"ppt/slideMasters/slideMaster1.xml"_s << u"setting"_s;
    QTest::newRow("handout@example.com") << u"ppt/handoutMasters/handoutMaster1.xml"_s << u"setting"_s;
    QTest::newRow("tag@example.com") << u"ppt/tags/tag1.xml"_s << u"setting"_s;
    QTest::newRow("chart@example.com") << u"ppt/charts/chart1.xml"_s << u"chart"_s;
    QTest::newRow("diagram@example.com") << u"ppt/diagrams/data1.xml"_s << u"diagram"_s;
    QTest::newRow("core@example.com") << u"docProps/core.xml"_s << u"property"_s;
    QTest::newRow("titles@example.com") << u"docProps/app.xml"_s << u"property"_s;
    QTest::newRow("element@example.com") << u"customXml/item1.xml"_s << u"custom_xml"_s;
    QTest::newRow("inner@example.com") << u"ppt/embeddings/book.xlsx!/xl/worksheets/sheet1.xml"_s << u"cell"_s;
    QTest::newRow("section@example.com") << u"ppt/presentation.xml"_s << u"name"_s;
}

void TestPresentationTexts::places()
{
    QFETCH(QString, part);
    QFETCH(QString, kind);
    static const FileTexts texts = dwtest::readAllTexts(fullPresentation());
    const FileText *const text = dwtest::textWith(texts, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(text);
    QCOMPARE(text->part, part);
    QCOMPARE(text->kind, kind);
    QVERIFY2(texts.unread.isEmpty(), qPrintable(texts.unread.value(0).args.join(u' ')));
    if (text->cells.contains(u"table@example.com"_s))
        QCOMPARE(text->cells, (QStringList {u"table@example.com"_s, u"x"_s}));
}

void TestPresentationTexts::tellsWhatItLeaves()
{
    const FileTexts texts = dwtest::readAllTexts(dwtest::slideFile(shape(paragraph(run("good@example.com"))),
        {{"ppt/media/image1.emf", "EMF"}, {"ppt/media/voice.mp4", "\0\0\0 ftypisom"_ba}, {"ppt/vbaProject.bin", "\xD0\xCF\x11\xE0"}}));
    QVERIFY(dwtest::textWith(texts, u"good@example.com"_s));
    QStringList named;
    for (const Error &gap : texts.unread)
        named.append(gap.args.last());
    named.sort();
    QCOMPARE(texts.unread.size(), 3);
    QVERIFY2(named.join(u' ').contains(u"image1.emf"_s) && named.join(u' ').contains(u"voice.mp4"_s) && named.join(u' ').contains(u"vbaProject.bin"_s), qPrintable(named.join(u' ')));
}

void TestPresentationTexts::damaged()
{
    const FileTexts texts = dwtest::readAllTexts(dwtest::slideFile(shape(paragraph(run("good@example.com"))), {{"ppt/notesSlides/notesSlide1.xml", "<p:notes><a:p><a:r><a:t>half@exa"}}));
    QVERIFY(dwtest::textWith(texts, u"good@example.com"_s));
    QCOMPARE(texts.unread.size(), 1);
    QVERIFY(texts.unread.first().args.contains(u"ppt/notesSlides/notesSlide1.xml"_s));
}

DW_TEST(TestPresentationTexts)
#include "tst_presentationtexts.moc"
