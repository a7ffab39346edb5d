// Every word a person can meet exists, in both languages.
#include "tests/lint/sources.h"
#include "tests/support/testmain.h"
#include "ui/text/errortext.h"
#include "ui/text/idtext.h"
#include "ui/text/picturetext.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestWords final : public QObject
{
    Q_OBJECT

private slots:
    void everyReasonOfAnErrorHasItsSentence()
    {
        static const QRegularExpression reason(u"fail\\(\\s*ErrorCode::\\w+,\\s*(?:u|QStringLiteral\\()\"([a-z0-9_.]+)\""_s);
        QStringList missing;
        int seen = 0;
        for (const QString &file : dwtest::sourceFiles({u"core"_s, u"app"_s, u"ui"_s})) {
            auto it = reason.globalMatch(dwtest::sourceText(file));
            while (it.hasNext()) {
                const QString id = it.next().captured(1);
                ++seen;
                if (!dw::hasErrorText(id) && !missing.contains(id))
                    missing.append(id);
            }
        }
        missing.sort();
        QVERIFY(seen > 50); // the expression still fits the code
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void everyReasonOfAPictureHasItsWords()
    {
        static const QRegularExpression statement(u"(?:throw Unprovable|unprovable\\(|pictureReason = )[^;]*;"_s);
        static const QRegularExpression id(u"u\"([a-z_]+)\"_s"_s);
        QStringList missing;
        int seen = 0;
        for (const QString &file : dwtest::sourceFiles({u"core"_s})) {
            auto statements = statement.globalMatch(dwtest::sourceText(file));
            while (statements.hasNext()) {
                auto ids = id.globalMatch(statements.next().captured());
                while (ids.hasNext()) {
                    const QString reason = ids.next().captured(1);
                    ++seen;
                    if (!dw::hasPictureText(reason) && !missing.contains(reason))
                        missing.append(reason);
                }
            }
        }
        QVERIFY(seen > 50); // the expression still fits the code
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void picturesAreToldPageByPage()
    {
        const QJsonObject reasons {{u"layer_off"_s, QJsonArray {QJsonArray {4, 6}, QJsonArray {9, 9}}}, {u"never_heard_of"_s, QJsonArray {QJsonArray {2, 2}}}};
        QCOMPARE(dw::picturePagesText(reasons),
            (QStringList {u"Page 2: something could not be proven"_s, u"Pages 4–6, 9: a layer that is switched off"_s}));
        QVERIFY(dw::picturePagesText({}).isEmpty());
    }

    void everyActionOfTheTrailHasItsWords()
    {
        static const QRegularExpression action(u"(?:Action(?: \\w+)? ?\\{|write\\(\\{|commit\\(\\{)\\s*(?:\\w+ \\? )?u\"([a-z_]+\\.[a-z_]+)\""_s);
        QStringList missing;
        int seen = 0;
        for (const QString &file : dwtest::sourceFiles({u"core"_s})) {
            auto it = action.globalMatch(dwtest::sourceText(file));
            while (it.hasNext()) {
                const QString id = it.next().captured(1);
                ++seen;
                if (dw::idtext::action(id) == dw::idtext::readable(id))
                    missing.append(id);
            }
        }
        QVERIFY(seen > 30); // the expression still fits the code
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void theChineseTranslationIsComplete()
    {
        const QString ts = dwtest::sourceText(u"translations/dealward_zh_CN.ts"_s);
        QVERIFY(ts.contains(u"<message"_s));
        QCOMPARE(ts.count(u"type=\"unfinished\""_s), 0);
        QCOMPARE(ts.count(u"<translation></translation>"_s), 0);
    }

    void placeholdersSurviveTranslation()
    {
        static const QRegularExpression message(u"<source>(.*?)</source>.*?<translation[^>]*>(.*?)</translation>"_s,
            QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression placeholder(u"%(?:L?[1-9]|n)"_s);
        auto it = message.globalMatch(dwtest::sourceText(u"translations/dealward_zh_CN.ts"_s));
        while (it.hasNext()) {
            const auto match = it.next();
            auto wanted = placeholder.globalMatch(match.captured(1));
            while (wanted.hasNext()) {
                const QString token = wanted.next().captured();
                if (token != u"%n"_s)
                    QVERIFY2(match.captured(2).contains(token), qPrintable(match.captured(1)));
            }
        }
    }
};

DW_TEST(TestWords)
#include "tst_words.moc"
