// What of a string lies off the page goes, but no word is torn.
#include "core/engines/redact/shownstring.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestShownString final : public QObject
{
    Q_OBJECT

    /// A letter for each character: 'x' on the page, 'm' there and under a mark, 'o' outside, ' ' blank and outside. Answers '-'
    /// for what goes.
    static QByteArray hidden(const QByteArray &letters)
    {
        ShownString shown;
        for (const char c : letters) {
            ShownString::Placed &placed = shown.glyphs.emplace_back();
            placed.outside = c != 'x' && c != 'm';
            placed.area = c == 'm' ? 0 : -1;
            placed.glyph.ink = c == ' ' ? QRectF() : QRectF(0, 0, 0.5, 0.5);
        }
        shown.hideOutside();
        QByteArray result;
        for (qsizetype i = 0; i < letters.size(); ++i)
            result += shown.glyphs[std::size_t(i)].removed() ? '-' : letters.at(i);
        return result;
    }

private slots:
    void wholeWordsGo()
    {
        QCOMPARE(hidden("ooo"), "---"_ba);
        QCOMPARE(hidden("xxx ooo"), "xxx----"_ba);
        QCOMPARE(hidden("oo xx oo"), "-- xx---"_ba);
    }

    void aWordAtTheEdgeStaysWhole()
    {
        QCOMPARE(hidden("xxo"), "xxo"_ba);
        QCOMPARE(hidden("oox oo"), "oox---"_ba);
        QCOMPARE(hidden(""), ""_ba);
    }

    void ofAWordUnderAMarkNothingStaysOutside()
    {
        QCOMPARE(hidden("mmoo"), "----"_ba);
        QCOMPARE(hidden("oomx xo"), "---x xo"_ba);
    }
};

DW_TEST(TestShownString)
#include "tst_shownstring.moc"
