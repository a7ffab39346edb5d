// What of a string lies off the page goes, but no word is torn.
#include "core/engines/redact/shownstring.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;

class TestShownString final : public QObject
{
    Q_OBJECT

    /// A letter for each character: 'x' on the page, 'o' outside, ' ' blank and outside. Answers '-' for what is hidden.
    static QByteArray hidden(const QByteArray &letters)
    {
        ShownString shown;
        for (const char c : letters) {
            ShownString::Placed &placed = shown.glyphs.emplace_back();
            placed.outside = c != 'x';
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
};

DW_TEST(TestShownString)
#include "tst_shownstring.moc"
