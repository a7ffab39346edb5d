// Which subroutines and accents glyph programs use.
#include "core/engines/redact/charstringwalk.h"
#include "core/engines/redact/fontbytes.h"
#include "tests/support/cffmaker.h"
#include "tests/support/testmain.h"
#include "tests/support/type1maker.h"

#include <QTest>

using namespace dw;
using namespace dwtest::fontmaker;

class TestCharstringWalk final : public QObject
{
    Q_OBJECT

    using Kind = CharstringWalk::Kind;
    QList<QByteArray> m_kept;

    std::string_view view(const QByteArray &bytes)
    {
        m_kept.append(bytes);
        return {m_kept.last().constData(), std::size_t(m_kept.last().size())};
    }

private slots:
    void type2CallsAreBiased()
    {
        const QByteArray back("\x0b");
        CharstringWalk walk(Kind::Type2, {view(back), view(back)}, {view(back), view(type2Int(-106) + char(10) + back)});
        walk.walk(view(type2Int(-106) + char(29) + char(14))); // global 1, which calls local 1
        QCOMPARE(walk.globalUsed, (std::set<unsigned> {1}));
        QCOMPARE(walk.localUsed, (std::set<unsigned> {1}));
    }

    void hintMasksAreSteppedOver()
    {
        // Two stems, then a mask of one byte that looks like a call.
        const QByteArray glyph = type2Int(1) + type2Int(2) + char(1) + type2Int(3) + type2Int(4) + char(23) + char(19) + char(10) + char(14);
        CharstringWalk walk(Kind::Type2, {view("\x0b")}, {});
        walk.walk(view(glyph));
        QVERIFY(walk.localUsed.empty());
    }

    void type1CallsAndAccents()
    {
        CharstringWalk walk(Kind::Type1, {view("\x0b"), view("\x0b")}, {});
        walk.walk(view(type1Int(0) + type1Int(600) + char(13) + type1Int(1) + char(10) + QByteArray("\x09\x0e")));
        QCOMPARE(walk.localUsed, (std::set<unsigned> {1}));
        walk.walk(view(type1Int(0) + type1Int(600) + char(13) + type1Int(0) + type1Int(0) + type1Int(0) + type1Int(65) + type1Int(193) + QByteArray("\x0c\x06", 2)));
        QCOMPARE(walk.accents, (std::set<unsigned> {65, 193}));
        QCOMPARE(QByteArray(CharstringWalk::standardName(193)), QByteArray("grave"));
        QVERIFY(!CharstringWalk::standardName(0));
        QCOMPARE(CharstringWalk::standardString(65), 34U);
    }

    void endlessAndBrokenProgramsAreDoubted()
    {
        CharstringWalk circle(Kind::Type2, {view(type2Int(-107) + char(10))}, {});
        QVERIFY_EXCEPTION_THROWN(circle.walk(view(type2Int(-107) + char(10))), FontDoubt);
        CharstringWalk missing(Kind::Type2, {}, {});
        QVERIFY_EXCEPTION_THROWN(missing.walk(view(type2Int(-107) + char(10))), FontDoubt);
        QVERIFY_EXCEPTION_THROWN(missing.walk(view(QByteArray(1, char(28)))), FontDoubt); // half a number
        QVERIFY_EXCEPTION_THROWN(missing.walk(view(QByteArray(1, char(10)))), FontDoubt); // calls nothing
    }
};

DW_TEST(TestCharstringWalk)
#include "tst_charstringwalk.moc"
