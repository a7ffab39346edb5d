#include "core/desk/documents/markhistory.h"
#include "core/desk/documents/wordsearch.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

/// Words on one line each, every character 10 wide and 10 high; "|" ends a line, "_" is a space after the word,
/// "~" a bound between words without one.
PdfPageText page(const QString &layout)
{
    PdfPageText text;
    double x = 0, y = 0;
    PdfWord word;
    const auto finish = [&](bool space, bool end) {
        if (!word.text.isEmpty()) {
            word.rect = word.charRects.first().united(word.charRects.last());
            word.spaceAfter = space;
            word.lineEnd = end;
            text.words.append(word);
        }
        word = {};
        x = end ? 0 : x + (space ? 10 : 0);
        y += end ? 20 : 0;
    };
    for (const QChar c : layout) {
        if (c == u'_' || c == u'|' || c == u'~') {
            finish(c == u'_', c == u'|');
            continue;
        }
        word.text.append(c);
        word.charRects.append(QRectF(x, y, 10, 10));
        x += 10;
    }
    finish(false, true);
    return text;
}

QStringList found(const QString &layout, const QString &needle, WordMatch match = WordMatch::Whole)
{
    QStringList texts;
    for (const WordHit &hit : SearchText(page(layout)).find(needle, match))
        texts.append(hit.text);
    return texts;
}

} // namespace

class TestWordSearch final : public QObject
{
    Q_OBJECT

private slots:
    void findsWords_data()
    {
        QTest::addColumn<QString>("layout");
        QTest::addColumn<QString>("needle");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QString &layout, const QString &needle, bool whole, const QStringList &expected) {
            QTest::newRow(name) << layout << needle << whole << expected;
        };
        row("plain", u"the_Acme_deal"_s, u"Acme"_s, true, {u"Acme"_s});
        row("any case", u"the_ACME_deal"_s, u"acme"_s, true, {u"ACME"_s});
        row("not inside a word", u"Acmean_pAcme"_s, u"Acme"_s, true, {});
        row("inside a word on request", u"Acmean"_s, u"Acme"_s, false, {u"Acme"_s});
        row("punctuation bounds", u"(Acme),"_s, u"Acme"_s, true, {u"Acme"_s});
        row("several words", u"the_Acme_Holdings_Ltd"_s, u"acme  holdings"_s, true, {u"Acme Holdings"_s});
        row("over a line end", u"the_Acme|Holdings_Ltd"_s, u"Acme Holdings"_s, true, {u"Acme Holdings"_s});
        row("Chinese has no bounds", u"由华夏银行股份提供"_s, u"华夏银行"_s, true, {u"华夏银行"_s});
        row("spaces an extractor put in", u"由_华_夏_银_行_提供"_s, u"华夏银行"_s, true, {u"华 夏 银 行"_s});
        row("Chinese over a line end", u"由华夏|银行提供"_s, u"华夏银行"_s, true, {u"华夏 银行"_s});
        row("spaces in the needle", u"由华夏银行提供"_s, u"华夏 银行"_s, true, {u"华夏银行"_s});
        row("full width", u"ＡＣＭＥ_１２３"_s, u"acme 123"_s, true, {u"ＡＣＭＥ １２３"_s});
        row("full-width brackets", u"深圳（有限合伙）"_s, u"深圳(有限合伙)"_s, true, {u"深圳（有限合伙）"_s});
        row("ligature", u"o\uFB03ce"_s, u"office"_s, true, {u"o\uFB03ce"_s});
        row("zero width", u"Ac\u200Bme"_s, u"Acme"_s, true, {u"Ac\u200Bme"_s});
        row("combining mark", u"Caf\u0065\u0301_x"_s, u"Café"_s, true, {u"Caf\u0065\u0301"_s});
        row("beyond the basic plane", u"姓𠮷田"_s, u"𠮷田"_s, true, {u"𠮷田"_s});
        row("twice", u"Acme_and_Acme"_s, u"Acme"_s, true, {u"Acme"_s, u"Acme"_s});
        row("words without space between", u"Ac~me"_s, u"Acme"_s, true, {u"Acme"_s});
        row("nothing", u"Acme"_s, u"   "_s, true, {});
    }

    void findsWords()
    {
        QFETCH(QString, layout);
        QFETCH(QString, needle);
        QFETCH(bool, whole);
        QFETCH(QStringList, expected);
        QCOMPARE(found(layout, needle, whole ? WordMatch::Whole : WordMatch::Substring), expected);
    }

    void rectanglesCoverTheCharacters()
    {
        const auto hits = SearchText(page(u"x_Acme_Holdings|Ltd_y"_s)).find(u"Acme Holdings Ltd"_s, WordMatch::Whole);
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().rects, QList<QRectF>({QRectF(20, 0, 130, 10), QRectF(0, 20, 30, 10)}));
        // only the part of the word that was asked for
        const auto part = SearchText(page(u"由华夏银行提供"_s)).find(u"银行"_s, WordMatch::Whole);
        QCOMPARE(part.first().rects, QList<QRectF>({QRectF(30, 0, 20, 10)}));
    }

    void wordsWithoutCharacterPlacesAreCoveredWhole()
    {
        PdfPageText text = page(u"Acmean"_s);
        text.words[0].charRects.clear();
        QCOMPARE(SearchText(text).find(u"Acme"_s, WordMatch::Substring).first().rects.first(), text.words[0].rect);
    }

    void historyGoesBackAndForth()
    {
        MarkHistory history;
        QVERIFY(!history.canUndo());
        StoredMark mark;
        mark.id = MarkId::create();
        history.push({VersionId::create(), {}, {}}); // nothing happened
        QVERIFY(!history.canUndo());
        const MarkChange added {VersionId::create(), {}, {mark}};
        history.push(added);
        QCOMPARE(history.toUndo().before, QList<StoredMark> {mark});
        history.undone();
        QVERIFY(history.canRedo());
        QCOMPARE(history.toRedo().after, QList<StoredMark> {mark});
        history.push(added); // a new edit ends what could be redone
        QVERIFY(!history.canRedo());
        for (int i = 0; i < 600; ++i)
            history.push(added);
        int steps = 0;
        for (; history.canUndo(); ++steps)
            history.undone();
        QCOMPARE(steps, 601); // without limit
    }
};

DW_TEST(TestWordSearch)
#include "tst_wordsearch.moc"
