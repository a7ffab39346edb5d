// What a file may look like.
#include "tests/lint/sources.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int sourceLimit = 600;
constexpr int headerLimit = 200;

// Tables of sentences, one line each: their length is the number of rows.
const QStringList tables {u"ui/text/errorwords.cpp"_s};

} // namespace

class TestFiles final : public QObject
{
    Q_OBJECT

private slots:
    void noneIsTooLong()
    {
        QStringList wrong;
        for (const QString &file : dwtest::sourceFiles({u"core"_s, u"ui"_s, u"app"_s, u"tests"_s})) {
            const auto lines = dwtest::sourceText(file).count(u'\n');
            if (lines > (file.endsWith(u".h"_s) ? headerLimit : sourceLimit) && !tables.contains(file))
                wrong.append(u"%1 has %2 lines"_s.arg(file).arg(lines));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void nothingIsLeftUndone()
    {
        static const QRegularExpression undone(u"\\b(TODO|FIXME|XXX|HACK|not implemented)\\b"_s);
        QStringList wrong;
        for (const QString &file : dwtest::sourceFiles({u"core"_s, u"ui"_s, u"app"_s})) {
            const auto match = undone.match(dwtest::sourceText(file));
            if (match.hasMatch())
                wrong.append(u"%1: %2"_s.arg(file, match.captured()));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void headersGuardThemselves()
    {
        for (const QString &file : dwtest::sourceFiles({u"core"_s, u"ui"_s, u"app"_s, u"tests"_s})) {
            if (file.endsWith(u".h"_s))
                QVERIFY2(dwtest::sourceText(file).contains(u"#pragma once"_s), qPrintable(file));
        }
    }

    // Two classes of one name, each in a file of its own, compile; a program that links both takes parts of either.
    void noTwoClassesHaveOneName()
    {
        static const QRegularExpression definition(u"^(?:class|struct) (\\w+)(?: final)?(?: :[^;]*| \\{)?$"_s, QRegularExpression::MultilineOption);
        QHash<QString, QString> homes;
        for (const QString &file : dwtest::sourceFiles({u"core"_s, u"ui"_s, u"app"_s})) {
            if (!file.endsWith(u".h"_s))
                continue;
            auto matches = definition.globalMatch(dwtest::sourceText(file));
            while (matches.hasNext()) {
                const QString name = matches.next().captured(1);
                QVERIFY2(!homes.contains(name), qPrintable(name + u": "_s + homes.value(name) + u' ' + file));
                homes.insert(name, file);
            }
        }
        QVERIFY(homes.size() > 300); // the search finds what there is
    }

    void everyTestClassIsRegistered()
    {
        for (const QString &file : dwtest::sourceFiles({u"tests"_s})) {
            if (file.section(u'/', -1).startsWith(u"tst_"_s))
                QVERIFY2(dwtest::sourceText(file).contains(u"DW_TEST("_s), qPrintable(file));
        }
    }
};

DW_TEST(TestFiles)
#include "tst_files.moc"
