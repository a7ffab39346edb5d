#include "core/engines/office/plaintextreader.h"
#include "tests/support/testmain.h"

#include <QStringEncoder>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestPlainTextReader : public QObject
{
    Q_OBJECT

private slots:
    void encodings_data();
    void encodings();
    void pieces();
    void table();
    void damage();
};

void TestPlainTextReader::encodings_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QString>("text");
    const QString simple = u"联系人王伟，手机13812345678，地址北京市朝阳区建国路88号。"_s;
    const QString traditional = u"聯絡人陳大文，電話13812345678，地址香港中環皇后大道中99號。買賣雙方同意簽署本協議。"_s;
    QTest::newRow("UTF-8") << "UTF-8"_ba << simple;
    QTest::newRow("GBK") << "GBK"_ba << simple;
    QTest::newRow("GB18030") << "GB18030"_ba << simple + QString::fromUcs4(U"𠮷", 1);
    QTest::newRow("traditional in GBK") << "GBK"_ba << traditional;
    QTest::newRow("Big5") << "Big5"_ba << traditional;
    QTest::newRow("UTF-16LE") << "UTF-16LE"_ba << simple;
    QTest::newRow("UTF-16BE") << "UTF-16BE"_ba << simple;
    QTest::newRow("Western") << "windows-1252"_ba << u"Müller grüßt die Äbtissin: 13812345678 für señor Peña, crème brûlée."_s;
}

void TestPlainTextReader::encodings()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QString, text);
    QStringEncoder encoder(encoding.constData());
    QVERIFY(encoder.isValid());
    const QByteArray bytes = encoder.encode(text);
    const auto reader = PlainTextReader::open(bytes, u"a.txt"_s);
    QVERIFY(reader.has_value());
    const FileTexts texts = (*reader)->next();
    QCOMPARE(texts.texts.size(), 1);
    QCOMPARE(texts.texts.first().text, text);
    QVERIFY(texts.unread.isEmpty() && (*reader)->isDone());
}

void TestPlainTextReader::pieces()
{
    const QByteArray line = "𠮷 one line of text\n"_ba;
    const auto reader = PlainTextReader::open(line.repeated(300'000), u"a.txt"_s);
    QVERIFY(reader.has_value() && (*reader)->stepCount() == 2);
    const FileText first = (*reader)->next().texts.first();
    const FileText second = (*reader)->next().texts.first();
    QVERIFY(first.text.endsWith(u'\n'));
    QCOMPARE(second.offset, first.text.toUcs4().size()); // code points, not UTF-16 units
    (*reader)->skipTo(0);
    const auto again = PlainTextReader::open(line.repeated(300'000), u"a.txt"_s);
    (*again)->skipTo(1);
    QCOMPARE((*again)->next().texts.first().offset, second.offset);
}

void TestPlainTextReader::table()
{
    const auto reader = TableTextReader::open("name;mail\nA;a@example.com\n\nB\n", u"a.csv"_s);
    QVERIFY(reader.has_value());
    FileTexts all;
    while (!(*reader)->isDone())
        all.texts += (*reader)->next().texts;
    QCOMPARE(all.texts.size(), 3);
    QVERIFY(all.texts[0].isNewTable && !all.texts[1].isNewTable);
    QCOMPARE(all.texts[1].cells, (QStringList {u"A"_s, u"a@example.com"_s}));
    QCOMPARE(all.texts[2].at, u"4"_s);
    const auto empty = TableTextReader::open({}, u"a.csv"_s);
    QVERIFY(empty.has_value() && (*empty)->isDone());
}

void TestPlainTextReader::damage()
{
    const auto reader = PlainTextReader::open(QString(u"好的文字在这里，"_s).repeated(20).toUtf8() + "\xE5\xA5 and more", u"a.txt"_s);
    QVERIFY(reader.has_value());
    QCOMPARE((*reader)->next().unread.value(0).reason, u"find.bad_bytes"_s);
    QVERIFY(!PlainTextReader::open(QByteArray(1000, '\0') + "\x01\x02\x03\xFF", u"a.bin"_s));
}

DW_TEST(TestPlainTextReader)
#include "tst_plaintextreader.moc"
