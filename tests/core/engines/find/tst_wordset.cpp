#include "core/engines/find/charset.h"
#include "core/engines/find/wordset.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestWordSet : public QObject
{
    Q_OBJECT

private slots:
    void longest();
    void values();
    void many();
    void nextOfSet();
};

void TestWordSet::longest()
{
    WordSet set;
    for (const std::u32string_view word : {U"有限公司", U"股份有限公司", U"公司"})
        set.add(word);
    const std::u32string text = U"某股份有限公司";
    QCOMPARE(set.longestBefore(text, 7, 0).length, 6);
    QCOMPARE(set.longestBefore(text, 7, 2).length, 4); // no further than the limit
    QCOMPARE(set.longestAt(text, 1, 7).length, 6);
    QCOMPARE(set.longestAt(text, 1, 6).length, 0);
    QCOMPARE(set.longestAt(text, 5, 7).length, 2);
    QVERIFY(!set.longestBefore(text, 0, 0));
    QVERIFY(!set.longestAt(text, 7, 7));
}

void TestWordSet::values()
{
    WordSet set;
    set.add(U"甲", 1);
    set.add(U"甲", 5);
    set.add(U"甲", 2);
    QCOMPARE(set.value(U"甲"), quint8(5));
    set.addBits(U"甲", 2);
    QCOMPARE(set.value(U"甲"), quint8(7));
    set.add(U"");
    set.add(std::u32string(17, U'长'));
    QVERIFY(!set.contains(U""));
    QVERIFY(!set.contains(std::u32string(17, U'长')));
    QVERIFY(!set.contains(U"乙"));
}

void TestWordSet::many()
{
    WordSet set;
    for (char32_t c = 0x4E00; c < 0x4E00 + 5000; ++c)
        set.add(std::u32string {c, c + 1});
    for (char32_t c = 0x4E00; c < 0x4E00 + 5000; ++c)
        QVERIFY(set.contains(std::u32string {c, c + 1}));
    QVERIFY(!set.contains(std::u32string {0x4E00, 0x4E02}));
    QVERIFY(!set.contains(std::u32string {0x4E00}));
}

void TestWordSet::nextOfSet()
{
    const CharSet set(U"甲a");
    const std::u32string text = U"0乙a\U00020BB7甲";
    QCOMPARE(set.next(text, 0), 2);
    QCOMPARE(set.next(text, 3), 4);
    QCOMPARE(set.next(text, 5), 5);
    QCOMPARE(set.next(text, 6), 5);
    QCOMPARE(set.next(U"\U00010061", 0), 1); // ends as the letter does
    QVERIFY(!set.has(0x20BB7) && !set.has(U'b'));
    // The block-wise search: before, at and beyond the edge of a block, and where there is none.
    for (const std::size_t place : {std::size_t(0), std::size_t(31), std::size_t(32), std::size_t(70), std::size_t(95)}) {
        std::u32string line(96, U'x');
        line[place] = U'@';
        QCOMPARE(nextOf(line, U'@', 0), qsizetype(place));
        QCOMPARE(nextOf(line, U'@', qsizetype(place) + 1), 96);
    }
}

DW_TEST(TestWordSet)
#include "tst_wordset.moc"
