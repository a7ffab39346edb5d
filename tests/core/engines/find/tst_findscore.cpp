#include "core/engines/find/finder.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTest>

#include <algorithm>
#include <set>
#include <tuple>

using namespace dw;
using namespace Qt::StringLiterals;

namespace {

const QStringList types {u"ADDRESS"_s, u"COMPANY"_s, u"PERSON"_s};

struct Score {
    int gold = 0, predicted = 0, right = 0;
    double f1() const { return gold + predicted == 0 ? 0 : 2.0 * right / (gold + predicted); }
};

struct Scores {
    QMap<QString, Score> byType; ///< Of all sentences, and "hard PERSON" of those of hard prose.
    qsizetype characters = 0, covered = 0; ///< Of the names: how many any finding covers.
    int sentences = 0;
};

using Limits = QMap<QString, double>;
using Places = std::set<std::tuple<qsizetype, qsizetype, QString>>;

/// Strict: a finding counts only with the same type, start and end, as tools/score_findings.py has it.
void addSentence(const Finder &finder, const QJsonObject &line, Scores &scores)
{
    const QString text = line[u"text"].toString();
    const QList<FoundSpan> found = finder.find(text);
    std::set<qsizetype> covered;
    Places gold, predicted, right;
    const QJsonArray goldSpans = line[u"spans"].toArray();
    const auto touches = [](const FoundSpan &span, const QJsonArray &places) {
        return std::any_of(places.begin(), places.end(), [&](const QJsonValue &place) { return place[u"start"].toInt() < span.end && span.start < place[u"end"].toInt(); });
    };
    for (const FoundSpan &span : found) {
        for (qsizetype k = span.start; k < span.end; ++k)
            covered.insert(k);
        const bool isNeither = touches(span, line[u"ignore"].toArray()) && !touches(span, goldSpans); // a bank that everybody knows
        if (types.contains(span.type) && !isNeither)
            predicted.insert({span.start, span.end, span.type});
    }
    for (const QJsonValue &value : goldSpans) {
        const QJsonObject span = value.toObject();
        const qsizetype start = span[u"start"].toInt(), end = span[u"end"].toInt();
        gold.insert({start, end, span[u"type"].toString()});
        for (qsizetype k = start; k < end; ++k)
            scores.covered += covered.contains(k) ? 1 : 0;
        scores.characters += end - start;
    }
    const bool isHard = line[u"tag"].toString() == u"hard";
    std::set_intersection(gold.begin(), gold.end(), predicted.begin(), predicted.end(), std::inserter(right, right.end()));
    for (const QString &type : types) {
        const auto count = [&type](const Places &places) {
            return int(std::count_if(places.begin(), places.end(), [&type](const auto &place) { return std::get<2>(place) == type; }));
        };
        for (const QString &key : isHard ? QStringList {type, u"hard "_s + type} : QStringList {type}) {
            Score &score = scores.byType[key];
            score.gold += count(gold);
            score.predicted += count(predicted);
            score.right += count(right);
        }
    }
    ++scores.sentences;
}

Scores scoresOf(const QString &name)
{
    Scores scores;
    QFile file(QStringLiteral(DW_SOURCE_DIR "/tests/data/find/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return scores;
    const Finder finder;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (!line.isEmpty())
            addSentence(finder, QJsonDocument::fromJson(line).object(), scores);
    }
    return scores;
}

} // namespace

/// What the finder of names finds in sentences that were made for it (tests/data/find/generate.py, and those written by
/// hand): those that it was tuned on and those that are only ever scored. `tst_engines -v2 tst_findscore` prints the figures.
class TestFindScore : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void statute();
};

void TestFindScore::names_data()
{
    QTest::addColumn<Limits>("least");
    QTest::addColumn<double>("leastCovered");
    QTest::newRow("tuned.jsonl") << Limits {{u"ADDRESS"_s, 0.97}, {u"COMPANY"_s, 0.96}, {u"PERSON"_s, 0.95}, {u"hard ADDRESS"_s, 0.9}, {u"hard COMPANY"_s, 0.8}, {u"hard PERSON"_s, 0.85}} << 0.985;
    QTest::newRow("held.jsonl") << Limits {{u"ADDRESS"_s, 0.95}, {u"COMPANY"_s, 0.95}, {u"PERSON"_s, 0.94}, {u"hard COMPANY"_s, 0.75}, {u"hard PERSON"_s, 0.8}} << 0.96;
    // Written by hand, with what is hard on purpose: rare surnames, minority and foreign names, nicknames, short names, shops.
    QTest::newRow("written-tuned.jsonl") << Limits {{u"ADDRESS"_s, 0.93}, {u"COMPANY"_s, 0.9}, {u"PERSON"_s, 0.9}} << 0.95;
    QTest::newRow("written-held.jsonl") << Limits {{u"ADDRESS"_s, 0.85}, {u"COMPANY"_s, 0.88}, {u"PERSON"_s, 0.83}} << 0.93;
}

void TestFindScore::names()
{
    QFETCH(const Limits, least);
    QFETCH(const double, leastCovered);
    const Scores scores = scoresOf(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(scores.sentences >= 70);
    const double covered = double(scores.covered) / double(scores.characters);
    for (auto score = scores.byType.begin(); score != scores.byType.end(); ++score)
        qInfo("%s %s: gold %d, found %d, F1 %.3f", QTest::currentDataTag(), qPrintable(score.key()), score->gold, score->predicted, score->f1());
    qInfo("%s characters covered: %.4f", QTest::currentDataTag(), covered);
    for (auto limit = least.begin(); limit != least.end(); ++limit)
        QVERIFY2(scores.byType.value(limit.key()).f1() >= limit.value(), qPrintable(u"%1: %2"_s.arg(limit.key()).arg(scores.byType.value(limit.key()).f1())));
    QVERIFY2(covered >= leastCovered, qPrintable(QString::number(covered)));
}

void TestFindScore::statute()
{
    QFile file(QStringLiteral(DW_SOURCE_DIR "/tests/data/find/statute.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Finder finder;
    qsizetype characters = 0;
    QStringList hits;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        characters += line.size();
        for (const FoundSpan &span : finder.find(line))
            hits.append(span.type + u' ' + line.sliced(span.start, span.length())); // no surrogates in there
    }
    QVERIFY(characters >= 7000);
    const double perTenThousand = double(hits.size()) * 10000 / double(characters);
    qInfo("statute: %lld hits in %lld characters", qlonglong(hits.size()), qlonglong(characters));
    QVERIFY2(perTenThousand <= 2, qPrintable(hits.join(u", ")));
}

DW_TEST(TestFindScore)
#include "tst_findscore.moc"
