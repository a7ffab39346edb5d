#include "core/engines/find/chartable.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestCharTable : public QObject
{
    Q_OBJECT

private slots:
    void normal();
    void folded();
    void kinds();
};

void TestCharTable::normal()
{
    const CharTable &table = CharTable::instance();
    QCOMPARE(table.entry(u'８').normal, u'8');
    QCOMPARE(table.entry(u'—').normal, u'—');
    QCOMPARE(table.entry(u'–').normal, u'-');
    QCOMPARE(table.entry(0x200B).normal, char16_t(CharTable::dropped));
    QCOMPARE(table.entry(u'…').normal, char16_t(CharTable::complex)); // three dots
    QCOMPARE(table.entry(u'²').normal, u'²'); // a footnote's mark is no digit
    QCOMPARE(table.entry(u'①').normal, u'①');
    QCOMPARE(table.entry(0x0301).joins, quint8(1));
    QCOMPARE(table.entry(0xD842).normal, char16_t(CharTable::complex));
}

void TestCharTable::folded()
{
    const CharTable &table = CharTable::instance();
    const std::u32string_view traditional = U"張劉陳國銀號碼證護帳戶電話機團限責廠貿業務賬龍馬鄭蔣葉錢趙馮";
    const std::u32string_view simplified = U"张刘陈国银号码证护帐户电话机团限责厂贸业务账龙马郑蒋叶钱赵冯";
    for (std::size_t i = 0; i < traditional.size(); ++i)
        QCOMPARE(table.folded(traditional[i]), traditional[i] == U'帳' ? U'账' : simplified[i]);
    QCOMPARE(table.folded(U'Q'), U'q');
    QCOMPARE(table.folded(U'・'), table.folded(U'·'));
    QCOMPARE(table.folded(U'\n'), U' ');
    QCOMPARE(table.folded(0x20BB7), char32_t(0x20BB7));
}

void TestCharTable::kinds()
{
    const CharTable &table = CharTable::instance();
    QCOMPARE(table.kinds(U'7'), quint16(Digit));
    QCOMPARE(table.kinds(U'x'), quint16(Letter));
    QCOMPARE(table.kinds(U'〇'), quint16(Han));
    QCOMPARE(table.kinds(U'壹'), quint16(Han | Capital));
    QCOMPARE(table.kinds(0x20BB7), quint16(Han));
    QVERIFY((table.kinds(U'。') & Stop) != 0 && (table.kinds(U'\n') & Break) != 0 && (table.kinds(U'，') & Mark) != 0);
}

DW_TEST(TestCharTable)
#include "tst_chartable.moc"
