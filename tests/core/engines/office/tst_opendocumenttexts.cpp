#include "tests/support/packagemaker.h"
#include "tests/support/packagetexts.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

/// What is read of OpenDocument texts, spreadsheets and presentations: a value in every place of theirs.
class TestOpenDocumentTexts : public QObject
{
    Q_OBJECT

private slots:
    void text_data();
    void text();
    void deletedInAValue();
    void spreadsheet_data();
    void spreadsheet();
    void rowsKeepTheirCells();
    void presentation();
    void encrypted();
    void damaged();
};

namespace {

QByteArray fullText()
{
    const QByteArray content =
        "<text:tracked-changes><text:changed-region text:id=\"ct1\"><text:deletion><office:change-info><dc:creator>changer@example.com</dc:creator></office:change-info>"
        "<text:p>deleted@example.com</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:user-field-decls><text:user-field-decl text:name=\"client\" office:string-value=\"variable Mary Jones\"/></text:user-field-decls>"
        "<text:p>sp<text:span>lit@exam</text:span>ple.com</text:p>"
        "<text:h>heading@example.com</text:h>"
        "<text:p>before<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>footnote@example.com</text:p></text:note-body></text:note></text:p>"
        "<text:p>noted<office:annotation><dc:creator>annotator@example.com</dc:creator><text:p>annotation@example.com</text:p></office:annotation></text:p>"
        "<text:p><draw:frame draw:name=\"Frame1\"><svg:title>alt@example.com</svg:title><draw:text-box><text:p>box@example.com</text:p></draw:text-box></draw:frame></text:p>"
        "<text:p><text:a xlink:href=\"mailto:link%40example.com\" office:title=\"tip@example.com\">here</text:a></text:p>"
        "<text:p><text:hidden-text text:string-value=\"hidden Peter Long\"/></text:p>"
        "<table:table table:name=\"named@example.com\"><table:table-row><table:table-cell><text:p>Mail</text:p></table:table-cell><table:table-cell><text:p>Name</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell><text:p>ta<text:span>ble@example.com</text:span></text:p></table:table-cell><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>";
    return dwtest::openDocument("text", content,
        {{"styles.xml", "<office:document-styles><style:master-page><style:header><text:p>header@example.com</text:p></style:header><style:footer><text:p>footer@example.com</text:p></style:footer></style:master-page></office:document-styles>"},
            {"meta.xml", "<office:document-meta><office:meta><meta:initial-creator>meta@example.com</meta:initial-creator><meta:user-defined meta:name=\"Client\">custom@example.com</meta:user-defined></office:meta></office:document-meta>"},
            {"settings.xml", "<office:document-settings><config:config-item config:name=\"PrinterName\">printer@example.com</config:config-item></office:document-settings>"},
            {"Object 1/content.xml", "<office:document-content><text:p>chart@example.com</text:p></office:document-content>"},
            {"Configurations2/accelerator/current.xml", ""}});
}

} // namespace

void TestOpenDocumentTexts::text_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("kind");
    const QString content = u"content.xml"_s;
    QTest::newRow("split@example.com") << content << u"body"_s;
    QTest::newRow("heading@example.com") << content << u"body"_s;
    QTest::newRow("deleted@example.com") << content << u"deleted"_s;
    QTest::newRow("changer@example.com") << content << u"body"_s;
    QTest::newRow("variable Mary Jones") << content << u"field"_s;
    QTest::newRow("footnote@example.com") << content << u"footnote"_s;
    QTest::newRow("annotation@example.com") << content << u"comment"_s;
    QTest::newRow("annotator@example.com") << content << u"comment"_s;
    QTest::newRow("alt@example.com") << content << u"body"_s;
    QTest::newRow("box@example.com") << content << u"textbox"_s;
    QTest::newRow("mailto:link@example.com") << content << u"link"_s;
    QTest::newRow("tip@example.com") << content << u"alt_text"_s;
    QTest::newRow("hidden Peter Long") << content << u"field"_s;
    QTest::newRow("named@example.com") << content << u"name"_s;
    QTest::newRow("table@example.com") << content << u"body"_s;
    QTest::newRow("header@example.com") << u"styles.xml"_s << u"header"_s;
    QTest::newRow("footer@example.com") << u"styles.xml"_s << u"footer"_s;
    QTest::newRow("meta@example.com") << u"meta.xml"_s << u"property"_s;
    QTest::newRow("custom@example.com") << u"meta.xml"_s << u"property"_s;
    QTest::newRow("printer@example.com") << u"settings.xml"_s << u"setting"_s;
    QTest::newRow("chart@example.com") << u"Object 1/content.xml"_s << u"body"_s;
}

void TestOpenDocumentTexts::text()
{
    QFETCH(QString, part);
    QFETCH(QString, kind);
    static const FileTexts texts = dwtest::readAllTexts(fullText());
    const FileText *const text = dwtest::textWith(texts, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(text);
    QCOMPARE(text->part, part);
    QCOMPARE(text->kind, kind);
    QVERIFY2(texts.unread.isEmpty(), qPrintable(texts.unread.value(0).args.join(u' ')));
    if (text->cells.contains(u"table@example.com"_s))
        QCOMPARE(text->cells, (QStringList {u"table@example.com"_s, u"x"_s}));
}

/// Half of an address was deleted: the text before the change has it whole.
void TestOpenDocumentTexts::deletedInAValue()
{
    const FileTexts texts = dwtest::readAllTexts(dwtest::openDocument("text",
        "<text:tracked-changes><text:changed-region text:id=\"c7\"><text:deletion><text:p>removed@exam</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>write to <text:change text:change-id=\"c7\"/>ple.com please</text:p>"));
    const FileText *const text = dwtest::textWith(texts, u"write to removed@example.com please"_s);
    QVERIFY(text);
    QCOMPARE(text->kind, u"deleted"_s);
    QCOMPARE(text->text.mid(text->focusStart, text->focusEnd - text->focusStart), u"removed@exam"_s);
    QVERIFY(dwtest::textWith(texts, u"write to ple.com please"_s));
}

void TestOpenDocumentTexts::spreadsheet_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("cell@example.com") << u"body"_s;
    QTest::newRow("value Mary Jones") << u"body"_s;
    QTest::newRow("of:=\"formula@example.com\"") << u"formula"_s;
    QTest::newRow("remark@example.com") << u"comment"_s;
    QTest::newRow("Sheet of Anna Berg") << u"name"_s;
    QTest::newRow("range of Anna Berg") << u"name"_s;
    QTest::newRow("hidden@example.com") << u"body"_s;
    QTest::newRow("validation@example.com") << u"body"_s;
}

void TestOpenDocumentTexts::spreadsheet()
{
    QFETCH(QString, kind);
    static const FileTexts texts = dwtest::readAllTexts(dwtest::openDocument("spreadsheet",
        "<table:content-validations><table:content-validation table:name=\"v1\"><table:help-message><text:p>validation@example.com</text:p></table:help-message></table:content-validation></table:content-validations>"
        "<table:table table:name=\"Sheet of Anna Berg\"><table:table-row><table:table-cell><text:p>cell@example.com</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"string\" office:string-value=\"value Mary Jones\"/>"
        "<table:table-cell table:formula=\"of:=&quot;formula@example.com&quot;\"><text:p>y</text:p><office:annotation><text:p>remark@example.com</text:p></office:annotation></table:table-cell></table:table-row></table:table>"
        "<table:table table:name=\"Old\" table:display=\"false\"><table:table-row table:visibility=\"collapse\"><table:table-cell><text:p>hidden@example.com</text:p></table:table-cell></table:table-row></table:table>"
        "<table:named-expressions><table:named-range table:name=\"range of Anna Berg\" table:cell-range-address=\"$A.$A$1\"/></table:named-expressions>"));
    const FileText *const text = dwtest::textWith(texts, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(text);
    QCOMPARE(text->kind, kind);
    QVERIFY(texts.unread.isEmpty());
}

/// Cells that are left out as "repeated" stand for columns: what is below a heading stays below it.
void TestOpenDocumentTexts::rowsKeepTheirCells()
{
    const FileTexts texts = dwtest::readAllTexts(dwtest::openDocument("spreadsheet",
        "<table:table table:name=\"A\"><table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell><table:table-cell><text:p>City</text:p></table:table-cell><table:table-cell><text:p>Phone</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell><text:p>87654321</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16381\"/></table:table-row></table:table>"));
    const FileText *const row = dwtest::textWith(texts, u"87654321"_s);
    QVERIFY(row);
    QCOMPARE(row->cells.indexOf(u"87654321"_s), 2);
    QVERIFY(row->cells.size() < 2000);
}

void TestOpenDocumentTexts::presentation()
{
    const FileTexts texts = dwtest::readAllTexts(dwtest::openDocument("presentation",
        "<draw:page draw:name=\"page of Anna Berg\"><draw:frame><draw:text-box><text:p>sli<text:span>de@example.com</text:span></text:p></draw:text-box></draw:frame>"
        "<presentation:notes><draw:frame><draw:text-box><text:p>note@example.com</text:p></draw:text-box></draw:frame></presentation:notes>"
        "<draw:custom-shape><text:p>shape@example.com</text:p><svg:desc>alt@example.com</svg:desc></draw:custom-shape></draw:page>"));
    for (const QString &value : {u"page of Anna Berg"_s, u"slide@example.com"_s, u"note@example.com"_s, u"shape@example.com"_s, u"alt@example.com"_s})
        QVERIFY2(dwtest::textWith(texts, value), qPrintable(value));
}

void TestOpenDocumentTexts::encrypted()
{
    const FileTexts texts = dwtest::readAllTexts(dwtest::packed({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "\x01\x02"},
        {"META-INF/manifest.xml", "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"}}));
    QVERIFY(texts.texts.isEmpty());
    QCOMPARE(texts.unread.size(), 1);
    QCOMPARE(texts.unread.first().reason, u"find.encrypted_office"_s);
}

void TestOpenDocumentTexts::damaged()
{
    const FileTexts texts = dwtest::readAllTexts(dwtest::openDocument("text", "<text:p>good@example.com</text:p>",
        {{"styles.xml", "<office:document-styles><text:p>half@exa"}, {"ObjectReplacements/Object 1", "VCLMTF"}}));
    QVERIFY(dwtest::textWith(texts, u"good@example.com"_s));
    QStringList gaps;
    for (const Error &gap : texts.unread)
        gaps.append(gap.args.join(u' '));
    QVERIFY2(gaps.join(u';').contains(u"styles.xml"_s), qPrintable(gaps.join(u';')));
}

DW_TEST(TestOpenDocumentTexts)
#include "tst_opendocumenttexts.moc"
