#include "core/engines/seal/contentscanner.h"

#include "tests/support/testmain.h"

#include <QStringList>
#include <QTest>

#include <stdexcept>

using namespace Qt::StringLiterals;
using dw::seal::ContentScanner;

class ContentScannerTest : public QObject
{
    Q_OBJECT

private slots:
    void tokens_data();
    void tokens();
    void texts_data();
    void texts();
    void names();
    void breaksOff_data();
    void breaksOff();
};

namespace {

/// "N12 O:Tj": a letter for each kind and what stands there.
QString read(const QByteArray &content)
{
    static const char letters[] = "ENAXBO"; // End, Number, nAme, teXt, Bracket, Operator
    ContentScanner scanner(content);
    QStringList out;
    for (auto kind = scanner.next(); kind != ContentScanner::End; kind = scanner.next())
        out << QChar::fromLatin1(letters[kind]) + QString::fromLatin1(scanner.raw().toByteArray());
    return out.join(u' ');
}

} // namespace

void ContentScannerTest::tokens_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const QByteArray &content, const char *found) {
        QTest::newRow(name) << content << QString::fromLatin1(found);
    };
    row("as QPdfWriter writes", "BT\n/F11 6.5 Tf 77.5 -13.2 Td <0001> Tj\nET", "OBT A/F11 N6.5 OTf N77.5 N-13.2 OTd X<0001> OTj OET");
    row("no space where none is needed", "[(a)-20(b)]TJ/F1 9 Tf", "B[ X(a) N-20 X(b) B] OTJ A/F1 N9 OTf");
    row("dictionaries", "/P<</MCID 0/L(x)>>BDC", "A/P B<< A/MCID N0 A/L X(x) B>> OBDC");
    row("comments", "q % (not a string\nQ", "Oq OQ");
    row("brackets and escapes in strings", R"((a(b)\)c) ')", R"(X(a(b)\)c) O')");
    row("numbers of all forms", "+1 -.5 .25 0 1. w", "N+1 N-.5 N.25 N0 N1. Ow");
    row("nothing", " \n\t", "");
}

void ContentScannerTest::tokens()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, found);
    QCOMPARE(read(content), found);
}

void ContentScannerTest::texts_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("hexadecimal") << QByteArray("<48 65 6C6c6F>") << QByteArray("Hello");
    QTest::newRow("odd number of digits") << QByteArray("<417>") << QByteArray("Ap");
    QTest::newRow("escapes") << QByteArray(R"((\(\)\\\n\101\7x\z))") << QByteArray("()\\\nA\ax" "z");
    QTest::newRow("line continued") << QByteArray("(a\\\nb\\\r\nc)") << QByteArray("abc");
    QTest::newRow("line ends") << QByteArray("(a\r\nb\rc)") << QByteArray("a\nb\nc");
    QTest::newRow("none") << QByteArray() << QByteArray();
}

void ContentScannerTest::texts()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, text);
    QCOMPARE(ContentScanner::textOf(raw), text);
}

void ContentScannerTest::names()
{
    QCOMPARE(ContentScanner::nameOf("/F#31#2f"), QByteArray("/F1/"));
    QCOMPARE(ContentScanner::nameOf("/A#"), QByteArray("/A#"));
}

void ContentScannerTest::breaksOff_data()
{
    QTest::addColumn<QByteArray>("content");
    for (const char *one : {"(never ends", "(a\\", "((a)", "<00", "q BI /W 1 ID x EI Q"})
        QTest::newRow(one) << QByteArray(one);
}

void ContentScannerTest::breaksOff()
{
    QFETCH(QByteArray, content);
    QVERIFY_EXCEPTION_THROWN(read(content), std::runtime_error);
}

DW_TEST(ContentScannerTest)
#include "tst_contentscanner.moc"
