#include "core/engines/find/mappedtext.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class TestMappedText : public QObject
{
    Q_OBJECT

private slots:
    void text_data();
    void text();
    void offsets_leadBack();
    void endlessMarks();
};

void TestMappedText::text_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("normal");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("full width") << u"ＡＢ１２（３）"_s << u"AB12(3)"_s;
    QTest::newRow("zero width") << u"13\u200B8\uFEFF1"_s << u"1381"_s;
    QTest::newRow("spaces in Han") << u"身份证号 码 ：1"_s << u"身份证号码 :1"_s;
    QTest::newRow("line end in Han") << u"有限\n公司"_s << u"有限公司"_s;
    QTest::newRow("paragraph") << u"公司\n\n王磊"_s << u"公司\n\n王磊"_s;
    QTest::newRow("wide gap") << u"管若超    日期"_s << u"管若超    日期"_s;
    QTest::newRow("space by Latin") << u"与 ABC 公司"_s << u"与 ABC 公司"_s;
    QTest::newRow("composed") << u"e\u0301"_s << u"\u00E9"_s;
    QTest::newRow("radical") << u"部⻔"_s << u"部门"_s;
    QTest::newRow("ligature") << u"ﬁ"_s << u"fi"_s;
}

void TestMappedText::text()
{
    QFETCH(QString, source);
    const MappedText normal(source);
    QTEST(QString::fromUcs4(normal.text().data(), normal.size()), "normal");
    qsizetype before = 0;
    for (qsizetype i = 0; i < normal.size(); ++i) {
        QVERIFY(normal.sourceStart(i) >= before && normal.sourceEnd(i) > normal.sourceStart(i) && normal.sourceEnd(i) <= normal.sourceSize());
        before = normal.sourceStart(i);
    }
}

void TestMappedText::offsets_leadBack()
{
    // A character beyond the basic plane counts once.
    const MappedText normal(u"𠮷１\u200B２ 号"_s);
    QCOMPARE(normal.sourceSize(), 6);
    QCOMPARE(normal.sourceStart(1), 1);
    QCOMPARE(normal.sourceEnd(2), 4);
    QCOMPARE(normal.sourceText(1, 4), u"１\u200B２"_s);
    QCOMPARE(normal.at(-1), U'\0');
    QCOMPARE(normal.at(normal.size()), U'\0');
}

void TestMappedText::endlessMarks()
{
    const QString source = u"a"_s + QString(100'000, QChar(0x0301));
    const MappedText normal(source);
    QVERIFY(normal.size() > 0);
}

DW_TEST(TestMappedText)
#include "tst_mappedtext.moc"
