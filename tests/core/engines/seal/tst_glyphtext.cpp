#include "core/engines/seal/glyphtext.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

class GlyphTextTest : public QObject
{
    Q_OBJECT

private slots:
    void linesFitAndLoseNothing();
    void ideographsBreakAnywhereButBeforeMarks();
    void longWordsBreakAsALastResort();
    void lineFeedsBreak();
    void elides();
};

void GlyphTextTest::linesFitAndLoseNothing()
{
    const GlyphText font(9);
    const QString text = u"Every counterparty with access has an active agreement 每个有接触的相对方均有有效的保密协议"_s;
    for (const double width : {60.0, 120.0, 300.0, 2000.0}) {
        const QStringList lines = font.wrapped(text, width);
        for (const QString &line : lines)
            QVERIFY(font.width(line) <= width + 0.02);
        QCOMPARE(QString(lines.join(QString())).remove(u' '), QString(text).remove(u' '));
    }
    QCOMPARE(font.wrapped(text, 2000).size(), 1);
}

void GlyphTextTest::ideographsBreakAnywhereButBeforeMarks()
{
    const GlyphText font(10);
    const QStringList lines = font.wrapped(u"客户信息，高度敏感。"_s, 40.5);
    for (const QString &line : lines)
        QVERIFY2(!line.startsWith(u'，') && !line.startsWith(u'。'), qPrintable(line));
    QVERIFY(lines.size() >= 3);
}

void GlyphTextTest::longWordsBreakAsALastResort()
{
    const GlyphText font(10);
    const QStringList lines = font.wrapped(QString(64, u'a'), 50);
    QVERIFY(lines.size() > 4);
    QCOMPARE(lines.join(QString()), QString(64, u'a'));
    QVERIFY(!font.wrapped(u"abc"_s, 0.1).isEmpty()); // However narrow: it ends.
}

void GlyphTextTest::lineFeedsBreak()
{
    const GlyphText font(10);
    QCOMPARE(font.wrapped(u"a\n\nb"_s, 100), (QStringList {u"a"_s, QString(), u"b"_s}));
    QCOMPARE(font.wrapped({}, 100), QStringList {QString()});
}

void GlyphTextTest::elides()
{
    const GlyphText font(10);
    QCOMPARE(font.elided(u"short"_s, 100), u"short"_s);
    const QString cut = font.elided(u"an overlong line of text"_s, 60);
    QVERIFY(cut.endsWith(u'…'));
    QVERIFY(font.width(cut) <= 60);
}

DW_TEST(GlyphTextTest)
#include "tst_glyphtext.moc"
