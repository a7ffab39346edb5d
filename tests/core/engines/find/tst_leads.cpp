#include "core/engines/find/charset.h"
#include "core/engines/find/leads.h"
#include "core/engines/find/personscanner.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace dw;

class TestLeads : public QObject
{
    Q_OBJECT

private slots:
    void everyPlace();
    void ends();
    void cues();
};

/// The same places as a look at every character gives, whatever the distance between them.
void TestLeads::everyPlace()
{
    const CharSet surnames = PersonScanner::beginnings();
    std::u32string text;
    for (int i = 0; i < 300; ++i)
        text.append(std::size_t(i % 19), U'的').append(i % 3 == 0 ? U"王" : i % 3 == 1 ? U"a(𠮷" : U"张伟");
    const Leads leads(text);
    qsizetype expected = surnames.next(text, 0), count = 0;
    for (qsizetype at = leads.next(Leads::Surname, 0); at < qsizetype(text.size()); at = leads.next(Leads::Surname, at + 1), ++count) {
        QCOMPARE(at, expected);
        expected = surnames.next(text, at + 1);
    }
    QCOMPARE(expected, qsizetype(text.size()));
    QVERIFY(count >= 200);
}

void TestLeads::ends()
{
    const Leads none(U"");
    QCOMPARE(none.next(Leads::Alias, 0), 0);
    const Leads leads(U"一二三四五六七八九(");
    QCOMPARE(leads.next(Leads::Alias, 0), 9);
    QCOMPARE(leads.next(Leads::Alias, 9), 9);
    QCOMPARE(leads.next(Leads::Alias, 10), 10); // the text's size: none
    QCOMPARE(leads.next(Leads::CapitalNumeral, 0), 10);
}

void TestLeads::cues()
{
    static constexpr std::initializer_list<std::u32string_view> words {U"电话", U"tel", U"手机号"};
    constexpr Cues cues(words);
    QVERIFY(cues.mayEndWith(U'话'));
    QVERIFY(cues.mayEndWith(U'l'));
    QVERIFY(cues.mayEndWith(U'号'));
    QVERIFY(!cues.mayEndWith(U't'));
    QVERIFY(!cues.mayEndWith(U'手'));
    QCOMPARE(cues.end() - cues.begin(), 3);
}

DW_TEST(TestLeads)
#include "tst_leads.moc"
